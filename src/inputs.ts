/**
 * What reports are made from, as hashes: every file that was read while everything was opened, so that none can be
 * forgotten. Names of folders are left out, and two machines that have the same files have the same hashes.
 */
import {createHash} from 'node:crypto';
import path from 'node:path';
import type {Env} from './env.ts';

/** The kinds of files that reports are made from. */
const KINDS = ['table', 'card', 'templates', 'theme', 'fonts', 'program'] as const;

/** By kind, one SHA-256 (in hex) for all files of it; null where there was none. */
export type Inputs = Readonly<Record<(typeof KINDS)[number], string | null>>;

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A world that remembers what was read, and what that was: `table` is the file of the table. */
export function witnessed(env: Env, table: string): {readonly env: Env; readonly inputs: () => Inputs} {
  const seen = new Map<string, string>();
  const read: Env['read'] = async (file, most) => {
    const bytes = await env.read(file, most);
    if (bytes) seen.set(path.resolve(file), sha256(bytes));
    return bytes;
  };
  const kindOf = (file: string) => {
    if (file === path.resolve(table)) return 'table';
    if (stem(file) === stem(path.resolve(table))) return 'card';
    if (/\.(?:ttf|otf)$/i.test(file)) return 'fonts';
    if (file.startsWith(path.join(env.home, 'dist'))) return 'program';
    return path.basename(path.dirname(file)) === 'themes' ? 'theme' : 'templates';
  };
  const hashOf = (kind: string) => {
    const own = [...seen].filter(([file]) => kindOf(file) === kind).map(([, hash]) => hash);
    if (own.length < 2) return own[0] ?? null;
    return sha256(own.toSorted().join('\n'));
  };
  return {
    env: {...env, read},
    inputs: () => Object.fromEntries(KINDS.map(kind => [kind, hashOf(kind)])) as Inputs,
  };
}

const stem = (file: string) => file.replace(/\.[^./\\]*$/, '');

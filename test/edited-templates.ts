/**
 * Templates in which something was edited, as `validate` and the other commands find them.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect} from 'vitest';
import type {Voice} from '../src/commands.ts';
import {type Env, nodeEnv, type OutputFile} from '../src/env.ts';
import {type Issue, ReportError} from '../src/issues.ts';
import {checkWriter} from '../src/open.ts';
import {validate, type Validation} from '../src/validate.ts';

export const CHARTS = ['flows', 'totals', 'heatmap', 'chord'];
const bytes = (text: string) => new TextEncoder().encode(text);
export const original = (file: string) => readFileSync(path.join('templates', file), 'utf8');

/**
 * A world in which some files of the templates read otherwise, are there besides or are not there; what is written is
 * kept.
 */
export function worldWith(changed: Readonly<Record<string, string | null>>) {
  const real = nodeEnv();
  const written: OutputFile[] = [];
  const env: Env = {
    ...real,
    read: (file, most) => {
      const key = Object.keys(changed).find(each => path.resolve(file) === path.resolve('templates', each));
      if (key === undefined) return real.read(file, most);
      const text = changed[key];
      return Promise.resolve(typeof text === 'string' ? bytes(text) : null);
    },
    list: async folder => {
      const names = await real.list(folder);
      const isTop = path.resolve(folder) === path.resolve('templates');
      const added = Object.keys(changed).flatMap(key => (/^(\w+)\/report\.md$/.exec(key) ?? []).slice(1));
      return isTop ? [...new Set([...names, ...added])].toSorted() : names;
    },
    write: async files => {
      written.push(...files);
    },
  };
  return {env, written};
}

/** The text of a file with some of it put otherwise; what is not there is a fault of the test. */
export function edited(file: string, ...changes: readonly (readonly [string, string])[]) {
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, () => to);
  }, original(file));
  return {[file]: text};
}

/** The report of a language with two texts in the sentence of a fact in each other's place. */
export function swapped(tag: string, id: string, first: string, second: string) {
  const file = `${tag}/report.md`;
  const [sentence = ''] = new RegExp(`\\{% tell "${id}" %\\}.*`).exec(original(file)) ?? [];
  for (const text of [first, second]) expect(sentence).toContain(text);
  const turned = sentence
    .replaceAll(first, '\u0000')
    .replaceAll(second, () => first)
    .replaceAll('\u0000', () => second);
  return edited(file, [sentence, turned]);
}

/** What is approved of a language. */
export const lockOf = (tag: string) =>
  JSON.parse(original(`${tag}/order.lock.json`)) as Readonly<Record<string, string>>;

export const issuesOf = async (changed: Readonly<Record<string, string | null>>, tag = 'en') =>
  (await checkWriter(worldWith(changed).env, 'templates', tag, CHARTS)).issues;

/** The line of a file that has a text in it. */
export const lineOf = (file: string, text: string) =>
  original(file)
    .split('\n')
    .findIndex(line => line.includes(text)) + 1;

export const said = ({where, code, message, hint}: Issue) =>
  `${where?.line}:${where?.column} ${code} ${message} | ${hint}`;

/** Runs `validate` in such a world. */
export async function validated(changed: Readonly<Record<string, string | null>>, options: Validation = {}) {
  const {env, written} = worldWith(changed);
  let out = '';
  const voice: Voice = {
    say: product => (out += product),
    tell: () => {},
    progress: () => {},
    step: () => {},
    warn: async () => {},
    shown: file => path.relative('.', file),
  };
  try {
    await validate(env, voice, options);
    return {out, written, issues: [] as readonly Issue[]};
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return {out, written, issues: error.issues};
  }
}

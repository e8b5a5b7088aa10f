/** What is loaded before a command is known: what reads arguments, and nothing that draws, prints or composes. */
import {readdirSync, readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';
import path from 'node:path';
import {describe, expect, test} from 'vitest';

const STATIC_IMPORT = /^(?:import|export)\b(?!\s*\()(?:[^'";]*\bfrom)?\s*["']([^"']+)["']/gm;
/** esbuild writes the name of each file above its code. */
const PACKAGE = /^(?:\/\/ |\s*")node_modules\/((?:@[^/]+\/)?[^/]+)\//gm;

const read = (file: string) => readFileSync(path.join('dist', file), 'utf8');
const importsOf = (file: string) => [...read(file).matchAll(STATIC_IMPORT)].map(([, name]) => name!);
const packagesOf = (files: readonly string[]) =>
  new Set(files.flatMap(file => [...read(file).matchAll(PACKAGE)].map(([, name]) => name!)));

/** A file of `dist` and all that it imports, and they in turn, without waiting for a dynamic import. */
function loadedBy(file: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  const own = importsOf(file).filter(name => name.startsWith('./'));
  return own.reduce<ReadonlySet<string>>(
    (all, name) => loadedBy(path.normalize(name), all),
    new Set([...seen, file]),
  );
}

const isBuiltin = (name: string) => builtinModules.includes(name.replace(/^node:/, ''));

describe('the bundle', () => {
  const HEAVY = ['vega', 'vega-lite', 'pdfmake', '@markdoc/markdoc', 'fontkit'];
  const loaded = [...loadedBy('cli.mjs')];

  test('has Vega, pdfmake, Markdoc and fontkit somewhere', () => {
    const chunks = readdirSync('dist').filter(file => file.endsWith('.mjs'));
    expect([...packagesOf(chunks)]).toEqual(expect.arrayContaining(HEAVY));
  });

  test('loads none of them at the start, only what reads arguments', () => {
    expect(loaded.length).toBeGreaterThan(1);
    expect([...packagesOf(loaded)].toSorted()).toEqual(['commander', 'fastest-levenshtein']);
  });

  test('has everything in it but Node', () => {
    const outside = loaded.flatMap(importsOf).filter(name => !name.startsWith('./') && !isBuiltin(name));
    expect(outside).toEqual([]);
  });
});

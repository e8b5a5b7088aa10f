/**
 * What stands in the folder of a county, and what it was made from: `manifest.json`. It is written last, so that a folder
 * whose manifest holds is whole, and a run that was killed is taken up where it stopped.
 */
import path from 'node:path';
import type {Env, OutputFile} from './env.ts';
import type {County, Table} from './extract/table.ts';
import {type Inputs, sha256} from './inputs.ts';
import type {Printed, Wish} from './outputs.ts';

export const MANIFEST = 'manifest.json';

/** A file by its path from the folder of the manifest, with its SHA-256 in hex and its size in bytes. */
export type Entry = {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages?: number;
};

/** What one command wrote. `recipe` stands for all that its bytes follow from. */
export type Run = {
  readonly recipe: string;
  readonly languages: readonly string[];
  readonly formats: readonly string[];
  readonly madeFrom: Inputs;
  readonly version: string;
  readonly verified: boolean;
  readonly files: readonly Entry[];
};

/** Runs with other languages or formats stand beside each other; of the same file the last is told. */
export type Manifest = {
  readonly format: 1;
  /** Null for the overview. */
  readonly county: {readonly code: string | null; readonly name: string} | null;
  readonly table: {readonly title: string; readonly year: number | null; readonly sha256: string};
  readonly runs: readonly Run[];
};

/** What all counties of a command have in common: a run without its files, and what their bytes follow from. */
export function runOf(
  {formats, attachData, assets, site}: Wish,
  {
    dated,
    ...common
  }: Pick<Run, 'languages' | 'madeFrom' | 'version'> & {
    /** What SOURCE_DATE_EPOCH may change. */
    readonly dated: string;
  },
): Omit<Run, 'verified' | 'files'> {
  const recipe = {...common, formats, attachData, assets, site, dated};
  return {...common, formats, recipe: sha256(JSON.stringify(recipe))};
}

/** Reads the manifest of a folder; null where there is none that can be read. */
export async function readManifest(env: Env, folder: string): Promise<Manifest | null> {
  const bytes = await env.read(path.join(folder, MANIFEST));
  if (!bytes) return null;
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
    const isRead = manifest.format === 1 && manifest.runs.every(run => run.files.every(isOwn));
    return isRead ? manifest : null;
  } catch {
    return null;
  }
}

/** A file of the folder, or of the folder of shared styles and scripts beside it: a manifest leads nowhere else. */
const isOwn = ({path: file, sha256: hash, bytes}: Entry): boolean =>
  /^(?:\.\.\/assets\/)?(?:[^./\\][^/\\]*\/)*[^./\\][^/\\]*$/.test(file) &&
  typeof hash === 'string' &&
  typeof bytes === 'number';

/**
 * The run of that recipe if each of its files is there as it was written, else null.
 * @param isVerified takes only a run whose files were read back
 */
export async function wholeRun(
  env: Env,
  folder: string,
  recipe: string,
  isVerified: boolean,
): Promise<Run | null> {
  const run = (await readManifest(env, folder))?.runs.find(each => each.recipe === recipe);
  if (!run || (isVerified && !run.verified)) return null;
  for (const file of run.files) if (!(await isThere(env, folder, file))) return null;
  return run;
}

/** Whether a file is as its manifest says. */
export async function isThere(env: Env, folder: string, {path: file, ...wanted}: Entry): Promise<boolean> {
  const bytes = await env.read(path.join(folder, file), wanted.bytes);
  return bytes !== null && bytes.length === wanted.bytes && sha256(bytes) === wanted.sha256;
}

/** A file as an entry of the manifest in `folder`. */
export const entryOf = (folder: string, {path: file, bytes, pages}: Printed): Entry => ({
  path: path.relative(folder, file).replaceAll('\\', '/'),
  sha256: sha256(bytes),
  bytes: bytes.length,
  ...(pages === null ? {} : {pages}),
});

/**
 * The manifest of a folder after a run. Earlier runs of the same table stay, but for the files that are new now: a run
 * that has lost one is not whole any more, and has no recipe that could be found.
 */
export function manifestFile(
  folder: string,
  table: Table,
  county: County | null,
  earlier: Manifest | null,
  run: Run,
): OutputFile {
  const source = table.source.sha256;
  const kept = earlier?.table.sha256 === source ? earlier.runs : [];
  const manifest: Manifest = {
    format: 1,
    county: county && {code: county.code, name: county.name},
    table: {title: table.title.name, year: table.title.year, sha256: source},
    runs: [...kept.flatMap(each => without(each, run)), run],
  };
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  return {path: path.join(folder, MANIFEST), bytes: new TextEncoder().encode(text)};
}

function without(run: Run, newer: Run): readonly Run[] {
  const fresh = new Map(newer.files.map(file => [file.path, file.sha256]));
  const files = run.files.filter(file => !fresh.has(file.path));
  // What is the same in both may belong to both.
  const isWhole = run.files.every(file => (fresh.get(file.path) ?? file.sha256) === file.sha256);
  if (run.recipe === newer.recipe || files.length === 0) return [];
  return [isWhole ? run : {...run, recipe: '', files}];
}

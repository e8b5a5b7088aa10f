/** The command that joins the folders of several machines to one: each file is looked at, and all or none of a county is taken. */
import path from 'node:path';
import {type Options, provenTable, type Voice} from './commands.ts';
import type {Env, OutputFile} from './env.ts';
import type {County, Table} from './extract/table.ts';
import {fileName, fileNames, OVERVIEW} from './facts/county.ts';
import {sha256} from './inputs.ts';
import {writeIndex} from './index-of-reports.ts';
import {
  cannotWrite,
  damaged,
  nothingToMerge,
  ReportError,
  stopOnErrors,
  twoVersions,
  type Issue,
} from './issues.ts';
import {type Entry, isThere, type Manifest, manifestFile, readManifest, type Run} from './manifest.ts';
import {wishOf} from './wish.ts';
import {openAll} from './workbench.ts';

/** Copies the counties of some folders into `--out`, and writes the index of all that is there then. */
export async function merge(
  env: Env,
  voice: Voice,
  folders: readonly string[],
  options: Options,
): Promise<void> {
  const wish = wishOf(options);
  const {table, issues} = await provenTable(env, voice, options);
  await voice.warn(issues);
  const opened = await openAll(env, voice, options, table);
  const found = await sourcesIn(env, table, folders);
  if (found.length === 0) throw new ReportError([nothingToMerge(folders.join(', '))]);
  stopOnErrors(await damages(env, found));
  stopOnErrors(conflicts(found));
  const tables = await fullTables(env, folders, wish.folder);
  await written(env, wish.folder, tables);
  for (const source of found) await copy(env, table, source, wish.folder);
  const counties = new Set(found.flatMap(({county}) => county ?? [])).size;
  const index = await writeIndex(env, opened, wish);
  const told = {event: 'end', counties, folders: folders.length, index};
  if (options.json) voice.say(`${JSON.stringify(told)}\n`);
  else {
    voice.tell(`Merged ${counties} ${counties === 1 ? 'county' : 'counties'} into ${wish.folder}\n`);
    if (index !== null) voice.tell(`Index  ${index}\n`);
  }
}

/** The folder of a county, or of the overview, in one of the folders to be joined. */
type Source = {readonly county: County | null; readonly home: string; readonly manifest: Manifest};

/** Every county that some folder has, folder by folder. */
async function sourcesIn(env: Env, table: Table, folders: readonly string[]): Promise<readonly Source[]> {
  const names = fileNames(table);
  const pairs = folders.flatMap(folder =>
    [[OVERVIEW, -1] as const, ...names].map(([name, at]) => ({
      county: table.counties[at] ?? null,
      home: path.join(folder, name),
    })),
  );
  const found: Source[] = [];
  for (const {county, home} of pairs) {
    const manifest = await readManifest(env, home);
    if (manifest) found.push({county, home, manifest});
  }
  stopOnErrors(
    found
      .filter(({manifest}) => manifest.table.sha256 !== table.source.sha256)
      .map(({home}) => damaged(home, 'It was made from another table', 'Give that table with --input')),
  );
  return found;
}

const filesOf = ({manifest}: Source): readonly Entry[] => manifest.runs.flatMap(run => run.files);

/** Files that are not as their manifest says; looked at one by one, as there may be thousands. */
async function damages(env: Env, sources: readonly Source[]): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const source of sources)
    for (const file of filesOf(source))
      if (!(await isThere(env, source.home, file)))
        issues.push(
          damaged(
            path.join(source.home, file.path),
            'It is not there, or not as it was written',
            'Run the command again that made it: what is whole is kept',
          ),
        );
  return issues;
}

/** Two versions of a file: nobody could say which is right. */
function conflicts(sources: readonly Source[]): readonly Issue[] {
  const known = new Map<string, {readonly home: string; readonly sha256: string}>();
  return sources.flatMap(source =>
    filesOf(source).flatMap(({path: file, sha256}) => {
      const key = path.join(source.county?.key ?? OVERVIEW, file);
      const earlier = known.get(key);
      known.set(key, earlier ?? {home: source.home, sha256});
      return earlier && earlier.sha256 !== sha256
        ? [twoVersions(path.join(earlier.home, file), path.join(source.home, file))]
        : [];
    }),
  );
}

/**
 * The full tables that stand beside the counties of a large table, once for each language.
 * @throws ReportError where two folders have different ones
 */
async function fullTables(env: Env, folders: readonly string[], out: string): Promise<readonly OutputFile[]> {
  const known = new Map<string, {readonly from: string; readonly bytes: Uint8Array}>();
  for (const folder of folders)
    for (const name of (await env.list(folder)).filter(each => FULL_TABLE.test(each))) {
      const from = path.join(folder, name);
      const bytes = (await env.read(from))!;
      const earlier = known.get(name);
      if (earlier && sha256(earlier.bytes) !== sha256(bytes))
        throw new ReportError([twoVersions(earlier.from, from)]);
      known.set(name, {from, bytes});
    }
  return [...known].map(([name, {bytes}]) => ({path: path.join(out, name), bytes}));
}

const FULL_TABLE = /^full-table\.[\w-]+\.csv$/;

async function written(env: Env, folder: string, files: readonly OutputFile[]): Promise<void> {
  await env.write(files).catch((error: Error) => {
    throw new ReportError([cannotWrite(folder, error.message)]);
  });
}

/** Copies the files of a county, the manifest last. */
async function copy(env: Env, table: Table, {county, home, manifest}: Source, out: string): Promise<void> {
  const folder = path.join(out, fileName(table, county));
  for (const run of manifest.runs) {
    const files = await Promise.all(run.files.map(file => copied(env, home, folder, file)));
    const earlier = await readManifest(env, folder);
    await written(env, folder, [...files, manifestFile(folder, table, county, earlier, run)]);
  }
}

async function copied(env: Env, home: string, folder: string, {path: file}: Run['files'][number]) {
  const bytes = await env.read(path.join(home, file));
  if (!bytes)
    throw new ReportError([damaged(path.join(home, file), 'It is gone', 'Nothing may write there')]);
  return {path: path.join(folder, file), bytes};
}

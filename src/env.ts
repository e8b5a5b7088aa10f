/**
 * The outside world as one argument: files and fonts. Nothing else in `src` but `cli.ts` reads or writes,
 * so a test can hand over a world of its own. There is no clock: dates come from the table's card.
 */
import {createRequire} from 'node:module';
import {mkdir, open, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import type {Readable} from 'node:stream';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';

export type Env = {
  /** Folder of the package's own `templates` and `data`. */
  readonly home: string;
  /**
   * The bytes of a file, or null where there is none that can be read. Of one that is larger than `most`, so many
   * and one more: a caller that has a limit sees that it is passed, and no device or pipe is read for ever.
   */
  readonly read: (file: string, most?: number) => Promise<Uint8Array | null>;
  /** The names in a folder, sorted by code unit; empty where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Writes all files, each whole or not at all, in this order; folders are made as needed. */
  readonly write: (files: readonly OutputFile[]) => Promise<void>;
  /** Clears a folder of the drafts that a run which was killed has left in it. */
  readonly sweep: (folder: string) => Promise<void>;
  /** Whatever is given on standard input. */
  readonly input: () => Promise<string>;
  /** The date that files bear: the release of the figures (ISO 8601), so that it is the same on any day. */
  readonly dated: (released: string | null) => Date;
  /** How many threads can run side by side. */
  readonly cores: number;
  /** The file that a module path (`@scope/package/file.ttf`) stands for; null where there is none. */
  readonly resolve: (modulePath: string) => string | null;
};

export type OutputFile = {readonly path: string; readonly bytes: Uint8Array};

export type World = {
  /** Seconds since 1970 for files whose figures have no release date (SOURCE_DATE_EPOCH). */
  readonly epoch?: string;
  readonly stdin?: Readable;
  /** What tells the drafts of this run from those of another that writes the same file at the same time. */
  readonly mark?: string;
};

/** The world as Node gives it. */
export function nodeEnv({epoch = '0', stdin, mark = 'own'}: World = {}): Env {
  // `src/env.ts` and the bundle in `dist` lie equally deep below the package root.
  const home = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const require = createRequire(path.join(home, 'package.json'));
  let writes = 0;
  return {
    home,
    read: (file, most) => (most === undefined ? readFile(file) : readStart(file, most)).catch(() => null),
    list: folder =>
      readdir(folder).then(
        names => names.toSorted(),
        () => [],
      ),
    write: files => writeAll(files, `${mark}_${++writes}`),
    sweep: async folder => {
      const names = await readdir(folder).catch(() => []);
      const drafts = names.filter(name => DRAFT.test(name));
      await Promise.all(drafts.map(name => rm(path.join(folder, name), {force: true})));
    },
    input: async () => (stdin ? text(stdin) : ''),
    dated: released => new Date(released ? `${released}T00:00:00Z` : Number(epoch) * 1000),
    cores: availableParallelism(),
    resolve: modulePath => {
      try {
        return require.resolve(modulePath);
      } catch {
        return null;
      }
    },
  };
}

/** The first bytes of a file, at most so many and one more. Devices and pipes, which may never end, are no files. */
async function readStart(file: string, most: number): Promise<Uint8Array> {
  if (!(await stat(file)).isFile()) throw new Error(`${file} is no file`);
  const handle = await open(file);
  try {
    const bytes = new Uint8Array(most + 1);
    let size = 0;
    while (size < bytes.length) {
      const {bytesRead} = await handle.read(bytes, size, bytes.length - size);
      if (bytesRead === 0) break;
      size += bytesRead;
    }
    return bytes.slice(0, size);
  } finally {
    await handle.close();
  }
}

/** The name of what is not yet the file that it will be. */
const DRAFT = /\.\w+\.part$/;

/**
 * Writes every file beside its place first and renames only when all are on disk, so that a full disk or a
 * broken run leaves the old files as they were. (A rename that fails half-way leaves each file whole, old or
 * new; what is beside is cleared away.)
 */
async function writeAll(files: readonly OutputFile[], mark: string): Promise<void> {
  const drafts = files.map(file => ({...file, draft: `${file.path}.${mark}.part`}));
  try {
    for (const {path: target, draft, bytes} of drafts) {
      await makeFolder(path.dirname(target));
      await writeFile(draft, bytes);
    }
    for (const {path: target, draft} of drafts) await rename(draft, target);
  } catch (error) {
    // What cannot be cleared away must not hide why the writing failed.
    await Promise.allSettled(drafts.map(({draft}) => rm(draft, {force: true})));
    throw error;
  }
}

/**
 * Makes a folder and those above it. Not by `recursive`: where a file system has the parent and will have no
 * folder in it (`/proc`), Node tries for ever.
 */
async function makeFolder(folder: string): Promise<void> {
  const make = () =>
    mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
      const isThere = error.code === 'EEXIST' && (await stat(folder)).isDirectory();
      if (!isThere) throw error;
    });
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || path.dirname(folder) === folder) throw error;
    await makeFolder(path.dirname(folder));
    await make();
  });
}

/** The world as Node gives it: what is written is whole, and no date depends on the clock or the time zone. */
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {nodeEnv, type OutputFile} from '../src/env.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gen-report-env-'));
});
afterEach(() => rm(folder, {recursive: true}));

const at = (name: string) => path.join(folder, name);
const text = (name: string) => readFile(at(name), 'utf8');
const fresh = (name: string): OutputFile => ({
  path: at(name),
  bytes: new TextEncoder().encode(`new ${name}`),
});
const everything = async () => (await readdir(folder, {recursive: true})).toSorted();

describe('write', () => {
  test('makes folders and replaces files, and leaves nothing beside them', async () => {
    await writeFile(at('a.txt'), 'old and longer than the new');
    await nodeEnv().write([fresh('a.txt'), fresh('deep/down/b.txt')]);
    expect(await text('a.txt')).toBe('new a.txt');
    expect(await text('deep/down/b.txt')).toBe('new deep/down/b.txt');
    expect(await everything()).toEqual(['a.txt', 'deep', 'deep/down', 'deep/down/b.txt']);
  });

  test('leaves the old files where the folder of the last cannot be made', async () => {
    await writeFile(at('a.txt'), 'old');
    await writeFile(at('file'), '');
    await expect(nodeEnv().write([fresh('a.txt'), fresh('file/b.txt')])).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(await text('a.txt')).toBe('old');
    await vi.waitFor(async () => expect(await everything()).toEqual(['a.txt', 'file']));
  });

  test('makes no folder where a file stands, and says so', async () => {
    await writeFile(at('a.txt'), 'old');
    await expect(nodeEnv().write([fresh('a.txt/b/c.txt')])).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(await text('a.txt')).toBe('old');
  });

  test.runIf(existsSync('/proc/self'))('gives up where no folder can be made', async () => {
    const bytes = new Uint8Array();
    await expect(nodeEnv().write([{path: '/proc/report/oslo/a.txt', bytes}])).rejects.toThrow('ENOENT');
  });

  test('leaves the old files where the place of the first is a folder', async () => {
    await mkdir(at('place'));
    await writeFile(at('a.txt'), 'old');
    await expect(nodeEnv().write([fresh('place'), fresh('a.txt')])).rejects.toThrow('rename');
    expect(await text('a.txt')).toBe('old');
    expect(await everything()).toEqual(['a.txt', 'place']);
  });

  test('leaves each file whole where the place of a later one is a folder', async () => {
    await mkdir(at('place'));
    await writeFile(at('a.txt'), 'old');
    await writeFile(at('z.txt'), 'old');
    await expect(nodeEnv().write([fresh('a.txt'), fresh('place'), fresh('z.txt')])).rejects.toThrow('rename');
    expect([await text('a.txt'), await text('z.txt')]).toEqual(['new a.txt', 'old']);
    expect(await everything()).toEqual(['a.txt', 'place', 'z.txt']);
  });
});

describe('read', () => {
  const size = async (file: string, most?: number) => (await nodeEnv().read(file, most))?.length;

  test('gives all of a file, or null where there is none', async () => {
    await writeFile(at('a.txt'), 'abcdef');
    expect(new TextDecoder().decode((await nodeEnv().read(at('a.txt')))!)).toBe('abcdef');
    expect(await nodeEnv().read(at('b.txt'))).toBeNull();
    expect(await nodeEnv().read(folder)).toBeNull();
  });

  test('with a limit gives all of a file within it', async () => {
    await writeFile(at('a.txt'), 'abcdef');
    for (const most of [6, 7, 100])
      expect(new TextDecoder().decode((await nodeEnv().read(at('a.txt'), most))!)).toBe('abcdef');
    await writeFile(at('empty.txt'), '');
    expect(await size(at('empty.txt'), 5)).toBe(0);
  });

  test('with a limit gives one byte more than it of a file beyond it, from the start', async () => {
    await writeFile(at('a.txt'), 'abcdef');
    expect(new TextDecoder().decode((await nodeEnv().read(at('a.txt'), 3))!)).toBe('abcd');
    expect([await size(at('a.txt'), 0), await size(at('a.txt'), 5)]).toEqual([1, 6]);
  });

  test('with a limit gives null too where there is no file to read', async () => {
    expect(await nodeEnv().read(at('b.txt'), 5)).toBeNull();
    expect(await nodeEnv().read(folder, 5)).toBeNull();
  });

  test.runIf(existsSync('/dev/zero'))(
    'with a limit takes no device for a file, which might never end',
    async () => {
      expect(await nodeEnv().read('/dev/zero', 100_000)).toBeNull();
    },
  );

  test.runIf(process.platform !== 'win32')(
    'with a limit takes no pipe for a file, which might never begin',
    async () => {
      execFileSync('mkfifo', [at('pipe')]);
      expect(await nodeEnv().read(at('pipe'), 5)).toBeNull();
    },
  );
});

describe('dated', () => {
  const {TZ} = process.env;
  afterEach(() => {
    process.env['TZ'] = TZ;
  });

  test.each(['Asia/Tokyo', 'America/New_York', 'UTC'])('is midnight UTC in %s', zone => {
    process.env['TZ'] = zone;
    expect(nodeEnv({epoch: '86400'}).dated('2008-05-08').toISOString()).toBe('2008-05-08T00:00:00.000Z');
  });

  test('is SOURCE_DATE_EPOCH where there is no release, and 1970 where that is not given', () => {
    expect(nodeEnv({epoch: '1210204800'}).dated(null).toISOString()).toBe('2008-05-08T00:00:00.000Z');
    expect(nodeEnv().dated(null).toISOString()).toBe('1970-01-01T00:00:00.000Z');
  });
});

/**
 * Many counties in one command: what is there is kept, what is damaged is made again, one that fails stops no other, and
 * shares of several machines join to the bytes of one run.
 */
import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {largeTable, printLarge} from './large-tables.ts';

const BIN = path.resolve('bin/gen-report.mjs');

/** Quick to make, and of all kinds: text, pages, pictures, and files that pages share. */
const QUICK = ['--format', 'txt,csv,html', '--assets', 'shared', '--no-verify'];

type Outcome = {readonly code: number; readonly out: string; readonly err: string};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gen-report-batch-'));
  await run('--all', ...QUICK, '--out', 'whole', '--quiet');
  // Templates that differ in nothing but a comment.
  await cp('templates', at('mine'), {recursive: true});
  const style = await readFile(at('mine/style.css'), 'utf8');
  await writeFile(at('mine/style.css'), `${style}\n/* mine */\n`);
});
afterAll(() => rm(folder, {recursive: true}));

const at = (...names: readonly string[]) => path.join(folder, ...names);

/** Runs the command in a folder of its own; what is in `input` is given to it. */
const run = (...args: string[]): Promise<Outcome> => runWith('', ...args);

function runWith(input: string, ...args: string[]): Promise<Outcome> {
  return new Promise(resolve => {
    const child = execFile(process.execPath, [BIN, ...args], {cwd: folder}, (error, out, err) =>
      resolve({code: error ? Number(error.code) : 0, out, err}),
    );
    child.stdin!.end(input);
  });
}

/** Every file below a folder with its bytes, as one text that two folders can be compared by. */
async function contents(name: string): Promise<Readonly<Record<string, string>>> {
  const files = await readdir(at(name), {recursive: true, withFileTypes: true});
  const paths = files
    .filter(file => file.isFile())
    .map(file => path.join(file.parentPath, file.name))
    .toSorted();
  const entries = paths.map(async each => [path.relative(at(name), each), await readFile(each, 'latin1')]);
  return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
}

const events = ({out}: Outcome): readonly any[] =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

const statuses = (outcome: Outcome): Readonly<Record<string, string>> =>
  Object.fromEntries(
    events(outcome)
      .filter(({event}) => event === 'county')
      .map(({county, status}) => [county.name, status]),
  );

describe('--all', () => {
  test('writes each county once, with a manifest, and an index that verify reads', async () => {
    const folders = (await readdir(at('whole'))).filter(name => !/\.html$|^assets$/.test(name));
    expect(folders).toHaveLength(19);
    for (const each of folders) {
      const manifest = JSON.parse(await readFile(at('whole', each, 'manifest.json'), 'utf8'));
      const files = manifest.runs.flatMap((one: {files: readonly {path: string}[]}) => one.files);
      for (const {path: file} of files) await stat(at('whole', each, file));
      const own = (await readdir(at('whole', each))).filter(name => name !== 'manifest.json').toSorted();
      const told = files
        .map(({path: file}: {path: string}) => file)
        .filter((file: string) => !file.includes('/'));
      expect(own).toEqual(told.toSorted());
    }
    expect(await run('verify', 'whole')).toMatchObject({code: 0});
  });

  test('keeps what is up to date, and writes it again when told so', async () => {
    const again = await run('--all', ...QUICK, '--out', 'whole', '--json');
    expect(new Set(Object.values(statuses(again)))).toEqual(new Set(['up-to-date']));
    expect(events(again).at(-1)).toEqual({
      event: 'end',
      written: 0,
      upToDate: 19,
      failed: 0,
      index: 'whole/index.html',
    });
    const forced = await run('-c', 'Oslo', ...QUICK, '--out', 'whole', '--json', '--force');
    expect(statuses(forced)).toEqual({Oslo: 'written'});
  });

  test('makes anew what is damaged, what is gone, and what other templates are for', async () => {
    await cp(at('whole'), at('damaged'), {recursive: true});
    await writeFile(at('damaged/oslo/oslo.en.txt'), 'Oslo');
    await rm(at('damaged/troms/troms.en.html'));
    await writeFile(at('damaged/nordland/manifest.json'), '{"format": 1');
    // What a run that was killed leaves behind.
    for (const draft of ['oslo/oslo.en.txt.77_3.part', 'assets/page.css.77_3.part', 'index.html.77_4.part'])
      await writeFile(at('damaged', draft), 'half');
    const mended = statuses(await run('--all', ...QUICK, '--out', 'damaged', '--json'));
    const written = Object.keys(mended).filter(name => mended[name] === 'written');
    expect(written.toSorted()).toEqual(['Nordland', 'Oslo', 'Troms']);
    expect(await contents('damaged')).toEqual(await contents('whole'));

    const other = await run('-c', 'Oslo', ...QUICK, '--out', 'damaged', '--json', '--templates', 'mine');
    expect(statuses(other)).toEqual({Oslo: 'written'});
  });

  test('what was not read back is read back when that is asked for', async () => {
    const args = ['-c', 'Oslo', '-f', 'txt', '--out', 'unread', '--json'];
    expect(statuses(await run(...args, '--no-verify'))).toEqual({Oslo: 'written'});
    expect(statuses(await run(...args))).toEqual({Oslo: 'written'});
    expect(statuses(await run(...args))).toEqual({Oslo: 'up-to-date'});
  });

  test('languages and formats of several runs stand beside each other', async () => {
    await run('-c', 'Oslo,Troms', '-f', 'txt', '-l', 'en', '--out', 'beside', '--no-verify');
    await run('-c', 'Oslo,Troms', '-f', 'txt', '-l', 'nb', '--out', 'beside', '--no-verify');
    const index = await readFile(at('beside/index.html'), 'utf8');
    expect(index).toContain('href="oslo/oslo.en.txt"');
    expect(index).toContain('href="troms/troms.nb.txt"');
    const kept = await run('-c', 'Oslo', '-f', 'txt', '-l', 'en', '--out', 'beside', '--no-verify', '--json');
    expect(statuses(kept)).toEqual({Oslo: 'up-to-date'});
  });

  test('one thread makes the same bytes', async () => {
    const args = ['-c', 'Oslo', '--no-verify', '--quiet'];
    await run(...args, '--out', 'many');
    await run(...args, '--out', 'one', '--no-threads');
    expect(await contents('one')).toEqual(await contents('many'));
  });

  test('takes a list on standard input', async () => {
    const listed = await runWith(
      '03\n\nTroms, Finnmárku\n',
      '-c',
      '-',
      '-f',
      'txt',
      '--json',
      '-o',
      'listed',
    );
    expect(Object.keys(statuses(listed))).toEqual(['Oslo', 'Troms', 'Finnmark']);
    const {code, err} = await runWith('\n', '--county', '-', '-f', 'txt', '-o', 'never');
    expect([code, err]).toEqual([2, expect.stringContaining('No county was given')]);
  });
});

describe('a large table', () => {
  test('has its full table once, beside the counties, and merge takes it along', async () => {
    await writeFile(at('large.csv'), printLarge(largeTable(45)));
    const args = ['-i', 'large.csv', '-c', '0001,0002', '-f', 'txt,csv', '--quiet'];
    for (const share of [1, 2]) {
      expect(await run(...args, '--shard', `${share}/2`, '-o', `large-${share}`)).toMatchObject({code: 0});
    }
    expect(await run('merge', 'large-1', 'large-2', '-i', 'large.csv', '-o', 'large')).toMatchObject({
      code: 0,
    });
    const files = (await readdir(at('large'), {recursive: true})).toSorted();
    expect(files.filter(file => file.includes('full-table'))).toEqual(['full-table.en.csv']);
    expect((await run('verify', 'large', '-i', 'large.csv')).code).toBe(0);
    const {code, err} = await run('--overview', '-i', 'large.csv', '-o', 'never');
    expect([code, err]).toEqual([2, expect.stringContaining('no overview of 45')]);
  });
});

describe('a county that fails', () => {
  test('stops no other, and says why, at the end', async () => {
    await mkdir(at('failing'));
    await writeFile(at('failing/oslo'), 'a file where a folder must be');
    const outcome = await run('-c', 'Troms,Oslo,Finnmark', '-f', 'txt', '-o', 'failing');
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(/^Troms: 1 files?$/m);
    expect(outcome.err).toMatch(/^Failed 1 with nothing new written: Oslo$/m);
    expect(outcome.err).toMatch(/error: Nothing could be written to failing\/oslo/);
    expect(await readFile(at('failing/finnmark/finnmark.en.txt'), 'utf8')).toContain('Finnmark');
    const told = await run('-c', 'Troms,Oslo', '-f', 'txt', '-o', 'failing', '--json');
    expect(statuses(told)).toEqual({Troms: 'up-to-date', Oslo: 'failed'});
    expect(events(told)[2].issues).toMatchObject([{code: 'cannot-write'}]);
  });
});

describe('--shard', () => {
  test('ten shares have each county once, and merge to the bytes of one run', async () => {
    const shares = Array.from({length: 10}, (_, place) => `share-${place + 1}`);
    const made: string[] = [];
    for (const [place, share] of shares.entries()) {
      const outcome = await run('--all', ...QUICK, '--shard', `${place + 1}/10`, '-o', share, '--json');
      made.push(...Object.keys(statuses(outcome)));
    }
    expect(made).toHaveLength(19);
    expect(new Set(made).size).toBe(19);
    const merged = await run('merge', ...shares, '-o', 'merged', '--assets', 'shared');
    expect(merged).toMatchObject({code: 0});
    expect(merged.err).toContain('Merged 19 counties into merged');
    expect(await contents('merged')).toEqual(await contents('whole'));
  });

  test.each(['0/3', '4/3', '1/0', 'a/b', '3', '-1/3'])('refuses %s', async shard => {
    const {code, err} = await run('--all', '--shard', shard, '-o', 'never');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(`--shard is "${shard.replace(/^-/, '\u2212')}"`),
    ]);
  });

  test('merge takes nothing that is damaged, foreign, or there in two versions', async () => {
    const refused = async (...args: string[]) => {
      const {code, err} = await run('merge', ...args, '-o', 'refused');
      expect(await readdir(folder)).not.toContain('refused');
      return [code, err] as const;
    };
    await run('-c', 'Oslo,Troms', ...QUICK, '-o', 'some');
    expect(await refused('nowhere')).toEqual([
      2,
      expect.stringContaining('no report of the table in nowhere'),
    ]);
    await cp(at('some'), at('broken'), {recursive: true});
    const [home] = (await readdir(at('broken'))).filter(name => name !== 'assets' && !name.endsWith('.html'));
    await writeFile(at('broken', home!, `${home}.en.txt`), 'less');
    expect(await refused('broken')).toEqual([
      2,
      expect.stringContaining(`${home}.en.txt: It is not there, or`),
    ]);
    await run('-c', home!, ...QUICK, '-o', 'other', '--templates', 'mine');
    expect(await refused('some', 'other')).toEqual([
      2,
      expect.stringContaining('are two versions of a file'),
    ]);
    const text = await readFile('data/net-migration-2007.txt', 'utf8');
    await writeFile(at('copy.txt'), `${text}\n`);
    expect(await refused('some', '-i', 'copy.txt')).toEqual([
      2,
      expect.stringContaining('made from another table'),
    ]);
  });
});

/**
 * How often a run is killed here, and of which formats; `KILLS=50 npx vitest run test/batch.test.ts -t killed` asks for more
 * of both.
 */
const KILLS = Number(process.env['KILLS'] ?? 4);
const FORMATS = 'KILLS' in process.env ? 'pdf,txt,html,charts' : 'txt,html';

describe('a run that is killed', () => {
  const exited = (child: ChildProcess) => new Promise<void>(resolve => child.once('exit', () => resolve()));
  const args = ['--all', '--format', FORMATS, '--assets', 'shared', '--no-verify', '--quiet'];

  test(`at ${KILLS} moments leaves no damaged file, and the next completes to the same bytes`, async () => {
    await run(...args, '-o', 'unkilled');
    const whole = await contents('unkilled');
    const damaged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      // From nothing, on top of what the last one left, and over what is there: there is always something to write.
      if (kill % 3 === 0) await rm(at('killed'), {recursive: true, force: true});
      const how = kill % 3 === 2 ? ['--force'] : [];
      const child = spawn(process.execPath, [BIN, ...args, ...how, '-o', 'killed'], {
        cwd: folder,
        stdio: 'ignore',
      });
      // From the start of Node to some counties on.
      setTimeout(() => child.kill('SIGKILL'), 300 + ((kill * 7919) % 97) * 60);
      await exited(child);
      const left = await contents('killed').catch(() => ({}) as Readonly<Record<string, string>>);
      for (const [file, bytes] of Object.entries(left))
        if (!file.endsWith('.part') && file !== 'index.html' && bytes !== whole[file])
          damaged.push(`${kill}: ${file}`);
    }
    expect(damaged).toEqual([]);
    expect((await run(...args, '-o', 'killed')).code).toBe(0);
    expect(await contents('killed')).toEqual(whole);
  });
});

import {execFile} from 'node:child_process';
import {cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {BOTH, LOWER} from './small-tables.ts';

const BIN = path.resolve('bin/gen-report.mjs');

type Outcome = {readonly code: number; readonly out: string; readonly err: string};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gen-report-'));
});
afterAll(() => rm(folder, {recursive: true}));

/** Runs the command in a folder of its own. */
function run(...args: string[]): Promise<Outcome> {
  return new Promise(resolve => {
    execFile(process.execPath, [BIN, ...args], {cwd: folder}, (error, out, err) => {
      resolve({code: error ? Number(error.code) : 0, out, err});
    });
  });
}

describe('gen-report --overview', () => {
  test('writes the report on all counties, alone or beside those that are asked for', async () => {
    const alone = await run('--overview', '-f', 'txt,csv', '-o', 'all');
    expect({code: alone.code, out: alone.out}).toEqual({code: 0, out: ''});
    const files = await readdir(path.join(folder, 'all/overview'));
    expect(files.toSorted()).toEqual([
      'full-table.en.csv',
      'manifest.json',
      'overview.en.csv',
      'overview.en.txt',
    ]);
    const {out} = await run('--overview', '-c', 'Oslo', '-f', 'txt', '-o', 'all', '--json');
    const made = out
      .split('\n')
      .flatMap(line => (line.includes('"event":"county"') ? [JSON.parse(line)] : []))
      .map(({county, verified}) => ({county, files: verified.files}));
    expect(made).toEqual([
      {county: {code: null, name: 'Overview'}, files: 1},
      {county: {code: '03', name: 'Oslo'}, files: 1},
    ]);
    const back = await run('verify', 'all');
    expect({code: back.code, err: back.err}).toEqual({code: 0, err: ''});
    expect(back.out).toMatch(/^Verified {2}all\/overview\/overview\.en\.txt {2}\d+ sentences/m);
  });
});

describe('gen-report --county', () => {
  test('writes PDF, HTML and charts, and says what was read, proved and written', async () => {
    const {code, out, err} = await run('--county', 'oslo');
    expect({code, out}).toEqual({code: 0, out: ''});
    expect(err).toMatch(
      /^Read {3}.*net-migration-2007\.txt: Net migration between counties, 2007; 19 counties, in 7 regions$/m,
    );
    expect(err).toMatch(
      /^Proved 19 of 19 totals, their sum is zero, 5 of 5 statements in the note; consistent with its totals$/m,
    );
    expect(err).toMatch(/^Wrote {2}out\/oslo\/oslo\.en\.pdf {2}\d+ pages, \d+ kB$/m);
    const files = (await readdir(path.join(folder, 'out/oslo'), {recursive: true})).toSorted();
    expect(files.filter(file => !file.startsWith('charts'))).toEqual([
      'embed.html',
      'full-table.en.csv',
      'manifest.json',
      'oslo.en.csv',
      'oslo.en.html',
      'oslo.en.pdf',
    ]);
    for (const chart of ['chord', 'flows', 'heatmap', 'totals'])
      expect(files).toContain(`charts/${chart}.en.svg`);
    expect(files.filter(file => file.endsWith('.part'))).toEqual([]);
  });

  test('shares styles and scripts among pages, writes each once, and tells the site in the snippets', async () => {
    const options = [
      '-f',
      'html,charts',
      '--assets',
      'shared',
      '--site',
      'https://example.net/x',
      '-o',
      'shared',
    ];
    const {code, err} = await run('-c', 'Oslo,Finnmark', '-l', 'en,nb', ...options);
    expect(code).toBe(0);
    expect(err).toMatch(/^Wrote {2}shared\/assets {2}10 files, \d+ kB$/m);
    const assets = await readdir(path.join(folder, 'shared/assets'));
    expect(assets.map(name => name.split('.')[0]).toSorted()).toEqual([
      'chart',
      'charts',
      'embed',
      'embed',
      'height',
      'index',
      'index',
      'listener',
      'numbers',
      'page',
      'theme',
      'vega',
    ]);
    const snippets = await readFile(path.join(folder, 'shared/finnmark/embed.html'), 'utf8');
    expect(snippets).toContain('https://example.net/x/finnmark/charts/flows.nb.html');
    expect((await run('verify', 'shared')).code).toBe(0);
  });

  test.each([
    [['--assets', 'none'], /--assets is "none".*"inline" or "shared"/s],
    [['--site', 'example.org'], /--site is "example.org".*https:\/\//s],
  ])('refuses %j', async (options, message) => {
    const {code, err} = await run('-c', 'Oslo', '-o', 'refused', ...options);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  test('verifies what it writes, and leaves that out when told so', async () => {
    const verified = await run('-c', 'Oslo', '-f', 'txt,html', '-l', 'nb', '-o', 'verified');
    expect(verified.err).toMatch(/^Verified 2 files, read back: \d+ sentences, \d+ numbers and \d+ claims$/m);
    const left = await run('-c', 'Oslo', '-f', 'txt', '-l', 'nb', '-o', 'verified', '--no-verify');
    expect(left.code).toBe(0);
    expect(left.err).not.toContain('Verified');
  });

  test('gives the same bytes again', async () => {
    await run('--county', '3', '--out', 'again');
    for (const file of ['oslo.en.pdf', 'oslo.en.html', 'charts/chord.en.svg']) {
      const [first, second] = await Promise.all(
        ['out', 'again'].map(out => readFile(path.join(folder, out, 'oslo', file))),
      );
      expect(first!.equals(second!)).toBe(true);
    }
  });

  test('takes several counties and one format, and is silent when told so', async () => {
    const {code, out, err} = await run(
      '-c',
      '20',
      '-c',
      'more og romsdal',
      '-f',
      'txt',
      '-o',
      'texts',
      '--quiet',
    );
    expect({code, out, err}).toEqual({code: 0, out: '', err: ''});
    expect(await readdir(path.join(folder, 'texts'))).toEqual(['finnmark', 'index.html', 'more-og-romsdal']);
    expect(await readdir(path.join(folder, 'texts/finnmark'))).toEqual(['finnmark.en.txt', 'manifest.json']);
  });

  test('tells programs the same as JSON', async () => {
    const {code, out} = await run('-c', 'Oslo', '-f', 'txt', '-o', 'texts', '--json');
    const [start, county, end, ...more] = out.split('\n').map(line => line && JSON.parse(line));
    expect([code, more]).toEqual([0, ['']]);
    expect(start).toMatchObject({event: 'start', input: {year: 2007}, proof: {passed: true}, issues: []});
    expect(start.proof.checks).toHaveLength(25);
    expect(county).toMatchObject({event: 'county', county: {code: '03', name: 'Oslo'}, status: 'written'});
    expect(county.files).toMatchObject([{path: 'texts/oslo/oslo.en.txt'}]);
    expect(county.verified).toMatchObject({files: 1});
    expect(end).toMatchObject({event: 'end', written: 1, upToDate: 0, failed: 0});
  });
});

describe('mistakes', () => {
  test.each([
    ['no county', [], 2, 'No county was given'],
    ['an unknown county', ['-c', 'Osol'], 2, 'Did you mean "Oslo"?'],
    ['every unknown county', ['-c', 'Osol,Bergen'], 2, 'There is no county "Bergen"'],
    ['an unknown language', ['-c', 'Oslo', '-l', 'fi'], 2, 'There is no language "fi"'],
    ['an unknown format', ['-c', 'Oslo', '-f', 'docx'], 2, 'There is "pdf", "html", "txt", "csv", "charts"'],
    ['an unknown option', ['--conty', 'Oslo'], 2, 'Did you mean --county?'],
    ['an unknown command', ['chekc'], 2, 'Did you mean "check"?'],
    ['a county without --county', ['Oslo'], 2, 'gen-report --county Oslo'],
    ['a file that is not there', ['-c', 'Oslo', '-i', 'nowhere.txt'], 3, 'nowhere.txt'],
  ])('%s', async (_, args, code, words) => {
    await rm(path.join(folder, 'out'), {recursive: true, force: true});
    const outcome = await run(...args);
    expect(outcome).toMatchObject({code, out: ''});
    expect(outcome.err).toContain(words);
    expect(outcome.err).not.toMatch(/\n {4}at /);
    expect(await readdir(folder)).not.toContain('out');
  });

  test('a wrong figure stops the run, shows the place and writes nothing', async () => {
    const text = await readFile('data/net-migration-2007.txt', 'utf8');
    await writeFile(path.join(folder, 'wrong.txt'), text.replace('-3\u00a0929', '-3\u00a0829'));
    const {code, err} = await run('-c', 'Oslo', '-i', 'wrong.txt', '-o', 'never');
    expect(code).toBe(4);
    expect(err).toContain(
      'wrong.txt:8:18 error: Oslo against Akershus reads -3\u00a0829; both sums say -3\u00a0929 (one digit differs)',
    );
    expect(err).toMatch(/\n {2}\| .*\n {2}\| +\^\n/);
    expect(err).toContain('--accept-repair');
    expect(await readdir(folder)).not.toContain('never');
  });

  test('a wrong figure is corrected where that is accepted, and warning, summary and report say so', async () => {
    const text = await readFile('data/net-migration-2007.txt', 'utf8');
    await writeFile(path.join(folder, 'repaired.txt'), text.replace('-3\u00a0929', '-3\u00a0829'));
    const args = ['-c', 'Oslo', '-i', 'repaired.txt', '-f', 'txt', '-o', 'repaired', '--accept-repair'];
    const {code, err} = await run(...args);
    expect(code).toBe(0);
    expect(err).toContain(
      'repaired.txt:8:18 warning: Oslo against Akershus reads -3\u00a0829 and was corrected to -3\u00a0929',
    );
    expect(err).toMatch(/^Proved .*, after one correction; consistent with its totals$/m);
    const report = await readFile(path.join(folder, 'repaired/oslo/oslo.en.txt'), 'utf8');
    expect(report.replace(/\s+/g, ' ')).toContain(
      'One figure was corrected: Oslo against Akershus is printed as “-3 829”; both totals say −3,929.',
    );
    const [told] = (await run(...args, '--json')).out.split('\n').map(line => line && JSON.parse(line));
    expect(told.proof.passed).toBe(true);
    expect(told.issues).toMatchObject([{code: 'repaired', severity: 'warning', line: 8, column: 18}]);
  });

  test('two wrong figures are not corrected, whatever is accepted', async () => {
    const text = await readFile('data/net-migration-2007.txt', 'utf8');
    const wrong = text.replace('-3\u00a0929', '-3\u00a0829').replace('67 -337', '76 -337');
    await writeFile(path.join(folder, 'twice.txt'), wrong);
    const {code, err} = await run('-c', 'Oslo', '-i', 'twice.txt', '-o', 'never', '--accept-repair');
    expect(code).toBe(4);
    expect(err).toContain('twice.txt:8:10 error: Oslo has the total 151, but its figures add up to 251');
    expect(err).not.toContain('corrected');
    expect(await readdir(folder)).not.toContain('never');
  });

  test('a note that contradicts the table is warned of, with its place; the report follows the table', async () => {
    const text = await readFile('data/net-migration-2007.txt', 'utf8');
    await writeFile(path.join(folder, 'noted.txt'), text.replace('Akershus (501)', 'Akershus (510)'));
    const {code, err} = await run('-c', '01', '-i', 'noted.txt', '-f', 'txt', '-o', 'noted', '--quiet');
    expect(code).toBe(0);
    expect(err).toContain(
      'noted.txt:131:137 warning: The note says 510 for Østfold against Akershus; the table says 501',
    );
    expect(err).not.toMatch(/error|Proved/);
    const report = await readFile(path.join(folder, 'noted/ostfold/ostfold.en.txt'), 'utf8');
    expect(report.replace(/\s+/g, ' ')).toContain(
      'In one of them the note gives a different figure from the table.',
    );
  });

  test('a table without a year is read and proved, but not reported on', async () => {
    await writeFile(path.join(folder, 'undated.txt'), BOTH.replace('. 2010', ''));
    const checked = await run('check', 'undated.txt');
    expect(checked.code).toBe(0);
    expect(checked.err).toContain('undated.txt:1:1 warning: No year was found above the table');
    const {code, out, err} = await run('-c', 'Bø', '-i', 'undated.txt', '-o', 'never');
    expect({code, out}).toEqual({code: 3, out: ''});
    expect(err).toContain('undated.txt:1:1 error: A report needs the year of the figures');
    expect(await readdir(folder)).not.toContain('never');
  });

  test('a wrong template stops the run with every error', async () => {
    await cp('templates', path.join(folder, 'mine'), {recursive: true});
    const file = path.join(folder, 'mine/en/report.md');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text
        .replace('{% $runner %} followed', '{% $runer %} followed')
        .replace('exactly in balance', 'exactly in 2nd balance'),
    );
    const {code, err} = await run('-c', 'Oslo', '--templates', 'mine', '-o', 'never');
    expect(code).toBe(5);
    expect(err).toContain('There is no $runer here');
    expect(err).toContain('A typed number: 2');
    expect((await run('validate', 'mine')).code).toBe(5);
    expect(await readdir(folder)).not.toContain('never');
  });

  test('a folder that cannot be written to is named', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const {code, err} = await run('-c', 'Oslo', '-f', 'txt', '-o', 'file');
    expect(code).toBe(2);
    expect(err).toContain('Nothing could be written to file');
  });
});

describe('the other commands', () => {
  test('list', async () => {
    const {code, out} = await run('list');
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(20);
    expect(out).toContain('20  Finnmark Finnmárku\n');
  });

  test('check --json gives the matrix with a null diagonal', async () => {
    const {code, out} = await run('check', '--json');
    const {title, year, units, total, net, issues} = JSON.parse(out);
    expect({code, title, year, issues}).toEqual({
      code: 0,
      title: 'Net migration between counties',
      year: 2007,
      issues: [],
    });
    expect(units[2]).toEqual({code: '03', name: 'Oslo'});
    expect(total[2]).toBe(151);
    expect(net[2].slice(0, 4)).toEqual([-89, -3929, null, 337]);
  });

  test('check --json of a text that is no table gives the issues', async () => {
    await writeFile(path.join(folder, 'letter.txt'), 'Dear reader\n');
    const {code, out} = await run('check', 'letter.txt', '--json');
    expect(code).toBe(3);
    const {issues, ...rest} = JSON.parse(out);
    expect(rest).toEqual({title: null, year: null, units: null, total: null, net: null});
    expect(issues).toMatchObject([{code: 'no-table', severity: 'error', line: 1, column: 1}]);
  });

  test('check --json gives every issue, errors and warnings', async () => {
    const wrong = BOTH.replace('. 2010', '').replace('-8 -7 -1 -', '-8 -7 1 -');
    await writeFile(path.join(folder, 'bad.txt'), wrong);
    const {code, out} = await run('check', 'bad.txt', '--json');
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({
      year: null,
      issues: [
        {code: 'cell-disagrees', severity: 'error', line: 5, column: 11},
        {code: 'no-year', severity: 'warning', line: 1},
      ],
    });
  });

  test('check says how the table was read, what a plus means and what was proved', async () => {
    const {code, out, err} = await run('check');
    expect({code, err}).toEqual({code: 0, err: ''});
    expect(out.split('\n').slice(1)).toEqual([
      'As     running text in UTF-8; 2 blocks of columns, heads below; the lower half printed; totals in the first column',
      'Signs  thousands: no-break space; minus: hyphen; diagonal: hyphen; nil: "0"',
      'Plus   a plus is a net gain of the row, as 5 of 5 statements in the note say',
      'Proved 19 of 19 totals, their sum is zero, 5 of 5 statements in the note; consistent with its totals',
      '',
    ]);
  });

  test('check says of a table without totals that nothing is proved, and warns', async () => {
    await writeFile(path.join(folder, 'unproven.txt'), LOWER);
    const {code, out, err} = await run('check', 'unproven.txt');
    expect(code).toBe(0);
    expect(out).toMatch(/^Read {3}unproven\.txt: .*, 2010; 3 municipalities; no card, so no source$/m);
    expect(out).toMatch(
      /^Proved nothing of the figures, for there are no totals; no statements in the note$/m,
    );
    expect(err).toContain('unproven.txt:3:1 warning: The text has no totals');
  });

  test('counties without numbers are listed and found by name', async () => {
    await writeFile(path.join(folder, 'bare.txt'), BOTH);
    expect((await run('list', '-i', 'bare.txt')).out).toBe('Alta\nBø\nLom\n');
    const {code} = await run('-c', 'bo', '-i', 'bare.txt', '-f', 'csv', '-o', 'bare');
    expect(code).toBe(0);
    expect(await readdir(path.join(folder, 'bare'))).toEqual(['bo']);
    const csv = (name: string) => readFile(path.join(folder, 'bare/bo', name), 'utf8');
    expect(await csv('bo.en.csv')).toBe('Region,Net migration\r\nAlta,2\r\nLom,1\r\n');
    expect(await csv('full-table.en.csv')).toBe(
      ['Region,Total,Alta,Bø,Lom', 'Alta,5,,-2,7', 'Bø,3,2,,1', 'Lom,-8,-7,-1,', ''].join('\r\n'),
    );
  });

  test('validate', async () => {
    const {code, out} = await run('validate');
    expect({code, out}).toMatchObject({code: 0, out: expect.stringContaining('In order: en')});
  });

  test('--help begins with examples', async () => {
    const {code, out} = await run('--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^Examples:\n {2}gen-report --county Oslo/);
    expect(out).toContain('Exit codes:');
  });
});

describe('gen-report verify', () => {
  beforeAll(() => run('-c', 'Oslo', '-l', 'all', '-f', 'txt,html,csv', '-o', 'finished'));

  test('says of each report how much of it was recomputed', async () => {
    const {code, out, err} = await run('verify', 'finished');
    expect({code, err}).toEqual({code: 0, err: ''});
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(
      /^Verified {2}finished\/oslo\/oslo\.en\.html {2}29 sentences, \d+ numbers, \d+ claims$/,
    );
    expect(lines[6]).toBe('Verified  6 files of figures and charts');
  });

  test('says what is wrong, and where, and leaves with 6', async () => {
    const file = path.join(folder, 'finished/oslo/oslo.nb.txt');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('Hordaland (540)', 'Hordaland (541)'));
    const {code, out, err} = await run('verify', 'finished');
    expect(code).toBe(6);
    expect(out).toContain('Wrong     finished/oslo/oslo.nb.txt  1 problem');
    expect(err).toMatch(/oslo\.nb\.txt:\d+:1 error: “541” stands where net\(03,12\) is “540”/);
    const json = await run('verify', file, '--json');
    expect(json.code).toBe(6);
    expect(JSON.parse(json.out)).toMatchObject({passed: false, files: [{issues: [{code: 'unverified'}]}]});
    await writeFile(file, text);
  });

  test('says when there is nothing to verify', async () => {
    const {code, err} = await run('verify', 'nowhere');
    expect(code).toBe(2);
    expect(err).toContain('There is no report in nowhere');
  });
});

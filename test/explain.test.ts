/** `gen-report explain`: where a report uses a number, how it is computed, and the characters printed for it. */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {explain, type Options, type Voice} from '../src/commands.ts';
import {nodeEnv} from '../src/env.ts';
import {questionAbout, questionsIn, readAsked} from '../src/explain.ts';
import {exitCode, type Issue, ReportError} from '../src/issues.ts';
import {MOVES} from './small-tables.ts';
import {publishedTable} from './tables-2007.ts';

const TEXT = await readFile('data/net-migration-2007.txt', 'utf8');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gen-report-explain-'));
});
afterAll(() => rm(folder, {recursive: true}));

/** A text without a card, as a file. */
async function fileOf(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

/** What the command says. */
async function told(county: string, number: string, options: Options = {}): Promise<string> {
  const said: string[] = [];
  const voice: Voice = {
    say: product => said.push(product),
    tell: () => {},
    progress: () => {},
    step: () => {},
    warn: async () => {},
    shown: file => path.relative('.', file),
  };
  await explain(nodeEnv(), voice, {county, number}, options);
  return said.join('');
}

/** What is answered as data. */
type Answer = {
  readonly numbers: readonly {
    readonly value: number;
    readonly kind: string;
    readonly expr: string;
    readonly uses: readonly {where: string; printed: string; sentence: string | null}[];
    readonly charts: readonly string[];
    readonly cells: readonly {
      row: {code: string | null; name: string};
      column: {code: string | null; name: string} | null;
      value: number;
      from: string;
      isMirror: boolean;
      places: readonly {line: number; column: number; text: string}[];
    }[];
    readonly steps: readonly string[];
  }[];
};

const answered = async (county: string, number: string, options: Options = {}): Promise<Answer> =>
  JSON.parse(await told(county, number, {...options, json: true})) as Answer;

const issuesOf = (run: Promise<unknown>): Promise<readonly Issue[]> =>
  run.then(
    () => [],
    (error: unknown) => (error as ReportError).issues,
  );

describe('gen-report explain', () => {
  test('says where the report uses a number and how it is computed, down to the printed characters', async () => {
    const lines = (await told('Oslo', '4181')).split('\n');
    expect(lines.slice(0, 9)).toEqual([
      '4,181  sum(+,03)',
      '  the sum of 15 cells (what Oslo gained)',
      '',
      '  key figures: “+4,181: net gains, from 15 counties”',
      '  paragraph 1: “The net gains of Oslo, from most of the other counties (15 of 18), came to 4,181 in all.”',
      '  description of Figure 2: “Oslo is highlighted, with net gains of 4,181 from 15 counties and net losses of 4,030 to three, together +151.”',
      '  note to Figure 2: “Net gains for Oslo (+4,181) are blue, net losses (−4,030) orange, together +151.”',
      '  in the data of Figure 2 and Figure 4',
      '',
    ]);
    expect(lines).toContain(
      '  540  Oslo against Hordaland         line 22, column 27: printed as “-540”, for Hordaland against Oslo, so with the opposite sign',
    );
    expect(lines.at(-2)).toBe(
      '  337 + 237 + 115 + 339 + 57 + 159 + 263 + 540 + 181 + 387 + 406 + 143 + 523 + 308 + 186 = 4,181',
    );
  });

  test('takes a number as any language writes it', async () => {
    const plain = await told('Oslo', '4181');
    for (const asked of ['4,181', '4 181', '4\u00a0181', '4.181', '+4181', ' 4181 '])
      expect(await told('Oslo', asked), asked).toBe(plain);
    expect(readAsked('−1\u202f718')).toEqual({size: 1718, isGain: false, isShare: false});
    for (const share of ['87%', '87 %', '87\u00a0%', '87 prosent', '87 per cent', '87 percent', '87 Prosent'])
      expect(readAsked(share), share).toEqual({size: 87, isGain: false, isShare: true});
    for (const none of ['', 'five', '4,18', '1e3', '--3', '12 34', '4181x', '87 cent', '87 pro sent'])
      expect(readAsked(none)).toBeNull();
  });

  test('finds a loss that is told without a minus, and a gain alone where a plus is given', async () => {
    const found = async (asked: string) =>
      (await answered('Nordland', asked)).numbers.map(({value, expr}) => `${value} ${expr}`);
    const both = ['-1718 total(18)', '1718 -total(18)', '-1718 sum(+,18) - sum(-,18)'];
    for (const asked of ['-1718', '−1718', '1718', '−1,718']) expect(await found(asked), asked).toEqual(both);
    expect(await found('+1718')).toEqual(['1718 -total(18)']);
  });

  test('finds shares alone where per cent is asked for, and works them out', async () => {
    const {numbers} = await answered('Akershus', '87%');
    expect(numbers.map(({expr, kind}) => [expr, kind])).toEqual([['pct(net(02,03), sum(+,02))', 'share']]);
    expect(numbers[0]!.steps).toEqual([
      '3,929 + 10 + 14 + 45 + 66 + 16 + 168 + 153 + 102 = 4,503',
      '100 × 3,929 ÷ 4,503 = 87.25, rounded 87',
    ]);
    expect((await answered('Akershus', '87')).numbers.length).toBeGreaterThan(1);
    const plain = await told('Akershus', '87%');
    for (const asked of ['87 prosent', '87 per cent', '87 %'])
      expect(await told('Akershus', asked), asked).toBe(plain);
  });

  test.each([
    ['Oslo', '8', 'rank(03)', '7 are larger: 2,637; 1,283; 1,042; 667; 503; 327; 171; so the place is 8'],
    ['Akershus', '1', 'rank(02)', 'none is larger; so the place is 1'],
    ['Oslo', '4080', 'total(03) - net(03,02)', '151 − (−3,929) = 4,080'],
    ['Oslo', '26', 'times(sum(-,03), total(03))', '4,030 ÷ 151 = 26.69, rounded down 26'],
    ['Nordland', '1718', '-total(18)', '−(−1,718) = 1,718'],
    ['Oslo', '4030', '-sum(-,03)', '89 + 3,929 + 12 = 4,030'],
    ['Oslo', '13', 'destinations(03)', '13 counted'],
    ['Oslo', '1108', 'region(03,VE)', '540 + 181 + 387 = 1,108'],
  ])('%s %s', async (county, asked, expr, step) => {
    const {numbers} = await answered(county, asked);
    expect(numbers.find(number => number.expr === expr)?.steps.at(-1)).toBe(step);
  });

  test.each([
    ['Finnmark', '8', 'sum(+,20)'],
    ['Oslo', '151', 'total(03)'],
    ['Oslo', '540', 'net(03,12)'],
  ])('%s %s has no step where nothing is computed', async (county, asked, expr) => {
    const {numbers} = await answered(county, asked);
    expect(numbers.find(number => number.expr === expr)).toMatchObject({steps: []});
  });

  test('its cells are found at their places in the file, and its additions add up', async () => {
    const file = TEXT.split(/\r?\n/);
    const amount = (text: string) => Number(text.replace(/[^\d−-]/g, '').replace('−', '-'));
    let added = 0;
    for (const [county, asked] of [
      ['Oslo', '4181'],
      ['Oslo', '89'],
      ['Finnmark', '996'],
      ['Akershus', '4503'],
      ['Akershus', '1866'],
      ['Vestfold', '16'],
    ] as const)
      for (const {cells, steps, uses} of (await answered(county, asked)).numbers) {
        expect(uses.length).toBeGreaterThan(0);
        for (const {value, isMirror, places} of cells) {
          const [{line, column, text}] = places as [(typeof places)[number]];
          expect(file[line - 1]!.slice(column - 1, column - 1 + text.length)).toBe(text);
          expect(isMirror ? 0 - amount(text) : amount(text)).toBe(value);
        }
        for (const step of steps.filter(each => /^[\d,]+(?: [+−] [\d,]+)+ = /.test(each))) {
          const [sum, result] = step.split(' = ') as [string, string];
          const terms = sum.replaceAll(/([+−]) /g, '$1').split(' ');
          expect(terms.map(amount).reduce((all, each) => all + each, 0)).toBe(amount(result));
          added++;
        }
      }
    expect(added).toBeGreaterThan(3);
  });

  test('says where a table of the report has it, by row and column', async () => {
    const {numbers} = await answered('Oslo', '501');
    const where = numbers.flatMap(({uses}) => uses.map(use => use.where));
    expect(where).toContain('Table 1, row “01 Østfold”, column “02 Akershus”');
    expect(where).toContain('Table 2, row “Example: Østfold against Akershus”, column “Stated”');
    expect(await told('Oslo', '501')).toContain('line 131, column 137: printed as “501”');
  });

  test('has the uses in the text before those in tables and charts, and of the latter a few', async () => {
    const heads = async (county: string, asked: string) =>
      (await told(county, asked)).split('\n').filter(line => /^\S+ {2}\S|^and /.test(line));
    expect(await heads('Oslo', '12')).toEqual([
      '12  net(06,03)',
      '−12  net(03,06)',
      '−12  net(01,09)',
      '12  net(04,08)',
      'and 6 more in tables and charts; --json has them all',
    ]);
    expect((await answered('Oslo', '12')).numbers).toHaveLength(10);
    expect(await heads('Oslo', '4')).toHaveLength(5);
    expect(await heads('Oslo', '4181')).toEqual(['4,181  sum(+,03)']);
    const uses = (await told('Oslo', '12')).split('\n').slice(3, 6);
    expect(uses.map(use => use.trim().split(/[ ,:]/)[0])).toEqual(['paragraph', 'Table', 'in']);
  });

  test('lists no more cells than a person compares; --json has them all', async () => {
    const lines = (await told('Buskerud', '2')).split('\n');
    const start = lines.indexOf('2  pairRank(06,02)');
    expect(lines.slice(start + 5, start + 7).map(line => line.trim().split(/ {2,}/).slice(0, 2))).toEqual([
      ['−3,929', 'Oslo against Akershus'],
      ['775', 'Buskerud against Akershus'],
    ]);
    expect(lines.slice(start + 45, start + 47)).toEqual([
      '  and 131 more; --json has them all',
      '  1 is larger: 3,929; so the place is 2',
    ]);
    const {numbers} = await answered('Buskerud', '2');
    expect(numbers.find(({expr}) => expr === 'pairRank(06,02)')!.cells).toHaveLength(171);
  });

  test('speaks English of a report in another language, and quotes it as it is', async () => {
    const text = await told('Oslo', '4181', {lang: ['nb']});
    expect(text).toContain('the sum of 15 cells (what Oslo gained)');
    expect(text).toMatch(/key figures: “\+4\u00a0181: flyttegevinst/);
  });
});

describe('a county and a number', () => {
  const {counties} = publishedTable();
  const parted = (county: string, rest: string, of = counties) => {
    const question = questionAbout(of, questionsIn(county, rest));
    return question && [question.county, question.number];
  };

  test.each([
    ['Oslo', '4181', 'Oslo', '4181'],
    ['Oslo', '4 181', 'Oslo', '4 181'],
    ['Sogn', 'og Fjordane 912', 'Sogn og Fjordane', '912'],
    ['Sogn og Fjordane', '912', 'Sogn og Fjordane', '912'],
    ['Møre', 'og Romsdal 1 020', 'Møre og Romsdal', '1 020'],
    ['Sogn', 'og Fjordane 96 per cent', 'Sogn og Fjordane', '96 per cent'],
    ['14', 'Sogn og Fjordane −912', '14 Sogn og Fjordane', '−912'],
    ['03', '4 181', '03', '4 181'],
    ['3', '151', '3', '151'],
    // Counties that are not there, as far as they were meant.
    ['Osol', '4 181', 'Osol', '4 181'],
    ['Sogn', 'og Fjord 912', 'Sogn og Fjord', '912'],
  ])('%s %s', (county, rest, name, number) => expect(parted(county, rest)).toEqual([name, number]));

  test('a name that ends in a number keeps it, where there is such a county', () => {
    const districts = ['Ward', 'Ward 4'].map(name => ({
      ...counties[0]!,
      name,
      label: name,
      key: name,
      code: null,
    }));
    expect(parted('Ward', '4 181', districts)).toEqual(['Ward', '4 181']);
    expect(parted('Ward', '4 181', districts.slice(1))).toEqual(['Ward 4', '181']);
  });

  test('the command takes a name with spaces without quotes', async () => {
    const quoted = await told('Sogn og Fjordane', '912');
    expect(quoted).toContain('total(14)');
    expect(await told('Sogn', 'og Fjordane 912')).toBe(quoted);
    expect(await issuesOf(told('Sogn', 'og Fjord 912'))).toMatchObject([{code: 'unknown-county'}]);
    expect(await issuesOf(told('Sogn', 'og Fjordane'))).toMatchObject([{code: 'no-number'}]);
  });

  test('without a number there is no question', () => {
    for (const rest of ['og Fjordane', 'five', '', '4181 kroner'])
      expect(questionsIn('Sogn', rest)).toEqual([]);
  });
});

describe('what it says of figures that were not simply printed', () => {
  test('of one that was corrected', async () => {
    const input = await fileOf('wrong.txt', TEXT.replace('-3\u00a0929', '-3\u00a0829'));
    const text = await told('Oslo', '3929', {input, acceptRepair: true});
    expect(text).toContain(
      '−3,929  Oslo against Akershus  line 8, column 18: printed as “-3\u00a0829”, corrected to −3,929',
    );
    expect(text).toContain('printed as “-3\u00a0829”, for Oslo against Akershus, corrected to 3,929');
    expect(await issuesOf(told('Oslo', '3929', {input}))).toMatchObject([{fault: 'contradiction'}]);
  });

  test('of one that was computed from moves each way, and of a total that was not printed', async () => {
    const input = await fileOf('moves.txt', MOVES);
    const {numbers} = await answered('Alta', '112', {input});
    const [cell] = numbers.find(({expr}) => expr === 'net(01,02)')!.cells;
    expect(cell).toMatchObject({from: 'computed', value: -112});
    expect(cell!.places.map(({text}) => text)).toEqual(['150', '262']);
    expect(await told('Alta', '112', {input})).toContain(
      'moves in, line 4, column 14: printed as “150”, less moves out, line 5, column 8: printed as “262”',
    );
  });
});

describe('mistakes', () => {
  test('a number that the report does not have: the nearest that it has, and exit code 2', async () => {
    const issues = await issuesOf(told('Oslo', '4182'));
    expect(issues).toMatchObject([
      {
        code: 'number-not-there',
        message: 'The report on Oslo does not have the number 4182',
        hint: 'The nearest that it has: +4,181; 4,080; −4,030',
      },
    ]);
    expect(exitCode(issues)).toBe(2);
  });

  test('a per cent that the report does not have: per cents, and nothing else', async () => {
    expect(await issuesOf(told('Akershus', '42%'))).toMatchObject([
      {message: 'The report on Akershus does not have the number 42%', hint: 'The nearest that it has: 87%'},
    ]);
    expect(await issuesOf(told('Oslo', '89 prosent'))).toMatchObject([
      {hint: 'It has no number in per cent'},
    ]);
    expect((await answered('Oslo', '89')).numbers).not.toEqual([]);
  });

  test('what is no number, and no county', async () => {
    expect(await issuesOf(told('Oslo', 'five'))).toMatchObject([{code: 'no-number', fault: 'usage'}]);
    expect(await issuesOf(told('Osol', '4181'))).toMatchObject([{code: 'unknown-county', fault: 'usage'}]);
  });
});

/**
 * Reports of tables that are too large to be shown whole: what they say of what is left out, by numbers that are added up
 * here from the table as it was made; that their files hold, and that no change to them goes unnoticed.
 */
import {beforeAll, describe, expect, test} from 'vitest';
import {nodeEnv} from '../src/env.ts';
import {readSource} from '../src/extract/source.ts';
import {readTable, type Table} from '../src/extract/table.ts';
import {namedTables} from '../src/facts/tables.ts';
import {openCharts, openShells, openTheme, openWriter, type Writer} from '../src/open.ts';
import {type Printed, printFullTable, printReport} from '../src/outputs.ts';
import {printText} from '../src/print/text.ts';
import {ownHands} from '../src/hands.ts';
import {openFonts} from '../src/fonts.ts';
import {composeReport, makeReport, openMeasure, type Workshop} from '../src/report.ts';
import {type Finished, verifyFiles} from '../src/verification.ts';
import {type Yardsticks, yardsticksFor} from '../src/yardsticks.ts';
import {type LargeTable, largeTable, printLarge} from './large-tables.ts';

const env = nodeEnv();
const WISH = {
  formats: ['pdf', 'html', 'txt', 'csv', 'charts'],
  folder: 'out',
  attachData: true,
  assets: 'inline',
  site: null,
} as const;

const read = (source: LargeTable, print = printLarge): Table =>
  readTable(readSource('large.csv', new TextEncoder().encode(print(source))), null).table!;

/** The unit that reports are about. */
const ME = 2;
const made = largeTable(60);
const table = read(made);

let charts: readonly string[];
let writers: readonly Writer[];
let yardsticks: Yardsticks;
let workshop: Workshop;
let files: readonly Printed[];

beforeAll(async () => {
  const sources = await openCharts(env, 'templates');
  charts = sources.map(({name}) => name);
  writers = await Promise.all(['en', 'nb', 'nn'].map(tag => openWriter(env, 'templates', tag, charts)));
  yardsticks = yardsticksFor(table, writers);
  const theme = await openTheme(env, 'templates', 'plain');
  const fonts = await openFonts(env, theme);
  const shells = await openShells(env, 'templates');
  workshop = {
    env,
    table,
    theme,
    fonts,
    measure: await openMeasure(fonts),
    hands: ownHands(theme, fonts),
    charts: sources,
    shells,
  };
  const report = await makeReport(workshop, writers[1]!, table.counties[ME]!);
  files = [
    ...(await printReport(workshop, writers[1]!, report, WISH)),
    ...(await printFullTable(workshop, writers[1]!, WISH)),
  ];
}, 60_000);

/** Running text of the report on a unit, without line breaks. */
const textOf = (of: Table, writer: Writer, county: number) =>
  printText(composeReport(of, writer, of.counties[county]!, charts).document);
const flowing = (text: string) => text.replaceAll(/\s+/g, ' ');

/** What a unit gained (sign 1) or lost from each other, the largest first. */
const side = ({net}: LargeTable, county: number, sign: number) =>
  [...net[county]!]
    .map(value => value * sign)
    .filter(value => value > 0)
    .toSorted((a, b) => b - a);

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('a table of 60 units', () => {
  const rests = () => [side(made, ME, 1), side(made, ME, -1)].map(amounts => amounts.slice(10));
  const even = [...made.net[ME]!].filter(value => value === 0).length - 1;
  const wordings: Readonly<Record<string, (gains: readonly number[], losses: readonly number[]) => string>> =
    {
      en: (gains, losses) =>
        `The net gains from ${gains.length} others, ${sum(gains)} in all, are added up in a bar. ` +
        `The net losses to ${losses.length} others, ${sum(losses)} in all, are added up in a bar.`,
      nb: (gains, losses) =>
        `Flyttegevinstene overfor ${gains.length} andre, i alt ${sum(gains)}, er samlet i en søyle for seg. ` +
        `Flyttetapene overfor ${losses.length} andre, i alt ${sum(losses)}, er samlet i en søyle for seg.`,
      nn: (gains, losses) =>
        `Flyttegevinstane overfor ${gains.length} andre, i alt ${sum(gains)}, er samla i ei søyle for seg. ` +
        `Flyttetapa overfor ${losses.length} andre, i alt ${sum(losses)}, er samla i ei søyle for seg.`,
    };

  test.each(['en', 'nb', 'nn'])('says in %s what its charts add up and leave out', tag => {
    const writer = writers.find(({language}) => language.tag === tag)!;
    const [gains, losses] = rests();
    const text = flowing(textOf(table, writer, ME));
    expect(text).toContain(wordings[tag]!(gains!, losses!));
    expect(even).toBe(1);
    expect(text).toMatch(
      /Left out is one municipality with|Utelatt er én kommune med|Utelaten er éin kommune med/,
    );
    expect(text).toContain(`full-table.${tag}.csv`);
  });

  test('has every partner with its figure, in the published order', () => {
    const cells = textOf(table, writers[0]!, ME).match(/(?<= )[+−]?\d+ +[A-Z][a-z]{5}(?= |\n)/g)!;
    const partners = made.names.flatMap((name, at) =>
      at === ME
        ? []
        : [`${made.net[ME]![at]! > 0 ? '+' : ''}${made.net[ME]![at]!} ${name}`.replace('-', '−')],
    );
    expect(cells.map(flowing).slice(0, 59)).toEqual(partners);
  });

  test('adds up: bars to the total of the unit, ribbons to its total too', () => {
    const {flows, arcs, pairs, totals} = namedTables(table, table.counties[ME]!);
    const {key} = table.counties[ME]!;
    expect(sum(flows.map(({net}) => net.value))).toBe(made.totals[ME]);
    const own = pairs.map(({from, to, net}) =>
      to.key === key ? net.value : from.key === key ? -net.value : 0,
    );
    expect(sum(own)).toBe(made.totals[ME]);
    expect(arcs).toHaveLength(22);
    const shown = totals.filter(({net}) => net !== null).length;
    expect(sum(totals.map(({county}) => county.rest?.count.value ?? 0))).toBe(60 - shown);
  });

  test('is verified in every file', async () => {
    const {results} = await verifyFiles(yardsticks, files);
    expect(results.flatMap(({issues}) => issues)).toEqual([]);
    expect(results.length).toBeGreaterThan(15);
    expect(files.map(({path}) => path)).toContain('out/full-table.nb.csv');
  });

  test.each([
    ['gibiba.nb.txt', /(?<=i alt )\d(?=\d+, er samlet)/],
    ['gibiba.nb.html', /(?<=i alt <[^>]*>)\d(?=\d+<)/],
    ['gibiba.nb.txt', /(?<=−)\d(?=\d +Bababa)/],
    ['gibiba.nb.csv', /(?<=0001,Bababa,-)\d/],
    ['flows.nb.csv', /(?<=Fra \d+ andre,)\d/],
    ['flows.nb.svg', /(?<=>Fra )\d/],
    ['totals.nb.svg', /(?<=>)\d(?=\d kommuner imellom<)/],
    ['chord.nb.csv', /(?<=Andre kommuner,)\d/],
    ['full-table.nb.csv', /\d(?=\r\n0007)/],
  ])('a digit that is changed in %s at %s is told', async (name, digit) => {
    const file = files.find(({path}) => path.endsWith(`/${name}`))!;
    const text = new TextDecoder().decode(file.bytes);
    expect(text).toMatch(digit);
    const changed = text.replace(digit, found => String((Number(found) + 1) % 10));
    const wrong: Finished = {path: file.path, bytes: new TextEncoder().encode(changed)};
    const {results} = await verifyFiles(yardsticks, [wrong]);
    expect(results.flatMap(({issues}) => issues)).not.toEqual([]);
  });
});

describe('where a table begins to be large', () => {
  test('forty are shown as a whole, one more is not', () => {
    const tables = [40, 41].map(size => {
      const of = read(largeTable(size));
      return namedTables(of, of.counties[0]!);
    });
    expect(tables.map(({full}) => full.length)).toEqual([40, 0]);
    expect(tables.map(({totals}) => totals.length)).toEqual([40, 21]);
    expect(tables.map(({arcs}) => arcs.length)).toEqual([40, 22]);
  });
});

describe('a grid', () => {
  const size = 230;
  const large = largeTable(size);
  /** Semicolons, names alone, both halves, the totals last, nils as dashes. */
  const printOther = ({names, net, totals}: LargeTable) =>
    [
      'Nettoinnflytting mellom kommuner. 2007',
      `;${names.join(';')};I alt`,
      ...names.map((name, i) => `${name};${[...net[i]!].map(value => value || '-').join(';')};${totals[i]}`),
      'Kjelde: ingen',
    ].join('\r\n');

  test.each([printLarge, printOther])('is read as it was made', print => {
    const {matrix, counties, proof, title} = read(large, print);
    expect(matrix.net).toEqual(large.net.map(row => [...row]));
    expect(matrix.totals).toEqual(large.totals);
    expect(counties.map(({name}) => name)).toEqual(large.names);
    expect(proof.passed).toBe(true);
    expect(title).toMatchObject({year: 2007, unit: 'municipality'});
  });

  test('knows where each figure stands', () => {
    const lines = printLarge(large).split('\n');
    const {places} = read(large).matrix;
    for (const [i, j] of [
      [7, 3],
      [3, 7],
      [229, 228],
      [0, 229],
    ] as const) {
      const {line, column, text} = places[i]![j]!;
      expect(text).toBe(String(large.net[Math.max(i, j)]![Math.min(i, j)]!));
      expect(lines[line - 1]!.slice(column - 1)).toMatch(new RegExp(`^${text}(?:,|$)`));
    }
  });

  test('a number and a name in one field are told apart, as they are in small ones', () => {
    const source = largeTable(210);
    const inOne = (large: LargeTable) =>
      printLarge(large)
        .replace('Number,Municipality', 'Municipality')
        .replaceAll(/^(\d{4}),/gm, '$1 ');
    const [parted, joined] = [read(source), read(source, inOne)];
    expect(joined.counties.map(({code, name}) => `${code} ${name}`)).toEqual(
      parted.counties.map(({code, name}) => `${code} ${name}`),
    );
    expect(joined.matrix.net).toEqual(parted.matrix.net);
  });

  test('a wrong figure is found where two totals cross', () => {
    const lines = printLarge(large).split('\n');
    const fields = lines[3 + 100]!.split(',');
    fields[3 + 50] = String(Number(fields[3 + 50]) + 7);
    const text = lines.with(3 + 100, fields.join(',')).join('\n');
    const {issues} = readTable(readSource('large.csv', new TextEncoder().encode(text)), null);
    expect(issues.map(({message}) => message).join('\n')).toContain(`${large.names[100]} against`);
  });

  test('makes a report that grows with its units alone', () => {
    const of = read(large);
    const {cells, full, totals, flows, pairs} = namedTables(of, of.counties[ME]!);
    expect([cells.length, full.length]).toEqual([0, 0]);
    expect(totals.length + flows.length + pairs.length).toBeLessThan(320);
    expect(textOf(of, writers[0]!, ME).split('\n').length).toBeLessThan(200);
  });
});

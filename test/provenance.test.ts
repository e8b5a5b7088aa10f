/**
 * Where numbers come from: every number of every report added up or counted anew from the cells that it is said to
 * come from, and every cell found again in the published file, by code of the test's own.
 */
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {contentsOf, type Document, quantitiesIn} from '../src/document.ts';
import {nodeEnv} from '../src/env.ts';
import type {Table} from '../src/extract/table.ts';
import {originOf, placesOf} from '../src/facts/origin.ts';
import {cellsOf, derive} from '../src/facts/provenance.ts';
import {labelProblems} from '../src/label-checks.ts';
import type {Labels} from '../src/labels.ts';
import {derivationWords} from '../src/narrative/provenance.ts';
import {openWriter} from '../src/open.ts';
import {composeReport} from '../src/report.ts';
import {cardRegion, imaginedTables, regionsOf} from './imagined-tables.ts';
import {BOTH, LOWER, MOVES} from './small-tables.ts';
import {publishedTable, tableIn, tableOf} from './tables-2007.ts';

const CHARTS = ['chord', 'flows', 'heatmap', 'totals'];
const TEXT = readFileSync('data/net-migration-2007.txt', 'utf8');
const tags = readdirSync('templates').filter(name => /^[a-z]{2}$/.test(name));
const writers = await Promise.all(tags.map(tag => openWriter(nodeEnv(), 'templates', tag, CHARTS)));
const english = writers.find(({language}) => language.tag === 'en')!;

const documentsOf = (table: Table, writer = english): readonly Document[] =>
  table.counties.map(county => composeReport(table, writer, county, CHARTS).document);

const quantitiesOf = ({sections}: Document) =>
  sections.flatMap(({blocks}) => blocks.flatMap(contentsOf).flatMap(quantitiesIn));

type Cell = {readonly row: string; readonly column: string | null};

/** The figure of a cell as the text prints it, and not as the reader read it: signs, dashes, halves. */
function figureOf(table: Table, cell: Cell): number {
  const origin = originOf(table, cell);
  if (origin.kind === 'computed') return digitsIn(origin.plus.text) - digitsIn(origin.minus.text);
  if (origin.kind === 'corrected') return origin.value;
  if (origin.kind === 'added') return sum(rowOf(table, cell.row).map(each => figureOf(table, each)));
  const turns = [origin.isMirror, origin.isTurned].filter(Boolean).length;
  return turns === 1 ? 0 - digitsIn(origin.place.text) : digitsIn(origin.place.text);
}

const rowOf = ({counties}: Table, row: string): readonly Cell[] =>
  counties.flatMap(({key: column}) => (column === row ? [] : [{row, column}]));

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** "-3 929" -> -3929; a dash alone is nil. */
function digitsIn(text: string): number {
  const size = Number(text.replace(/\D/g, '') || 'none');
  if (Number.isNaN(size)) {
    expect(text).toMatch(/^[-\u2013\u2212]$/);
    return 0;
  }
  return /^[-\u2010-\u2015\u2212]/.test(text) ? 0 - size : size;
}

/** Where an operator stands outside brackets, the last of them; null where none does. */
function split(
  expr: string,
  isWanted: (sign: string, at: number) => boolean,
): readonly [string, string] | null {
  let depth = 0;
  for (let at = expr.length - 1; at >= 0; at--) {
    if (expr[at] === ')') depth++;
    if (expr[at] === '(') depth--;
    if (depth === 0 && isWanted(expr[at]!, at)) return [expr.slice(0, at), expr.slice(at + 1)];
  }
  return null;
}

/** The value of an expression, from nothing but the cells that it is said to come from. */
function valueFrom(table: Table, source: string): number | null {
  const expr = source.trim();
  const operation = split(expr, (sign, at) => at > 0 && /[-+]/.test(sign));
  if (operation) {
    const [left, right] = operation.map(side => valueFrom(table, side)) as [number, number];
    return expr[operation[0].length] === '+' ? left + right : left - right;
  }
  if (expr.startsWith('-')) return 0 - valueFrom(table, expr.slice(1))!;
  const [, name, inside] = /^(\w+)\((.*)\)$/.exec(expr)!;
  const cells = cellsOf(table, expr);
  const figures = cells.map(cell => figureOf(table, cell));
  const figure = (wanted: (cell: Cell) => boolean) => figures[cells.findIndex(wanted)]!;
  const larger = (own: number, sizes = figures) => 1 + sizes.filter(size => size > own).length;
  const sizes = figures.map(Math.abs);
  switch (name) {
    case 'net':
      expect(cells).toHaveLength(1);
      return figures[0]!;
    case 'total':
    case 'region':
    case 'totals':
      return sum(figures);
    case 'sum':
      return Math.abs(sum(figures));
    case 'count':
    case 'side':
    case 'sources':
    case 'destinations':
      return cells.length;
    case 'rank':
      return larger(figure(({row}) => row === inside));
    case 'sideRank':
      return larger(Math.abs(figure(({row}) => row === inside)), sizes);
    case 'pairRank':
      return larger(Math.abs(figure(({row, column}) => `${row},${column}` === inside)), sizes);
    case 'pct':
    case 'times':
    case 'about':
      return quotient(
        name,
        ...(split(inside!, sign => sign === ',')!.map(side => valueFrom(table, side)) as [number, number]),
      );
    default:
      expect(cells.length === 0 || name === 'found').toBe(true);
      return null;
  }
}

function quotient(name: string, part: number, whole: number): number {
  if (name === 'times') return (part - (part % whole)) / whole;
  return name === 'pct' ? Math.floor((100 * part) / whole + 0.5) : Math.round(part / whole);
}

/** What must hold of a document, whatever the table. */
function expectProven(table: Table, document: Document): void {
  const {provenance} = document;
  const quantities = quantitiesOf(document);
  expect(quantities.length).toBeGreaterThan(5);
  expect(Object.keys(provenance.expressions).toSorted()).toEqual(
    [...new Set(quantities.map(({quantity}) => quantity.expr))].toSorted(),
  );
  for (const [expr, value] of new Map(quantities.map(({quantity}) => [quantity.expr, quantity.value]))) {
    const found = valueFrom(table, expr);
    if (found !== null) expect(found, expr).toBe(value);
    expect(provenance.expressions[expr]!.words).not.toMatch(/undefined|null|NaN|[{}]|^\s*$/);
  }
  const lines = table.source.lines;
  for (const {places, words} of Object.values(provenance.cells))
    for (const {line, column, text} of places) {
      expect(lines[line - 1]!.slice(column - 1).startsWith(text), `${line}:${column} ${text}`).toBe(true);
      expect(words).toContain(text);
      expect(words).toContain(String(line));
    }
}

describe('the reports on the published table', () => {
  const table = publishedTable();
  const documents = documentsOf(table);

  test('every number follows from its cells, and every cell from the characters printed for it', () => {
    expect(documents).toHaveLength(19);
    for (const document of documents) expectProven(table, document);
  });

  test('all cells of the full table are there, each with the characters of the file as they stand', () => {
    const lines = TEXT.split(/\r?\n/);
    for (const {provenance} of documents) {
      expect(Object.keys(provenance.cells)).toHaveLength(19 * 18 + 19);
      for (const {places} of Object.values(provenance.cells)) {
        expect(places).toHaveLength(1);
        const [{line, column, text}] = places as [(typeof places)[number]];
        expect(lines[line - 1]!.slice(column - 1, column - 1 + text.length)).toBe(text);
      }
    }
  });

  test('cells are ids of the document, in the order of the table, and each number of them has its words', () => {
    const order = table.counties.flatMap(({key}) => [
      `t-${key}`,
      ...table.counties.map(other => `c-${key}-${other.key}`),
    ]);
    for (const {provenance} of documents)
      for (const [expr, {cells}] of Object.entries(provenance.expressions)) {
        const places = cells.map(id => order.indexOf(id));
        expect(places, expr).toEqual(places.toSorted((a, b) => a - b));
        expect(new Set(places).size, expr).toBe(cells.length);
        expect(places).not.toContain(-1);
        if (cells.length) expect(provenance.marked[cells.length]).toContain(String(cells.length));
      }
  });

  test('sums, counts and regions leave no cell out and take none that does not belong', () => {
    const {counties} = table;
    const ids = (expr: string) => cellsOf(table, expr).map(({row, column}) => `${row} ${column}`);
    for (const {key} of counties) {
      const all = counties.filter(other => other.key !== key).map(other => `${key} ${other.key}`);
      const parts = ['+', '-', '0'].flatMap(sign => ids(`count(${sign},${key})`));
      expect(parts.toSorted()).toEqual(all.toSorted());
      expect(ids(`sum(+,${key})`)).toEqual(ids(`count(+,${key})`));
      const regions = table.regions.flatMap(region => ids(`region(${key},${region.key})`));
      expect(regions.toSorted()).toEqual(all.toSorted());
    }
    expect(ids('pairRank(03,12)')).toHaveLength(171);
    expect(ids('pairRank(03,12)')).toContain('03 12');
    expect(ids('pairRank(03,12)')).not.toContain('12 03');
  });

  test('only half of the table is printed: the other half says so, and has the opposite sign', () => {
    const {cells} = documents[2]!.provenance;
    expect(cells['c-03-12']!.words).toBe(
      'line 22, printed as “-540” from the other side, so with the opposite sign',
    );
    expect(cells['c-12-03']!.words).toBe('line 22, printed as “-540”');
    const mirrored = Object.values(cells).filter(({words}) => words.includes('other side'));
    expect(mirrored).toHaveLength(171);
  });

  test('where the template leaves the full table out, no cell is named', () => {
    const county = english.templates.county.filter(({kind}) => kind !== 'landscape' && kind !== 'chart');
    const bare = {...english, templates: {...english.templates, county}};
    const {document} = composeReport(table, bare, table.counties[2]!, CHARTS);
    expect(document.provenance.cells).toEqual({});
    expect(document.provenance.expressions['sum(+,03)']).toEqual({
      words: 'the sum of 15 cells (what Oslo gained)',
      cells: [],
    });
  });
});

describe('other tables', () => {
  const turned = TEXT.replaceAll('net in-migration', 'net xx-migration')
    .replaceAll('net out-migration', 'net in-migration')
    .replaceAll('net xx-migration', 'net out-migration');

  test.each<[string, Table, RegExp]>([
    ['both halves printed', tableIn(BOTH), /^line 3, printed as “-2”$/],
    ['no totals', tableIn(LOWER), /^line 4, printed as “2” from the other side, so with the opposite sign$/],
    ['moves each way', tableIn(MOVES), /^computed: “150” in line 4 less “262” in line 5$/],
    [
      'a plus for losses',
      tableIn(turned),
      /^line 22, printed as “-540”, where a plus is a net loss, so with the/,
    ],
    [
      'a plus for losses, from the other side',
      tableIn(turned),
      /^line 22, printed as “-540” from the other side, where a plus is a net loss$/,
    ],
    [
      'a corrected figure',
      tableIn(TEXT.replace('-3\u00a0929', '-3\u00a0829'), true),
      /^line 8, printed as “-3\u00a0829”, corrected to −3,929$/,
    ],
    [
      'its mirror',
      tableIn(TEXT.replace('-3\u00a0929', '-3\u00a0829'), true),
      /^line 8, printed as “-3\u00a0829” from the other side, corrected to 3,929$/,
    ],
    [
      'a corrected total',
      tableIn(TEXT.replace('04 Hedmark 49', '04 Hedmark 94'), true),
      /^line 10, printed as “94”, corrected to 49$/,
    ],
  ])('%s', (_, table, words) => {
    for (const document of documentsOf(table)) {
      expectProven(table, document);
      const said = Object.values(document.provenance.cells).map(each => each.words);
      expect(said.filter(each => words.test(each)).length).toBeGreaterThan(0);
    }
  });

  test('totals that are not printed are the sums of their rows, and nowhere in the text', () => {
    const {provenance} = documentsOf(tableIn(LOWER))[0]!;
    expect(provenance.expressions['total(01)']!.cells).toEqual(['c-01-02', 'c-01-03']);
    expect(provenance.expressions['total(01)']!.words).toBe('the sum of 2 cells (all figures of Alta)');
    expect(provenance.cells['t-01']).toEqual({
      places: [],
      words: 'not printed: the sum of the figures in the row',
    });
  });

  test('random tables', () => {
    fc.assert(
      fc.property(imaginedTables, ([source, size]) => {
        const table = {...tableOf(source), regions: regionsOf(source, size).map(cardRegion(source))};
        for (const document of documentsOf(table).slice(0, 3)) expectProven(table, document);
      }),
      {numRuns: 25},
    );
  }, 120_000);
});

describe('the words', () => {
  const table = publishedTable();
  const names = new Map(table.counties.map(county => [county.key, county]));
  const wordsIn = ({language}: (typeof writers)[number], expr: string) =>
    derivationWords({language, names, unit: 'county'}, derive(table, expr));

  test.each([
    ['net(03,12)', 'the cell Oslo against Hordaland'],
    ['total(03)', 'the published total of Oslo'],
    ['-total(18)', 'the published total of Nordland, with the opposite sign'],
    ['sum(+,03)', 'the sum of 15 cells (what Oslo gained)'],
    ['sum(+,20)', 'the sum of 1 cell (what Finnmark gained)'],
    ['-sum(-,03)', 'the sum of 3 cells (what Oslo lost), with the opposite sign'],
    ['count(-,03)', 'the count of 3 cells (the net losses of Oslo)'],
    ['count(0,18)', 'the count of 1 cell (where Nordland neither gained nor lost)'],
    ['region(03,VE)', 'the sum of 3 cells (Oslo against Western Norway)'],
    ['rank(03)', 'the place of the total of Oslo among 19 totals'],
    ['sideRank(18)', 'the place by size of the total of Nordland among 9 totals of the same sign'],
    ['pairRank(02,03)', 'the place by size of Akershus against Oslo among 171 pairs'],
    ['destinations(03)', 'the count of 13 cells (other counties whose largest net loss is to Oslo)'],
    [
      'pct(net(03,12) + net(03,18), sum(+,03))',
      'the sum of 2 cells (Oslo against Hordaland and Oslo against Nordland) in per cent of the sum of 15 cells (what Oslo gained), rounded',
    ],
    ['total(03) - net(03,02)', 'the published total of Oslo less the cell Oslo against Akershus'],
    ['stated(1)', 'what the note states (line 131, printed as “501”)'],
  ])('%s', (expr, words) => expect(wordsIn(english, expr)).toBe(words));

  test.each(writers)('of $language.tag name the county and the cells of every expression', writer => {
    for (const {sections} of documentsOf(table, writer))
      for (const {quantity} of sections.flatMap(({blocks}) =>
        blocks.flatMap(contentsOf).flatMap(quantitiesIn),
      )) {
        const {counties, parts} = derive(table, quantity.expr);
        const words = wordsIn(writer, quantity.expr);
        for (const key of counties) expect(words).toContain(names.get(key)!.name);
        for (const part of parts.flatMap(each => each.counties))
          expect(words).toContain(names.get(part)!.name);
        expect(words).not.toMatch(/undefined|[{}]/);
      }
  });

  test('are in each language its own', () => {
    const textsOf = (value: unknown): readonly string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsOf);
    const own = new Set(textsOf(english.language.labels.provenance));
    for (const {language} of writers.filter(writer => writer !== english))
      expect(
        textsOf(language.labels.provenance).filter(text => own.has(text)),
        language.tag,
      ).toEqual([]);
  });

  test('a pattern that forgets what it is about is told', () => {
    const labels = structuredClone(english.language.labels) as {-readonly [Key in keyof Labels]: any};
    labels.provenance.expressions['sum-gain'] = 'the sum of {cells}';
    labels.provenance.places.mirror = 'line {line}';
    delete labels.provenance.cells.one;
    expect(labelProblems(labels)).toEqual([
      '"provenance.cells.one" is missing',
      '"provenance.expressions.sum-gain" must say where {county} stands',
      '"provenance.places.mirror" must say where {text} stands',
    ]);
  });
});

test('places of an origin', () => {
  const place = {line: 1, column: 2, text: '3'};
  expect(placesOf({kind: 'added'})).toEqual([]);
  expect(placesOf({kind: 'computed', plus: place, minus: {...place, line: 4}})).toHaveLength(2);
});

/**
 * 300 tables that never were, made to be awkward, told of in three languages: every report is read back and verified,
 * every number and claim by the second evaluator.
 */
import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {nodeEnv} from '../src/env.ts';
import type {Table} from '../src/extract/table.ts';
import {COUNTRY} from '../src/facts/catalogue-country.ts';
import {openCharts, openWriter, type Writer} from '../src/open.ts';
import {printText} from '../src/print/text.ts';
import {composeReport} from '../src/report.ts';
import {subjectOf} from '../src/facts/tell.ts';
import {yardstickFor} from '../src/yardsticks.ts';
import {checkReport} from '../src/verify/check-report.ts';
import {readText} from '../src/verify/read-text.ts';
import {cardRegion, regionsOf} from './imagined-tables.ts';
import {randomTable, type SourceTable} from './printed-table.ts';
import {tableOf} from './tables-2007.ts';

const LANGUAGES = ['en', 'nb', 'nn'];

let charts: readonly string[];
let writers: readonly Writer[];

beforeAll(async () => {
  const env = nodeEnv();
  charts = (await openCharts(env, 'templates')).map(({name}) => name);
  writers = await Promise.all(LANGUAGES.map(tag => openWriter(env, 'templates', tag, charts)));
});

/** How much county `a` gained from `b`, for `b` below `a`; `dice` gives numbers from -9 to 9. */
type Cell = (a: number, b: number, dice: () => number) => number;

/** What each kind of table has in plenty. */
const KINDS: Readonly<Record<string, Cell>> = {
  'any numbers': (_, __, dice) => dice() * 97 + dice(),
  ties: (_, __, dice) => dice() % 2,
  noughts: (a, b, dice) => (a + b > 3 ? 0 : dice()),
  'nothing at all': () => 0,
  'one partner': (a, b, dice) => (b === 0 && a === 1 ? 40 + dice() : 0),
  'one partner each': (_, b, dice) => (b === 0 ? 30 + dice() : 0),
  'gains from all': (_, b, dice) => (b === 0 ? -50 + dice() : dice()),
  'losses to all': (_, b, dice) => (b === 0 ? 50 + dice() : dice()),
  'exact balance': (a, b, dice) => (b === 0 ? (a === 1 ? 900 : a === 2 ? -900 : 0) : dice()),
  'close to balance': (a, b, dice) => (b === 0 ? (a === 1 ? 900 : a === 2 ? -903 : 0) : dice()),
  'over 10 000': (_, __, dice) => dice() * 12_345 + dice(),
  'a few gains among many losses': (a, b, dice) => (a % 3 === 0 ? 7 : -20 - b + dice()),
};

/** What a kind is there to force. */
const FORCED: Readonly<Record<string, readonly string[]>> = {
  'any numbers': ['lead-first', 'lead-last', 'country-ends', 'country-pair-third', 'country-region-flow'],
  ties: ['lead-zero', 'lead-first-shared', 'even', 'country-first-shared', 'country-last-shared'],
  noughts: ['even'],
  'nothing at all': ['lead-zero', 'count-none', 'country-zero', 'country-no-flow'],
  'one partner': ['count-one-gain', 'count-one-loss'],
  'one partner each': ['count-one-gain', 'count-all-loss'],
  'gains from all': ['count-all-gain', 'other-none-loss'],
  'losses to all': ['count-all-loss', 'other-none-gain'],
  'exact balance': ['lead-zero'],
  'close to balance': ['lead-balance-gain', 'hidden-flows'],
  'over 10 000': ['lead-first'],
  'a few gains among many losses': ['three-account-gain', 'other-only-loss'],
};

const made = (source: SourceTable, cell: Cell, dice: () => number): SourceTable => {
  const net = source.net.map(row => row.map(() => 0));
  net.forEach((row, a) =>
    row.slice(0, a).forEach((_, b) => {
      row[b] = cell(a, b, dice);
      net[b]![a] = 0 - row[b]!;
    }),
  );
  return {...source, net};
};

/** Names that break at odd places, hold each other, or end as sentences do. */
const AWKWARD = [
  'Å',
  'Nord/Sør',
  'Nord',
  'Ås og Å',
  'Bora Bora',
  'Fj. Sund',
  'St. Olav',
  'Sør-Sør-Land',
  'Oslo og Akershus',
  'Oslo',
  'Land A',
  'Å i Lom',
];

/** `count` tables of a kind: of two to twelve units, every third without regions, every fifth of two units. */
function imagined(kind: string, count: number): readonly Table[] {
  const parts = fc.sample(
    fc.tuple(
      randomTable(12),
      fc.integer({min: 3, max: 12}),
      fc.array(fc.integer({min: -9, max: 9}), {minLength: 80, maxLength: 80}),
      fc.constantFrom('counties', 'regions', 'municipalities', 'areas'),
      fc.integer({min: 1, max: 4}),
    ),
    {numRuns: count, seed: 2007 + kind.length},
  );
  return parts.map(([whole, size, numbers, units, wide], at) => {
    const units2 = at % 5 === 4 ? 2 : size;
    const cut: SourceTable = {
      ...whole,
      units,
      counties: whole.counties.slice(0, units2).map(({code, label}, place) => ({
        code,
        label: at % 2 ? label : AWKWARD[place]!,
      })),
      net: whole.net.slice(0, units2).map(row => row.slice(0, units2)),
    };
    let next = 0;
    const source = made(cut, KINDS[kind]!, () => numbers[next++ % numbers.length]!);
    const table = tableOf(source);
    const regions = at % 3 === 2 ? [] : regionsOf(source, wide);
    return {...table, regions: regions.map(cardRegion(source))};
  });
}

/** All together, and the first unit, the second and the last. */
const chosen = ({counties}: Table) => [
  null,
  ...counties.filter((_, at) => at < 2 || at === counties.length - 1),
];

describe('300 tables, in three languages', () => {
  const counts = {tables: 0, texts: 0, sentences: 0, numbers: 0, claims: 0};
  const facts = new Set<string>();

  test.each(Object.keys(KINDS))('%s', kind => {
    const met = new Set<string>();
    for (const table of imagined(kind, 25)) {
      counts.tables++;
      for (const county of chosen(table)) {
        const numbers = writers.map(writer => {
          const {document} = composeReport(table, writer, county, charts);
          const reading = readText(`x.${writer.language.tag}.txt`, printText(document));
          const yardstick = yardstickFor(table, writer, subjectOf(county));
          const verdict = checkReport(yardstick, reading, yardstick.due);
          expect(verdict.problems).toEqual([]);
          counts.texts++;
          for (const key of ['sentences', 'numbers', 'claims'] as const) counts[key] += verdict.counts[key];
          verdict.facts.forEach(fact => met.add(fact));
          return verdict.numbers;
        });
        expect(numbers[1]).toEqual(numbers[0]);
        expect(numbers[2]).toEqual(numbers[0]);
      }
    }
    expect([...met]).toEqual(expect.arrayContaining([...FORCED[kind]!]));
    met.forEach(fact => facts.add(fact));
  });

  test('were told of with nearly every fact', () => {
    console.log(
      `imagined: ${counts.tables} tables, ${counts.texts} texts, ${counts.sentences} sentences of ${facts.size}` +
        ` facts, ${counts.numbers} numbers, ${counts.claims} claims: all right`,
    );
    expect(counts.tables).toBe(300);
    expect(facts.size).toBeGreaterThan(110);
    const missing = Object.keys(COUNTRY).filter(id => !facts.has(id));
    expect(missing).toEqual([]);
  });
});

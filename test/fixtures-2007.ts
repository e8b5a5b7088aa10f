/**
 * The published table of 2007 for tests of later stages: its own small reader, so that those tests do not
 * lean on the code of `extract/` and `facts/`.
 */
import {readFileSync} from 'node:fs';
import type {Quantity} from '../src/facts/quantity.ts';
import type {CountyName} from '../src/facts/tables.ts';
import type {ChartTables} from '../src/graphics/rows.ts';
import type {Labels, Language} from '../src/language.ts';

const NAMES = [
  ['01', 'Østfold'],
  ['02', 'Akershus'],
  ['03', 'Oslo'],
  ['04', 'Hedmark'],
  ['05', 'Oppland'],
  ['06', 'Buskerud'],
  ['07', 'Vestfold'],
  ['08', 'Telemark'],
  ['09', 'Aust-Agder'],
  ['10', 'Vest-Agder'],
  ['11', 'Rogaland'],
  ['12', 'Hordaland'],
  ['14', 'Sogn og Fjordane', 'Sogn og Fjordane', 'Sogn og Fj.'],
  ['15', 'Møre og Romsdal', 'Møre og Romsdal', 'Møre og R.'],
  ['16', 'Sør-Trøndelag', 'Sør-Trøndelag', 'S.-Trøndelag'],
  ['17', 'Nord-Trøndelag', 'Nord-Trøndelag', 'N.-Trøndelag'],
  ['18', 'Nordland'],
  ['19', 'Troms', 'Troms Romsa'],
  ['20', 'Finnmark', 'Finnmark Finnmárku'],
] as const;

export const COUNTIES: readonly CountyName[] = NAMES.map(([code, name, label, short]) => ({
  code,
  key: code,
  name,
  label: label ?? name,
  short: short ?? name,
  sami: null,
}));

/** `NET[i][j]` is the net gain of county i from county j, in moves; 0 on the diagonal. */
export const NET: readonly (readonly number[])[] = readNet();

/** The tables of a county, by its key. */
export function tablesOf2007(key: string): ChartTables {
  return tablesOf(COUNTIES, NET, key);
}

/** Named tables of any antisymmetric matrix. */
export function tablesOf(
  counties: readonly CountyName[],
  net: readonly (readonly number[])[],
  key: string,
): ChartTables {
  const chosen = counties.findIndex(county => county.key === key);
  const at = (i: number, j: number): number => net[i]![j]!;
  const sum = (i: number, keep: (value: number) => boolean): number =>
    net[i]!.filter(keep).reduce((total, value) => total + value, 0);
  const bars = counties.map((county, i) => ({county, i}));
  const pairs = counties.flatMap((_, i) => counties.slice(0, i).map((__, j) => [i, j] as const));
  return {
    flows: bars
      .filter(({i}) => i !== chosen)
      .map(({county, i}) => ({county, net: moves(at(chosen, i))}))
      .toSorted(byNet),
    totals: bars
      .map(({county, i, ...bar}) => ({county, net: moves(sum(i, () => true)), ...bar}))
      .toSorted(byNet),
    cells: counties.flatMap((row, i) =>
      counties.flatMap((column, j) => (i === j ? [] : [{row, column, net: moves(at(i, j))}])),
    ),
    arcs: bars.map(({county, i, ...bar}) => ({
      county,
      index: i,
      total: moves(sum(i, () => true)),
      gains: moves(sum(i, value => value > 0)),
      losses: moves(-sum(i, value => value < 0) || 0),
      ...bar,
    })),
    pairs: pairs
      .filter(([i, j]) => at(i, j) !== 0)
      .map(([i, j]) => (at(i, j) > 0 ? [j, i, at(i, j)] : [i, j, -at(i, j)]) as [number, number, number])
      .map(([from, to, net]) => ({from: counties[from]!, to: counties[to]!, net: moves(net)})),
  };
}

/** As much of a language as charts need. */
export const ENGLISH: Language = {
  tag: 'en',
  labels: {
    number: {decimal: '.', thousands: '\u00a0', grouping: [3], currency: ['', ''], minus: '\u2212'},
    charts: {
      gain: 'Net gain for {county}',
      loss: 'Net loss for {county}',
      other: 'Between other counties',
      over: 'over {number}',
      fromTo: '{low} to {high}',
      flow: 'From {from} to {to}: {number}',
    },
  } as Partial<Labels> as Labels,
};

function moves(value: number): Quantity {
  return {value, kind: 'flow', expr: ''};
}

function byNet(a: {net: Quantity; county: CountyName}, b: {net: Quantity; county: CountyName}): number {
  return b.net.value - a.net.value || (a.county.key < b.county.key ? -1 : 1);
}

/** The print is a lower triangle in two halves: columns 01-09 after the totals, then columns 10-20. */
function readNet(): number[][] {
  const text = readFileSync(new URL('../data/net-migration-2007.txt', import.meta.url), 'utf8');
  const table = text.split(/^1\s+Refers/m)[0]!;
  const [first, second] = table.split(/Net migration, *$/m) as [string, string];
  const net = NAMES.map(() => NAMES.map(() => 0));
  const place = (i: number, j: number, value: number): void => {
    if (i === j) return;
    net[i]![j] = value;
    net[j]![i] = value === 0 ? 0 : -value;
  };
  for (const [i, [, ...values]] of rowsOf(first)) values.forEach((value, j) => place(i, j, value));
  for (const [i, values] of rowsOf(second))
    values.forEach((value, j) => j + 9 < 19 && place(i, j + 9, value));
  return net;
}

/** Row number and figures of each row that has any; thousands are separated by U+00A0, the diagonal is a dash. */
function rowsOf(half: string): [number, number[]][] {
  const parts = half
    .split(/\r?\n/)
    .join('\n')
    .split(/^(?=(?:0[1-9]|1[0124-9]|20)[ \n])/m);
  return parts
    .map(
      part => [NAMES.findIndex(([code]) => code === part.slice(0, 2)), figures(part)] as [number, number[]],
    )
    .filter(([i, values]) => i >= 0 && values.length > 0);
}

function figures(row: string): number[] {
  const words = /\p{L}+(?:-\s*\p{L}+)*/gu;
  const rest = row.slice(2).replace(/\n/g, ' ').replace(words, ' ');
  const marks = rest.match(/-?\d{1,3}(?:\u00a0\d{3})+|-?\d+|(?<=\s|^)-(?=\s|$)/g) ?? [];
  return marks.map(mark => (mark === '-' ? 0 : Number(mark.replaceAll('\u00a0', ''))));
}

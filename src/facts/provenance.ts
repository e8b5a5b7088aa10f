/**
 * Where a number comes from: from its expression to the cells of the table that it is computed from, and to a
 * description without words. Nothing of this is stored; all of it follows from the expression.
 */
import type {Region} from '../extract/card.ts';
import type {Place} from '../extract/cells.ts';
import type {Table} from '../extract/table.ts';
import {type Argument, type Expression, parse} from './expression.ts';
import {
  type Cell,
  cellsBelow,
  cellsIn,
  cellsOfRegion,
  hasSign,
  inOrder,
  inRow,
  keyOf,
  largestPairs,
  pairs,
  totalCell,
  totals,
} from './cells.ts';
import {evaluate, exampleChecks} from './quantity.ts';
import {onSide, outsiders} from './rests.ts';

/** What a number is: the name of a pattern in each language's labels. */
export type Way =
  | 'net'
  | 'total'
  | 'total-added'
  | `sum-${'gain' | 'loss'}`
  | `count-${'gain' | 'loss' | 'even'}`
  | `sum-${'gain' | 'loss'}-rest`
  | `count-${'gain' | 'loss'}-rest`
  | `tied-${'gain' | 'loss'}`
  | 'outside'
  | 'outsiders'
  | 'between'
  | 'unranked'
  | 'region'
  | 'region-total'
  | 'region-net'
  | 'rank'
  | 'side-rank'
  | 'side'
  | `on-side-${'gain' | 'loss' | 'even'}`
  | `side-sum-${'gain' | 'loss'}`
  | 'together'
  | 'pair-rank'
  | 'largest-pair'
  | 'sources'
  | 'destinations'
  | 'percent'
  | 'times'
  | 'about'
  | 'cells'
  | 'sum'
  | 'difference'
  | 'negative'
  | 'counties'
  | 'others'
  | 'regions'
  | 'other-regions'
  | 'year'
  | 'examples'
  | 'differing'
  | 'stated'
  | 'said'
  | 'found'
  | 'zero'
  | 'totals';

/** A number taken apart: what it is, whom it is about, the cells that it is computed from, and its operands. */
export type Derivation = {
  readonly way: Way;
  readonly value: number;
  /** Keys of the counties that the words name. */
  readonly counties: readonly string[];
  /** Regions that the words name. */
  readonly regions: readonly Region[];
  /** Each once, in the order of the table; of a pair one. What is counted are these, and none that were looked at. */
  readonly cells: readonly Cell[];
  /** How many they are; of all pairs of a table `cells` has those alone that decide on a place among them. */
  readonly size: number;
  readonly parts: readonly Derivation[];
  /** Where the text says it, of a number that is stated there outside the cells. */
  readonly place: Place | null;
};

/** The cells that an expression is computed from: each once, row by row, a total before the cells of its row. */
export function cellsOf(table: Table, expr: string): readonly Cell[] {
  return derive(table, expr).cells;
}

/** Takes an expression apart. */
export function derive(table: Table, expr: string): Derivation {
  return derivation(table, parse(expr));
}

function derivation(table: Table, read: Expression): Derivation {
  const found = apart(table, read);
  return {...BARE, size: found.cells?.length ?? 0, ...found, value: evaluate(table, read)};
}

/** What an expression is found to be; what is left out there is not. */
type Found = Pick<Derivation, 'way'> & Partial<Derivation>;

const BARE = {counties: [], regions: [], cells: [], parts: [], place: null} as const;

function apart(table: Table, read: Expression): Found {
  switch (read.kind) {
    case 'negative':
      return operation(table, 'negative', [read.of]);
    case 'difference':
      return operation(table, 'difference', [read.left, read.right]);
    case 'sum': {
      const terms = termsOf(read);
      const isOfCells = terms.every(term => term.kind === 'call' && term.name === 'net');
      return isOfCells ? operation(table, 'cells', terms) : operation(table, 'sum', [read.left, read.right]);
    }
    case 'call': {
      const find = FUNCTIONS[read.name];
      if (!find) throw new Error(`There is no function ${read.name}`);
      return find(table, read.args);
    }
  }
}

/** `a + b + c`, which is read as `(a + b) + c`. */
const termsOf = (read: Expression): readonly Expression[] =>
  read.kind === 'sum' ? [...termsOf(read.left), ...termsOf(read.right)] : [read];

/** What is computed from other numbers, and from their cells. */
function operation(table: Table, way: Way, operands: readonly (Argument | undefined)[]): Found {
  const parts = operands.map(operand => {
    if (operand === undefined || typeof operand === 'string') throw new Error('An expression was expected');
    return derivation(table, operand);
  });
  const cells = parts.flatMap(part => part.cells);
  return {way, cells: inOrder(table, cells), parts};
}

type Find = (table: Table, args: readonly Argument[]) => Found;

/** For each function of quantity.ts, what it is computed from. */
const FUNCTIONS: Readonly<Record<string, Find>> = {
  net: (table, [a, b]) => {
    const [row, column] = [keyOf(table, a), keyOf(table, b)];
    return {way: 'net', counties: [row, column], cells: [{row, column}]};
  },
  total: (table, [a]) => {
    const row = keyOf(table, a);
    return isStated(table, row)
      ? {way: 'total', counties: [row], cells: [{row, column: null}]}
      : {way: 'total-added', counties: [row], cells: cellsIn(table, row, () => true)};
  },
  sum: (table, [sign, a, most]) =>
    most === undefined
      ? signed(table, sign === '+' ? 'sum-gain' : 'sum-loss', sign, a)
      : besides(table, sign === '+' ? 'sum-gain-rest' : 'sum-loss-rest', sign, a, most),
  count: (table, [sign, a, most]) =>
    most === undefined
      ? signed(table, COUNTS[String(sign)]!, sign, a)
      : besides(table, sign === '+' ? 'count-gain-rest' : 'count-loss-rest', sign, a, most),
  tied: (table, [sign, a]) => {
    const row = keyOf(table, a);
    const side = sideOf(table, sign, row);
    const size = (at: number | undefined) => Math.abs(table.matrix.net[table.index.get(row)!]![at ?? 0]!);
    const tied = side.filter(at => size(at) === size(side[0]));
    return {way: sign === '+' ? 'tied-gain' : 'tied-loss', counties: [row], cells: inRow(table, row, tied)};
  },
  outside: (table, [a, b, most]) => {
    const [row, whose] = [keyOf(table, a), keyOf(table, b)];
    const others = outsiders(table, table.index.get(whose)!, Number(most));
    return {way: 'outside', counties: [row, whose], cells: inRow(table, row, others)};
  },
  outsiders: (table, [b]) => ({way: 'outsiders', counties: [keyOf(table, b)]}),
  between: (table, [a, b]) => ({way: 'between', counties: [keyOf(table, a), keyOf(table, b)]}),
  unranked: (table, [a]) => ({way: 'unranked', counties: [keyOf(table, a)]}),
  region: (table, [a, key]) => {
    const row = keyOf(table, a);
    const region = regionOf(table, key);
    const cells = cellsIn(table, row, (_, column) => region.members.includes(column));
    return {way: 'region', counties: [row], regions: [region], cells};
  },
  regionTotal: (table, [key]) => {
    const region = regionOf(table, key);
    const cells = cellsOfRegion(table, region, column => !region.members.includes(column));
    return {way: 'region-total', regions: [region], cells};
  },
  regionNet: (table, [key, against]) => {
    const [region, other] = [regionOf(table, key), regionOf(table, against)];
    const cells = cellsOfRegion(table, region, column => other.members.includes(column));
    return {way: 'region-net', regions: [region, other], cells};
  },
  rank: (table, [a]) => ({way: 'rank', counties: [keyOf(table, a)], cells: totals(table, () => true)}),
  sideRank: (table, [a]) => ({way: 'side-rank', ...ownSide(table, keyOf(table, a))}),
  side: (table, [a]) => ({way: 'side', ...ownSide(table, keyOf(table, a))}),
  onSide: (table, [sign]) => ({way: ON_SIDE[String(sign)]!, cells: totals(table, hasSign(sign))}),
  sideSum: (table, [sign]) => ({
    way: sign === '+' ? 'side-sum-gain' : 'side-sum-loss',
    cells: totals(table, hasSign(sign)),
  }),
  together: (table, args) => {
    const counties = args.map(each => keyOf(table, each));
    return {way: 'together', counties, cells: inOrder(table, counties.map(totalCell))};
  },
  largestPair: table => ({way: 'largest-pair', cells: largestPairs(table)}),
  pairRank: (table, [a, b]) => {
    const [row, column] = [keyOf(table, a), keyOf(table, b)];
    const size = table.survey.pairs.length;
    return {way: 'pair-rank', counties: [row, column], cells: pairs(table, row, column), size};
  },
  sources: (table, [a]) => largest(table, 'sources', keyOf(table, a), table.survey.source),
  destinations: (table, [a]) => largest(table, 'destinations', keyOf(table, a), table.survey.destination),
  pct: (table, [x, y]) => operation(table, 'percent', [x, y]),
  times: (table, [x, y]) => operation(table, 'times', [x, y]),
  about: (table, [x, y]) => operation(table, 'about', [x, y]),
  counties: () => ({way: 'counties'}),
  others: () => ({way: 'others'}),
  regions: () => ({way: 'regions'}),
  otherRegions: () => ({way: 'other-regions'}),
  year: () => ({way: 'year'}),
  examples: () => ({way: 'examples'}),
  differing: () => ({way: 'differing'}),
  stated: ({proof}, [n]) => ({way: 'stated', place: exampleChecks(proof)[Number(n) - 1]!.place}),
  said: ({proof}, [n]) => ({way: 'said', place: proof.checks[Number(n) - 1]!.place}),
  found: (table, [n]) => {
    const {kind, county} = table.proof.checks[Number(n) - 1]!;
    // The other checks are of moves, and of pairs as a whole.
    if (kind !== 'column-total') return {way: 'found'};
    return {way: 'found', cells: cellsBelow(table, table.counties[county!]!.key)};
  },
  zero: () => ({way: 'zero'}),
  totals: table => ({way: 'totals', cells: totals(table, () => true)}),
};

const COUNTS: Readonly<Record<string, Way>> = {'+': 'count-gain', '-': 'count-loss', '0': 'count-even'};

const ON_SIDE: Readonly<Record<string, Way>> = {
  '+': 'on-side-gain',
  '-': 'on-side-loss',
  '0': 'on-side-even',
};

function regionOf({regions}: Table, key: Argument | undefined): Region {
  const region = regions.find(candidate => candidate.key === key);
  if (!region) throw new Error(`There is no region ${JSON.stringify(key)}`);
  return region;
}

/** Whether the text gives this total; one that was corrected it gives too. */
function isStated({matrix, repair, index}: Table, key: string): boolean {
  const at = index.get(key)!;
  return matrix.totalPlaces[at] !== null || (repair?.column === null && repair.row === at);
}

function signed(table: Table, way: Way, sign: Argument | undefined, a: Argument | undefined): Found {
  const row = keyOf(table, a);
  return {way, counties: [row], cells: cellsIn(table, row, hasSign(sign))};
}

/** The totals of the same sign as the county's. */
function ownSide(table: Table, key: string) {
  const sign = Math.sign(table.matrix.totals[table.index.get(key)!]!);
  return {counties: [key], cells: totals(table, total => Math.sign(total) === sign)};
}

/** What is left of one side of a county without the `most` largest. */
function besides(
  table: Table,
  way: Way,
  sign: Argument | undefined,
  a: Argument | undefined,
  most: Argument,
): Found {
  const row = keyOf(table, a);
  return {way, counties: [row], cells: inRow(table, row, sideOf(table, sign, row).slice(Number(most)))};
}

const sideOf = (table: Table, sign: Argument | undefined, key: string) =>
  onSide(table, table.index.get(key)!, sign === '+' ? 1 : -1);

/** For whom the largest net gain or loss is against this county, alone: their cells against it. */
function largest({counties, index}: Table, way: Way, key: string, partners: Int32Array): Found {
  const at = index.get(key)!;
  const cells = counties.flatMap(({key: row}, i) => (partners[i] === at ? [{row, column: key}] : []));
  return {way, counties: [key], cells};
}

/**
 * The printed totals as an error-correcting code. Every cell of a net table stands in two totals with opposite
 * signs, every cell of a gross table in the sums of its row and its column: a wrong figure is where two wrong sums
 * cross. Of two wrong figures there is a shortlist.
 */
import type {Check, Proof} from './proof.ts';
import type {Gross} from './gross.ts';
import {type Matrix, mirrorsIn} from './matrix.ts';

/** A cell by row and column, or a total where `column` is null; what it says and what all its sums say. */
export type Suspect = {
  readonly row: number;
  readonly column: number | null;
  readonly saw: number;
  readonly expected: number;
};

/** Which figure is wrong, if it is one; else the cells that may be. */
export type Diagnosis = {
  readonly found: Suspect | null;
  readonly shortlist: readonly Omit<Suspect, 'expected'>[];
};

/** A reader can compare so many figures with a publication. */
const LONGEST_LIST = 6;

/** Finds the wrong figure behind the checks that failed. */
export function diagnose(matrix: Matrix, gross: Gross | null, {checks}: Proof): Diagnosis {
  const failed = checks.filter(({kind, passed}) => !passed && kind !== 'example');
  if (gross) return grossDiagnosis(gross, failed);
  const rows = failed.filter(({kind}) => kind === 'row-total');
  const pairs = mirrorsIn(matrix).unequal;
  const hasZero = failed.some(({kind}) => kind === 'zero-sum');
  const found = pairs.length
    ? ofPair(matrix, pairs, rows)
    : (ofCrossing(matrix, rows, hasZero) ?? ofTotal(rows, hasZero));
  return {found, shortlist: found ? [] : shortlist(matrix, rows, pairs)};
}

const off = ({said, computed}: Check) => said - computed;

/** Two wrong totals, one too high by what the other is too low: they cross at one cell. */
function ofCrossing({net, printed}: Matrix, rows: readonly Check[], hasZero: boolean): Suspect | null {
  const [a, b, ...others] = rows;
  if (!a || !b || others.length || hasZero || off(a) !== 0 - off(b)) return null;
  const [row, column] = printed[b.county!]![a.county!] ? [b, a] : [a, b];
  const saw = net[row.county!]![column.county!]!;
  return {row: row.county!, column: column.county!, saw, expected: saw + off(row)};
}

/** One wrong total, and with it the sum of all totals. */
function ofTotal(rows: readonly Check[], hasZero: boolean): Suspect | null {
  const [only, ...others] = rows;
  if (!only || others.length || !hasZero) return null;
  return {row: only.county!, column: null, saw: only.said, expected: only.computed};
}

/** A pair printed both ways that does not mirror: of its two figures the one whose row does not add up is wrong. */
function ofPair(
  {net}: Matrix,
  pairs: readonly (readonly [number, number])[],
  rows: readonly Check[],
): Suspect | null {
  const [pair, ...more] = pairs;
  const [row, ...others] = rows;
  if (!pair || more.length || !row || others.length || !pair.includes(row.county!)) return null;
  const other = pair[0] === row.county ? pair[1] : pair[0];
  const expected = 0 - net[other]![row.county!]!;
  const saw = net[row.county!]![other]!;
  return off(row) === expected - saw ? {row: row.county!, column: other, saw, expected} : null;
}

/** The cells in which wrong totals cross, and pairs that do not mirror. */
function shortlist(
  {net, printed}: Matrix,
  rows: readonly Check[],
  pairs: readonly (readonly [number, number])[],
): Diagnosis['shortlist'] {
  const wrong = rows.map(({county}) => county!);
  const crossings = wrong.flatMap(i =>
    wrong.filter(j => printed[i]![j] && !(printed[j]![i] && j > i)).map(j => [i, j] as const),
  );
  const both = pairs.flatMap(([i, j]) => [[i, j] as const, [j, i] as const]);
  return (both.length ? both : crossings)
    .slice(0, LONGEST_LIST)
    .map(([row, column]) => ({row, column, saw: net[row]![column]!}));
}

/** A row and a column that are off by the same; or one sum alone. */
function grossDiagnosis({moves}: Gross, failed: readonly Check[]): Diagnosis {
  const of = (kind: Check['kind']) => failed.filter(check => check.kind === kind);
  const [rows, columns] = [of('moves-row'), of('moves-column')];
  const [row, column] = [rows[0], columns[0]];
  if (row && column && rows.length === 1 && columns.length === 1 && off(row) === off(column)) {
    const saw = moves[row.county!]![column.county!]!;
    return {found: {row: row.county!, column: column.county!, saw, expected: saw + off(row)}, shortlist: []};
  }
  const list = rows.flatMap(a =>
    columns.map(b => ({row: a.county!, column: b.county!, saw: moves[a.county!]![b.county!]!})),
  );
  return {found: null, shortlist: list.slice(0, LONGEST_LIST)};
}

/** What may have happened to a figure on its way: in copying, typing or setting. */
export type Slip =
  | 'sign-lost'
  | 'sign-added'
  | 'digits-swapped'
  | 'digit-dropped'
  | 'digit-added'
  | 'digit-changed'
  | 'number-lost'
  | null;

/** What turns the expected figure into the one that was seen; null where it is no one thing. */
export function slipOf(saw: number, expected: number): Slip {
  const [a, b] = [String(Math.abs(saw)), String(Math.abs(expected))];
  const isTurned = Math.sign(saw) * Math.sign(expected) < 0;
  if (a === b) return saw > 0 ? 'sign-lost' : 'sign-added';
  if (isTurned) return null;
  if (saw === 0) return 'number-lost';
  if (a.length === b.length) {
    const wrong = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
    if (wrong.length === 1) return 'digit-changed';
    const [first, second] = wrong;
    const isSwap = wrong.length === 2 && a[first!] === b[second!] && a[second!] === b[first!];
    return isSwap ? 'digits-swapped' : null;
  }
  const isWithout = (short: string, long: string) =>
    [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
  if (a.length + 1 === b.length && isWithout(a, b)) return 'digit-dropped';
  return b.length + 1 === a.length && isWithout(b, a) ? 'digit-added' : null;
}

/** The matrix with the wrong figure mended; of a printed half the mirror with it. */
export function repaired(matrix: Matrix, {row, column, expected}: Suspect): Matrix {
  // What is no longer what the text says cannot be held against the figures.
  if (column === null)
    return {
      ...matrix,
      totals: matrix.totals.with(row, expected),
      totalPlaces: matrix.totalPlaces.with(row, null),
    };
  const net = matrix.net.map((cells, i) =>
    cells.map((value, j) => {
      if (i === row && j === column) return expected;
      return i === column && j === row ? 0 - expected : value;
    }),
  );
  return {...matrix, net};
}

/** Cells of the table by the keys of their counties: those of a row, a column, a region, a side, or of pairs. */
import type {Region} from '../extract/card.ts';
import type {Table} from '../extract/table.ts';
import type {Argument} from './expression.ts';
import {largestNet} from './quantity.ts';
import {scaleOf} from './scale.ts';

/** A cell by the keys of its counties: the row against the column, or the row's total where `column` is null. */
export type Cell = {readonly row: string; readonly column: string | null};

/** Whether a number is of a side: + - or 0. */
export const hasSign = (sign: Argument | undefined) => (value: number) =>
  Math.sign(value) === (sign === '+' ? 1 : sign === '-' ? -1 : 0);

/** The key of a county that an expression names. */
export function keyOf({index}: Table, argument: Argument | undefined): string {
  if (typeof argument !== 'string' || !index.has(argument))
    throw new Error(`There is no county ${JSON.stringify(argument)}`);
  return argument;
}

/** The cells of a row that are not its diagonal. */
export function cellsIn(
  {counties, index, matrix}: Table,
  row: string,
  isWanted: (value: number, column: string) => boolean,
): readonly Cell[] {
  const values = matrix.net[index.get(row)!]!;
  return counties.flatMap(({key: column}, at) =>
    column !== row && isWanted(values[at]!, column) ? [{row, column}] : [],
  );
}

/** The cells of a region's counties against some others. */
export const cellsOfRegion = (
  table: Table,
  {members}: Region,
  isOther: (column: string) => boolean,
): readonly Cell[] =>
  inOrder(
    table,
    members.flatMap(row => cellsIn(table, row, (_, column) => isOther(column))),
  );

/** The cells of a column that are not its diagonal. */
export const cellsBelow = ({counties}: Table, column: string): readonly Cell[] =>
  counties.flatMap(({key: row}) => (row === column ? [] : [{row, column}]));

export const totalCell = (row: string): Cell => ({row, column: null});

/** The totals of some counties. */
export const totals = ({counties, matrix}: Table, isWanted: (total: number) => boolean): readonly Cell[] =>
  counties.flatMap(({key}, at) => (isWanted(matrix.totals[at]!) ? [totalCell(key)] : []));

/** The cells of who gained the most from one other; none where nobody gained. */
export function largestPairs({counties, matrix}: Table): readonly Cell[] {
  const most = largestNet(matrix);
  return counties.flatMap(({key: row}, i) =>
    counties.flatMap(({key: column}, j) => (most > 0 && matrix.net[i]![j] === most ? [{row, column}] : [])),
  );
}

/**
 * One cell for each pair, the later county's; for the pair in question the one that is asked for. Of a large table those
 * alone that have a larger net flow.
 */
export function pairs(table: Table, row: string, column: string): readonly Cell[] {
  const {counties, matrix, index} = table;
  const least = scaleOf(table) ? Math.abs(matrix.net[index.get(row)!]![index.get(column)!]!) : -1;
  const others: Cell[] = [];
  for (let i = 0; i < counties.length; i++)
    for (let j = 0; j < i; j++)
      if (Math.abs(matrix.net[i]![j]!) > least)
        others.push({row: counties[i]!.key, column: counties[j]!.key});
  const isOther = (cell: Cell) => cell.row !== column || cell.column !== row;
  return inOrder(table, [...others.filter(isOther), {row, column}]);
}

/** Cells of a row by their places in it, in the order of the table. */
export const inRow = ({counties}: Table, row: string, places: readonly number[]): readonly Cell[] =>
  places.toSorted((a, b) => a - b).map(at => ({row, column: counties[at]!.key}));

/** Each cell once, in the order of the table. */
export function inOrder({index}: Table, cells: readonly Cell[]): readonly Cell[] {
  const place = ({row, column}: Cell) =>
    index.get(row)! * (index.size + 1) + (column === null ? 0 : 1 + index.get(column)!);
  const byPlace = new Map(cells.map(cell => [place(cell), cell]));
  return [...byPlace].toSorted(([a], [b]) => a - b).map(([, cell]) => cell);
}

/**
 * From a cell of the table to the characters that were printed for it, and to how its figure follows from them.
 */
import type {Place} from '../extract/cells.ts';
import type {Table} from '../extract/table.ts';
import type {Cell} from './cells.ts';

/**
 * `printed`: the figure stands there, or (`isMirror`) that of the other county, which is the same with the opposite
 * sign; `isTurned` where a plus is a net loss in this text. `corrected`: what stands there was taken for `value`.
 * `computed`: moves in (`plus`) less moves out (`minus`). `added`: a total that the text does not give.
 */
export type Origin =
  | {readonly kind: 'printed'; readonly place: Place; readonly isMirror: boolean; readonly isTurned: boolean}
  | {readonly kind: 'corrected'; readonly place: Place; readonly isMirror: boolean; readonly value: number}
  | {readonly kind: 'computed'; readonly plus: Place; readonly minus: Place}
  | {readonly kind: 'added'};

/** Where a cell comes from. */
export function originOf(table: Table, {row, column}: Cell): Origin {
  const at = (key: string) => table.index.get(key)!;
  return column === null ? ofTotal(table, at(row)) : ofNet(table, at(row), at(column));
}

/** The figure of a cell. */
export function valueOf({index, matrix}: Table, {row, column}: Cell): number {
  const at = index.get(row)!;
  return column === null ? matrix.totals[at]! : matrix.net[at]![index.get(column)!]!;
}

/** The places of an origin: one, two where moves were printed each way, none for what was added up. */
export function placesOf(origin: Origin): readonly Place[] {
  switch (origin.kind) {
    case 'computed':
      return [origin.plus, origin.minus];
    case 'added':
      return [];
    default:
      return [origin.place];
  }
}

function ofTotal({matrix, repair, assumptions}: Table, at: number): Origin {
  if (repair?.column === null && repair.row === at)
    return {kind: 'corrected', place: repair.place, isMirror: false, value: matrix.totals[at]!};
  const place = matrix.totalPlaces[at];
  if (!place) return {kind: 'added'};
  return {kind: 'printed', place, isMirror: false, isTurned: assumptions.signs.totals < 0};
}

function ofNet({matrix, gross, repair, assumptions}: Table, i: number, j: number): Origin {
  const {places, printed, net} = matrix;
  const isTurned = assumptions.signs.cells < 0;
  if (gross) {
    const isRowFrom = (gross.rows === 'from') !== isTurned;
    const [plus, minus] = isRowFrom ? [places[j]![i]!, places[i]![j]!] : [places[i]![j]!, places[j]![i]!];
    return {kind: 'computed', plus, minus};
  }
  const place = places[i]![j]!;
  const isMirror = !printed[i]![j];
  const isAt = (row: number, column: number) => repair?.row === row && repair.column === column;
  return isAt(i, j) || (isMirror && isAt(j, i))
    ? {kind: 'corrected', place, isMirror, value: net[i]![j]!}
    : {kind: 'printed', place, isMirror, isTurned};
}

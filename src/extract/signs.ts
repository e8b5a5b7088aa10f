/**
 * Which way a plus points. Statistics Norway prints the net in-migration of the county in the text column; the
 * examples in the note say so. Where they all say the opposite, the table is read the other way.
 */
import type {Examples} from './examples.ts';
import type {Matrix} from './matrix.ts';

/** `cells` and `totals`: 1 where a plus is a net gain of the row's county, -1 where it is a net loss. */
export type Signs = {
  readonly cells: 1 | -1;
  readonly totals: 1 | -1;
  /** What says so: the note, the totals, the title, or nothing but custom. */
  readonly by: 'note' | 'totals' | 'title' | 'custom';
};

/** One example may be misprinted; two that agree are not. */
const ENOUGH = 2;

/** The signs that contradict neither the totals nor the examples; as is usual where nothing speaks against that. */
export function signsOf(
  {net, totals, totalPlaces}: Matrix,
  {examples}: Examples,
  isOutflow: boolean,
  isOfColumns: boolean,
): Signs {
  const rows = totals.map((total, i) => ({total, sum: net[i]!.reduce((all, value) => all + value, 0)}));
  const isTurned =
    totalPlaces.some(Boolean) &&
    rows.every(({total, sum}) => total === 0 - sum) &&
    rows.some(({total, sum}) => total !== sum);
  const relative = isTurned ? -1 : 1;
  const agree = (cells: 1 | -1, total: 1 | -1) =>
    examples.filter(({county, partner, said}) =>
      partner === null ? said === total * totals[county]! : said === cells * net[county]![partner]!,
    ).length;
  const ways = ([1, -1] as const).map(cells => ({cells, totals: (cells * relative) as 1 | -1}));
  const right = ways.map(way => agree(way.cells, way.totals));
  const best = right[1]! >= ENOUGH && right[0] === 0 ? 1 : 0;
  if (right[best]! > 0) return {...ways[best]!, by: 'note'};
  if (isOfColumns) return {...ways[isOutflow ? 0 : 1]!, by: 'totals'};
  if (isOutflow) return {...ways[1]!, by: 'title'};
  return isTurned ? {cells: -1, totals: 1, by: 'totals'} : {...ways[0]!, by: 'custom'};
}

/** The matrix with a plus for a net gain of the row's county throughout. */
export function withSigns(matrix: Matrix, {cells, totals}: Signs): Matrix {
  // `+ 0`: there is no minus nought.
  const turn = (sign: 1 | -1) => (value: number) => sign * value + 0;
  return {
    ...matrix,
    net: matrix.net.map(row => row.map(turn(cells))),
    totals: matrix.totals.map(turn(totals)),
  };
}

/**
 * A row of totals below (or above) a net table that has no column of them: what it proves, and whose it says a plus is.
 */
import type {Place} from './cells.ts';
import type {Matrix, Printed} from './matrix.ts';
import {amountOf} from './readings.ts';

export type ColumnTotals = {
  /** What the row says of each county's column, and what its figures give. */
  readonly sums: readonly {
    readonly county: number;
    readonly said: number;
    readonly computed: number;
    readonly place: Place;
  }[];
  /** True where the row is named as net migration: then the figures are those of the columns' counties. */
  readonly isOfColumns: boolean;
};

/** The totals of columns; of no columns where rows have totals too, which say more. */
export function columnTotalsOf(
  {net}: Matrix,
  {columnTotals, columnTotalName, totals}: Printed,
): ColumnTotals {
  const sums = columnTotals.flatMap((token, county) => {
    const computed = net.reduce((sum, row) => sum + row[county]!, 0);
    return token ? [{county, said: amountOf(token), computed, place: token.place}] : [];
  });
  return {
    sums: totals.some(Boolean) ? [] : sums,
    isOfColumns: sums.length > 0 && !totals.some(Boolean) && /\bnett?o?/i.test(columnTotalName),
  };
}

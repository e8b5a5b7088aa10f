/** The counties in order of their totals, each with its place and with what the total is made of. */
import type {Table} from '../extract/table.ts';
import {type Quantity, quantity} from './quantity.ts';
import type {CountyName} from './tables.ts';

/** A county and its place; equal totals share one. Losses are negative. */
export type RankRow = {
  readonly county: CountyName;
  readonly rank: Quantity;
  readonly total: Quantity;
  readonly gains: Quantity;
  readonly losses: Quantity;
};

/** The ranking, the largest gain first, ties by the order of the table. */
export function rankingOf(table: Table): readonly RankRow[] {
  const rows = table.counties.map(county => {
    const {key} = county;
    const flow = (expr: string) => quantity(table, 'flow', expr);
    return {
      county,
      rank: quantity(table, 'rank', `rank(${key})`),
      total: flow(`total(${key})`),
      gains: flow(`sum(+,${key})`),
      losses: flow(`-sum(-,${key})`),
    };
  });
  return rows.toSorted((a, b) => a.rank.value - b.rank.value);
}

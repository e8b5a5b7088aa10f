/** How each county stands beside the others: its key figures. */
import type {County, Table} from '../extract/table.ts';
import {type Quantity, quantity} from './quantity.ts';

/** Total, place (the largest total first) and net gains and losses of a county; losses are positive here. */
export type Standing = {
  readonly county: County;
  readonly total: Quantity;
  readonly rank: Quantity;
  readonly gains: Quantity;
  readonly losses: Quantity;
};

/** The standing of every county, in the order of the table. */
export const standings = (table: Table): readonly Standing[] =>
  table.counties.map(county => ({
    county,
    total: quantity(table, 'flow', `total(${county.key})`),
    rank: quantity(table, 'rank', `rank(${county.key})`),
    gains: quantity(table, 'flow', `sum(+,${county.key})`),
    losses: quantity(table, 'flow', `sum(-,${county.key})`),
  }));

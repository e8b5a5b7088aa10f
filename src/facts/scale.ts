/**
 * How large a table is. Up to some forty units a report shows all of it; beyond that it shows the county's partners in
 * full and of all else the ends, as an editor would, and costs no more than the county has partners.
 */
import type {Table} from '../extract/table.ts';

/** Of so many units, all are shown, in every chart and in the full table; and a reader can choose among them. */
export const MOST_SHOWN = 40;

/** What charts show of a large table. */
export type Scale = {
  /** Of the bars of gains, and of those of losses: so many, the largest, and the rest as one. */
  readonly bars: number;
  /** So many partners stand on the ring of the chord, those with the largest net flows; the others are one arc. */
  readonly partners: number;
  /** Of the order of totals, so many at each end, and on each side of the county. */
  readonly ends: number;
  readonly near: number;
  /** More names than these no sentence lists. */
  readonly names: number;
};

/** A table that is not shown as a whole. */
export const LARGE: Scale = {bars: 10, partners: 20, ends: 10, near: 2, names: 6};

/** What is shown of a table; null where that is all of it. */
export const scaleOf = ({counties}: Pick<Table, 'counties'>): Scale | null =>
  counties.length > MOST_SHOWN ? LARGE : null;

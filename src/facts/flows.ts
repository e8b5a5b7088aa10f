/**
 * One county's flows: whom it gained from and lost to, in order of size, and how long a list of them to tell.
 */
import type {County, Table} from '../extract/table.ts';
import {type Quantity, quantity} from './quantity.ts';
import {scaleOf} from './scale.ts';

/** `gain`: more moves from the partner than to it; `loss`: the other way. */
export type Side = 'gain' | 'loss';

/** A net flow with one partner, always positive: the side says which way. */
export type Flow = {readonly county: County; readonly amount: Quantity};

export const opposite = (side: Side): Side => (side === 'gain' ? 'loss' : 'gain');

/** The flows of one side, largest first, equal ones by the order of the table. */
export function flows(table: Table, county: County, side: Side): readonly Flow[] {
  const sign = side === 'gain' ? 1 : -1;
  const cells = table.matrix.net[table.index.get(county.key)!]!;
  return table.counties
    .filter((_, index) => Math.sign(cells[index]!) === sign)
    .map(partner => ({county: partner, amount: netFlow(table, county, partner, side)}))
    .toSorted(bySize);
}

/** A net flow, said from the side of whoever gained, so that it is positive. */
function netFlow(table: Table, county: County, partner: County, side: Side): Quantity {
  const [to, from] = side === 'gain' ? [county, partner] : [partner, county];
  return quantity(table, 'flow', `net(${to.key},${from.key})`);
}

/** The counties with which moves in and out were equal. */
export function evenPartners(table: Table, county: County): readonly County[] {
  const own = table.index.get(county.key)!;
  return table.counties.filter((_, index) => index !== own && table.matrix.net[own]![index] === 0);
}

/**
 * The flows worth naming: two to four, cut where the relative drop to the next is largest, so that the list
 * ends where the eye would end it. Equal flows are never parted: the list grows until it ends between
 * unequal ones.
 */
export function leading(list: readonly Flow[]): readonly Flow[] {
  const amounts = list.map(flow => flow.amount.value);
  const drop = (length: number) => 1 - (amounts[length] ?? 0) / amounts[length - 1]!;
  const lengths = [2, 3, 4].filter(length => length <= list.length && drop(length) > 0);
  const best = lengths.reduce(
    (longest, length) => (drop(length) > drop(longest) ? length : longest),
    lengths[0] ?? 0,
  );
  return list.slice(0, best || tieEnd(amounts));
}

/** Where the first two to four are all equal to the next: the end of that run of equals. */
function tieEnd(amounts: readonly number[]): number {
  const end = amounts.findIndex((amount, index) => index >= 4 && amount !== amounts[index - 1]);
  return end < 0 ? amounts.length : end;
}

/** Whether a list has more names than a sentence takes: of a large table, for of others all can be named. */
export function isTooLong(table: Table, list: readonly unknown[]): boolean {
  return list.length > (scaleOf(table)?.names ?? Infinity);
}

/** The partner with the largest flow of either side; null where there is none or two are equal. */
export function largestPartner(table: Table, county: County): (Flow & {readonly side: Side}) | null {
  const sides = ['gain', 'loss'] as const;
  return alone(
    sides.flatMap(side => flows(table, county, side).map(flow => ({...flow, side}))).toSorted(bySize),
  );
}

type Sized = {readonly amount: Quantity};

/** Largest first. */
export const bySize = (a: Sized, b: Sized) => b.amount.value - a.amount.value;

/** The first of a list in order of size, unless the second is as large. */
export const alone = <Each extends Sized>([first, second]: readonly Each[]): Each | null =>
  first && first.amount.value !== second?.amount.value ? first : null;

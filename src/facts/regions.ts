/**
 * One county's net migration against the regions of the country, its own included (without itself).
 * Net figures add up over regions: what moved inside a region cancels.
 */
import type {Region} from '../extract/card.ts';
import type {County, Table} from '../extract/table.ts';
import {alone, bySize, type Side} from './flows.ts';
import {type Quantity, quantity} from './quantity.ts';

/** `amount` is positive; `side` says which way, null where it is nought. */
export type RegionFlow = {readonly region: Region; readonly amount: Quantity; readonly side: Side | null};

export type RegionFlows = {readonly own: RegionFlow; readonly others: readonly RegionFlow[]};

/** Null where the card gives no regions, or not the county's. */
export function regionFlows(table: Table, county: County): RegionFlows | null {
  const own = table.regions.find(region => region.members.includes(county.key));
  if (!own) return null;
  const flow = (region: Region) => regionFlow(table, county, region);
  return {own: flow(own), others: table.regions.filter(region => region !== own).map(flow)};
}

function regionFlow(table: Table, county: County, region: Region): RegionFlow {
  const net = quantity(table, 'flow', `region(${county.key},${region.key})`);
  if (net.value === 0) return {region, amount: net, side: null};
  if (net.value > 0) return {region, amount: net, side: 'gain'};
  return {region, amount: quantity(table, 'flow', `-${net.expr}`), side: 'loss'};
}

/** The largest of some, by size; null where there is none or two are equal. */
export function largestRegion(list: readonly RegionFlow[]): RegionFlow | null {
  return alone(list.toSorted(bySize));
}

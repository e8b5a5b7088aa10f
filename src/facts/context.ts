/**
 * The rest of the third paragraph: the regions, what holds for this county alone, and what the figures do
 * not say.
 */
import type {County, Table} from '../extract/table.ts';
import {type Fact, fact} from './catalogue.ts';
import {flows, type Side} from './flows.ts';
import {isBalanced, totalOf} from './lead.ts';
import {quantity} from './quantity.ts';
import {largestRegion, type RegionFlows, regionFlows} from './regions.ts';

/** One sentence on the regions, and one more where the county's own outweighs them. */
export function regionFacts(table: Table, county: County): readonly Fact[] {
  const found = regionFlows(table, county);
  if (!found || found.others.length < 2) return [];
  return [...acrossRegions(table, found), ...ownRegion(found)];
}

function acrossRegions(table: Table, {own, others}: RegionFlows): readonly Fact[] {
  const count = quantity(table, 'count', 'otherRegions()');
  const sides = others.map(({side}) => side);
  const largest = largestRegion(others);
  const only = (side: Side) => sides.filter(each => each === side).length;
  for (const side of ['gain', 'loss'] as const) {
    if (only(side) !== others.length) continue;
    if (own.side === side) {
      return [
        fact(`region-all-own-${side}`, {regions: quantity(table, 'count', 'regions()'), own: own.region}),
      ];
    }
    if (side === 'loss' && own.side === 'gain') {
      return [fact('region-own-only', {others: count, own: own.region, amount: own.amount})];
    }
    if (!largest) return [];
    return [fact(`region-all-${side}`, {others: count, largest: largest.region, amount: largest.amount})];
  }
  for (const side of ['gain', 'loss'] as const) {
    const exception = others.find(each => each.side === side);
    if (only(side) !== 1 || only(side === 'gain' ? 'loss' : 'gain') !== others.length - 1) continue;
    return [fact(`region-only-${side}`, {region: exception!.region, amount: exception!.amount})];
  }
  if (!largest?.side) return [];
  return [fact(`region-max-${largest.side}`, {region: largest.region, amount: largest.amount})];
}

function ownRegion({own, others}: RegionFlows): readonly Fact[] {
  if (!own.side || others.some(({amount}) => amount.value >= own.amount.value)) return [];
  return [fact(`region-own-largest-${own.side}`, {own: own.region, amount: own.amount})];
}

/** What no other county can say of itself. */
export function uniqueFacts(table: Table, county: County): readonly Fact[] {
  const {code} = county;
  const count = (expr: string) => quantity(table, 'count', expr);
  const gainsFrom = (each: County) => count(`count(+,${each.code})`).value;
  const rivals = table.counties.filter(other => other !== county);
  const own = gainsFrom(county);
  if (rivals.length < 3) return [];
  const destinations = count(`destinations(${code})`);
  const sources = count(`sources(${code})`);
  return [
    ...onlyPartner(table, county, 'loss').map(partner => fact('only-loser-to', {partner})),
    ...onlyPartner(table, county, 'gain').map(partner => fact('only-gainer-from', {partner})),
    ...(own === 1 && rivals.every(other => gainsFrom(other) >= own) ? [fact('single-source', {})] : []),
    ...(rivals.every(other => gainsFrom(other) < own) ? [fact('most-partners', {})] : []),
    ...(destinations.value >= 4 ? [fact('top-destination', {destinations})] : []),
    ...(sources.value >= 4 ? [fact('top-source', {sources})] : []),
  ];
}

/** The partners to which this county alone lost (or from which it alone gained). */
function onlyPartner(table: Table, county: County, side: Side): readonly County[] {
  const theirs: Side = side === 'loss' ? 'gain' : 'loss';
  return flows(table, county, side)
    .map(flow => flow.county)
    .filter(partner => flows(table, partner, theirs).length === 1)
    .slice(0, 1);
}

/** What a reader might take from the figures that they do not hold. */
export function cautionFacts(table: Table, county: County): readonly Fact[] {
  if (isBalanced(table, county)) return [fact('caution-net', {})];
  const gains = flows(table, county, 'gain');
  const sum = quantity(table, 'flow', `sum(+,${county.code})`).value;
  const dominant = gains.find(({amount}) => amount.value * 2 >= sum && sum >= 100);
  const isSource = quantity(table, 'count', `sources(${county.code})`).value >= 3;
  if (totalOf(table, county) <= 0 || !dominant || !isSource) return [];
  return [fact('caution-stepwise', {partner: dominant.county})];
}

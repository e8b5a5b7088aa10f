/**
 * The rest of the third paragraph: the regions, what holds for this county alone, and what the figures do
 * not say.
 */
import type {County, Table} from '../extract/table.ts';
import {type Fact, fact} from './catalogue.ts';
import {alone, flows, type Side} from './flows.ts';
import {isBalanced, totalOf} from './lead.ts';
import {quantity} from './quantity.ts';
import {largestRegion, type RegionFlow, type RegionFlows, regionFlows} from './regions.ts';

/** One sentence on the regions, and one more where the county's own outweighs them. */
export function regionFacts(table: Table, county: County): readonly Fact[] {
  const found = regionFlows(table, county);
  if (!found || found.others.length < 2) return [];
  return [...acrossRegions(table, found), ...ownRegion(found)];
}

/** All of one sign, all but one, or the largest of either sign: the first that holds. */
function acrossRegions(table: Table, found: RegionFlows): readonly Fact[] {
  const on = (side: Side) => found.others.filter(each => each.side === side);
  const [gains, losses] = [on('gain'), on('loss')];
  const all = found.others.length;
  if (gains.length === all) return allRegions(table, found, 'gain');
  if (losses.length === all) return allRegions(table, found, 'loss');
  const [gain, loss] = [largestRegion(gains), largestRegion(losses)];
  if (!gain || !loss) return [];
  if (gains.length === 1 && losses.length === all - 1) return [onlyRegion(found.own, gain, 'gain')];
  if (losses.length === 1 && gains.length === all - 1) return [onlyRegion(found.own, loss, 'loss')];
  return [
    fact('region-max', {
      source: gain.region,
      gained: gain.amount,
      destination: loss.region,
      lost: loss.amount,
    }),
  ];
}

/** The one exception among the others; where the county's own region is on its side too, that is said. */
function onlyRegion(own: RegionFlow, {region, amount}: RegionFlow, side: Side): Fact {
  if (own.side !== side) return fact(`region-only-${side}`, {region, amount});
  return fact(`region-only-own-${side}`, {own: own.region, within: own.amount, region, amount});
}

/** Every other region is on one side; the county's own may be too, or be the one exception. */
function allRegions(table: Table, {own, others}: RegionFlows, side: Side): readonly Fact[] {
  const isOwnToo = own.side === side;
  const count = quantity(table, 'count', isOwnToo ? 'regions()' : 'otherRegions()');
  if (side === 'loss' && own.side === 'gain') {
    return [fact('region-own-only', {others: count, own: own.region, amount: own.amount})];
  }
  const largest = largestRegion(isOwnToo ? [own, ...others] : others);
  if (!largest) return [];
  const {region, amount} = largest;
  if (!isOwnToo) return [fact(`region-all-${side}`, {others: count, largest: region, amount})];
  return [fact(`region-all-own-${side}`, {regions: count, own: own.region, largest: region, amount})];
}

function ownRegion({own, others}: RegionFlows): readonly Fact[] {
  if (!own.side || others.some(({amount}) => amount.value >= own.amount.value)) return [];
  return [fact(`region-own-largest-${own.side}`, {own: own.region, amount: own.amount})];
}

/** What no other county can say of itself. */
export function uniqueFacts(table: Table, county: County): readonly Fact[] {
  const {key} = county;
  const count = (expr: string) => quantity(table, 'count', expr);
  const gainsFrom = (each: County) => table.survey.gainers[table.index.get(each.key)!]!;
  const rivals = table.counties.filter(other => other !== county);
  const own = gainsFrom(county);
  if (rivals.length < 3) return [];
  const destinations = count(`destinations(${key})`);
  const sources = count(`sources(${key})`);
  return [
    ...onlyPartner(table, county, 'loss').map(flow => fact('only-loser-to', flow)),
    ...onlyPartner(table, county, 'gain').map(flow => fact('only-gainer-from', flow)),
    ...(own === 1 ? singleSource(rivals.filter(other => gainsFrom(other) === 1)) : []),
    ...(rivals.every(other => gainsFrom(other) < own) ? [fact('most-partners', {})] : []),
    ...(destinations.value >= 4 ? [fact('top-destination', {destinations})] : []),
    ...(sources.value >= 4 ? [fact('top-source', {sources})] : []),
  ];
}

/** The partner to which this county alone lost (or from which it alone gained), and how much. */
function onlyPartner(table: Table, county: County, side: Side) {
  const {survey, index} = table;
  const theirs = side === 'loss' ? survey.gainers : survey.losers;
  return flows(table, county, side)
    .filter(({county: partner}) => theirs[index.get(partner.key)!] === 1)
    .slice(0, 1)
    .map(({county: partner, amount}) => ({partner, amount}));
}

/** Gaining from one county alone is worth telling where no other does, or one. */
function singleSource([other, ...others]: readonly County[]): readonly Fact[] {
  if (others.length) return [];
  return [other ? fact('single-source-shared', {other}) : fact('single-source', {})];
}

/** What a reader might take from the figures that they do not hold. */
export function cautionFacts(table: Table, county: County): readonly Fact[] {
  if (isBalanced(table, county)) return [fact('caution-net', {})];
  const largest = alone(flows(table, county, 'gain'));
  const sum = quantity(table, 'flow', `sum(+,${county.key})`).value;
  const isDominant = largest !== null && largest.amount.value * 2 >= sum && sum >= 100;
  const isSource = quantity(table, 'count', `sources(${county.key})`).value >= 3;
  if (totalOf(table, county) <= 0 || !isDominant || !isSource) return [];
  return [fact('caution-stepwise', {partner: largest.county})];
}

/** The third paragraph of the overview: the balances of the regions, and who of them loses to whom. */
import type {Region} from '../extract/card.ts';
import type {Table} from '../extract/table.ts';
import {type Fact, fact} from './catalogue.ts';
import {alone, bySize} from './flows.ts';
import {type Quantity, quantity} from './quantity.ts';

type Sized = {readonly region: Region; readonly amount: Quantity};

/** Of fewer regions "all others" says more than there is. */
const LEAST_REGIONS = 4;

/** Of two regions one flow is all there is; regions of one county each say what is said of counties. */
export function nationalRegionFacts(table: Table): readonly Fact[] {
  const {regions} = table;
  if (regions.length < 2 || regions.every(({members}) => members.length === 1)) return [];
  if (regions.length === 2) return largestFlow(table);
  const across = regions.length < LEAST_REGIONS ? [] : acrossFacts(table);
  return [...endFacts(table), ...across, ...largestFlow(table)];
}

const total = (table: Table, {key}: Region) => quantity(table, 'flow', `regionTotal(${key})`);
const net = (table: Table, to: Region, from: Region) =>
  quantity(table, 'flow', `regionNet(${to.key},${from.key})`);

/** The region that gained the most from the rest of the country. */
const firstOf = (table: Table): Sized | null =>
  alone(table.regions.map(region => ({region, amount: total(table, region)})).toSorted(bySize));

function endFacts(table: Table): readonly Fact[] {
  const first = firstOf(table);
  const last = alone(
    table.regions
      .map(region => ({region, amount: quantity(table, 'flow', `-${total(table, region).expr}`)}))
      .toSorted(bySize),
  );
  // The totals of all regions add up to nought: where one is above it, another is below.
  if (!first || !last || first.amount.value <= 0) return [];
  return [
    fact('country-region-ends', {
      regions: quantity(table, 'count', 'regions()'),
      first: first.region,
      most: first.amount,
      last: last.region,
      least: last.amount,
    }),
  ];
}

/** Who gained from all others (the first from all but one, if that is so), and who lost to all. */
function acrossFacts(table: Table): readonly Fact[] {
  const {regions} = table;
  const others = quantity(table, 'count', 'otherRegions()');
  const rivals = (region: Region) => regions.filter(other => other !== region);
  const gainsAll = regions.find(region => rivals(region).every(other => net(table, region, other).value > 0));
  const losesAll = regions.find(region => rivals(region).every(other => net(table, region, other).value < 0));
  return [
    ...(gainsAll ? [fact('country-region-gained-all', {region: gainsAll, others})] : exceptOne(table)),
    ...(losesAll ? [fact('country-region-lost-all', {region: losesAll, others})] : []),
  ];
}

function exceptOne(table: Table): readonly Fact[] {
  const first = firstOf(table);
  if (!first) return [];
  const {region} = first;
  const [exception, another] = table.regions.filter(
    other => other !== region && net(table, region, other).value <= 0,
  );
  if (!exception || another) return [];
  const amount = net(table, exception, region);
  return amount.value > 0 ? [fact('country-region-but-one', {region, exception, amount})] : [];
}

function largestFlow(table: Table): readonly Fact[] {
  const {regions} = table;
  const found = alone(
    regions
      .flatMap(to =>
        regions.filter(from => from !== to).map(from => ({to, from, amount: net(table, to, from)})),
      )
      .toSorted(bySize),
  );
  return found && found.amount.value > 0 ? [fact('country-region-flow', found)] : [];
}

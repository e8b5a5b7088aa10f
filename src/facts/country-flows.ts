/**
 * The second paragraph of the overview: the largest net flows between two counties, and the county to which many have
 * their largest net loss, or from which their largest net gain.
 */
import type {County, Table} from '../extract/table.ts';
import {type Fact, fact} from './catalogue.ts';
import {alone} from './flows.ts';
import {type Quantity, quantity} from './quantity.ts';

/** A net flow between two counties, positive. */
type PairFlow = {readonly from: County; readonly to: County; readonly amount: Quantity};

/** "About n times" is told as far as languages have words for it. */
const MOST_TIMES = 9;

/** The largest net flow, with how many times larger it is than the next; or the next two. Equals are not told apart. */
export function pairFacts(table: Table): readonly Fact[] {
  if (table.counties.length < 3) return [];
  const pairs = pairFlows(table);
  if (pairs.length === 0) return [fact('country-no-flow', {})];
  const [first, second, third] = strictly(pairs).map(pair => ({...pair, rank: rankOf(table, pair)}));
  if (!first) return [];
  const {from, to, amount} = first;
  const told = fact('country-pair-first', {from, to, amount});
  if (!second) return [told];
  const times = quantity(table, 'times', `about(largestPair(), ${second.amount.expr})`);
  const ratio = amount.value / second.amount.value;
  const isAbout = times.value >= 2 && times.value <= MOST_TIMES && Math.abs(ratio / times.value - 1) <= 0.04;
  if (isAbout) return [told, fact('country-pair-second-times', {...second, times})];
  return [told, fact('country-pair-second', second), ...(third ? [fact('country-pair-third', third)] : [])];
}

/** The largest net flow where no other is as large, for whoever does not see the chart. */
export function largestFlowFacts(table: Table): readonly Fact[] {
  const first = alone(pairFlows(table));
  return first ? [fact('country-largest-flow', first)] : [];
}

const rankOf = (table: Table, {from, to}: PairFlow) =>
  quantity(table, 'rank', `pairRank(${to.key},${from.key})`);

/** All net flows, the largest first. */
function pairFlows(table: Table): readonly PairFlow[] {
  const {counties, matrix} = table;
  const flows = counties.flatMap((to, i) =>
    counties.flatMap((from, j) => (matrix.net[i]![j]! > 0 ? [{from, to, value: matrix.net[i]![j]!}] : [])),
  );
  return flows
    .toSorted((a, b) => b.value - a.value)
    .slice(0, LOOKED_AT)
    .map(({from, to}) => ({from, to, amount: quantity(table, 'flow', `net(${to.key},${from.key})`)}));
}

/** Three may be told, and the fourth may be as large as the third. */
const LOOKED_AT = 4;

/** The first three, up to where the next is as large. */
function strictly(pairs: readonly PairFlow[]): readonly PairFlow[] {
  const tied = pairs.findIndex(({amount}, at) => amount.value === pairs[at + 1]?.amount.value);
  return pairs.slice(0, tied < 0 ? 3 : Math.min(tied, 3));
}

/** Fewer have nothing in common that is worth telling. */
const LEAST_COMMON = 4;

/** Where one county is that for more others than any other is. */
export const targetFacts = (table: Table): readonly Fact[] => [
  ...targetFact(table, 'destination'),
  ...targetFact(table, 'source'),
];

function targetFact(table: Table, target: 'destination' | 'source'): readonly Fact[] {
  const county = commonHead(table, target === 'source' ? 1 : -1);
  if (!county) return [];
  const amount = quantity(table, 'count', `${target}s(${county.key})`);
  if (amount.value < LEAST_COMMON) return [];
  if (amount.value === table.counties.length - 1) return [fact(`country-${target}-all`, {county})];
  return target === 'source'
    ? [fact('country-source', {county, sources: amount})]
    : [fact('country-destination', {county, destinations: amount})];
}

/** Who has the largest net flow of a side for more others than anybody else has; one pass, for a table may be large. */
function commonHead({counties, matrix}: Table, side: 1 | -1): County | null {
  const heads = matrix.net.map(cells => {
    const most = cells.reduce((largest, net) => Math.max(largest, net * side), 0);
    const found = counties.filter((_, at) => most > 0 && cells[at]! * side === most);
    return found.length === 1 ? found[0]! : null;
  });
  const counts = new Map<County, number>();
  for (const head of heads) if (head) counts.set(head, (counts.get(head) ?? 0) + 1);
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? first[0] : null;
}

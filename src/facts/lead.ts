/**
 * The first paragraph: the county's total, its place among the counties, and what the total consists of.
 */
import type {County, Table} from '../extract/table.ts';
import {type Fact, fact} from './catalogue.ts';
import {bySize, evenPartners, type Flow, flows, isTooLong, opposite, type Side} from './flows.ts';
import {type Kind, quantity} from './quantity.ts';

/** A total this small against what flowed both ways is called close to balance. */
const BALANCE = 0.1;
/** Ordinals are told as far as this on each side; beyond it the gaps are too small to mean anything. */
const LAST_RANK = 6;
/** "About n times" is told as far as languages have words for it. */
const MOST_TIMES = 9;

/** The sign of the total decides the main side; a total of nought is told from the gains. */
export function mainSide(table: Table, county: County): Side {
  return totalOf(table, county) < 0 ? 'loss' : 'gain';
}

export const totalOf = (table: Table, county: County) => table.matrix.totals[table.index.get(county.key)!]!;

/** The total without its sign: the sentence says which way. */
const sizeOf = (table: Table, county: County) =>
  quantity(table, 'flow', `${totalOf(table, county) < 0 ? '-' : ''}total(${county.key})`);

/** The facts about the total, in the order of telling. */
export function leadFacts(table: Table, county: County): readonly Fact[] {
  const total = totalOf(table, county);
  if (total === 0) return [fact('lead-zero', {})];
  const side = mainSide(table, county);
  if (isBalanced(table, county)) {
    const lead = fact(`lead-balance-${side}`, {total: sizeOf(table, county)});
    return [lead, ...hiddenFlows(table, county)];
  }
  return placeFacts(table, county, side);
}

/** True where the total is at most a tenth of the gains and losses behind it. */
export function isBalanced(table: Table, county: County): boolean {
  const value = (expr: string) => quantity(table, 'flow', expr).value;
  const both = value(`sum(+,${county.key}) + sum(-,${county.key})`);
  return Math.abs(totalOf(table, county)) <= BALANCE * both;
}

function hiddenFlows(table: Table, county: County): readonly Fact[] {
  const {key} = county;
  const value = (expr: string) => quantity(table, 'flow', expr).value;
  const smaller = value(`sum(+,${key})`) < value(`sum(-,${key})`) ? `sum(+,${key})` : `sum(-,${key})`;
  const times = quantity(table, 'times', `times(${smaller}, ${sizeOf(table, county).expr})`);
  return times.value >= 10 ? [fact('hidden-flows', {times})] : [];
}

/** First, smallest, second to sixth, or none of these; with who shares the place. */
function placeFacts(table: Table, county: County, side: Side): readonly Fact[] {
  const total = sizeOf(table, county);
  const rank = quantity(table, 'rank', `sideRank(${county.key})`);
  const members = quantity(table, 'count', `side(${county.key})`);
  const equals = table.counties.filter(
    other => other !== county && totalOf(table, other) === totalOf(table, county),
  );
  const first = side === 'gain' ? 'first' : 'last';
  if (isTooLong(table, equals)) return [fact(`lead-${side}`, {total})];
  if (rank.value === 1) {
    if (equals.length) return [fact(`lead-${first}-shared`, {total, with: equals})];
    return [fact(`lead-${first}`, {total}), ...runnerUp(table, county)];
  }
  if (rank.value === members.value) return [fact(`lead-smallest-${side}`, {total, side: members})];
  if (rank.value > LAST_RANK) return [fact(`lead-${side}`, {total})];
  if (equals.length) return [fact(`lead-${side}-shared`, {total, rank, with: equals})];
  return [fact(`lead-${side}-rank`, {total, rank})];
}

/** The next in size on the same side, if one alone, with how many times larger the first is. */
function runnerUp(table: Table, county: County): readonly Fact[] {
  const side = mainSide(table, county);
  const [next, tied] = table.counties
    .filter(other => other !== county && totalOf(table, other) !== 0 && mainSide(table, other) === side)
    .map(other => ({county: other, amount: sizeOf(table, other)}))
    .toSorted(bySize);
  if (!next || next.amount.value === tied?.amount.value) return [];
  const {county: runner, amount} = next;
  const own = sizeOf(table, county);
  const ratio = own.value / amount.value;
  if (ratio > 2 && ratio <= 2.3) return [fact('runner-up-twice', {runner, amount})];
  const times = quantity(table, 'times', `about(${own.expr}, ${amount.expr})`);
  const isAbout = times.value >= 2 && times.value <= MOST_TIMES && Math.abs(ratio / times.value - 1) <= 0.04;
  return [isAbout ? fact('runner-up-times', {runner, amount, times}) : fact('runner-up', {runner, amount})];
}

/** From how many counties the county gained, to how many it lost, and how much in all. */
export function countFacts(table: Table, county: County): readonly Fact[] {
  const side = mainSide(table, county);
  const main = flows(table, county, side);
  const other = flows(table, county, opposite(side));
  const facts = mainCount(table, county, side, main, other);
  const both = facts.some(({id}) => id === 'count-equal');
  if (both || other.length < 2) return facts;
  // Up to three partners are named later with their amounts; behind a small total their sum is the news.
  const few = other.length <= 3 && !isBalanced(table, county) ? 'few-other' : 'other';
  // A single partner has just been named: "its" would be the partner's.
  const kind = main.length === 1 ? 'beside' : few;
  return [...facts, fact(`count-${kind}-${opposite(side)}`, sums(table, county, opposite(side)))];
}

function mainCount(
  table: Table,
  county: County,
  side: Side,
  main: readonly Flow[],
  other: readonly Flow[],
): readonly Fact[] {
  const others = table.counties.length - 1;
  const {partners, sum} = sums(table, county, side);
  if (main.length === 0) return [fact('count-none', {})];
  if (main.length === 1) return [fact(`count-one-${side}`, {only: main})];
  if (main.length === others) return [fact(`count-all-${side}`, {})];
  if (main.length === others - 1) return [fact(`count-all-but-one-${side}`, {sum})];
  if (main.length === other.length) return [equalCount(table, county)];
  // 12 of 18: two thirds of the others.
  if (main.length * 3 >= others * 2) return [fact(`count-most-${side}`, {partners, sum})];
  if (main.length >= 4) return [fact(`count-some-${side}`, {partners, sum})];
  return [fact(`count-few-${side}`, {partners, sum})];
}

function equalCount(table: Table, county: County): Fact {
  const [gain, loss] = [sums(table, county, 'gain'), sums(table, county, 'loss')];
  return fact('count-equal', {
    gainers: gain.partners,
    gains: gain.sum,
    losers: loss.partners,
    losses: loss.sum,
  });
}

/** How many partners a side has, and what they add up to. */
function sums(table: Table, {key}: County, side: Side) {
  const sign = side === 'gain' ? '+' : '-';
  const make = (kind: Kind, name: string) => quantity(table, kind, `${name}(${sign},${key})`);
  return {partners: make('count', 'count'), sum: make('flow', 'sum')};
}

/** The counties with which moves in and out were equal, unless that is all of them. */
export function evenFacts(table: Table, county: County): readonly Fact[] {
  const partners = evenPartners(table, county);
  const all = partners.length === table.counties.length - 1;
  if (partners.length === 0 || all) return [];
  if (!isTooLong(table, partners)) return [fact('even', {partners})];
  return [fact('even-many', {partners: quantity(table, 'count', `count(0,${county.key})`)})];
}

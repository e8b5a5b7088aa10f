/**
 * The second paragraph, on the main side of the total, and the start of the third, on the other side.
 */
import type {County, Table} from '../extract/table.ts';
import {type Fact, fact, type SlotTypes} from './catalogue.ts';
import {alone, type Flow, flows, isTooLong, largestPartner, leading, opposite, type Side} from './flows.ts';
import {mainSide, totalOf} from './lead.ts';
import {quantity} from './quantity.ts';
import {pairsLike} from './rests.ts';
import {shareWord} from './shares.ts';

/** Shares are of the sum of one side, never of a net total: those can exceed a hundred per cent. */
function share(table: Table, county: County, side: Side, part: readonly Flow[]): SlotTypes['share'] {
  const amounts = part.map(flow => flow.amount.expr).join(' + ');
  const whole = quantity(table, 'flow', `sum(${side === 'gain' ? '+' : '-'},${county.key})`);
  return {
    percent: quantity(table, 'share', `pct(${amounts}, ${whole.expr})`),
    word: shareWord(sumOf(part), whole.value),
  };
}

const sumOf = (list: readonly Flow[]) => list.reduce((total, flow) => total + flow.amount.value, 0);

/** The largest flows of the main side and what they amount to. */
export function mainFacts(table: Table, county: County): readonly Fact[] {
  const side = mainSide(table, county);
  const main = flows(table, county, side);
  const flow = pairRank(table, county, side);
  if (main.length < 2) return [...flow, ...rest(table, county)];
  const list = leading(main);
  return [
    topList(table, county, side, list),
    ...concentration(table, county, side, main),
    ...mutual(table, county, side, list),
    ...flow,
    ...rest(table, county),
  ];
}

/** The largest flows by name; where they would be too many, the first of them, or how many share its place. */
function topList(table: Table, county: County, side: Side, list: readonly Flow[]): Fact {
  if (!isTooLong(table, list)) return fact(`top-list-${side}`, {list});
  const first = alone(list);
  if (first) return fact(`top-one-${side}`, {partner: first.county, amount: first.amount});
  return fact(`top-many-${side}`, shared(table, county, side, list));
}

/** The largest flow of a side, and with how many partners there is one as large. */
function shared(table: Table, county: County, side: Side, [first]: readonly Flow[]) {
  const sign = side === 'gain' ? '+' : '-';
  return {amount: first!.amount, partners: quantity(table, 'count', `tied(${sign},${county.key})`)};
}

/** One partner with at least half, else three with three fifths, else spread thin: the first that holds. */
function concentration(table: Table, county: County, side: Side, main: readonly Flow[]): readonly Fact[] {
  const sum = sumOf(main);
  const [first, second, third, fourth] = main.map(flow => flow.amount.value);
  const largest = share(table, county, side, main.slice(0, 1));
  if (first! * 2 >= sum && first !== second && sum >= 100) {
    return [fact(`one-partner-${side}`, {partner: main[0]!.county, share: largest})];
  }
  const three = main.slice(0, 3);
  if (main.length > 3 && third !== fourth && sumOf(three) * 5 >= sum * 3) {
    return [fact(`three-account-${side}`, {share: share(table, county, side, three)})];
  }
  const isSpread = first! * 4 <= sum && first !== second && main.length >= 8;
  return isSpread ? [fact(`spread-${side}`, {share: largest})] : [];
}

/**
 * The county's largest flow, if it is on this side, among the ten largest between any two counties, and no
 * other equals it.
 */
function pairRank(table: Table, county: County, side: Side): readonly Fact[] {
  const partner = largestPartner(table, county);
  if (partner?.side !== side || table.counties.length < 4) return [];
  const [to, from] = partner.side === 'gain' ? [county, partner.county] : [partner.county, county];
  const rank = quantity(table, 'rank', `pairRank(${to.key},${from.key})`);
  if (rank.value > 10 || pairsLike(table.survey, partner.amount.value).equal > 1) return [];
  const other = side === mainSide(table, county) ? '' : '-other';
  if (rank.value === 1) return [fact(`pair-rank-first${other}`, {from, to})];
  return [fact(`pair-rank${other}`, {from, to, rank})];
}

/** The total without the largest partner, where that changes its sign, multiplies it or leaves little of it. */
function rest(table: Table, county: County): readonly Fact[] {
  const largest = largestPartner(table, county);
  const total = totalOf(table, county);
  if (!largest || total === 0 || table.counties.length < 3) return [];
  const {county: partner} = largest;
  const expr = `total(${county.key}) - net(${county.key},${partner.key})`;
  const value = quantity(table, 'flow', expr).value;
  if (value === 0) return [fact('rest-zero', {partner})];
  const side: Side = value > 0 ? 'gain' : 'loss';
  const size = quantity(
    table,
    'flow',
    value > 0 ? expr : `net(${county.key},${partner.key}) - total(${county.key})`,
  );
  if (Math.sign(value) !== Math.sign(total)) return [fact(`rest-flips-${side}`, {partner, rest: size})];
  if (size.value >= 3 * Math.abs(total)) return [fact(`rest-grows-${side}`, {partner, rest: size})];
  if (size.value * 20 <= 3 * Math.abs(total)) return [fact(`rest-small-${side}`, {partner, rest: size})];
  return [];
}

/** A partner for which this county, in turn, is the largest on the opposite side, with at least a third of it. */
function mutual(table: Table, county: County, side: Side, list: readonly Flow[]): readonly Fact[] {
  const seen = list
    .map(({county: partner}) => ({partner, theirs: flows(table, partner, opposite(side))}))
    .find(({theirs}) => {
      const [first, second] = theirs;
      const isAlone = first!.amount.value !== second?.amount.value;
      return (
        first!.county === county && isAlone && first!.amount.value * 3 >= sumOf(theirs) && theirs.length > 1
      );
    });
  if (!seen) return [];
  const {partner, theirs} = seen;
  return [
    fact(`mutual-${side}`, {partner, share: share(table, partner, opposite(side), theirs.slice(0, 1))}),
  ];
}

/** The other side, and the county's largest flow where it is there. */
export function otherFacts(table: Table, county: County): readonly Fact[] {
  const side = opposite(mainSide(table, county));
  if (flows(table, county, opposite(side)).length === 0) return [];
  return [otherList(table, county, side), ...pairRank(table, county, side)];
}

/** None, named in full, dominated by one, or the largest. */
function otherList(table: Table, county: County, side: Side): Fact {
  const list = flows(table, county, side);
  const [first] = list;
  if (!first) return fact(`other-none-${side}`, {});
  if (list.length === 1) return fact(`other-only-${side}`, {list});
  if (list.length <= 3) return fact(`other-list-${side}`, {list});
  const {county: partner, amount} = first;
  if (first.amount.value * 5 < sumOf(list) * 3) {
    const most = leading(list);
    if (!isTooLong(table, most)) return fact(`other-top-${side}`, {list: most});
    if (alone(list)) return fact(`other-one-${side}`, {partner, amount});
    return fact(`other-many-${side}`, shared(table, county, side, list));
  }
  return fact(`other-dominated-${side}`, {partner, amount, share: share(table, county, side, [first])});
}

/**
 * The first paragraph of the overview: who gained and who lost, the ends of the order, how few make up half of all
 * gains or losses, and where most is behind a small total.
 */
import type {County, Table} from '../extract/table.ts';
import {type Fact, fact} from './catalogue.ts';
import {pairFacts, targetFacts} from './country-flows.ts';
import {nationalRegionFacts} from './country-regions.ts';
import {alone, bySize, type Flow, type Side} from './flows.ts';
import {totalOf} from './lead.ts';
import {quantity} from './quantity.ts';
import {shareWord} from './shares.ts';

/** Everything that holds of the country and belongs in the narrative, in the order of telling. */
export function countryFacts(table: Table): readonly Fact[] {
  return [
    ...sideFacts(table),
    ...endFacts(table),
    ...concentrationFacts(table, 'gain'),
    ...concentrationFacts(table, 'loss'),
    ...hiddenFacts(table),
    ...pairFacts(table),
    ...targetFacts(table),
    ...nationalRegionFacts(table),
  ];
}

/** How many gained, how many lost, and how many did neither. */
function sideFacts(table: Table): readonly Fact[] {
  const count = (sign: string) => quantity(table, 'count', `onSide(${sign})`);
  const [gainers, losers, balanced] = [count('+'), count('-'), count('0')];
  if (gainers.value === 0) return [fact('country-zero', {})];
  if (balanced.value > 0) return [fact('country-sides-even', {gainers, losers, balanced})];
  return [fact('country-sides', {gainers, losers})];
}

/** The counties of a side with their totals as positive numbers, the largest first. */
function balances(table: Table, side: Side): readonly Flow[] {
  const [sign, minus] = side === 'gain' ? [1, ''] : [-1, '-'];
  return table.counties
    .filter(county => Math.sign(totalOf(table, county)) === sign)
    .map(county => ({county, amount: quantity(table, 'flow', `${minus}total(${county.key})`)}))
    .toSorted(bySize);
}

/** Both ends of the order in one sentence where one county stands at each, else each by itself. */
function endFacts(table: Table): readonly Fact[] {
  const [gains, losses] = [balances(table, 'gain'), balances(table, 'loss')];
  const [first, last] = [alone(gains), alone(losses)];
  if (first && last) {
    const [most, least] = [first.amount, last.amount];
    return [fact('country-ends', {first: first.county, most, last: last.county, least})];
  }
  return [...endFact('first', gains), ...endFact('last', losses)];
}

function endFact(end: 'first' | 'last', [first, ...others]: readonly Flow[]): readonly Fact[] {
  if (!first) return [];
  const {county, amount} = first;
  const equals = others.filter(other => other.amount.value === amount.value).map(other => other.county);
  if (equals.length) return [fact(`country-${end}-shared`, {county, with: equals, amount})];
  return [fact(`country-${end}`, {county, amount})];
}

/** As many names as a sentence carries. */
const MOST_NAMED = 4;
/** Of a smaller sum a share in per cent says more than there is. */
const LEAST_SUM = 100;

/** The fewest counties, the largest first, that make up at least half of a side; none where an equal is left out. */
function concentrationFacts(table: Table, side: Side): readonly Fact[] {
  const list = balances(table, side);
  const sum = sumOf(list);
  const length = 1 + list.findIndex((_, at) => 2 * sumOf(list.slice(0, at + 1)) >= sum);
  const [last, next] = [list[length - 1], list[length]];
  if (!last || !next || last.amount.value === next.amount.value) return [];
  if (length > MOST_NAMED || sum < LEAST_SUM) return [];
  const top = list.slice(0, length).map(({county}) => county);
  const share = shareOf(table, side, top);
  if (length === 1) return [fact(`country-alone-${side}`, {county: top[0]!, share})];
  return [fact(`country-half-${side}`, {top, share})];
}

const sumOf = (list: readonly Flow[]) => list.reduce((total, {amount}) => total + amount.value, 0);

/** What some counties' totals are of all totals of their side. */
function shareOf(table: Table, side: Side, counties: readonly County[]) {
  const [sign, minus] = side === 'gain' ? ['+', ''] : ['-', '-'];
  const keys = counties.map(({key}) => key).join(',');
  const part = `${minus}${counties.length > 1 ? 'together' : 'total'}(${keys})`;
  const whole = quantity(table, 'flow', `sideSum(${sign})`);
  return {
    percent: quantity(table, 'share', `pct(${part}, ${whole.expr})`),
    word: shareWord(quantity(table, 'flow', part).value, whole.value),
  };
}

/** Of the counties with ten times as much behind their total both ways, the one with the smallest part left of it. */
function hiddenFacts(table: Table): readonly Fact[] {
  const flow = (expr: string) => quantity(table, 'flow', expr);
  const found = table.counties
    .map(county => {
      const {key} = county;
      const [gains, losses] = [flow(`sum(+,${key})`), flow(`sum(-,${key})`)];
      return {county, gains, losses, total: totalOf(table, county)};
    })
    .filter(({gains, losses, total}) => {
      return total !== 0 && Math.min(gains.value, losses.value) >= 10 * Math.abs(total);
    });
  const [most] = found.toSorted((a, b) => part(a) - part(b));
  if (!most) return [];
  const {county, gains, losses} = most;
  return [fact('country-hidden', {total: flow(`total(${county.key})`), county, gains, losses})];
}

type Behind = {readonly gains: Flow['amount']; readonly losses: Flow['amount']; readonly total: number};

const part = ({gains, losses, total}: Behind) => Math.abs(total) / (gains.value + losses.value);

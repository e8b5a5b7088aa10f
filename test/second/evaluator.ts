/** The numbers behind printed words, and how English prints them: a second formatting. */
import {holds, valueOf as evaluate} from '../../src/verify/evaluator.ts';
import {surveyOf} from '../../src/verify/survey.ts';
import type {World} from './reader.ts';

/** The value of an expression over a table that was read a second time. */
export const valueOf = (world: World, expression: string): number => evaluate(told(world), expression);

/** Whether a claim is true of it: "only: count(+,20) = 1". */
export const isTrue = (world: World, claim: string): boolean =>
  holds(told(world), claim.slice(claim.indexOf(': ') + 2));

const told = (world: World) => ({
  ...world,
  examples: world.statements.map(({net}) => net),
  differing: statementsAgainst(world).length,
  mirrored: 0,
  checks: [],
  survey: surveyOf(world),
});

/** The statements of the note that say another figure than the table. */
export function statementsAgainst({counties, net, totals, statements}: World): World['statements'] {
  const at = (name: string) => counties.findIndex(county => county.name === name);
  return statements.filter(({county, partner, net: said}) =>
    partner === null ? totals[at(county)] !== said : net[at(county)]![at(partner)] !== said,
  );
}

export const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
export const ORDINALS = [
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
export const TIMES = ['twice', ...COUNTS.slice(3).map(word => `${word} times`)];

/** 2637 -> "2,637", -89 -> "−89" */
export const inDigits = (value: number): string => value.toLocaleString('en-GB').replace('-', '\u2212');

/** 3 -> "three", 15 -> "15" */
export const asCount = (value: number): string => COUNTS[value] ?? inDigits(value);

/** What stands alone where a share that is neither rounds to nought or to a hundred per cent. */
const ROUNDED_AWAY: Readonly<Record<number, readonly string[]>> = {
  0: ['less than one per cent'],
  100: ['almost all'],
};

/** Every right way of printing a number of a kind. */
export function printings(kind: string, value: number): readonly string[] {
  switch (kind) {
    case 'flow':
      return [inDigits(value), ...(value > 0 ? [`+${inDigits(value)}`] : [])];
    case 'count':
      return [asCount(value)];
    case 'rank':
      return [inDigits(value), ...ORDINALS.slice(value - 2, value - 1)];
    case 'times':
      return [inDigits(value), ...TIMES.slice(value - 2, value - 1)];
    case 'share':
      return [inDigits(value), ...(ROUNDED_AWAY[value] ?? [])];
    case 'year':
      return [String(value)];
    default:
      return [];
  }
}

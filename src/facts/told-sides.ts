/** What is told of gains and of losses alike, each in its own expressions. */
import type {Meaning} from './claims.ts';
import type {Side} from './flows.ts';

export type Told = {
  /** "+" or "-" for sums and counts; and the other. */
  readonly sign: '+' | '-';
  readonly counter: '+' | '-';
  /** ">" or "<" nought, for totals. */
  readonly way: '>' | '<';
  /** The total without its sign. */
  readonly total: string;
  /** A flow with a partner as a positive number; the same, told of another county. */
  readonly flow: (partner: string, county?: string) => string;
  /** Net with a region as a positive number. */
  readonly region: (slot: string) => string;
};

export const TOLD: Readonly<Record<Side, Told>> = {
  gain: {
    sign: '+',
    counter: '-',
    way: '>',
    total: 'total(me)',
    flow: (partner, county = 'me') => `net(${county},${partner})`,
    region: slot => `region(me,${slot})`,
  },
  loss: {
    sign: '-',
    counter: '+',
    way: '<',
    total: '-total(me)',
    flow: (partner, county = 'me') => `net(${partner},${county})`,
    region: slot => `-region(me,${slot})`,
  },
};

/** A fact that is told of either side. `claim` is what makes it a gain or a loss. */
export function sides<Name extends string>(
  name: Name,
  mean: (told: Told) => Meaning & {readonly claim: string},
): Readonly<Record<`${Name}-${Side}`, Meaning>> {
  const meaning = (side: Side): Meaning => {
    const {claim, claims, numbers = {}} = mean(TOLD[side]);
    return {numbers, claims: {[side]: claim, ...claims}};
  };
  return {[`${name}-gain`]: meaning('gain'), [`${name}-loss`]: meaning('loss')} as Readonly<
    Record<`${Name}-${Side}`, Meaning>
  >;
}

/** The total is small against what flowed both ways. */
export const CLOSE = '10 * size(total(me)) <= sum(+,me) + sum(-,me)';

/**
 * A second evaluator of the expressions behind printed numbers, and a second formatting. Where `src/facts`
 * parses, this one puts values in the place of the innermost calls until only a sum is left.
 */
import {
  add,
  evenWith,
  flowsOf,
  largestFor,
  pairSizes,
  perCent,
  regionNet,
  sumOf,
  totalsOn,
} from './figures.ts';
import type {World} from './reader.ts';

const INNERMOST = /([a-z][A-Za-z]*)\(([^()]*)\)/;
const SUM = /^-?<-?\d+>(?:[-+]-?<-?\d+>)*$/;

/** The value of an expression such as `pct(net(02,03) + net(02,18), sum(+,02))`. */
export function valueOf(world: World, expression: string): number {
  let text = expression.replaceAll(' ', '');
  for (let call = INNERMOST.exec(text); call; call = INNERMOST.exec(text)) {
    const args = call[2] === '' ? [] : call[2]!.split(',');
    text = text.replace(call[0], () => `<${compute(world, call![1]!, args)}>`);
  }
  return sum(text);
}

function sum(text: string): number {
  if (!SUM.test(text)) throw new Error(`Not a sum: ${text}`);
  const terms = [...text.matchAll(/([-+]*)<(-?\d+)>/g)];
  return add(terms.map(([, signs, value]) => (signs!.split('-').length % 2 ? 1 : -1) * Number(value)));
}

function compute(world: World, name: string, args: readonly string[]): number {
  const county = (at: number) => {
    const found = world.counties.findIndex(({code}) => code === args[at]);
    if (found < 0) throw new Error(`No county ${args[at]} in ${name}(${args.join()})`);
    return found;
  };
  const side = args[0] === '+' ? 1 : -1;
  const number = (at: number) => sum(args[at]!);
  const {net, totals} = world;
  switch (name) {
    case 'net':
      return net[county(0)]![county(1)]!;
    case 'total':
      return totals[county(0)]!;
    case 'sum':
      return sumOf(world, county(1), side);
    case 'count':
      return (args[0] === '0' ? evenWith(world, county(1)) : flowsOf(world, county(1), side)).length;
    case 'region':
      return regionNet(world, county(0), world.regions.find(({key}) => key === args[1])!);
    case 'rank':
      return totals.toSorted((a, b) => b - a).indexOf(totals[county(0)]!) + 1;
    case 'sideRank':
      return ownSide(world, county(0)).indexOf(Math.abs(totals[county(0)]!)) + 1;
    case 'side':
      return ownSide(world, county(0)).length;
    case 'pairRank':
      return pairSizes(world).indexOf(Math.abs(net[county(0)]![county(1)]!)) + 1;
    case 'sources':
      return largestFor(world, county(0), 1).length;
    case 'destinations':
      return largestFor(world, county(0), -1).length;
    case 'pct':
      return perCent(number(0), number(1));
    case 'times':
      return (number(0) - (number(0) % number(1))) / number(1);
    case 'about':
      return Math.round(number(0) / number(1));
    case 'counties':
      return totals.length;
    case 'others':
      return totals.length - 1;
    case 'regions':
      return world.regions.length;
    case 'otherRegions':
      return world.regions.length - 1;
    case 'year':
      return world.year;
    case 'examples':
      return world.statements.length;
    case 'differing':
      return statementsAgainst(world).length;
    case 'stated':
      return world.statements[Number(args[0]) - 1]!.net;
    case 'zero':
      return 0;
    case 'totals':
      return add(totals);
    default:
      throw new Error(`No function ${name}`);
  }
}

/** The statements of the note that say another figure than the table. */
export function statementsAgainst({counties, net, totals, statements}: World): World['statements'] {
  const at = (name: string) => counties.findIndex(county => county.name === name);
  return statements.filter(({county, partner, net: said}) =>
    partner === null ? totals[at(county)] !== said : net[at(county)]![at(partner)] !== said,
  );
}

const ownSide = (world: World, county: number) => totalsOn(world, Math.sign(world.totals[county]!));

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

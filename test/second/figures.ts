/** What follows from a table by adding, counting and ordering: for the second evaluator and the second reading. */
import type {Region, World} from './reader.ts';

/** A county and a positive number of moves. */
export type Flow = {readonly county: number; readonly amount: number};

export const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export const everyone = ({counties}: World): readonly number[] => counties.map((_, county) => county);

export const othersThan = (world: World, county: number): readonly number[] =>
  everyone(world).filter(other => other !== county);

const memories = new WeakMap<World, Map<string, unknown>>();

/** Computes a thing about a table once. */
function once<T>(world: World, key: string, compute: () => T): T {
  const memory = memories.get(world) ?? new Map<string, unknown>();
  memories.set(world, memory);
  if (!memory.has(key)) memory.set(key, compute());
  return memory.get(key) as T;
}

/** Whom a county gained from, or lost to: largest first, equals in the order of the table. */
export const flowsOf = (world: World, county: number, side: number): readonly Flow[] =>
  once(world, `flows ${county} ${side}`, () => flowsAnew(world, county, side));

function flowsAnew(world: World, county: number, side: number): readonly Flow[] {
  return othersThan(world, county)
    .map(other => ({county: other, amount: world.net[county]![other]! * side}))
    .filter(({amount}) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount || a.county - b.county);
}

/** All that a county gained, or lost: positive. */
export const sumOf = (world: World, county: number, side: number): number =>
  add(flowsOf(world, county, side).map(({amount}) => amount));

/** With whom moves in and out were equal. */
export const evenWith = (world: World, county: number): readonly number[] =>
  othersThan(world, county).filter(other => world.net[county]![other] === 0);

/** The county itself does not count as a member. */
export const regionNet = ({net}: World, county: number, {members}: Region): number =>
  add(members.map(member => (member === county ? 0 : net[county]![member]!)));

/** The sizes of all totals on one side, largest first. */
export const totalsOn = ({totals}: World, side: number): readonly number[] =>
  totals
    .map(total => total * side)
    .filter(size => size > 0)
    .toSorted((a, b) => b - a);

/** The sizes of the net flows of all pairs, largest first. */
export const pairSizes = (world: World): readonly number[] =>
  once(world, 'pairs', () =>
    everyone(world)
      .flatMap(a => world.net[a]!.slice(0, a).map(Math.abs))
      .toSorted((a, b) => b - a),
  );

/** For whom of the others the largest net flow of a side is with this county, with no equal. */
export const largestFor = (world: World, county: number, theirSide: number): readonly number[] =>
  othersThan(world, county).filter(other => {
    const [first, second] = flowsOf(world, other, theirSide);
    return first?.county === county && first.amount !== second?.amount;
  });

/** `part` in per cent of `whole`: rounded once, half up, in whole numbers. */
export function perCent(part: number, whole: number): number {
  const left = (100 * part) % whole;
  return (100 * part - left) / whole + (2 * left >= whole ? 1 : 0);
}

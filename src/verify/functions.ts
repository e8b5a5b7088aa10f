/** What the second evaluator's functions compute: numbers of a report, and numbers that claims compare. */
import {
  add,
  betweenRegions,
  evenWith,
  type Figures,
  flowsOf,
  inOrder,
  othersThan,
  outsiders,
  perCent,
  regionBalance,
  regionNet,
  sumOf,
  totalsOn,
} from './figures.ts';
import type {Survey} from './survey.ts';

/** What a text says beside its table: how often it is right, and in which year. */
export type Told = {
  readonly year: number | null;
  /** What the note's examples say, in its order, and how many of them say something else than the table. */
  readonly examples: readonly number[];
  readonly differing: number;
  /** How many pairs are printed both ways. */
  readonly mirrored: number;
  /** Both sides of every check, in the order of the table of checks. */
  readonly checks: readonly {readonly said: number; readonly found: number}[];
};

/** Everything that expressions speak of. */
export type World = Figures & Told & {readonly survey: Survey};

export type Compute = (world: World, args: Args) => number;

/** The arguments of a call: counties and regions by key, sides by sign, and numbers. */
export type Args = {
  readonly all: readonly string[];
  readonly county: (at: number) => number;
  readonly region: (at: number) => number;
  readonly side: (at: number) => number;
  readonly number: (at: number) => number;
};

/** What expressions of numbers ask for. */
const NUMBERS: Readonly<Record<string, Compute>> = {
  net: ({net}, {all, county}) => {
    if (all[0] === all[1]) throw new Error(`A county has no net with itself: ${all[0]}`);
    return net[county(0)]![county(1)]!;
  },
  total: ({totals}, {county}) => totals[county(0)]!,
  /** sum(+,a), count(+,a); sum(+,a,k), count(+,a,k): without the k largest */
  sum: (world, {all, side, county, number}) =>
    all.length < 3
      ? sumOf(world, county(1), side(0))
      : add(flowsOf(world, county(1), side(0)).map(({amount}, at) => (at < number(2) ? 0 : amount))),
  count: (world, {all, side, county, number}) => {
    if (all[0] === '0') return evenWith(world, county(1)).length;
    const whole = flowsOf(world, county(1), side(0)).length;
    return all.length < 3 ? whole : Math.max(0, whole - number(2));
  },
  /** tied(+,a): how many share the largest gain of a */
  tied: (world, {side, county}) => {
    const flows = flowsOf(world, county(1), side(0));
    return flows.filter(({amount}) => amount === flows[0]!.amount).length;
  },
  /** outside(a,b,k): a against all but b and its k largest partners; outsiders(b,k): how many these are */
  outside: (world, {county, number}) =>
    add(outsiders(world, county(1), number(2)).map(other => world.net[county(0)]![other]!)),
  outsiders: (world, {county, number}) => outsiders(world, county(0), number(1)).length,
  /** between(a,b): how many stand between them in the order of totals */
  between: (world, {county}) => {
    const order = inOrder(world);
    return order.indexOf(county(1)) - order.indexOf(county(0)) - 1;
  },
  /** unranked(a,e,n): how many are neither among the e at either end of that order nor within n places of a */
  unranked: (world, {county, number}) => {
    const order = inOrder(world);
    const own = order.indexOf(county(0));
    const [ends, near] = [number(1), number(2)];
    const isFar = (at: number) =>
      at >= ends && at < order.length - ends && (at < own - near || at > own + near);
    // Nobody is left out alone.
    return order.filter((_, at) => isFar(at) && (isFar(at - 1) || isFar(at + 1))).length;
  },
  region: (world, {county, region}) => regionNet(world, county(0), world.regions[region(1)]!),
  rank: ({totals}, {county}) => totals.toSorted((a, b) => b - a).indexOf(totals[county(0)]!) + 1,
  sideRank: (world, {county}) => ownSide(world, county(0)).indexOf(Math.abs(world.totals[county(0)]!)) + 1,
  side: (world, {county}) => ownSide(world, county(0)).length,
  onSide: ({totals}, {all}) => totals.filter(total => signOf(total) === all[0]).length,
  sideSum: ({totals}, {side}) => add(totals.map(total => Math.max(0, total * side(0)))),
  together: ({totals}, {all, county}) => add(all.map((_, at) => totals[county(at)]!)),
  largestPair: ({survey}) => [...survey.sizes.keys()].reduce((most, size) => Math.max(most, size), 0),
  regionTotal: (world, {region}) => regionBalance(world, world.regions[region(0)]!),
  regionNet: (world, {region}) => betweenRegions(world, world.regions[region(0)]!, world.regions[region(1)]!),
  pairRank: (world, {county}) => pairLike(world, county(0), county(1)).place,
  sources: ({survey}, {county}) => survey.source.filter(each => each === county(0)).length,
  destinations: ({survey}, {county}) => survey.destination.filter(each => each === county(0)).length,
  pct: (_, {number}) => perCent(number(0), number(1)),
  times: (_, {number}) => (number(0) - (number(0) % number(1))) / number(1),
  about: (_, {number}) => Math.round(number(0) / number(1)),
  counties: ({net}) => net.length,
  others: ({net}) => net.length - 1,
  regions: ({regions}) => regions.length,
  otherRegions: ({regions}) => regions.length - 1,
  year: ({year}) => year ?? NaN,
  examples: ({examples}) => examples.length,
  differing: ({differing}) => differing,
  mirrored: ({mirrored}) => mirrored,
  stated: ({examples}, {number}) => examples[number(0) - 1]!,
  said: ({checks}, {number}) => checks[number(0) - 1]!.said,
  found: ({checks}, {number}) => checks[number(0) - 1]!.found,
  zero: () => 0,
  totals: ({totals}) => add(totals),
};

/** What claims ask for besides. */
const CLAIMED: Readonly<Record<string, Compute>> = {
  /** size(x): without its sign; least(x,y); product(x,y) */
  size: (_, {number}) => Math.abs(number(0)),
  least: (_, {number}) => Math.min(number(0), number(1)),
  product: (_, {number}) => number(0) * number(1),
  /** items(a,b,...): how many are named; among(a,b,...): whether the first is one of the others */
  items: (_, {all}) => all.length,
  among: (_, {all}) => truth(all.slice(1).includes(all[0]!)),
  /** sharing(a): how many others have the same total; sameSide(a,b): whether both totals have one sign */
  sharing: (world, {county}) =>
    othersThan(world, county(0)).filter(other => world.totals[other] === world.totals[county(0)]).length,
  sameSide: ({totals}, {county}) => truth(totals[county(0)]! * totals[county(1)]! > 0),
  /** top(+,a,k): the kth largest gain of a, nought where it has fewer */
  top: (world, {side, county, number}) => flowsOf(world, county(1), side(0))[number(2) - 1]?.amount ?? 0,
  /** heads(+,a,b,c...): whether b, c ... are the largest of a's partners, in order, with no equal left out */
  heads: (world, {all, side, county}) => {
    const flows = flowsOf(world, county(1), side(0));
    const named = all.slice(2).map((_, at) => county(at + 2));
    const next = flows[named.length]?.amount ?? 0;
    return truth(
      named.every((each, at) => flows[at]?.county === each) && (flows[named.length - 1]?.amount ?? 0) > next,
    );
  },
  /** leads(+,a,b...): whether a, b ... have the largest totals of a side, in order, with no equal left out */
  leads: (world, {all, side, county}) => {
    const named = all.slice(1).map((_, at) => world.totals[county(at + 1)]! * side(0));
    const sizes = totalsOn(world, side(0));
    return truth(named.every((size, at) => size === sizes[at]) && named.at(-1)! > (sizes[named.length] ?? 0));
  },
  /** largerPartners(a,b): how many others have at least as large a net flow with a as b has, either way */
  largerPartners: (world, {county}) => {
    const size = (other: number) => Math.abs(world.net[county(0)]![other]!);
    return othersThan(world, county(0)).filter(other => other !== county(1) && size(other) >= size(county(1)))
      .length;
  },
  /** pairsLike(a,b): how many pairs have a net flow of this size */
  pairsLike: (world, {county}) => pairLike(world, county(0), county(1)).pairs,
  /** singles(+): how many counties gained from one county only */
  singles: (world, {side}) => partnersOn(world, side(0)).filter(many => many === 1).length,
  /** withAsMany(+,a): how many others gained from at least as many as a did */
  withAsMany: (world, {side, county}) => {
    const many = partnersOn(world, side(0));
    return othersThan(world, county(1)).filter(other => many[other]! >= many[county(1)]!).length;
  },
  /** home(a,R): whether a is in the region; regionsOn(+,a): from how many of the other regions it gained */
  home: ({regions}, {county, region}) => truth(regions[region(1)]!.members.includes(county(0))),
  regionsOn: (world, {side, county}) =>
    foreign(world, county(1)).filter(region => regionNet(world, county(1), region) * side(0) > 0).length,
  /** regionsLike(+,a,R): how many of the other regions are at least as large for a as R; ownLike: its own, if not R */
  regionsLike: (world, args) => asLargeAs(world, args, foreign(world, args.county(1))),
  ownLike: (world, args) =>
    asLargeAs(
      world,
      args,
      world.regions.filter(({members}) => members.includes(args.county(1))),
    ),
  /** regionPlace(R): place by what it gained from the rest of the country; regionSharing(R): how many others have it too */
  regionPlace: (world, {region}) => 1 + regionsBeside(world, region(0), (own, other) => other > own),
  regionSharing: (world, {region}) => regionsBeside(world, region(0), (own, other) => other === own),
  /** regionPartners(+,R): from how many of the other regions it gained */
  regionPartners: (world, {side, region}) =>
    world.regions.filter(other => betweenRegions(world, world.regions[region(1)]!, other) * side(0) > 0)
      .length,
  /** regionPairPlace(R,S): place by size of their net flow; regionPairsLike(R,S): how many pairs have one as large */
  regionPairPlace: (world, args) => 1 + regionPairs(world, args, (own, size) => size > own),
  regionPairsLike: (world, args) => regionPairs(world, args, (own, size) => size === own),
  /** regionsLargerThanOwn(a): how many of the other regions are at least as large for a as its own, either way */
  regionsLargerThanOwn: (world, {county}) => {
    const size = (region: Figures['regions'][number]) => Math.abs(regionNet(world, county(0), region));
    const own = world.regions.find(({members}) => members.includes(county(0)));
    return own ? foreign(world, county(0)).filter(region => size(region) >= size(own)).length : NaN;
  },
};

/** Every function there is. */
export const COMPUTE: Readonly<Record<string, Compute>> = {...NUMBERS, ...CLAIMED};

/** The place of a pair by the size of its net flow, and how many have that size. */
const pairLike = ({net, survey}: World, a: number, b: number) => survey.sizes.get(Math.abs(net[a]![b]!))!;

/** Of each county, from how many it gained, or to how many it lost. */
const partnersOn = ({survey}: World, side: number) => (side > 0 ? survey.gained : survey.lost);
const signOf = (total: number) => (total === 0 ? '0' : total > 0 ? '+' : '-');

/** Of how many other regions something holds, their balance beside that of one. */
function regionsBeside(world: World, at: number, holdsOf: (own: number, other: number) => boolean): number {
  const balances = world.regions.map(region => regionBalance(world, region));
  return balances.filter((balance, other) => other !== at && holdsOf(balances[at]!, balance)).length;
}

/** Of how many pairs of regions something holds, the size of their net flow beside that of two that are named. */
function regionPairs(world: World, {region}: Args, holdsOf: (own: number, size: number) => boolean): number {
  const {regions} = world;
  const size = (a: number, b: number) => Math.abs(betweenRegions(world, regions[a]!, regions[b]!));
  const own = size(region(0), region(1));
  return regions.flatMap((_, a) => regions.slice(0, a).filter((__, b) => holdsOf(own, size(a, b)))).length;
}

const truth = (is: boolean) => (is ? 1 : 0);

const ownSide = (world: World, county: number) => totalsOn(world, Math.sign(world.totals[county]!));

/** The regions that the county is not in. */
const foreign = ({regions}: World, county: number) =>
  regions.filter(({members}) => !members.includes(county));

/** How many of some regions, the one named left out, are at least as large as it on a side. */
function asLargeAs(
  world: World,
  {side, county, region}: Args,
  regions: readonly Figures['regions'][number][],
): number {
  const named = world.regions[region(2)]!;
  const net = (each: Figures['regions'][number]) => regionNet(world, county(1), each) * side(0);
  return regions.filter(each => each !== named && net(each) >= net(named)).length;
}

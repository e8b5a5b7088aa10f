/**
 * A second reading of the narratives: every sentence must be of a known wording, and every number and every
 * claim in it is computed anew from the table. Written for the English text; a new wording in the template
 * needs its line here.
 */
import {
  add,
  evenWith,
  everyone,
  type Flow,
  flowsOf,
  largestFor,
  othersThan,
  pairSizes,
  perCent,
  regionNet,
  sumOf,
  totalsOn,
} from '../../src/verify/figures.ts';
import type {Region, World} from './reader.ts';
import {compile, match, type Said} from './wording.ts';

/** A sentence that was read: which wording, what it says. */
export type Read = {readonly id: string; readonly said: Said};

/** Whom the narrative is about, and the sentences before this one. */
type About = {readonly world: World; readonly me: number; readonly before: readonly Read[]};

/** What a sentence claims, by name: all must be true. */
type Claims = Readonly<Record<string, boolean>>;

type Entry = {
  readonly id: string;
  readonly wording: string;
  readonly check: (said: Said, about: About) => Claims;
};

/* Words with a fixed meaning. */

const isClose = (world: World, county: number) =>
  10 * Math.abs(world.totals[county]!) <= sumOf(world, county, 1) + sumOf(world, county, -1);

/** [word, from, to] in per mille; `open` ends do not belong to the interval. */
const INTERVALS = [
  {word: 'less than one per cent', from: 0, to: 5, open: 'both'},
  {word: 'almost half', from: 470, to: 500, open: 'to'},
  {word: 'more than half', from: 500, to: 550, open: 'from'},
  {word: 'about two thirds', from: 650, to: 685, open: null},
  {word: 'about three quarters', from: 730, to: 770, open: null},
  {word: 'almost all', from: 950, to: 1000, open: 'to'},
];

function wordFor(part: number, whole: number): string | null {
  const found = INTERVALS.find(({from, to, open}) => {
    const [low, high] = [1000 * part - from * whole, to * whole - 1000 * part];
    const isOpen = (end: string) => open === end || open === 'both';
    return (isOpen('from') ? low > 0 : low >= 0) && (isOpen('to') ? high > 0 : high >= 0);
  });
  return found?.word ?? null;
}

/** The word exactly where there is one, with the percentage exactly where it is not rounded to 0 or 100. */
function isShare({share}: Said, part: number, whole: number): boolean {
  const percent = perCent(part, whole);
  const isExact = part === 0 || part === whole;
  const isAlone = !isExact && (percent === 0 || percent === 100);
  return share.word === wordFor(part, whole) && Object.is(share.percent, isAlone ? Number.NaN : percent);
}

/* Other things that many sentences claim. */

const same = (a: readonly unknown[], b: readonly unknown[]) => JSON.stringify(a) === JSON.stringify(b);

/** The largest in order, with nothing left out that is as large. */
const isHead = (list: readonly Flow[], all: readonly Flow[]) =>
  list.length > 0 &&
  same(list, all.slice(0, list.length)) &&
  list.at(-1)!.amount > (all[list.length]?.amount ?? 0);

/** The place of a total on its side, alone or shared: "second largest", "smallest". */
function hasPlace(world: World, county: number, place: number, side: number): boolean {
  const sizes = totalsOn(world, side);
  const own = world.totals[county]! * side;
  return sizes.at(place < 0 ? place : place - 1) === own && (place < 0 || sizes.indexOf(own) === place - 1);
}

const sharedWith = ({world, me}: About) =>
  othersThan(world, me).filter(other => world.totals[other] === world.totals[me]);

const isTotal = ({n, side}: Said, {world, me}: About) => side !== 0 && n * side === world.totals[me];

const flows = ({side}: Said, {world, me}: About) => flowsOf(world, me, side);
const sum = ({side}: Said, {world, me}: About) => sumOf(world, me, side);

/** Whether the last sentence of that kind spoke of a side. */
const toldOf = (side: number, id: string, {before}: About) =>
  before.findLast(read => read.id === id)?.said.side === side;

/** The side that the total is on. */
const mainSide = ({world, me}: About) => (world.totals[me]! < 0 ? -1 : 1);

/** "From 14 of 18, came to 1,331": the side of the total, how many, and how much. */
const mainSum = (said: Said, about: About): Claims => ({
  main: said.side === mainSide(about),
  amount: said.n === sum(said, about),
});

const mainCount = (said: Said, about: About): Claims => ({
  ...mainSum(said, about),
  count: said.count === flows(said, about).length,
  several: said.count > 1,
});

/** The other side, told of after the side of the total. */
const otherCount = (said: Said, about: About): Claims => ({
  otherSide: said.side === -mainSide(about) && about.before.at(-1)?.id === 'count',
  count: said.count === flows(said, about).length,
  several: said.count > 1,
  amount: said.n === sum(said, about),
});

/** What is left of the total without the largest partner. */
const rest = ({county}: Said, {world, me}: About) => world.totals[me]! - world.net[me]![county]!;

const leavingAside = (said: Said, about: About): Claims => ({
  largest: isLargestPartner(said.county, about),
  rest: said.side !== 0 && said.n * said.side === rest(said, about),
});

const isLargestPartner = (county: number, {world, me}: About) =>
  othersThan(world, me).every(
    other => other === county || Math.abs(world.net[me]![other]!) < Math.abs(world.net[me]![county]!),
  );

const ownRegion = ({world, me}: About) => world.regions.find(({members}) => members.includes(me));
const otherRegions = (about: About) => about.world.regions.filter(region => region !== ownRegion(about));

const netWith = (region: Region | null | undefined, {world, me}: About) =>
  region ? regionNet(world, me, region) : Number.NaN;

/** The largest of some regions by size, on either side, with no equal. */
const isLargestOf = (region: Region | null, regions: readonly Region[], about: About) =>
  regions.every(
    other => other === region || Math.abs(netWith(other, about)) < Math.abs(netWith(region, about)),
  );

/** The largest of some regions on one side, with no equal. */
const isLargestOn = (side: number, region: Region | null, regions: readonly Region[], about: About) =>
  netWith(region, about) * side > 0 &&
  regions.every(other => other === region || netWith(other, about) * side < netWith(region, about) * side);

const isAll = (regions: readonly Region[], side: number, about: About) =>
  regions.every(region => netWith(region, about) * side > 0);

/** The counties that gained from one county only, or lost to one only. */
const withOnePartner = (world: World, side: number) =>
  everyone(world).filter(county => flowsOf(world, county, side).length === 1);

/** Every wording, in the order of the template. */
export const WORDINGS: readonly Entry[] = [
  {
    id: 'lead',
    wording:
      'In {year}, {me} was exactly in balance with the rest of the country: as many moves came from the other counties as went to them.',
    check: (_, {world, me}) => ({balance: world.totals[me] === 0}),
  },
  {
    id: 'lead',
    wording:
      '{me} was close to balance with the rest of the country in {year}: it had a net <in>-migration of {n}.',
    check: (said, about) => ({close: isClose(about.world, about.me), total: isTotal(said, about)}),
  },
  {
    id: 'lead-place',
    wording:
      '{me} had the {place} net <in>-migration of all {all} counties in {year}: {n} more moves <from> the other counties than <to> them.',
    check: (said, about) => ({
      total: isTotal(said, about),
      place: hasPlace(about.world, about.me, said.place, said.side),
      alone: sharedWith(about).length === 0,
    }),
  },
  {
    id: 'lead-place',
    wording:
      'Together with {names}, {me} had the {place} net <in>-migration of all {all} counties in {year}: {n} each.',
    check: checkShared,
  },
  {
    id: 'lead-place',
    wording:
      '{me} shared the {place} net <in>-migration of all {all} counties in {year} with {names}: {n} each.',
    check: checkShared,
  },
  {
    id: 'lead',
    wording:
      'Of the {count} counties with a net <in>-migration in {year}, {me} had the {place}: {n} more moves <from> the other counties than <to> them.',
    check: (said, about) => ({
      total: isTotal(said, about),
      place: hasPlace(about.world, about.me, said.place, said.side),
      alone: sharedWith(about).length === 0,
      count: said.count > 1 && said.count === totalsOn(about.world, said.side).length,
    }),
  },
  {
    id: 'lead',
    wording:
      'In {year}, {me} had a net <in>-migration: {n} more moves <from> the other counties than <to> them.',
    check: (said, about) => ({total: isTotal(said, about)}),
  },
  {
    id: 'runner-up',
    wording: '{county} followed with {n}.',
    check: checkRunnerUp,
  },
  {
    id: 'runner-up',
    wording: 'That was more than twice the figure for {county}, which followed with {n}.',
    check: (said, about) => {
      const own = Math.abs(about.world.totals[about.me]!);
      return {...checkRunnerUp(said, about), twice: own > 2 * said.n && 10 * own <= 23 * said.n};
    },
  },
  {
    id: 'runner-up',
    wording: 'That was about {times} the figure for {county}, which followed with {n}.',
    check: (said, about) => {
      const off = Math.abs(about.world.totals[about.me]!) - said.times * said.n;
      return {...checkRunnerUp(said, about), about: 100 * Math.abs(off) <= 4 * said.times * said.n};
    },
  },
  {
    id: 'hidden',
    wording: 'Behind the small total, net gains and net losses each came to at least {n} times as much.',
    check: ({n}, {world, me}) => {
      const total = Math.abs(world.totals[me]!);
      const smaller = Math.min(sumOf(world, me, 1), sumOf(world, me, -1));
      return {
        small: isClose(world, me),
        large: smaller >= 10 * total,
        times: n * total <= smaller && (n + 1) * total > smaller,
      };
    },
  },
  {
    id: 'count',
    wording: '{me} had a net <gain from> every one of the other counties.',
    check: (said, about) => ({all: flows(said, about).length === about.world.counties.length - 1}),
  },
  {
    id: 'count',
    wording:
      'The net <gains> of {me}, <from> all but one of the {others} other counties, came to {n} in all.',
    check: (said, about) => ({
      ...mainSum(said, about),
      allButOne: flows(said, about).length === said.others - 1,
    }),
  },
  {
    id: 'count-equal',
    wording:
      'Net <gains from> {count} counties, {n} in all, stood against net <losses to> {count2}, {n2} in all.',
    check: (said, {world, me}) => ({
      count: said.count === flowsOf(world, me, said.side).length,
      amount: said.n === sumOf(world, me, said.side),
      count2: said.count2 === flowsOf(world, me, -said.side).length,
      amount2: said.n2 === sumOf(world, me, -said.side),
    }),
  },
  {
    id: 'count',
    wording:
      'The net <gains> of {me}, <from> most of the other counties ({count} of {others}), came to {n} in all.',
    check: (said, about) => ({...mainCount(said, about), most: 3 * said.count >= 2 * said.others}),
  },
  {
    id: 'count',
    wording: 'The net <gains> of {me}, <from> {count} of the {others} other counties, came to {n} in all.',
    check: mainCount,
  },
  {
    id: 'count',
    wording:
      'The net <gains> of {me}, <from> only {count} of the {others} other counties, came to {n} in all.',
    check: (said, about) => ({...mainCount(said, about), only: said.count <= 3}),
  },
  {
    id: 'count',
    wording: 'The only net <gain> of {me} was {n} <from> {county}.',
    check: (said, about) => ({
      only: same(flows(said, about), [{county: said.county, amount: said.n}]),
    }),
  },
  {
    id: 'count',
    wording: 'With each of the other counties, moves in and out were equal in number.',
    check: (_, {world, me}) => ({each: evenWith(world, me).length === world.counties.length - 1}),
  },
  {
    id: 'count-other',
    wording: 'Its net <gains, from> {count} counties, came to {n}.',
    check: otherCount,
  },
  {
    id: 'count-other',
    wording: 'The net <gains> of {me}, <from> {count} counties, came to {n}.',
    check: (said, about) => ({
      ...otherCount(said, about),
      single: flowsOf(about.world, about.me, mainSide(about)).length === 1,
    }),
  },
  {
    id: 'head',
    wording: 'For {me}, the {place} net <gains> were <from> {list}.',
    check: (said, about) => ({
      main: toldOf(said.side, 'count', about) || about.before.at(-1)?.id === 'count-equal',
      largest: said.place === 1 && isHead(said.list, flows(said, about)),
    }),
  },
  {
    id: 'share',
    wording: '{county} alone accounted for {share} of the net <gains>.',
    check: (said, about) => {
      const [first, second] = flows(said, about);
      return {
        named: toldOf(said.side, 'head', about),
        alone: first?.county === said.county && first.amount !== second?.amount,
        half: 2 * (first?.amount ?? 0) >= sum(said, about),
        share: isShare(said, first?.amount ?? 0, sum(said, about)),
      };
    },
  },
  {
    id: 'share',
    wording: 'The {count} {place} together made up {share} of all its net <gains>.',
    check: (said, about) => {
      const all = flows(said, about);
      const head = all.slice(0, said.count);
      return {
        named: toldOf(said.side, 'head', about),
        count: said.count > 1 && said.count < all.length,
        largest: said.place === 1 && isHead(head, all),
        share: isShare(said, add(head.map(({amount}) => amount)), sum(said, about)),
      };
    },
  },
  {
    id: 'share',
    wording: 'The net <gains> were spread widely: the {place} made up {share} of them.',
    check: (said, about) => {
      const [first, ...more] = flows(said, about);
      return {
        named: toldOf(said.side, 'head', about),
        largest: said.place === 1,
        widely: more.length >= 7 && 4 * (first?.amount ?? 0) <= sum(said, about),
        alone: first?.amount !== more[0]?.amount,
        share: isShare(said, first?.amount ?? 0, sum(said, about)),
      };
    },
  },
  {
    id: 'mutual',
    // The side is that of the other county.
    wording: 'For {county}, in turn, the {place} net <gain> was <from> {me}: {share} of its net <gains>.',
    check: (said, {world, me, before}) => {
      const [first, second] = flowsOf(world, said.county, said.side);
      const head = before.findLast(({id}) => id === 'head');
      return {
        inTurn: head?.said.side === -said.side && head.said.list.some(({county}) => county === said.county),
        largest: said.place === 1 && first?.county === me && first.amount !== second?.amount,
        share: isShare(said, first?.amount ?? 0, sumOf(world, said.county, said.side)),
      };
    },
  },
  {
    id: 'pair',
    wording: 'The net flow from {county} to {county2} was the {place} between any two counties.',
    // Told of the main side before the other side is turned to, of the other side after that.
    check: ({county, county2, place}, about) => {
      const {world, me, before} = about;
      const sizes = pairSizes(world);
      const size = world.net[county2]![county]!;
      const isMain = (county2 === me) === mainSide(about) > 0;
      return {
        mine: [county, county2].includes(me),
        there: isMain !== before.some(({id}) => id === 'other'),
        direction: size > 0,
        place: sizes.indexOf(size) === place - 1,
        alone: sizes.lastIndexOf(size) === place - 1,
      };
    },
  },
  {
    id: 'rest',
    wording:
      'Leaving {county} aside, the balance was reversed: a net <gain> of {n} <from> the other counties taken together.',
    check: (said, about) => ({
      ...leavingAside(said, about),
      reversed: rest(said, about) * about.world.totals[about.me]! < 0,
    }),
  },
  {
    id: 'rest',
    wording: 'Leaving {county} aside, {me} had a net <gain> of {n} <from> the other counties taken together.',
    check: leavingAside,
  },
  {
    id: 'rest',
    wording: 'Leaving {county} aside, gains and losses cancelled out exactly.',
    check: (said, about) => ({
      largest: isLargestPartner(said.county, about),
      cancelled: rest(said, about) === 0,
    }),
  },
  {
    id: 'other',
    wording: '{me} had no net <gain> <from> any county.',
    check: (said, about) => ({none: flows(said, about).length === 0}),
  },
  {
    id: 'other',
    wording: '{me} had a net <gain> <from> only one county, {list}.',
    check: (said, about) => ({onlyOne: said.list.length === 1 && same(said.list, flows(said, about))}),
  },
  {
    id: 'other',
    wording: '{me} had net <gains> only <from> {list}.',
    check: (said, about) => ({only: said.list.length > 1 && same(said.list, flows(said, about))}),
  },
  {
    id: 'other',
    wording: 'The net <gain> of {me} <from> {county}, {n}, made up {share} of its net <gains>.',
    check: (said, about) => ({
      otherSide: said.side === -mainSide(about),
      amount: flows(said, about).some(({county, amount}) => county === said.county && amount === said.n),
      share: isShare(said, said.n, sum(said, about)),
    }),
  },
  {
    id: 'other',
    wording: 'The {place} net <gains> of {me} were <from> {list}.',
    check: (said, about) => ({
      otherSide: said.side === -mainSide(about),
      largest: said.place === 1 && isHead(said.list, flows(said, about)),
    }),
  },
  {
    id: 'even',
    wording: 'With {names}, moves in and out were equal in number.',
    check: ({names}, {world, me}) => ({equal: same(names, evenWith(world, me))}),
  },
  {
    id: 'region',
    wording: '{me} had net <gains from> all {count} other regions, the {place} <from> {region} ({n}).',
    check: (said, about) => ({
      count: said.count === otherRegions(about).length,
      all: isAll(otherRegions(about), said.side, about),
      largest: said.place === 1 && isLargestOf(said.region, otherRegions(about), about),
      other: said.region !== ownRegion(about),
      amount: netWith(said.region, about) * said.side === said.n,
    }),
  },
  {
    id: 'region',
    wording:
      '{me} had net <gains from> all {count} regions, the rest of its own, {region}, included; the {place} was <from> {region2} ({n}).',
    check: (said, about) => ({
      count: said.count === about.world.regions.length,
      all: isAll(about.world.regions, said.side, about),
      own: said.region === ownRegion(about),
      largest: said.place === 1 && isLargestOf(said.region2, about.world.regions, about),
      amount: netWith(said.region2, about) * said.side === said.n,
    }),
  },
  {
    id: 'region',
    wording:
      '{me} had net <losses to> all {count} other regions and a net <gain> only <from> the rest of its own, {region} ({n}).',
    // The two halves of the sentence are of opposite sides: side 1 is lost to the others, gained from its own.
    check: (said, about) => ({
      count: said.count === otherRegions(about).length,
      all: isAll(otherRegions(about), -said.side, about),
      own: said.region === ownRegion(about),
      amount: netWith(said.region, about) * said.side === said.n,
    }),
  },
  {
    id: 'region',
    wording: 'Among the other regions, {region} was the only one <from> which {me} had a net <gain> ({n}).',
    check: (said, about) => ({
      other: said.region !== ownRegion(about),
      only: same(
        otherRegions(about).filter(region => netWith(region, about) * said.side > 0),
        [said.region],
      ),
      notItsOwn: netWith(ownRegion(about)!, about) * said.side <= 0,
      amount: netWith(said.region, about) * said.side === said.n,
    }),
  },
  {
    id: 'region',
    wording:
      'Apart from the rest of its own region, {region} ({n}), {me} had a net <gain from> only one region, {region2} ({n2}).',
    check: (said, about) => ({
      own: said.region === ownRegion(about),
      only: same(
        otherRegions(about).filter(region => netWith(region, about) * said.side > 0),
        [said.region2],
      ),
      amount: netWith(said.region, about) * said.side === said.n,
      amount2: netWith(said.region2, about) * said.side === said.n2,
    }),
  },
  {
    id: 'region',
    wording:
      'Among the other regions, the {place} net <gain> was <from> {region} ({n}) and the {place2} net <loss> <to> {region2} ({n2}).',
    check: (said, about) => ({
      other: said.region !== ownRegion(about) && said.region2 !== ownRegion(about),
      largest: said.place === 1 && isLargestOn(said.side, said.region, otherRegions(about), about),
      largest2: said.place2 === 1 && isLargestOn(-said.side, said.region2, otherRegions(about), about),
      amount: netWith(said.region, about) * said.side === said.n,
      amount2: netWith(said.region2, about) * -said.side === said.n2,
    }),
  },
  {
    id: 'region-own',
    wording:
      'The county’s {place} regional figure was a net <gain> of {n} <from> the rest of its own region, {region}.',
    check: (said, about) => ({
      own: said.region === ownRegion(about),
      largest: said.place === 1 && isLargestOf(said.region, about.world.regions, about),
      amount: netWith(said.region, about) * said.side === said.n,
    }),
  },
  {
    id: 'unique',
    wording: '{me} was the only county with a net <gain> <from> {county} ({n}).',
    check: ({county, side, n}, {world, me}) => ({
      amount: world.net[me]![county]! * side === n,
      only: same(
        everyone(world).filter(other => world.net[other]![county]! * side > 0),
        [me],
      ),
    }),
  },
  {
    id: 'unique',
    wording: 'No other county had a net <gain> <from> only one county.',
    check: (said, {world, me}) => ({only: same(withOnePartner(world, said.side), [me])}),
  },
  {
    id: 'unique',
    wording: '{county} was the only other county with a net <gain> <from> only one county.',
    check: ({county, side}, {world, me}) => ({
      itself: flowsOf(world, me, side).length === 1,
      only: same(
        withOnePartner(world, side).filter(other => other !== me),
        [county],
      ),
    }),
  },
  {
    id: 'unique',
    wording: 'No other county had net <gains from> so many counties.',
    check: (said, about) => ({
      none: othersThan(about.world, about.me).every(
        other => flowsOf(about.world, other, said.side).length < flows(said, about).length,
      ),
    }),
  },
  {
    id: 'unique',
    wording: 'For {count} of the other counties, the {place} net <gain> was <from> {me}.',
    check: ({count, place, side}, {world, me}) => ({
      count: count === largestFor(world, me, side).length,
      largest: place === 1,
    }),
  },
  {
    id: 'caution',
    wording: 'A small net figure does not mean few moves.',
    check: (_, {world, me}) => ({small: isClose(world, me)}),
  },
  {
    id: 'caution',
    wording:
      'Net figures do not tell whether moves from {county} to {me} were followed by moves on to other counties.',
    check: ({county}, {world, me}) => {
      const [first, second] = flowsOf(world, me, 1);
      return {
        largest: first?.county === county && first.amount !== second?.amount,
        half: 2 * (first?.amount ?? 0) >= sumOf(world, me, 1),
      };
    },
  },
];

function checkShared(said: Said, about: About): Claims {
  return {
    total: isTotal(said, about),
    place: hasPlace(about.world, about.me, said.place, said.side),
    with: said.names.length > 0 && same(said.names, sharedWith(about)),
  };
}

function checkRunnerUp(said: Said, about: About): Claims {
  const {world, me, before} = about;
  const side = Math.sign(world.totals[me]!);
  return {
    first: before.at(-1)?.id === 'lead-place' && before.at(-1)!.said.place === 1,
    second: hasPlace(world, said.county, 2, side) && totalsOn(world, side)[2] !== said.n,
    amount: world.totals[said.county]! * side === said.n,
  };
}

/** Reads and checks the narratives of one table. */
export class SecondReading {
  readonly #world: World;
  readonly #patterns: readonly (Entry & {readonly pattern: RegExp})[];
  /** What a sentence says depends on nothing else, so it is read once. */
  readonly #read = new Map<string, {readonly entry: Entry; readonly said: Said} | null>();
  /** The wordings that were met in sentences that were true. */
  readonly met = new Set<string>();

  constructor(world: World) {
    this.#world = world;
    this.#patterns = WORDINGS.map(entry => ({...entry, pattern: compile(world, entry.wording)}));
  }

  /** Everything that is wrong with a narrative; empty if all of it is true. */
  complaints(me: number, paragraphs: readonly string[]): readonly string[] {
    const before: Read[] = [];
    return paragraphs.flatMap(sentencesOf).flatMap(sentence => {
      const found = this.#understand(sentence);
      if (!found) return [`No wording: ${sentence}`];
      const {entry, said} = found;
      const claims = {
        ...frame(entry, said, this.#world, me),
        ...entry.check(said, {world: this.#world, me, before}),
      };
      before.push({id: entry.id, said});
      const wrong = Object.keys(claims).filter(claim => !claims[claim]);
      if (wrong.length) return [`Not true (${wrong.join(', ')}): ${sentence}`];
      this.met.add(entry.wording);
      return [];
    });
  }

  #understand(sentence: string) {
    const known = this.#read.get(sentence);
    if (known !== undefined) return known;
    const found = this.#understandAnew(sentence);
    this.#read.set(sentence, found);
    return found;
  }

  #understandAnew(sentence: string) {
    for (const entry of this.#patterns) {
      const said = match(this.#world, entry.wording, entry.pattern, sentence);
      if (said) return {entry, said};
    }
    return null;
  }
}

/** What holds for every sentence that mentions it. */
function frame({wording}: Entry, said: Said, {year, counties}: World, me: number): Claims {
  return {
    agrees: !wording.includes('<') || said.side !== 0,
    subject: !wording.includes('{me}') || said.me === me,
    year: !wording.includes('{year}') || said.year === year,
    counties: !wording.includes('{all}') || said.all === counties.length,
    others: !wording.includes('{others}') || said.others === counties.length - 1,
  };
}

/** No abbreviation in the narratives has a full stop. */
export const sentencesOf = (paragraph: string): readonly string[] => paragraph.split(/(?<=\.) /);

/**
 * What follows from a table by adding, counting and ordering, worked out a second time: nothing of `src/facts`
 * is used here, so that the two can be held against each other.
 */

/** A table to be worked on. Counties are numbers, their places in the lists; `net[a][b]` is what a gained from b. */
export type Figures = {
  /** By place, what expressions call a county. */
  readonly keys: readonly string[];
  readonly net: readonly (readonly number[])[];
  /** As published, not added up. */
  readonly totals: readonly number[];
  readonly regions: readonly RegionFigures[];
};

export type RegionFigures = {readonly key: string; readonly members: readonly number[]};

/** A county and a positive number of moves. */
export type Flow = {readonly county: number; readonly amount: number};

export const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export const everyone = ({net}: Figures): readonly number[] => net.map((_, county) => county);

export const othersThan = (figures: Figures, county: number): readonly number[] =>
  everyone(figures).filter(other => other !== county);

/** Whom a county gained from (side 1), or lost to (-1): largest first, equals in the order of the table. */
export const flowsOf = (figures: Figures, county: number, side: number): readonly Flow[] =>
  othersThan(figures, county)
    .map(other => ({county: other, amount: figures.net[county]![other]! * side}))
    .filter(({amount}) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount || a.county - b.county);

/** All that a county gained, or lost: positive. */
export const sumOf = ({net}: Figures, county: number, side: number): number =>
  add(net[county]!.map(value => Math.max(0, value * side)));

/** All but a county and its `most` largest partners, either way; equals in the order of the table. */
export function outsiders(figures: Figures, county: number, most: number): readonly number[] {
  const flows = [...flowsOf(figures, county, 1), ...flowsOf(figures, county, -1)];
  const inside = flows
    .toSorted((a, b) => b.amount - a.amount || a.county - b.county)
    .slice(0, most)
    .map(flow => flow.county);
  const named = new Set([county, ...inside]);
  return everyone(figures).filter(each => !named.has(each));
}

/** All by their totals, the largest first, equals in the order of the table. */
export const inOrder = (figures: Figures): readonly number[] =>
  everyone(figures).toSorted((a, b) => figures.totals[b]! - figures.totals[a]! || a - b);

/** With whom moves in and out were equal. */
export const evenWith = (figures: Figures, county: number): readonly number[] =>
  othersThan(figures, county).filter(other => figures.net[county]![other] === 0);

/** The county itself does not count as a member. */
export const regionNet = ({net}: Figures, county: number, {members}: RegionFigures): number =>
  add(members.map(member => (member === county ? 0 : net[county]![member]!)));

/** The sizes of all totals on one side, largest first. */
export const totalsOn = ({totals}: Figures, side: number): readonly number[] =>
  totals
    .map(total => total * side)
    .filter(size => size > 0)
    .toSorted((a, b) => b - a);

/** All counties, the largest total first, equals in the order of the table; equal totals share a place. */
export const ranked = ({totals}: Figures): readonly {readonly county: number; readonly place: number}[] => {
  const sorted = totals.toSorted((a, b) => b - a);
  return totals
    .map((total, county) => ({county, place: sorted.indexOf(total) + 1}))
    .toSorted((a, b) => a.place - b.place || a.county - b.county);
};

/** What the counties of a region gained from those that are not in it, or from those of another region. */
export const regionBalance = (figures: Figures, region: RegionFigures): number =>
  betweenRegions(figures, region, {
    members: everyone(figures).filter(county => !region.members.includes(county)),
  });

export const betweenRegions = (
  {net}: Figures,
  {members}: RegionFigures,
  other: Pick<RegionFigures, 'members'>,
): number => add(members.flatMap(a => other.members.map(b => net[a]![b]!)));

/** The sizes of the net flows of all pairs, largest first. */
export const pairSizes = ({net}: Figures): readonly number[] =>
  net.flatMap((row, a) => row.slice(0, a).map(Math.abs)).toSorted((a, b) => b - a);

/** For whom of the others the largest net flow of a side is with this county, with no equal. */
export const largestFor = (figures: Figures, county: number, theirSide: number): readonly number[] =>
  othersThan(figures, county).filter(other => {
    const own = figures.net[other]![county]! * theirSide;
    return (
      own > 0 &&
      othersThan(figures, other).every(
        each => each === county || figures.net[other]![each]! * theirSide < own,
      )
    );
  });

/** `part` in per cent of `whole`: rounded once, half up, in whole numbers. */
export function perCent(part: number, whole: number): number {
  const left = (100 * part) % whole;
  return (100 * part - left) / whole + (2 * left >= whole ? 1 : 0);
}

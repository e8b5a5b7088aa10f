/**
 * Who is shown of a large table and who is left, by place in the table: a county's largest partners, and the ends of the
 * order of totals. Equals stand in the order of the table throughout.
 */
import type {Survey} from '../extract/survey.ts';
import type {Table} from '../extract/table.ts';

type Figures = Pick<Table, 'matrix'>;

/** From whom a county gained (sign 1) or to whom it lost (-1), the largest first. */
export function onSide({matrix: {net}}: Figures, county: number, sign: number): readonly number[] {
  const cells = net[county]!;
  const size = (other: number) => cells[other]! * sign;
  return [...cells.keys()].filter(other => size(other) > 0).toSorted((a, b) => size(b) - size(a));
}

/** The `most` partners with whom a county has the largest net flows, either way. */
export function largestPartners({matrix: {net}}: Figures, county: number, most: number): readonly number[] {
  const cells = net[county]!;
  const size = (other: number) => Math.abs(cells[other]!);
  return [...cells.keys()]
    .filter(other => size(other) > 0)
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, most);
}

/** All but a county and its `most` largest partners. */
export function outsiders(table: Figures, county: number, most: number): readonly number[] {
  const inside = new Set([county, ...largestPartners(table, county, most)]);
  return [...table.matrix.totals.keys()].filter(each => !inside.has(each));
}

/** All counties by their totals, the largest first. */
export const byTotal = ({matrix: {totals}}: Figures): readonly number[] =>
  [...totals.keys()].toSorted((a, b) => totals[b]! - totals[a]!);

/**
 * The places in the order of totals that are shown of a county: `ends` at each end, and `near` on each side of it; and
 * who would be left alone between two of them.
 */
export function shownPlaces(
  table: Figures,
  county: number,
  {ends, near}: {readonly ends: number; readonly near: number},
): readonly number[] {
  const order = byTotal(table);
  const own = order.indexOf(county);
  const isNear = (place: number) =>
    place < ends || place >= order.length - ends || Math.abs(place - own) <= near;
  return [...order.keys()].filter(place => isNear(place) || (isNear(place - 1) && isNear(place + 1)));
}

/** How many pairs have a larger net flow than `size`, and how many just that. */
export function pairsLike({pairs}: Survey, size: number): {readonly larger: number; readonly equal: number} {
  const start = firstAt(pairs, each => each >= size);
  const end = firstAt(pairs, each => each > size);
  return {larger: pairs.length - end, equal: end - start};
}

/** Where in a sorted list what is looked for begins. */
function firstAt(sorted: Survey['pairs'], isThere: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isThere(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

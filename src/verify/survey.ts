/** What is found by looking at all cells of a table, worked out once for all its files; a second time, and in another way. */
import type {Figures} from './figures.ts';

export type Survey = {
  /** From a key to the place of its county. */
  readonly places: ReadonlyMap<string, number>;
  /** Of each county, from how many it gained and to how many it lost. */
  readonly gained: readonly number[];
  readonly lost: readonly number[];
  /** With whom each has its largest net gain, and its largest net loss, with no equal; null where there is none. */
  readonly source: readonly (number | null)[];
  readonly destination: readonly (number | null)[];
  /** By the size of a net flow, its place among all pairs and how many have it. */
  readonly sizes: ReadonlyMap<number, {readonly place: number; readonly pairs: number}>;
};

export function surveyOf({keys, net}: Pick<Figures, 'keys' | 'net'>): Survey {
  const countOf = (row: readonly number[], side: number) =>
    row.reduce((count, value) => (value * side > 0 ? count + 1 : count), 0);
  return {
    places: new Map(keys.map((key, at) => [key, at])),
    gained: net.map(row => countOf(row, 1)),
    lost: net.map(row => countOf(row, -1)),
    source: net.map(row => aloneAtTop(row, 1)),
    destination: net.map(row => aloneAtTop(row, -1)),
    sizes: sizesOf(net),
  };
}

/** Where the largest value of a side stands, if it stands once. */
function aloneAtTop(row: readonly number[], side: number): number | null {
  const most = row.reduce((largest, value) => Math.max(largest, value * side), 0);
  const first = row.indexOf(most * side);
  return most > 0 && row.indexOf(most * side, first + 1) < 0 ? first : null;
}

function sizesOf(net: Figures['net']): Survey['sizes'] {
  const counts = new Map<number, number>();
  net.forEach((row, a) => {
    for (let b = 0; b < a; b++) {
      const size = Math.abs(row[b]!);
      counts.set(size, (counts.get(size) ?? 0) + 1);
    }
  });
  let place = 1;
  return new Map(
    [...counts]
      .toSorted(([one], [other]) => other - one)
      .map(([size, pairs]) => {
        const own = {place, pairs};
        place += pairs;
        return [size, own];
      }),
  );
}

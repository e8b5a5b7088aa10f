/**
 * What is found by looking at all cells of a table: once for each table, so that a report on one county need not look at
 * more than its own row.
 */
import type {Matrix} from './matrix.ts';

/** By place in the table. */
export type Survey = {
  /** From how many each gained, and to how many it lost. */
  readonly gainers: Int32Array;
  readonly losers: Int32Array;
  /** With whom each has its largest net gain, and its largest net loss: a place; -1 where none stands alone. */
  readonly source: Int32Array;
  readonly destination: Int32Array;
  /** For how many others each is that one. */
  readonly sources: Int32Array;
  readonly destinations: Int32Array;
  /** The sizes of the net flows of all pairs, the smallest first. */
  readonly pairs: Float64Array;
};

/** Looks at every cell. */
export function surveyOf({net}: Pick<Matrix, 'net'>): Survey {
  const size = net.length;
  const places = () => new Int32Array(size);
  const [gainers, losers, sources, destinations] = [places(), places(), places(), places()];
  const [source, destination] = [places().fill(-1), places().fill(-1)];
  const pairs = new Float64Array((size * (size - 1)) / 2);
  let next = 0;
  for (let i = 0; i < size; i++) {
    const row = net[i]!;
    let [most, least] = [0, 0];
    for (let j = 0; j < size; j++) {
      const value = row[j]!;
      if (j < i) pairs[next++] = Math.abs(value);
      if (value > 0) gainers[i]!++;
      if (value < 0) losers[i]!++;
      if (value > 0 && value >= most) [source[i], most] = [value === most ? -1 : j, value];
      if (value < 0 && value <= least) [destination[i], least] = [value === least ? -1 : j, value];
    }
    if (source[i]! >= 0) sources[source[i]!]!++;
    if (destination[i]! >= 0) destinations[destination[i]!]!++;
  }
  return {gainers, losers, source, destination, sources, destinations, pairs: pairs.toSorted()};
}

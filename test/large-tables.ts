/**
 * Tables of as many units as are asked for, always the same: antisymmetric, with totals, a few large units and many small
 * ones, so that noughts and equals are as common as they are between the municipalities of a country.
 */

/** A table that never was. `net[i][j]` is what unit i gained from unit j, in moves. */
export type LargeTable = {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly net: readonly Int32Array[];
  readonly totals: readonly number[];
};

/** A table of `size` units, "0001 Bababo" and so on: 3600 at most. */
export function largeTable(size: number): LargeTable {
  const dice = numbersFrom(size);
  const weights = Array.from({length: size}, (_, at) => 400 / (1 + ((at * 37) % size)) ** 0.8);
  const net = Array.from({length: size}, () => new Int32Array(size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      const moves = Math.round((dice() - 0.5) * 4 * Math.sqrt(weights[i]! * weights[j]!) * dice());
      net[i]![j] = moves;
      net[j]![i] = -moves;
    }
  return {
    codes: net.map((_, at) => String(at + 1).padStart(4, '0')),
    names: net.map((_, at) => nameOf(at)),
    net,
    totals: net.map(row => row.reduce((sum, value) => sum + value, 0)),
  };
}

/** Three syllables, of which the last two count. */
function nameOf(at: number): string {
  const name = `${syllable(at * 7)}${syllable(at)}${syllable(Math.floor(at / 60))}`;
  return name[0]!.toUpperCase() + name.slice(1);
}

const syllable = (at: number) => 'bdfghklmnprstvj'[Math.floor(at / 4) % 15]! + 'aoie'[at % 4]!;

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The table as a CSV file: a title, heads, and each figure once, below the diagonal. */
export function printLarge({codes, names, net, totals}: LargeTable, units = 'municipalities'): string {
  const size = names.length;
  const heads = names.map((name, at) => `${codes[at]} ${name}`);
  return [
    `Net migration between ${units}. 2007`,
    '',
    ['Number', 'Municipality', 'Total', ...heads].join(','),
    ...names.map((name, i) => {
      const cells = [...net[i]!.subarray(0, i), '-'].join(',');
      return `${codes[i]},${name},${totals[i]},${cells}${','.repeat(size - 1 - i)}`;
    }),
    '',
  ].join('\n');
}

// Net migration tables of any size, the same on any day: what one unit gains another loses, and totals are stated.

/** @typedef {{codes: readonly string[], text: string}} MadeUp */

const STEMS = [
  'Ber',
  'Vik',
  'Tro',
  'Ås',
  'Sø',
  'Mo',
  'Lån',
  'Dra',
  'Hol',
  'Fin',
  'Åm',
  'Nes',
  'Sand',
  'Ul',
  'Gran',
];
const MIDDLES = ['ge', 'da', 'ne', 'la', 'sta', 'vi', 'rø', 'ke', 'mo', 'ta', 'hei', 'li', 'sun', 'va', 'bu'];
const TAILS = [
  'dal',
  'land',
  'fold',
  'øy',
  'mark',
  'stad',
  'hus',
  'nes',
  'vik',
  'fjord',
  'heim',
  'sund',
  'bygd',
  'strand',
  'by',
];

/**
 * A table as tab-separated text, with the lower half printed, as the yearbook prints it.
 * @param {number} units at most 3375, for so many names are different
 * @returns {MadeUp}
 */
export function madeUpTable(units) {
  const net = netOf(units);
  const codes = Array.from({length: units}, (_, at) => String(101 + at).padStart(4, '0'));
  const labels = codes.map((code, at) => `${code} ${nameOf(at)}`);
  const lines = labels.map((label, at) => {
    const [total, half] = [net[at].reduce((sum, value) => sum + value, 0), [...net[at].subarray(0, at)]];
    return [label, total, ...half, '-', ...Array(units - at - 1).fill('')].join('\t');
  });
  const head = ['Municipality', 'Total', ...labels].join('\t');
  const title = 'Net migration between municipalities. 2007';
  return {codes, text: [title, '', head, ...lines, ''].join('\n')};
}

const nameOf = at => {
  const [few, many] = [STEMS.length, STEMS.length * MIDDLES.length];
  return STEMS[at % few] + MIDDLES[Math.floor(at / few) % MIDDLES.length] + TAILS[Math.floor(at / many)];
};

/** By rows: some units are large and exchange much, most are small and exchange little, as in life. */
function netOf(units) {
  const next = numbersFrom(units);
  const sizes = Array.from({length: units}, () => 0.2 + next() ** 6);
  const net = Array.from({length: units}, () => new Int32Array(units));
  for (let row = 0; row < units; row++)
    for (let column = 0; column < row; column++) {
      const value = Math.round((next() * 2 - 1) * 400 * sizes[row] * sizes[column]);
      net[row][column] = value;
      net[column][row] = -value;
    }
  return net;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

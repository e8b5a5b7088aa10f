// What a part of the benchmark says: a table whose rows can be held against goals.

/**
 * @typedef {{id: string, what: string, cells: readonly string[], values: Readonly<Record<string, number | null>>,
 *   samples?: unknown}} Row   `cells` are as printed; `values` are unrounded, for goals and programs
 * @typedef {{title: string, heads: readonly string[], rows: readonly Row[], notes: readonly string[]}} Section
 * @typedef {import('./rounds.mjs').Outcome} Outcome
 */

/** The heads of a row of `measuredRow`. */
export const RUN_HEADS = ['wall s', '× bare node', '× ours', 'CPU s', 'peak MB'];

/**
 * The row of a program that was run.
 * @param {{id: string, what: string}} subject
 * @param {Outcome} outcome
 * @param {{bare: Outcome, ours: Outcome | null}} against `ours` is null where it is no peer
 * @returns {Row}
 */
export function measuredRow({id, what}, outcome, {bare, ours}) {
  const {wall, cpu, peak, failure, runs} = outcome;
  const values = {wall, cpu, peak, bare: ratio(wall, bare.wall), ours: ratio(wall, ours?.wall ?? null)};
  const cells = [
    failure ?? number(wall),
    number(values.bare),
    number(values.ours),
    number(cpu),
    peak === null ? '' : peak.toFixed(0),
  ];
  return {id, what, cells, values, samples: runs.map(withoutOutput)};
}

/**
 * The row of what was not measured, with the word that says why in its first cell.
 * @param {{id: string, what: string}} subject
 * @param {string} why
 * @param {readonly string[]} heads
 * @returns {Row}
 */
export const emptyRow = ({id, what}, why, heads) => ({
  id,
  what,
  cells: heads.map((_, at) => (at === 0 ? why : '')),
  values: {},
});

const withoutOutput = ({wall, cpu, peak, failure}) => ({wall, cpu, peak, failure});

/** @param {number | null} value @param {number | null} unit */
export const ratio = (value, unit) => (value === null || unit === null ? null : value / unit);

/** Three digits that count, and none of what was not measured. @param {number | null} value */
export function number(value) {
  if (value === null) return '';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(digits, 3));
}

// Goals are data (goals.json): the row that one is about, which of its values, and the most or least that it may be.
import {readFileSync} from 'node:fs';

/** @typedef {{row: string, value: string, says: string, most?: number, least?: number, above?: number}} Goal */

/** @returns {readonly Goal[]} */
export const openGoals = () => JSON.parse(readFileSync(new URL('goals.json', import.meta.url), 'utf8'));

/**
 * Whether a row meets its goal. What was not measured does not.
 * @param {Goal} goal
 * @param {import('./rows.mjs').Row} row
 */
export function isMet({value, most = Infinity, least = -Infinity, above = -Infinity}, {values}) {
  const measured = values[value] ?? null;
  return measured !== null && measured <= most && measured >= least && measured > above;
}

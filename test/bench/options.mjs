// What the benchmark can be asked.
import {parseArgs} from 'node:util';

/** In the order in which they are measured. `parts` is by vitest, and only measured if it is asked for. */
export const PARTS = ['cold', 'further', 'memory', 'size', 'parts'];

const KNOWN = {
  only: {type: 'string', multiple: true},
  runs: {type: 'string', default: '7'},
  reports: {type: 'string', default: '500'},
  json: {type: 'string'},
};

/**
 * @param {readonly string[]} args
 * @returns {{only: readonly string[], runs: number, reports: number, json: string | null}}
 * @throws Error where one is unknown
 */
export function readOptions(args) {
  const {values} = parseArgs({args: [...args], options: KNOWN});
  const only = (values.only ?? ['cold,further,memory,size']).flatMap(list => list.split(','));
  const unknown = only.filter(name => !PARTS.includes(name));
  if (unknown.length) throw new Error(`--only takes ${PARTS.join(', ')}, and not ${unknown.join(', ')}`);
  return {only, runs: whole('runs', values), reports: whole('reports', values), json: values.json ?? null};
}

function whole(name, values) {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1`);
  return value;
}

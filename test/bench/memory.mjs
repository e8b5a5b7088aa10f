// Whether memory grows: many reports in one process, all files and verified, looked at ten times after a full collection.
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {launch} from './launch.mjs';
import {slope} from './statistics.mjs';

const LOOKS = 10;

/** Until then caches fill and code is compiled, which is no growth: a fifth, and two rounds of the counties at least. */
const warmFrom = reports => Math.max(reports * 0.2, 40);

const CHILD = fileURLToPath(new URL('ours/memory.mjs', import.meta.url));

/** @param {import('./run.mjs').Setting} setting @returns {Promise<import('./rows.mjs').Section>} */
export async function memory({reports, gnuTime, folder, tell}) {
  const every = Math.max(1, Math.floor(reports / LOOKS));
  tell(`${reports} reports in one process`);
  const args = ['--expose-gc', CHILD, path.join(folder, 'memory'), String(reports), String(every), 'verify'];
  const {stdout, failure} = await launch({file: process.execPath, args}, {gnuTime});
  const looks = stdout
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  const warm = looks.filter(({made}) => made >= warmFrom(reports));
  const rows = [
    rowOf('heap', 'heap in use', looks, warm, failure),
    rowOf('external', 'outside of the heap (buffers)', looks, warm, failure),
    rowOf('rss', 'resident (RSS)', looks, warm, failure),
  ];
  return {
    title: `Memory over ${reports} reports in one process, all files and verified`,
    heads: ['first MB', 'last MB', 'most MB', 'kB a report', '± (standard error)'],
    rows,
    notes: [
      `Looked at every ${every} reports, after a full collection; the slope is that of least squares from the report ${warm[0]?.made ?? '–'} on.`,
    ],
  };
}

/** @returns {import('./rows.mjs').Row} */
function rowOf(id, what, looks, warm, failure) {
  const held = looks.map(look => look[id]);
  const samples = looks.map(look => [look.made, look[id]]);
  if (failure !== null || warm.length < 3) {
    const why = failure ?? 'too few reports for a slope';
    return {id: `memory/${id}`, what, cells: [why, '', '', '', ''], values: {slope: null}, samples};
  }
  const grows = slope(warm.map(look => [look.made, look[id] * 1024]));
  const cells = [held[0], held.at(-1), Math.max(...held)].map(megabytes => megabytes.toFixed(1));
  return {
    id: `memory/${id}`,
    what,
    cells: [...cells, grows.slope.toFixed(2), grows.error.toFixed(2)],
    values: {slope: grows.slope, error: grows.error},
    samples,
  };
}

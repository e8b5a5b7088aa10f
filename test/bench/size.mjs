// How cost grows with the table: made-up tables of growing size, read and proved, reported on once and twenty times. Each
// in a process of its own with limits, so that one which fails is a row that says so.
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {madeUpTable} from './made-up-table.mjs';
import {BIN} from './ours/office.mjs';
import {BARE, inTurns} from './rounds.mjs';
import {measuredRow, number, RUN_HEADS} from './rows.mjs';
import {exponent} from './statistics.mjs';

const SIZES = [19, 100, 356, 1000, 3143];

const BATCH = 20;

const LIMITS = {seconds: 300, megabytes: 4000};

/** The largest take long. */
const MOST_RUNS = 3;

/** @param {import('./run.mjs').Setting} setting @returns {Promise<import('./rows.mjs').Section>} */
export async function size(setting) {
  const runs = Math.min(setting.runs, MOST_RUNS);
  const folder = path.join(setting.folder, 'size');
  mkdirSync(folder);
  const rows = [];
  /** @type {Map<string, {units: number, outcome: import('./rounds.mjs').Outcome}>} */
  const before = new Map();
  for (const units of SIZES) {
    setting.tell(`a table of ${units} units`);
    const subjects = subjectsOf(units, folder);
    const outcomes = await inTurns([BARE, ...subjects], {...setting, runs, limits: LIMITS});
    const bare = outcomes.get(BARE.id);
    for (const {id, what} of subjects) {
      const outcome = outcomes.get(id);
      rows.push(rowOf({id: `size/${units}/${id}`, what}, {units, outcome, bare}, before.get(id)));
      before.set(id, {units, outcome: beyond(outcome, bare)});
    }
  }
  return {
    title: `Size of the table (up to ${runs} runs each, in turns; medians)`,
    heads: HEADS,
    rows,
    notes: NOTES,
  };
}

const HEADS = [...RUN_HEADS.filter(head => head !== '× ours'), 'time grows as N^', 'memory grows as N^'];

const NOTES = [
  `Limits of each process: ${LIMITS.seconds} s and ${LIMITS.megabytes} MB. Whatever failed or was refused says so in place of its time.`,
  'Exponents are against the size before, of what is needed beyond bare Node.',
];

function subjectsOf(units, folder) {
  const {codes, text} = madeUpTable(units);
  // Named from the folder, so that messages are the same wherever that is.
  const [file, out] = [`table-${units}.txt`, 'out'];
  writeFileSync(path.join(folder, file), text);
  const subject = (id, what, ...args) => ({
    id,
    what: `${units} units (${number(text.length / 1e6)} MB): ${what}`,
    command: {file: process.execPath, args: [BIN, ...args], cwd: folder},
    prepare: () => rmSync(path.join(folder, out), {recursive: true, force: true}),
  });
  const reports = asked => ['-i', file, '-o', out, '-q', ...asked.flatMap(code => ['-c', code])];
  return [
    subject('read', 'read and prove', 'check', file),
    subject('one', 'one report', ...reports(codes.slice(2, 3))),
    subject('batch', `${Math.min(BATCH, units)} reports`, ...reports(codes.slice(0, BATCH))),
  ];
}

/** What was needed beyond bare Node. */
const beyond = ({failure, wall, peak}, bare) => ({
  failure,
  wall: wall === null ? null : wall - bare.wall,
  peak: peak === null ? null : peak - bare.peak,
});

function rowOf(subject, {units, outcome, bare}, before) {
  const row = measuredRow(subject, outcome, {bare, ours: null});
  const now = beyond(outcome, bare);
  const grows = before && !now.failure && !before.outcome.failure;
  const power = value =>
    grows ? exponent([before.units, before.outcome[value] ?? 0], [units, now[value] ?? 0]) : null;
  const [time, memory] = [power('wall'), power('peak')];
  const cells = row.cells.filter((_, at) => RUN_HEADS[at] !== '× ours');
  return {
    ...row,
    cells: [...cells, number(time), number(memory)],
    values: {...row.values, time, memory},
  };
}

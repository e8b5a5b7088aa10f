// Each further county in one process: all counties of the sample one after the other, and once more when all is warm.
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {ALL} from './ours/office.mjs';
import {peerInputs, writeTypstInput} from './peers/inputs.mjs';
import {BARE, inTurns} from './rounds.mjs';
import {number, ratio} from './rows.mjs';
import {mean, median} from './statistics.mjs';

/** A round of all subjects is some eighty reports of ours. */
const MOST_RUNS = 3;

const here = name => fileURLToPath(new URL(name, import.meta.url));

/** @param {import('./run.mjs').Setting} setting @returns {Promise<import('./rows.mjs').Section>} */
export async function further(setting) {
  const runs = Math.min(setting.runs, MOST_RUNS);
  const folder = path.join(setting.folder, 'further');
  const subjects = [...ours(folder), await typst(folder)];
  // Bare Node before each, for it is over before the machine's mood can be told from one run.
  const outcomes = await inTurns(
    subjects.flatMap(subject => [BARE, subject]),
    {...setting, runs},
  );
  const bare = outcomes.get(BARE.id);
  const first = figuresOf(outcomes.get('ours'));
  return {
    title: `Each further county in one process (${runs} processes each, in turns; medians)`,
    heads: [
      'first 19, mean s',
      'warm, mean s',
      '× bare node, first',
      '× bare node, warm',
      '× ours, warm',
      'opened in s',
      'peak MB',
    ],
    rows: subjects.map(subject => rowOf(subject, outcomes.get(subject.id), bare, first)),
    notes: [
      `Bare \`node -e 0\` in between: ${number(bare.wall)} s.`,
      'A goal is met if both the first 19 and the warm ones meet it. “Opened” is before the first county.',
      'Typst drops what it has kept for ten reports, as `typst watch` does; else it would find the second round ready.',
    ],
  };
}

function ours(folder) {
  const subject = (id, what, formats, verify) => ({
    id,
    what,
    command: {
      file: process.execPath,
      args: [here('ours/further.mjs'), path.join(folder, id), formats.join(','), verify],
    },
  });
  return [
    subject('ours', 'ours: PDF, HTML, CSV, all charts; verified', ALL, 'verify'),
    subject('ours-unverified', 'ours: the same, not verified', ALL, 'no-verify'),
    subject('ours-pages', 'ours: PDF and HTML, not verified', ['pdf', 'html'], 'no-verify'),
    subject('ours-pdf', 'ours: PDF, not verified', ['pdf'], 'no-verify'),
  ];
}

async function typst(folder) {
  const inputs = await peerInputs(folder, null, ['-f', 'charts', '--no-verify']);
  const [given, pdf] = [path.join(folder, 'typst.json'), path.join(folder, 'typst.pdf')];
  writeTypstInput(given, {workspace: folder, inputs});
  const command = {file: process.execPath, args: [here('peers/typst-further.mjs'), given, pdf]};
  return {id: 'typst', what: 'Typst: PDF, our SVG files given', command};
}

/** Medians over the processes of what each said on standard output; null of one that failed. */
function figuresOf({runs, failure}) {
  if (failure) return {first: null, warm: null, opened: null};
  const said = runs.map(({stdout}) => JSON.parse(stdout));
  return {
    first: median(said.map(({first}) => mean(first))),
    warm: median(said.map(({warm}) => mean(warm))),
    opened: median(said.map(({opened}) => opened)),
  };
}

/** @returns {import('./rows.mjs').Row} */
function rowOf({id, what}, outcome, bare, all) {
  const {first, warm, opened} = figuresOf(outcome);
  const [bareFirst, bareWarm] = [ratio(first, bare.wall), ratio(warm, bare.wall)];
  const ours = id.startsWith('ours') ? null : ratio(warm, all.warm);
  // The worse of the two is what a goal is held against.
  const values = {first, warm, opened, bare: first === null ? null : Math.max(bareFirst, bareWarm), ours};
  const cells = [
    outcome.failure ?? number(first),
    ...[warm, bareFirst, bareWarm, ours, opened].map(number),
    outcome.peak?.toFixed(0) ?? '',
  ];
  return {id: `further/${id}`, what, cells, values, samples: outcome.runs.map(({stdout}) => stdout.trim())};
}

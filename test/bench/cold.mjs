// One county, from nothing: a process is started, and at its end the files are there.
import {rmSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {BIN} from './ours/office.mjs';
import {findChromium, pageToPrint, printing} from './peers/chromium.mjs';
import {bundledTypstVega, outlineForReact, peerInputs, writeTypstInput} from './peers/inputs.mjs';
import {checkSameText} from './peers/same-text.mjs';
import {launch} from './launch.mjs';
import {BARE, inTurns} from './rounds.mjs';
import {emptyRow, measuredRow, RUN_HEADS} from './rows.mjs';

const COUNTY = '03';

/** React checks itself otherwise. */
const AS_SHIPPED = {NODE_ENV: 'production'};

const peer = name => fileURLToPath(new URL(`peers/${name}`, import.meta.url));

/** @param {import('./run.mjs').Setting} setting @returns {Promise<import('./rows.mjs').Section>} */
export async function cold(setting) {
  const folder = path.join(setting.folder, 'cold');
  const [input] = await peerInputs(folder, [COUNTY]);
  const {same, leftOut, notes} = await sameOnly(await peers(folder, input), input, setting);
  const subjects = [BARE, ...ours(path.join(folder, 'again')), ...same];
  const outcomes = await inTurns(subjects, setting);
  const all = outcomes.get(OURS);
  return {
    title: `One county, cold (${setting.runs} runs each, in turns; medians)`,
    heads: RUN_HEADS,
    rows: [
      ...subjects.map(subject =>
        measuredRow({id: `cold/${subject.id}`, what: subject.what}, outcomes.get(subject.id), {
          bare: outcomes.get('bare'),
          ours: same.includes(subject) ? all : null,
        }),
      ),
      ...leftOut.map(({id, what}) => emptyRow({id: `cold/${id}`, what}, 'left out', RUN_HEADS)),
    ],
    notes: [...notes, CHROMIUM_NOTE],
  };
}

const CHROMIUM_NOTE =
  'Chromium is several processes: its memory is that of the largest, its CPU time that of those which end with it.';

const OURS = 'ours';

function ours(folder) {
  const subject = (id, what, ...options) => {
    const args = [BIN, '--county', COUNTY, '--out', path.join(folder, id), '-q', ...options];
    const prepare = () => rmSync(path.join(folder, id), {recursive: true, force: true});
    return {id, what, command: {file: process.execPath, args}, prepare};
  };
  return [
    subject(OURS, 'ours: PDF, HTML, CSV, all charts; verified'),
    subject('ours-unverified', 'ours: the same, `--no-verify`', '--no-verify'),
    subject('ours-pages', 'ours: `--no-verify -f pdf,html`', '--no-verify', '-f', 'pdf', '-f', 'html'),
    subject('ours-pdf', 'ours: `--no-verify -f pdf`', '--no-verify', '-f', 'pdf'),
  ];
}

/** Every peer that is there, with the PDF that it prints. */
async function peers(folder, input) {
  const typst = path.join(folder, 'typst.json');
  writeTypstInput(typst, {workspace: folder, inputs: [input]});
  const node = (id, what, script, given) => {
    const pdf = path.join(folder, `${id}.pdf`);
    return {id, what, pdf, command: {file: process.execPath, args: [script, given, pdf], env: AS_SHIPPED}};
  };
  return [
    node('typst', 'Typst: PDF, our SVG files given', peer('typst.mjs'), typst),
    node('typst-vega', 'Typst: PDF, charts drawn by Vega from our specs', await bundledTypstVega(), typst),
    node(
      'react-pdf',
      '@react-pdf/renderer: PDF, our SVG files given',
      peer('react-pdf.mjs'),
      outlineForReact(input),
    ),
    ...browsers(folder, input),
  ];
}

function browsers(folder, {home, name, outline}) {
  const browser = findChromium();
  const pdf = path.join(folder, 'chromium.pdf');
  const what = 'Chromium: PDF, our HTML page given, without its scripts';
  if (browser === null) return [{id: 'chromium', what, pdf, command: null}];
  const page = pageToPrint(path.join(home, `${name}.${outline.lang}.html`), folder);
  const profile = path.join(folder, 'profile');
  const prepare = () => rmSync(profile, {recursive: true, force: true});
  return [{id: 'chromium', what, pdf, prepare, command: printing(browser, {page, out: pdf, profile})}];
}

/** Runs each peer once, unmeasured, and keeps those whose PDF says what ours says. */
async function sameOnly(candidates, {outline}, {gnuTime, tell}) {
  const same = [];
  const leftOut = [];
  const notes = [];
  for (const candidate of candidates) {
    const {what, command, pdf, prepare} = candidate;
    try {
      if (!command) throw new Error('there is none; CHROMIUM may name one');
      prepare?.();
      const {failure} = await launch(command, {gnuTime});
      if (failure) throw new Error(failure);
      const {pages, words} = await checkSameText(pdf, outline);
      notes.push(
        `${what}: ${pages} pages, with each of the ${words} words and numbers of our text and charts.`,
      );
      same.push(candidate);
    } catch (error) {
      leftOut.push(candidate);
      notes.push(`Left out: ${what}: ${error.message}`);
    }
    tell(notes.at(-1));
  }
  return {same, leftOut, notes};
}

// Measures gen-report against bare Node and against peers that are given the same report, and prints what came of it as
// Markdown; progress goes to standard error. All figures are of one run on one machine: read the ratios.
//   npm run bench -- [--only cold,further,memory,size,parts] [--runs 7] [--reports 500] [--json FILE]
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {openGoals} from './goals.mjs';
import {installPeers} from './install.mjs';
import {hasGnuTime} from './launch.mjs';
import {loadNow, machineText} from './machine.mjs';
import {sectionText} from './markdown.mjs';
import {readOptions} from './options.mjs';
import {BIN, ROOT} from './ours/office.mjs';

/**
 * What every part is given: how often and how to run things, and a folder that is thrown away at the end.
 * @typedef {{runs: number, reports: number, gnuTime: boolean, folder: string, tell: (text: string) => void}} Setting
 */

const tell = text => process.stderr.write(`bench: ${text}\n`);

const {only, runs, reports, json} = readOptions(process.argv.slice(2));
const folder = mkdtempSync(path.join(tmpdir(), 'gen-report-bench-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
if (only.includes('parts')) measureParts();
const asked = only.filter(name => name !== 'parts');
if (asked.length) await measure(asked, {runs, reports, gnuTime: hasGnuTime(), folder, tell});

/** Vitest's benches of single stages; it prints by itself. */
function measureParts() {
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const {status} = spawnSync(process.execPath, [vitest, 'bench', '--run'], {cwd: ROOT, stdio: 'inherit'});
  process.exitCode = status ?? 1;
}

/** @param {readonly string[]} asked @param {Setting} setting */
async function measure(asked, setting) {
  installPeers(tell);
  // Builds what is out of date, so that no run that is timed has to.
  execFileSync(process.execPath, [BIN, '--version'], {stdio: 'ignore'});
  const goals = openGoals();
  const sections = [];
  for (const name of asked) {
    tell(name);
    const before = loadNow();
    // Only now, for a part imports what may just have been installed.
    const {notes, ...section} = await (await import(`./${name}.mjs`))[name](setting);
    const told = {...section, notes: [machineText({before, after: loadNow()}), ...notes]};
    sections.push({name, ...told});
    process.stdout.write(`${sectionText(told, goals)}\n\n`);
  }
  if (json)
    writeFileSync(json, `${JSON.stringify({node: process.version, runs, goals, sections}, null, 1)}\n`);
}

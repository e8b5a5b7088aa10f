/** The command that writes reports: everything is read and checked before anything is drawn. */
import path from 'node:path';
import {closingText, countyJson, endJson, startJson} from './account.ts';
import {makeCounty, nameOf, type Outcome, type Task, writeFullTables} from './batch.ts';
import {inputFile, type Options, provenTable, type Voice} from './commands.ts';
import type {Env} from './env.ts';
import type {County, Table} from './extract/table.ts';
import {yearNeeded} from './extract/complaints.ts';
import {witnessed} from './inputs.ts';
import {writeIndex} from './index-of-reports.ts';
import {ReportError, stopOnErrors} from './issues.ts';
import {runOf} from './manifest.ts';
import type {Wish} from './outputs.ts';
import {openVersion} from './version.ts';
import {choiceOf, wishOf} from './wish.ts';
import {openAll, openWorkbench, type Workbench} from './workbench.ts';

/**
 * From so many reports on, threads save more than they take to start: measured on two cores, one report takes as long with
 * them as without, four are made 1.1 to 1.3 times as fast and 19 1.2 to 1.6 times, the more where nothing is read back.
 */
const WORTH_THREADS = 3;

/** Writes the reports that were asked for. */
export async function report(env: Env, voice: Voice, options: Options): Promise<void> {
  const wish = wishOf(options);
  const choice = await choiceOf(env, options);
  const {table, issues, opened, run} = await openJob(env, voice, options, wish);
  const subjects = choice(table);
  const isVerified = options.verify !== false;
  const isThreaded =
    options.threads !== false && env.cores > 1 && subjects.length * run.languages.length >= WORTH_THREADS;
  const open = onceOf(async () => {
    const bench = await openWorkbench(opened, wish, {
      isVerified,
      isThreaded,
      hasCounties: subjects.some(Boolean),
    });
    // Before the first county: where that has a manifest, this is there.
    await writeFullTables(env, bench, wish);
    return bench;
  });
  const tell = options.json ? (event: unknown) => voice.say(`${JSON.stringify(event)}\n`) : () => {};
  tell(startJson(table, issues, subjects.length));
  // Of a run that was killed; other machines may just be writing theirs.
  if (options.shard === undefined) await env.sweep(path.join(wish.folder, 'assets'));
  const task = {env, wish, run, force: options.force ?? false, isVerified, open};
  const atOnce = isThreaded ? 2 : 1;
  const outcomes = await makeEach(task, table, subjects, atOnce, voice, outcome => tell(countyJson(outcome)));
  const index = await writeIndex(env, opened, wish);
  tell(endJson(outcomes, index));
  if (outcomes.some(({status}) => status !== 'failed')) voice.tell(closingText(table, outcomes, index));
  stopOnErrors(outcomes.flatMap(outcome => outcome.issues));
}

/** Reads and checks everything, and remembers what was read. @throws ReportError */
async function openJob(env: Env, voice: Voice, options: Options, wish: Wish) {
  const witness = witnessed(env, inputFile(env, voice, options.input));
  const {table, issues} = await provenTable(witness.env, voice, options);
  if (table.title.year === null) throw new ReportError([yearNeeded(table.source.file)]);
  await voice.warn(issues);
  const opened = await openAll(witness.env, voice, options, table);
  const run = runOf(wish, {
    languages: opened.writers.map(({language}) => language.tag),
    madeFrom: witness.inputs(),
    version: await openVersion(env),
    dated: env.dated(null).toISOString(),
  });
  return {table, issues, opened, run};
}

/** One county after the other, so many of them at once, with each told when it is done. */
async function makeEach(
  task: Omit<Task, 'told'>,
  table: Table,
  subjects: readonly (County | null)[],
  atOnce: number,
  voice: Voice,
  tell: (outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<County | null, Outcome>();
  const waiting = subjects.values();
  const makeNext = async (): Promise<void> => {
    // Whoever is free takes the next.
    for (const county of waiting) {
      const told = (tag: string) =>
        voice.progress(`${nameOf(county)}, ${tag}`, {done: outcomes.size, total: subjects.length});
      const outcome = await makeCounty({...task, told}, table, county);
      outcomes.set(county, outcome);
      if (subjects.length > 1) voice.step(stepText(outcome));
      tell(outcome);
    }
  };
  await Promise.all(Array.from({length: atOnce}, makeNext));
  voice.progress('');
  return subjects.map(county => outcomes.get(county)!);
}

const stepText = ({county: {name}, status, files}: Outcome): string =>
  status === 'written' ? `${name}: ${files.length} files` : `${name}: ${status.replaceAll('-', ' ')}`;

/** What is worked out when it is first asked for, and then known. */
function onceOf(open: () => Promise<Workbench>): () => Promise<Workbench> {
  let opened: Promise<Workbench> | null = null;
  return () => (opened ??= open());
}

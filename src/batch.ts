/**
 * Many counties, one after the other: of each the files are made, read back and written whole, or it is up to date, or
 * it has failed and says why. None stops the others.
 */
import path from 'node:path';
import {NO_ALTERNATIVES} from './alternatives.ts';
import type {Env} from './env.ts';
import type {County} from './extract/table.ts';
import {fileName} from './facts/county.ts';
import {cannotWrite, type Issue, nothingWritten, ownFault, ReportError, stopOnErrors} from './issues.ts';
import {type Entry, entryOf, manifestFile, readManifest, type Run, wholeRun} from './manifest.ts';
import {type Printed, printFullTable, printReport, printSnippets, type Wish} from './outputs.ts';
import {makeReport, type Report, type Workshop} from './report.ts';
import {type Counts, verifyFiles} from './verification.ts';
import {type Yardsticks} from './yardsticks.ts';
import type {Desk, Workbench} from './workbench.ts';

/** What came of a county, or of the overview. Paths of files are from where the command was given. */
export type Outcome = {
  readonly county: Pick<County, 'code' | 'name'>;
  readonly status: 'written' | 'up-to-date' | 'failed';
  readonly files: readonly Entry[];
  /** What was read back and recomputed in all its files together; null where nothing was. */
  readonly verified: (Counts & {readonly files: number}) | null;
  readonly issues: readonly Issue[];
};

export type Task = {
  readonly env: Env;
  readonly wish: Wish;
  /** What is written of each county, but for its files and whether they were verified. */
  readonly run: Omit<Run, 'verified' | 'files'>;
  /** Makes even what is up to date. */
  readonly force: boolean;
  /** Whether finished files are read back before they are written. */
  readonly isVerified: boolean;
  readonly open: () => Promise<Workbench>;
  /** Is told which language of the county is being made. */
  readonly told: (tag: string) => void;
};

/** Whom a report is about, in messages. */
export const nameOf = (county: County | null): string => county?.name ?? 'Overview';

/** Makes the files of one county, or of the overview where it is null, unless they are there. */
export async function makeCounty(
  task: Task,
  table: Workshop['table'],
  county: County | null,
): Promise<Outcome> {
  const folder = path.join(task.wish.folder, fileName(table, county));
  const who = {code: county?.code ?? null, name: nameOf(county)};
  try {
    const there = task.force ? null : await wholeRun(task.env, folder, task.run.recipe, task.isVerified);
    if (there)
      return {
        county: who,
        status: 'up-to-date',
        files: there.files.map(file => ({...file, path: path.join(folder, file.path)})),
        verified: null,
        issues: [],
      };
    return {...(await written(task, folder, county)), county: who, status: 'written', issues: []};
  } catch (error) {
    const issues = error instanceof ReportError ? error.issues : [ownFault(who.name, error as Error)];
    return {county: who, status: 'failed', files: [], verified: null, issues};
  }
}

async function written(
  {env, wish, run, open, told}: Task,
  folder: string,
  county: County | null,
): Promise<Pick<Outcome, 'files' | 'verified'>> {
  const {workshop, desks, yardsticks} = await open();
  const files = await printAll(workshop, desks, county, wish, told);
  const verified = yardsticks ? await stopIfWrong(yardsticks, files, county) : null;
  const entries = files.map(file => entryOf(folder, file));
  const earlier = await readManifest(env, folder);
  const manifest = manifestFile(folder, workshop.table, county, earlier, {
    ...run,
    verified: verified !== null,
    files: entries,
  });
  await writeFiles(env, folder, [...files, manifest]);
  return {files: entries.map((entry, at) => ({...entry, path: files[at]!.path})), verified};
}

/** All files of a county in every language, printed and not yet written; each once, though reports may share it. */
async function printAll(
  workshop: Workshop,
  desks: readonly Desk[],
  county: County | null,
  wish: Wish,
  told: (tag: string) => void,
): Promise<readonly Printed[]> {
  const made: Printed[] = [];
  const reports: Report[] = [];
  for (const {writer, others} of desks) {
    told(writer.language.tag);
    const report = await makeReport(workshop, writer, county, county ? others : NO_ALTERNATIVES);
    reports.push(report);
    made.push(...(await printReport(workshop, writer, report, wish)));
  }
  made.push(...(await printSnippets(workshop, reports, wish)));
  return [...new Map(made.toReversed().map(file => [file.path, file])).values()].toReversed();
}

/**
 * The full table in each language, where the reports leave it to a file of its own. It is the same for all counties, and is
 * written once for a run.
 */
export async function writeFullTables(
  env: Env,
  {workshop, desks, yardsticks}: Workbench,
  wish: Wish,
): Promise<void> {
  for (const {writer} of desks) {
    const files = await printFullTable(workshop, writer, wish);
    if (yardsticks)
      stopOnErrors((await verifyFiles(yardsticks, files)).results.flatMap(({issues}) => issues));
    if (files.length) await writeFiles(env, wish.folder, files);
  }
}

/**
 * Nothing is written of a county whose files do not say what the table says, each by itself and all the same.
 * @throws ReportError (exit 6) with everything wrong
 */
async function stopIfWrong(
  yardsticks: Yardsticks,
  files: readonly Printed[],
  county: County | null,
): Promise<Outcome['verified']> {
  const {results} = await verifyFiles(yardsticks, files);
  const issues = results.flatMap(result => result.issues);
  if (issues.length) throw new ReportError([...issues, nothingWritten(nameOf(county))]);
  const sum = (key: keyof Counts) => results.reduce((total, {counts}) => total + (counts?.[key] ?? 0), 0);
  return {
    files: results.length,
    sentences: sum('sentences'),
    numbers: sum('numbers'),
    claims: sum('claims'),
  };
}

async function writeFiles(env: Env, folder: string, files: readonly Parameters<Env['write']>[0][number][]) {
  try {
    // Of an earlier run that was killed there may be drafts.
    await Promise.all([folder, path.join(folder, 'charts')].map(env.sweep));
    await env.write(files);
  } catch (error) {
    throw new ReportError([cannotWrite(folder, (error as Error).message)]);
  }
}

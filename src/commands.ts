/**
 * What the commands do, given their options: everything between the command line and the stages. Loaded only
 * when a command runs, so that help is there at once.
 */
import path from 'node:path';
import {tableJson, verifiedJson, verifiedText} from './account.ts';
import type {Env} from './env.ts';
import type {County, Reading, Table} from './extract/table.ts';
import {findCounty} from './facts/county.ts';
import {checkText} from './how-read.ts';
import {type Issue, noNumber, nothingToVerify, numberNotThere, ReportError, stopOnErrors} from './issues.ts';
import {yearNeeded} from './extract/complaints.ts';
import {DEFAULT_INPUT, openCharts, openOwnLanguage, openTable, openWriter} from './open.ts';
import {chooseLanguages} from './open-language.ts';
import {composeReport} from './report.ts';
import {finishedFiles, verifyFiles} from './verification.ts';
import {yardsticksFor} from './yardsticks.ts';

/** The options of all commands, as they were typed. */
export type Options = {
  readonly county?: readonly string[];
  readonly all?: boolean;
  /** "3/10" */
  readonly shard?: string;
  /** Makes what is up to date, too. */
  readonly force?: boolean;
  /** False where all is to be made in one thread. */
  readonly threads?: boolean;
  /** True where the overview of all counties is asked for. */
  readonly overview?: boolean;
  readonly input?: string;
  readonly lang?: readonly string[];
  readonly format?: readonly string[];
  readonly out?: string;
  readonly attachData?: boolean;
  readonly assets?: string;
  readonly site?: string;
  readonly acceptRepair?: boolean;
  /** False where finished files are not to be verified before they are written. */
  readonly verify?: boolean;
  readonly templates?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};

/** Where a command speaks: the product, messages, and a line that is written over on a terminal. */
export type Voice = {
  readonly say: (product: string) => void;
  readonly tell: (message: string) => void;
  readonly progress: (text: string, at?: {readonly done: number; readonly total: number}) => void;
  /** One of many things that is done, for whoever sees no progress. */
  readonly step: (text: string) => void;
  /** What was noticed and does not stop the run, with its place. */
  readonly warn: (issues: readonly Issue[]) => Promise<void>;
  /** A path as a person at this prompt would write it. */
  readonly shown: (file: string) => string;
};

/** The table that is asked for, or the one that comes with gen-report. */
export const inputFile = (env: Env, voice: Voice, input: string | undefined) =>
  voice.shown(path.resolve(input ?? path.join(env.home, DEFAULT_INPUT)));

/** The templates that are asked for, or those of gen-report. */
export const templatesOf = (env: Env, voice: Voice, folder: string | undefined) =>
  voice.shown(path.resolve(folder ?? path.join(env.home, 'templates')));

/** A table that may be reported on; what was noticed is told. */
export async function provenTable(env: Env, voice: Voice, options: Options) {
  const {table, issues} = await openTable(env, inputFile(env, voice, options.input), options.acceptRepair);
  stopOnErrors(issues);
  return {table: table!, issues};
}

/** The charts, and what writes in the languages that are asked for. */
export async function openWriters(env: Env, templates: string, asked: readonly string[]) {
  const charts = await openCharts(env, templates);
  const tags = await chooseLanguages(env, templates, asked);
  const names = charts.map(({name}) => name);
  return {charts, names, writers: await Promise.all(tags.map(tag => openWriter(env, templates, tag, names)))};
}

export function chooseCounties({counties}: Table, asked: readonly string[]): readonly County[] {
  const found = asked.map(name => findCounty(counties, name));
  stopOnErrors(found.filter((each): each is Issue => 'severity' in each));
  return [...new Set(found as readonly County[])];
}

/** Lists the counties of a table. */
export async function list(env: Env, voice: Voice, options: Options): Promise<void> {
  const {
    table: {counties},
    issues,
  } = await provenTable(env, voice, options);
  await voice.warn(issues);
  const rows = counties.map(({code, name, label}) => ({code, name, label}));
  const lines = rows.map(({code, label}) => (code === null ? label : `${code}  ${label}`));
  voice.say(`${options.json ? JSON.stringify(rows, null, 2) : lines.join('\n')}\n`);
}

/** Reads and proves a table, and says what holds. */
export async function check(env: Env, voice: Voice, {input, json, acceptRepair}: Options): Promise<void> {
  const {table, issues} = await tableOrIssues(openTable(env, inputFile(env, voice, input), acceptRepair));
  if (json) voice.say(`${JSON.stringify(tableJson(table, issues), null, 1)}\n`);
  else if (table) voice.say(checkText(table));
  stopOnErrors(issues);
  await voice.warn(issues);
}

/** What cannot be read at all is told as what cannot be read in part: as issues. */
const tableOrIssues = (reading: Promise<Reading>): Promise<Reading> =>
  reading.catch((error: unknown) => {
    if (error instanceof ReportError) return {table: null, issues: error.issues};
    throw error;
  });

/** Says of a number where the report on a county uses it and how it is computed, down to what was printed. */
export async function explain(
  env: Env,
  voice: Voice,
  {county: asked, number: rest}: {readonly county: string; readonly number: string},
  options: Options,
): Promise<void> {
  const explaining = await import('./explain.ts');
  const {explainJson, explainText} = await import('./explain-text.ts');
  const questions = explaining.questionsIn(asked, rest);
  if (questions.length === 0) throw new ReportError([noNumber(rest)]);
  const {table, issues} = await provenTable(env, voice, options);
  if (table.title.year === null) throw new ReportError([yearNeeded(table.source.file)]);
  await voice.warn(issues);
  const {number, asked: wanted, ...question} = explaining.questionAbout(table.counties, questions)!;
  const [county] = chooseCounties(table, [question.county]);
  const templates = templatesOf(env, voice, options.templates);
  const {
    charts,
    names,
    writers: [writer],
  } = await openWriters(env, templates, options.lang ?? []);
  const report = composeReport(table, writer!, county!, names);
  const language = await openOwnLanguage(env);
  const material = {...report, table, charts, language};
  const found = explaining.explain(material, wanted);
  if (found.length === 0)
    throw new ReportError([numberNotThere(number, county!.name, explaining.nearest(material, wanted))]);
  const subject = {table, county: county!, lang: writer!.language.tag, asked: number, language};
  if (options.json) voice.say(`${JSON.stringify(explainJson(subject, found), null, 2)}\n`);
  else voice.say(explainText(subject, found));
}

/** Reads finished files back and recomputes what they say. @throws ReportError (exit 6) with everything wrong */
export async function verify(
  env: Env,
  voice: Voice,
  paths: readonly string[],
  options: Options,
): Promise<void> {
  const {table, issues} = await provenTable(env, voice, options);
  await voice.warn(issues);
  const templates = templatesOf(env, voice, options.templates);
  const {writers} = await openWriters(env, templates, ['all']);
  const folders = paths.length ? paths : ['out'];
  const files = (await Promise.all(folders.map(folder => finishedFiles(env, folder)))).flat();
  const {results, leftOut} = await verifyFiles(yardsticksFor(table, writers), files);
  if (results.length === 0) throw new ReportError([nothingToVerify(folders.join(', '))]);
  voice.say(
    options.json
      ? `${JSON.stringify(verifiedJson(results, leftOut), null, 2)}\n`
      : verifiedText(results, leftOut),
  );
  stopOnErrors(results.flatMap(result => result.issues));
}

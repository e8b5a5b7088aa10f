/**
 * What the commands do, given their options: everything between the command line and the stages. Loaded only
 * when a command runs, so that help is there at once.
 */
import path from 'node:path';
import {closing, tableJson} from './account.ts';
import type {Env} from './env.ts';
import {missingNames} from './extract/card.ts';
import type {County, Reading, Table} from './extract/table.ts';
import {findCounty} from './facts/county.ts';
import {checkText} from './how-read.ts';
import {
  cannotWrite,
  type Issue,
  noCounty,
  noLanguage,
  ReportError,
  stopOnErrors,
  unknownFormat,
} from './issues.ts';
import {yearNeeded} from './extract/complaints.ts';
import {nameMissing} from './extract/objections.ts';
import {
  checkCharts,
  checkWriter,
  chooseLanguage,
  DEFAULT_INPUT,
  languages,
  openCharts,
  openShell,
  openTable,
  openTheme,
  openWriter,
} from './open.ts';
import {
  type Format,
  FORMATS,
  makeReport,
  openFonts,
  openMeasure,
  type Printed,
  printReport,
} from './report.ts';

/** The options of all commands, as they were typed. */
export type Options = {
  readonly county?: readonly string[];
  readonly input?: string;
  readonly lang?: readonly string[];
  readonly format?: readonly string[];
  readonly out?: string;
  readonly attachData?: boolean;
  readonly acceptRepair?: boolean;
  readonly templates?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};

/** Where a command speaks: the product, messages, and a line that is written over on a terminal. */
export type Voice = {
  readonly say: (product: string) => void;
  readonly tell: (message: string) => void;
  readonly progress: (text: string) => void;
  /** What was noticed and does not stop the run, with its place. */
  readonly warn: (issues: readonly Issue[]) => Promise<void>;
  /** A path as a person at this prompt would write it. */
  readonly shown: (file: string) => string;
};

const inputFile = (env: Env, voice: Voice, input: string | undefined) =>
  voice.shown(path.resolve(input ?? path.join(env.home, DEFAULT_INPUT)));

const templatesOf = (env: Env, voice: Voice, folder: string | undefined) =>
  voice.shown(path.resolve(folder ?? path.join(env.home, 'templates')));

/** A table that may be reported on; what was noticed is told. */
async function provenTable(env: Env, voice: Voice, options: Options) {
  const {table, issues} = await openTable(env, inputFile(env, voice, options.input), options.acceptRepair);
  stopOnErrors(issues);
  return {table: table!, issues};
}

/** Writes the reports that were asked for. Everything is read and checked before anything is drawn. */
export async function report(env: Env, voice: Voice, options: Options): Promise<void> {
  const {county: asked = [], out: folder = 'out', attachData = false} = options;
  if (asked.length === 0) throw new ReportError([noCounty()]);
  const formats = chooseFormats(options.format ?? []);
  const {table, issues} = await provenTable(env, voice, options);
  if (table.title.year === null) throw new ReportError([yearNeeded(table.source.file)]);
  await voice.warn(issues);
  const counties = chooseCounties(table, asked);
  const templates = templatesOf(env, voice, options.templates);
  const charts = await openCharts(env, templates);
  const tags = await chooseLanguages(env, templates, options.lang ?? []);
  stopOnErrors(tags.flatMap(tag => missingNames(table.card, tag).map(what => nameMissing(what, tag))));
  const names = charts.map(({name}) => name);
  const writers = await Promise.all(tags.map(tag => openWriter(env, templates, tag, names)));
  stopOnErrors(writers.flatMap(({language}) => checkCharts(charts, language)));
  const theme = await openTheme(env, templates, 'plain');
  const shell = await openShell(env, templates);
  const fonts = await openFonts(env, theme);
  const workshop = {env, table, theme, fonts, measure: await openMeasure(fonts), charts, shell};
  const jobs = counties.flatMap(county => writers.map(writer => ({county, writer})));
  const written: {county: County; lang: string; files: readonly Printed[]}[] = [];
  for (const [index, {county, writer}] of jobs.entries()) {
    voice.progress(`${county.name} (${index + 1} of ${jobs.length}) ...`);
    const made = await makeReport(workshop, writer, county);
    const files = await printReport(workshop, writer, made, {formats, folder, attachData});
    await writeFiles(env, files, folder);
    written.push({county, lang: writer.language.tag, files});
  }
  voice.progress('');
  const account = closing(table, written, issues);
  if (options.json) voice.say(`${JSON.stringify(account.json, null, 2)}\n`);
  else voice.tell(account.text);
}

async function writeFiles(env: Env, files: readonly Printed[], folder: string): Promise<void> {
  try {
    await env.write(files);
  } catch (error) {
    throw new ReportError([cannotWrite(folder, (error as Error).message)]);
  }
}

function chooseFormats(asked: readonly string[]): readonly Format[] {
  const wanted = asked.map(format => format.toLowerCase());
  const unknown = wanted.filter(format => !FORMATS.includes(format as Format));
  if (unknown.length) throw new ReportError(unknown.map(format => unknownFormat(format, FORMATS)));
  return wanted.length ? [...new Set(wanted as readonly Format[])] : ['pdf', 'html', 'csv', 'charts'];
}

function chooseCounties({counties}: Table, asked: readonly string[]): readonly County[] {
  const found = asked.map(name => findCounty(counties, name));
  stopOnErrors(found.filter((each): each is Issue => 'severity' in each));
  return [...new Set(found as readonly County[])];
}

async function chooseLanguages(
  env: Env,
  templates: string,
  asked: readonly string[],
): Promise<readonly string[]> {
  const tags = await languages(env, templates);
  if (tags.length === 0) throw new ReportError([noLanguage(templates)]);
  if (asked.includes('all')) return tags;
  const wanted = asked.length ? asked : ['en'];
  return [...new Set(wanted.map(tag => chooseLanguage(tag, tags)))];
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

/** Checks templates, labels, charts, theme and page, in all languages. */
export async function validate(env: Env, voice: Voice, {templates: folder}: Options): Promise<void> {
  const templates = templatesOf(env, voice, folder);
  const tags = await chooseLanguages(env, templates, ['all']);
  const charts = await openCharts(env, templates);
  await openTheme(env, templates, 'plain');
  await openShell(env, templates);
  const names = charts.map(({name}) => name);
  const checked = await Promise.all(tags.map(tag => checkWriter(env, templates, tag, names)));
  stopOnErrors(checked.flatMap(({writer, issues}) => issues.concat(checkCharts(charts, writer.language))));
  voice.say(`In order: ${tags.join(', ')}; charts ${names.join(', ')}; theme plain; page.html\n`);
}

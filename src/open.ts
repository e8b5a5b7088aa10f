/**
 * Opening what a report is made from: the table, a language with its template, the theme, the charts.
 * Everything is read and checked before anything is drawn.
 */
import path from 'node:path';
import type {Env} from './env.ts';
import {LARGEST_CARD, readCard} from './extract/card.ts';
import {LARGEST, readSource} from './extract/source.ts';
import {type Reading, readTable} from './extract/table.ts';
import {CATALOGUE} from './facts/catalogue.ts';
import {FIGURES} from './facts/tell.ts';
import {checkChartFile} from './graphics/chart-file.ts';
import {
  chartBroken,
  type Issue,
  labelsBroken,
  missingFile,
  noTheme,
  notJson,
  ReportError,
  shellBroken,
  stopOnErrors,
  unknownLanguage,
} from './issues.ts';
import {readJson} from './json.ts';
import {FORMS, labelProblems} from './labels.ts';
import type {Labels, Language} from './language.ts';
import {checkTemplate, type Known} from './narrative/check.ts';
import {type Part, readTemplate} from './narrative/template.ts';
import {shellProblems} from './print/shell.ts';
import {checkTheme, parseTheme, type Theme} from './theme.ts';

/** The table that is there without `--input`. */
export const DEFAULT_INPUT = 'data/net-migration-2007.txt';

/**
 * Reads a table and the card beside it (`NAME.json` beside `NAME.txt`).
 * @param acceptRepair corrects a figure that the totals show to be wrong, where it is one
 */
export async function openTable(env: Env, file: string, acceptRepair = false): Promise<Reading> {
  const cardFile = file.replace(/\.[^./\\]*$/, '') + '.json';
  const source = readSource(file, await env.read(file, LARGEST));
  const card = cardFile === file ? null : readCard(cardFile, await env.read(cardFile, LARGEST_CARD));
  return readTable(source, card, acceptRepair);
}

/** A language that is ready to write: its labels and its checked template. */
export type Writer = {readonly language: Language; readonly parts: readonly Part[]};

/** What the templates may speak of, given the names of the charts and the labels. */
export function known(charts: readonly string[], labels: unknown): Known {
  return {
    facts: CATALOGUE,
    variables: {county: 'county', ...Object.fromEntries(FIGURES.map(name => [name, 'number' as const]))},
    charts,
    tables: ['full', 'checks'],
    forms: formsIn(labels),
  };
}

/**
 * The forms that all words for what a table is about have. Those that are always needed are among them even where the
 * labels lack one: that is told of the labels, once, and not of every place in the template.
 */
function formsIn(labels: unknown): readonly string[] {
  const {units} = (labels ?? {}) as {units?: Readonly<Record<string, unknown>> | null};
  const [first = {}, ...others] = Object.values(units ?? {}).map(each => (each ?? {}) as object);
  const shared = Object.keys(first).filter(form => others.every(each => Object.hasOwn(each, form)));
  return [...new Set([...FORMS, ...shared])];
}

/** The languages there are: the folders that hold a `report.md`. */
export async function languages(env: Env, folder: string): Promise<readonly string[]> {
  const names = await env.list(folder);
  const reports = await Promise.all(names.map(name => env.read(path.join(folder, name, 'report.md'))));
  return names.filter((_, index) => reports[index] !== null);
}

/** The tag that answers to the one asked for: itself, or its base (`nb-NO` is `nb`). */
export function chooseLanguage(asked: string, tags: readonly string[]): string {
  const found = [asked, asked.split('-')[0]!].find(tag => tags.includes(tag));
  if (found === undefined) throw new ReportError([unknownLanguage(asked, tags)]);
  return found;
}

/** Opens one language and tells everything that is wrong with it. */
export async function checkWriter(
  env: Env,
  folder: string,
  tag: string,
  charts: readonly string[],
): Promise<{writer: Writer; issues: readonly Issue[]}> {
  const labelFile = path.join(folder, tag, 'labels.json');
  const labels = parseJson(labelFile, await env.read(labelFile));
  const file = path.join(folder, tag, 'report.md');
  const template = readTemplate(file, new TextDecoder().decode((await env.read(file)) ?? new Uint8Array()));
  const issues = [
    ...labelProblems(labels).map(problem => labelsBroken(labelFile, problem)),
    ...checkTemplate(file, template, known(charts, labels)),
  ];
  const language = {tag, labels: labels as Labels};
  return {writer: {language, parts: template.parts}, issues};
}

/** Opens one language. @throws ReportError with everything that is wrong with it (exit 5) */
export async function openWriter(
  env: Env,
  folder: string,
  tag: string,
  charts: readonly string[],
): Promise<Writer> {
  const {writer, issues} = await checkWriter(env, folder, tag, charts);
  stopOnErrors(issues);
  return writer;
}

/** Opens a theme of the templates' folder. */
export async function openTheme(env: Env, folder: string, name: string): Promise<Theme> {
  const file = path.join(folder, 'themes', `${name}.json`);
  const json = parseJson(file, await env.read(file));
  const problems = [...checkTheme(json), ...missingFonts(env, json)];
  if (problems.length) throw new ReportError(problems.map(problem => noTheme(file, problem)));
  return parseTheme(name, json);
}

/** The fonts of a theme must be there. */
function missingFonts(env: Env, json: unknown): readonly string[] {
  const fonts = (json as {fonts?: Readonly<Record<string, unknown>>} | null)?.fonts ?? {};
  return ['regular', 'bold']
    .filter(face => typeof fonts[face] === 'string' && env.resolve(fonts[face]) === null)
    .map(face => `fonts.${face}: there is no file ${String(fonts[face])}`);
}

/** A chart file: its name without `.vl.json` or `.vg.json`, and what it holds. */
export type ChartSource = {readonly name: string; readonly json: unknown};

/** Every chart file there is: a chart is a file. */
export async function openCharts(env: Env, folder: string): Promise<readonly ChartSource[]> {
  const files = (await env.list(path.join(folder, 'charts'))).filter(file => /\.v[lg]\.json$/.test(file));
  const names = files.map(nameOf);
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  if (twice.length)
    throw new ReportError(twice.map(name => chartBroken(name, 'There are two files of this name')));
  return Promise.all(
    files.map(async each => {
      const file = path.join(folder, 'charts', each);
      return {name: nameOf(each), json: parseJson(file, await env.read(file))};
    }),
  );
}

const nameOf = (file: string) => file.replace(/\.v[lg]\.json$/, '');

/** Every fault of the chart files, with the labels of a language. Kept apart from drawing: no Vega is loaded. */
export function checkCharts(charts: readonly ChartSource[], {labels}: Language): readonly Issue[] {
  return charts.flatMap(({name, json}) =>
    checkChartFile(json, labels.charts).map(problem => chartBroken(name, problem)),
  );
}

/** The page of the HTML report. @throws ReportError with each slot that is unknown or missing */
export async function openShell(env: Env, folder: string): Promise<string> {
  const file = path.join(folder, 'page.html');
  const bytes = await env.read(file);
  if (!bytes) throw new ReportError([missingFile(file)]);
  const shell = new TextDecoder().decode(bytes);
  stopOnErrors(shellProblems(shell).map(({line, problem}) => shellBroken(file, line, problem)));
  return shell;
}

function parseJson(file: string, bytes: Uint8Array | null): unknown {
  if (!bytes) throw new ReportError([missingFile(file)]);
  const json = readJson(file, new TextDecoder().decode(bytes));
  if ('fault' in json) throw new ReportError([notJson(json.where, json.fault)]);
  return json.value;
}

/**
 * Opening what a report is made from: the table, a language with its template, the theme, the charts.
 * Everything is read and checked before anything is drawn.
 */
import path from 'node:path';
import type {Env} from './env.ts';
import {LARGEST_CARD, readCard} from './extract/card.ts';
import {LARGEST, readSource} from './extract/source.ts';
import {type Reading, readTable} from './extract/table.ts';
import {checkChartFile, isOfCounty} from './graphics/chart-file.ts';
import {
  chartBroken,
  type Issue,
  missingFile,
  noTheme,
  ReportError,
  shellBroken,
  stopOnErrors,
} from './issues.ts';
import {flat} from './narrative/check.ts';
import {chartOfCounty} from './narrative/complaints.ts';
import type {Part} from './narrative/template.ts';
import {openJson, type Writer} from './open-language.ts';
import type {LiveScripts} from './print/html-live.ts';
import {CHART_SLOTS, EMBED_SLOTS, INDEX_SLOTS, PAGE_SLOTS, shellProblems} from './print/shell.ts';
import {checkTheme, parseTheme, type Theme} from './theme.ts';

export {
  checkWriter,
  type Checked,
  chooseLanguage,
  known,
  languages,
  openOwnLanguage,
  openWriter,
  type Writer,
} from './open-language.ts';

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

/** Opens a theme of the templates' folder. */
export async function openTheme(env: Env, folder: string, name: string): Promise<Theme> {
  const file = path.join(folder, 'themes', `${name}.json`);
  const json = (await openJson(env, file)).value;
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
      return {name: nameOf(each), json: (await openJson(env, file)).value};
    }),
  );
}

const nameOf = (file: string) => file.replace(/\.v[lg]\.json$/, '');

/**
 * Every fault of the chart files, with the labels of a language, and of where its templates place them. Kept apart from
 * drawing: no Vega is loaded.
 */
export function checkCharts(charts: readonly ChartSource[], {language, templates}: Writer): readonly Issue[] {
  const broken = charts.flatMap(({name, json}) =>
    checkChartFile(json, language.labels.charts).map(problem => chartBroken(name, problem)),
  );
  const placed = flat(templates.country).filter(
    (part): part is Part & {kind: 'chart' | 'table'} => part.kind === 'chart',
  );
  const misplaced = placed.filter(({name}) =>
    charts.some(chart => chart.name === name && isOfCounty(chart.json)),
  );
  return [...broken, ...misplaced.map(({where, name}) => chartOfCounty(where, name))];
}

/** What HTML pages are filled into, and what they share: `page` is the report's, `chart` that of one chart. */
export type Shells = {
  readonly page: string;
  readonly chart: string;
  readonly embed: string;
  readonly index: string;
  readonly style: string;
  readonly live: LiveScripts;
};

/** Opens the shells of all pages. @throws ReportError with each slot that is unknown or missing */
export async function openShells(env: Env, folder: string): Promise<Shells> {
  const [page, chart, embed, index, style] = await Promise.all([
    openShell(env, path.join(folder, 'page.html'), PAGE_SLOTS),
    openShell(env, path.join(folder, 'chart.html'), CHART_SLOTS),
    openShell(env, path.join(folder, 'embed.html'), EMBED_SLOTS),
    openShell(env, path.join(folder, 'index.html'), INDEX_SLOTS),
    openText(env, path.join(folder, 'style.css')),
  ]);
  return {page, chart, embed, index, style, live: await openLive(env)};
}

async function openShell(env: Env, file: string, slots: readonly string[]): Promise<string> {
  const shell = await openText(env, file);
  stopOnErrors(shellProblems(shell, slots).map(({line, problem}) => shellBroken(file, line, problem)));
  return shell;
}

async function openText(env: Env, file: string): Promise<string> {
  const bytes = await env.read(file);
  if (!bytes) throw new ReportError([missingFile(file)]);
  return new TextDecoder().decode(bytes);
}

/** What the build made of `src/live`. */
async function openLive(env: Env): Promise<LiveScripts> {
  const open = (name: string) => openText(env, path.join(env.home, 'dist', 'live', `${name}.js`));
  return {vega: await open('vega'), boot: await open('boot')};
}

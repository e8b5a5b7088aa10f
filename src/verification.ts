/**
 * Finished files, verified: each is read back and held against the table by the second evaluator, and the files of
 * one report are held against each other.
 */
import type {Env} from './env.ts';
import {OVERVIEW} from './facts/county.ts';
import {type Issue, unverified} from './issues.ts';
import {chartCsvProblems, csvProblems} from './verify/attachments.ts';
import {checkChartPage} from './verify/chart-page.ts';
import {checkReport, type Verdict} from './verify/check-report.ts';
import {type Checked, type Difference, differences} from './verify/compare.ts';
import {specProblems} from './verify/live-spec.ts';
import type {Me} from './verify/lore.ts';
import {type Problem, wholly} from './verify/problem.ts';
import type {Place, Reading} from './verify/reading.ts';
import type {Yardstick} from './verify/yardstick.ts';
import type {OfLanguage, Yardsticks} from './yardsticks.ts';

/** A finished file: what it is called, and what is in it. */
export type Finished = {readonly path: string; readonly bytes: Uint8Array};

/** How much of a file was looked at. */
export type Counts = Verdict['counts'];

/** What came of a file: how much was looked at, and what is wrong with it. */
export type Result = {
  readonly file: string;
  readonly counts: Counts | null;
  readonly issues: readonly Issue[];
};

/** `leftOut` are files that are named for a language which there is no writer for. */
export type Verified = {readonly results: readonly Result[]; readonly leftOut: readonly string[]};

/** Checks finished files, each by itself, and those of one report against each other. */
export async function verifyFiles(yardsticks: Yardsticks, files: readonly Finished[]): Promise<Verified> {
  const snippets = await Promise.all(files.filter(isSnippets).map(file => snippetsFile(yardsticks, file)));
  const named = files.filter(({path}) => languageOf(path) !== null);
  const known = named.flatMap(file => {
    const yardstick = yardsticks.get(languageOf(file.path)!);
    return yardstick ? [{file, yardstick}] : [];
  });
  const checked: Checked[] = [];
  for (const {file, yardstick} of known)
    checked.push({file: file.path, verdict: await checkFile(yardstick, file)});
  // Of a file that has faults it is known that its numbers are not those of the others.
  const differing = differences(
    checked.filter(({file, verdict}) => isReport(file) && !verdict.problems.length),
  );
  return {
    results: [
      ...checked.map(({file, verdict}) => resultOf(file, verdict, differing)),
      ...snippets,
      ...(await Promise.all(files.filter(isIndex).map(file => indexFile(yardsticks, file)))),
    ],
    leftOut: named.map(({path}) => path).filter(path => !yardsticks.has(languageOf(path)!)),
  };
}

/** The page of snippets has all languages of its report in it, and none in its name. */
const isSnippets = ({path}: Pick<Finished, 'path'>) => /(?:^|[\\/])embed\.html$/.test(path);

/** The index is in the language that it says; in one that there is no yardstick for, nothing of it is known. */
const isIndex = ({path}: Pick<Finished, 'path'>) => /(?:^|[\\/])index\.html$/.test(path);

async function indexFile(yardsticks: Yardsticks, {path, bytes}: Finished): Promise<Result> {
  const {indexProblems} = await import('./verify/index-page.ts');
  const source = new TextDecoder().decode(bytes);
  const lang = /<html\b[^>]*\blang="([^"]*)"/.exec(source)?.[1] ?? '';
  const yardstick = yardsticks.get(lang);
  const problems = yardstick
    ? indexProblems(yardstick, county => folderOf(yardstick, county), source)
    : [wholly(`The index is in the language “${lang}”, which the templates do not have`)];
  return {
    file: path,
    counts: null,
    issues: problems.map(({place, problem}) => issueOf(path, place, problem)),
  };
}

async function snippetsFile(yardsticks: Yardsticks, {path, bytes}: Finished): Promise<Result> {
  const {embedProblems} = await import('./verify/embed-page.ts');
  const [first] = yardsticks.values();
  const me = first && whoseFile(first, path);
  const problems =
    me === undefined
      ? [wholly(NOBODYS)]
      : embedProblems(
          me === null ? overviews(yardsticks) : yardsticks,
          me,
          folderOf(first!, me),
          new TextDecoder().decode(bytes),
        );
  return {
    file: path,
    counts: null,
    issues: problems.map(({place, problem}) => issueOf(path, place, problem)),
  };
}

const NOBODYS = 'No county of the table has a folder of this name';

const overviews = (yardsticks: Yardsticks): ReadonlyMap<string, Yardstick> =>
  new Map([...yardsticks].flatMap(([tag, {overview}]) => (overview ? [[tag, overview] as const] : [])));

function resultOf(file: string, {counts, problems}: Verdict, differing: readonly Difference[]): Result {
  return {
    file,
    counts: isReport(file) ? counts : null,
    issues: [
      ...problems.map(({place, problem}) => issueOf(file, place, problem)),
      ...differing.filter(each => each.file === file).map(({problem}) => issueOf(file, null, problem)),
    ],
  };
}

/** "nb" in "oslo.nb.pdf". */
export const languageOf = (path: string): string | null =>
  /\.([A-Za-z-]+)\.(?:pdf|html|txt|csv|svg|v[gl]\.json)$/.exec(path)?.[1] ?? null;

const isReport = (path: string) => /\.(?:pdf|html|txt)$/.test(path) && chartOf(path) === null;

/** The folder of a chart's county and the name of the chart; null for what is no file of a chart. */
function chartOf(path: string): {readonly folder: string; readonly name: string} | null {
  const [, folder, name] =
    /([^\\/]+)[\\/]charts[\\/]([^\\/]+)\.[A-Za-z-]+\.(?:html|svg|csv|v[gl]\.json)$/.exec(path) ?? [];
  return folder !== undefined && name !== undefined ? {folder, name} : null;
}

async function checkFile(yardstick: OfLanguage, {path, bytes}: Finished): Promise<Verdict> {
  const {lore} = yardstick;
  const text = () => new TextDecoder().decode(bytes);
  const chart = chartOf(path);
  if (chart) return chartFile(yardstick, path, chart, text());
  const named = whoseFile(yardstick, path);
  if (path.endsWith('.csv')) return inFile(csvProblems(lore, text(), named).map(wholly));
  if (/\.(?:svg|json)$/.test(path)) return inFile([wholly(LOST)]);
  const verdict = checkRead(yardstick, await readFinished(path, bytes, text), named);
  return {...verdict, problems: [...misnamed(yardstick, named, verdict), ...verdict.problems]};
}

/** What is named for nobody may be a county's report or an overview: whichever it is taken for with fewer problems. */
function checkRead(yardstick: OfLanguage, reading: Reading, named: Me | undefined): Verdict {
  const {overview} = yardstick;
  if (named === null && overview) return checkReport(overview, reading, overview.due);
  const verdict = checkReport(yardstick, reading, yardstick.due);
  if (named !== undefined || verdict.county !== null || !overview) return verdict;
  const other = checkReport(overview, reading, overview.due);
  return other.problems.length < verdict.problems.length ? other : verdict;
}

const folderOf = ({fileNames: names}: Yardstick, me: Me) =>
  me === null ? OVERVIEW : [...names].find(([, at]) => at === me)![0];

/** Whom the name of a folder or file says it is about; undefined where it says nobody. */
const namedFor = ({fileNames: places}: Yardstick, name: string): Me | undefined =>
  places.get(name) ?? (name === OVERVIEW ? null : undefined);

/** Whom the name of a file says it is about, else that of its folder. */
function whoseFile(yardstick: Yardstick, path: string): Me | undefined {
  const [name = '', folder = ''] = path.toLowerCase().split(/[\\/]/).toReversed();
  const found = namedFor(yardstick, name.split('.')[0]!);
  return found === undefined ? namedFor(yardstick, folder) : found;
}

/** A file may have any name, but not that of another county's report. */
function misnamed(yardstick: Yardstick, named: Me | undefined, {county}: Verdict): readonly Problem[] {
  if (county === null || named === undefined || named === null || named === county) return [];
  const [is, should] = [county, named].map(at => yardstick.lore.table.counties[at]!.name);
  return [wholly(`The report is about ${is}, and the file or its folder is named for ${should}`)];
}

/** Readers are loaded when they are needed: pdf.js is large. */
async function readFinished(path: string, bytes: Uint8Array, text: () => string): Promise<Reading> {
  if (path.endsWith('.pdf'))
    return (await import('./verify/read-pdf.ts')).readPdf(path, new Uint8Array(bytes));
  if (path.endsWith('.html')) return (await import('./verify/read-html.ts')).readHtml(path, text());
  return (await import('./verify/read-text.ts')).readText(path, text());
}

const LOST = 'A chart is known by its place: COUNTY/charts/NAME.LANGUAGE and an ending';

/** A file of a chart: its folder says whom it is about, its name what it draws. */
async function chartFile(
  ofLanguage: OfLanguage,
  path: string,
  {folder, name}: {readonly folder: string; readonly name: string},
  source: string,
): Promise<Verdict> {
  const me = namedFor(ofLanguage, folder);
  const yardstick = me === null ? ofLanguage.overview : ofLanguage;
  if (me === undefined || yardstick === null) return inFile([wholly(NOBODYS)]);
  if (path.endsWith('.csv')) return inFile(chartCsvProblems(yardstick.lore, me, name, source).map(wholly));
  if (path.endsWith('.json')) return inFile(specFileProblems(yardstick, me, name, source).map(wholly));
  const {svgProblems} = await import('./verify/svg-file.ts');
  if (path.endsWith('.svg')) return inFile(svgProblems(yardstick, me, name, source));
  const {readHtml} = await import('./verify/read-html.ts');
  return checkChartPage(yardstick, me, name, readHtml(path, source));
}

function specFileProblems(yardstick: Yardstick, me: Me, name: string, source: string): readonly string[] {
  let spec: unknown;
  try {
    spec = JSON.parse(source);
  } catch {
    return ['It is no JSON'];
  }
  return specProblems(yardstick, me, name, spec);
}

const inFile = (problems: readonly Problem[]): Verdict => ({
  county: null,
  problems,
  facts: [],
  numbers: [],
  counts: {sentences: 0, numbers: 0, claims: 0},
});

/** A page of a PDF stands in the message; a line is a place in the file; without either it is about the whole file. */
function issueOf(file: string, place: Place | null, problem: string): Issue {
  if (place && 'page' in place) return unverified(file, null, `page ${place.page}: ${problem}`);
  return unverified(file, place?.line ?? null, problem);
}

/** Every file below a folder that may be a finished one, or the file itself. */
export async function finishedFiles(env: Env, path: string): Promise<readonly Finished[]> {
  const names = await env.list(path);
  if (names.length === 0) {
    const bytes = languageOf(path) || isSnippets({path}) || isIndex({path}) ? await env.read(path) : null;
    return bytes ? [{path, bytes}] : [];
  }
  const inside = await Promise.all(
    names.map(name => finishedFiles(env, `${path.replace(/[\\/]$/, '')}/${name}`)),
  );
  return inside.flat();
}

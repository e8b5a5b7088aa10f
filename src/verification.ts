/**
 * Finished files, verified: each is read back and held against the table by the second evaluator, and the files of
 * one county are held against each other.
 */
import type {Env} from './env.ts';
import type {Table} from './extract/table.ts';
import {CATALOGUE, type FactId} from './facts/catalogue.ts';
import {fileName} from './facts/county.ts';
import {meaningOf} from './facts/meanings.ts';
import {FIGURES, tell} from './facts/tell.ts';
import {type Issue, unverified} from './issues.ts';
import type {Writer} from './open.ts';
import {csvProblems} from './verify/attachments.ts';
import {checkReport, type Problem, type Verdict} from './verify/check-report.ts';
import {type Checked, differences} from './verify/compare.ts';
import type {Lore, Meanings} from './verify/lore.ts';
import {pictureProblems} from './verify/pictures.ts';
import type {Place, Reading} from './verify/reading.ts';
import {worldOf} from './verify/world.ts';
import {type Yardstick, yardstickOf} from './verify/yardstick.ts';

/** A finished file: what it is called, and what is in it. */
export type Finished = {readonly path: string; readonly bytes: Uint8Array};

/** What came of a file: how much was looked at, and what is wrong with it. */
export type Result = {
  readonly file: string;
  readonly counts: Verdict['counts'] | null;
  readonly issues: readonly Issue[];
};

/** Checks finished files of a table in the languages of some writers. Files of no known kind are left out. */
export async function verifyFiles(
  table: Table,
  writers: readonly Writer[],
  files: readonly Finished[],
): Promise<readonly Result[]> {
  const yardsticks = new Map(writers.map(writer => [writer.language.tag, yardstickFor(table, writer)]));
  const checked: (Checked & {readonly isReport: boolean})[] = [];
  for (const file of files) {
    const yardstick = yardsticks.get(languageOf(file.path) ?? '');
    const verdict = yardstick && (await checkFile(yardstick, file));
    if (verdict) checked.push({file: file.path, verdict, isReport: verdict !== null && isReport(file.path)});
  }
  const differing = differences(checked.filter(({isReport: is}) => is));
  return checked.map(({file, verdict, isReport: is}) => ({
    file,
    counts: is ? verdict.counts : null,
    issues: [
      ...verdict.problems.map(({place, problem}) => issueOf(file, place, problem)),
      ...differing.filter(each => each.file === file).map(({problem}) => issueOf(file, null, problem)),
    ],
  }));
}

/** "nb" in "oslo.nb.pdf". */
export const languageOf = (path: string): string | null =>
  /\.([A-Za-z-]+)\.(?:pdf|html|txt|csv|svg)$/.exec(path)?.[1] ?? null;

const isReport = (path: string) => /\.(?:pdf|html|txt)$/.test(path);

/** What reports of a table must have in the language of a writer. */
export function yardstickFor(table: Table, {language, parts}: Writer): Yardstick {
  const tongue = {tag: language.tag, labels: language.labels, parts};
  return yardstickOf({table, world: worldOf(table), meanings: MEANINGS, tongue});
}

/** The facts that the report on a county must tell, the one thing that is taken from the first evaluator. */
export const factsToTell =
  (table: Table) =>
  (county: number): readonly string[] =>
    tell(table, table.counties[county]!).facts.map(({id}) => id);

const MEANINGS: Meanings = {
  slots: fact => CATALOGUE[fact as FactId].slots,
  meaning: fact => meaningOf(fact as FactId),
  figures: Object.fromEntries(Object.entries(FIGURES).map(([name, [, expr]]) => [name, expr])),
};

async function checkFile(yardstick: Yardstick, {path, bytes}: Finished): Promise<Verdict> {
  const {lore} = yardstick;
  const text = () => new TextDecoder().decode(bytes);
  if (path.endsWith('.csv')) return inFile(csvProblems(lore, text()).map(atStart));
  if (path.endsWith('.svg')) return inFile(await pictureFile(lore, path, text()));
  const reading = await readFinished(path, bytes, text);
  const verdict = checkReport(yardstick, reading, factsToTell(lore.table));
  return {...verdict, problems: [...misnamed(lore.table, path, verdict), ...verdict.problems]};
}

/** A file may have any name, but not that of another county's report. */
function misnamed(table: Table, path: string, {county}: Verdict): readonly Problem[] {
  const name = /([^\\/]+)\.[^.]+\.[^.]+$/.exec(path)?.[1];
  const named = table.counties.findIndex(each => fileName(table, each) === name);
  if (county === null || named < 0 || named === county) return [];
  const [is, should] = [county, named].map(at => table.counties[at]!.name);
  return [atStart(`The report is about ${is}, and the file is named for ${should}`)];
}

/** Readers are loaded when they are needed: pdf.js is large. */
async function readFinished(path: string, bytes: Uint8Array, text: () => string): Promise<Reading> {
  if (path.endsWith('.pdf'))
    return (await import('./verify/read-pdf.ts')).readPdf(path, new Uint8Array(bytes));
  if (path.endsWith('.html')) return (await import('./verify/read-html.ts')).readHtml(path, text());
  return (await import('./verify/read-text.ts')).readText(path, text());
}

/** A chart by itself: its folder says which county it is about, its name what it draws. */
async function pictureFile(lore: Lore, path: string, source: string): Promise<readonly Problem[]> {
  const [, folder, name] = /([^\\/]+)[\\/]charts[\\/]([^\\/]+)\.[^.]+\.svg$/.exec(path) ?? [];
  const county = lore.table.counties.findIndex(each => fileName(lore.table, each) === folder);
  if (county < 0 || name === undefined) return [atStart('No county of the table has a folder of this name')];
  const {readSvg} = await import('./verify/read-html.ts');
  const start = {text: '', place: {line: 1}, figures: [], sentences: []};
  const problems = pictureProblems(lore, county, name, readSvg(source), start);
  return problems.map(({words, problem}) => ({place: words.place, problem}));
}

const inFile = (problems: readonly Problem[]): Verdict => ({
  county: null,
  problems,
  facts: [],
  numbers: [],
  counts: {sentences: 0, numbers: 0, claims: 0},
});

const atStart = (problem: string): Problem => ({place: {line: 1}, problem});

/** A page of a PDF stands in the message; a line is a place in the file. */
function issueOf(file: string, place: Place | null, problem: string): Issue {
  if (place && 'page' in place) return unverified(file, null, `page ${place.page}: ${problem}`);
  return unverified(file, place?.line ?? null, problem);
}

/** Every file below a folder that may be a finished one, or the file itself. */
export async function finishedFiles(env: Env, path: string): Promise<readonly Finished[]> {
  const names = await env.list(path);
  if (names.length === 0) {
    const bytes = languageOf(path) ? await env.read(path) : null;
    return bytes ? [{path, bytes}] : [];
  }
  const inside = await Promise.all(
    names.map(name => finishedFiles(env, `${path.replace(/[\\/]$/, '')}/${name}`)),
  );
  return inside.flat();
}

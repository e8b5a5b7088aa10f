/** The command that writes reports: everything is read and checked before anything is drawn. */
import {closing, type Written} from './account.ts';
import {type Alternatives, NO_ALTERNATIVES, openAlternatives} from './alternatives.ts';
import {
  chooseCounties,
  inputFile,
  openWriters,
  type Options,
  provenTable,
  templatesOf,
  type Voice,
} from './commands.ts';
import type {Env} from './env.ts';
import type {County} from './extract/table.ts';
import {yearNeeded} from './extract/complaints.ts';
import {
  badSite,
  cannotWrite,
  noCounty,
  nothingWritten,
  ReportError,
  stopOnErrors,
  unknownAssets,
  unknownFormat,
} from './issues.ts';
import {checkCharts, openShells, openTheme, type Writer} from './open.ts';
import {nameIssues} from './open-language.ts';
import {type Format, FORMATS, type Printed, printReport, printSnippets, type Wish} from './outputs.ts';
import {makeReport, openFonts, openMeasure, type Report, type Workshop} from './report.ts';
import {type Result, verifyFiles, type Yardsticks, yardsticksFor} from './verification.ts';

/** Writes the reports that were asked for. */
export async function report(env: Env, voice: Voice, options: Options): Promise<void> {
  const {county: asked = [], overview = false} = options;
  if (asked.length === 0 && !overview) throw new ReportError([noCounty()]);
  const wish = wishOf(options);
  const {table, issues} = await provenTable(env, voice, options);
  if (table.title.year === null) throw new ReportError([yearNeeded(table.source.file)]);
  await voice.warn(issues);
  const subjects = [...(overview ? [null] : []), ...chooseCounties(table, asked)];
  const templates = templatesOf(env, voice, options.templates);
  const {charts, writers} = await openWriters(env, templates, options.lang ?? []);
  const tags = writers.map(({language}) => language.tag);
  stopOnErrors(await nameIssues(env, inputFile(env, voice, options.input), tags));
  stopOnErrors(writers.flatMap(writer => checkCharts(charts, writer)));
  const theme = await openTheme(env, templates, 'plain');
  const shells = await openShells(env, templates);
  const fonts = await openFonts(env, theme);
  const workshop = {env, table, theme, fonts, measure: await openMeasure(fonts), charts, shells};
  const desks = await openDesks(workshop, writers, wish, asked.length > 0);
  const yardsticks = options.verify === false ? null : yardsticksFor(table, writers);
  const written: Written[] = [];
  for (const [index, county] of subjects.entries()) {
    const told = (tag: string) =>
      voice.progress(`${county?.name ?? 'Overview'}, ${tag} (${index + 1} of ${subjects.length}) ...`);
    const made = await makeAll(workshop, desks, county, wish, told);
    const files = made.flatMap(each => each.files);
    const results = yardsticks ? await stopIfWrong(yardsticks, files) : [];
    await writeFiles(env, files, wish.folder);
    written.push(...made.map(each => ({...each, county, verified: resultsOf(each.files, results)})));
  }
  voice.progress('');
  const account = closing(table, written, issues);
  if (options.json) voice.say(`${JSON.stringify(account.json, null, 2)}\n`);
  else voice.tell(account.text);
}

function wishOf({format, out = 'out', attachData = false, assets = 'inline', site}: Options): Wish {
  if (assets !== 'inline' && assets !== 'shared') throw new ReportError([unknownAssets(assets)]);
  if (site !== undefined && !/^https?:\/\/\S+$/.test(site)) throw new ReportError([badSite(site)]);
  return {formats: chooseFormats(format ?? []), folder: out, attachData, assets, site: site ?? null};
}

function chooseFormats(asked: readonly string[]): readonly Format[] {
  const wanted = asked.map(format => format.toLowerCase());
  const unknown = wanted.filter(format => !FORMATS.includes(format as Format));
  if (unknown.length) throw new ReportError(unknown.map(format => unknownFormat(format, FORMATS)));
  return wanted.length ? [...new Set(wanted as readonly Format[])] : ['pdf', 'html', 'csv', 'charts'];
}

/** A language, and what its live charts may show. */
type Desk = {readonly writer: Writer; readonly others: Alternatives};

/** Only what is shown in a browser can be live, and only charts of a county can become those of another. */
async function openDesks(
  workshop: Workshop,
  writers: readonly Writer[],
  {formats}: Wish,
  hasCounties: boolean,
): Promise<readonly Desk[]> {
  const isLive = hasCounties && (formats.includes('html') || formats.includes('charts'));
  return Promise.all(
    writers.map(async writer => ({
      writer,
      others: isLive ? await openAlternatives(workshop, writer) : NO_ALTERNATIVES,
    })),
  );
}

type Made = {readonly lang: string; readonly files: readonly Printed[]};

/** The report on a county, or on the country, in every language, printed and not yet written. What all languages share is with the first. */
async function makeAll(
  workshop: Workshop,
  desks: readonly Desk[],
  county: County | null,
  wish: Wish,
  told: (tag: string) => void,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  const reports: Report[] = [];
  for (const {writer, others} of desks) {
    const {tag} = writer.language;
    told(tag);
    const report = await makeReport(workshop, writer, county, county ? others : NO_ALTERNATIVES);
    reports.push(report);
    made.push({lang: tag, files: await printReport(workshop, writer, report, wish)});
  }
  const snippets = await printSnippets(workshop, reports, wish);
  return once(made.map((each, at) => (at === 0 ? {...each, files: [...each.files, ...snippets]} : each)));
}

/** Of files that several pages share, each is made by the first that needs it. */
function once(made: readonly Made[]): readonly Made[] {
  const known = new Set<string>();
  const isNew = ({path}: Printed) => !known.has(path) && known.add(path);
  return made.map(each => ({...each, files: each.files.filter(isNew)}));
}

const resultsOf = (files: readonly Printed[], results: readonly Result[]) =>
  results.filter(({file}) => files.some(({path: own}) => own === file));

/**
 * Nothing is written of a report whose files do not say what the table says, each by itself and all the same.
 * @throws ReportError (exit 6) with everything wrong
 */
async function stopIfWrong(yardsticks: Yardsticks, files: readonly Printed[]): Promise<readonly Result[]> {
  const {results} = await verifyFiles(yardsticks, files);
  const issues = results.flatMap(result => result.issues);
  if (issues.length) throw new ReportError([...issues, nothingWritten()]);
  return results;
}

async function writeFiles(env: Env, files: readonly Printed[], folder: string): Promise<void> {
  try {
    await env.write(files);
  } catch (error) {
    throw new ReportError([cannotWrite(folder, (error as Error).message)]);
  }
}

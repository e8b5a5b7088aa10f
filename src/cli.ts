/**
 * Arguments in, exit code out: the only file that knows `process`. The product goes to standard output,
 * messages to standard error.
 */
import path from 'node:path';
import {Command, CommanderError} from 'commander';
import {distance} from 'fastest-levenshtein';
import {checkText, closing, tableJson} from './account.ts';
import {type Env, nodeEnv} from './env.ts';
import type {County, Table} from './extract/table.ts';
import {findCounty} from './facts/county.ts';
import {
  cannotWrite,
  exitCode,
  formatIssue,
  type Issue,
  noCounty,
  ReportError,
  stopOnErrors,
  unknownCommand,
  unknownFormat,
} from './issues.ts';
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
import {type Format, FORMATS, makeReport, type Printed, printReport} from './report.ts';

type Options = {
  readonly county: readonly string[];
  readonly input?: string;
  readonly lang: readonly string[];
  readonly format: readonly string[];
  readonly out: string;
  readonly attachData?: boolean;
  readonly templates?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};

const EXAMPLES = `Examples:
  gen-report --county Oslo                     PDF, HTML and charts of one county, in out/oslo
  gen-report --county 03 --county Nordland     two counties, by number and by name
  gen-report --county Finnmárku --format pdf   one format; Sami names and ASCII spellings work too
  gen-report check                             read and prove the table: what was read, what holds
  gen-report list                              the counties of the table
`;

const OUTCOMES = `
Exit codes:
  0 done   2 wrong arguments   3 the table cannot be read   4 it contradicts itself
  5 a template is wrong   1 a fault of gen-report
`;

const COMMANDS = ['list', 'check', 'validate'];

const isNear = (asked: string) => (name: string) => distance(asked, name) <= 2;

const collect = (value: string, earlier: readonly string[]) => [...earlier, ...value.split(',')];

function program(env: Env): Command {
  const command = new Command('gen-report')
    .description('From the published text of a net migration table to a report on each county.')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', OUTCOMES)
    .configureHelp({showGlobalOptions: true})
    .enablePositionalOptions()
    .exitOverride()
    .option('-c, --county <name>', 'a county by number or name; may be given again', collect, [])
    .option('-i, --input <file>', 'the published text (default: the table that comes with gen-report)')
    .option('-l, --lang <tag>', 'language of the report, or "all"', collect, [])
    .option('-f, --format <name>', `${FORMATS.join(', ')} (default: all but txt)`, collect, [])
    .option('-o, --out <folder>', 'where to write', 'out')
    .option('--attach-data', 'put the figures into the PDF as CSV files (PDF/A-3 instead of PDF/A-2)')
    .option('--templates <folder>', 'templates to use instead of those of gen-report')
    .option('--json', 'tell on standard output, as JSON, what was read, proved and written')
    .option('-q, --quiet', 'say nothing unless something is wrong')
    .usage('[options] [command]')
    .argument('[command]')
    .action((asked: string | undefined, options: Options) => report(env, options, asked));
  command
    .command('list')
    .description('list the counties of a table')
    .option('-i, --input <file>', 'the published text')
    .option('--json', 'as JSON')
    .action((options: Options) => list(env, options));
  command
    .command('check [file]')
    .description('read and prove a table')
    .option('--json', 'matrix and issues as JSON')
    .action((file: string | undefined, options: Options) => check(env, file, options));
  command
    .command('validate [folder]')
    .description('check templates, labels, charts and theme in all languages')
    .action((folder: string | undefined) => validate(env, folder));
  return command;
}

/** The path as a person at this prompt would write it. */
function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

const inputFile = (env: Env, input: string | undefined) =>
  shown(path.resolve(input ?? path.join(env.home, DEFAULT_INPUT)));

async function provenTable(env: Env, input: string | undefined): Promise<Table> {
  const {table, issues} = await openTable(env, inputFile(env, input));
  stopOnErrors(issues);
  return table!;
}

/** `stray` is a word that is neither an option nor a command. */
async function report(env: Env, options: Options, stray?: string): Promise<void> {
  if (stray !== undefined) throw new ReportError([unknownCommand(stray, COMMANDS.filter(isNear(stray)))]);
  if (options.county.length === 0) throw new ReportError([noCounty()]);
  const formats = chooseFormats(options.format);
  const attachData = options.attachData ?? false;
  const table = await provenTable(env, options.input);
  const counties = chooseCounties(table, options.county);
  const templates = shown(options.templates ?? path.join(env.home, 'templates'));
  const charts = await openCharts(env, templates);
  const tags = await chooseLanguages(env, templates, options.lang);
  const names = charts.map(({name}) => name);
  const writers = await Promise.all(tags.map(tag => openWriter(env, templates, tag, names)));
  stopOnErrors(writers.flatMap(({language}) => checkCharts(charts, language)));
  const theme = await openTheme(env, templates, 'plain');
  const workshop = {env, table, theme, charts, shell: await openShell(env, templates)};
  const jobs = counties.flatMap(county => writers.map(writer => ({county, writer})));
  const progress = options.quiet || options.json ? () => {} : showProgress;
  const written: {county: County; lang: string; files: readonly Printed[]}[] = [];
  for (const [index, {county, writer}] of jobs.entries()) {
    progress(`${county.name} (${index + 1} of ${jobs.length}) ...`);
    const made = await makeReport(workshop, writer, county);
    const files = await printReport(workshop, writer, made, {formats, folder: options.out, attachData});
    await writeFiles(env, files, options.out);
    written.push({county, lang: writer.language.tag, files});
  }
  progress('');
  const account = closing(table, written);
  if (options.json) process.stdout.write(`${JSON.stringify(account.json, null, 2)}\n`);
  else if (!options.quiet) process.stderr.write(account.text);
}

/** One line that is written over, on a terminal alone: elsewhere the closing summary says it all. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

async function writeFiles(env: Env, files: readonly Printed[], folder: string): Promise<void> {
  try {
    await env.write(files);
  } catch (error) {
    throw new ReportError([cannotWrite(folder, (error as Error).message)]);
  }
}

function chooseFormats(asked: readonly string[]): readonly Format[] {
  const unknown = asked.filter(format => !FORMATS.includes(format as Format));
  if (unknown.length) throw new ReportError(unknown.map(format => unknownFormat(format, FORMATS)));
  return asked.length ? [...new Set(asked as readonly Format[])] : ['pdf', 'html', 'csv', 'charts'];
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
  if (asked.includes('all')) return tags;
  const wanted = asked.length ? asked : ['en'];
  return [...new Set(wanted.map(tag => chooseLanguage(tag, tags)))];
}

async function list(env: Env, {input, json}: Options): Promise<void> {
  const {counties} = await provenTable(env, input);
  const rows = counties.map(({code, name, label}) => ({code, name, label}));
  const lines = rows.map(({code, label}) => `${code}  ${label}`);
  process.stdout.write(`${json ? JSON.stringify(rows, null, 2) : lines.join('\n')}\n`);
}

async function check(env: Env, file: string | undefined, {json}: Options): Promise<void> {
  const {table, issues} = await openTable(env, inputFile(env, file));
  if (json) process.stdout.write(`${JSON.stringify(tableJson(table, issues), null, 1)}\n`);
  else if (table) process.stdout.write(checkText(table));
  stopOnErrors(issues);
}

async function validate(env: Env, folder: string | undefined): Promise<void> {
  const templates = shown(path.resolve(folder ?? path.join(env.home, 'templates')));
  const charts = await openCharts(env, templates);
  await openTheme(env, templates, 'plain');
  await openShell(env, templates);
  const tags = await languages(env, templates);
  const names = charts.map(({name}) => name);
  const checked = await Promise.all(tags.map(tag => checkWriter(env, templates, tag, names)));
  stopOnErrors(checked.flatMap(({writer, issues}) => [...issues, ...checkCharts(charts, writer.language)]));
  process.stdout.write(`In order: ${tags.join(', ')}; charts ${names.join(', ')}; theme plain; page.html\n`);
}

/** Every issue with the line it is about, as far as the file can be read again. */
async function describe(env: Env, issues: readonly Issue[]): Promise<string> {
  const texts = issues.map(async issue => {
    const bytes = issue.where && (await env.read(issue.where.file));
    const line = bytes ? new TextDecoder().decode(bytes).split(/\r?\n/)[issue.where!.line - 1] : undefined;
    return formatIssue(issue, line);
  });
  return `${(await Promise.all(texts)).join('\n')}\n`;
}

async function main(): Promise<number> {
  const env = nodeEnv(process.env['SOURCE_DATE_EPOCH']);
  try {
    await program(env).parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    if (error instanceof ReportError) {
      process.stderr.write(await describe(env, error.issues));
      return exitCode(error.issues);
    }
    process.stderr.write(
      `error: This is a fault of gen-report. Please report it.\n${(error as Error).stack}\n`,
    );
    return 1;
  }
}

process.exitCode = await main();

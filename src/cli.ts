/**
 * Arguments in, exit code out: the only file that knows `process`. The product goes to standard output,
 * messages to standard error. What the commands do is loaded when one runs.
 */
import path from 'node:path';
import {Command, CommanderError} from 'commander';
import {distance} from 'fastest-levenshtein';
import type {Options, Voice} from './commands.ts';
import {type Env, nodeEnv} from './env.ts';
import {LARGEST, readSource} from './extract/source.ts';
import {
  badEpoch,
  exitCode,
  formatIssue,
  type Issue,
  misplacedOption,
  ReportError,
  unknownCommand,
} from './issues.ts';
import {progressText} from './progress.ts';
import type {Validation} from './validate.ts';
import {openVersion} from './version.ts';

const EXAMPLES = `Examples:
  gen-report --county Oslo                     PDF, HTML, CSV and charts of one county, in out/oslo
  gen-report --county 03 --county Nordland     two counties, by number and by name
  gen-report --all --lang all                  every county in every language, and an index of them
  gen-report --county Finnmárku --format pdf   one format; Sami names and ASCII spellings work too
  gen-report --overview                        all counties in one report: the ranking, the flows, the regions
  gen-report check                             read and prove the table: what was read, what holds
  gen-report verify out                        read finished reports back, recompute all they say
  gen-report list                              the counties of the table
  gen-report explain Oslo 4181                 where the report has a number, and how it is computed
`;

const OUTCOMES = `
Exit codes:
  0 done   2 wrong arguments   3 the table cannot be read   4 it contradicts itself
  5 a template is wrong   6 a finished file is wrong   1 a fault of gen-report
`;

const collect = (value: string, earlier: readonly string[] = []) => [...earlier, ...value.split(',')];

function program(env: Env, voice: Voice, version: string): Command {
  const command = new Command('gen-report')
    .description(
      'From the published text of a net migration table to a report on each county and an overview of all.',
    )
    .usage('[options] [command]')
    .version(version)
    .helpCommand(true)
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', OUTCOMES)
    .enablePositionalOptions()
    .exitOverride()
    .argument('[command]')
    .option(
      '-c, --county <name>',
      'a county by number or name; several with commas, or given again; "-" reads a list',
      collect,
    )
    .option('-a, --all', 'all counties of the table')
    .option('--overview', 'the report on all counties together; alone or beside others')
    .option('--shard <n/m>', 'of these only the n-th of m shares, for one of m machines')
    .option('--force', 'write also what is there and up to date')
    .option('-i, --input <file>', 'the published text (default: the table that comes with gen-report)')
    .option('-l, --lang <tag>', 'language of the report, or "all" (default: en)', collect)
    .option('-f, --format <name>', 'pdf, html, txt, csv, charts (default: all but txt)', collect)
    .option('-o, --out <folder>', 'where to write (default: out)')
    .option('--accept-repair', 'correct the one figure that the totals show to be wrong; reports say so')
    .option('--attach-data', 'put the figures into the PDF as CSV files (PDF/A-3 instead of PDF/A-2)')
    .option(
      '--assets <how>',
      'styles and scripts "inline" in each page, or "shared" as files (default: inline)',
    )
    .option('--site <address>', 'where the folder will stand on the web, for the snippets in embed.html')
    .option('--templates <folder>', 'templates to use instead of those of gen-report')
    .option('--no-verify', 'write without verifying the finished files')
    .option('--no-threads', 'make all in one thread: slower, with less memory')
    .option('--json', 'tell on standard output what is done, a JSON object to a line')
    .option('-q, --quiet', 'say nothing unless something is wrong')
    .action(async (stray: string | undefined, options: Options) => {
      if (stray !== undefined) throw new ReportError([unknownCommand(stray, near(stray))]);
      await (
        await import('./command-report.ts')
      ).report(env, options.quiet || options.json ? hushed(voice) : voice, options);
    });
  command
    .command('list')
    .description('list the counties of a table')
    .option('-i, --input <file>', 'the published text')
    .option('--accept-repair', 'correct the one figure that the totals show to be wrong')
    .option('--json', 'as JSON')
    .action(async (options: Options) => (await import('./commands.ts')).list(env, voice, options));
  command
    .command('check [file]')
    .description('read and prove a table')
    .option('-i, --input <file>', 'the published text; the same as [file]')
    .option('--accept-repair', 'correct the one figure that the totals show to be wrong')
    .option('--json', 'matrix and issues as JSON')
    .action(async (file: string | undefined, options: Options) =>
      (await import('./commands.ts')).check(
        env,
        voice,
        file === undefined ? options : {...options, input: file},
      ),
    );
  command
    .command('explain <county> <number...>')
    .description('say where the report on a county uses a number and how it is computed')
    .option('-i, --input <file>', 'the published text')
    .option('-l, --lang <tag>', 'language of the report (default: en)', tag => [tag])
    .option('--accept-repair', 'correct the one figure that the totals show to be wrong')
    .option('--templates <folder>', 'templates to use instead of those of gen-report')
    .option('--json', 'as JSON')
    .action(async (county: string, number: readonly string[], options: Options) =>
      (await import('./commands.ts')).explain(env, voice, {county, number: number.join(' ')}, options),
    );
  command
    .command('verify [path...]')
    .description('read finished reports back and recompute every number and claim (default: out)')
    .option('-i, --input <file>', 'the published text that they were made from')
    .option('--accept-repair', 'correct the one figure that the totals show to be wrong')
    .option('--templates <folder>', 'the templates that they were made with')
    .option('--json', 'as JSON')
    .action(async (paths: readonly string[], options: Options) =>
      (await import('./commands.ts')).verify(env, voice, paths, options),
    );
  command
    .command('merge <folder...>')
    .description('join the folders of several machines, and write the index of all')
    .option('-i, --input <file>', 'the published text that they were made from')
    .option('--accept-repair', 'correct the one figure that the totals show to be wrong')
    .option('-l, --lang <tag>', 'language of the index (default: en)', collect)
    .option('-o, --out <folder>', 'where to write (default: out)')
    .option('--assets <how>', 'styles and scripts of the index "inline", or "shared" as files')
    .option('--templates <folder>', 'the templates that they were made with')
    .option('--json', 'as JSON')
    .action(async (folders: readonly string[], options: Options) =>
      (await import('./command-merge.ts')).merge(env, voice, folders, options),
    );
  command
    .command('validate [folder]')
    .description('check templates, labels, words, charts and theme in all languages')
    .option('-i, --input <file>', 'the table whose counties need the sentences')
    .option('--update-lock', 'approve the order of quantities and the labels of numbers as they are now')
    .action(async (folder: string | undefined, options: Validation) =>
      (await import('./validate.ts')).validate(
        env,
        voice,
        folder === undefined ? options : {...options, templates: folder},
      ),
    );
  // An option before a command would be the report's, and lost on it without a word.
  command.hook('preAction', (root, action) => {
    const given = Object.keys(root.opts()).filter(name => root.getOptionValueSource(name) === 'cli');
    if (root !== action && given.length) throw new ReportError([misplacedOption(given[0]!, action.name())]);
  });
  return command;
}

const COMMANDS = ['list', 'check', 'explain', 'verify', 'merge', 'validate'];

/** The commands that were perhaps meant. */
const near = (asked: string) => COMMANDS.filter(name => distance(asked, name) <= 2);

const voiceOf = (env: Env): Voice => ({
  say: product => process.stdout.write(product),
  tell: message => process.stderr.write(message),
  warn: async issues => {
    if (issues.length) process.stderr.write(await describe(env, issues));
  },
  // On a terminal alone; elsewhere steps are told line by line.
  progress: (text, at) => {
    if (!process.stderr.isTTY) return;
    const bar = at ? `${progressText({...at, seconds: process.uptime()})}  ` : '';
    process.stderr.write(`\r\u001b[K${bar}${text}`.slice(0, (process.stderr.columns || 80) + 4));
  },
  step: text => process.stderr.isTTY || process.stderr.write(`${text}\n`),
  shown: file => {
    const relative = path.relative(process.cwd(), file);
    return relative.startsWith('..') ? file : relative || '.';
  },
});

const hushed = (voice: Voice): Voice => ({...voice, tell: () => {}, progress: () => {}, step: () => {}});

/** Nobody reads more; the first is mostly the cause of the others. */
const MOST_SHOWN = 12;

/** Every issue with the line it is about, as far as the file can be read again. */
async function describe(env: Env, issues: readonly Issue[]): Promise<string> {
  // A line of a finished page is markup: what is wrong in it is quoted in the message.
  const shownLines = issues.filter(({fault}) => fault !== 'verification');
  const files = [...new Set(shownLines.flatMap(({where}) => where?.file ?? []))];
  const texts = new Map(
    await Promise.all(files.map(async file => [file, await linesOf(env, file)] as const)),
  );
  const shown = issues.length > MOST_SHOWN + 1 ? issues.slice(0, MOST_SHOWN) : issues;
  const told = shown.map(issue =>
    formatIssue(issue, issue.where && texts.get(issue.where.file)?.[issue.where.line - 1]),
  );
  const more = issues.length - shown.length;
  return `${told.join('\n')}\n${more ? `and ${more} more\n` : ''}`;
}

/** The lines of a file in whatever encoding it has; none where it is no text. */
async function linesOf(env: Env, file: string): Promise<readonly string[]> {
  try {
    return readSource(file, await env.read(file, LARGEST)).lines;
  } catch (error) {
    if (error instanceof ReportError) return [];
    throw error;
  }
}

/** A hyphen before a figure is a minus and no option, also where the figure has a sign between thousands. */
const withMinus = (arg: string) => arg.replace(/^-(?=\d)/, '\u2212');

async function main(): Promise<number> {
  const {SOURCE_DATE_EPOCH: epoch} = process.env;
  const env = nodeEnv({
    ...(epoch === undefined ? {} : {epoch}),
    stdin: process.stdin,
    mark: String(process.pid),
  });
  const voice = voiceOf(env);
  try {
    if (epoch !== undefined && !/^\d{1,11}$/.test(epoch)) throw new ReportError([badEpoch(epoch)]);
    await program(env, voice, await openVersion(env)).parseAsync(process.argv.map(withMinus));
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    voice.progress('');
    if (error instanceof ReportError) {
      voice.tell(await describe(env, error.issues));
      return exitCode(error.issues);
    }
    voice.tell(`error: This is a fault of gen-report. Please report it.\n${(error as Error).stack}\n`);
    return 1;
  }
}

// Whoever pipes into `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
process.exitCode = await main();

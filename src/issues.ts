/**
 * What an issue is: what code it has, where it arose, what was seen, what was expected and what to do. And the
 * messages of the command line, the files beside a template and the printers, as typed functions; those of a
 * text are in extract/complaints.ts, those of a template in narrative/complaints.ts.
 */

/** 1-based position in a file. */
export type Where = {readonly file: string; readonly line: number; readonly column: number};

/** An offset in a text as line and column. */
export function placeAt(text: string, offset: number): Omit<Where, 'file'> {
  const before = text.slice(0, offset).split('\n');
  return {line: before.length, column: before.at(-1)!.length + 1};
}

/** What went wrong decides the exit code; see `EXIT`. */
export type Fault = 'ours' | 'usage' | 'unreadable' | 'contradiction' | 'template' | 'verification';

export type Issue = {
  readonly code: string;
  readonly fault: Fault;
  readonly severity: 'error' | 'warning';
  readonly where: Where | null;
  readonly message: string;
  readonly hint: string;
};

/** Exit codes, as the README lists them. */
export const EXIT: Readonly<Record<Fault, number>> = {
  ours: 1,
  usage: 2,
  unreadable: 3,
  contradiction: 4,
  template: 5,
  verification: 6,
};

/** The one error for people: thrown at the edge of a stage, carrying every issue it found. */
export class ReportError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(issue => formatIssue(issue)).join('\n'));
    this.name = 'ReportError';
    this.issues = issues;
  }
}

/** Throws if there is any error among the issues. */
export function stopOnErrors(issues: readonly Issue[]): void {
  if (issues.some(issue => issue.severity === 'error')) throw new ReportError(issues);
}

/** The exit code of some issues: that of the first fault in the order in which a run meets them. */
export function exitCode(issues: readonly Issue[]): number {
  return Math.min(...issues.filter(issue => issue.severity === 'error').map(issue => EXIT[issue.fault]));
}

/** `file:line:column error message`, then the offending line with a caret if given, then the hint. */
export function formatIssue(issue: Issue, sourceLine?: string | null): string {
  const {where, severity, message, hint} = issue;
  const place = where ? `${where.file}:${where.line}:${where.column} ` : '';
  const excerpt = where && sourceLine ? caret(sourceLine, where.column) : '';
  return `${place}${severity}: ${message}${excerpt}${hint && `\n  ${hint}`}`;
}

/** The line and a caret below the column; a long line is cut to the part around it. */
function caret(line: string, column: number): string {
  const start = Math.max(0, column - 60);
  const shown = line
    .slice(start, start + 100)
    .replace(/[\u00a0\t]/g, ' ')
    .trimEnd();
  return `\n  | ${shown}\n  | ${' '.repeat(column - 1 - start)}^`;
}

const issue =
  (fault: Fault, severity: Issue['severity'] = 'error') =>
  (code: string, where: Where | null, message: string, hint = ''): Issue => ({
    code,
    fault,
    severity,
    where,
    message,
    hint,
  });

const ours = issue('ours');
const usage = issue('usage');
const template = issue('template');
const verification = issue('verification');

/** Makers of the messages of the first stage; see extract/complaints.ts. */
export const unreadable = issue('unreadable');
export const contradiction = issue('contradiction');
/** A warning: what was found and how it was taken. */
export const note = issue('contradiction', 'warning');

const quoted = (names: readonly string[]) => names.map(name => `"${name}"`).join(', ');
const didYouMean = (names: readonly string[]) => (names.length ? `Did you mean ${quoted(names)}?` : '');

// ---- the command line

/** What no user can mend; where one of many counties meets it, the others do not. */
export const ownFault = (county: string, {stack, message}: Error) =>
  ours('own-fault', null, `${county}: this is a fault of gen-report. Please report it.`, stack ?? message);

export const noCounty = () =>
  usage(
    'no-county',
    null,
    'No county was given',
    'Try gen-report --county Oslo, --all, --overview, or gen-report list',
  );

export const noOverview = (counties: number) =>
  usage(
    'no-overview',
    null,
    `There is no overview of ${counties} counties: nobody could read the chord and the table of all`,
    'The index that gen-report --all writes has each with its total and place',
  );

export const badShard = (saw: string) =>
  usage('bad-shard', null, `--shard is "${saw}"`, 'It is a share of all, from 1: 3/10 is the third of ten');

export const misplacedOption = (name: string, command: string) =>
  usage(
    'misplaced-option',
    null,
    `The option --${name} stands before the command ${command}`,
    `Options of a command come after it; gen-report ${command} --help lists them`,
  );

export const badEpoch = (saw: string) =>
  usage('bad-epoch', null, `SOURCE_DATE_EPOCH is "${saw}"`, 'It is a number of seconds, as 1210204800');

export const noLanguage = (folder: string) =>
  usage(
    'no-language',
    null,
    `There is no language in ${folder}: no folder in it has a report.md`,
    'A copy of the templates of gen-report has one',
  );

export const unknownCommand = (asked: string, similar: readonly string[]) =>
  usage(
    'unknown-command',
    null,
    `There is no command "${asked}"`,
    didYouMean(similar) || `For the report on a county: gen-report --county ${asked}`,
  );

export const unknownCounty = (asked: string, similar: readonly string[]) =>
  usage(
    'unknown-county',
    null,
    `There is no county "${asked}" in the table`,
    didYouMean(similar) || 'gen-report list shows the counties',
  );

export const ambiguousCounty = (asked: string, names: readonly string[]) =>
  usage(
    'ambiguous-county',
    null,
    `"${asked}" may be ${quoted(names)}`,
    'Give the name as the table prints it, or the number if there is one',
  );

export const noNumber = (asked: string) =>
  usage(
    'no-number',
    null,
    `"${asked}" is no number`,
    'The number comes last: gen-report explain Oslo 4181, or Oslo 87%',
  );

export const numberNotThere = (asked: string, county: string, nearest: readonly string[]) =>
  usage(
    'number-not-there',
    null,
    `The report on ${county} does not have the number ${asked}`,
    nearest.length ? `The nearest that it has: ${nearest.join('; ')}` : 'It has no number in per cent',
  );

export const unknownLanguage = (asked: string, known: readonly string[]) =>
  usage('unknown-language', null, `There is no language "${asked}"`, `There is ${quoted(known)}`);

export const unknownFormat = (asked: string, known: readonly string[]) =>
  usage('unknown-format', null, `There is no format "${asked}"`, `There is ${quoted(known)}`);

export const unknownAssets = (asked: string) =>
  usage('unknown-assets', null, `--assets is "${asked}"`, 'It is "inline" or "shared"');

export const badSite = (asked: string) =>
  usage('bad-site', null, `--site is "${asked}"`, 'It is an address, like https://example.org/reports');

export const cannotWrite = (folder: string, reason: string, hint = 'Give another folder with --out') =>
  usage('cannot-write', null, `Nothing could be written to ${folder}: ${reason}`, hint);

export const nothingToMerge = (folders: string) =>
  usage(
    'nothing-to-merge',
    null,
    `There is no report of the table in ${folders}`,
    'Give the folders that gen-report --shard has written, and the same --input',
  );

export const damaged = (file: string, problem: string, hint: string) =>
  usage('damaged', null, `${file}: ${problem}`, hint);

export const twoVersions = (one: string, other: string) =>
  usage(
    'two-versions',
    null,
    `${one} and ${other} are two versions of a file`,
    'Make both with the same table, templates, options and version of gen-report',
  );

// ---- templates

export const templateIssue = (code: string, where: Where, message: string, hint = '') =>
  template(code, where, message, hint);

export const missingFile = (file: string) =>
  template(
    'missing-file',
    null,
    `The file ${file} is not there`,
    'A copy of the templates of gen-report has one',
  );

export const notJson = (where: Where, fault: string) =>
  template('not-json', where, `This is not JSON: ${fault}`, 'A comma or a quote is missing or too many');

export const labelsBroken = (file: string, problem: string) =>
  template('labels-broken', {file, line: 1, column: 1}, `The label ${problem}`, 'Compare with templates/en');

export const wordsBroken = (where: Where, problem: string) =>
  template('words-broken', where, `The list of words ${problem}`, 'Compare with templates/en');

export const noTheme = (file: string, problem: string) =>
  template('theme-broken', {file, line: 1, column: 1}, problem, 'Compare with the theme of gen-report');

export const chartBroken = (name: string, problem: string) =>
  template(
    'chart-broken',
    null,
    `Chart "${name}": ${problem}`,
    `Compare templates/charts/${name} with the others`,
  );

/** What a printer was given and cannot print as it is, rather than print it wrong. */
export const cannotPrint = (problem: string) => template('cannot-print', null, problem);

/** A template that would have all cells printed where they are too many for any page. */
export const tooLargeFor = (where: Where, units: number) =>
  template(
    'too-large-for',
    where,
    `The full table of ${units} is too large for a report`,
    'Put {% large %} ... {% /large %} behind the part that holds it, with what stands in its place',
  );

export const shellBroken = (file: string, line: number, problem: string) =>
  template('shell-broken', {file, line, column: 1}, problem, 'Slots look like {{title}}');

// ---- finished files

/** What a finished file says and should not. `line` is null where it stands on a page, which the problem names. */
export const unverified = (file: string, line: number | null, problem: string) =>
  line === null
    ? verification('unverified', null, `${file}: ${problem}`)
    : verification('unverified', {file, line, column: 1}, problem);

/** Said after what is wrong with files that were about to be written. */
export const nothingWritten = (county: string) =>
  verification(
    'nothing-written',
    null,
    `Nothing was written of ${county}`,
    'This is a fault of gen-report or of the templates; --no-verify writes all the same',
  );

export const nothingToVerify = (folder: string) =>
  usage(
    'nothing-to-verify',
    null,
    `There is no report in ${folder}`,
    'A report is a file like oslo.en.pdf; gen-report --county Oslo writes some',
  );

/**
 * Every message of the tool, as a typed function: what code it has, where it arose, what was seen,
 * what was expected and what to do. Tests compare with the function and not with the words.
 */

/** 1-based position in a file. */
export type Where = {readonly file: string; readonly line: number; readonly column: number};

/** What went wrong decides the exit code; see `EXIT`. */
export type Fault = 'usage' | 'unreadable' | 'contradiction' | 'template';

export type Issue = {
  readonly code: string;
  readonly fault: Fault;
  readonly severity: 'error' | 'warning';
  readonly where: Where | null;
  readonly message: string;
  readonly hint: string;
};

/** Exit codes, as the README lists them. 1 is a fault of ours and has no issue. */
export const EXIT: Readonly<Record<Fault, number>> = {
  usage: 2,
  unreadable: 3,
  contradiction: 4,
  template: 5,
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
export function formatIssue(issue: Issue, sourceLine?: string): string {
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
    .replaceAll('\u00a0', ' ')
    .trimEnd();
  return `\n  | ${shown}\n  | ${' '.repeat(column - 1 - start)}^`;
}

const issue =
  (fault: Fault) =>
  (code: string, where: Where | null, message: string, hint = ''): Issue => ({
    code,
    fault,
    severity: 'error',
    where,
    message,
    hint,
  });

const usage = issue('usage');
const unreadable = issue('unreadable');
const contradiction = issue('contradiction');
const template = issue('template');

const quoted = (names: readonly string[]) => names.map(name => `"${name}"`).join(', ');
const didYouMean = (names: readonly string[]) => (names.length ? `Did you mean ${quoted(names)}?` : '');

// ---- the command line

export const noCounty = () =>
  usage('no-county', null, 'No county was given', 'Try gen-report --county Oslo, or gen-report list');

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
  usage('ambiguous-county', null, `"${asked}" may be ${quoted(names)}`, 'Give the number instead');

export const unknownLanguage = (asked: string, known: readonly string[]) =>
  usage('unknown-language', null, `There is no language "${asked}"`, `There is ${quoted(known)}`);

export const unknownFormat = (asked: string, known: readonly string[]) =>
  usage('unknown-format', null, `There is no format "${asked}"`, `There is ${quoted(known)}`);

export const cannotWrite = (folder: string, reason: string) =>
  usage(
    'cannot-write',
    null,
    `Nothing could be written to ${folder}: ${reason}`,
    'Give another folder with --out',
  );

// ---- reading the table

export const noFile = (file: string) =>
  unreadable('no-file', null, `The file "${file}" is not there or cannot be read`, 'Check the path');

export const notUtf8 = (file: string, line: number) =>
  unreadable('not-utf8', {file, line, column: 1}, 'This line is not UTF-8', 'Save the text as UTF-8');

export const notText = (file: string) =>
  unreadable(
    'not-text',
    null,
    `${file} is not a text`,
    'Copy the text of the table out of it, into a file of its own',
  );

export const tooLarge = (file: string, saw: number, most: number) =>
  unreadable(
    'too-large',
    null,
    `${file} has ${saw} bytes; a table has ${most} at most`,
    'Copy the text of the table out of it, into a file of its own',
  );

export const noTable = (file: string) =>
  unreadable(
    'no-table',
    {file, line: 1, column: 1},
    'No table was found: no line begins with a county number and a name',
    'A row looks like this: 03 Oslo 151 -89 -3 929 -',
  );

export const noYear = (file: string) =>
  unreadable(
    'no-year',
    {file, line: 1, column: 1},
    'No title with a year was found above the table',
    'A title looks like this: 6 Net migration between counties. 2007',
  );

export const unevenBlocks = (where: Where, rows: number, heads: number) =>
  unreadable(
    'uneven-blocks',
    where,
    `Found ${rows} groups of rows and ${heads} groups of column heads; each group of rows needs its heads`,
    'Is the text cut off?',
  );

export const strayLine = (where: Where, saw: string) =>
  unreadable(
    'stray-line',
    where,
    `The line "${saw.slice(0, 60)}" is neither a county's row nor a column head`,
    'A row begins with the county number; compare with the publication',
  );

export const noTotals = (where: Where) =>
  unreadable(
    'no-totals',
    where,
    'No column head says which column holds the totals',
    'A column head with the word "total" is expected before the first county',
  );

export const notANumber = (where: Where, row: string, saw: string) =>
  unreadable(
    'not-a-number',
    where,
    `In the row ${row} stands "${saw}" where a figure was expected`,
    'Figures look like 501, -89, 1 283 or - ; compare with the publication',
  );

export const cellCount = (where: Where, row: string, saw: number, expected: number, last: string) =>
  unreadable(
    'cell-count',
    where,
    `The row ${row} has ${saw} figures here, ${expected} were expected (as far as ${last})`,
    'A figure is missing, doubled or split; compare with the publication',
  );

export const noDiagonal = (where: Where, row: string, saw: string) =>
  unreadable(
    'no-diagonal',
    where,
    `The row ${row} reads ${saw} against itself; a sign for "not applicable" was expected`,
    'A figure is missing or out of place; compare with the publication',
  );

export const markInside = (where: Where, row: string, column: string, saw: string) =>
  unreadable(
    'mark-inside',
    where,
    `${row} against ${column} reads "${saw}", which says no number`,
    'Only the diagonal may be without a number; compare with the publication',
  );

export const unknownColumn = (where: Where, name: string) =>
  unreadable(
    'unknown-column',
    where,
    `The column ${name} has no row of the same number and name`,
    'Rows and columns must be the same counties; compare number and name with the publication',
  );

export const rowOnlyHere = (where: Where, name: string, missing: string) =>
  unreadable(
    'row-only-here',
    where,
    `The row ${name} stands in one block and not in ${missing}`,
    'Each block must hold the same rows; compare number and name with the publication',
  );

export const missingColumn = (where: Where, name: string) =>
  unreadable(
    'missing-column',
    where,
    `The row ${name} has no column of the same number and name`,
    'Rows and columns must be the same counties; compare number and name with the publication',
  );

export const outOfOrder = (where: Where, name: string, expected: string) =>
  unreadable(
    'out-of-order',
    where,
    `${name} stands where ${expected} was expected`,
    'Rows and columns must come in the same order in every block',
  );

export const lostCells = (where: Where, name: string) =>
  unreadable(
    'lost-cells',
    where,
    `${name} stands here without cells, among the column heads`,
    'Empty cells (no-break spaces) were lost in copying; copy the text again, with the spaces at line ends',
  );

export const equalNames = (where: Where, name: string, other: string) =>
  unreadable(
    'equal-names',
    where,
    `The county ${name} has the same name as ${other}`,
    'A reader could not tell them apart; compare with the publication',
  );

export const duplicateCounty = (where: Where, name: string) =>
  unreadable('duplicate-county', where, `${name} stands here a second time`, 'Remove one of the two');

// ---- proving the table

export const cellDisagrees = (where: Where, row: string, column: string, saw: number, expected: number) =>
  contradiction(
    'cell-disagrees',
    where,
    `${row} against ${column} reads ${saw}; the totals of both counties say ${expected}`,
    'Compare this figure with the publication',
  );

export const totalDisagrees = (where: Where, county: string, said: number, computed: number) =>
  contradiction(
    'total-disagrees',
    where,
    `${county} has the total ${said}, but its figures add up to ${computed}`,
    'Compare this row with the publication',
  );

export const exampleDisagrees = (
  where: Where,
  county: string,
  versus: string,
  said: number,
  computed: number,
) =>
  contradiction(
    'example-disagrees',
    where,
    `The note says ${said} for ${county} ${versus}; the table says ${computed}`,
    'Compare the note and the table with the publication',
  );

export const noExample = (where: Where) =>
  contradiction(
    'no-example',
    where,
    'The note announces an example, but none could be read',
    'Without an example nothing says which way a plus points; compare the note with the publication',
  );

export const unreadExample = (where: Where, saw: string) =>
  contradiction(
    'unread-example',
    where,
    `The note says ${saw} in an example that could not be read`,
    'Compare the wording of the note with the publication',
  );

export const totalsDoNotCancel = (where: Where, sum: number) =>
  contradiction(
    'totals-do-not-cancel',
    where,
    `The totals of all counties add up to ${sum}; what one county gains another loses, so 0 was expected`,
    'Compare the totals with the publication',
  );

// ---- the table's card

export const cardBroken = (where: Where, message: string) =>
  unreadable('card-broken', where, message, 'data/README.md says what a card holds');

export const cardMismatch = (where: Where, what: string, said: string, saw: string) =>
  contradiction(
    'card-mismatch',
    where,
    `The card says ${what} ${said}, the text ${saw}`,
    'Mend the card, or take it away; a text without a card is reported on without source and regions',
  );

// ---- templates

export const templateIssue = (code: string, where: Where, message: string, hint = '') =>
  template(code, where, message, hint);

export const labelsBroken = (file: string, problem: string) =>
  template('labels-broken', {file, line: 1, column: 1}, problem, 'Compare with the file of another language');

export const noTheme = (file: string, problem: string) =>
  template('theme-broken', {file, line: 1, column: 1}, problem, 'Compare with templates/themes/plain.json');

export const chartBroken = (name: string, problem: string) =>
  template(
    'chart-broken',
    null,
    `Chart "${name}": ${problem}`,
    `Compare templates/charts/${name} with the others`,
  );

/** What a printer was given and cannot print as it is, rather than print it wrong. */
export const cannotPrint = (problem: string) => template('cannot-print', null, problem);

export const shellBroken = (file: string, line: number, problem: string) =>
  template('shell-broken', {file, line, column: 1}, problem, 'Slots look like {{title}}');

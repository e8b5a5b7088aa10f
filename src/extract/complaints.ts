/**
 * What can be wrong with a published text before it is proved, in words.
 */
import {note, unreadable, type Where} from '../issues.ts';

// ---- reading the table

export const noFile = (file: string) =>
  unreadable(
    'no-file',
    null,
    `The file "${file}" is not there, is no file, or cannot be read`,
    'Check the path',
  );

export const markInside = (where: Where, row: string, column: string, saw: string) =>
  unreadable(
    'mark-inside',
    where,
    `${row} against ${column} reads "${saw}", which says no number`,
    'Only the diagonal may be without a number; compare with the publication',
  );

export const abroadInNet = (where: Where, row: string) =>
  unreadable(
    'abroad-in-net',
    where,
    `${row} has a figure for moves abroad in a table of net migration, which belongs to no county`,
    'Give the table of moves between counties alone, with totals that add up without it',
  );

export const equalNames = (where: Where, name: string, other: string) =>
  unreadable(
    'equal-names',
    where,
    `The county ${name} has the same name as ${other}`,
    'A reader could not tell them apart; compare with the publication',
  );

export const mixedEncoding = (file: string, line: number) =>
  unreadable(
    'mixed-encoding',
    {file, line, column: 1},
    'This line is not UTF-8, and most of the text is',
    'Save the text as UTF-8 once more, and look at the letters of this line',
  );

const OTHER_TEXT = 'Copy the text of the table out of it, into a file of its own';

/** Beyond what is found by searching, one form is read. */
const LARGE_TEXT =
  'Copy the text of the table out of it, into a file of its own. A table of more is read as CSV: a line of heads, then a line for each county with its name, total and plain figures';

export const notText = (file: string, container: 'pdf' | 'office' | null) =>
  unreadable(
    'not-text',
    null,
    `${file} is not a text${container === 'pdf' ? ' but a PDF' : container ? ' but a packed document' : ''}`,
    container === 'pdf'
      ? 'Make a text of it with pdftotext -layout'
      : container
        ? 'Save its sheet or page as CSV, HTML or text'
        : OTHER_TEXT,
  );

export const tooLarge = (file: string, most: number) =>
  unreadable('too-large', null, `${file} has more than ${most} bytes, which no table has`, OTHER_TEXT);

export const tooManyLines = (file: string, most: number) =>
  unreadable('too-many-lines', null, `${file} has more than ${most} lines, which no table has`, OTHER_TEXT);

export const tooLongLine = (where: Where, saw: number, most: number) =>
  unreadable(
    'too-long-line',
    where,
    `This line has ${saw} characters; a table's has ${most} at most`,
    LARGE_TEXT,
  );

export const tooMany = (file: string, saw: number, most: number) =>
  unreadable(
    'too-many-cells',
    {file, line: 1, column: 1},
    `The text has about ${saw} words and cells; a table has ${most} at most`,
    LARGE_TEXT,
  );

export const tooManyCounties = (file: string, saw: number, most: number) =>
  unreadable(
    'too-many-counties',
    {file, line: 1, column: 1},
    `The text has rows of ${saw} names; a table has ${most} at most`,
    LARGE_TEXT,
  );

export const tooDeep = (where: Where, most: number) =>
  unreadable('too-deep', where, `The page has more than ${most} elements inside each other`, OTHER_TEXT);

export const openQuote = (where: Where) =>
  unreadable(
    'open-quote',
    where,
    'A quote is opened here and never closed',
    'Close it, or double it where a quote is meant',
  );

export const noTable = (file: string) =>
  unreadable(
    'no-table',
    {file, line: 1, column: 1},
    'No table was found: no rows with a name and figures',
    'A row looks like this: 03 Oslo 151 -89 -3 929 -',
  );

export const noYear = (file: string) =>
  note(
    'no-year',
    {file, line: 1, column: 1},
    'No year was found above the table',
    'A report needs one: a title like "6 Net migration between counties. 2007", or a card with a year',
  );

export const yearNeeded = (file: string) =>
  unreadable(
    'year-needed',
    {file, line: 1, column: 1},
    'A report needs the year of the figures, and neither the text nor a card gives it',
    'Put the title above the table ("6 Net migration between counties. 2007"), or a card beside the file',
  );

export const noHeads = (where: Where, names: readonly string[]) =>
  unreadable(
    'no-heads',
    where,
    `No column heads name the rows' counties${names.length ? `; not found: ${listed(names)}` : ''}`,
    'Each county must be named once above or below its column; is the text cut off?',
  );

export const headTwice = (where: Where, name: string) =>
  unreadable('head-twice', where, `${name} is named twice in the column heads`, 'Remove one of the two');

export const duplicateCounty = (where: Where, name: string) =>
  unreadable('duplicate-county', where, `${name} stands here a second time`, 'Remove one of the two');

export const strayLine = (where: Where, saw: string) =>
  note(
    'stray-line',
    where,
    `The line "${saw.slice(0, 60)}" is neither a row nor a column head, and was left out`,
    'If it belongs to the table, compare it with the publication',
  );

export const notANumber = (where: Where, row: string, saw: string) =>
  unreadable(
    'not-a-number',
    where,
    /^\D?\d{15,}$/.test(saw.replace(/\s/g, ''))
      ? `In the row ${row} stands ${saw}, which is too large to be computed exactly`
      : `In the row ${row} stands "${saw}" where a figure was expected`,
    'Figures look like 501, -89, 1 283 or - ; compare with the publication',
  );

export const cellCount = (where: Where, row: string, saw: number, expected: number, last: string) =>
  unreadable(
    'cell-count',
    where,
    `The row ${row} has ${saw} ${saw === 1 ? 'figure' : 'figures'} here, ${expected} ${expected === 1 ? 'was' : 'were'} expected (as far as ${last})`,
    'A figure is missing, doubled or split; compare with the publication',
  );

export const noDiagonal = (where: Where, row: string, saw: string) =>
  unreadable(
    'no-diagonal',
    where,
    `The row ${row} reads ${saw} against itself; a sign for "not applicable" was expected`,
    'A figure is missing or out of place; compare with the publication',
  );

export const noSign = (where: Where, row: string) =>
  unreadable(
    'no-sign',
    where,
    `The row ${row} has no sign where it meets itself, as the other rows have; a cell may be lost`,
    'Without totals nothing else would show it; compare this row with the publication',
  );

export const perhapsGross = (where: Where) =>
  unreadable(
    'gross-unclear',
    where,
    'No figure is below nought, nothing proves them and no title says "net": this may be half a table of gross moves',
    'Put the title above the table, or take the whole table',
  );

export const plusUnclear = (where: Where) =>
  note(
    'plus-unclear',
    where,
    'Only the columns have totals, and nothing says whether a plus is a gain of the row or of the column',
    'It was taken for a net gain of the row; a note with examples would tell',
  );

export const emptyCell = (where: Where, row: string, column: string) =>
  unreadable(
    'empty-cell',
    where,
    `${row} against ${column} is empty, and so is its mirror`,
    'Of each pair one figure must be there; compare with the publication',
  );

export const unknownColumn = (where: Where, name: string) =>
  unreadable(
    'unknown-column',
    where,
    `The column heads name ${name}, and no row does`,
    'Rows and columns must be the same counties; compare with the publication',
  );

export const missingRow = (where: Where, name: string, block: string) =>
  unreadable(
    'missing-row',
    where,
    `There is no row for ${name}${block}`,
    'Compare the rows with the publication',
  );

export const cutOff = (where: Where, missing: string) =>
  unreadable(
    'cut-off',
    where,
    `The text ends within the table. Missing: ${missing}`,
    'Copy the whole table again',
  );

export const otherCode = (where: Where, name: string, saw: string, expected: string) =>
  unreadable(
    'other-number',
    where,
    `${name} has the number ${saw} here and ${expected} elsewhere`,
    'Compare number and name with the publication',
  );

export const codeOfAnother = (where: Where, code: string, name: string, other: string) =>
  unreadable(
    'number-of-another',
    where,
    `The number ${code} stands for ${name} here and for ${other} elsewhere`,
    'Compare number and name with the publication',
  );

export const otherSpelling = (where: Where, saw: string, other: string) =>
  note(
    'other-spelling',
    where,
    `The name is "${saw}" here and "${other}" elsewhere; they were taken for one`,
    'Compare the two with the publication',
  );

export const headsAssumed = (where: Where) =>
  note(
    'heads-assumed',
    where,
    'The column heads are garbled; their order was taken from the rows, and the totals agree with that',
    'Compare the order of the columns with the publication',
  );

export const severalReadings = (where: Where, size: number) =>
  unreadable(
    'several-readings',
    where,
    `Spaces part both figures and thousands here, and the totals of the ${size} rows allow more than one reading`,
    'Write figures without spaces (1283), or with no-break spaces, from here on',
  );

export const tooManyReadings = (where: Where) =>
  unreadable(
    'unclear-spaces',
    where,
    'Spaces part both figures and thousands here, and no one way to read them agrees with the totals',
    'Write figures without spaces (1283), or with no-break spaces',
  );

export const grossUnclear = (where: Where) =>
  unreadable(
    'gross-unclear',
    where,
    'This is a table of gross moves, and its heads do not say whether the rows are where people moved from or to',
    'A net table is needed, or heads like "From county" for the rows and "To county" for the columns',
  );

export const derivedNet = (where: Where, rows: 'from' | 'to') =>
  note(
    'derived-net',
    where,
    `This is a table of gross moves, ${rows === 'from' ? 'from the rows to the columns' : 'to the rows from the columns'}; net migration was computed from it`,
    'Reports say so',
  );

/** Some names for a message. */
export const listed = (names: readonly string[]) =>
  names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');

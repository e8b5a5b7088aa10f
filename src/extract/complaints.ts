/**
 * What can be wrong with a published text or its card, in words.
 */
import {contradiction, unreadable, type Where} from '../issues.ts';

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
    `Groups of rows: ${rows}, groups of column heads: ${heads}; each group of rows needs its heads`,
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

export const nameMissing = (what: string, tag: string) =>
  unreadable('name-missing', null, `The card gives no name in "${tag}" for ${what}`, 'Add it to the card');

/**
 * HTML -> lines: the rows of its tables with their fields, and the text of all other blocks. The parser tells
 * tags and text and no more: a tree of a hostile page could be too deep to build.
 */
import {Parser} from 'htmlparser2';
import type {Issue} from '../issues.ts';
import {tooDeep, tooMany} from './complaints.ts';
import {type Field, fieldLine, type Line, textLine} from './lines.ts';

/** Three hundred counties against each other. */
const MOST = 120_000;

/** A page of a statistics office is some dozens deep. */
const DEEPEST = 1000;

/** Fed piece by piece, so that reading can stop. */
const PIECE = 16_384;

/** Elements that end a line of running text. */
const BLOCKS = new Set(
  'address article aside blockquote body br caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);

/** Elements that a reader of the page does not see, or sees as taken back. */
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'del', 's', 'strike']);

const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** The sign of a note beside a figure is no digit of it. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A cell while it is read: how many columns and rows it takes. */
type Cell = {text: string; offset: number; columns: number; rows: number};

/** What has been read so far. `reaching` holds, for each column, how many more rows a cell takes. */
type Page = {
  readonly lines: Line[];
  readonly offsets: LineOffsets;
  text: {text: string; offset: number};
  row: Cell[] | null;
  isInCell: boolean;
  reaching: number[];
  depth: number;
  /** The depth of an element that is not read, and of one whose digits are raised; null outside of such. */
  unreadAt: number | null;
  raisedAt: number | null;
  /** How many fields there are, those that reach over columns and rows included. */
  fields: number;
};

type LineOffsets = (offset: number) => {line: number; column: number};

/** Reads a page. One that is deeper than any real page is an issue. */
export function htmlLines(
  file: string,
  lines: readonly string[],
): {lines: readonly Line[]; issues: readonly Issue[]} {
  const html = lines.join('\n');
  const page: Page = {
    lines: [],
    offsets: offsetsOf(lines),
    text: {text: '', offset: 0},
    row: null,
    isInCell: false,
    reaching: [],
    depth: 0,
    unreadAt: null,
    raisedAt: null,
    fields: 0,
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      page.depth++;
      open(page, name, attributes, parser.startIndex);
    },
    ontext: text => addText(page, text, parser.startIndex),
    onclosetag: name => {
      close(page, name);
      page.depth--;
    },
  });
  for (let at = 0; at < html.length && page.depth <= DEEPEST && page.fields <= MOST; at += PIECE)
    parser.write(html.slice(at, at + PIECE));
  if (page.fields > MOST) return {lines: [], issues: [tooMany(file, page.fields, MOST)]};
  if (page.depth > DEEPEST)
    return {lines: [], issues: [tooDeep({file, ...page.offsets(parser.startIndex)}, DEEPEST)]};
  parser.end();
  endText(page);
  return {lines: page.lines, issues: []};
}

function open(page: Page, name: string, attributes: Readonly<Record<string, string>>, offset: number): void {
  if (page.unreadAt === null && (UNREAD.has(name) || isHidden(attributes))) page.unreadAt = page.depth;
  if (page.unreadAt !== null) return;
  if (name === 'sup') page.raisedAt ??= page.depth;
  if (name === 'table') page.reaching = [];
  if (name === 'tr') {
    endText(page);
    endRow(page);
    page.row = [];
  } else if ((name === 'td' || name === 'th') && page.row) {
    const span = (of: string) => Math.min(Math.max(Number.parseInt(attributes[of] ?? '', 10) || 1, 1), 1000);
    page.row.push({text: '', offset, columns: span('colspan'), rows: span('rowspan')});
    page.isInCell = true;
  } else if (BLOCKS.has(name)) endText(page);
}

const isHidden = ({hidden, style}: Readonly<Record<string, string>>) =>
  hidden !== undefined || HIDDEN.test(style ?? '');

function close(page: Page, name: string): void {
  const isUnread = page.unreadAt !== null;
  if (page.unreadAt === page.depth) page.unreadAt = null;
  if (page.raisedAt === page.depth) page.raisedAt = null;
  if (isUnread) return;
  if (name === 'td' || name === 'th') page.isInCell = false;
  else if (name === 'tr' || name === 'table') endRow(page);
  else if (BLOCKS.has(name)) endText(page);
}

function addText(page: Page, text: string, offset: number): void {
  if (page.unreadAt !== null) return;
  const cell = page.isInCell ? page.row?.at(-1) : undefined;
  const target = cell ?? (page.row ? undefined : page.text);
  if (!target) return;
  if (target.text.trim() === '') {
    target.offset = offset + (text.length - text.trimStart().length);
    target.text = '';
  }
  target.text += page.raisedAt === null ? text : text.replace(/\d/g, digit => RAISED[Number(digit)]!);
}

/** The end of a block; within a cell it parts words and no more. */
function endText(page: Page): void {
  const cell = page.isInCell ? page.row?.at(-1) : undefined;
  if (cell) {
    cell.text += cell.text.trim() ? ' ' : '';
    return;
  }
  const {line, column} = page.offsets(page.text.offset);
  const found = textLine(page.text.text.replace(/[\t\n ]+/g, ' ').trim(), line);
  const moved = found && fieldLine([{text: found.text, line, column}]);
  if (moved) page.lines.push(moved);
  page.text = {text: '', offset: 0};
}

/** The end of a table's row: each cell in its column, beside those that reach down from above. */
function endRow(page: Page): void {
  const {row} = page;
  page.row = null;
  page.isInCell = false;
  if (!row || page.fields > MOST) return;
  const fields: Field[] = [];
  const skip = () => {
    while ((page.reaching[fields.length] ?? 0) > 0) {
      page.reaching[fields.length]! -= 1;
      fields.push({text: '', ...page.offsets(row[0]?.offset ?? 0)});
    }
  };
  for (const {text, offset, columns, rows} of row) {
    skip();
    for (let column = 0; column < columns; column++) {
      page.reaching[fields.length] = rows - 1;
      const shown = column === 0 ? text.replace(/[\t\n ]+/g, ' ').trim() : '';
      fields.push({text: shown, ...page.offsets(offset)});
    }
  }
  skip();
  page.fields += fields.length;
  const found = fieldLine(fields);
  if (found) page.lines.push(found);
}

/** From an offset in the text to line and column, by halving. */
function offsetsOf(lines: readonly string[]): LineOffsets {
  const starts: number[] = [];
  let next = 0;
  for (const {length} of lines) {
    starts.push(next);
    next += length + 1;
  }
  return offset => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return {line: low + 1, column: offset - starts[low]! + 1};
  };
}

/**
 * Lines -> rows: each county's label with the cells that belong to it, whatever lines they were spread over, and
 * the lines that are left between the rows.
 */
import {isFilled, type Token} from './cells.ts';
import {groupsOf, type Group, isCoded} from './grouping.ts';
import {endsOf, knownNames, runsBetween, wordsOf} from './known.ts';
import type {Line} from './lines.ts';
import {isAbroad, isCode, isTotalWord, keyOf, likeness} from './names.ts';
import {type Shape, shapeOf} from './shapes.ts';
import {bestShares, type Judge, labelOf} from './shares.ts';

/** A row: its label and its cells, blanks included where the text has them. */
export type Row = {
  readonly code: Token | null;
  readonly words: readonly Token[];
  readonly cells: readonly Token[];
  readonly isDelimited: boolean;
};

/** `gaps[r]` holds the lines before row r that are not part of it; the last gap those after all rows. */
export type Rows = {
  readonly rows: readonly Row[];
  readonly gaps: readonly (readonly Line[])[];
  /** Keys of all runs of words that stand between the rows: what is among them may be a name of its own. */
  readonly named: ReadonlySet<string>;
};

/** Beyond this no table can be printed. */
const MOST_ROWS = 5000;

/** Finds the rows. There are none where the text has no table, or more than any table has. */
export function rowsOf(lines: readonly Line[]): Rows {
  return rowsIn(lines, lines.map(shapeOf), false);
}

/**
 * Lines within a table may look like rows too ("Statistical Yearbook 2008" at the end of a page): what has one
 * figure and a name that the text has nowhere else is text, on a second look.
 */
function rowsIn(lines: readonly Line[], shapes: readonly Shape[], isSecond: boolean): Rows {
  const hasCodes = isCoded(shapes);
  const found = groupsOf(shapes, hasCodes);
  const {groups, gaps} = found;
  if (groups.length === 0 || groups.length > MOST_ROWS) return {rows: [], gaps: [lines], named: new Set()};
  const judge = {known: knownNames(found), ends: endsOf(found), hasCodes};
  const shares = bestShares(found, judge);
  const rows = groups.map((each, at) => rowOf(each, labelOf(found, shares, at)));
  const strange = groups.flatMap(({start}, at) =>
    rows[at]!.cells.filter(isFilled).length < 2 && !isPlausible(rows[at]!, judge) ? [start] : [],
  );
  if (!isSecond && strange.length && strange.length < groups.length / 2) {
    const seen = shapes.map((shape, at) =>
      strange.includes(at) ? {...shape, kind: 'text' as const} : shape,
    );
    return rowsIn(lines, seen, true);
  }
  const {first, last} = kept(rows, gaps, judge);
  if (first < 0) return {rows: [], gaps: [lines], named: new Set()};
  const left = gaps.map((gap, at) => {
    // What a row at the edge that is none took is free again.
    const tail = at === first ? 0 : shares[at]!.tail;
    const head = at === last + 1 ? 0 : shares[at]!.head;
    return gap.slice(tail, gap.length - head).map(({line}) => line);
  });
  const above = first === 0 ? [] : lines.slice(0, groups[first - 1]!.end + 1);
  const below = last === rows.length - 1 ? [] : lines.slice(groups[last + 1]!.start);
  return {
    rows: rows.slice(first, last + 1),
    gaps: [[...above, ...left[first]!], ...left.slice(first + 1, last + 1), [...left[last + 1]!, ...below]],
    named: new Set(runsBetween(left).keys()),
  };
}

function rowOf({cells, isDelimited}: Group, label: readonly Token[]): Row {
  const code = label.find(isCode) ?? null;
  return {code, words: wordsOf(label), cells, isDelimited};
}

/** The key of a row's name. */
export const rowKey = ({words}: Pick<Row, 'words'>) => keyOf(words.map(({place}) => place.text).join(' '));

/**
 * Lines above and below a table may look like rows ("Table 6. Net migration 2007"); what no other part of the text
 * names is none, at the edges. Where nothing is named twice, rows are what has two cells or more.
 */
function kept(
  rows: readonly Row[],
  gaps: readonly (readonly Shape[])[],
  judge: Judge,
): {first: number; last: number} {
  const isNear = (at: number) => at < MOST_EDGE || at >= rows.length - MOST_EDGE;
  const isNamed = (row: Row, at: number) => isNear(at) && isPlausible(row, judge);
  const isFull = ({cells}: Row) => cells.filter(isFilled).length > 1;
  let [first, last] = [rows.findIndex(isNamed), rows.findLastIndex(isNamed)];
  if (first < 0) return {first: rows.findIndex(isFull), last: rows.findLastIndex(isFull)};
  // Rows that go on where the others end are rows, even if no head names them: that is for the reader to hear.
  while (first > 0 && gaps[first]!.length === 0 && isFull(rows[first - 1]!)) first--;
  while (last + 1 < rows.length && gaps[last + 1]!.length === 0 && isFull(rows[last + 1]!)) last++;
  return {first, last};
}

/** So many lines above and below a table may look like rows. */
const MOST_EDGE = 100;

/** No table has so many names that a row's might be a misspelling of. */
const MOST_NAMES = 5000;

function isPlausible(row: Row, {known, hasCodes}: Judge): boolean {
  const key = rowKey(row);
  if (known.has(key) || isTotalWord(key) || isAbroad(key)) return true;
  if (row.cells.filter(isFilled).length < 2) return false;
  if (hasCodes && row.code !== null) return true;
  return known.size < MOST_NAMES && [...known.keys()].some(other => likeness(key, other) !== null);
}

/**
 * Blocks -> Matrix: the full antisymmetric table, each number with where it was printed.
 */
import {type Issue} from '../issues.ts';
import {
  cellCount,
  duplicateCounty,
  equalNames,
  markInside,
  missingColumn,
  noDiagonal,
  notANumber,
  outOfOrder,
  rowOnlyHere,
  unknownColumn,
} from './complaints.ts';
import {type Block, nameOf} from './blocks.ts';
import {type Place, type Token, whereOf} from './cells.ts';
import type {Entry} from './lines.ts';

/** A county as the table prints it. */
export type PrintedCounty = {
  readonly code: string;
  /** The whole printed name, a Sami one included: "Troms Romsa". */
  readonly label: string;
  readonly place: Place;
};

/**
 * Net migration between n counties, in moves.
 * `net[i][j]` is the net in-migration of county i against county j: `net[i][j] === -net[j][i]`, and nought on
 * the diagonal. `totals[i]` is the published total. `places[i][j]` is where the figure for i against j was
 * printed (the same place as for j against i, since only one triangle is printed; on the diagonal the mark).
 */
export type Matrix = {
  readonly counties: readonly PrintedCounty[];
  readonly net: readonly (readonly number[])[];
  readonly totals: readonly number[];
  readonly places: readonly (readonly Place[])[];
  readonly totalPlaces: readonly Place[];
};

/** One printed row over all blocks: the total and the cells as far as the diagonal. */
type PrintedRow = {readonly total: Token; readonly cells: readonly Token[]};

/**
 * Builds the matrix of a table whose lower triangle is printed.
 * @returns the matrix, or null with the issues that stand in its way
 */
export function matrix(
  file: string,
  blocks: readonly Block[],
): {matrix: Matrix | null; issues: readonly Issue[]} {
  const rows = blocks[0]?.rows ?? [];
  const columns = blocks.flatMap(block => block.heads);
  const uneven = sameRows(file, blocks);
  const frame = uneven.length ? uneven : sameCounties(file, rows, columns);
  if (frame.length) return {matrix: null, issues: frame};
  const read = rows.map((_, index) => printedRow(file, blocks, index, columns));
  const issues = read.flatMap(row => row.issues);
  if (issues.length) return {matrix: null, issues};
  return {
    matrix: mirrored(
      rows,
      read.map(row => row.row),
    ),
    issues: [],
  };
}

/** Each block must repeat the rows of the first; one that has fewer is as wrong as one that has more. */
function sameRows(file: string, blocks: readonly Block[]): readonly Issue[] {
  const [first, ...others] = blocks;
  return others.flatMap((block, index) => {
    const [here, there] = [block.rows, first!.rows];
    const strangers = [
      ...without(here, there).map(row => rowOnlyHere(whereOf(file, row.place), nameOf(row), 'the first')),
      ...without(there, here).map(row =>
        rowOnlyHere(whereOf(file, row.place), nameOf(row), `block ${index + 2}`),
      ),
    ];
    return strangers.length ? strangers : sameOrder(file, here, there);
  });
}

/** Rows and columns must be the same counties in the same order, each once. */
function sameCounties(file: string, rows: readonly Entry[], columns: readonly Entry[]): readonly Issue[] {
  const strangers = [
    ...namesakes(rows).map(([row, other]) =>
      equalNames(whereOf(file, row.place), nameOf(row), nameOf(other)),
    ),
    ...columns
      .filter((column, index) => columns.findIndex(other => nameOf(other) === nameOf(column)) < index)
      .map(column => duplicateCounty(whereOf(file, column.place), nameOf(column))),
    ...without(rows, columns).map(row => missingColumn(whereOf(file, row.place), nameOf(row))),
    ...without(columns, rows).map(column => unknownColumn(whereOf(file, column.place), nameOf(column))),
  ];
  return strangers.length ? strangers : sameOrder(file, columns, rows);
}

/** Each row that has the name, not the number, of an earlier one, with that one. */
function namesakes(rows: readonly Entry[]): readonly (readonly [Entry, Entry])[] {
  return rows.flatMap((row, index) => {
    const other = rows.slice(0, index).find(({name, code}) => name === row.name && code !== row.code);
    return other ? [[row, other] as const] : [];
  });
}

function without(list: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  const names = new Set(others.map(nameOf));
  return list.filter(entry => !names.has(nameOf(entry)));
}

/** The first that stands where another was expected. */
function sameOrder(file: string, list: readonly Entry[], expected: readonly Entry[]): readonly Issue[] {
  const at = list.findIndex((entry, index) => !expected[index] || nameOf(entry) !== nameOf(expected[index]));
  if (at < 0) return [];
  const [entry, other] = [list[at]!, expected[at]];
  return [outOfOrder(whereOf(file, entry.place), nameOf(entry), other ? nameOf(other) : 'nothing')];
}

/** Gathers one county's row over all blocks; the cells end with the diagonal. */
function printedRow(file: string, blocks: readonly Block[], index: number, columns: readonly Entry[]) {
  const issues: Issue[] = [];
  const cells: Token[] = [];
  let total: Token | undefined;
  let start = 0;
  for (const block of blocks) {
    const row = block.rows[index]!;
    const wanted = Math.min(Math.max(index + 1 - start, 0), block.heads.length);
    const expected = wanted + (block.totals ? 1 : 0);
    const found = row.cells.length === expected ? row.cells : [];
    if (row.cells.length !== expected) issues.push(wrongCount(file, row, expected, columns[index]!));
    issues.push(...row.cells.filter(cell => cell.kind === 'word').map(cell => wordIssue(file, row, cell)));
    if (block.totals) total = found[0];
    cells.push(...found.slice(block.totals ? 1 : 0));
    start += block.heads.length;
  }
  if (!issues.length)
    issues.push(...markIssues(file, nameOf(blocks[0]!.rows[index]!), total!, cells, columns));
  return {row: {total: total!, cells}, issues};
}

function wrongCount(file: string, row: Entry, expected: number, last: Entry): Issue {
  const place = row.cells[0]?.place ?? row.place;
  return cellCount(whereOf(file, place), nameOf(row), row.cells.length, expected, nameOf(last));
}

const wordIssue = (file: string, row: Entry, {place}: Token) =>
  notANumber(whereOf(file, place), nameOf(row), place.text);

/** The last cell is the diagonal and holds a mark; every other holds a number. */
function markIssues(
  file: string,
  row: string,
  total: Token,
  cells: readonly Token[],
  columns: readonly Entry[],
): readonly Issue[] {
  const diagonal = cells.at(-1)!;
  const marks = cells
    .slice(0, -1)
    .map((cell, index) => ({cell, column: nameOf(columns[index]!)}))
    .concat({cell: total, column: 'all others'})
    .filter(({cell}) => cell.kind !== 'number')
    .map(({cell, column}) => markInside(whereOf(file, cell.place), row, column, cell.place.text));
  if (diagonal.kind === 'mark') return marks;
  return [...marks, noDiagonal(whereOf(file, diagonal.place), row, diagonal.place.text)];
}

/** From the lower triangle to both: what one county gains the other loses. */
function mirrored(rows: readonly Entry[], printed: readonly PrintedRow[]): Matrix {
  const cell = (i: number, j: number) => printed[Math.max(i, j)]!.cells[Math.min(i, j)]!;
  const value = (token: Token) => (token.kind === 'number' ? token.value : 0);
  const each = <T>(make: (i: number, j: number) => T) => rows.map((_, i) => rows.map((_, j) => make(i, j)));
  return {
    counties: rows.map(({code, name, place}) => ({code, label: name, place})),
    // `0 -` and not unary minus: the mirror of nought is nought, not minus nought.
    net: each((i, j) => (i >= j ? value(cell(i, j)) : 0 - value(cell(i, j)))),
    totals: printed.map(row => value(row.total)),
    places: each((i, j) => cell(i, j).place),
    totalPlaces: printed.map(row => row.total.place),
  };
}

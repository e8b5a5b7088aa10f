/**
 * The tokens of a row -> all ways to read its cells. With plain spaces for thousands `1 283 12` may be three cells,
 * or two in two ways; with a minus that stands apart `- 12` may be nil and twelve, or minus twelve.
 */
import {figure, isDash, isFilled, type Token} from './cells.ts';
import type {Column} from './blocks.ts';
import type {Slot} from './layouts.ts';

/** What plain spaces may do besides parting cells. */
export type Spacing = {readonly groups: boolean; readonly minus: boolean};

/** The cells of one row in one block by slot; null where a cell is empty. */
export type Reading = readonly (Token | null)[];

/** The tokens of a row, and at each of them the cells that may begin there. */
export type Prepared = {
  readonly filled: readonly Token[];
  readonly pieces: readonly (readonly Piece[])[];
  /** From each token on, the least number of cells and the most. */
  readonly least: readonly number[];
  readonly most: readonly number[];
};

/** What readings of a row are made of; the same for every layout. */
export function prepare(cells: readonly Token[], spacing: Spacing): Prepared {
  const filled = cells.filter(({kind}) => kind !== 'blank');
  const pieces = filled.map((_, at) => piecesAt(filled, at, spacing));
  return {filled, pieces, least: reach(pieces, Math.min), most: reach(pieces, Math.max)};
}

/** A row that cannot be read has no pieces. */
export const NO_TOKENS: Prepared = {filled: [], pieces: [], least: [0], most: [0]};

/** A row of a block: its cells, and what may stand in them. */
export type Ways = {
  readonly slots: readonly Slot[];
  /** The only reading, where fields or an empty row leave no choice. */
  readonly fixed: Reading | null;
  readonly prepared: Prepared;
  /** Whether the cell on the diagonal may be filled, and may be empty. */
  readonly mayFill: boolean;
  readonly mayLeave: boolean;
};

/** What is known of a row's figures before it is read; null where nothing is. */
export type Needs = {
  /** By slot. */
  readonly amounts: readonly (number | null)[];
  /** The sum of its figures less its total. */
  readonly sum: number | null;
};

/** Nothing is known of a row but its cells. */
export const NO_NEEDS: Needs = {amounts: [], sum: null};

/** How much may still be tried: a hostile text must not take for ever. */
export type Budget = {left: number};

/** Visits every way to read a row that meets the needs, until the visitor has seen enough or the budget is spent. */
export function eachReading(
  {slots, fixed, prepared, mayFill, mayLeave}: Ways,
  {amounts, sum}: Needs,
  budget: Budget,
  visit: (reading: Reading) => boolean,
): void {
  const {filled, pieces, least, most} = prepared;
  const read: (Token | null)[] = [];
  const meets = (token: Token, slot: number) =>
    fits(token, slots[slot]!) &&
    (amounts[slot] === undefined || amounts[slot] === null || amountOf(token) === amounts[slot]);
  if (fixed) visit(fixed);
  else walk(0, 0);

  /** False when it is time to stop. */
  function walk(at: number, own: number): boolean {
    if (--budget.left < 0) return false;
    const slot = slots.at(read.length);
    if (!slot) return at < filled.length || (sum !== null && own !== sum) || visit([...read]);
    const left = slots.length - read.length;
    if (left < least[at]! || left - (mayLeave ? 1 : 0) > most[at]!) return true;
    if (slot.isDiagonal && mayLeave && !step(null, at, own)) return false;
    if (slot.isDiagonal && !mayFill) return true;
    return (pieces[at] ?? []).every(
      ({size, token}) => !meets(token, read.length) || step(token, at + size, own + effect(token, slot)),
    );
  }

  function step(token: Token | null, at: number, own: number): boolean {
    read.push(token);
    const goesOn = walk(at, own);
    read.pop();
    return goesOn;
  }
}

const effect = (token: Token, {column, isDiagonal}: Slot) => {
  if (isDiagonal) return 0;
  return (amountOf(token) || 0) * (column === 'total' ? -1 : 1);
};

type Piece = {readonly size: number; readonly token: Token};

/** Five groups of three digits are as much as can be computed with exactly. */
const MOST_GROUPS = 5;

/** The cells that may begin at a token: itself, and itself with what may belong to it. */
function piecesAt(filled: readonly Token[], at: number, {groups, minus}: Spacing): readonly Piece[] {
  const pieces: Piece[] = [{size: 1, token: filled[at]!}];
  const isSigned = minus && isDash(filled[at]!) && touches(filled, at + 1) && isUnsigned(filled[at + 1]);
  const start = isSigned ? at + 1 : at;
  if (isSigned) pieces.push(piece(filled, at, start));
  if (groups && /^[^\d]?\d{1,3}$/.test(filled[start]!.place.text)) {
    const last = Math.min(filled.length, start + MOST_GROUPS);
    for (let end = start + 1; end < last && touches(filled, end) && isThree(filled[end]!); end++)
      pieces.push(piece(filled, at, end));
  }
  return pieces.filter(({token}) => token.kind === 'number' || token.kind === 'mark');
}

/** One plain space parts what belongs together; more part columns. */
function touches(filled: readonly Token[], at: number): boolean {
  const [before, token] = [filled[at - 1]?.place, filled[at]?.place];
  return (
    before !== undefined &&
    token !== undefined &&
    token.line === before.line &&
    token.column === before.column + before.text.length + 1
  );
}

const isUnsigned = (token: Token | undefined) => token?.kind === 'number' && /^\d/.test(token.place.text);

const isThree = ({place}: Token) => /^\d{3}$/.test(place.text);

function piece(filled: readonly Token[], start: number, end: number): Piece {
  const parts = filled.slice(start, end + 1);
  const text = parts.map(({place}) => place.text).join(' ');
  const value = figure(text);
  const first = parts[0]!;
  const kind = value === null ? 'word' : 'number';
  return {
    size: parts.length,
    token: {kind, place: {...first.place, text}, value: value ?? NaN, field: first.field},
  };
}

/** From each token on, the least or the most number of cells; not finite where a token can be none. */
function reach(
  pieces: readonly (readonly Piece[])[],
  choose: (...values: readonly number[]) => number,
): readonly number[] {
  const cells = Array<number>(pieces.length + 1).fill(0);
  for (let at = pieces.length - 1; at >= 0; at--)
    cells[at] = 1 + choose(...pieces[at]!.map(({size}) => cells[at + size]!).filter(Number.isFinite));
  return cells;
}

/** On the diagonal a sign or nought, elsewhere a figure or a sign. */
const fits = ({kind, value}: Token, {isDiagonal}: Slot) =>
  isDiagonal ? kind === 'mark' || value === 0 : kind === 'number' || kind === 'mark';

/**
 * The one way to read a delimited row: each field is in its column, and any may be empty. Null where a field is
 * filled that no column has, or with what cannot be there.
 */
export function delimitedReading(
  cells: readonly Token[],
  columns: readonly Column[],
  slots: readonly Slot[],
): Reading | null {
  const first = cells[0]?.field ?? 0;
  const byColumn = new Map<Column, Token>();
  for (const token of cells) {
    if (token.kind === 'blank') continue;
    const column = columns[token.field! - first];
    if (column === undefined || byColumn.has(column)) return null;
    byColumn.set(column, token);
  }
  const read = slots.map(({column}) => byColumn.get(column) ?? null);
  return read.every((token, at) => !token || fits(token, slots[at]!)) ? read : null;
}

/** What a cell says, in moves: a dash is nil. NaN for a sign that says there is no number. */
export const amountOf = (token: Token) => (isDash(token) ? 0 : token.value);

/** True where a row has nothing in a block. */
export const isEmpty = (cells: readonly Token[]) => !cells.some(isFilled);

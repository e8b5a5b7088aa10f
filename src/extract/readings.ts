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

/** More ways than this no arithmetic should be trusted to choose from. */
export const MOST_READINGS = 2000;

/** The tokens of a row, and at each of them the cells that may begin there. */
export type Prepared = {
  readonly filled: readonly Token[];
  readonly pieces: readonly (readonly Piece[])[];
  /** From each token on, the least number of cells. */
  readonly least: readonly number[];
};

/** What readings of a row are made of; the same for every layout. */
export function prepare(cells: readonly Token[], spacing: Spacing): Prepared {
  const filled = cells.filter(({kind}) => kind !== 'blank');
  const pieces = filled.map((_, at) => piecesAt(filled, at, spacing));
  return {filled, pieces, least: leastCells(pieces)};
}

/** Every way to read the tokens as just these cells, up to `MOST_READINGS` and one more. */
export function readingsOf({filled, pieces, least}: Prepared, slots: readonly Slot[]): readonly Reading[] {
  const found: Reading[] = [];
  walk(0, []);
  return found;

  function walk(at: number, read: readonly Token[]): void {
    const left = slots.length - read.length;
    if (found.length > MOST_READINGS || left < least[at]! || left > filled.length - at) return;
    if (at === filled.length) found.push(read);
    else
      for (const {size, token} of pieces[at]!)
        if (fits(token, slots[read.length]!)) walk(at + size, [...read, token]);
  }
}

type Piece = {readonly size: number; readonly token: Token};

/** The cells that may begin at a token: itself, and itself with what may belong to it. */
function piecesAt(filled: readonly Token[], at: number, {groups, minus}: Spacing): readonly Piece[] {
  const pieces: Piece[] = [{size: 1, token: filled[at]!}];
  const start =
    minus && isDash(filled[at]!) && touches(filled, at + 1) && isUnsigned(filled[at + 1]) ? at + 1 : at;
  if (start > at) pieces.push(piece(filled, at, start));
  if (!groups || !/^[^\d]?\d{1,3}$/.test(filled[start]!.place.text)) return pieces;
  for (let end = start + 1; end < filled.length && touches(filled, end) && isThree(filled[end]!); end++)
    pieces.push(piece(filled, at, end));
  return pieces.filter(({token}) => token.kind !== 'word');
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

function leastCells(pieces: readonly (readonly Piece[])[]): readonly number[] {
  const least = Array<number>(pieces.length + 1).fill(0);
  for (let at = pieces.length - 1; at >= 0; at--)
    least[at] = 1 + Math.min(...pieces[at]!.map(({size}) => least[at + size]!));
  return least;
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

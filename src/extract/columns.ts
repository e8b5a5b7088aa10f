/**
 * Column heads that are printed over several lines, read column by column:
 *
 *     14 Sogn     15 Møre
 *     og          og
 *     Fjordane    Romsdal
 */
import type {Token} from './cells.ts';
import type {Line} from './lines.ts';

/** Words that stand together on a line, and the room that they take across the page. */
type Piece = {
  readonly start: number;
  readonly end: number;
  readonly row: number;
  readonly tokens: readonly Token[];
};

type Column = {start: number; end: number; pieces: Piece[]};

/**
 * The tokens of some lines column by column, each from top to bottom.
 * @param gap how many spaces part two columns, in running text; delimited lines know their fields
 */
export function columnwise(lines: readonly Line[], gap = 2): readonly Token[] {
  const pieces = lines.map(({tokens}, row) => piecesOf(tokens, row, gap));
  const columns = columnsOf(pieces.filter(({length}) => length > 1).flat());
  // A line with one piece may be the end of one name or a title over all columns.
  for (const [only, ...others] of pieces) {
    if (!only || others.length) continue;
    const under = columns.filter(column => overlap(column, only));
    if (under.length === 1) under[0]!.pieces.push(only);
  }
  return columns.flatMap(({pieces: found}) =>
    found.toSorted((a, b) => a.row - b.row || a.start - b.start).flatMap(({tokens}) => tokens),
  );
}

function piecesOf(found: readonly Token[], row: number, gap: number): readonly Piece[] {
  const pieces: {start: number; end: number; row: number; tokens: Token[]}[] = [];
  for (const token of found) {
    if (token.kind === 'blank') continue;
    const {field, place} = token;
    const start = field ?? place.column;
    const end = field === null ? place.column + place.text.length : field + 1;
    const last = pieces.at(-1);
    if (last && (field === null ? start - last.end < gap : last.start === start)) {
      last.tokens.push(token);
      last.end = end;
    } else pieces.push({start, end, row, tokens: [token]});
  }
  return pieces;
}

/** Pieces that share any room across the page are in one column. */
function columnsOf(pieces: readonly Piece[]): readonly Column[] {
  const columns: Column[] = [];
  for (const piece of pieces.toSorted((a, b) => a.start - b.start)) {
    const last = columns.at(-1);
    if (last && overlap(last, piece)) {
      last.pieces.push(piece);
      last.end = Math.max(last.end, piece.end);
    } else columns.push({start: piece.start, end: piece.end, pieces: [piece]});
  }
  return columns;
}

const overlap = (a: {start: number; end: number}, b: {start: number; end: number}) =>
  a.start < b.end && b.start < a.end;

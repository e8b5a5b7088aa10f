/**
 * Gross tables: moves from each county to each other, with moves within a county on the diagonal. Net migration
 * follows from them, where the text says which way they are to be read: moves in less moves out.
 */
import {type Issue} from '../issues.ts';
import type {Assembly} from './assemble.ts';
import {type Token, whereOf} from './cells.ts';
import {derivedNet, emptyCell, grossUnclear, markInside} from './complaints.ts';
import type {Line} from './lines.ts';
import {keyOf} from './names.ts';
import {type Matrix, nameOf, type Printed} from './matrix.ts';
import {amountOf} from './readings.ts';
import type {Unit} from './units.ts';

/** What the rows of a gross table are. */
export type Direction = 'from' | 'to';

/** Moves as printed: `moves[i][j]` in row i and column j, and the sums that the text gives. */
export type Gross = {
  readonly rows: Direction;
  readonly moves: readonly (readonly number[])[];
  readonly rowTotals: readonly (Token | null)[];
  readonly columnTotals: readonly (Token | null)[];
  readonly grandTotal: Token | null;
  readonly abroad: {readonly column: readonly number[]; readonly row: readonly number[]};
};

const FROM = /^(?:from|fra|fr\u00e5|origin|outof|utflyttingsfylke|fraflyttingsfylke|fraflytting)$/;
const TO = /^(?:to|til|destination|into|innflyttingsfylke|tilflyttingsfylke|tilflytting)$/;

/**
 * What the rows are, by the heads: the first that speaks of a direction is that of the rows, the other one that of
 * the columns. Null where only one is named, or none.
 */
export function directionOf(lines: readonly Line[]): Direction | null {
  const words = lines.flatMap(({tokens}) => tokens.map(({place}) => keyOf(place.text)));
  const [from, to] = [words.findIndex(word => FROM.test(word)), words.findIndex(word => TO.test(word))];
  if (from < 0 || to < 0) return null;
  return from < to ? 'from' : 'to';
}

/** A table with both halves printed and nothing below nought, that is not all nought, is one of gross moves. */
export function isGross({layout, choices, cells}: Assembly): boolean {
  if (layout.half !== 'full') return false;
  const printed = new Map<string, number>();
  choices.forEach(({owner, slots}, at) =>
    slots.forEach(({column}, slot) => {
      const token = cells[at]![slot];
      if (token && typeof column === 'number' && typeof owner === 'number' && owner !== column)
        printed.set(`${owner} ${column}`, amountOf(token));
    }),
  );
  const isTwice = [...printed].some(
    ([cell, amount]) => amount + (printed.get(cell.split(' ').toReversed().join(' ')) ?? -amount) > 0,
  );
  return isTwice && [...printed.values()].every(amount => amount >= 0);
}

/** The net table that follows from the moves, and what stands in its way. */
export function netOf(
  file: string,
  counties: readonly Unit[],
  printed: Printed,
  rows: Direction | null,
): {matrix: Matrix | null; gross: Gross | null; issues: readonly Issue[]} {
  const {cells, totals, columnTotals, grandTotal, abroad} = printed;
  const where = whereOf(file, counties[0]!.place);
  if (!rows) return {matrix: null, gross: null, issues: [grossUnclear(where)]};
  const gaps = cells.flatMap((row, i) =>
    row.flatMap((token, j) => {
      if (i === j || (token && !Number.isNaN(amountOf(token)))) return [];
      const [a, b] = [nameOf(counties[i]!), nameOf(counties[j]!)];
      return token
        ? [markInside(whereOf(file, token.place), a, b, token.place.text)]
        : [emptyCell(whereOf(file, counties[i]!.place), a, b)];
    }),
  );
  if (gaps.length) return {matrix: null, gross: null, issues: gaps};
  const amount = (token: Token | null) => (token ? amountOf(token) || 0 : 0);
  const moves = cells.map(row => row.map(amount));
  const sign = rows === 'from' ? 1 : -1;
  const net = moves.map((row, i) => row.map((own, j) => sign * (moves[j]![i]! - own) + 0));
  const matrix: Matrix = {
    counties,
    net,
    totals: net.map(row => row.reduce((sum, value) => sum + value, 0)),
    // What is printed on the diagonal are moves within a county, and no sign.
    places: cells.map((row, i) =>
      row.map((token, j) => (i === j || !token ? {...counties[i]!.place, text: ''} : token.place)),
    ),
    totalPlaces: counties.map(() => null),
    printed: cells.map((row, i) => row.map((_, j) => i !== j)),
  };
  return {
    matrix,
    gross: {
      rows,
      moves,
      rowTotals: totals,
      columnTotals,
      grandTotal,
      abroad: {column: abroad.column.map(amount), row: abroad.row.map(amount)},
    },
    issues: [derivedNet(where, rows)],
  };
}

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

const FROM = /^(?:from|fra|fr\u00e5|origin|outof|(?:ut|fra)flytting.*)$/;
const TO = /^(?:to|til|destination|into|(?:inn|til)flytting.*)$/;

/** A word of the heads that says which way, where it stands, and whether on the line that names the columns. */
type Sign = {
  readonly way: Direction;
  readonly line: number;
  readonly field: number | null;
  readonly isBesideNames: boolean;
};

/**
 * What the rows are, by the heads. Of two directions on one line the first is that of the rows; of two on different
 * lines that in the column of the rows' names or, where columns are not known, that on the line that names the
 * columns, for the other spans them. Null where only one direction is named, or neither stands so.
 * @param isNaming whether a line names the counties or the totals
 */
export function directionOf(lines: readonly Line[], isNaming: (line: Line) => boolean): Direction | null {
  const signs = lines.flatMap((line, at) =>
    line.tokens.flatMap(({place, field}): readonly Sign[] => {
      const key = keyOf(place.text);
      const way = FROM.test(key) ? 'from' : TO.test(key) ? 'to' : null;
      return way ? [{way, line: at, field, isBesideNames: isNaming(line)}] : [];
    }),
  );
  const from = signs.find(({way}) => way === 'from');
  const to = signs.find(({way}) => way === 'to');
  if (!from || !to) return null;
  if (from.line === to.line) return signs.indexOf(from) < signs.indexOf(to) ? 'from' : 'to';
  if (from.field !== null && to.field !== null && from.field !== to.field)
    return from.field < to.field ? 'from' : 'to';
  if (from.isBesideNames === to.isBesideNames) return null;
  return from.isBesideNames ? 'from' : 'to';
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

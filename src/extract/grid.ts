/**
 * A large table in the plainest of forms -> its figures, without the search that other texts need: a line of heads, then a
 * line for each unit, with a comma, semicolon or tab between fields, and plain figures.
 *
 * A table of three thousand units has ten million cells. What is kept of a cell is its figure and where its field begins;
 * its place is made when somebody asks for it.
 */
import type {Assumptions} from './assumptions.ts';
import type {Place} from './cells.ts';
import {DELIMITERS} from './delimited.ts';
import {lazyRows} from './lazy.ts';
import {type Line, textLines} from './lines.ts';
import type {Matrix} from './matrix.ts';
import {isTotalWord, keyOf} from './names.ts';
import {type GridRow, readRow} from './grid-row.ts';
import type {Source} from './source.ts';
import type {Unit} from './units.ts';

export type Grid = {
  readonly matrix: Matrix;
  /** The lines above the heads and below the rows. */
  readonly above: readonly Line[];
  readonly below: readonly Line[];
  readonly assumptions: Omit<Assumptions, 'encoding' | 'signs' | 'examples'>;
};

/** Below so many units a text is read by searching, which knows more forms. */
const LEAST = 200;

/** The heads of a grid: in which line they stand, how many fields name a row, and where figures begin. */
type Heads = {
  readonly line: number;
  readonly form: keyof typeof DELIMITERS;
  readonly names: readonly string[];
  readonly labels: number;
  /** The field of the totals, and that of the first unit. */
  readonly total: number;
  readonly first: number;
};

/** Reads a text as a grid; null where it is none, or not every pair has a figure, or not every row a total. */
export function gridOf({lines}: Source): Grid | null {
  const heads = headsOf(lines);
  if (!heads) return null;
  const size = heads.names.length;
  const start = heads.line + 1;
  const rows: GridRow[] = [];
  for (let at = 0; at < size; at++) {
    const row = readRow(lines[start + at] ?? '', DELIMITERS[heads.form], heads, at);
    if (!row || !isHead(heads.names[at]!, row)) return null;
    rows.push(row);
  }
  const units = numbered(rows).map((row, at) => unitOf(row, start + at + 1));
  const names = new Set(units.map(({code, key}) => code ?? key));
  if (names.size < size || !isWhole(rows)) return null;
  return {
    matrix: matrixOf(units, rows, {lines, start, heads}),
    above: textLines(lines.slice(0, heads.line)),
    below: textLines(lines.slice(start + size)).map(line => moved(line, start + size)),
    assumptions: assumed(heads, rows),
  };
}

/** The first line with more fields than any other form of table has. */
function headsOf(lines: readonly string[]): Heads | null {
  for (const [line, text] of lines.slice(0, MOST_ABOVE).entries()) {
    if (text.length < 2 * LEAST) continue;
    const forms = Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[];
    const form = forms.find(each => text.split(DELIMITERS[each]).length > LEAST);
    if (!form || text.includes('"')) return null;
    const fields = text.split(DELIMITERS[form]).map(field => field.trim());
    const total = fields.findIndex(field => isTotalWord(keyOf(field)));
    const isLast = total === fields.length - 1;
    const labels = isLast ? labelsIn(lines[line + 1], DELIMITERS[form]) : total;
    if (labels < 1 || labels > 2) return null;
    const first = isLast ? labels : labels + 1;
    return {line, form, names: fields.slice(first, isLast ? -1 : undefined), labels, total, first};
  }
  return null;
}

/** No title is longer. */
const MOST_ABOVE = 100;

/** A number and a name, or a name alone. */
const labelsIn = (row: string | undefined, delimiter: string): number => {
  const [first = '', second = ''] = (row ?? '').split(delimiter);
  return /^\d+$/.test(first.trim()) && /\p{L}/u.test(second) ? 2 : 1;
};

const isHead = (head: string, {code, label}: GridRow): boolean =>
  head === label || (code !== null && (head === `${code} ${label}` || head === code));

/** Number and name may share a field, as they do in other forms: where all names begin with a number, it is one. */
function numbered(rows: readonly GridRow[]): readonly Pick<GridRow, 'code' | 'label'>[] {
  const parted = rows.map(({label}) => /^(\d+) (?=.*\p{L})(.+)$/u.exec(label));
  if (rows.some(({code}, at) => code !== null || parted[at] === null)) return rows;
  return parted.map(found => ({code: found![1]!, label: found![2]!}));
}

const unitOf = ({code, label}: Pick<GridRow, 'code' | 'label'>, line: number): Unit => ({
  code,
  label,
  key: keyOf(label),
  place: {line, column: 1, text: code ?? label},
  isWhole: true,
});

/** Whether every pair has a figure in one of its rows, at least. */
function isWhole(rows: readonly GridRow[]): boolean {
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j < i; j++) if (!rows[i]!.has[j] && !rows[j]!.has[i]) return false;
  return true;
}

type Text = {readonly lines: readonly string[]; readonly start: number; readonly heads: Heads};

function matrixOf(units: readonly Unit[], rows: readonly GridRow[], {lines, start, heads}: Text): Matrix {
  const size = rows.length;
  const net = rows.map(({values}) => Array.from(values));
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) if (!rows[i]!.has[j] && rows[j]!.has[i]) net[i]![j] = 0 - net[j]![i]!;
  const field = (row: number, at: number): Place => {
    const {starts} = rows[row]!;
    const text = lines[start + row]!.slice(starts[at]!, starts[at + 1]! - 1);
    const indent = text.length - text.trimStart().length;
    return {line: start + row + 1, column: starts[at]! + indent + 1, text: text.trim()};
  };
  const isOwn = (i: number, j: number) => i === j || rows[i]!.has[j] === 1;
  return {
    counties: units,
    net,
    totals: rows.map(({total}) => total),
    totalPlaces: rows.map((_, i) => field(i, heads.total)),
    places: lazyRows(size, (i, j) => (isOwn(i, j) ? field(i, heads.first + j) : field(j, heads.first + i))),
    printed: rows.map(({has}) => Array.from(has, each => each === 1)),
  };
}

/** A line by its number in the whole text. */
const moved = (line: Line, by: number): Line => ({
  ...line,
  place: {...line.place, line: line.place.line + by},
  tokens: line.tokens.map(token => ({...token, place: {...token.place, line: token.place.line + by}})),
  starts: line.starts.map(each => ({...each, line: each.line + by})),
});

/** The signs and the half, as they were found. */
function assumed({form, total, first}: Heads, rows: readonly GridRow[]): Grid['assumptions'] {
  const signs = (of: (row: GridRow) => readonly string[]) => [...new Set(rows.flatMap(of))];
  const isUpper = rows.some(({has}, i) => has.indexOf(1, i + 1) > 0);
  const isLower = rows.some(({has}, i) => {
    const at = has.indexOf(1);
    return at >= 0 && at < i;
  });
  return {
    form,
    blocks: 1,
    heads: 'above',
    half: isUpper ? (isLower ? 'full' : 'upper') : 'lower',
    totals: total < first ? 'first' : 'last',
    thousands: [],
    minus: signs(({minus}) => minus),
    diagonal: signs(({diagonal}) => (diagonal === '' ? [] : [diagonal])),
    nil: signs(({nil}) => nil),
  };
}

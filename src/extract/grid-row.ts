/** One line of a grid -> its name, its total and its figures, field by field and without a piece of text for each. */

/** `values[j]` is a figure where `has[j]` is 1; `starts` has where each field begins, and one more than the line's end. */
export type GridRow = {
  readonly code: string | null;
  readonly label: string;
  readonly total: number;
  readonly values: Int32Array;
  readonly has: Uint8Array;
  readonly starts: Int32Array;
  /** What stands where the unit meets itself; the signs for minus and for nil that the row has. */
  readonly diagonal: string;
  readonly minus: readonly string[];
  readonly nil: readonly string[];
};

type Columns = {
  readonly names: readonly string[];
  readonly labels: number;
  readonly total: number;
  readonly first: number;
};

/** Reads the row of the unit at a place; null where a field is neither a plain figure nor a dash nor empty. */
export function readRow(text: string, delimiter: string, columns: Columns, own: number): GridRow | null {
  const {names, labels, total, first} = columns;
  const starts = startsOf(text, delimiter, names.length + labels + 1);
  if (!starts || text.includes('"')) return null;
  const field = (at: number) => text.slice(starts[at]!, starts[at + 1]! - 1).trim();
  const said = figureOf(field(total));
  if (said === null || Number.isNaN(said)) return null;
  const [values, has] = [new Int32Array(names.length), new Uint8Array(names.length)];
  const [minus, nil] = [new Set<string>(), new Set<string>()];
  for (let at = 0; at < names.length; at++) {
    const cell = field(first + at);
    if (at === own || cell === '') continue;
    const value = figureOf(cell);
    if (value === null) return null;
    if (value < 0) minus.add(cell[0]!);
    if (Number.isNaN(value) || value === 0) nil.add(cell);
    values[at] = value || 0;
    has[at] = 1;
  }
  const diagonal = field(first + own);
  if (!/^\D*$/.test(diagonal)) return null;
  const label = field(labels - 1);
  const code = labels === 2 ? field(0) : null;
  return label === ''
    ? null
    : {code, label, total: said, values, has, starts, diagonal, minus: [...minus], nil: [...nil]};
}

function startsOf(text: string, delimiter: string, count: number): Int32Array | null {
  const starts = new Int32Array(count + 1);
  let field = 1;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) {
    if (field >= count) return null;
    starts[field++] = at + 1;
  }
  starts[count] = text.length + 1;
  return field === count ? starts : null;
}

/** The largest figure that is kept; no table of moves has a larger one. */
const LARGEST_FIGURE = 2 ** 31 - 1;

/** A whole number; NaN for a dash, which is nil; null for anything else. */
function figureOf(cell: string): number | null {
  if (/^[-\u2010-\u2015\u2212]$/.test(cell)) return NaN;
  const [, sign, digits] = /^([-+\u2010-\u2015\u2212]?)(\d+)$/.exec(cell) ?? [];
  const size = Number(digits);
  if (digits === undefined || size > LARGEST_FIGURE) return null;
  return sign === '' || sign === '+' ? size : 0 - size;
}

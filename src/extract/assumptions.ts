/**
 * How a text was read, so that a person can see what was taken for granted.
 */
import {isDash, type Token} from './cells.ts';
import type {FormName} from './lines.ts';
import type {Layout} from './layouts.ts';
import type {Signs} from './signs.ts';
import type {Source} from './source.ts';
import type {Structure} from './structure.ts';

export type Assumptions = {
  readonly form: FormName;
  readonly encoding: string;
  readonly blocks: number;
  readonly heads: 'above' | 'below' | 'assumed';
  readonly half: Layout['half'];
  /** Where the totals stand; null where there are none. */
  readonly totals: 'first' | 'last' | null;
  /** The signs as they are printed, each kind once: between thousands, for minus, on the diagonal, for nil. */
  readonly thousands: readonly string[];
  readonly minus: readonly string[];
  readonly diagonal: readonly string[];
  readonly nil: readonly string[];
  readonly signs: Signs;
  /** How many examples the note gives. */
  readonly examples: number;
};

/** What was assumed of a text. */
export function assumptionsOf(
  {encoding}: Source,
  form: FormName,
  {assembly, blocks, printed, gross}: Structure,
  signs: Signs,
  examples: number,
): Assumptions {
  const cells = printed.cells.flatMap((row, i) =>
    row.flatMap((token, j) => (token ? [{token, isDiagonal: i === j}] : [])),
  );
  const totals = printed.totals.flatMap(token => token ?? []);
  const figures = [...cells.map(({token}) => token), ...totals].filter(({kind}) => kind === 'number');
  const off = cells.filter(({isDiagonal}) => !isDiagonal).map(({token}) => token);
  const isNil = (token: Token) => isDash(token) || token.value === 0;
  return {
    form,
    encoding,
    blocks: blocks.blocks.length,
    heads: blocks.heads,
    half: halfOf(printed.cells),
    totals: totals.length ? placeOfTotals(assembly.columns) : null,
    thousands: unique(figures.flatMap(({place}) => /(?<=\d)[^\d](?=\d)/.exec(place.text)?.[0] ?? [])),
    minus: unique(figures.flatMap(({place}) => /^[^\d+]\s*(?=\d)/.exec(place.text)?.[0] ?? [])),
    diagonal: unique(
      cells.flatMap(({token, isDiagonal}) => (isDiagonal && !gross ? [token.place.text] : [])),
    ),
    nil: unique(off.filter(isNil).map(({place}) => place.text)),
    signs,
    examples,
  };
}

const unique = (list: readonly string[]) => [...new Set(list)];

function placeOfTotals(columns: readonly (readonly unknown[])[]): 'first' | 'last' {
  return columns.find(list => list.includes('total'))?.[0] === 'total' ? 'first' : 'last';
}

/** Which half is printed, as found and whatever the layout allowed. */
function halfOf(cells: Structure['printed']['cells']): Layout['half'] {
  const holds = (isUpper: boolean) =>
    cells.some((row, i) => row.some((token, j) => token && (isUpper ? j > i : j < i)));
  if (!holds(true)) return 'lower';
  return holds(false) ? 'full' : 'upper';
}

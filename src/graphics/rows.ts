/**
 * Named tables -> rows for Vega: flat, plain values and nothing to look up.
 */
import type {BarRow, CountyName, NamedTables} from '../facts/tables.ts';
import type {Tone} from './config.ts';

export const TABLES = ['flows', 'totals', 'cells', 'arcs', 'pairs'] as const;
export type TableName = (typeof TABLES)[number];

/** The named tables that charts draw. */
export type ChartTables = Pick<NamedTables, TableName>;

/** Which form of a county's name a layout has room for. */
export const NAME_FORMS = ['label', 'name', 'short'] as const;
export type NameForm = (typeof NAME_FORMS)[number];

/**
 * Numbers are moves. `code` is the county's key, which no other county has; `county` is its name in the form of
 * the layout, to be read and not to be looked up: two counties may have the same.
 */
type Bar = {
  readonly code: string;
  readonly county: string;
  /** Null where a row stands for who is left out. */
  readonly net: number | null;
  readonly tone: Tone;
};
/** `row` and `column` are codes. */
type Cell = {readonly row: string; readonly column: string; readonly net: number};
type Arc = {
  readonly code: string;
  readonly county: string;
  /** The full name, for where there is room in every layout. */
  readonly name: string;
  readonly index: number;
  readonly total: number;
  /** What it gained and what it lost, both positive. */
  readonly gains: number;
  readonly losses: number;
};
/** From the code of the county that lost to that of the county that gained. */
export type Pair = {readonly from: string; readonly to: string; readonly net: number};

export type Rows = {
  readonly flows: readonly Bar[];
  readonly totals: readonly Bar[];
  readonly cells: readonly Cell[];
  readonly arcs: readonly Arc[];
  readonly pairs: readonly Pair[];
};

/** The columns of each table, held against the rows by their types. */
export const COLUMNS: {readonly [T in TableName]: Readonly<Record<keyof Rows[T][number], true>>} = {
  flows: {code: true, county: true, net: true, tone: true},
  totals: {code: true, county: true, net: true, tone: true},
  cells: {row: true, column: true, net: true},
  arcs: {
    code: true,
    county: true,
    name: true,
    index: true,
    total: true,
    gains: true,
    losses: true,
  },
  pairs: {from: true, to: true, net: true},
};

/** The rows of every table, in the order of the tables. */
export function plainRows(tables: ChartTables, form: NameForm): Rows {
  const named = (county: CountyName): string => county[form];
  return {
    flows: barRows(tables.flows, form),
    totals: barRows(tables.totals, form),
    cells: tables.cells.map(({row, column, net}) => ({row: row.key, column: column.key, net: net.value})),
    arcs: tables.arcs.map(({county, index, total, gains, losses}) => ({
      code: county.key,
      county: named(county),
      name: county.name,
      index,
      total: total.value,
      gains: gains.value,
      losses: losses.value,
    })),
    pairs: tables.pairs.map(({from, to, net}) => ({from: from.key, to: to.key, net: net.value})),
  };
}

/** Bars, in the order that they have. */
export const barRows = (bars: readonly BarRow[], form: NameForm): readonly Bar[] =>
  bars.map(({county, net}) => ({
    code: county.key,
    county: county[form],
    net: net?.value ?? null,
    tone: toneOf(net?.value ?? 0),
  }));

function toneOf(net: number): Tone {
  if (net === 0) return 'zero';
  return net > 0 ? 'gain' : 'loss';
}

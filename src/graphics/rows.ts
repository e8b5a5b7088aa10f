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

/** Numbers are persons. `county` is the name in the form of the layout, `code` the county's key. */
export type Bar = {
  readonly code: string;
  readonly county: string;
  readonly net: number;
  readonly tone: Tone;
  readonly chosen: boolean;
};
export type Cell = {readonly row: string; readonly column: string; readonly net: number};
export type Arc = {
  readonly code: string;
  readonly county: string;
  /** The full name, for where there is room in every layout. */
  readonly name: string;
  readonly index: number;
  readonly total: number;
  readonly chosen: boolean;
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

/** The rows of every table, in the order of the tables. */
export function plainRows(tables: ChartTables, form: NameForm): Rows {
  const named = (county: CountyName): string => county[form];
  const bar = ({county, net, chosen}: BarRow): Bar => ({
    code: county.code,
    county: named(county),
    net: net.value,
    tone: toneOf(net.value),
    chosen,
  });
  return {
    flows: tables.flows.map(bar),
    totals: tables.totals.map(bar),
    cells: tables.cells.map(({row, column, net}) => ({
      row: named(row),
      column: named(column),
      net: net.value,
    })),
    arcs: tables.arcs.map(({county, index, total, chosen}) => ({
      code: county.code,
      county: named(county),
      name: county.name,
      index,
      total: total.value,
      chosen,
    })),
    pairs: tables.pairs.map(({from, to, net}) => ({from: from.code, to: to.code, net: net.value})),
  };
}

function toneOf(net: number): Tone {
  if (net === 0) return 'zero';
  return net > 0 ? 'gain' : 'loss';
}

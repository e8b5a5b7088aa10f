/** The tables that charts have beside them: the figures that they are drawn from, in their order. */
import {othersThan} from './figures.ts';
import {valueOf} from './evaluator.ts';
import type {Lore, Me} from './lore.ts';
import {inDigits, inSigned} from './printing.ts';
import {plain, type WantedCell, wantedTables, type WantedRow} from './tables.ts';

/** What charts are drawn from, by the names of those that come with gen-report. */
const KINDS: Readonly<Record<string, (lore: Lore, me: Me) => readonly WantedRow[]>> = {
  flows: (lore, me) => [[headOf(lore), columnOf(lore, 'net')], ...flows(lore, me)],
  totals: lore => [[headOf(lore), columnOf(lore, 'total')], ...totals(lore)],
  chord: lore => [['from', 'to', 'net'].map(key => columnOf(lore, key)), ...pairs(lore)],
  heatmap: lore => wantedTables(lore).get('full')!,
};

/** Whether a chart comes with gen-report, so that it is known what it is drawn from. */
export const isKnownChart = (name: string): boolean => Object.hasOwn(KINDS, name);

/**
 * Heads and rows of the table that a chart may have in the report on `me`: one for a chart that is known here, any for
 * one of somebody's own.
 */
export const chartTables = (lore: Lore, me: Me, name: string): readonly (readonly WantedRow[])[] =>
  isKnownChart(name) ? [KINDS[name]!(lore, me)] : Object.values(KINDS).map(kind => kind(lore, me));

const headOf = ({table, tongue}: Lore): WantedCell => plain(tongue.labels.units[table.title.unit]['head']!);
const columnOf = ({tongue}: Lore, key: string): WantedCell => plain(tongue.labels.columns[key]!);

const nameOf = ({table}: Lore, at: number): WantedCell => plain(table.counties[at]!.label);

function number({world, tongue}: Lore, expr: string, print: typeof inDigits): WantedCell {
  const value = valueOf(world, expr);
  return {text: print(tongue.labels, value), expr, value, isExact: true, id: null};
}

type Row = {readonly order: number; readonly amount: number; readonly cells: WantedRow};

/** The largest first, equals in the order of the table. */
const sorted = (rows: readonly Row[]): readonly WantedRow[] =>
  rows.toSorted((a, b) => b.amount - a.amount || a.order - b.order).map(({cells}) => cells);

function flows(lore: Lore, me: Me): readonly WantedRow[] {
  if (me === null) return [];
  const {keys, net} = lore.world;
  return sorted(
    othersThan(lore.world, me).map(other => ({
      order: other,
      amount: net[me]![other]!,
      cells: [nameOf(lore, other), number(lore, `net(${keys[me]},${keys[other]})`, inSigned)],
    })),
  );
}

function totals(lore: Lore): readonly WantedRow[] {
  const {keys, totals: all} = lore.world;
  return sorted(
    all.map((amount, at) => ({
      order: at,
      amount,
      cells: [nameOf(lore, at), number(lore, `total(${keys[at]})`, inSigned)],
    })),
  );
}

/** Of each pair the side that gained; pairs in the order of the lower half of the table. */
function pairs(lore: Lore): readonly WantedRow[] {
  const {keys, net} = lore.world;
  return sorted(
    keys
      .flatMap((_, a) => keys.slice(0, a).map((__, b) => (net[a]![b]! > 0 ? [b, a] : [a, b])))
      .map(([from = 0, to = 0], order) => ({
        order,
        amount: net[to]![from]!,
        cells: [
          nameOf(lore, from),
          nameOf(lore, to),
          number(lore, `net(${keys[to]},${keys[from]})`, inDigits),
        ],
      }))
      .filter(({amount}) => amount > 0),
  );
}

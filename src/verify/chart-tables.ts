/** The tables that charts have beside them: the figures that they are drawn from, in their order. */
import type {Lore, Me} from './lore.ts';
import {inDigits, inSigned} from './printing.ts';
import {type Bar, flowsShown, ringShown, totalsShown} from './shown.ts';
import {plain, type WantedCell, wantedTables, type WantedRow} from './tables.ts';

/** What charts are drawn from, by the names of those that come with gen-report. */
const KINDS: Readonly<Record<string, (lore: Lore, me: Me) => readonly WantedRow[]>> = {
  flows: (lore, me) => [[headOf(lore), columnOf(lore, 'net')], ...flowsShown(lore, me).map(barOf(lore))],
  totals: (lore, me) => [[headOf(lore), columnOf(lore, 'total')], ...totalsShown(lore, me).map(barOf(lore))],
  chord: (lore, me) => [['from', 'to', 'net'].map(key => columnOf(lore, key)), ...ribbons(lore, me)],
  heatmap: (lore, me) => wantedTables(lore, me).get('full')!,
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

const number = ({tongue}: Lore, expr: string, value: number, print: typeof inDigits): WantedCell => ({
  text: print(tongue.labels, value),
  expr,
  value,
  isExact: true,
  id: null,
});

const barOf =
  (lore: Lore) =>
  ({label, amount, expr}: Bar): WantedRow => [
    plain(label),
    amount === null || expr === null ? plain('') : number(lore, expr, amount, inSigned),
  ];

/** The largest first, equals in the order of the lower half of the table. */
const ribbons = (lore: Lore, me: Me): readonly WantedRow[] =>
  ringShown(lore, me)
    .ribbons.toSorted((a, b) => b.amount - a.amount)
    .map(({from, to, amount, expr}) => [
      plain(from.label),
      plain(to.label),
      number(lore, expr, amount, inDigits),
    ]);

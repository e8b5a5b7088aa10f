/**
 * The figures that a chart is drawn from, as a table to be read beside it.
 */
import type {Figures, Inlines} from '../document.ts';
import type {BarRow, CountyName, NamedTables, PairRow} from '../facts/tables.ts';
import {formatNumber, formatSigned} from '../language.ts';
import {fullTable} from './tables.ts';
import {number, printedName, type Speech, text} from './words.ts';

/** What a chart is drawn from: bars of one county's flows or of all totals, the flows of all pairs, or all cells. */
export type DataName = 'flows' | 'totals' | 'pairs' | 'cells';

const NAMES: readonly DataName[] = ['flows', 'totals', 'pairs', 'cells'];

/** What the tables of a chart file come to; null where it draws no figures of the table. */
export const dataName = (tables: readonly string[]): DataName | null =>
  NAMES.find(name => tables.includes(name)) ?? null;

/** The figures of a chart with heads in words, in the order in which it draws them. */
export function chartData(name: DataName, tables: NamedTables, speech: Speech): Figures {
  const {units, columns} = speech.language.labels;
  const head = units[speech.unit]['head']!;
  switch (name) {
    case 'flows':
    case 'totals':
      return plain([head], columns[name === 'flows' ? 'net' : 'total']!, tables[name].map(bar(speech)));
    case 'pairs':
      return plain(
        [columns['from']!, columns['to']!],
        columns['net']!,
        bySize(tables.pairs).map(pair(speech)),
      );
    case 'cells':
      return fullTable(tables.full, speech);
  }
}

/** The flows of all pairs, the largest first, equals in the published order. */
export const bySize = (pairs: readonly PairRow[]): readonly PairRow[] =>
  pairs.toSorted((a, b) => b.net.value - a.net.value);

type Cells = readonly Inlines[];

/** Rows of names and a number; the first name is the head of its row. */
function plain(names: readonly string[], amount: string, rows: readonly Cells[]): Figures {
  return {
    kind: 'table',
    layout: 'plain',
    columns: [
      ...names.map(head => ({head: [text(head)], align: 'start'}) as const),
      {head: [text(amount)], align: 'end'},
    ],
    rows: rows.map(cells => ({
      id: null,
      marked: false,
      cells: cells.map((content, at) => ({id: null, header: at === 0, content})),
    })),
  };
}

const named = (county: CountyName): Inlines => printedName(county);

const bar =
  (speech: Speech) =>
  ({county, net}: BarRow): Cells => [
    named(county),
    net ? [number(speech, net, formatSigned(speech.language, net.value))] : [],
  ];

const pair =
  (speech: Speech) =>
  ({from, to, net}: PairRow): Cells => [
    named(from),
    named(to),
    [number(speech, net, formatNumber(speech.language, net.value))],
  ];

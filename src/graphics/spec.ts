/**
 * Chart file -> complete spec. Four things come from outside: the tables' rows, the theme as config, the language,
 * the measured sizes. Everything about the looks stays in the file.
 */
import type {Language} from '../language.ts';
import type {Theme} from '../theme.ts';
import {bareNames, type ChartFile, isVegaLite, tablesOf} from './chart-file.ts';
import {vegaConfig} from './config.ts';
import type {Rows, TableName} from './rows.ts';
import type {Layout, Sizes} from './sizes.ts';

/** A Vega or Vega-Lite spec: plain JSON. */
export type Spec = Readonly<Record<string, unknown>>;

export type Filling = {
  readonly rows: Rows;
  /** The code of the county that the report is about. */
  readonly county: string;
  readonly theme: Theme;
  readonly language: Language;
  readonly layout: Layout;
  readonly sizes: Sizes;
};

/** What fills the bare names of a chart file: its params or signals, and the rows of its tables. */
export type Fill = {
  readonly signals: Spec;
  readonly data: Readonly<Record<string, readonly unknown[]>>;
};

/** What fills the bare names of a checked chart file. */
export function fillOf(file: ChartFile, {rows, county, language, layout, sizes}: Filling): Fill {
  const named = [...rows.arcs, ...rows.flows, ...rows.totals];
  const nameOf = Object.fromEntries(named.map(row => [row.code, row.county]));
  const known: Spec = {...layout, ...sizes, labels: language.labels.charts, county, nameOf};
  return {
    signals: Object.fromEntries(bareNames(file).map(name => [name, known[name]])),
    data: Object.fromEntries((tablesOf(file) as TableName[]).map(table => [table, rows[table]])),
  };
}

/** Fills a checked chart file. The spec shares nothing with the file, so the file may be filled again. */
export function fillSpec(file: ChartFile, filling: Filling): Spec {
  const {usermeta: _, ...spec} = file;
  const {theme, language, sizes} = filling;
  const fill = fillOf(file, filling);
  return structuredClone({
    ...spec,
    width: sizes.width,
    ...(sizes.height === undefined ? {} : {height: sizes.height}),
    ...fillNames(file, fill),
    ...fillTables(file, fill),
    config: vegaConfig(theme, language.labels.number),
  });
}

/** Vega-Lite calls them params, Vega signals. */
function fillNames(file: ChartFile, {signals}: Fill): Spec {
  const key = isVegaLite(file) ? 'params' : 'signals';
  const entries = (file[key] ?? []) as readonly {readonly name: string}[];
  return {
    [key]: entries.map(entry =>
      Object.hasOwn(signals, entry.name) ? {...entry, value: signals[entry.name]} : entry,
    ),
  };
}

/** Vega has a list of data sets, each with its values; Vega-Lite keeps the values apart, under `datasets`. */
function fillTables(file: ChartFile, {data}: Fill): Spec {
  if (isVegaLite(file)) return {datasets: data};
  const sets = (file['data'] ?? []) as readonly {readonly name: string}[];
  return {
    data: sets.map(set => (Object.hasOwn(data, set.name) ? {...set, values: data[set.name]} : set)),
  };
}

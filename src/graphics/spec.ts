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

type Filling = {
  readonly rows: Rows;
  /** The code of the county that the report is about. */
  readonly county: string;
  readonly theme: Theme;
  readonly language: Language;
  readonly layout: Layout;
  readonly sizes: Sizes;
};

/** Fills a checked chart file. The spec shares nothing with the file, so the file may be filled again. */
export function fillSpec(file: ChartFile, filling: Filling): Spec {
  const {usermeta: _, ...spec} = structuredClone(file);
  const {theme, language, sizes} = filling;
  return {
    ...spec,
    width: sizes.width,
    ...(sizes.height === undefined ? {} : {height: sizes.height}),
    ...fillNames(file, filling),
    ...fillTables(file, filling.rows),
    config: vegaConfig(theme, language.labels.number),
  };
}

/** Vega-Lite calls them params, Vega signals. */
function fillNames(file: ChartFile, filling: Filling): Spec {
  const known = values(filling);
  const bare = bareNames(file);
  const fill = (entry: {readonly name: string}) =>
    bare.includes(entry.name) ? {...entry, value: known[entry.name]} : entry;
  const key = isVegaLite(file) ? 'params' : 'signals';
  return {[key]: structuredClone(((file[key] ?? []) as readonly {name: string}[]).map(fill))};
}

function values({rows, county, language, layout, sizes}: Filling): Spec {
  const nameOf = Object.fromEntries(rows.arcs.map(arc => [arc.code, arc.county]));
  return {...layout, ...sizes, labels: language.labels.charts, county, nameOf};
}

/** Vega has a list of data sets, each with its values; Vega-Lite keeps the values apart, under `datasets`. */
function fillTables(file: ChartFile, rows: Rows): Spec {
  const tables = tablesOf(file) as TableName[];
  if (isVegaLite(file)) {
    return {datasets: Object.fromEntries(tables.map(table => [table, structuredClone(rows[table])]))};
  }
  const fill = (data: {readonly name: string}) =>
    tables.includes(data.name as TableName) ? {...data, values: rows[data.name as TableName]} : data;
  return {data: structuredClone(((file['data'] ?? []) as readonly {name: string}[]).map(fill))};
}

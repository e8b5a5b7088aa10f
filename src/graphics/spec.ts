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
  /** The code of the county that the report is about; null where it is on all. */
  readonly county: string | null;
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
  const {theme, language, sizes, county} = filling;
  const {usermeta, ...ofCounty} = file;
  const spec = county === null ? {...ofCounty, ...ofAll(ofCounty, usermeta.overview)} : ofCounty;
  const fill = fillOf(file, filling);
  return structuredClone({
    ...spec,
    width: sizes.width,
    ...(sizes.height === undefined ? {} : {height: sizes.height}),
    ...fillNames(spec, fill),
    ...fillTables(spec, fill),
    config: vegaConfig(theme, language.labels.number),
  });
}

/**
 * The lists of a spec that are others where no county is highlighted: what has a name stands for the part of that name,
 * and a list of parts without names for the whole list.
 */
const ofAll = (spec: Spec, lists: ChartFile['usermeta']['overview'] = {}): Spec =>
  Object.fromEntries(
    Object.entries(lists).map(([key, parts]) => [
      key,
      parts.every(isNamed)
        ? (spec[key] as readonly unknown[]).map(
            part => parts.find(each => isNamed(part) && each.name === part.name) ?? part,
          )
        : parts,
    ]),
  );

const isNamed = (part: unknown): part is Named => typeof part === 'object' && part !== null && 'name' in part;

type Named = {readonly name: string};

/** Vega-Lite calls them params, Vega signals. */
function fillNames(spec: Spec, {signals}: Fill): Spec {
  const key = isVegaLite(spec) ? 'params' : 'signals';
  const entries = (spec[key] ?? []) as readonly {readonly name: string}[];
  return {
    [key]: entries.map(entry =>
      Object.hasOwn(signals, entry.name) ? {...entry, value: signals[entry.name]} : entry,
    ),
  };
}

/** Vega has a list of data sets, each with its values; Vega-Lite keeps the values apart, under `datasets`. */
function fillTables(spec: Spec, {data}: Fill): Spec {
  if (isVegaLite(spec)) return {datasets: data};
  const sets = (spec['data'] ?? []) as readonly {readonly name: string}[];
  return {
    data: sets.map(set => (Object.hasOwn(data, set.name) ? {...set, values: data[set.name]} : set)),
  };
}

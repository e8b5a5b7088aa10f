/**
 * A chart: chart file + tables + theme + language -> pictures, and the specs that they were drawn from.
 */
import {formatLocale} from 'vega';
import type {BarRow} from '../facts/tables.ts';
import type {Labels, Language} from '../language.ts';
import type {Theme} from '../theme.ts';
import {tablesOf, type ChartFile} from './chart-file.ts';
import {FITS} from './fit.ts';
import {type Choices, choicesOf, type Live, liveOf} from './live.ts';
import {barRows, plainRows, type ChartTables, type Rows, type TableName} from './rows.ts';
import type {Layout, Measure, Sizes} from './sizes.ts';
import {type Fill, fillOf, fillSpec, type Filling, type Spec} from './spec.ts';
import {draw, type Drawing} from './svg.ts';

/** What all charts of one report share. `county` is the code of the county that it is about; null where it is on all. */
export type ChartContext = {
  readonly tables: ChartTables;
  readonly county: string | null;
  readonly theme: Theme;
  readonly language: Language;
  readonly measure: Measure;
};

/** A picture, the chart file as it was filled and with what, and its Vega form (the same where the file is Vega). */
export type ChartPicture = Drawing & {readonly spec: Spec; readonly fill: Fill};

export type Chart = {
  readonly name: string;
  /** 515 px, for print and wide screens. */
  readonly wide: ChartPicture;
  /** 328 px, for phones; null where the chart needs the width. */
  readonly narrow: ChartPicture | null;
  readonly live: Live;
  /** The tables that it draws. */
  readonly tables: readonly TableName[];
};

/**
 * Draws one file of `templates/charts`. `json` is a file in which `checkChartFile` found no fault: it is checked
 * once when it is opened, not for each county. What only Vega can tell is a ReportError.
 */
export async function drawChart(name: string, json: unknown, context: ChartContext): Promise<Chart> {
  const file = json as ChartFile;
  const layouts = file.usermeta.layouts;
  const drawn = async (layout: Layout): Promise<ChartPicture> => {
    const rows = plainRows(context.tables, layout.names);
    const filling = {...context, rows, layout, sizes: sizesOf(file, layout, rows, context)};
    const spec = fillSpec(file, filling);
    return {...(await draw(name, spec, context.measure)), spec, fill: fillOf(file, filling)};
  };
  const wide = await drawn(layouts.wide);
  const narrow = layouts.narrow ? await drawn(layouts.narrow) : null;
  return {
    name,
    wide,
    narrow,
    live: liveOf(context.county, wide, narrow),
    tables: tablesOf(file) as TableName[],
  };
}

/**
 * What a live chart needs for each county that a reader can choose, by its code: the same for all reports of a language.
 * `flows` are those of each such county; nothing is drawn.
 */
export function chartChoices(
  json: unknown,
  context: Omit<ChartContext, 'county'>,
  flows: ReadonlyMap<string, readonly BarRow[]>,
): Choices {
  const file = json as ChartFile;
  return choicesOf(file, [...flows.keys()], layout => {
    const common = plainRows(context.tables, layout.names);
    let shared: Sizes | null = null;
    return county => {
      // All other tables are the same for every county.
      const rows = {...common, flows: barRows(flows.get(county)!, layout.names)};
      const sizes = shared ?? sizesOf(file, layout, rows, {...context, county});
      if (!FITS[file.usermeta.fit]!.byCounty) shared = sizes;
      return fillOf(file, {...context, county, rows, layout, sizes});
    };
  });
}

function sizesOf(
  file: ChartFile,
  layout: Layout,
  rows: Rows,
  {county, language, measure}: Pick<Filling, 'county' | 'language'> & {readonly measure: Measure},
): Sizes {
  return FITS[file.usermeta.fit]!.fit({
    rows,
    county,
    tables: tablesOf(file) as TableName[],
    layout,
    labels: language.labels.charts,
    measure,
    format: signed(language.labels.number),
  });
}

/** The same formatter that Vega uses when it draws, so that what is measured is what is printed. */
function signed(number: Labels['number']): (value: number) => string {
  const {format: formatter} = formatLocale(number as never) as unknown as D3Locale;
  const format = formatter('+,');
  return value => (value === 0 ? '0' : format(value));
}

/** Vega's types say that `formatLocale` returns nothing. */
type D3Locale = {readonly format: (specifier: string) => (value: number) => string};

/**
 * A chart: chart file + tables + theme + language -> pictures, and the specs that they were drawn from.
 */
import {formatLocale} from 'vega';
import type {Labels, Language} from '../language.ts';
import type {Theme} from '../theme.ts';
import {tablesOf, type ChartFile} from './chart-file.ts';
import {FITS} from './fit.ts';
import {plainRows, type ChartTables, type TableName} from './rows.ts';
import type {Layout, Measure} from './sizes.ts';
import {fillSpec, type Spec} from './spec.ts';
import {draw, type Drawing} from './svg.ts';

/** What all charts of one report share. `county` is the code of the county that it is about. */
type ChartContext = {
  readonly tables: ChartTables;
  readonly county: string;
  readonly theme: Theme;
  readonly language: Language;
  readonly measure: Measure;
};

/** A picture, the chart file as it was filled, and its Vega form (the same where the file is Vega). */
export type ChartPicture = Drawing & {readonly spec: Spec};

export type Chart = {
  readonly name: string;
  /** 515 px, for print and wide screens. */
  readonly wide: ChartPicture;
  /** 328 px, for phones; null where the chart needs the width. */
  readonly narrow: ChartPicture | null;
};

/**
 * Draws one file of `templates/charts`. `json` is a file in which `checkChartFile` found no fault: it is checked
 * once when it is opened, not for each county. What only Vega can tell is a ReportError.
 */
export async function drawChart(name: string, json: unknown, context: ChartContext): Promise<Chart> {
  const file = json as ChartFile;
  const {wide, narrow} = file.usermeta.layouts;
  return {
    name,
    wide: await drawLayout(name, file, wide, context),
    narrow: narrow ? await drawLayout(name, file, narrow, context) : null,
  };
}

async function drawLayout(
  name: string,
  file: ChartFile,
  layout: Layout,
  context: ChartContext,
): Promise<ChartPicture> {
  const spec = chartSpec(file, layout, context);
  return {...(await draw(name, spec, context.measure)), spec};
}

/** Measures, then fills. */
function chartSpec(file: ChartFile, layout: Layout, context: ChartContext): Spec {
  const {tables, language, measure} = context;
  const rows = plainRows(tables, layout.names);
  const sizes = FITS[file.usermeta.fit]!.fit({
    rows,
    tables: tablesOf(file) as TableName[],
    layout,
    labels: language.labels.charts,
    measure,
    format: signed(language.labels.number),
  });
  return fillSpec(file, {...context, rows, layout, sizes});
}

/** The same formatter that Vega uses when it draws, so that what is measured is what is printed. */
function signed(number: Labels['number']): (value: number) => string {
  const {format: formatter} = formatLocale(number as never) as unknown as D3Locale;
  const format = formatter('+,');
  return value => (value === 0 ? '0' : format(value));
}

/** Vega's types say that `formatLocale` returns nothing. */
type D3Locale = {readonly format: (specifier: string) => (value: number) => string};

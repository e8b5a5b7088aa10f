/**
 * The whole story:
 *
 *     text ─extract→ Table + Proof ─facts→ Story ─graphics→ charts ─narrative→ Document ─print→ files
 *
 * Each stage is plain functions on plain data; only this file joins them (and `open.ts`, which opens what
 * they work on).
 */
import path from 'node:path';
import type {Document} from './document.ts';
import type {Env, OutputFile} from './env.ts';
import type {County, Table} from './extract/table.ts';
import {fileName} from './facts/county.ts';
import {originOf} from './facts/origin.ts';
import {derive} from './facts/provenance.ts';
import {anchor} from './facts/quantity.ts';
import {titlesOf} from './facts/frame.ts';
import {type NamedTables, namedTables} from './facts/tables.ts';
import {type Story, tell} from './facts/tell.ts';
import type {Chart} from './graphics/chart.ts';
import type {Measure} from './graphics/sizes.ts';
import {cannotPrint, ReportError} from './issues.ts';
import {fill, type Language, nameIn, withUnits} from './language.ts';
import {compose, type Drawing} from './narrative/compose.ts';
import {flowRows, fullRows} from './narrative/data.ts';
import type {ChartSource, Writer} from './open.ts';
import type {CsvRow} from './print/csv.ts';
import type {FontFiles} from './print/faces.ts';
import type {Attachment} from './print/pdf.ts';
import type {Theme} from './theme.ts';

/**
 * What can be written of a report. `csv` is the county's flows and the full table; `charts` are the pictures
 * and their specs, each a file of its own.
 */
export const FORMATS = ['pdf', 'html', 'txt', 'csv', 'charts'] as const;

export type Format = (typeof FORMATS)[number];

/** What all reports of a run are made from; `shell` is the page of the HTML, `measure` knows the `fonts`. */
export type Workshop = {
  readonly env: Env;
  readonly table: Table;
  readonly theme: Theme;
  readonly fonts: FontFiles;
  readonly measure: Measure;
  readonly charts: readonly ChartSource[];
  readonly shell: string;
};

/** A report before it is printed, with everything that led to it. */
export type Report = {
  readonly county: County;
  readonly story: Story;
  readonly tables: NamedTables;
  readonly charts: readonly Chart[];
  readonly document: Document;
};

/** Makes the report on one county in one language. */
export async function makeReport(workshop: Workshop, writer: Writer, county: County): Promise<Report> {
  const story = tell(workshop.table, county);
  const tables = namedTables(workshop.table, county);
  const charts = await drawCharts(workshop, writer, county, tables);
  const drawings = charts.map(
    ({name, wide, narrow}) => [name, {wide: bare(wide), narrow: narrow && bare(narrow)}] as const,
  );
  const document = write(workshop.table, writer, story, tables, new Map(drawings));
  return {county, story, tables, charts, document};
}

/** What a report says, with empty pictures: nothing is drawn. `charts` are the names of all there are. */
export function composeReport(
  table: Table,
  writer: Writer,
  county: County,
  charts: readonly string[],
): Omit<Report, 'charts'> {
  const story = tell(table, county);
  const tables = namedTables(table, county);
  const empty = {wide: {svg: '', width: 0, height: 0}, narrow: null};
  const drawings = new Map(charts.map(name => [name, empty]));
  return {county, story, tables, document: write(table, writer, story, tables, drawings)};
}

/** Vega is loaded here and not before: reading and checking do without. */
async function drawCharts(
  {table, theme, measure, charts}: Workshop,
  {language}: Writer,
  county: County,
  tables: NamedTables,
): Promise<readonly Chart[]> {
  const {drawChart} = await import('./graphics/chart.ts');
  const context = {
    tables,
    county: county.key,
    theme,
    language: withUnits(language, table.title.unit),
    measure,
  };
  return Promise.all(charts.map(({name, json}) => drawChart(name, json, context)));
}

/** Text is measured on the font files that the PDF embeds; what was measured once is known for the whole run. */
export async function openMeasure({regular, bold}: FontFiles): Promise<Measure> {
  const {fontMeasure} = await import('./graphics/measure.ts');
  return fontMeasure(regular.bytes, bold.bytes);
}

/** Reads the font files of a theme. @throws ReportError `cannot-print` where one is not there */
export async function openFonts(env: Env, {fonts}: Theme): Promise<FontFiles> {
  const open = async (font: string) => {
    const file = env.resolve(font);
    const bytes = file === null ? null : await env.read(file);
    if (file === null || !bytes)
      throw new ReportError([cannotPrint(`The font ${font} of the theme is not there`)]);
    return {path: file, bytes};
  };
  return {regular: await open(fonts.regular), bold: await open(fonts.bold)};
}

function write(
  table: Table,
  {language, parts}: Writer,
  story: Story,
  tables: NamedTables,
  drawings: ReadonlyMap<string, Drawing>,
): Document {
  const {counties, card, title} = table;
  const names = new Map(counties.map(county => [county.key, county]));
  return compose({
    parts,
    story,
    tables,
    drawings,
    speech: {language, anchor, unit: title.unit, names},
    tracing: {derive: expr => derive(table, expr), originOf: cell => originOf(table, cell)},
    title: nameIn(titlesOf(table), language),
    publisher: card ? nameIn(card.publisher, language) : null,
    date: card?.released ?? null,
  });
}

/** A picture without the specs that it was drawn from: a document is what is printed. */
const bare = ({svg, width, height}: Chart['wide']) => ({svg, width, height});

/** A finished file, and how many pages it has if it has pages. */
export type Printed = OutputFile & {readonly pages: number | null};

/** `attachData` puts the CSV files into the PDF, which then is PDF/A-3. */
export type Wish = {
  readonly formats: readonly Format[];
  readonly folder: string;
  readonly attachData: boolean;
};

/** Prints a report; nothing is written yet. Files go to `folder/COUNTY/`. */
export async function printReport(
  workshop: Workshop,
  {language}: Writer,
  report: Report,
  {formats, folder, attachData}: Wish,
): Promise<readonly Printed[]> {
  const {document, county} = report;
  const files = await dataFiles(workshop, language, report);
  const name = fileName(workshop.table, county);
  const home = path.join(folder, name);
  const base = path.join(home, `${name}.${document.lang}`);
  const printed = await Promise.all(
    formats.map(async (format): Promise<readonly Printed[]> => {
      switch (format) {
        case 'pdf':
          return [await printedPdf(workshop, document, `${base}.pdf`, attachData ? files : [])];
        case 'html': {
          const {printHtml} = await import('./print/html.ts');
          return [textFile(`${base}.html`, printHtml(document, workshop.theme, workshop.shell))];
        }
        case 'txt': {
          const {printText} = await import('./print/text.ts');
          return [textFile(`${base}.txt`, printText(document))];
        }
        case 'csv':
          return files.map(file => ({path: path.join(home, file.name), bytes: file.bytes, pages: null}));
        case 'charts':
          return report.charts.flatMap(chart => chartFiles(chart, path.join(home, 'charts'), document.lang));
      }
    }),
  );
  return printed.flat();
}

/** The county's flows and the full table, as files of their own and as attachments of the PDF. */
async function dataFiles(
  {table}: Workshop,
  language: Language,
  {county, tables}: Report,
): Promise<readonly Attachment[]> {
  const {tag, labels} = language;
  const {printCsv} = await import('./print/csv.ts');
  const {year, unit} = table.title;
  const title = nameIn(titlesOf(table), language);
  const words = {county: county.name, units: labels.units[unit]['other']!, title, year: String(year)};
  const file = (name: string, about: string, relationship: 'Source' | 'Data', rows: readonly CsvRow[]) => ({
    name: `${name}.${tag}.csv`,
    bytes: new TextEncoder().encode(printCsv(rows)),
    type: 'text/csv',
    description: fill(labels.attachments[about]!, words),
    relationship,
  });
  return [
    file(fileName(table, county), 'flows', 'Data', flowRows(tables.flows, labels, unit)),
    file('full-table', 'full', 'Source', fullRows(tables.full, labels, unit)),
  ];
}

async function printedPdf(
  {env, theme, fonts}: Workshop,
  document: Document,
  file: string,
  attachments: readonly Attachment[],
): Promise<Printed> {
  const {printPdf} = await import('./print/pdf.ts');
  return {path: file, ...(await printPdf(document, theme, fonts, env.dated(document.date), attachments))};
}

/** The picture, and its spec as it was filled: the Vega form, and the Vega-Lite form where that is the source. */
function chartFiles({name, wide}: Chart, folder: string, lang: string): readonly Printed[] {
  const base = path.join(folder, `${name}.${lang}`);
  const json = (spec: unknown) => `${JSON.stringify(spec, null, 1)}\n`;
  const isLite = wide.spec !== wide.vega;
  return [
    textFile(`${base}.svg`, wide.svg),
    textFile(`${base}.vg.json`, json(wide.vega)),
    ...(isLite ? [textFile(`${base}.vl.json`, json(wide.spec))] : []),
  ];
}

const textFile = (file: string, text: string): Printed => ({
  path: file,
  bytes: new TextEncoder().encode(text),
  pages: null,
});

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
import {slug} from './facts/county.ts';
import {anchor} from './facts/quantity.ts';
import {type NamedTables, namedTables} from './facts/tables.ts';
import {type Story, tell} from './facts/tell.ts';
import type {Chart} from './graphics/chart.ts';
import type {Measure} from './graphics/sizes.ts';
import {compose} from './narrative/compose.ts';
import type {ChartSource, Writer} from './open.ts';
import type {Theme} from './theme.ts';

/** What can be written of a report. `charts` are the pictures and their specs, each a file of its own. */
export const FORMATS = ['pdf', 'html', 'txt', 'charts'] as const;

export type Format = (typeof FORMATS)[number];

/** What all reports of a run are made from; `shell` is the page of the HTML. */
export type Workshop = {
  readonly env: Env;
  readonly table: Table;
  readonly theme: Theme;
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
  const document = write(workshop.table, writer, story, tables, charts);
  return {county, story, tables, charts, document};
}

/** Vega is loaded here and not before: reading and checking do without. */
async function drawCharts(
  {env, theme, charts}: Workshop,
  {language}: Writer,
  county: County,
  tables: NamedTables,
): Promise<readonly Chart[]> {
  const {drawChart} = await import('./graphics/chart.ts');
  const measure = await openMeasure(env, theme);
  const context = {tables, county: county.code, theme, language, measure};
  return Promise.all(charts.map(({name, json}) => drawChart(name, json, context)));
}

/** Text is measured on the font files that the PDF embeds. */
async function openMeasure(env: Env, {fonts}: Theme): Promise<Measure> {
  const {fontMeasure} = await import('./graphics/measure.ts');
  const [regular, bold] = await Promise.all(
    [fonts.regular, fonts.bold].map(font => env.read(env.resolve(font))),
  );
  if (!regular || !bold)
    throw new Error(`The fonts of the theme cannot be read: ${fonts.regular}, ${fonts.bold}`);
  return fontMeasure(regular, bold);
}

function write(
  {counties, card, title}: Table,
  {language, parts}: Writer,
  story: Story,
  tables: NamedTables,
  charts: readonly Chart[],
): Document {
  const names = new Map(counties.map(county => [county.code, county]));
  const publisher = card?.publisher[language.tag] ?? Object.values(card?.publisher ?? {})[0];
  return compose({
    parts,
    story,
    tables,
    drawings: new Map(
      charts.map(({name, wide, narrow}) => [name, {wide: bare(wide), narrow: narrow && bare(narrow)}]),
    ),
    speech: {language, anchor, names},
    title: title.name,
    author: publisher ?? '',
    date: card?.released ?? null,
  });
}

/** A picture without the specs that it was drawn from: a document is what is printed. */
const bare = ({svg, width, height}: Chart['wide']) => ({svg, width, height});

/** A finished file, and how many pages it has if it has pages. */
export type Printed = OutputFile & {readonly pages: number | null};

/** Prints a report; nothing is written yet. Files go to `folder/COUNTY/`. */
export async function printReport(
  workshop: Workshop,
  report: Report,
  formats: readonly Format[],
  folder: string,
): Promise<readonly Printed[]> {
  const {document, county} = report;
  const home = path.join(folder, slug(county));
  const base = path.join(home, `${slug(county)}.${document.lang}`);
  const printed = await Promise.all(
    formats.map(async (format): Promise<readonly Printed[]> => {
      switch (format) {
        case 'pdf':
          return [await printedPdf(workshop, document, `${base}.pdf`)];
        case 'html': {
          const {printHtml} = await import('./print/html.ts');
          return [textFile(`${base}.html`, printHtml(document, workshop.theme, workshop.shell))];
        }
        case 'txt': {
          const {printText} = await import('./print/text.ts');
          return [textFile(`${base}.txt`, printText(document))];
        }
        case 'charts':
          return report.charts.flatMap(chart => chartFiles(chart, path.join(home, 'charts'), document.lang));
      }
    }),
  );
  return printed.flat();
}

async function printedPdf({env, theme}: Workshop, document: Document, file: string): Promise<Printed> {
  const {printPdf} = await import('./print/pdf.ts');
  const fonts = {regular: env.resolve(theme.fonts.regular), bold: env.resolve(theme.fonts.bold)};
  return {path: file, ...(await printPdf(document, theme, fonts, env.dated(document.date)))};
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

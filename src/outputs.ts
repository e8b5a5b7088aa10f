/**
 * Reports -> files. Nothing is written here: what comes out are names and bytes.
 */
import path from 'node:path';
import type {Document} from './document.ts';
import type {OutputFile} from './env.ts';
import {fileName} from './facts/county.ts';
import {titlesOf} from './facts/frame.ts';
import {scaleOf} from './facts/scale.ts';
import type {ChartPicture} from './graphics/chart.ts';
import {fill, type Language, nameIn} from './language.ts';
import {dataName} from './narrative/chart-data.ts';
import {chartRows, flowRows, flowsIn, fullRows, rankingRows, wholeRows} from './narrative/data.ts';
import type {Writer} from './open.ts';
import type {Asset} from './print/assets.ts';
import type {CsvRow} from './print/csv.ts';
import type {Download} from './print/html-figure.ts';
import type {Attachment} from './print/pdf.ts';
import type {Report, Workshop} from './report.ts';

/**
 * What can be written of a report. `csv` is the county's flows (the overview has the ranking) and the full table; `charts` are the pictures,
 * their pages, figures and specs, each a file of its own.
 */
export const FORMATS = ['pdf', 'html', 'txt', 'csv', 'charts'] as const;

export type Format = (typeof FORMATS)[number];

/** A finished file, and how many pages it has if it has pages. */
export type Printed = OutputFile & {readonly pages: number | null};

export type Wish = {
  readonly formats: readonly Format[];
  readonly folder: string;
  /** Puts the CSV files into the PDF, which then is PDF/A-3. */
  readonly attachData: boolean;
  /** Whether styles and scripts stand in each page, or once in the folder `assets` for all. */
  readonly assets: 'inline' | 'shared';
  /** The address at which `folder` will stand, for snippets; null where it is not known. */
  readonly site: string | null;
};

/** Where the files of a report go: `home` is the folder of the county or of the overview, `name` what its files are called. */
type Place = {readonly home: string; readonly name: string; readonly wish: Wish};

/** Prints a report in one language. Files go to `folder/COUNTY/`. */
export async function printReport(
  workshop: Workshop,
  {language}: Writer,
  report: Report,
  wish: Wish,
): Promise<readonly Printed[]> {
  const {document} = report;
  // Drawn on the side while the rest is made.
  const pixels = wish.formats.includes('charts')
    ? report.charts.map(({wide}) => workshop.hands.paint(wide.svg))
    : [];
  const files = await dataFiles(workshop, language, report);
  const place = placeOf(workshop, report, wish);
  const base = path.join(place.home, `${place.name}.${document.lang}`);
  const printed = await Promise.all(
    wish.formats.map(async (format): Promise<readonly Printed[]> => {
      switch (format) {
        case 'pdf':
          return [await printedPdf(workshop, document, `${base}.pdf`, wish.attachData ? files : [])];
        case 'html':
          return printedPage(workshop, report, `${base}.html`, place);
        case 'txt': {
          const {printText} = await import('./print/text.ts');
          return [textFile(`${base}.txt`, printText(document))];
        }
        case 'csv':
          return files.map(file => ({
            path: path.join(place.home, file.name),
            bytes: file.bytes,
            pages: null,
          }));
        case 'charts':
          return chartFiles(workshop, language, report, place, pixels);
      }
    }),
  );
  return printed.flat();
}

/** The page of snippets for the charts of a county, in all languages; nothing where no charts are written. */
export async function printSnippets(
  workshop: Workshop,
  reports: readonly Report[],
  wish: Wish,
): Promise<readonly Printed[]> {
  const [first] = reports;
  if (!first || !wish.formats.includes('charts')) return [];
  const {printEmbedPage} = await import('./print/embed-page.ts');
  const place = placeOf(workshop, first, wish);
  const {theme, shells} = workshop;
  const embedded = reports.map(({document}) => ({
    document,
    fileOf: (chart: string) => `charts/${chart}.${document.lang}`,
  }));
  const options = {shell: shells.embed, style: shells.style, site: wish.site, folder: place.name};
  const page = printEmbedPage(embedded, theme, options);
  return pageFiles(path.join(place.home, 'embed.html'), page, '../assets', place.wish);
}

function placeOf({table}: Workshop, {county}: Report, wish: Wish): Place {
  const name = fileName(table, county);
  return {home: path.join(wish.folder, name), name, wish};
}

/**
 * The full table of a large table: one file for all reports of a language, in the folder that theirs stand in. Nothing
 * where no figures are written, or where each report has the table itself.
 */
export async function printFullTable(
  {table}: Workshop,
  {language}: Writer,
  {formats, folder}: Wish,
): Promise<readonly Printed[]> {
  if (scaleOf(table) === null || !formats.includes('csv')) return [];
  const {printCsv} = await import('./print/csv.ts');
  const file = path.join(folder, `full-table.${language.tag}.csv`);
  return [textFile(file, printCsv(wholeRows(table, language.labels)))];
}

/**
 * The county's flows, or the ranking of all, and the full table if it is not large, as files of their own and as
 * attachments of the PDF.
 */
async function dataFiles(
  {table}: Workshop,
  language: Language,
  {county, tables}: Report,
): Promise<readonly Attachment[]> {
  const {tag, labels} = language;
  const {printCsv} = await import('./print/csv.ts');
  const {year, unit} = table.title;
  const title = nameIn(titlesOf(table), language);
  const words = {county: county?.name ?? '', units: labels.units[unit]['other']!, title, year: String(year)};
  const file = (name: string, about: string, relationship: 'Source' | 'Data', rows: readonly CsvRow[]) => ({
    name: `${name}.${tag}.csv`,
    bytes: new TextEncoder().encode(printCsv(rows)),
    type: 'text/csv',
    description: fill(labels.attachments[about]!, words),
    relationship,
  });
  return [
    county
      ? file(fileName(table, county), 'flows', 'Data', flowRows(flowsIn(tables), labels, unit))
      : file(fileName(table, null), 'ranking', 'Data', rankingRows(tables.ranking, labels, unit)),
    ...(scaleOf(table) === null
      ? [file('full-table', 'full', 'Source', fullRows(tables.full, labels, unit))]
      : []),
  ];
}

async function printedPdf(
  {env, hands}: Workshop,
  document: Document,
  file: string,
  attachments: readonly Attachment[],
): Promise<Printed> {
  return {path: file, ...(await hands.press(document, env.dated(document.date), attachments))};
}

/** The report as a page. Its charts have links to their files where these are written too. */
async function printedPage(
  {theme, shells}: Workshop,
  report: Report,
  file: string,
  place: Place,
): Promise<readonly Printed[]> {
  const {printHtml} = await import('./print/html.ts');
  const {document} = report;
  const {formats} = place.wish;
  const {page: shell, style, live} = shells;
  const downloads = (chart: string) =>
    formats.includes('charts') ? downloadsOf(report, chart, `charts/${chart}.${document.lang}`) : [];
  return pageFiles(
    file,
    printHtml(document, theme, {shell, style, live, downloads}),
    '../assets',
    place.wish,
  );
}

/** The files of each chart of the document: pages, pictures, figures and specs. */
async function chartFiles(
  workshop: Workshop,
  language: Language,
  report: Report,
  place: Place,
  pixels: readonly Promise<Uint8Array>[],
): Promise<readonly Printed[]> {
  const {printCsv} = await import('./print/csv.ts');
  const {printChartPage} = await import('./print/chart-page.ts');
  const {svgFile} = await import('./print/svg-file.ts');
  const {theme, shells, table} = workshop;
  const {document, charts, tables} = report;
  const figures = document.sections.flatMap(({blocks}) => blocks.filter(block => block.kind === 'figure'));
  const files = charts.map(async ({name, wide, tables: drawn}, at) => {
    const figure = figures.find(({id}) => id === name);
    const base = path.join(place.home, 'charts', `${name}.${document.lang}`);
    const rows = chartRows(drawn, tables, language.labels, table.title.unit);
    const {chart: shell, style, live} = shells;
    const downloads = (chart: string) => downloadsOf(report, chart, `${chart}.${document.lang}`);
    const id = `${place.name}-${name}-${document.lang}`;
    const page = figure && printChartPage(document, figure, id, theme, {shell, style, live, downloads});
    return [
      ...(page ? await pageFiles(`${base}.html`, page, '../../assets', place.wish) : []),
      textFile(`${base}.svg`, figure ? svgFile(figure, document.lang) : wide.svg),
      {path: `${base}.png`, bytes: await pixels[at]!, pages: null},
      ...(rows ? [textFile(`${base}.csv`, printCsv(rows))] : []),
      ...specFiles(wide, base),
    ];
  });
  return (await Promise.all(files)).flat();
}

/** The spec of a chart as it was filled: the Vega form, and the Vega-Lite form where that is the source. */
function specFiles({spec, vega}: ChartPicture, base: string): readonly Printed[] {
  const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  const isLite = spec !== vega;
  return [
    textFile(`${base}.vg.json`, json(vega)),
    ...(isLite ? [textFile(`${base}.vl.json`, json(spec))] : []),
  ];
}

/** What a reader may take of a chart, as links from a page; `base` is a file without its ending. */
function downloadsOf({charts}: Report, name: string, base: string): readonly Download[] {
  const hasFigures = dataName(charts.find(chart => chart.name === name)?.tables ?? []) !== null;
  return [
    {name: 'SVG', href: `${base}.svg`},
    {name: 'PNG', href: `${base}.png`},
    ...(hasFigures ? [{name: 'CSV', href: `${base}.csv`}] : []),
    {name: 'Vega', href: `${base}.vg.json`},
  ];
}

/** A page, and what it shares with others where it does; `home` is the folder of that, as the page sees it. */
export async function pageFiles(
  file: string,
  page: string,
  home: string,
  wish: Wish,
): Promise<readonly Printed[]> {
  const {sealed, shared} = await import('./print/assets.ts');
  if (wish.assets === 'inline') return [textFile(file, sealed(page))];
  const parts = shared(page, home);
  return [
    textFile(file, parts.page),
    ...parts.assets.map(({name, text}: Asset) => textFile(path.join(wish.folder, 'assets', name), text)),
  ];
}

const textFile = (file: string, text: string): Printed => ({
  path: file,
  bytes: new TextEncoder().encode(text),
  pages: null,
});

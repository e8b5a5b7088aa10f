/**
 * The whole story:
 *
 *     text ─extract→ Table + Proof ─facts→ Story ─graphics→ charts ─narrative→ Document ─print→ files
 *
 * Each stage is plain functions on plain data; only this file joins them (and `open.ts`, which opens what
 * they work on).
 */
import type {Document} from './document.ts';
import type {Env} from './env.ts';
import type {County, Table} from './extract/table.ts';
import {type Alternatives, canBeLive, NO_ALTERNATIVES} from './alternatives.ts';
import {originOf} from './facts/origin.ts';
import {derive} from './facts/provenance.ts';
import {titlesOf} from './facts/frame.ts';
import {scaleOf} from './facts/scale.ts';
import {type NamedTables, namedTables} from './facts/tables.ts';
import {type Story, subjectOf, tell} from './facts/tell.ts';
import {isOfCounty} from './graphics/chart-file.ts';
import type {Chart} from './graphics/chart.ts';
import {tablesOf} from './graphics/chart-file.ts';
import type {Measure} from './graphics/sizes.ts';
import type {Hands} from './hands.ts';
import {ReportError, tooLargeFor} from './issues.ts';
import {nameIn, withUnits} from './language.ts';
import {dataName} from './narrative/chart-data.ts';
import {flat} from './narrative/check.ts';
import {compose} from './narrative/compose.ts';
import type {Drawing, FigureWords} from './narrative/figures.ts';
import {withRests} from './narrative/rests.ts';
import {partsFor} from './narrative/sized.ts';
import type {Part} from './narrative/template.ts';
import type {ChartSource, Shells, Writer} from './open.ts';
import type {FontFiles} from './print/faces.ts';
import {speechOf} from './speech.ts';
import type {Theme} from './theme.ts';

/** What all reports of a run are made from; `measure` knows the `fonts`. */
export type Workshop = {
  readonly env: Env;
  readonly table: Table;
  readonly theme: Theme;
  readonly fonts: FontFiles;
  readonly measure: Measure;
  /** What prints and paints. */
  readonly hands: Hands;
  readonly charts: readonly ChartSource[];
  readonly shells: Shells;
};

/** A report before it is printed, with everything that led to it. Without a county it is the overview of the country. */
export type Report = {
  readonly county: County | null;
  readonly story: Story;
  readonly tables: NamedTables;
  readonly charts: readonly Chart[];
  readonly document: Document;
};

/**
 * Makes the report on one county, or on the country where it is null, in one language. `others` is what its charts may
 * show instead (see alternatives.ts); a report that is only printed has no need of it, and the country has no other.
 */
export async function makeReport(
  workshop: Workshop,
  writer: Writer,
  county: County | null,
  others: Alternatives = NO_ALTERNATIVES,
): Promise<Report> {
  const story = tell(workshop.table, county);
  const tables = tablesIn(workshop.table, writer, county);
  const charts = await drawCharts(workshop, writer, county, tables);
  const isLive = canBeLive(workshop.table);
  const drawings = charts.map(chart => [chart.name, drawingOf(chart, isLive ? others : null)] as const);
  const document = write(workshop.table, writer, story, tables, new Map(drawings), others.words);
  return {county, story, tables, charts, document};
}

/** What a document needs of a chart; without alternatives it stays a picture. */
const drawingOf = ({name, wide, narrow, live, tables}: Chart, others: Alternatives | null): Drawing => ({
  wide: bare(wide),
  narrow: narrow && bare(narrow),
  shows: dataName(tables),
  live: others && {...live, choices: others.choices.get(name) ?? new Map()},
});

/** What a report says, with empty pictures: nothing is drawn. `charts` are the names of all there are. */
export function composeReport(
  table: Table,
  writer: Writer,
  county: County | null,
  charts: readonly string[],
): Omit<Report, 'charts'> {
  const story = tell(table, county);
  const tables = tablesIn(table, writer, county);
  const empty = {wide: {svg: '', width: 0, height: 0}, narrow: null, shows: null, live: null};
  const drawings = new Map(charts.map(name => [name, empty]));
  return {county, story, tables, document: write(table, writer, story, tables, drawings, new Map())};
}

/** The named tables with all their names: those of several together are in the language of the writer. */
const tablesIn = (table: Table, {language}: Writer, county: County | null): NamedTables =>
  withRests(namedTables(table, county), language, table.title.unit);

/** Of a large table there are not all flows to be drawn. */
const canBeDrawn = (table: Table, {json}: ChartSource): boolean =>
  scaleOf(table) === null || !tablesOf(json).includes('cells');

/** Vega is loaded here and not before: reading and checking do without. */
async function drawCharts(
  {table, theme, measure, charts}: Workshop,
  {language}: Writer,
  county: County | null,
  tables: NamedTables,
): Promise<readonly Chart[]> {
  const {drawChart} = await import('./graphics/chart.ts');
  const context = {
    tables,
    county: county?.key ?? null,
    theme,
    language: withUnits(language, table.title.unit),
    measure,
  };
  const drawn = charts.filter(
    chart => canBeDrawn(table, chart) && (county !== null || !isOfCounty(chart.json)),
  );
  return Promise.all(drawn.map(({name, json}) => drawChart(name, json, context)));
}

/** Text is measured on the font files that the PDF embeds; what was measured once is known for the whole run. */
export async function openMeasure({regular, bold}: FontFiles): Promise<Measure> {
  const {fontMeasure} = await import('./graphics/measure.ts');
  return fontMeasure(regular, bold);
}

function write(
  table: Table,
  {language, templates}: Writer,
  story: Story,
  tables: NamedTables,
  drawings: ReadonlyMap<string, Drawing>,
  otherWords: ReadonlyMap<string, FigureWords>,
): Document {
  const {card} = table;
  return compose({
    parts: partsOf(table, templates[subjectOf(story.county)]),
    story,
    tables,
    drawings,
    otherWords,
    speech: speechOf(table, language),
    tracing: {derive: expr => derive(table, expr), originOf: cell => originOf(table, cell)},
    title: nameIn(titlesOf(table), language),
    publisher: card ? nameIn(card.publisher, language) : null,
    date: card?.released ?? null,
  });
}

/**
 * The parts of a template that a table has use for.
 * @throws ReportError where they would be a table of all cells of a table that is too large for it
 */
export function partsOf(table: Table, parts: readonly Part[]): readonly Part[] {
  const isLarge = scaleOf(table) !== null;
  const sized = partsFor(parts, isLarge);
  const whole = isLarge && flat(sized).find(part => part.kind === 'table' && part.name === 'full');
  if (whole && 'where' in whole) throw new ReportError([tooLargeFor(whole.where, table.counties.length)]);
  return sized;
}

/** A picture without the specs that it was drawn from: a document is what is printed. */
const bare = ({svg, width, height}: Chart['wide']) => ({svg, width, height});

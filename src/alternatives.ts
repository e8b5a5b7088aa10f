/**
 * What live charts may show instead of their report's county: every other one, in its own words. It is the same for all
 * reports of a language, so that it is worked out once for a run.
 */
import type {Table} from './extract/table.ts';
import {scaleOf} from './facts/scale.ts';
import {flowsOf, namedTables} from './facts/tables.ts';
import {tell} from './facts/tell.ts';
import type {Choices} from './graphics/live.ts';
import {withUnits} from './language.ts';
import type {FigureWords} from './narrative/figures.ts';
import type {Writer} from './open.ts';
import type {Workshop} from './report.ts';
import {speechOf} from './speech.ts';

export type Alternatives = {
  /** By the name of the chart, what is patched for each county. */
  readonly choices: ReadonlyMap<string, Choices>;
  /** By the key of the county, what its charts say. */
  readonly words: ReadonlyMap<string, FigureWords>;
};

export const NO_ALTERNATIVES: Alternatives = {choices: new Map(), words: new Map()};

/**
 * Whether the charts of a table can be live. Of a larger one a list of all is no help to a reader, and the page would grow
 * with the square of the counties: by the rows of bars of each, and by the pairs that a browser would have to draw.
 */
export const canBeLive = (table: Table): boolean => scaleOf(table) === null;

/** Works out what can be chosen in the charts of a language; nothing where there are too many counties for a list. */
export async function openAlternatives(
  workshop: Workshop,
  {language, templates}: Writer,
): Promise<Alternatives> {
  const {table, theme, measure, charts} = workshop;
  const {counties} = table;
  if (!canBeLive(table)) return NO_ALTERNATIVES;
  const {chartChoices} = await import('./graphics/chart.ts');
  const {figureWords} = await import('./narrative/figures.ts');
  const flows = new Map(counties.map(county => [county.key, flowsOf(table, county)]));
  const context = {
    tables: namedTables(table, counties[0]!),
    theme,
    language: withUnits(language, table.title.unit),
    measure,
  };
  const speech = speechOf(table, language);
  return {
    choices: new Map(charts.map(({name, json}) => [name, chartChoices(json, context, flows)])),
    words: new Map(
      counties.map(county => {
        const {key, label} = county;
        return [key, figureWords(templates.county, label, tell(table, county), flows.get(key)!, speech)];
      }),
    ),
  };
}

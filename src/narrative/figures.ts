/**
 * Charts with their words and figures, and the words of the charts that a reader may choose instead: the same phrases,
 * filled for another county.
 */
import type {Figure, FigureChoice, Figures, Inlines, Picture} from '../document.ts';
import type {NamedTables, PartnerRow} from '../facts/tables.ts';
import type {Story} from '../facts/tell.ts';
import type {Choices, Live} from '../graphics/live.ts';
import {flat} from './check.ts';
import {chartData, type DataName} from './chart-data.ts';
import {type Scope, scopeOf, sentence} from './inlines.ts';
import {numbered} from './numbered.ts';
import {partsFor} from './sized.ts';
import type {Part} from './template.ts';
import type {Speech} from './words.ts';

/** A drawn chart. `shows`: which figures it is drawn from; null where only its place is of interest. */
export type Drawing = {
  readonly wide: Picture;
  readonly narrow: Picture | null;
  readonly shows: DataName | null;
  readonly live: (Live & {readonly choices: Choices}) | null;
};

type Words = Pick<Figure, 'title' | 'alt' | 'notes'>;

/** Of one county, what each chart says, by the chart's name, and its flows. */
export type FigureWords = {
  readonly name: string;
  readonly charts: ReadonlyMap<string, Words>;
  readonly flows: readonly PartnerRow[];
};

/** What the charts of a report on a county say, by the county's `name`. Of the whole report nothing else is composed. */
export function figureWords(
  all: readonly Part[],
  name: string,
  story: Story,
  flows: readonly PartnerRow[],
  speech: Speech,
): FigureWords {
  const parts = partsFor(all, false);
  const scope = scopeOf(
    story,
    {...speech, anchor: () => null},
    numbered(parts, speech.language.labels.inText),
  );
  const charts = flat(parts).filter((part): part is ChartPart => part.kind === 'chart');
  return {
    name,
    charts: new Map(charts.map(part => [part.name, wordsOf(part, scope)])),
    flows,
  };
}

type ChartPart = Part & {kind: 'chart' | 'table'};

type Place = {
  readonly scope: Scope;
  readonly labels: ReadonlyMap<string, string>;
  readonly tables: NamedTables;
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly otherWords: ReadonlyMap<string, FigureWords>;
};

/** A chart of the document. */
export function figure(part: ChartPart, {scope, labels, tables, drawings, otherWords}: Place): Figure {
  const drawing = drawings.get(part.name);
  if (!drawing) throw new Error(`The chart ${part.name} was not drawn`);
  const {wide, narrow, shows, live} = drawing;
  return {
    kind: 'figure',
    id: part.name,
    label: labels.get(part.name)!,
    ...wordsOf(part, scope),
    wide,
    narrow,
    data: shows && chartData(shows, tables, scope.speech),
    // The matrix stands in the document as it is, if the template has it.
    twin: shows === 'cells' && labels.has('full') ? 'full' : null,
    live: live && {
      ...live,
      choices: [...live.choices].flatMap(([key, patches]): readonly FigureChoice[] => {
        const other = otherWords.get(key);
        const words = other?.charts.get(part.name);
        if (!other || !words) return [];
        return [{key, name: other.name, ...words, data: ownData(shows, tables, other, scope), ...patches}];
      }),
    },
  };
}

/** The figures of a chart that has other ones for each county. */
const ownData = (
  shows: DataName | null,
  tables: NamedTables,
  {flows}: FigureWords,
  {speech}: Scope,
): Figures | null => (shows === 'flows' ? chartData(shows, {...tables, flows}, speech) : null);

const wordsOf = (part: ChartPart, scope: Scope): Words => ({
  title: sentence(part.title, scope),
  alt: sentence(part.alt, scope),
  notes: notesOf(part, scope),
});

/** The notes of a chart or table that have something to say. */
export const notesOf = (part: ChartPart, scope: Scope): readonly Inlines[] =>
  part.notes.map(note => sentence(note, scope)).filter(note => note.length > 0);

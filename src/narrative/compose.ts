/**
 * Template + facts + charts -> Document. Nothing is decided here: a sentence is there if its fact is told.
 */
import type {Block, Document, Figures, Inlines, Section} from '../document.ts';
import {contentsOf, textOf} from '../document.ts';
import type {NamedTables} from '../facts/tables.ts';
import type {Story} from '../facts/tell.ts';
import {fill} from '../language.ts';
import {flat} from './check.ts';
import {type Drawing, figure, type FigureWords, notesOf} from './figures.ts';
import {scopeOf, type Scope, sentence} from './inlines.ts';
import {numbered} from './numbered.ts';
import {provenanceOf, type Tracing} from './provenance.ts';
import {checksTable, fullTable, rankingTable} from './tables.ts';
import {partnersTable, toPartner} from './partners.ts';
import {partsFor} from './sized.ts';
import type {Part, Phrase, Piece} from './template.ts';
import type {TableName} from './vocabulary.ts';
import type {Speech} from './words.ts';

/** Everything that goes into a document. `publisher` and `date` are for the file's metadata. */
export type Material = {
  readonly parts: readonly Part[];
  readonly story: Story;
  readonly tables: NamedTables;
  readonly drawings: ReadonlyMap<string, Drawing>;
  /** What charts are called where a reader chooses another county, by its key; see `figureWords`. */
  readonly otherWords: ReadonlyMap<string, FigureWords>;
  readonly speech: Speech;
  readonly tracing: Tracing;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
};

/** What is in reach while composing: the material, what phrases need, and the labels of charts and tables by name. */
type Place = {
  readonly material: Material;
  readonly scope: Scope;
  readonly labels: ReadonlyMap<string, string>;
};

/** Composes the document of one report in one language. The template has been checked. */
export function compose(material: Material): Document {
  const {story, tables, title} = material;
  // A table that is not there in full is too large for it.
  const parts = partsFor(material.parts, tables.full.length === 0);
  const speech = anchored(material.speech, parts, story.county?.key ?? '');
  const {labels} = speech.language;
  const scope = scopeOf(story, speech, numbered(parts, labels.inText));
  const sections = sectionsOf(parts, {material, scope, labels: numbered(parts, labels)});
  const heading = sections[0]?.blocks[0];
  const name = heading?.kind === 'heading' ? textOf(heading.content) : title;
  return {
    lang: speech.language.tag,
    title: name,
    subject: [fill(labels.subject, {title, year: String(story.figures['year']!.value)}), material.publisher]
      .filter(Boolean)
      .join('. '),
    date: material.date,
    running: {head: name, page: labels.page},
    source: sourceOf(sections),
    controls: {...labels.controls, choose: labels.units[speech.unit]['head']!},
    sections,
    provenance: provenanceOf(
      sections,
      material.tracing,
      speech,
      scope.references.get('full') ?? scope.references.get('partners') ?? '',
    ),
  };
}

/** The sentences that a chart must not be shown without: whose figures they are, and under which licence. */
function sourceOf(sections: readonly Section[]): readonly Inlines[] {
  const all = sections.flatMap(({blocks}) => blocks.flatMap(contentsOf)).flat();
  return SOURCE_FACTS.flatMap(fact => {
    const found = all.find(inline => inline.kind === 'sentence' && inline.fact === fact);
    return found ? [[found]] : [];
  });
}

const SOURCE_FACTS = ['source-named', 'source-publisher', 'source-unnamed', 'licence'];

/** A number leads to the full table, else to that of the county's partners; where the template has neither, nowhere. */
function anchored(speech: Speech, parts: readonly Part[], county: string): Speech {
  const has = (name: string) => flat(parts).some(part => part.kind === 'table' && part.name === name);
  if (has('full')) return speech;
  return {...speech, anchor: has('partners') ? toPartner(speech.anchor, county) : () => null};
}

/** Runs of upright parts, and each landscape part by itself. */
function sectionsOf(parts: readonly Part[], place: Place): readonly Section[] {
  const first = parts.findIndex(part => part.kind === 'landscape');
  const upright = (list: readonly Part[]): readonly Section[] =>
    list.length ? [{orientation: 'portrait', blocks: blocksOf(list, place)}] : [];
  if (first < 0) return upright(parts);
  const wide = parts[first] as Part & {kind: 'landscape'};
  return [
    ...upright(parts.slice(0, first)),
    {orientation: 'landscape', blocks: blocksOf(wide.parts, place)},
    ...sectionsOf(parts.slice(first + 1), place),
  ];
}

const blocksOf = (parts: readonly Part[], place: Place) => parts.flatMap(part => blockOf(part, place));

function blockOf(part: Part, place: Place): readonly Block[] {
  const {material, scope} = place;
  const say = (phrase: Phrase) => sentence(phrase, scope);
  switch (part.kind) {
    case 'heading':
      return [{kind: 'heading', level: levelOf(part.level), id: idOf(part), content: say(part.content)}];
    case 'paragraph':
      return paragraph(part.role, say(part.content));
    case 'list':
      return [
        {kind: 'list', ordered: part.ordered, items: part.items.map(say).filter(item => item.length > 0)},
      ];
    case 'key-figures':
      return [{kind: 'key-figures', items: part.items.map(item => keyFigure(item, scope))}];
    case 'chart':
      return [figure(part, {...place, ...material})];
    case 'table':
      // Of a text that allows no check there is nothing to list.
      return part.name === 'checks' && material.tables.checks.length === 0 ? [] : [tableOf(part, place)];
    case 'landscape':
    case 'large':
      return blocksOf(part.parts, place);
  }
}

const levelOf = (level: number) => Math.min(level, 3) as 1 | 2 | 3;

/** Lower-case letters and digits only, so that no locale sorts them otherwise (PDF destinations are sorted). */
const idOf = ({where}: Part & {kind: 'heading'}) => `s${String(where.line).padStart(4, '0')}`;

/** A paragraph none of whose sentences is told is not there. */
function paragraph(role: 'byline' | 'text' | 'note', content: Inlines): readonly Block[] {
  if (content.length === 0) return [];
  return [role === 'note' ? {kind: 'note', content} : {kind: 'paragraph', role, content}];
}

/** The strong part of an item is the value, the rest says what it counts. */
function keyFigure(item: Phrase, scope: Scope): {value: Inlines; label: Inlines} {
  const strong = item.find(
    (piece): piece is Piece & {kind: 'strong' | 'emphasis'} => piece.kind === 'strong',
  );
  return {
    value: strong ? sentence(strong.content, scope) : [],
    label: sentence(
      item.filter(piece => piece !== strong),
      scope,
    ),
  };
}

function tableOf(part: Part & {kind: 'chart' | 'table'}, {material, scope, labels}: Place): Block {
  const {speech} = scope;
  const label = labels.get(part.name)!;
  const frame = {
    id: part.name,
    label,
    continued: fill(speech.language.labels.continued, {table: label}),
    title: sentence(part.title, scope),
    notes: notesOf(part, scope),
  };
  return {...frame, ...rowsOf(part.name as TableName, material, speech)};
}

function rowsOf(name: TableName, {tables, story}: Material, speech: Speech): Figures {
  switch (name) {
    case 'full':
      return fullTable(tables.full, speech);
    case 'partners':
      return partnersTable(tables.partners, story.county!.key, speech);
    case 'ranking':
      return rankingTable(tables.ranking, speech);
    case 'checks':
      return checksTable(tables.checks, speech);
  }
}

/**
 * Template + facts + charts -> Document. Nothing is decided here: a sentence is there if its fact is told.
 */
import type {Block, Document, Inline, Inlines, Picture, Section} from '../document.ts';
import {textOf} from '../document.ts';
import type {Slot} from '../facts/catalogue.ts';
import type {NamedTables} from '../facts/tables.ts';
import type {Story, ToldFact} from '../facts/tell.ts';
import {fill, type Labels} from '../language.ts';
import {flat} from './check.ts';
import {checksTable, fullTable} from './tables.ts';
import {provenanceOf, type Tracing} from './provenance.ts';
import type {Call, Part, Phrase, Piece} from './template.ts';
import type {FunctionName} from './vocabulary.ts';
import {callFunction, printSlot, type Speech, text, unitWord} from './words.ts';

/** A drawn chart. */
export type Drawing = {readonly wide: Picture; readonly narrow: Picture | null};

/** Everything that goes into a document. `publisher` and `date` are for the file's metadata. */
export type Material = {
  readonly parts: readonly Part[];
  readonly story: Story;
  readonly tables: NamedTables;
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly speech: Speech;
  readonly tracing: Tracing;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
};

/** What is in reach while composing: told facts by id, slots by name, labels of charts and tables by name. */
type Scope = {
  readonly material: Material;
  readonly slots: Readonly<Record<string, Slot>>;
  readonly told: ReadonlyMap<string, ToldFact>;
  readonly labels: ReadonlyMap<string, string>;
  /** The same labels as they stand inside a sentence. */
  readonly references: ReadonlyMap<string, string>;
};

/** Composes the document of one county in one language. The template has been checked. */
export function compose(material: Material): Document {
  const {parts, story, title} = material;
  const speech = anchored(material.speech, parts);
  const {labels} = speech.language;
  const scope: Scope = {
    material: {...material, speech},
    slots: globalSlots(story),
    told: new Map(story.facts.map(fact => [fact.id, fact])),
    labels: numbered(parts, labels),
    references: numbered(parts, labels.inText),
  };
  const sections = sectionsOf(parts, scope);
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
    sections,
    provenance: provenanceOf(sections, material.tracing, speech, scope.references.get('full') ?? ''),
  };
}

/** A number leads to the full table; where the template leaves that out, it leads nowhere. */
function anchored(speech: Speech, parts: readonly Part[]): Speech {
  const isThere = flat(parts).some(part => part.kind === 'table' && part.name === 'full');
  return isThere ? speech : {...speech, anchor: () => null};
}

function globalSlots({county, figures}: Story): Readonly<Record<string, Slot>> {
  const numbers = Object.entries(figures).map(([name, value]) => [name, {kind: 'number', value}] as const);
  return Object.fromEntries<Slot>([...numbers, ['county', {kind: 'county', value: county}]]);
}

/** "Figure 1", "Table 1" by name, in order of appearance. */
function numbered(
  parts: readonly Part[],
  {figure, table}: Pick<Labels, 'figure' | 'table'>,
): ReadonlyMap<string, string> {
  const of = (kind: 'chart' | 'table', pattern: string) =>
    flat(parts)
      .filter(part => part.kind === kind)
      .map((part, index) => [nameOf(part), fill(pattern, {number: String(index + 1)})] as const);
  return new Map([...of('chart', figure), ...of('table', table)]);
}

const nameOf = (part: Part) => ('name' in part ? part.name : '');

/** Runs of upright parts, and each landscape part by itself. */
function sectionsOf(parts: readonly Part[], scope: Scope): readonly Section[] {
  const first = parts.findIndex(part => part.kind === 'landscape');
  const upright = (list: readonly Part[]): readonly Section[] =>
    list.length ? [{orientation: 'portrait', blocks: blocksOf(list, scope)}] : [];
  if (first < 0) return upright(parts);
  const wide = parts[first] as Part & {kind: 'landscape'};
  return [
    ...upright(parts.slice(0, first)),
    {orientation: 'landscape', blocks: blocksOf(wide.parts, scope)},
    ...sectionsOf(parts.slice(first + 1), scope),
  ];
}

const blocksOf = (parts: readonly Part[], scope: Scope) => parts.flatMap(part => blockOf(part, scope));

function blockOf(part: Part, scope: Scope): readonly Block[] {
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
      return [figure(part, scope)];
    case 'table':
      // Of a text that allows no check there is nothing to list.
      return part.name === 'checks' && scope.material.tables.checks.length === 0
        ? []
        : [tableOf(part, scope)];
    case 'landscape':
      return blocksOf(part.parts, scope);
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

function figure(part: Part & {kind: 'chart' | 'table'}, scope: Scope): Block {
  const drawing = scope.material.drawings.get(part.name);
  if (!drawing) throw new Error(`The chart ${part.name} was not drawn`);
  return {
    kind: 'figure',
    id: part.name,
    label: scope.labels.get(part.name)!,
    title: sentence(part.title, scope),
    ...drawing,
    alt: sentence(part.alt, scope),
    notes: notesOf(part, scope),
  };
}

function tableOf(part: Part & {kind: 'chart' | 'table'}, scope: Scope): Block {
  const {tables, speech} = scope.material;
  const label = scope.labels.get(part.name)!;
  const frame = {
    id: part.name,
    label,
    continued: fill(speech.language.labels.continued, {table: label}),
    title: sentence(part.title, scope),
    notes: notesOf(part, scope),
  };
  return part.name === 'checks'
    ? checksTable(tables.checks, frame, speech)
    : fullTable(tables.full, frame, speech);
}

const notesOf = (part: Part & {kind: 'chart' | 'table'}, scope: Scope) =>
  part.notes.map(note => sentence(note, scope)).filter(note => note.length > 0);

/** A phrase as inlines, spaces tidied where facts were left out. */
const sentence = (phrase: Phrase, scope: Scope): Inlines =>
  tidy(phrase.flatMap(piece => inlines(piece, scope)));

function inlines(piece: Piece, scope: Scope): Inlines {
  const inside = (phrase: Phrase) => phrase.flatMap(each => inlines(each, scope));
  switch (piece.kind) {
    case 'text':
      return [text(piece.text)];
    case 'value':
      return printSlot(scope.material.speech, slotOf(piece.name, scope));
    case 'call':
      return call(piece, scope);
    case 'strong':
    case 'emphasis':
      return [{kind: piece.kind, content: inside(piece.content)}];
    case 'link':
      return [{kind: 'link', href: piece.href, content: inside(piece.content)}];
    case 'told': {
      const fact = scope.told.get(piece.id);
      if (!fact) return [];
      const inner = {...scope, slots: {...scope.slots, ...fact.slots}};
      const {id, claims} = fact;
      return [{kind: 'sentence', fact: id, claims, content: sentence(piece.content, inner)}];
    }
  }
}

function slotOf(name: string, {slots}: Scope): Slot {
  const slot = slots[name];
  if (!slot) throw new Error(`A checked template asks for $${name}, which is not there`);
  return slot;
}

function call({name, args, named}: Call, scope: Scope): Inlines {
  const words = args.flatMap(arg => ('text' in arg ? [arg.text] : []));
  if (name === 'see') return [reference(words[0]!, scope)];
  if (name === 'unit') return [unitWord(scope.material.speech, words[0]!)];
  const variable = args.flatMap(arg => ('variable' in arg ? [arg.variable] : []))[0]!;
  return callFunction(scope.material.speech, name as FunctionName, slotOf(variable, scope), words, named);
}

function reference(name: string, {references}: Scope): Inline {
  const label = references.get(name);
  if (label === undefined) throw new Error(`The template refers to ${name}, but does not place it`);
  return {kind: 'reference', target: name, content: [text(label)]};
}

/** Joins neighbouring texts, folds the spaces that left-out facts leave behind, and trims both ends. */
function tidy(content: Inlines): Inlines {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = text(last.text + inline.text);
    else joined.push(inline);
  }
  return joined
    .map((inline, index) => {
      if (inline.kind !== 'text') return inline;
      const folded = inline.text.replace(/ {2,}/g, ' ');
      const start = index === 0 ? folded.replace(/^ +/, '') : folded;
      return text(index === joined.length - 1 ? start.replace(/ +$/, '') : start);
    })
    .filter(inline => inline.kind !== 'text' || inline.text !== '');
}

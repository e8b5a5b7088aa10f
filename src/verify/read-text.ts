/**
 * A finished plain-text report -> what it says, in the words that the other formats have: without the marks of
 * Markdown, in lines as long as they come.
 *
 * The text says less about itself than a page does. What it cannot tell is settled so:
 *
 * - Paragraphs that follow a figure or table, up to the next heading or list, are its notes; all others are
 *   paragraphs. A note that stands elsewhere is read as a paragraph, and a paragraph below a chart as a note.
 * - A list is one of key figures if it has no numbers and each of its items begins with a figure and a colon.
 *   The colon is the printer's, and the other formats do not have it.
 * - The printer does not escape: a word that stands between asterisks in the report itself loses them here.
 */
import {fault, type Fault, unnamed, unreadable} from './faults.ts';
import {plainPassage} from './passage.ts';
import {NO_EXTRAS} from './reading.ts';
import type {Passage, ReadBlock, Reading} from './reading.ts';
import {isTextTable, misfits, readTextTable} from './read-text-table.ts';
import {addressesIn, beginsWithLink, plainWords} from './text-marks.ts';

/** Lines without an empty one between them; `line` is the number of the first. */
type Chunk = {readonly line: number; readonly lines: readonly string[]};

/** Reads a text back. There is a reading of whatever `source` is; its `faults` say what is wrong with it. */
export function readText(file: string, source: string): Reading {
  const chunks = chunksOf(source);
  const blocks = blocksIn(chunks);
  return {
    file,
    format: 'txt',
    lang: null,
    title: null,
    subject: null,
    date: null,
    blocks,
    foreign: [],
    links: chunks.flatMap(({lines}) => addressesIn(lines.join(' '))),
    provenance: null,
    live: null,
    extras: NO_EXTRAS,
    margins: [],
    pages: null,
    attachments: [],
    faults: [
      ...unreadable(source),
      ...headless(blocks),
      ...unnamed(blocks),
      ...chunks.filter(({lines}) => isTextTable(lines)).flatMap(({lines, line}) => misfits(lines, line)),
      ...(source === '' || source.endsWith('\n') ? [] : [cutOff(source)]),
    ],
  };
}

/** A heading ends with its line; all else ends with an empty one. */
function chunksOf(source: string): readonly Chunk[] {
  const chunks: {line: number; lines: string[]}[] = [];
  let isOpen = false;
  for (const [at, text] of source.split(/\r?\n/).entries()) {
    const isHeading = HEADING.test(text);
    if (text.trim() === '') isOpen = false;
    else if (isOpen && !isHeading) chunks.at(-1)!.lines.push(text);
    else {
      chunks.push({line: at + 1, lines: [text]});
      isOpen = !isHeading;
    }
  }
  return chunks;
}

const HEADING = /^(#{1,6}) /;
const ITEM = /^(?:-|\d+\.) /;

type Kind = 'heading' | 'list' | 'table' | 'picture' | 'paragraph';

function kindOf({lines}: Chunk): Kind {
  const [first = ''] = lines;
  if (HEADING.test(first)) return 'heading';
  if (isTextTable(lines)) return 'table';
  if (ITEM.test(first)) return 'list';
  return isDescription(lines.join(' ')) ? 'picture' : 'paragraph';
}

const isDescription = (text: string): boolean =>
  text.startsWith('[') && text.endsWith(']') && !beginsWithLink(text);

function blocksIn(chunks: readonly Chunk[]): readonly ReadBlock[] {
  const kinds = chunks.map(kindOf);
  const blocks: ReadBlock[] = [];
  let isBelow = false;
  for (const [at, chunk] of chunks.entries()) {
    const kind = kinds[at]!;
    if (kind === 'paragraph' && isCaptioned(kinds[at + 1])) continue;
    const before = kinds[at - 1] === 'paragraph' ? chunks[at - 1]! : {line: chunk.line, lines: []};
    if (kind === 'paragraph') blocks.push({kind: isBelow ? 'note' : 'paragraph', words: wordsOf(chunk)});
    else blocks.push(...blocksOf(kind, chunk, captionOf(before)));
    if (kind !== 'paragraph') isBelow = isCaptioned(kind);
  }
  return blocks;
}

const isCaptioned = (kind: Kind | undefined): boolean => kind === 'picture' || kind === 'table';

function blocksOf(kind: Exclude<Kind, 'paragraph'>, chunk: Chunk, caption: Passage): readonly ReadBlock[] {
  const {line, lines} = chunk;
  switch (kind) {
    case 'heading':
      return [headingOf(chunk)];
    case 'list':
      return itemsOf(chunk);
    case 'table':
      return [readTextTable(lines, line, caption)];
    case 'picture': {
      const inside = lines.join(' ').slice(1, -1);
      return [{kind: 'figure', id: '', caption, alt: plainPassage(plainWords(inside), line), pictures: []}];
    }
  }
}

function headingOf({line, lines}: Chunk): ReadBlock {
  const [first = ''] = lines;
  const [mark = '', signs = ''] = HEADING.exec(first) ?? [];
  return {
    kind: 'heading',
    level: signs.length,
    words: plainPassage(plainWords(first.slice(mark.length)), line),
  };
}

/** A line with a mark begins an item, any other goes on. */
function itemsOf({line, lines}: Chunk): readonly ReadBlock[] {
  const items: {line: number; text: string}[] = [];
  for (const [at, text] of lines.entries()) {
    if (ITEM.test(text)) items.push({line: line + at, text: text.replace(ITEM, '')});
    else items.at(-1)!.text += ` ${text}`;
  }
  const isOrdered = !lines[0]!.startsWith('-');
  const areKeyFigures = !isOrdered && items.every(({text}) => KEY_FIGURE.test(text));
  return items.map(item => ({
    kind: 'item',
    words: plainPassage(
      plainWords(areKeyFigures ? item.text.replace(KEY_FIGURE, '$1 ') : item.text),
      item.line,
    ),
  }));
}

/** A value and the colon after it. */
const KEY_FIGURE = /^([+\u2212-]?\p{N}[^:]*): /u;

function wordsOf({line, lines}: Chunk): Passage {
  return plainPassage(plainWords(lines.join(' ')), line);
}

/** Captions are printed without marks, so none are taken away. */
function captionOf({line, lines}: Chunk): Passage {
  return plainPassage(lines.join(' '), line);
}

function headless([first]: readonly ReadBlock[]): readonly Fault[] {
  if (!first) return [fault('The text has no content', 1)];
  return first.kind === 'heading' ? [] : [fault('The text does not begin with a heading', 1)];
}

const cutOff = (source: string): Fault =>
  fault('The text breaks off in the midst of a line', source.split('\n').length);

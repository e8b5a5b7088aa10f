/**
 * The blocks of a finished report beside those that its template makes: which belongs to which, what is missing
 * and what is too much.
 */
import type {Phrase} from '../narrative/template.ts';
import type {Expected} from './outline.ts';
import {type Misfit, readPhrase, type ReadSlot, type Said, unbroken} from './phrase.ts';
import {plainPassage} from './passage.ts';
import type {Passage, ReadBlock, ReadFigure, ReadTable} from './reading.ts';

/** Words that were read by the template, and what they say. */
export type Heard = {readonly words: Passage; readonly said: Said};

/** A block with what it was taken for. */
export type Aligned =
  | {readonly kind: 'words'; readonly heard: Heard}
  | {
      readonly kind: 'figure';
      readonly name: string;
      readonly block: ReadFigure;
      readonly heard: readonly Heard[];
    }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly block: ReadTable;
      readonly heard: readonly Heard[];
    }
  /** `reached` is how far the words could be followed. */
  | {
      readonly kind: 'wrong';
      readonly words: Passage;
      readonly problem: string;
      readonly reached: number;
    };

/** Goes through both lists side by side. */
export function align(
  blocks: readonly ReadBlock[],
  outline: readonly Expected[],
  read: ReadSlot,
): readonly Aligned[] {
  const found: Aligned[] = [];
  let next = 0;
  for (const block of blocks) {
    const last = outline.findIndex((expected, at) => at >= next && !isOptional(expected));
    const choices = outline.slice(next, last < 0 ? outline.length : last + 1);
    const fits = choices.map(expected => fit(block, expected, read));
    const chosen = fits.findIndex(fit => fit !== null && fit.every(({kind}) => kind !== 'wrong'));
    const at = chosen >= 0 ? chosen : furthest(fits);
    const aligned = fits[at] ?? [tooMuch(block)];
    found.push(...aligned);
    if (at >= 0) next += at + 1;
  }
  return [...found, ...missing(outline.slice(next), blocks.at(-1))];
}

const isOptional = (expected: Expected) => 'optional' in expected && expected.optional;

/** Of what a block may be, that which it follows furthest. */
function furthest(fits: readonly (readonly Aligned[] | null)[]): number {
  const reached = fits.map(fit => (fit === null ? -1 : Math.max(...fit.map(reach))));
  const most = Math.max(-1, ...reached);
  return most < 0 ? -1 : reached.indexOf(most);
}

const reach = (aligned: Aligned): number => (aligned.kind === 'wrong' ? aligned.reached : 0);

/** A block taken for what is expected; null where it is of another kind. */
function fit(block: ReadBlock, expected: Expected, read: ReadSlot): readonly Aligned[] | null {
  if (expected.kind === 'figure' && block.kind === 'figure') {
    const caption = hear(block.caption, expected.title, read, labelOf(expected.label));
    const alt = hear(block.alt, expected.alt, read);
    return [
      ...[caption, alt].filter(each => 'kind' in each),
      {kind: 'figure', name: expected.name, block, heard: [caption, alt].filter(isHeard)},
    ];
  }
  if (expected.kind === 'table' && block.kind === 'table') {
    const caption = hear(block.caption, expected.title, read, labelOf(expected.label));
    const {name} = expected;
    return [
      ...[caption].filter(each => 'kind' in each),
      {kind: 'table', name, block, heard: [caption].filter(isHeard)},
    ];
  }
  if (!('phrase' in expected) || !('words' in block) || kindOf(block) !== expected.kind) return null;
  if (block.kind === 'heading' && block.level !== expected.level) return null;
  const heard = hear(block.words, expected.phrase, read);
  return [isHeard(heard) ? {kind: 'words', heard} : heard];
}

/** A chart by itself has no number. */
const labelOf = (label: string) => (label === '' ? '' : `${label}. `);

/** A note is a paragraph in small print; plain text cannot tell them apart. */
const kindOf = ({kind}: ReadBlock) => (kind === 'note' ? 'paragraph' : kind);

type Wrong = Extract<Aligned, {kind: 'wrong'}>;

export const isHeard = (each: Heard | Wrong): each is Heard => 'said' in each;

/** Reads words by a phrase, after a label that they begin with. */
export function hear(words: Passage, phrase: Phrase, read: ReadSlot, label = ''): Heard | Wrong {
  if (!words.text.startsWith(label)) return wrong(words, {at: 0, expected: `“${label.trim()}”`}, words.text);
  const text = words.text.slice(label.length);
  const said = readPhrase(phrase, text, read);
  return 'facts' in said ? {words, said} : wrong(words, said, unbroken(text));
}

function wrong(words: Passage, {at, expected}: Misfit, text: string): Wrong {
  const before = text.slice(Math.max(0, at - 40), at);
  const after = text.slice(at, at + 40);
  const start = at > 40 ? '…' : '';
  const end = at + 40 < text.length ? '…' : '';
  const where = before ? `After “${start}${before}” stands` : 'Here stands';
  return {
    kind: 'wrong',
    words,
    problem: `${where} “${after}${end}”, where the template has ${expected}`,
    reached: at,
  };
}

function tooMuch(block: ReadBlock): Aligned {
  const words = 'words' in block ? block.words : block.caption;
  return {
    kind: 'wrong',
    words,
    problem: `The template has nothing like “${words.text.slice(0, 80)}” here`,
    reached: 0,
  };
}

/** What the template makes of every report and was not found. */
function missing(outline: readonly Expected[], last: ReadBlock | undefined): readonly Aligned[] {
  const names = outline
    .filter(expected => !isOptional(expected))
    .map(expected => ('label' in expected ? expected.label : `a ${expected.kind}`));
  if (names.length === 0) return [];
  const words = last === undefined ? plainPassage('', 1) : 'words' in last ? last.words : last.caption;
  return [{kind: 'wrong', words, problem: `Missing after this: ${names.join(', ')}`, reached: 0}];
}

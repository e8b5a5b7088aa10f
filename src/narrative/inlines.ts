/**
 * Phrases of a template -> inlines: a sentence is there if its fact is told, and slots have their values.
 */
import type {Inline, Inlines} from '../document.ts';
import type {Slot} from '../facts/catalogue.ts';
import type {Story, ToldFact} from '../facts/tell.ts';
import type {Call, Phrase, Piece} from './template.ts';
import type {FunctionName} from './vocabulary.ts';
import {callFunction, printSlot, type Speech, text, unitWord} from './words.ts';

/** What is in reach of a phrase: told facts by id, slots by name, labels of charts and tables by name. */
export type Scope = {
  readonly speech: Speech;
  readonly slots: Readonly<Record<string, Slot>>;
  readonly told: ReadonlyMap<string, ToldFact>;
  /** The labels of charts and tables as they stand inside a sentence. */
  readonly references: ReadonlyMap<string, string>;
};

/** What is in reach of all phrases of a report; a county only where it is about one. */
export function scopeOf(
  {county, figures, facts}: Story,
  speech: Speech,
  references: ReadonlyMap<string, string>,
): Scope {
  const numbers = Object.entries(figures).map(([name, value]) => [name, {kind: 'number', value}] as const);
  return {
    speech,
    slots: {
      ...Object.fromEntries<Slot>(numbers),
      ...(county ? {county: {kind: 'county', value: county}} : {}),
    },
    told: new Map(facts.map(fact => [fact.id, fact])),
    references,
  };
}

/** A phrase as inlines, spaces tidied where facts were left out. */
export const sentence = (phrase: Phrase, scope: Scope): Inlines =>
  tidy(phrase.flatMap(piece => inlines(piece, scope)));

function inlines(piece: Piece, scope: Scope): Inlines {
  const inside = (phrase: Phrase) => phrase.flatMap(each => inlines(each, scope));
  switch (piece.kind) {
    case 'text':
      return [text(piece.text)];
    case 'value':
      return printSlot(scope.speech, slotOf(piece.name, scope));
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
  if (name === 'unit') return [unitWord(scope.speech, words[0]!)];
  const variable = args.flatMap(arg => ('variable' in arg ? [arg.variable] : []))[0]!;
  return callFunction(scope.speech, name as FunctionName, slotOf(variable, scope), words, named);
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

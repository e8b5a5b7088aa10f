/** Whether a report tells what it must: the facts that were chosen for its county, no other, none left out. */
import type {Phrase, Piece} from '../narrative/template.ts';
import {type Expected, phrasesOf} from './outline.ts';

/** A fact that a report must tell, and whom its list names, in order; null where it has no list. */
export type Due = {readonly id: string; readonly list: readonly string[] | null};

/**
 * By fact, the first of all facts with the same wording: two facts that are told in the same words cannot be told
 * apart in a finished text. Facts without a wording are not in it.
 */
export function wordings(outline: readonly Expected[]): ReadonlyMap<string, string> {
  const told = outline.flatMap(phrasesOf).flatMap(toldIn);
  const first = new Map<string, string>();
  return new Map(
    told.map(({id, content}) => {
      const words = signature(content);
      if (!first.has(words)) first.set(words, id);
      return [id, first.get(words)!];
    }),
  );
}

/** What is missing, what is too much, and which lists name others than they should, in words. */
export function toldProblems(
  known: ReadonlyMap<string, string>,
  found: readonly Due[],
  wanted: readonly Due[],
): readonly string[] {
  const named = (facts: readonly Due[]) => facts.flatMap(({id}) => known.get(id) ?? []);
  const [heard, due] = [named(found), named(wanted)];
  const lists = found.flatMap(({id, list}) => {
    const should = wanted.find(each => known.get(each.id) === known.get(id))?.list;
    if (!list || !should || list.join() === should.join()) return [];
    return [`The list of “${id}” names ${list.join(', ')}; it must name ${should.join(', ')}`];
  });
  return [
    ...surplus(due, heard).map(id => `The sentence for “${id}” is missing: the report must tell it`),
    ...surplus(heard, due).map(id => `The sentence for “${id}” stands here, and the report does not tell it`),
    ...lists,
  ];
}

/**
 * The same for words that stand by themselves, whose phrases could tell some of the facts: those must be told, and no
 * other. How often is not looked at.
 */
export function toldWithin(
  known: ReadonlyMap<string, string>,
  phrases: readonly Phrase[],
  found: readonly Due[],
  wanted: readonly Due[],
): readonly string[] {
  const could = new Set(phrases.flatMap(toldIn).map(({id}) => known.get(id)));
  const first = (facts: readonly Due[]) => [...new Map(facts.map(due => [known.get(due.id), due])).values()];
  return toldProblems(known, first(found), first(wanted.filter(({id}) => could.has(known.get(id)))));
}

/** What a list has more often than another. */
const surplus = (list: readonly string[], other: readonly string[]): readonly string[] =>
  list.filter((id, at) => countOf(list.slice(0, at + 1), id) > countOf(other, id));

const countOf = (list: readonly string[], id: string) => list.filter(each => each === id).length;

type Told = Piece & {readonly kind: 'told'};

const toldIn = (phrase: Phrase): readonly Told[] =>
  phrase.flatMap(piece => {
    if (piece.kind === 'told') return [piece];
    return 'content' in piece ? toldIn(piece.content) : [];
  });

/** A phrase without its places in the file. */
const signature = (phrase: Phrase): string =>
  JSON.stringify(phrase, (key, value: unknown) => (key === 'where' ? undefined : value));

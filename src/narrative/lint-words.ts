/**
 * Words that say as much as a number: number words, claims, and what must not be said at all. A claim needs a
 * fact that holds, and what a fact claims needs a word.
 */
import type {Issue} from '../issues.ts';
import type {Claim} from '../facts/claims.ts';
import type {ForbiddenKind, Lexicon} from './lexicon.ts';
import * as say from './lint-complaints.ts';
import {type Finder, finder, type Found} from './phrases.ts';
import {placeIn, seen, type Sentence} from './sentence.ts';

/** What a phrase says. */
export type Sense = {readonly phrase: string} & (
  | {readonly kind: 'number' | 'neutral'}
  | {readonly kind: 'claim'; readonly claims: readonly string[]}
  | {readonly kind: 'forbidden'; readonly of: ForbiddenKind}
);

/** Outside a sentence of a fact these tell what a figure is: "the net gains, in blue". */
const DIRECTIONS: readonly Claim[] = ['gain', 'loss'];

/** Finds everything that words say. A neutral phrase, and a longer one, hides the words in it. */
export function senses({numbers, claims, neutral, forbidden}: Lexicon): Finder<Sense> {
  const saying = [...new Set(Object.values(claims).flat())];
  return finder<Sense>([
    ...numbers.map(phrase => ({phrase, kind: 'number'}) as const),
    ...neutral.map(phrase => ({phrase, kind: 'neutral'}) as const),
    ...saying.map(phrase => ({phrase, kind: 'claim', claims: claimsOf(phrase, claims)}) as const),
    ...Object.entries(forbidden).flatMap(([of, phrases]) =>
      phrases.map(phrase => ({phrase, kind: 'forbidden', of: of as ForbiddenKind}) as const),
    ),
  ]);
}

const claimsOf = (phrase: string, claims: Lexicon['claims']) =>
  Object.keys(claims).filter(claim => claims[claim]!.includes(phrase));

/** What is wrong with the words of a sentence. `declared` is what its fact claims; null where that is unknown. */
export function wordIssues(
  sentence: Sentence,
  found: readonly Found<Sense>[],
  declared: readonly string[] | null,
): readonly Issue[] {
  return found.flatMap(({entry, spans}) => {
    const [start, end] = [spans[0]![0], spans.at(-1)![1]];
    const [where, saw] = [placeIn(sentence, start), seen(sentence, start, end)];
    switch (entry.kind) {
      case 'neutral':
        return [];
      case 'number':
        return [say.numberWord(where, saw)];
      case 'forbidden':
        return [say.forbiddenWord(where, saw, entry.of)];
      case 'claim': {
        const surplus = entry.claims.filter(claim => !(declared ?? DIRECTIONS).includes(claim));
        if (surplus.length === 0) return [];
        return sentence.fact === null
          ? [say.claimOutside(where, saw)]
          : [say.unclaimed(where, saw, surplus, sentence.fact, declared ?? [])];
      }
    }
  });
}

/** What a fact claims and its sentence does not say. */
export function unsaidIssues(
  {fact, where}: Sentence,
  found: readonly Found<Sense>[],
  declared: readonly string[],
  {claims}: Lexicon,
): readonly Issue[] {
  const said = found.flatMap(({entry}) => (entry.kind === 'claim' ? entry.claims : []));
  return declared
    .filter(claim => !said.includes(claim))
    .map(claim => say.unsaid(where, fact ?? '', claim, claims[claim] ?? []));
}

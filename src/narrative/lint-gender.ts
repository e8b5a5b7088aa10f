/**
 * Gender: a word that shows one before a noun of another, with nothing but adjectives between: "et
 * flyttegevinst". Of other words than those of `words.json` nothing is known and nothing said.
 */
import type {Issue} from '../issues.ts';
import type {Genders} from './lexicon.ts';
import {wrongGender} from './lint-complaints.ts';
import {LETTER, VALUE} from './phrases.ts';
import {placeIn, type Sentence} from './sentence.ts';

/**
 * Finds disagreements in a sentence; a number that says "second" stands for an adjective. Null for a language
 * without genders.
 */
export function genderRule({
  nouns,
  words,
  between,
}: Genders): ((sentence: Sentence) => readonly Issue[]) | null {
  const gendersOf = (lists: Genders['nouns']) => (word: string) =>
    Object.keys(lists).filter(gender => lists[gender]!.includes(word));
  const [ofNoun, ofWord] = [gendersOf(nouns), gendersOf(words)];
  const shows = Object.values(words).flat();
  if (shows.length === 0) return null;
  const pairs = pairsOf(shows, [...shows, ...between], Object.values(nouns).flat());
  return sentence =>
    [...sentence.text.toLowerCase().matchAll(pairs)].flatMap(({index, 1: word = '', 2: noun = ''}) => {
      const [shown, meant] = [ofWord(word), ofNoun(noun)];
      if (shown.some(gender => meant.includes(gender))) return [];
      const saw = sentence.text.slice(index, index + word.length);
      const place = words[shown[0]!]!.indexOf(word);
      return [wrongGender(placeIn(sentence, index), saw, noun, words[meant[0]!]![place]!)];
    });
}

/** A word, adjectives and a noun; all pairs, for "ein annan landsdel" is two. */
function pairsOf(words: readonly string[], between: readonly string[], nouns: readonly string[]): RegExp {
  const any = (list: readonly string[]) => list.toSorted((a, b) => b.length - a.length).join('|') || '(?!)';
  const adjectives = `(?:\\s+(?:${any([...between, VALUE])}))*`;
  const pair = `(${any(words)})${adjectives}\\s+(${any(nouns)})(?!${LETTER}|-)`;
  return new RegExp(`(?<!${LETTER}|-)(?=${pair})`, 'g');
}

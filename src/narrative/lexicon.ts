/**
 * What a language's `words.json` holds: the words that say a number, a claim, a cause ..., by which its template
 * is checked; and every way in which one can be wrong.
 */
import {below, type Check, each, parts, type Problem, wrong} from '../shape.ts';

export type Lexicon = {
  /** Number words: a number enters as a variable. */
  readonly numbers: readonly string[];
  /** By claim, the phrases that say it. A phrase that stands under several says all of them. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** Phrases that hold such words and say nothing of the kind. */
  readonly neutral: readonly string[];
  /** What net figures cannot show, by kind. */
  readonly forbidden: Readonly<Record<ForbiddenKind, readonly string[]>>;
  /** Words of a sister language, and what to write instead. */
  readonly foreign: Readonly<Record<string, string>>;
  readonly genders: Genders;
};

/** Of which words the gender is known, by gender; both have the same genders, which may be none. */
export type Genders = {
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  /** Words that stand before a noun and show its gender, each at the same place for every gender: "en", "et". */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Words that may stand between the two and show none. */
  readonly between: readonly string[];
};

/** `direction` is a gain "to" or a loss "from". */
export const FORBIDDEN = ['cause', 'judgement', 'time', 'persons', 'measure', 'direction'] as const;

export type ForbiddenKind = (typeof FORBIDDEN)[number];

const SURPLUS = 'is no list of words';

/** Words with single spaces, where a text may stand for many: `attract*`, `{unit}`, `all but ... one`. */
const WORD = /^(?:\{unit\}|\{value\}|[\p{L}\p{M}][\p{L}\p{M}’'-]*\*?)[,:]?$/u;

const isPhrase = (phrase: string) => {
  const parts = phrase.split(' ... ');
  return parts.length <= 2 && parts.every(part => part.split(' ').every(word => WORD.test(word)));
};

const phrases: Check = value => {
  if (!Array.isArray(value) || value.some(item => typeof item !== 'string'))
    return wrong('must be a list of texts');
  const list = value as readonly string[];
  const broken = list.filter(phrase => !isPhrase(phrase));
  const again = list.filter((phrase, index) => list.indexOf(phrase) < index);
  return [
    ...broken.flatMap(phrase => wrong(`has "${phrase}", which no sentence can hold`)),
    ...again.flatMap(phrase => wrong(`has "${phrase}" twice`)),
  ];
};

const somePhrases: Check = value =>
  Array.isArray(value) && value.length === 0 ? wrong('must have a word') : phrases(value);

/** Words, each with the one to write instead. */
const replacements: Check = value => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('must be an object');
  return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([word, instead]) => [
    ...below(word, isPhrase(word) ? [] : wrong('is no word')),
    ...below(word, typeof instead === 'string' && instead.trim() ? [] : wrong('must be a text')),
  ]);
};

/** Lists of words by gender. */
const byGender: Check = value => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('must be an object');
  return Object.entries(value).flatMap(([gender, list]) => below(gender, phrases(list)));
};

const genders: Check = value => {
  const problems = parts({nouns: byGender, words: byGender, between: phrases}, SURPLUS)(value);
  if (problems.length) return problems;
  const {nouns, words} = value as Genders;
  if (Object.keys(nouns).toSorted().join() !== Object.keys(words).toSorted().join())
    return wrong('must have the same genders in nouns and words');
  const isLevel = new Set(Object.values(words).map(list => list.length)).size <= 1;
  return isLevel ? [] : below('words', wrong('must have as many words for each gender, in the same order'));
};

/** Every way in which a parsed `words.json` is not what it must be. `claims` are all that a sentence can make. */
export function lexiconProblems(json: unknown, claims: readonly string[]): readonly Problem[] {
  const shape = {
    numbers: phrases,
    claims: each(claims, somePhrases, 'is no claim'),
    neutral: phrases,
    forbidden: each(FORBIDDEN, phrases, 'is no kind of words'),
    foreign: replacements,
    genders,
  };
  const problems = parts(shape, SURPLUS)(json);
  return problems.length ? problems : ambiguous(json as Lexicon);
}

/** A phrase can be one thing only; several claims are one thing. */
function ambiguous({numbers, claims, neutral, forbidden}: Lexicon): readonly Problem[] {
  const lists = [
    ['numbers', numbers],
    ['claims', [...new Set(Object.values(claims).flat())]],
    ['neutral', neutral],
    ...Object.entries(forbidden).map(([kind, list]) => [`forbidden.${kind}`, list] as const),
  ] as const;
  return lists.flatMap(([path, list], index) =>
    list.flatMap(phrase => {
      const other = lists.slice(0, index).find(([, earlier]) => earlier.includes(phrase));
      return other ? [{path, problem: `has "${phrase}", which also stands in ${other[0]}`}] : [];
    }),
  );
}

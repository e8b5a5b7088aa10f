/**
 * Number words in the labels held against those of the lexicon: a word that it lacks could be typed in a sentence
 * and would not be taken for a number.
 */
import type {Issue} from '../issues.ts';
import type {Locate} from '../json.ts';
import type {Lexicon} from './lexicon.ts';
import {unlistedNumber} from './lint-complaints.ts';
import {finder} from './phrases.ts';

/** The words for counts of one and more that do not stand among the number words of the lexicon. */
export function unlistedNumbers({numbers}: Lexicon, labels: unknown, locate: Locate): readonly Issue[] {
  const find = finder(numbers.map(phrase => ({phrase})));
  const isListed = (word: string) =>
    find(word).some(({spans: [[start, end] = [0, 0]]}) => start === 0 && end === word.length);
  return countWords(labels).flatMap(({word, steps}) =>
    isListed(word) ? [] : [unlistedNumber(locate(...steps), word)],
  );
}

/** The first of `counts` is for none, which is no number word: "no counties". */
function countWords(labels: unknown) {
  const {counts, ones} = (labels ?? {}) as {readonly counts?: unknown; readonly ones?: unknown};
  const words = [
    ...membersOf(counts).map(([key, word]) => ({word, steps: ['counts', key]})),
    ...membersOf(ones).map(([key, word]) => ({word, steps: ['ones', key]})),
  ];
  return words.flatMap(({word, steps}) =>
    typeof word === 'string' && steps.join() !== 'counts,0' ? [{word, steps}] : [],
  );
}

const membersOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

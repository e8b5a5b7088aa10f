/**
 * Words of a sister language: Bokmål in a Nynorsk template. They are found wherever they stand, also in the
 * labels.
 */
import type {Issue, Where} from '../issues.ts';
import type {Lexicon} from './lexicon.ts';
import {foreignWord} from './lint-complaints.ts';
import {type Finder, finder} from './phrases.ts';
import {placeIn, type Sentence} from './sentence.ts';

export type Foreign = {readonly phrase: string; readonly instead: string};

export const strangers = ({foreign}: Lexicon): Finder<Foreign> =>
  finder(Object.entries(foreign).map(([phrase, instead]) => ({phrase, instead})));

/** The foreign words of a sentence, with what to write in their place. */
export function foreignIssues(find: Finder<Foreign>, sentence: Sentence, language: string): readonly Issue[] {
  return find(sentence.text).map(({entry, spans: [[start, end] = [0, 0]]}) =>
    foreignWord(placeIn(sentence, start), sentence.text.slice(start, end), language, entry.instead),
  );
}

/** The foreign words in the texts of a JSON file. `locate` tells the place of a part by the keys that lead there. */
export function foreignLabels(
  find: Finder<Foreign>,
  json: unknown,
  language: string,
  locate: (...steps: readonly string[]) => Where,
  path: readonly string[] = [],
): readonly Issue[] {
  if (typeof json === 'string')
    return find(json.replace(/\{\w*\}/g, ' ')).map(({entry, spans: [[start, end] = [0, 0]]}) =>
      foreignWord(locate(...path), json.slice(start, end), language, entry.instead),
    );
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    foreignLabels(find, value, language, locate, [...path, key]),
  );
}

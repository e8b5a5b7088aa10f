/** Sentences made wrong, one change at a time: what a second reading must not let pass. */
import {COUNTS, ORDINALS, TIMES} from './evaluator.ts';
import {UNITS, type World} from './reader.ts';
import {oneOf, SHARE_WORDS} from './wording.ts';

/** Every digit changed to every other, dropped, and doubled. */
export function changedDigits(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\d/g)].flatMap(({0: digit, index}) => {
    const others = [...'0123456789'].filter(other => other !== digit);
    return [...others, '', digit + digit].map(other => splice(sentence, index, 1, other));
  });
}

/** Every number word to every other of its kind, words to digits and back, and "largest" to each place. */
export function changedNumberWords(sentence: string): readonly string[] {
  const places = ['largest', ...ORDINALS.map(word => `${word} largest`)];
  const digits = COUNTS.map((word, count) => [word, String(count)]);
  return [COUNTS, ORDINALS, TIMES, places, ...digits].flatMap(words => exchange(sentence, words));
}

/** Words and what they are taken for: each in both directions. */
const CLAIMS: readonly (readonly string[])[] = [
  ['largest', 'smallest'],
  ['gain', 'loss'],
  ['gains', 'losses'],
  ['from', 'to'],
  ['in-migration', 'out-migration'],
  ['more', 'fewer', 'as many'],
  ['most', 'all', 'some', 'few', 'half'],
  ['only', 'mostly', 'also'],
  ['alone', 'together'],
  SHARE_WORDS,
  ['about', 'exactly', 'more than', 'almost', 'at least', 'at most'],
  ['close to', 'far from'],
  ['small', 'large'],
  ['widely', 'narrowly'],
  ['reversed', 'confirmed'],
  ['followed', 'led'],
  ['rest', 'whole'],
  ['included', 'excluded'],
  ['Apart from', 'Like'],
  ['single', 'large'],
  ['Leaving', 'Counting'],
  ['all but one', 'all', 'most'],
  ['No', 'One', 'Every'],
  ['twice', 'half'],
  ['equal', 'unequal', 'large'],
  ['other', 'northern'],
  ['Among', 'Unlike'],
  ['any two', 'these two'],
  ['each', 'together'],
  ['had', 'had not'],
  ['was', 'was not'],
  ['were', 'were not'],
];

/** Every claim word changed to each that it is taken for, and every word left out. */
export function changedClaims(sentence: string): readonly string[] {
  const words = [...sentence.matchAll(/[^ ]+/g)];
  const without = words.map(({0: word, index}) => splice(sentence, index, word.length + 1, ''));
  return [...CLAIMS.flatMap(pair => exchange(sentence, pair)), ...without];
}

/** The whole sentence told the other way round: gains for losses, from for to. */
export function turned(sentence: string): readonly string[] {
  const pairs = CLAIMS.slice(1, 5);
  const all = new RegExp(`\\b(?<!close |came )(?:${oneOf(pairs.flat())})\\b`, 'g');
  const other = (word: string) => pairs.flatMap(([a, b]) => (word === a ? [b!] : word === b ? [a!] : []))[0]!;
  const result = sentence.replace(all, other);
  return result === sentence ? [] : [result];
}

/** Every county named taken for every other, and every region for every other. */
export function changedNames(world: World, sentence: string): readonly string[] {
  const regions = world.regions.map(({name}) => name);
  const counties = world.counties.map(({name}) => name);
  return [...exchange(sentence, counties), ...exchange(sentence, regions)];
}

/** Counties taken for regions, municipalities and areas, one and many. */
export function changedUnits(sentence: string): readonly string[] {
  const [one, many] = [UNITS.map(unit => unit.one), UNITS.map(unit => unit.other)];
  return [...exchange(sentence, one), ...exchange(sentence, many)];
}

/** Each whole word of a list, at each of its places, changed to each other of the list. */
function exchange(sentence: string, words: readonly string[]): readonly string[] {
  const any = new RegExp(`(?<![\\p{L}-])(?:${oneOf(words)})(?![\\p{L}-])`, 'gu');
  return [...sentence.matchAll(any)].flatMap(({0: word, index}) =>
    words.filter(other => other !== word).map(other => splice(sentence, index, word.length, other)),
  );
}

const splice = (text: string, at: number, length: number, put: string) =>
  text.slice(0, at) + put + text.slice(at + length);

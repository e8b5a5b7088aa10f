/**
 * Which of the lines around and between the rows may be heads, and which are a title, a note or a remark.
 */
import type {Line} from './lines.ts';
import {isHeadWord, isTotalWord, keyOf} from './names.ts';
import {isLonger, type Names} from './units.ts';

/** Where lines stand: heads are the last of those above a table, and the first of those below. */
export type Zone = 'above' | 'between' | 'below';

/** Parts the lines that may be heads from the others: heads end at prose, seen from the table. */
export function headLines(
  lines: readonly Line[],
  zone: Zone,
  names: Names,
): {inside: readonly Line[]; others: readonly Line[]} {
  if (zone === 'between') {
    const prose = lines.filter(line => isProse(line, names) || isForeign(line, names));
    return {inside: lines.filter(line => !prose.includes(line)), others: prose};
  }
  const at = zone === 'above' ? lines.findLastIndex(isEnd) + 1 : lines.findIndex(isEnd);
  if (zone === 'above') return {inside: lines.slice(at), others: lines.slice(0, at)};
  return at < 0 ? {inside: lines, others: []} : {inside: lines.slice(0, at), others: lines.slice(at)};

  function isEnd(line: Line): boolean {
    return isProse(line, names) || (zone === 'above' && isTitle(line, names));
  }
}

/** The words of a line, and those of them that no head has. */
function wordsOf({tokens}: Line, {parts, byCode}: Names) {
  const words = tokens
    .filter(({place}) => /\p{L}/u.test(place.text) && !byCode.has(place.text))
    .map(({place}) => keyOf(place.text));
  const isKnown = (key: string) =>
    parts.has(key) ||
    isHeadWord(key) ||
    isTotalWord(key) ||
    [...parts].some(part => part.length > 2 && isLonger(part, key));
  return {words, strange: words.filter(key => !isKnown(key))};
}

/** Three words or more that no head has, and a third of all. */
function isProse(line: Line, names: Names): boolean {
  const {words, strange} = wordsOf(line, names);
  return strange.length >= 3 && strange.length * 3 >= words.length;
}

/** Words of which some are strange, and none is of a name or over the totals ("I alt" is two words). */
function isTitle(line: Line, names: Names): boolean {
  const {words, strange} = wordsOf(line, names);
  const isOfTotal = (at: number) => [1, 2, 3].some(size => isTotalWord(words.slice(at, at + size).join('')));
  return (
    words.length > 1 && strange.length > 0 && !words.some((key, at) => names.parts.has(key) || isOfTotal(at))
  );
}

/** Words, and none that a head has. */
function isForeign(line: Line, names: Names): boolean {
  const {words, strange} = wordsOf(line, names);
  return words.length > 1 && strange.length === words.length && !isTotalWord(words.join(''));
}

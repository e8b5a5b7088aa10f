/**
 * Phrases found in a text: whole words in any case, the longest where several begin, and none that stands
 * inside a longer one.
 *
 * Not by regular expressions: word lists hold hundreds of phrases, and compiling that many for each run takes
 * longer than the whole search.
 */

/** What stands in a text for a variable or function; around the word of a unit(); and between two texts. */
export const VALUE = '\uFFFC';
export const UNIT = ['\uE000', '\uE001'] as const;
export const GAP = '\uE002';

export type Phrased = {readonly phrase: string};

/** A phrase and where it stands: at one place, or with "..." at two. */
export type Found<Entry> = {readonly entry: Entry; readonly spans: readonly Span[]};
export type Span = readonly [start: number, end: number];

/** Finds phrases in a text, in reading order. */
export type Finder<Entry> = (text: string) => readonly Found<Entry>[];

/** Letters of the scripts that have spaces between words, and digits; a property of Unicode takes longer to match. */
export const LETTER = '[0-9A-Za-z\\u00c0-\\u1fff]';

/** What a phrase can begin with: a word, a figure, a unit(). */
const TOKEN = new RegExp(`${LETTER}+|${VALUE}|${UNIT[0]}`, 'g');

/** Makes a finder. Word lists are long and texts many: it is made once and used for all. */
export function finder<Entry extends Phrased>(entries: readonly Entry[]): Finder<Entry> {
  if (entries.length === 0) return () => [];
  const beginning = byBeginning(entries.map(entry => ({entry, parts: partsOf(entry.phrase)})));
  return text => {
    const plain = plainText(text);
    const starts = [...plain.matchAll(TOKEN)].map(({0: token, index}) => ({token, at: index}));
    const found = starts.flatMap(({token, at}) => {
      const begun = beginning(token);
      return begun.length ? longestAt(begun, plain, at) : [];
    });
    return outermost(found);
  };
}

/** What "Net gain*" and "with one exception ... all" are made of: parts of words, as they are in a plain text. */
type Parts = readonly (readonly string[])[];
type Candidate<Entry> = {readonly entry: Entry; readonly parts: Parts};

const partsOf = (phrase: string): Parts =>
  plainText(phrase)
    .replaceAll('{value}', VALUE)
    .replaceAll('{unit}', UNIT[0])
    .split(' ... ')
    .map(part => part.split(' '));

/** In small letters, with one kind of space and of apostrophe; each character at its place. */
const plainText = (text: string) => text.toLowerCase().replaceAll('’', "'").replace(/\s/g, ' ');

/** The candidates whose first word is a token, or begins it with room behind: "attract*". */
function byBeginning<Entry>(
  candidates: readonly Candidate<Entry>[],
): (token: string) => readonly Candidate<Entry>[] {
  const byKey = new Map<string, Candidate<Entry>[]>();
  for (const candidate of candidates) {
    const first = candidate.parts[0]![0]!;
    const [token = ''] = first.match(TOKEN) ?? [];
    const key = first === `${token}*` ? first : token;
    byKey.set(key, [...(byKey.get(key) ?? []), candidate]);
  }
  const known = new Map<string, readonly Candidate<Entry>[]>();
  return token => {
    const met = known.get(token);
    if (met) return met;
    const keys = [token, ...Array.from(token, (_, index) => `${token.slice(0, index + 1)}*`)];
    const begun = keys.flatMap(key => byKey.get(key) ?? []);
    known.set(token, begun);
    return begun;
  };
}

function longestAt<Entry>(
  candidates: readonly Candidate<Entry>[],
  text: string,
  at: number,
): readonly Found<Entry>[] {
  const found = candidates.flatMap(({entry, parts}) => {
    const spans = spansAt(parts, text, at);
    return spans ? [{entry, spans}] : [];
  });
  return found.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, 1);
}

const lengthOf = ({spans}: Found<unknown>) => spans[0]![1] - spans[0]![0] + spans.length;

/** Where the parts stand if the first begins here; the second may be anywhere in the rest of the sentence. */
function spansAt([first = [], second]: Parts, text: string, at: number): readonly Span[] | null {
  const end = endOf(first, text, at);
  if (end < 0) return null;
  if (!second) return [[at, end]];
  const [rest = ''] = text.slice(end).split(/[.:;]/, 1);
  for (const {index} of rest.matchAll(TOKEN)) {
    const close = endOf(second, text, end + index);
    if (close >= 0)
      return [
        [at, end],
        [end + index, close],
      ];
  }
  return null;
}

/** The end of words that begin at a place; -1 where they do not. */
function endOf(words: readonly string[], text: string, start: number): number {
  let at = start;
  for (const [index, word] of words.entries()) {
    if (index > 0 && text[at++] !== ' ') return -1;
    const isOpen = word.endsWith('*');
    const letters = isOpen ? word.slice(0, -1) : word;
    if (!text.startsWith(letters[0]!, at)) return -1;
    // The word of a unit() is whatever it is of; a comma may stand behind it.
    if (letters[0] === UNIT[0]) at = text.indexOf(UNIT[1], at);
    if (!text.startsWith(letters.slice(1), at + 1)) return -1;
    at += letters.length;
    if (isOpen) at = behindWord(text, at);
    if (isLetter(text, at) && isLetter(text, at - 1)) return -1;
  }
  return at;
}

function behindWord(text: string, start: number): number {
  let at = start;
  while (isLetter(text, at)) at++;
  return at;
}

const ONE_LETTER = new RegExp(LETTER);
const isLetter = (text: string, at: number) => ONE_LETTER.test(text[at] ?? '');

/** Without those whose every place lies inside one of a longer phrase. */
function outermost<Entry>(found: readonly Found<Entry>[]): readonly Found<Entry>[] {
  const spans = found.flatMap(each => each.spans);
  const isInside = ([start, end]: Span) =>
    spans.some(([from, to]) => from <= start && end <= to && to - from > end - start);
  return found.filter(each => !each.spans.every(isInside));
}

/**
 * The note below the table says which way a plus points, and gives examples with numbers.
 * They are read as statements about cells, so that the proof can hold them against the table.
 */
import type {Place} from './cells.ts';
import type {Remark} from './lines.ts';

/**
 * One statement of the note: the net in-migration (negative: out-migration) of a county against another,
 * or against all others where `partner` is null. Counties by their index in the table.
 */
export type Example = {
  readonly county: number;
  readonly partner: number | null;
  readonly said: number;
  /** Where the number stands. */
  readonly place: Place;
};

export type Examples = {
  readonly examples: readonly Example[];
  /** Where the note announces examples; null where it announces none. */
  readonly announced: Place | null;
  /** Numbers after the announcement that no statement could be read about. */
  readonly unread: readonly Place[];
};

/** How the publisher words an example. `{county}` and `{amount}` stand for a name and a number. */
const WORDINGS = [
  '{county} had a net (?<direction>in|out)-migration versus {partner} \\({amount}\\)',
  '{county} had a net (?<direction>in|out)-migration of {amount} (?:from|to) other',
];

/** Digits, in groups of three where a space of any kind stands between. */
const AMOUNT = '(?<amount>\\d{1,3}(?:\\s\\d{3})+|\\d+)';

/**
 * Reads the examples.
 * @param below the lines below the table
 * @param names for each county the names that the note may use
 */
export function examples(below: readonly Remark[], names: readonly (readonly string[])[]): Examples {
  const text = below.map(remark => remark.text).join('\n');
  const alternatives = longestFirst(names.flat());
  const found = WORDINGS.flatMap(wording => [...text.matchAll(pattern(wording, alternatives))]);
  const word = ANNOUNCEMENT.exec(text);
  const indexOf = (name: string) => names.findIndex(list => list.includes(name.replace(/\s+/g, ' ')));
  return {
    examples: found
      .toSorted((a, b) => a.index - b.index)
      .map(match => {
        const {county, partner, direction, amount} = match.groups as Record<string, string>;
        const size = Number(amount!.replace(/\s/g, ''));
        const offset = match.index + match[0].lastIndexOf(amount!);
        return {
          county: indexOf(county!),
          partner: partner === undefined ? null : indexOf(partner),
          said: direction === 'in' ? size : 0 - size,
          place: placeAt(below, offset, amount!),
        };
      }),
    announced: word && placeAt(below, word.index, word[0]),
    unread: word ? unreadNumbers(below, text, word.index, found) : [],
  };
}

/** How examples are announced, in English, Bokmål and Nynorsk. */
const ANNOUNCEMENT = /\b(?:Example|Eksempel|Døme):/;

/** A number that is said and not understood could be wrong without anyone noticing. */
function unreadNumbers(
  below: readonly Remark[],
  text: string,
  start: number,
  found: readonly RegExpExecArray[],
): readonly Place[] {
  // The next note of the publication starts a line with its number.
  const end = text.slice(start).search(/\n\d+\s/);
  const said = text.slice(start, end < 0 ? undefined : start + end);
  return [...said.matchAll(/\d+(?:\s\d{3})*/g)]
    .map(match => ({at: start + match.index, digits: match[0]}))
    .filter(({at}) => !found.some(({index, 0: all}) => at >= index && at < index + all.length))
    .map(({at, digits}) => placeAt(below, at, digits));
}

function pattern(wording: string, names: string): RegExp {
  const source = wording
    .replaceAll(' ', '\\s+')
    .replace('{county}', `(?<county>${names})`)
    .replace('{partner}', `(?<partner>${names})`)
    .replace('{amount}', AMOUNT);
  return new RegExp(`(?<!\\p{L})${source}`, 'gu');
}

/** "Sør-Trøndelag" before "Trøndelag": the first alternative that fits wins. */
function longestFirst(names: readonly string[]): string {
  return [...names]
    .toSorted((a, b) => b.length - a.length)
    .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|');
}

/** From an offset in the joined text back to the line and column it came from. */
function placeAt(below: readonly Remark[], offset: number, text: string): Place {
  let start = 0;
  for (const remark of below) {
    const end = start + remark.text.length;
    if (offset <= end) return {line: remark.place.line, column: remark.place.column + offset - start, text};
    start = end + 1;
  }
  throw new Error(`Offset ${offset} is beyond the note`);
}

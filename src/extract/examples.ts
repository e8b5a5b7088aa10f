/**
 * The note below the table says which way a plus points, and gives examples with numbers, in English, Bokmål or
 * Nynorsk. They are read as statements about cells, so that the proof can hold them against the table.
 */
import type {Place, Token} from './cells.ts';
import type {Line} from './lines.ts';
import {keyOf} from './names.ts';

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

/**
 * How the publisher words an example. `{county}`, `{partner}` and `{amount}` stand for names and a number, `{a}` for
 * an article of whatever gender; the groups `gain` and `loss` say which way.
 */
const WORDINGS = [
  '{county} had a net (?:(?<gain>in)|(?<loss>out))-?migration (?:versus|against|towards) {partner} \\({amount}\\)',
  '{county} had a net (?:(?<gain>in-?migration|gain)|(?<loss>out-?migration|loss)) of {amount} (?:from|to|versus|against) {partner}',
  '{county} had a net (?:(?<gain>in-?migration|gain)|(?<loss>out-?migration|loss)) of {amount} (?:from|to|versus|against) (?:all )?(?:the )?other(?!\\p{L})',
  '{hadde} {a}(?:(?<gain>{gain})|(?<loss>{loss})) på {amount} (?:overfor|mot|fra|frå|til) {partner}',
  '{hadde} {a}(?:(?<gain>{gain})|(?<loss>{loss})) på {amount} (?:overfor|mot|fra|frå|til) (?:alle )?(?:de |dei )?andre(?!\\p{L})',
];

/** Verb and county in either order, as Norwegian has them: "Oslo hadde", "hadde da Oslo". */
const SHORT: Readonly<Record<string, string>> = {
  hadde: '(?:(?<front>{county}) hadde|hadde (?:da |då )?(?<back>{county}))',
  a: '(?:(?:en|et|ei|ein|eit) )?',
  gain: 'flytte?gevinst|flyttevinst|netto ?inn-?flytting|innflyttings?overskudd|innflyttings?overskot',
  loss: 'flyttetap|netto ?ut-?flytting|utflyttings?overskudd|utflyttings?overskot',
};

/** Digits, in groups of three where a space of any kind, a comma or a point stands between. */
const AMOUNT = '(?<amount>\\d{1,3}(?:[\\s.,]\\d{3})+(?!\\d)|\\d+)';

/** How examples are announced. */
const ANNOUNCEMENT = /\b(?:Examples?|Eksempel|Eksempler|Døme):/;

/**
 * Reads the examples.
 * @param below the lines below the table
 * @param names for each county the names that the note may use
 */
export function examples(below: readonly Line[], names: readonly (readonly string[])[]): Examples {
  // Blanks in the place of what is not said: offsets stay what they are.
  const text = below.map(line => (isRow(line) ? ' '.repeat(line.text.length) : line.text)).join('\n');
  const known = namesFor(names);
  const found = WORDINGS.flatMap(wording => [...text.matchAll(pattern(wording, known))])
    .map(match => ({match, ...statement(match)}))
    .filter(({county, partner}) => county >= 0 && partner !== -1);
  const word = ANNOUNCEMENT.exec(text);
  return {
    examples: found
      .toSorted((a, b) => a.match.index - b.match.index)
      .map(({match, county, partner, said, amount}) => ({
        county,
        partner,
        said,
        place: placeAt(below, match.index + match[0].lastIndexOf(amount), amount),
      })),
    announced: word && placeAt(below, word.index, word[0]),
    unread: word
      ? unreadNumbers(
          below,
          text,
          word.index,
          found.map(({match}) => match),
        )
      : [],
  };

  function statement({groups}: RegExpExecArray) {
    const {front, back, partner, gain, amount} = groups as Record<string, string | undefined>;
    const indexOf = (name: string) => known.find(each => partsOf(each.name) === partsOf(name))?.county ?? -1;
    const size = Number(amount!.replace(/\D/g, ''));
    return {
      county: indexOf((front ?? back)!),
      partner: partner === undefined ? null : indexOf(partner),
      said: gain === undefined ? 0 - size : size,
      amount: amount!,
    };
  }
}

/** A row of another table, as our own reports have one of checks below theirs: two fields or more with a figure each. */
function isRow({isDelimited, tokens}: Line): boolean {
  const isAlone = ({field}: Token, at: number) =>
    tokens[at - 1]?.field !== field && tokens[at + 1]?.field !== field;
  return (
    isDelimited && tokens.filter((token, at) => token.kind === 'number' && isAlone(token, at)).length > 1
  );
}

type Known = {readonly name: string; readonly county: number};

/**
 * The names that a note may use: those of the table, and for a name of two parts ("Oslo and Akershus") the same with
 * other signs between them and in the other order ("Akershus/Oslo"), where that is one county's alone.
 */
function namesFor(names: readonly (readonly string[])[]): readonly Known[] {
  const all = names.flatMap((list, county) => list.flatMap(variants).map(name => ({name, county})));
  const owners = new Map<string, Set<number>>();
  for (const {name, county} of all)
    owners.set(partsOf(name), (owners.get(partsOf(name)) ?? new Set()).add(county));
  return all.filter(({name}) => owners.get(partsOf(name))!.size === 1);
}

const BETWEEN = /\s*\/\s*|\s+(?:and|og|&)\s+/;

function variants(name: string): readonly string[] {
  const parts = name.split(BETWEEN);
  const signs = [' and ', ' og ', '/', ' / ', '/ ', '-'];
  const orders = parts.length === 2 ? [parts, parts.toReversed()] : [];
  return [name, ...orders.flatMap(order => signs.map(sign => order.join(sign)))];
}

/** The parts of a name in one order, whatever is between them. */
function partsOf(name: string): string {
  const parts = name.split(BETWEEN).flatMap(part => part.split('-'));
  return parts.map(keyOf).toSorted().join(' ');
}

/** A number that is said and not understood could be wrong without anyone noticing. */
function unreadNumbers(
  below: readonly Line[],
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

/** Names longest first: of "Sør-Trøndelag" and "Trøndelag" the first alternative that fits wins. */
function pattern(wording: string, known: readonly Known[]): RegExp {
  const names = [...new Set(known.map(({name}) => name))]
    .toSorted((a, b) => b.length - a.length)
    .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  const source = wording
    .replace('{county}', '(?<front>{name})')
    .replace(/\{(hadde|a|gain|loss)\}/g, (_, key: string) => SHORT[key]!)
    .replaceAll('{county}', '{name}')
    .replace('{partner}', '(?<partner>{name})')
    .replaceAll('{name}', () => names)
    .replaceAll(' ', '\\s+')
    .replace('{amount}', AMOUNT);
  return new RegExp(`(?<!\\p{L})${source}`, 'giu');
}

/** From an offset in the joined text back to the line and column it came from. */
function placeAt(below: readonly Line[], offset: number, text: string): Place {
  let start = 0;
  for (const {text: own, starts} of below) {
    const end = start + own.length;
    if (offset <= end) {
      const piece = starts.findLast(({at}) => at <= offset - start)!;
      return {line: piece.line, column: piece.column + offset - start - piece.at, text};
    }
    start = end + 1;
  }
  throw new Error(`Offset ${offset} is beyond the note`);
}

/**
 * Names of counties as texts spell them: split over lines, hyphened, with note signs, in one order or another.
 */
import {distance} from 'fastest-levenshtein';
import type {Token} from './cells.ts';

/**
 * What is left of a name when all but letters and digits is taken away, so that "Sør-" + "Trøndelag", "Sør
 * Trøndelag" and "sør-trøndelag" are the same. A digit glued to a word ("Oslo1") is the sign of a note.
 */
export function keyOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})\d\)?(?=\s|$)/gu, '')
    .replace(/[^\p{L}\p{Nd}]/gu, '');
}

/** The words of a name, joined as they were meant: after a hyphen at the end of a line there is no space. */
export function joined(words: readonly Token[]): string {
  let name = '';
  let last: Token | null = null;
  for (const word of words) {
    const isBroken = last !== null && last.place.line !== word.place.line;
    const isGlued = name === '' || (isBroken && /[\p{L}][-/]$/u.test(name));
    name += (isGlued ? '' : ' ') + word.place.text;
    last = word;
  }
  return name
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/\s*\/\s*/g, '/')
    .replace(/(?<=\p{L})(?:\d\)?|[*\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)(?=\s|$)/gu, '')
    .trim();
}

/** A number of a county: one to four digits, with or without a nought in front. */
export const isCode = ({kind, place}: Token) =>
  (kind === 'number' || kind === 'digits') && /^\d{1,4}$/.test(place.text);

/** A word that may be in a name: it begins with a letter, perhaps after a bracket or a quote, or joins two. */
export const isNameWord = ({kind, place}: Token) =>
  kind === 'word' && /^(?:["'(\u00ab\u201c]?\p{L}|[&/+]$)/u.test(place.text);

/** A name that goes on: it ends in a hyphen, a slash or a small word. */
export const isDangling = (words: readonly Token[]) =>
  /(?:[-/,&]|^(?:og|and|i|of|the|with|med))$/iu.test(words.at(-1)?.place.text ?? '');

/** A word that no name begins with. */
export const isContinuation = ([first]: readonly Token[]) =>
  /^(?:\p{Ll}|og$|and$|[&/])/u.test(first?.place.text ?? '');

/** The head of the totals. */
export const isTotalWord = (key: string) =>
  /^(?:(?:net(?:to)?(?:inn)?(?:migration|flytting)?)?(?:total|totalt|totals|ialt|tilsaman|tilsammen|sum|inall)|all|alle|allcounties|helelandet|heilelandet|wholecountry)$/.test(
    key,
  );

/** Where moves from and to other countries stand. */
export const isAbroad = (key: string) =>
  /^(?:utlandet|utland|abroad|foreigncountr(?:y|ies)|othercountries|uoppgitt|ukjent|ukjend|unknown|notstated)$/.test(
    key,
  );

/** Words in the heads of such a table that are no names. */
export const isHeadWord = (key: string) =>
  /^(?:net|netto|migration|in|out|inmigration|outmigration|netmigration|flytting|flyttinger|flyttingar|innflytting|utflytting|nettoinnflytting|nettoinnflyttinger|innenlandsk|county|counties|countyno|fylke|fylker|fylkesvis|fylka|region|regions|regioner|regionar|landsdel|landsdeler|landsdelar|municipality|municipalities|kommune|kommuner|kommunar|no|nr|number|nummer|code|kode|name|namn|navn|from|to|fra|fr\u00e5|til|of|by|against|mot|which|dette|herav|av|moves|persons|personer|personar)$/.test(
    key,
  );

/** How alike two keys are, as the number of characters to change; null where they are not alike. */
export function likeness(a: string, b: string): number | null {
  const longer = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > longer / 3) return null;
  const changes = distance(a, b);
  return changes <= Math.max(1, Math.floor(longer / 5)) ? changes : null;
}

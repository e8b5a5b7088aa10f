/**
 * A table's card: what the published text does not say. `data/NAME.json` beside `data/NAME.txt`.
 * Everything in it is optional but the publisher: a table without a card is reported on without it.
 */
import {type Issue, ReportError} from '../issues.ts';
import {type Locate, readJson} from '../json.ts';
import {cardBroken, nameMissing} from './objections.ts';

/** A text in several languages, by BCP 47 tag. */
export type Names = Readonly<Record<string, string>>;

export type Region = {readonly key: string; readonly names: Names; readonly members: readonly string[]};

/** What a printed sign stands for; `meaning` is a key of each language's labels. */
export type Symbol = {readonly mark: string; readonly meaning: 'not-applicable' | 'nil'};

/** `lang` is the tag of the Sami language that the name is in. */
export type SamiName = {readonly name: string; readonly lang: string};

export type Card = {
  readonly publisher: Names;
  readonly publication?: Names;
  /** The table's title; where the card has none, it is quoted as it is printed. */
  readonly title?: Names;
  /** The year the figures are about; checked against the text. */
  readonly year?: number;
  /** ISO 8601 date of release. */
  readonly released?: string;
  readonly url?: string;
  readonly licence?: {readonly name: string; readonly url: string};
  /** Hex digest of the text that this card describes; checked. */
  readonly sha256?: string;
  /** By county number: the Sami part of the printed name, and a form for narrow charts. */
  readonly counties?: Readonly<Record<string, {readonly sami?: SamiName; readonly short?: string}>>;
  readonly regions?: readonly Region[];
  readonly symbols?: readonly Symbol[];
};

/** A card, and where its parts stand in its file. */
export type CardFile = {readonly card: Card; readonly locate: Locate};

type Shape = {readonly expected: string; readonly fits: (value: unknown) => boolean};

/** What each part of a card must look like. */
const SHAPES: Readonly<Record<keyof Card, Shape>> = {
  publisher: {expected: 'names by language, as {"en": "Statistics Norway"}', fits: isNames},
  publication: {expected: 'names by language, as {"en": "Statistical Yearbook"}', fits: isNames},
  title: {expected: 'names by language, as {"en": "Net migration between counties"}', fits: isNames},
  year: {expected: 'a number, as 2007', fits: Number.isInteger},
  released: {expected: 'a date, as "2008-05-08"', fits: isDate},
  url: {expected: 'an address that begins with https://', fits: isWebAddress},
  licence: {expected: '{"name": ..., "url": "https://..."}', fits: isLicence},
  sha256: {expected: '64 hexadecimal digits', fits: isDigest},
  counties: {expected: 'by county number {"sami": {"name", "lang"}, "short"}', fits: isCounties},
  regions: {expected: 'a list of {"key" in capitals, "names", "members"}', fits: isListOf(isRegion)},
  symbols: {
    expected: 'a list of {"mark", "meaning": "not-applicable" or "nil"}',
    fits: isListOf(isSymbol),
  },
};

/** A card of five hundred counties and their regions has a tenth of this. */
export const LARGEST_CARD = 500_000;

/**
 * Reads a card.
 * @returns null where there is none
 * @throws ReportError `card-broken`, with every part that is not as it should be
 */
export function readCard(file: string, bytes: Uint8Array | null): CardFile | null {
  if (!bytes) return null;
  if (bytes.length > LARGEST_CARD)
    throw new ReportError([
      cardBroken({file, line: 1, column: 1}, `The card has more than ${LARGEST_CARD} bytes`),
    ]);
  const json = readJson(file, new TextDecoder().decode(bytes));
  if ('fault' in json) throw new ReportError([cardBroken(json.where, `The card is not JSON: ${json.fault}`)]);
  const {value: card, locate} = json;
  if (!isObject(card)) throw new ReportError([cardBroken(locate(), 'The card is not a JSON object')]);
  const issues = [...partIssues(card, locate), ...regionIssues(card, locate)];
  if (issues.length) throw new ReportError(issues);
  return {card: card as Card, locate};
}

function partIssues(card: Record<string, unknown>, locate: Locate): readonly Issue[] {
  const unknown = Object.keys(card).filter(key => !Object.hasOwn(SHAPES, key));
  const wrong = Object.entries(SHAPES).filter(([key, {fits}]) =>
    Object.hasOwn(card, key) ? !fits(card[key]) : key === 'publisher',
  );
  return [
    ...unknown.map(key => cardBroken(locate(key), `A card has no part "${key}"`)),
    ...wrong.map(([key, {expected}]) =>
      cardBroken(locate(key), `The part "${key}" is ${shown(card[key])}; ${expected} was expected`),
    ),
  ];
}

const shown = (value: unknown) => (value === undefined ? 'missing' : JSON.stringify(value).slice(0, 60));

/** Each region once, and each county in one region at most. */
function regionIssues(card: Record<string, unknown>, locate: Locate): readonly Issue[] {
  const regions = isListOf(isRegion)(card['regions']) ? (card['regions'] as readonly Region[]) : [];
  const keys = regions.map(({key}, at) => ({text: key, where: locate('regions', at, 'key')}));
  const members = membersOf(regions, locate).map(({code, where}) => ({text: code, where}));
  return [
    ...repeats(keys).map(({text, where}) => cardBroken(where, `There are two regions "${text}"`)),
    ...repeats(members).map(({text, where}) =>
      cardBroken(where, `The county ${text} stands in more than one region, or twice in one`),
    ),
  ];
}

/** The county numbers in the regions, each with its place. */
export function membersOf(regions: readonly Region[], locate: Locate) {
  return regions.flatMap(({members}, at) =>
    members.map((code, place) => ({code, where: locate('regions', at, 'members', place)})),
  );
}

/** Those that have stood before. */
const repeats = <Each extends {readonly text: string}>(list: readonly Each[]) =>
  list.filter(({text}, index) => list.findIndex(each => each.text === text) < index);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

function isNames(value: unknown): boolean {
  return isObject(value) && Object.values(value).length > 0 && Object.values(value).every(isText);
}

/** A day that is in the calendar. */
function isDate(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (year === undefined) return false;
  const isLeap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('https://');
}

function isLicence(value: unknown): boolean {
  return isObject(value) && isText(value['name']) && isWebAddress(value['url']);
}

function isCounties(value: unknown): boolean {
  const isSami = (sami: unknown) => isObject(sami) && isText(sami['name']) && isText(sami['lang']);
  const isCounty = (county: unknown) =>
    isObject(county) &&
    (county['sami'] === undefined || isSami(county['sami'])) &&
    (county['short'] === undefined || isText(county['short']));
  return isObject(value) && Object.values(value).every(isCounty);
}

function isListOf(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return value => Array.isArray(value) && value.every(fits);
}

function isRegion(value: unknown): boolean {
  if (!isObject(value)) return false;
  const {key, names, members} = value;
  return typeof key === 'string' && /^[A-Z]+$/.test(key) && isNames(names) && isListOf(isText)(members);
}

function isSymbol(value: unknown): boolean {
  const meanings: readonly unknown[] = ['not-applicable', 'nil'];
  return isObject(value) && isText(value['mark']) && meanings.includes(value['meaning']);
}

/** The card that belongs to a text: beside it, with its name. */
export const cardBeside = (file: string) => `${file.replace(/\.[^./\\]*$/, '')}.json`;

/** What a report in a language needs a name for and the card has none, as one issue; none where all are there. */
export function missingNames({card, locate}: CardFile, tag: string): readonly Issue[] {
  const parts = (['publisher', 'publication', 'title'] as const).flatMap(part => {
    const names = card[part];
    return names ? [{what: `"${part}"`, names, steps: [part]}] : [];
  });
  const regions = (card.regions ?? []).map(({key, names}, at) => ({
    what: `region "${key}"`,
    names,
    steps: ['regions', at, 'names'],
  }));
  const missing = [...parts, ...regions].filter(({names}) => !Object.hasOwn(names, tag));
  const placed = missing.map(({what, steps}) => ({what, where: locate(...steps)}));
  return placed.length ? [nameMissing(tag, placed)] : [];
}

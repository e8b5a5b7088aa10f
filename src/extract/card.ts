/**
 * A table's card: what the published text does not say. `data/NAME.json` beside `data/NAME.txt`.
 * Everything in it is optional but the publisher: a table without a card is reported on without it.
 */
import {cardBroken, ReportError} from '../issues.ts';

/** A text in several languages, by BCP 47 tag. */
export type Names = Readonly<Record<string, string>>;

export type Region = {readonly key: string; readonly names: Names; readonly members: readonly string[]};

/** What a printed sign stands for; `meaning` is a key of each language's labels. */
export type Symbol = {readonly mark: string; readonly meaning: 'not-applicable' | 'nil'};

export type Card = {
  readonly publisher: Names;
  readonly publication?: Names;
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

/** `lang` is the tag of the Sami language that the name is in. */
export type SamiName = {readonly name: string; readonly lang: string};

/** What each part of a card must look like. */
const SHAPES: Readonly<Record<keyof Card, (value: unknown) => boolean>> = {
  publisher: isNames,
  publication: isNames,
  year: Number.isInteger,
  released: value => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  url: isWebAddress,
  licence: value => isObject(value) && typeof value['name'] === 'string' && isWebAddress(value['url']),
  sha256: value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  counties: value => isObject(value) && Object.values(value).every(isObject),
  regions: value => Array.isArray(value) && value.every(isRegion),
  symbols: value => Array.isArray(value) && value.every(isSymbol),
};

/**
 * Reads a card.
 * @returns null where there is none
 * @throws ReportError `card-broken`, with every part that is not as it should be
 */
export function readCard(file: string, bytes: Uint8Array | null): Card | null {
  if (!bytes) return null;
  const card = parse(file, new TextDecoder().decode(bytes));
  const issues = [
    ...Object.keys(card)
      .filter(key => !(key in SHAPES))
      .map(key => cardBroken(file, `A card has no part "${key}"`)),
    ...Object.entries(SHAPES)
      .filter(([key, fits]) => (key in card ? !fits(card[key]) : key === 'publisher'))
      .map(([key]) => cardBroken(file, `The part "${key}" of the card is missing or not as it should be`)),
  ];
  if (issues.length) throw new ReportError(issues);
  return card as Card;
}

function parse(file: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (error) {
    throw new ReportError([cardBroken(file, `The card is not JSON: ${(error as Error).message}`)]);
  }
  throw new ReportError([cardBroken(file, 'The card is not a JSON object')]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNames(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(name => typeof name === 'string' && name !== '');
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('https://');
}

function isRegion(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['key'] === 'string' &&
    /^[A-Z]+$/.test(value['key']) &&
    isNames(value['names']) &&
    Array.isArray(value['members'])
  );
}

function isSymbol(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['mark'] === 'string' &&
    ['not-applicable', 'nil'].includes(String(value['meaning']))
  );
}

/**
 * The small language in which `sentences.ts` writes the wording of sentences:
 *
 *     {n} {count} {place} {list} ...   something that is read: a number, a list, a name; see `Said`
 *     <gains>                          one of two opposite words, here "gains" or "losses"
 *     county, counties                 what the table is about: perhaps "region", "regions"
 *
 * A sentence is read only as it would be printed: "1283" or "01" is no number, "3" is no count, but "three".
 */
import {asCount, COUNTS, inDigits, ORDINALS, TIMES} from './evaluator.ts';
import type {Flow} from '../../src/verify/figures.ts';
import type {Region, World} from './reader.ts';

/** What a sentence says. Numbers that it does not name are NaN, lists empty. */
export type Said = {
  /** 1 for "gains", -1 for "losses", 0 where the sentence contradicts itself ("gains ... to"). */
  readonly side: number;
  readonly me: number;
  readonly county: number;
  readonly county2: number;
  readonly year: number;
  /** Figures, in digits. */
  readonly n: number;
  readonly n2: number;
  /** Counts, in words up to nine: of all counties, of all but one, and of some. */
  readonly all: number;
  readonly others: number;
  readonly count: number;
  readonly count2: number;
  /** "largest" is 1, "second largest" 2, "smallest" -1. */
  readonly place: number;
  readonly place2: number;
  /** "twice" is 2. */
  readonly times: number;
  /** "more than half (53 per cent)", or one of the two; NaN where there is no percentage. */
  readonly share: {readonly percent: number; readonly word: string | null};
  /** "Oslo (339) and Buskerud (48)" */
  readonly list: readonly Flow[];
  /** "Oslo and Buskerud" */
  readonly names: readonly number[];
  readonly region: Region | null;
  readonly region2: Region | null;
};

/** Opposite words, the first for side 1. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['gain', 'loss'],
  ['gains', 'losses'],
  ['gain from', 'loss to'],
  ['gains from', 'losses to'],
  ['gains, from', 'losses, to'],
  ['from', 'to'],
  ['in', 'out'],
];

export const SHARE_WORDS = [
  'less than one per cent',
  'almost half',
  'more than half',
  'about two thirds',
  'about three quarters',
  'almost all',
];

export const oneOf = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');

const COUNT = `(?:${oneOf(COUNTS)}|[\\d,]+)`;
const SHARE = `(?:(?:${oneOf(SHARE_WORDS)})(?: \\(\\d+ per cent\\))?|\\d+ per cent)`;
const PLACE = `(?:(?:${oneOf(ORDINALS)}) )?(?:largest|smallest)`;

function shapeOf(world: World, slot: string): string {
  switch (slot.replace(/\d/, '')) {
    case 'me':
    case 'county':
      return oneOf(world.counties.map(({name}) => name));
    case 'region':
      return oneOf(world.regions.map(({name}) => name)) || '(?!)';
    case 'year':
      return String.raw`\d{4}`;
    case 'count':
    case 'all':
    case 'others':
      return COUNT;
    case 'place':
      return PLACE;
    case 'times':
      return oneOf(TIMES);
    case 'share':
      return SHARE;
    case 'list':
    case 'names':
      return '.+?';
    default:
      return String.raw`[\d,]+`;
  }
}

/** The wording as a regular expression over whole sentences. */
export function compile(world: World, wording: string): RegExp {
  let sides = 0;
  const source = inUnits(world, wording)
    .replace(/[.()]/g, String.raw`\$&`)
    .replace(/<([\w, ]+)>/g, (_, word: string) => `(?<side${sides++}>${pairOf(word).join('|')})`)
    .replace(/\{(\w+)\}/g, (_, slot: string) => `(?<${slot}>${shapeOf(world, slot)})`);
  return new RegExp(`^${source}$`, 'u');
}

/** Wordings are written for counties; a table of regions is told of in the same way. */
const inUnits = ({unit}: World, wording: string): string =>
  wording.replace(/(?<![{\w])(?:county|counties)(?!\w)/gi, word => {
    const other = word.toLowerCase() === 'county' ? unit.one : unit.other;
    return word.startsWith('C') ? other.replace(/^./, letter => letter.toUpperCase()) : other;
  });

/** The word as it stands is side 1. */
function pairOf(word: string): readonly [string, string] {
  for (const [gain, loss] of OPPOSITES) {
    if (word === gain) return [gain, loss];
    if (word === loss) return [loss, gain];
  }
  throw new Error(`No opposite of ${word}`);
}

/** What a sentence of this wording says, or null if it is not of this wording. */
export function match(world: World, wording: string, pattern: RegExp, sentence: string): Said | null {
  const found = pattern.exec(sentence);
  if (!found) return null;
  const groups = found.groups ?? {};
  const words = [...wording.matchAll(/<([\w, ]+)>/g)].map(([, word]) => word!);
  const sides = words.map((word, index) => (groups[`side${index}`] === word ? 1 : -1));
  const text = (slot: string) => groups[slot] ?? '';
  const county = (slot: string) => world.counties.findIndex(({name}) => name === text(slot));
  const region = (slot: string) => world.regions.find(({name}) => name === text(slot)) ?? null;
  return {
    side: new Set(sides).size === 1 ? sides[0]! : 0,
    me: county('me'),
    county: county('county'),
    county2: county('county2'),
    year: Number(text('year')),
    n: figure(text('n')),
    n2: figure(text('n2')),
    all: count(text('all')),
    others: count(text('others')),
    count: count(text('count')),
    count2: count(text('count2')),
    place: place(text('place')),
    place2: place(text('place2')),
    times: TIMES.indexOf(text('times')) + 2,
    share: share(text('share')),
    list: flows(world, text('list')),
    names: counties(world, text('names')),
    region: region('region'),
    region2: region('region2'),
  };
}

const figure = (text: string) => asPrinted(text, Number(text.replaceAll(',', '')), inDigits);

function count(text: string): number {
  const word = COUNTS.indexOf(text);
  return word < 0 ? asPrinted(text, Number(text.replaceAll(',', '')), asCount) : word;
}

/** A number that would be printed otherwise is none. */
const asPrinted = (text: string, value: number, print: (value: number) => string) =>
  print(value) === text ? value : Number.NaN;

function place(text: string): number {
  const words = text.split(' ');
  if (words.at(-1) === 'smallest') return words.length === 1 ? -1 : Number.NaN;
  return words.length === 1 ? 1 : ORDINALS.indexOf(words[0]!) + 2;
}

function share(text: string): Said['share'] {
  if (SHARE_WORDS.includes(text)) return {percent: Number.NaN, word: text};
  const [, word, percent = ''] = /^(?:(.+) \()?(\d+) per cent/.exec(text) ?? [];
  return {percent: figure(percent), word: word ?? null};
}

/** Reads "A (1), B (2) and C (3)"; a text that would be printed otherwise is an empty list. */
function flows(world: World, text: string): readonly Flow[] {
  const names = oneOf(world.counties.map(({name}) => name));
  const items = [...text.matchAll(new RegExp(`(?<=^|, | and )(${names}) \\(([\\d,]+)\\)`, 'gu'))];
  if (joined(items.map(([item]) => item)) !== text) return [];
  return items.map(([, name, amount]) => ({
    county: world.counties.findIndex(each => each.name === name),
    amount: figure(amount!),
  }));
}

/** Reads "A, B and C". */
function counties(world: World, text: string): readonly number[] {
  const found = text.split(/, | and /).map(item => world.counties.findIndex(({name}) => name === item));
  return joined(text.split(/, | and /)) === text ? found : [];
}

export const joined = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

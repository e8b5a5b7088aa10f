/**
 * How a language prints a number, written a second time: for holding the printed words of a finished report
 * against what they should be.
 */
import type {Labels} from '../labels.ts';

/** 2637 -> "2,637", -89 -> "−89". */
export function inDigits({number: {thousands, minus}}: Labels, value: number): string {
  const digits = [...String(Math.abs(value))].toReversed();
  const grouped = digits.flatMap((digit, at) => (at > 0 && at % 3 === 0 ? [thousands, digit] : [digit]));
  return (value < 0 ? minus : '') + grouped.toReversed().join('');
}

/** 151 -> "+151"; nought has no sign. */
export const inSigned = (labels: Labels, value: number): string =>
  value > 0 ? `+${inDigits(labels, value)}` : inDigits(labels, value);

/** 3 -> "three"; one in the gender of what is counted. */
export function asCount(labels: Labels, value: number, gender: string | undefined): string {
  const one = value === 1 && gender !== undefined ? labels.ones[gender] : undefined;
  return one ?? labels.counts[value] ?? inDigits(labels, value);
}

/** "2008-05-08" -> "8 May 2008". */
export function asDate({date: {pattern, months}}: Labels, iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  const parts: Readonly<Record<string, string>> = {
    '{day}': String(day),
    '{month}': months[month! - 1]!,
    '{year}': String(year),
  };
  return pattern
    .split(/(\{\w+\})/)
    .map(part => parts[part] ?? part)
    .join('');
}

/** Puts words in the places of a pattern. */
export const filled = (pattern: string, words: Readonly<Record<string, string>>): string =>
  Object.entries(words).reduce((text, [place, word]) => text.replace(`{${place}}`, () => word), pattern);

/** "a, b and c" */
export const listed = ({and}: Labels, items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;

/** A share with the word for its interval, if there is one. */
export function asShare(labels: Labels, part: number, whole: number, percent: number): string {
  const found = INTERVALS.find(each => each.holds(part, whole));
  const word = found && labels.shares[found.word];
  const inPercent = filled(labels.percent, {number: inDigits(labels, percent)});
  if (word === undefined) return inPercent;
  const isRoundedAway = percent === 0 || percent === 100;
  return isRoundedAway ? word : filled(labels.shareWithWord, {word, percent: inPercent});
}

/** The fixed intervals of words for shares, in thousandths of the whole. */
const INTERVALS: readonly {
  readonly word: string;
  readonly holds: (part: number, whole: number) => boolean;
}[] = [
  {word: 'less-than-one', holds: (part, whole) => part > 0 && 1000 * part < 5 * whole},
  {word: 'almost-half', holds: (part, whole) => 1000 * part >= 470 * whole && 2 * part < whole},
  {word: 'more-than-half', holds: (part, whole) => 2 * part > whole && 1000 * part <= 550 * whole},
  {word: 'two-thirds', holds: (part, whole) => 1000 * part >= 650 * whole && 1000 * part <= 685 * whole},
  {word: 'three-quarters', holds: (part, whole) => 1000 * part >= 730 * whole && 1000 * part <= 770 * whole},
  {word: 'almost-all', holds: (part, whole) => 1000 * part >= 950 * whole && part < whole},
];

/** A pattern as a regular expression, each place one that `shapes` gives. */
export const shaped = (pattern: string, shapes: Readonly<Record<string, string>>): string =>
  pattern
    .split(/(\{\w+\})/)
    .map(part => (/^\{\w+\}$/.test(part) ? (shapes[part.slice(1, -1)] ?? '.+?') : escaped(part)))
    .join('');

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Any of some words, the longest first. */
export const anyOf = (words: readonly string[]): string =>
  [...new Set(words)]
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

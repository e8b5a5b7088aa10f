/**
 * One language: how it writes numbers, lists and dates. A language is a folder, `templates/TAG/`, with `report.md`,
 * `labels.json`, `words.json` and `order.lock.json`; code holds no list of them.
 *
 * Numbers are formatted here and not by Intl: ICU updates change its output, and a report made twice must
 * have the same bytes (a test compares the two where they should agree).
 */

import type {Labels, UnitKind} from './labels.ts';

export type {Labels};

export type Language = {readonly tag: string; readonly labels: Labels};

/** The language for tables of counties, or of regions: `{units}` in the texts of charts is filled. */
export function withUnits({tag, labels}: Language, unit: UnitKind): Language {
  const {other} = labels.units[unit];
  const charts = Object.entries(labels.charts).map(
    ([key, text]) => [key, text.replaceAll('{units}', () => other!)] as const,
  );
  return {tag, labels: {...labels, charts: Object.fromEntries(charts)}};
}

/** 2637 -> "2,637"; a negative number with the language's minus. */
export function formatNumber({labels}: Language, value: number): string {
  const {thousands, minus} = labels.number;
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, thousands);
  return value < 0 ? minus + digits : digits;
}

/** 151 -> "+151", -89 -> "−89", 0 -> "0". */
export function formatSigned(language: Language, value: number): string {
  return (value > 0 ? '+' : '') + formatNumber(language, value);
}

/** 3 -> "three", 15 -> "15": counts of counties, not of moves. `gender` is that of what is counted. */
export function formatCount(language: Language, value: number, gender = ''): string {
  const {counts, ones} = language.labels;
  const word = value === 1 ? (ones[gender] ?? counts[1]) : counts[value];
  return word ?? formatNumber(language, value);
}

/** "2008-05-08" -> "8 May 2008". */
export function formatDate({labels}: Language, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return fill(labels.date.pattern, {
    day: String(Number(day)),
    month: labels.date.months[Number(month) - 1] ?? '',
    year,
  });
}

/** Puts a list into words, item by item: ["a", "b", "c"] -> a, ", ", b, " and ", c. */
export function joinList<T>(
  {labels}: Language,
  items: readonly T[],
  text: (words: string) => T,
): readonly T[] {
  return items.flatMap((item, index) => {
    if (index === 0) return [item];
    return [text(index === items.length - 1 ? ` ${labels.and} ` : ', '), item];
  });
}

/** Fills the `{name}` places of a pattern. A place without a value is a fault of ours. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`The pattern "${pattern}" asks for {${key}}`);
    return value;
  });
}

/** A name in the language, or in the first that is given where the language was not asked for by name. */
export function nameIn(names: Readonly<Record<string, string>>, {tag}: Language): string {
  return names[tag] ?? Object.values(names)[0] ?? '';
}

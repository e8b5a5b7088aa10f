/**
 * One language: how it writes numbers, ordinals, lists and dates, and the labels of what is not prose.
 * A language is a folder, `templates/TAG/`, with `report.md` and `labels.json`; code holds no list of them.
 *
 * Numbers are formatted here and not by Intl: ICU updates change its output, and a report made twice must
 * have the same bytes (a test compares the two where they should agree).
 */

/** What `labels.json` holds. */
export type Labels = {
  /** The language's name in itself. */
  readonly name: string;
  /** A d3-format locale, given to Vega as it is. */
  readonly number: {
    readonly decimal: string;
    readonly thousands: string;
    readonly grouping: readonly number[];
    readonly currency: readonly string[];
    readonly minus: string;
  };
  /** Number words from nought up; counts beyond the list are written in digits. */
  readonly counts: readonly string[];
  /** `ordinals[2]` is the word that stands before "largest" for the second; the first two are unused. */
  readonly ordinals: readonly string[];
  /** `times[2]` is "twice"; the first two are unused. */
  readonly times: readonly string[];
  /** Words for a share inside a fixed interval, by the name of the interval. */
  readonly shares: Readonly<Record<string, string>>;
  /** "{number} per cent", and how a word and the percentage stand together. */
  readonly percent: string;
  readonly shareWithWord: string;
  /** The word before the last of a list, and the pattern for equal amounts: "{amount} each". */
  readonly and: string;
  readonly each: string;
  /** `pattern` with {day}, {month} and {year}. */
  readonly date: {readonly pattern: string; readonly months: readonly string[]};
  /** "Figure {number}", "Table {number}"; for the page's foot "Page {page} of {pages}". */
  readonly figure: string;
  readonly table: string;
  /** "{table}, continued". */
  readonly continued: string;
  readonly page: string;
  /** The subject of the file's metadata: "{title}, {year}". */
  readonly subject: string;
  /** Texts inside the charts, by key; `{county}` stands for the county's name. */
  readonly charts: Readonly<Record<string, string>>;
  /** Heads of table columns, by key. */
  readonly columns: Readonly<Record<string, string>>;
  /** What is said of the files inside the PDF, with {county}, {title} and {year}. */
  readonly attachments: Readonly<Record<string, string>>;
  /** The names of checks, by kind, with {county} and {partner}; and what came of them. */
  readonly checks: Readonly<Record<string, string>>;
};

export type Language = {readonly tag: string; readonly labels: Labels};

/** What each part of `labels.json` must be; compared by `labelProblems`. */
const SHAPE: Readonly<Record<keyof Labels, 'text' | 'texts' | 'words' | 'object'>> = {
  name: 'text',
  number: 'object',
  counts: 'words',
  ordinals: 'words',
  times: 'words',
  shares: 'texts',
  percent: 'text',
  shareWithWord: 'text',
  and: 'text',
  each: 'text',
  date: 'object',
  figure: 'text',
  table: 'text',
  continued: 'text',
  page: 'text',
  subject: 'text',
  charts: 'texts',
  columns: 'texts',
  attachments: 'texts',
  checks: 'texts',
};

/** Every way in which a parsed `labels.json` is not what it must be, in words. */
export function labelProblems(labels: Readonly<Record<string, unknown>>): readonly string[] {
  const unknown = Object.keys(labels).filter(key => !(key in SHAPE));
  const wrong = Object.entries(SHAPE).filter(([key, shape]) => !fits(labels[key], shape));
  return [
    ...unknown.map(key => `"${key}" is not a label`),
    ...wrong.map(([key, shape]) => `"${key}" is missing or not ${DESCRIPTION[shape]}`),
  ];
}

const DESCRIPTION = {
  text: 'a text',
  texts: 'an object of texts',
  words: 'a list of texts',
  object: 'an object',
};

function fits(value: unknown, shape: 'text' | 'texts' | 'words' | 'object'): boolean {
  const isText = (each: unknown) => typeof each === 'string';
  if (shape === 'text') return isText(value);
  if (shape === 'words') return Array.isArray(value) && value.every(isText);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return shape === 'object' || Object.values(value).every(isText);
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

/** 3 -> "three", 15 -> "15": counts of counties, not of moves. */
export function formatCount(language: Language, value: number): string {
  return language.labels.counts[value] ?? formatNumber(language, value);
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

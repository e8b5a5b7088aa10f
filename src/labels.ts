/**
 * What a language's `labels.json` holds, and every way in which one can be wrong: a wrong label is a wrong
 * report, so each is checked for what is done with it and not only for being a text.
 */

import {
  type Check,
  distinct,
  each,
  parts,
  pattern,
  type Problem,
  text,
  texts,
  words,
  wrong,
} from './shape.ts';

/** What a table is about. */
export type UnitKind = 'county' | 'region' | 'municipality' | 'area';

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
  /** The word for one by gender, where the language has several; else what `counts` says. */
  readonly ones: Readonly<Record<string, string>>;
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
  /** The same inside a sentence: "see table 1". */
  readonly inText: {readonly figure: string; readonly table: string};
  /** "{table}, continued". */
  readonly continued: string;
  readonly page: string;
  /** The subject of the file's metadata: "{title}, {year}". */
  readonly subject: string;
  /** Texts inside the charts, by key; `{county}` stands for the county's name. */
  readonly charts: Readonly<Record<string, string>>;
  /**
   * What the rows and columns of a table are called, by kind and form: `one` and `other` for numbers, `head` for the
   * head of a column, `gender` where the language has genders, and whatever else its template asks for with
   * `unit("form")`.
   */
  readonly units: Readonly<Record<UnitKind, Readonly<Record<string, string>>>>;
  /** Heads of table columns, by key. */
  readonly columns: Readonly<Record<string, string>>;
  /** What is said of the files inside the PDF. */
  readonly attachments: Readonly<Record<string, string>>;
  /** The names of checks, by kind, and what came of them. */
  readonly checks: Readonly<Record<string, string>>;
  /** Where numbers come from. */
  readonly provenance: ProvenanceLabels;
};

/** A pattern for one, and for any other number. */
export type Plural = {readonly one: string; readonly other: string};

export type ProvenanceLabels = {
  /** The head of the panel that says where a number comes from, and the word for closing it. */
  readonly title: string;
  readonly close: string;
  /** "15 cells marked in Table 1" */
  readonly marked: Plural;
  /** How many of what a number is computed from. */
  readonly cells: Plural;
  readonly totals: Plural;
  readonly pairs: Plural;
  /** "Oslo against Akershus" */
  readonly pair: string;
  /** What a number is, by function; each stands in others: "{first} in per cent of {second}". */
  readonly expressions: Readonly<Record<string, string>>;
  /** Where a cell stands in the published text and how it was read there. */
  readonly places: Readonly<Record<string, string>>;
};

/** Signs of a number that can be told apart. */
const number: Check = value => {
  const problems = parts({
    decimal: text,
    thousands: each => (typeof each === 'string' && each.length === 1 ? [] : wrong('must be one sign')),
    grouping: list => (JSON.stringify(list) === '[3]' ? [] : wrong('must be [3]')),
    currency: list => (Array.isArray(list) && list.length === 2 ? [] : wrong('must be a list of two')),
    minus: sign => (MINUS.includes(sign as string) ? [] : wrong(`must be one of ${MINUS.join(' ')}`)),
  })(value);
  if (problems.length) return problems;
  const {decimal, thousands, minus} = value as Labels['number'];
  const signs = [decimal, thousands, minus];
  if (signs.some(sign => /\d/.test(sign))) return wrong('must have no digit as a sign');
  return new Set(signs).size === signs.length ? [] : wrong('must have three different signs');
};

/** Minus, hyphen, en dash and the hyphen that breaks no line; anything else may be taken for another sign. */
const MINUS: readonly string[] = ['\u2212', '-', '\u2013', '\u2011'];

/** The forms that every word for what a table is about must have. */
export const FORMS = ['one', 'other', 'head'] as const;

/** The forms of a word: the three that are always needed, and any others. */
const forms: Check = value => {
  if (typeof value !== 'object' || value === null) return wrong('must be an object of texts');
  const held = value as Readonly<Record<string, unknown>>;
  const missing = FORMS.filter(form => !Object.hasOwn(held, form));
  return [
    ...missing.map(form => ({path: form, problem: 'is missing'})),
    ...Object.entries(held).flatMap(([form, each]) => text(each).map(({problem}) => ({path: form, problem}))),
  ];
};

const plural = (...filled: readonly string[]) => each(['one', 'other'], pattern(...filled));

/** Patterns, each with its places. */
const places = (patterns: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(patterns).map(([key, filled]) => [key, pattern(...filled)]));

/** What was checked, and what came of it. */
const checks: Check = value => {
  const problems = parts({
    'row-total': pattern('county'),
    'zero-sum': text,
    mirror: text,
    'column-total': pattern('county'),
    'moves-row': pattern('county'),
    'moves-column': pattern('county'),
    'moves-all': text,
    example: pattern('county', 'partner'),
    'example-total': pattern('county'),
    agrees: text,
    differs: text,
  })(value);
  if (problems.length) return problems;
  const {agrees, differs} = value as Labels['checks'];
  return agrees === differs ? wrong('must have different words for agrees and differs') : [];
};

/** What is filled into the words for a number, by what it is. */
const EXPRESSIONS: Readonly<Record<string, readonly string[]>> = {
  net: ['pair'],
  total: ['county'],
  'total-added': ['cells', 'county'],
  'sum-gain': ['cells', 'county'],
  'sum-loss': ['cells', 'county'],
  'count-gain': ['cells', 'county'],
  'count-loss': ['cells', 'county'],
  'count-even': ['cells', 'county'],
  region: ['cells', 'county', 'region'],
  rank: ['county', 'totals'],
  'side-rank': ['county', 'totals'],
  side: ['totals', 'county'],
  'pair-rank': ['pair', 'pairs'],
  sources: ['cells', 'units', 'county'],
  destinations: ['cells', 'units', 'county'],
  percent: ['first', 'second'],
  times: ['first', 'second'],
  about: ['first', 'second'],
  cells: ['cells', 'list'],
  sum: ['first', 'second'],
  difference: ['first', 'second'],
  negative: ['first'],
  counties: ['units'],
  others: ['units'],
  regions: [],
  'other-regions': [],
  year: [],
  examples: [],
  differing: [],
  stated: [],
  said: [],
  found: [],
  zero: [],
  totals: ['totals'],
};

/** What is filled into the words for a place, by how a figure was read there. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  printed: ['line', 'text'],
  mirror: ['line', 'text'],
  turned: ['line', 'text'],
  'mirror-turned': ['line', 'text'],
  corrected: ['line', 'text', 'number'],
  'mirror-corrected': ['line', 'text', 'number'],
  computed: ['in', 'inLine', 'out', 'outLine'],
  added: [],
};

/** Every label and what it must be. */
const SHAPE: Readonly<Record<keyof Labels, Check>> = {
  name: text,
  number,
  // Facts count as far as the list goes and say nought to nine in words at least; the sixth place and the
  // tenth pair are the last that are told, and nine times.
  counts: distinct(words(0, 9)),
  ones: texts,
  ordinals: distinct(words(2, 10), 2),
  times: distinct(words(2, 9), 2),
  shares: distinct(
    each(
      ['less-than-one', 'almost-half', 'more-than-half', 'two-thirds', 'three-quarters', 'almost-all'],
      text,
    ),
  ),
  percent: pattern('number'),
  shareWithWord: pattern('word', 'percent'),
  and: text,
  each: pattern('amount'),
  date: parts({
    pattern: pattern('day', 'month', 'year'),
    months: list =>
      Array.isArray(list) && list.length === 12
        ? distinct(words(0, 11))(list)
        : wrong('must be twelve texts'),
  }),
  figure: pattern('number'),
  table: pattern('number'),
  inText: parts({figure: pattern('number'), table: pattern('number')}),
  continued: pattern('table'),
  page: pattern('page', 'pages'),
  subject: pattern('title', 'year'),
  // Which texts a chart needs, the chart files say.
  charts: texts,
  units: each(['county', 'region', 'municipality', 'area'], forms),
  columns: each(['code', 'net', 'total', 'check', 'line', 'said', 'computed', 'verdict'], text),
  attachments: parts({flows: pattern('county', 'units', 'year'), full: pattern('title', 'year')}),
  checks,
  provenance: parts({
    title: text,
    close: text,
    marked: plural('count', 'table'),
    cells: plural('count'),
    totals: plural('count'),
    pairs: plural('count'),
    pair: pattern('county', 'partner'),
    expressions: parts(places(EXPRESSIONS)),
    places: parts(places(PLACES)),
  }),
};

/** Every way in which a parsed `labels.json` is not what it must be, each with the path that leads there. */
export const labelFaults = (labels: unknown): readonly Problem[] => parts(SHAPE)(labels);

/** The same in words. */
export const labelProblems = (labels: unknown): readonly string[] => labelFaults(labels).map(inWords);

/** What is said of a fault. */
export const inWords = ({path, problem}: Problem) => `"${path}" ${problem}`;

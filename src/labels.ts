/**
 * What a language's `labels.json` holds, and every way in which one can be wrong: a wrong label is a wrong
 * report, so each is checked for what is done with it and not only for being a text.
 */

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
  /**
   * What the rows and columns of a table are called, by kind and form: `one` and `other` for numbers, `head` for the
   * head of a column, and whatever else the template of the language asks for with `unit("form")`.
   */
  readonly units: Readonly<Record<UnitKind, Readonly<Record<string, string>>>>;
  /** Heads of table columns, by key. */
  readonly columns: Readonly<Record<string, string>>;
  /** What is said of the files inside the PDF. */
  readonly attachments: Readonly<Record<string, string>>;
  /** The names of checks, by kind, and what came of them. */
  readonly checks: Readonly<Record<string, string>>;
};

/** A check of one value: what is wrong with it, in words, by the path below it. */
type Check = (value: unknown) => readonly Problem[];
type Problem = {readonly path: string; readonly problem: string};

const wrong = (problem: string): readonly Problem[] => [{path: '', problem}];

/** A text with exactly these places, each once: whoever fills one looks for no second. */
const pattern =
  (...places: readonly string[]): Check =>
  value => {
    if (typeof value !== 'string' || value.trim() === '') return wrong('must be a text');
    const found = [...value.matchAll(/\{(\w*)\}/g)].map(([, place]) => place!);
    const missing = places.filter(place => !found.includes(place));
    const surplus = found.filter(place => !places.includes(place));
    const again = places.filter(place => found.filter(each => each === place).length > 1);
    return [
      ...missing.flatMap(place => wrong(`must say where {${place}} stands`)),
      ...surplus.flatMap(place => wrong(`has a place {${place}} that nothing fills`)),
      ...again.flatMap(place => wrong(`has the place {${place}} more than once`)),
    ];
  };

const text = pattern();

/** An object of just these parts. */
const parts =
  (shape: Readonly<Record<string, Check>>): Check =>
  value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return wrong('must be an object');
    const held = value as Readonly<Record<string, unknown>>;
    const surplus = Object.keys(held).filter(key => !Object.hasOwn(shape, key));
    return [
      ...surplus.map(key => ({path: key, problem: 'is no label'})),
      ...Object.entries(shape).flatMap(([key, check]) => {
        const problems = Object.hasOwn(held, key) ? check(held[key]) : wrong('is missing');
        return problems.map(({path, problem}) => ({path: path ? `${key}.${path}` : key, problem}));
      }),
    ];
  };

const each = (keys: readonly string[], check: Check) =>
  parts(Object.fromEntries(keys.map(key => [key, check])));

/** A list of texts from place `from` to at least place `to`. */
const words =
  (from: number, to: number): Check =>
  value => {
    if (!Array.isArray(value) || value.some(item => typeof item !== 'string'))
      return wrong('must be a list of texts');
    if (value.length <= to) return wrong(`must have ${to + 1} texts`);
    const empty = value.findIndex((item, index) => index >= from && item === '');
    return empty < 0 ? [] : wrong(`has nothing at place ${empty}`);
  };

/** Signs of a number that can be told apart. */
const number: Check = value => {
  const problems = parts({
    decimal: text,
    thousands: each => (typeof each === 'string' && each.length === 1 ? [] : wrong('must be one sign')),
    grouping: list => (JSON.stringify(list) === '[3]' ? [] : wrong('must be [3]')),
    currency: list => (Array.isArray(list) && list.length === 2 ? [] : wrong('must be a list of two')),
    minus: text,
  })(value);
  if (problems.length) return problems;
  const {decimal, thousands, minus} = value as Labels['number'];
  const signs = [decimal, thousands, minus];
  if (signs.some(sign => /\d/.test(sign))) return wrong('must have no digit as a sign');
  return new Set(signs).size === signs.length ? [] : wrong('must have three different signs');
};

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

/** Every label and what it must be. */
const SHAPE: Readonly<Record<keyof Labels, Check>> = {
  name: text,
  number,
  // Facts count as far as the list goes and say nought to nine in words at least; the sixth place and the
  // tenth pair are the last that are told, and nine times.
  counts: words(0, 9),
  ordinals: words(2, 10),
  times: words(2, 9),
  shares: each(
    ['less-than-one', 'almost-half', 'more-than-half', 'two-thirds', 'three-quarters', 'almost-all'],
    text,
  ),
  percent: pattern('number'),
  shareWithWord: pattern('word', 'percent'),
  and: text,
  each: pattern('amount'),
  date: parts({
    pattern: pattern('day', 'month', 'year'),
    months: list =>
      Array.isArray(list) && list.length === 12 ? words(0, 11)(list) : wrong('must be twelve texts'),
  }),
  figure: pattern('number'),
  table: pattern('number'),
  continued: pattern('table'),
  page: pattern('page', 'pages'),
  subject: pattern('title', 'year'),
  // Which texts a chart needs, the chart files say.
  charts: value =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(item => typeof item === 'string')
      ? []
      : wrong('must be an object of texts'),
  units: each(['county', 'region', 'municipality', 'area'], forms),
  columns: each(['code', 'net', 'total', 'check', 'line', 'said', 'computed', 'verdict'], text),
  attachments: parts({flows: pattern('county', 'units', 'year'), full: pattern('title', 'year')}),
  checks: parts({
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
  }),
};

/** Every way in which a parsed `labels.json` is not what it must be, in words. */
export function labelProblems(labels: unknown): readonly string[] {
  return parts(SHAPE)(labels).map(({path, problem}) => `"${path}" ${problem}`);
}

/**
 * Every way in which a language's `labels.json` can be wrong: a wrong label is a wrong report, so each is checked for what
 * is done with it and not only for being a text.
 */
import type {Labels} from './labels.ts';
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
  'sum-gain-rest': ['cells', 'county'],
  'sum-loss-rest': ['cells', 'county'],
  'count-gain-rest': ['cells', 'county'],
  'count-loss-rest': ['cells', 'county'],
  'tied-gain': ['cells', 'county'],
  'tied-loss': ['cells', 'county'],
  outside: ['cells', 'county', 'partner'],
  outsiders: ['units', 'county'],
  between: ['units', 'county', 'partner'],
  unranked: ['units', 'county'],
  region: ['cells', 'county', 'region'],
  'region-total': ['cells', 'region'],
  'region-net': ['cells', 'region', 'otherRegion'],
  rank: ['county', 'totals'],
  'side-rank': ['county', 'totals'],
  side: ['totals', 'county'],
  'on-side-gain': ['totals'],
  'on-side-loss': ['totals'],
  'on-side-even': ['totals'],
  'side-sum-gain': ['totals'],
  'side-sum-loss': ['totals'],
  together: ['totals', 'list'],
  'pair-rank': ['pair', 'pairs'],
  'largest-pair': [],
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

/** The heads of the tables: those of figures, then those of checks. */
const COLUMNS = 'rank code net total gains losses from to check line said computed verdict'.split(' ');

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
  columns: each(COLUMNS, text),
  rests: parts({
    gain: pattern('number'),
    loss: pattern('number'),
    between: pattern('number', 'units'),
    others: pattern('units'),
  }),
  attachments: parts({
    flows: pattern('county', 'units', 'year'),
    ranking: pattern('units', 'year'),
    full: pattern('title', 'year'),
  }),
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
  controls: parts({
    contents: text,
    asTable: text,
    seeTable: text,
    download: text,
    embed: parts({
      link: text,
      title: pattern('report'),
      intro: pattern('address'),
      frame: text,
      frameNote: text,
      listener: text,
      listenerNote: text,
      inline: text,
      inlineNote: text,
      image: text,
      imageNote: text,
      example: text,
      copy: text,
      copied: text,
    }),
    index: parts({
      overview: text,
      bar: text,
      charts: text,
      sortBy: pattern('column'),
    }),
  }),
};

/** Every way in which a parsed `labels.json` is not what it must be, each with the path that leads there. */
export const labelFaults = (labels: unknown): readonly Problem[] => parts(SHAPE)(labels);

/** The same in words. */
export const labelProblems = (labels: unknown): readonly string[] => labelFaults(labels).map(inWords);

/** What is said of a fault. */
export const inWords = ({path, problem}: Problem) => `"${path}" ${problem}`;

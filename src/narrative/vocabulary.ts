/**
 * The closed list of what a template may use: tags, tables and functions. Facts and their slots come from the
 * catalogue, charts from what there is.
 */
import type {SlotKind} from '../facts/catalogue.ts';

/** `block` tags stand on lines of their own; `inner` ones inside a chart or table; `sentence` ones in text. */
export const TAGS = {
  paragraph: {place: 'block', takesName: false},
  byline: {place: 'block', takesName: false},
  note: {place: 'block', takesName: false},
  'key-figures': {place: 'block', takesName: false},
  chart: {place: 'block', takesName: true},
  'data-table': {place: 'block', takesName: true},
  checks: {place: 'block', takesName: false},
  landscape: {place: 'block', takesName: false},
  large: {place: 'block', takesName: false},
  alt: {place: 'inner', takesName: false},
  tell: {place: 'sentence', takesName: true},
} as const;

export type TagName = keyof typeof TAGS;

/** Whether there is such a tag; `constructor` and its like are none. */
export const isTag = (name: string): name is TagName => Object.hasOwn(TAGS, name);

/** The tables that a template may place: `checks` by the tag of that name, the others by `data-table`. */
export const TABLES = ['full', 'partners', 'ranking', 'checks'] as const;

export type TableName = (typeof TABLES)[number];

/** What a function takes: slots of a kind, or a text; and the named texts that it needs. */
type Signature = {readonly args: readonly (SlotKind | 'words')[]; readonly named?: readonly string[]};

export const FUNCTIONS = {
  /** 4181 -> 4,181 */
  num: {args: ['number']},
  /** 151 -> +151 */
  signed: {args: ['number']},
  /** 3 -> three */
  count: {args: ['number']},
  /** countOf($n, "n"): the same of what is no county or region; the gender of what is counted */
  countOf: {args: ['number', 'words']},
  /** 2 -> second */
  ordinal: {args: ['number']},
  /** 2 -> twice */
  times: {args: ['number']},
  /** plural($n, one="county", other="counties"): both forms are needed */
  plural: {args: ['number'], named: ['one', 'other']},
  /** units($n): county or counties, regions, ... as the table has them and the number asks */
  units: {args: ['number']},
  /** unit("other"): counties, or what else the table is about, in a form that the labels have */
  unit: {args: ['words']},
  /** more than half (53 per cent) */
  share: {args: ['share']},
  /** flows($list, "from"): 540 from Hordaland and 523 from Nordland */
  flows: {args: ['flows', 'words']},
  /** named($list): Hordaland (540) and Nordland (523) */
  named: {args: ['flows']},
  /** Troms and Finnmark */
  names: {args: ['counties']},
  /** Western Norway (Hordaland, Sogn og Fjordane and Møre og Romsdal); ... */
  regions: {args: ['regions']},
  /** The name as the table prints it, the Sami one included */
  label: {args: ['county']},
  /** see("full"): a reference to a chart or table, "Table 1" */
  see: {args: ['words']},
} as const satisfies Readonly<Record<string, Signature>>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Kinds that are printed as they are, without a function. */
export const PRINTABLE: readonly SlotKind[] = ['number', 'county', 'region', 'names', 'text', 'date', 'link'];

/** The functions that take a slot of this kind, for a hint. */
export function functionsFor(kind: SlotKind): readonly string[] {
  return Object.entries(FUNCTIONS)
    .filter(([, signature]) => signature.args[0] === kind)
    .map(([name]) => name);
}

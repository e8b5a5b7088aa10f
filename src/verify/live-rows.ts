/** The rows and values that a chart's spec is drawn from, worked out a second time. */
import {othersThan, sumOf} from './figures.ts';
import {list, record} from './json.ts';
import type {Lore, Me} from './lore.ts';
import {filled} from './printing.ts';

/** A name may be in any form that charts use: the list of them stands for one of it. */
type WantedRow = Readonly<Record<string, string | number | readonly string[]>>;

/** Whether a data set of this name is one of the tables of gen-report. */
export const isTable = (set: string): boolean => Object.hasOwn(WANTED, set);

/** What is wrong with the rows of a data set in the report on the county `me`. Sets of other names are a chart's own. */
export function rowProblems(lore: Lore, me: Me, set: string, found: unknown): readonly string[] {
  if (!isTable(set)) return [];
  const wanted = WANTED[set]!(lore, me);
  const rows = list(found).map(record);
  if (rows.length !== wanted.length) return [`${set} has ${rows.length} rows; it must have ${wanted.length}`];
  return wanted.flatMap((row, at) => {
    const own = rows[at]!;
    const fields = new Set([...Object.keys(row), ...Object.keys(own)]);
    const wrong = [...fields].filter(field => !isRight(row[field], own[field]));
    return wrong.map(
      field =>
        `row ${at + 1} of ${set} has ${field} ${JSON.stringify(own[field])}; it must have ${JSON.stringify(row[field])}`,
    );
  });
}

const isRight = (wanted: WantedRow[string] | undefined, found: unknown): boolean =>
  typeof wanted === 'object' ? wanted.includes(found as string) : wanted === found;

/**
 * What is wrong with a value that was filled in. Those of a chart's own are its affair, but for numbers in words, which
 * would be written.
 */
export function signalProblems(lore: Lore, me: Me, signal: string, value: unknown): readonly string[] {
  const {keys} = lore.world;
  switch (signal) {
    case 'county':
      return value === keyOf(lore, me)
        ? []
        : [`the county is ${JSON.stringify(value)}, not ${keyOf(lore, me) ?? 'none'}`];
    case 'nameOf':
      return wordProblems(
        value,
        keys.map((key, at) => [key, formsOf(lore, at)]),
      );
    case 'labels': {
      const {charts, units} = lore.tongue.labels;
      const words = {units: units[lore.table.title.unit]['other']!};
      return wordProblems(
        value,
        Object.entries(charts).map(([key, label]) => [key, [filled(label, words)]]),
      );
    }
    default:
      return typeof value === 'string' && /\d/.test(value) && !COLOUR.test(value)
        ? [`${signal} is “${value}”`]
        : [];
  }
}

/** What charts call the county that they are about. */
export const keyOf = ({world}: Lore, me: Me): string | null => (me === null ? null : world.keys[me]!);

const COLOUR = /^#[0-9a-f]{3,8}$/i;

/** Words by key: all that are wanted, each in one of some forms, and no other. */
function wordProblems(
  value: unknown,
  wanted: readonly (readonly [key: string, forms: readonly string[]])[],
): readonly string[] {
  const held = record(value);
  const right = new Map(wanted);
  return [...new Set([...right.keys(), ...Object.keys(held)])]
    .filter(key => !right.get(key)?.includes(held[key] as string))
    .map(
      key => `“${String(held[key])}” stands for ${key}, which is “${right.get(key)?.join('” or “') ?? ''}”`,
    );
}

const formsOf = ({table}: Lore, at: number): readonly string[] => {
  const {label, name, short} = table.counties[at]!;
  return [label, name, short];
};

const toneOf = (net: number) => (net === 0 ? 'zero' : net > 0 ? 'gain' : 'loss');

const bar = (lore: Lore, at: number, net: number): WantedRow => ({
  code: lore.world.keys[at]!,
  county: formsOf(lore, at),
  net,
  tone: toneOf(net),
});

/** The largest first, equals in the order of the table. */
const bars = (
  lore: Lore,
  list: readonly {readonly at: number; readonly net: number}[],
): readonly WantedRow[] =>
  list.toSorted((a, b) => b.net - a.net || a.at - b.at).map(({at, net}) => bar(lore, at, net));

const WANTED: Readonly<Record<string, (lore: Lore, me: Me) => readonly WantedRow[]>> = {
  flows: (lore, me) =>
    me === null
      ? []
      : bars(
          lore,
          othersThan(lore.world, me).map(at => ({at, net: lore.world.net[me]![at]!})),
        ),
  totals: lore =>
    bars(
      lore,
      lore.world.totals.map((net, at) => ({at, net})),
    ),
  cells: ({world: {keys, net}}) =>
    keys.flatMap((row, a) => keys.flatMap((column, b) => (a === b ? [] : [{row, column, net: net[a]![b]!}]))),
  arcs: lore =>
    lore.world.keys.map((code, at) => ({
      code,
      county: formsOf(lore, at),
      name: lore.table.counties[at]!.name,
      index: at,
      total: lore.world.totals[at]!,
      gains: sumOf(lore.world, at, 1),
      losses: sumOf(lore.world, at, -1),
    })),
  pairs: ({world: {keys, net}}) =>
    keys
      .flatMap((_, a) =>
        keys.slice(0, a).map((__, b) => (net[a]![b]! > 0 ? ([b, a] as const) : ([a, b] as const))),
      )
      .map(([from, to]) => ({from: keys[from]!, to: keys[to]!, net: net[to]![from]!}))
      .filter(({net: amount}) => amount > 0),
};

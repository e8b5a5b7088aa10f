/** The rows and values that a chart's spec is drawn from, worked out a second time. */
import {list, record} from './json.ts';
import type {Lore, Me} from './lore.ts';
import {filled} from './printing.ts';
import {type Bar, flowsShown, ringShown, totalsShown} from './shown.ts';

/** A name may be in any form that charts use: the list of them stands for one of it. */
type WantedRow = Readonly<Record<string, string | number | null | readonly string[]>>;

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
  Array.isArray(wanted) ? wanted.includes(found as string) : wanted === found;

/**
 * What is wrong with a value that was filled in. Those of a chart's own are its affair, but for numbers in words, which
 * would be written.
 */
export function signalProblems(lore: Lore, me: Me, signal: string, value: unknown): readonly string[] {
  switch (signal) {
    case 'county':
      return value === keyOf(lore, me)
        ? []
        : [`the county is ${JSON.stringify(value)}, not ${keyOf(lore, me) ?? 'none'}`];
    case 'nameOf':
      return wordProblems(
        value,
        [...ringShown(lore, me).arcs, ...flowsShown(lore, me), ...totalsShown(lore, me)].map(
          ({key, forms}) => [key, forms],
        ),
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

const toneOf = (net: number) => (net === 0 ? 'zero' : net > 0 ? 'gain' : 'loss');

const row = ({key, forms, amount}: Bar): WantedRow => ({
  code: key,
  county: forms,
  net: amount,
  tone: toneOf(amount ?? 0),
});

const WANTED: Readonly<Record<string, (lore: Lore, me: Me) => readonly WantedRow[]>> = {
  flows: (lore, me) => flowsShown(lore, me).map(row),
  totals: (lore, me) => totalsShown(lore, me).map(row),
  cells: ({world: {keys, net}}) =>
    keys.flatMap((row, a) => keys.flatMap((column, b) => (a === b ? [] : [{row, column, net: net[a]![b]!}]))),
  arcs: (lore, me) =>
    ringShown(lore, me).arcs.map(({key, forms, name, total, gains, losses}, index) => ({
      code: key,
      county: forms,
      name,
      index,
      total,
      gains,
      losses,
    })),
  pairs: (lore, me) =>
    ringShown(lore, me).ribbons.map(({from, to, amount}) => ({from: from.key, to: to.key, net: amount})),
};

/**
 * The specs of charts, and what is patched into them: every row of a table and every value that hangs on county or
 * language. How a chart draws what it is given is the affair of the chart file, but it may write no number of its own.
 */
import {isRecord, type Json, list, objectsIn, record} from './json.ts';
import {isTable, rowProblems, signalProblems} from './live-rows.ts';
import type {Me} from './lore.ts';
import type {Yardstick} from './yardstick.ts';

/** The tables that the charts of gen-report are drawn from. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  flows: ['flows'],
  totals: ['totals'],
  chord: ['arcs', 'pairs'],
  heatmap: ['cells'],
};

/** Checks the spec of the chart `name`, in Vega or Vega-Lite, about the county `me`. */
export function specProblems({lore}: Yardstick, me: Me, name: string, spec: unknown): readonly string[] {
  if (!isRecord(spec)) return ['it has no spec'];
  const sets = tablesOf(spec);
  const needed = Object.hasOwn(NEEDED, name) ? NEEDED[name]! : [];
  const missing = needed.filter(table => !sets.some(([set]) => set === table));
  return [
    ...missing.map(table => `it has no rows of ${table}`),
    ...sets.flatMap(([set, rows]) => rowProblems(lore, me, set, rows)),
    ...signalsOf(spec).flatMap(({name: signal, value}) => signalProblems(lore, me, String(signal), value)),
    ...objectsIn(spec).flatMap(foreignIn),
  ];
}

type Set = readonly [name: string, rows: unknown];

/** The tables of a spec by name: Vega and parts of Vega-Lite have rows in each data set, Vega-Lite apart from it. */
function tablesOf(spec: Json): readonly Set[] {
  const held = objectsIn(spec).flatMap((object): readonly Set[] =>
    typeof object['name'] === 'string' && 'values' in object ? [[object['name'], object['values']]] : [],
  );
  return [...held, ...Object.entries(record(spec['datasets']))].filter(([name]) => isTable(name));
}

/** What Vega calls signals and Vega-Lite params. */
const signalsOf = ({signals, params}: Json): readonly Json[] =>
  [...list(signals), ...list(params)].map(record);

/** Where a spec may have words of its own, which have no number. */
const WORDED = ['text', 'title', 'subtitle', 'description', 'tooltip'];

/** Figures from elsewhere, and numbers that are written and not drawn from a table. */
function foreignIn(object: Json): readonly string[] {
  // Most objects of a spec are rows, which have none of these.
  const worded = WORDED.filter(key => key in object);
  if (worded.length === 0 && !('url' in object)) return [];
  const texts = worded
    .flatMap(key => [object[key], record(object[key])['value']])
    .flat()
    .filter((text): text is string | number => typeof text === 'string' || typeof text === 'number');
  return [
    ...('url' in object ? [`it would fetch ${JSON.stringify(object['url'])}`] : []),
    ...texts.filter(text => /\d/.test(String(text))).map(text => `it writes “${text}”`),
  ];
}

/** What of a spec is another for each county: those tables and values that are patched where one is chosen. */
export function varyingIn(spec: unknown): Varying {
  const signals = signalsOf(record(spec)).map(({name}) => name);
  return {
    tables: tablesOf(record(spec)).some(([name]) => name === 'flows') ? ['flows'] : [],
    signals: signals.includes('county') ? ['county'] : [],
  };
}

export type Varying = {readonly tables: readonly string[]; readonly signals: readonly string[]};

/** Checks what is put in the place of a spec's own in the report on the county at a place, or on the country. */
export function patchProblems({lore}: Yardstick, at: Me, patch: Json): readonly string[] {
  const {signals, data, ...more} = patch;
  if (!isRecord(signals) || !isRecord(data)) return ['a patch is none'];
  const strange = [...Object.keys(more), ...Object.keys(data).filter(name => !isTable(name))];
  return [
    ...strange.map(part => `a patch has “${part}”`),
    ...Object.entries(data).flatMap(([set, rows]) => rowProblems(lore, at, set, rows)),
    ...Object.entries(signals).flatMap(([signal, value]) => signalProblems(lore, at, signal, value)),
  ];
}

/** Whatever is not patched would be that of the report's own county, under the words of another. */
export function unpatched({tables, signals}: Varying, patch: Json): readonly string[] {
  const [held, data] = [record(patch['signals']), record(patch['data'])];
  return [
    ...tables.filter(table => !Object.hasOwn(data, table)),
    ...signals.filter(signal => !Object.hasOwn(held, signal)),
  ];
}

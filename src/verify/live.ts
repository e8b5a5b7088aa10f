/**
 * What the scripts of a page are given to draw: the rows of each spec, and for every county that a reader may choose its
 * words, its figures and its rows. All of it may come to be seen, so all of it is held against the table.
 */
import {hear, isHeard} from './align.ts';
import {chartTables} from './chart-tables.ts';
import {rowProblems, signalProblems} from './live-rows.ts';
import type {Expected} from './outline.ts';
import {plainPassage} from './passage.ts';
import {judge} from './truths.ts';
import type {Yardstick} from './yardstick.ts';

/** Beyond so many counties there is no list to choose from. */
const MOST_CHOICES = 40;

type Json = Readonly<Record<string, unknown>>;

const record = (json: unknown): Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Json) : {};
const list = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

/** Checks the data of all live charts of a page; `names` are the charts by the id of their figure. */
export function liveProblems(
  yardstick: Yardstick,
  me: number,
  live: unknown,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  if (live === null) return [];
  if (live === undefined) return ['What the scripts of the charts are given cannot be read'];
  return Object.entries(record(live)).flatMap(([id, chart]) => {
    const name = names.get(id);
    if (name === undefined) return [`The scripts of the page are given a chart ${id}, which it has not`];
    return chartProblems(yardstick, me, name, record(chart)).map(
      problem => `What the chart ${name} is given for its script: ${problem}`,
    );
  });
}

function chartProblems(yardstick: Yardstick, me: number, name: string, chart: Json): readonly string[] {
  const {lore, known} = yardstick;
  const {county, spec, wide, narrow, choices, ...more} = chart;
  const key = lore.world.keys[me]!;
  const json = `${name} ${JSON.stringify(choices)}`;
  const found = known.has(json) ? [] : choiceProblems(yardstick, name, list(choices));
  if (found.length === 0) known.add(json);
  return [
    ...Object.keys(more).map(part => `it has “${part}”, which no chart has`),
    ...(county === key ? [] : [`it is about ${String(county)}, not about ${key}`]),
    ...specProblems(yardstick, me, spec),
    ...[wide, narrow].flatMap(patch => (patch === null ? [] : patchProblems(yardstick, me, record(patch)))),
    ...found,
  ];
}

/** The rows and values that a Vega or Vega-Lite spec holds. */
export function specProblems({lore}: Yardstick, me: number, spec: unknown): readonly string[] {
  const {data, datasets, signals, params} = record(spec);
  const sets = [
    ...list(data)
      .map(record)
      .filter(({values}) => Array.isArray(values))
      .map(set => [String(set['name']), set['values']] as const),
    ...Object.entries(record(datasets)),
  ];
  const named = [...list(signals), ...list(params)].map(record).filter(each => 'value' in each);
  return [
    ...sets.flatMap(([set, rows]) => rowProblems(lore, me, set, list(rows))),
    ...named.flatMap(({name, value}) => signalProblems(lore, me, String(name), value)),
  ];
}

function patchProblems({lore}: Yardstick, me: number, {signals, data}: Json): readonly string[] {
  return [
    ...Object.entries(record(data)).flatMap(([set, rows]) => rowProblems(lore, me, set, list(rows))),
    ...Object.entries(record(signals)).flatMap(([signal, value]) => signalProblems(lore, me, signal, value)),
  ];
}

/** All counties in the order of the table, or none where they are too many. */
function choiceProblems(yardstick: Yardstick, name: string, choices: readonly unknown[]): readonly string[] {
  const {table} = yardstick.lore;
  const keys = choices.map(choice => record(choice)['key']);
  const all = table.counties.length > MOST_CHOICES ? [] : table.counties.map(({key}) => key);
  if (keys.length > 0 && keys.join() !== all.join())
    return [`the counties to choose from are ${keys.join(', ')}; they must be ${all.join(', ')}`];
  return choices.flatMap((choice, at) =>
    oneChoice(yardstick, name, at, record(choice)).map(
      problem => `where ${table.counties[at]!.name} is chosen, ${problem}`,
    ),
  );
}

/** What a chart becomes for the county at a place. */
function oneChoice(yardstick: Yardstick, name: string, at: number, choice: Json): readonly string[] {
  const {lore} = yardstick;
  const {key: _, name: label, title, alt, notes, rows, wide, narrow, ...more} = choice;
  // Of all charts only bars of one county's flows have other figures for another.
  const [wanted = []] = chartTables(lore, at, 'flows');
  return [
    ...Object.keys(more).map(part => `it has “${part}”`),
    ...(label === lore.table.counties[at]!.label ? [] : [`it is called “${String(label)}”`]),
    ...wordsProblems(yardstick, name, at, [title, alt, ...list(notes)].map(String)),
    ...(rows === null && name !== 'flows'
      ? []
      : cellProblems(
          list(rows),
          wanted.slice(1).map(row => row.map(({text}) => text)),
        )),
    ...[wide, narrow].flatMap(patch => (patch === null ? [] : patchProblems(yardstick, at, record(patch)))),
  ];
}

/**
 * Title, description and notes of a chart, or the first of these, read by the template as words about the county at a
 * place.
 */
export function wordsProblems(
  {lore, outline, read}: Yardstick,
  name: string,
  at: number,
  texts: readonly string[],
  most = Infinity,
): readonly string[] {
  const phrases = phrasesOfChart(outline, name).slice(0, most);
  if (phrases.length !== texts.length)
    return [`it has ${texts.length} texts; the template has ${phrases.length}`];
  return texts.flatMap((text, place) => {
    const heard = hear(plainPassage(text, 1), phrases[place]!, read);
    return isHeard(heard) ? judge(lore, at, heard.said).problems : [heard.problem];
  });
}

/** The title, the description and the notes of a chart in the template; none where it has no such chart. */
export function phrasesOfChart(outline: readonly Expected[], name: string) {
  const start = outline.findIndex(expected => expected.kind === 'figure' && expected.name === name);
  const figure = outline[start];
  if (figure?.kind !== 'figure') return [];
  const rest = outline.slice(start + 1);
  const end = rest.findIndex(expected => expected.kind !== 'paragraph');
  const notes = rest.slice(0, end < 0 ? rest.length : end).slice(0, figure.notes);
  return [figure.title, figure.alt, ...notes.flatMap(note => ('phrase' in note ? [note.phrase] : []))];
}

function cellProblems(rows: readonly unknown[], wanted: readonly (readonly string[])[]): readonly string[] {
  const found = rows.map(row => list(row).map(String));
  if (found.length !== wanted.length)
    return [`its table has ${found.length} rows; it must have ${wanted.length}`];
  return wanted.flatMap((row, at) =>
    row.join('|') === found[at]!.join('|')
      ? []
      : [`its table has “${found[at]!.join(' ')}” where it must have “${row.join(' ')}”`],
  );
}

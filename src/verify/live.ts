/**
 * What the scripts of a page are given to draw: the rows of each spec, and for every county that a reader may choose its
 * words, its figures and its rows. All of it may come to be seen, so all of it is held against the table.
 */
import {chartTables} from './chart-tables.ts';
import {wordsProblems} from './chart-words.ts';
import {isRecord, type Json, list, record} from './json.ts';
import {keyOf} from './live-rows.ts';
import {patchProblems, specProblems, unpatched, type Varying, varyingIn} from './live-spec.ts';
import type {Me} from './lore.ts';
import type {Reading} from './reading.ts';
import type {Yardstick} from './yardstick.ts';

/** Checks the data of all live charts of a page; `names` are the charts by the id of their figure. */
export function liveProblems(
  yardstick: Yardstick,
  me: Me,
  {live, extras}: Pick<Reading, 'live' | 'extras'>,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  if (live === null) return [];
  if (!isRecord(live)) return ['What the scripts of the charts are given cannot be read'];
  return Object.entries(live).flatMap(([id, chart]) => {
    const name = names.get(id);
    if (name === undefined) return [`The scripts of the page are given a chart ${id}, which it has not`];
    const hasList = extras.charts.some(each => each.id === id && each.choose.length > 0);
    const isChosen = list(record(chart)['choices']).length > 1;
    return [
      ...chartProblems(yardstick, me, name, record(chart)),
      ...(hasList === isChosen ? [] : ['where there is a list of counties there must be counties in it']),
    ].map(problem => `What the chart ${name} is given for its script: ${problem}`);
  });
}

function chartProblems(yardstick: Yardstick, me: Me, name: string, chart: Json): readonly string[] {
  const {known, lore} = yardstick;
  const {county, spec, wide, narrow, choices, ...more} = chart;
  const key = keyOf(lore, me);
  const json = `${name} ${JSON.stringify(choices)}`;
  const found = known.has(json) ? [] : choiceProblems(yardstick, name, choices);
  if (found.length === 0) known.add(json);
  return [
    ...Object.keys(more).map(part => `it has “${part}”, which no chart has`),
    ...(county === key ? [] : [`it is about ${String(county)}, not about ${key ?? 'all'}`]),
    ...specProblems(yardstick, me, name, spec),
    ...layoutProblems(yardstick, me, wide),
    ...(narrow === null ? [] : layoutProblems(yardstick, me, narrow)),
    ...found,
    // A chart of one county has no other to become.
    ...(list(choices).length < 2 ? [] : unchanged(varyingIn(spec), chart)),
  ];
}

/** What is patched for a layout, beside its size. */
function layoutProblems(yardstick: Yardstick, me: Me, layout: unknown): readonly string[] {
  if (!isRecord(layout)) return ['a layout is missing'];
  const {width: _, height: __, padding: ___, ...patch} = layout;
  return patchProblems(yardstick, me, patch);
}

/** What would stay that of the report's county when another is chosen. */
const unchanged = (varying: Varying, {choices, narrow}: Json): readonly string[] =>
  list(choices)
    .map(record)
    .flatMap(choice => [
      ...['wide', ...(narrow === null ? [] : ['narrow'])].flatMap(layout =>
        unpatched(varying, record(choice[layout])).map(
          part => `where ${String(choice['name'])} is chosen, its ${part} (${layout}) would stay as they are`,
        ),
      ),
      ...((choice['rows'] === null) === (varying.tables.length === 0)
        ? []
        : [`where ${String(choice['name'])} is chosen, its table would be another’s`]),
    ]);

/** All counties in the order of the table, or none; none where they are too many. */
function choiceProblems(yardstick: Yardstick, name: string, choices: unknown): readonly string[] {
  const {table, scale} = yardstick.lore;
  const {counties} = table;
  const all = scale ? [] : counties.map(({key}) => key);
  const keys = list(choices).map(choice => record(choice)['key']);
  if (!Array.isArray(choices) || (keys.length > 0 && keys.join() !== all.join()))
    return [`the counties to choose from are ${keys.join(', ')}; they must be ${all.join(', ')}`];
  return choices.flatMap((choice, at) =>
    oneChoice(yardstick, name, at, record(choice)).map(
      problem => `where ${counties[at]!.name} is chosen, ${problem}`,
    ),
  );
}

/** What a chart becomes for the county at a place. */
function oneChoice(yardstick: Yardstick, name: string, at: number, choice: Json): readonly string[] {
  const {lore} = yardstick;
  const {key: _, name: label, title, alt, notes, rows, wide, narrow, ...more} = choice;
  // Of all charts only bars of one county's flows have other figures for another.
  const [[, ...wanted] = []] = chartTables(lore, at, 'flows');
  return [
    ...Object.keys(more).map(part => `it has “${part}”`),
    ...(label === lore.table.counties[at]!.label ? [] : [`it is called “${String(label)}”`]),
    ...wordsProblems(yardstick, name, at, [title, alt, ...list(notes)].map(String)),
    ...(rows === null
      ? []
      : cellProblems(
          list(rows),
          wanted.map(row => row.map(({text}) => text)),
        )),
    ...patchProblems(yardstick, at, record(wide)),
    ...(narrow === null ? [] : patchProblems(yardstick, at, record(narrow))),
  ];
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

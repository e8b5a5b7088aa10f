/** Files of figures, those inside a PDF or beside it: every name and number against the table. */
import {parse} from 'csv-parse/sync';
import {othersThan, ranked, sumOf} from './figures.ts';
import type {Lore, Me} from './lore.ts';
import {type Problem, wholly} from './problem.ts';
import type {Reading} from './reading.ts';

/** What is wrong with the files inside the report on `me`: both files of figures, or none. */
export function attachmentProblems(lore: Lore, me: Me, {attachments}: Reading): readonly Problem[] {
  const found = attachments.flatMap(({name, bytes}) =>
    csvProblems(lore, new TextDecoder().decode(bytes), me).map(
      problem => `In the attached file ${name}: ${problem}`,
    ),
  );
  const kinds = attachments.map(({name}) => name.startsWith('full-table.'));
  const isComplete = kinds.length === 0 || (kinds.length === 2 && kinds[0] !== kinds[1]);
  const count = isComplete
    ? []
    : [
        `The attached files are ${attachments.map(({name}) => name).join(', ')}; ${me === null ? 'the ranking' : 'the flows'} and the full table must be`,
      ];
  return [...found, ...count].map(wholly);
}

/** What is wrong with the figures of the chart `name` in the reports on the county `me`. */
export function chartCsvProblems(lore: Lore, me: Me, name: string, text: string): readonly string[] {
  const rows = rowsOf(text);
  if (rows === null) return ['it is no CSV'];
  const known = Object.hasOwn(CHART_ROWS, name) ? [CHART_ROWS[name]!] : Object.values(CHART_ROWS);
  // A chart of somebody's own is drawn from one of them.
  const wrong = known.map(wanted => differences(rows, wanted(lore, me)));
  return wrong.toSorted((one, other) => one.length - other.length)[0]!;
}

type Rows = readonly (readonly string[])[];

/**
 * What is wrong with a file of figures: the full table, the ranking, or the flows of one county. `me` is whom it must be
 * about, undefined where nothing tells.
 */
export function csvProblems(lore: Lore, text: string, me: Me | undefined): readonly string[] {
  const rows = rowsOf(text);
  if (rows === null) return ['it is no CSV'];
  const {columns} = lore.tongue.labels;
  if (rows[0]?.[0] === columns['rank']) return differences(rows, rankingRows(lore));
  if (rows[0]?.includes(columns['total']!)) return differences(rows, fullRows(lore));
  const whose = me === undefined ? whoseFlows(lore, rows) : me;
  return whose === null
    ? ['it is neither the full table nor the ranking, nor the flows of one county']
    : differences(rows, flowRows(lore, whose));
}

function rowsOf(text: string): Rows | null {
  try {
    return parse(text, {bom: true, relax_column_count: true}) as Rows;
  } catch {
    return null;
  }
}

/** Every row that is not as it must be. */
function differences(rows: Rows, wanted: Rows): readonly string[] {
  const off = wanted.flatMap((row, at) => {
    const found = rows[at] ?? [];
    const place = row.findIndex((cell, column) => found[column] !== cell);
    if (place < 0 && found.length === row.length) return [];
    const column = place < 0 ? row.length : place;
    return [
      `line ${at + 1}, field ${column + 1} has “${found[column] ?? ''}”; it must have “${row[column] ?? ''}”`,
    ];
  });
  const more =
    rows.length > wanted.length ? [`it has ${rows.length} lines; it must have ${wanted.length}`] : [];
  return [...off, ...more];
}

/** Number and name; the name alone where no county has a number. */
function namer({table, tongue}: Lore) {
  const {columns, units} = tongue.labels;
  const head = units[table.title.unit]['head']!;
  const hasCodes = table.counties.some(({code}) => code !== null);
  return {
    heads: hasCodes ? [columns['code']!, head] : [head],
    fields: (at: number): readonly string[] => {
      const {code, label} = table.counties[at]!;
      return hasCodes ? [code ?? '', label] : [label];
    },
  };
}

function fullRows(lore: Lore): Rows {
  const {heads, fields} = namer(lore);
  const {net, totals} = lore.world;
  const columns = lore.table.counties.map(({code, label}) => (code === null ? label : `${code} ${label}`));
  return [
    [...heads, lore.tongue.labels.columns['total']!, ...columns],
    ...net.map((row, a) => [
      ...fields(a),
      String(totals[a]),
      ...row.map((value, b) => (a === b ? '' : String(value))),
    ]),
  ];
}

function flowRows(lore: Lore, me: Me): Rows {
  if (me === null) return [];
  const {heads, fields} = namer(lore);
  const flows = othersThan(lore.world, me).map(other => ({other, value: lore.world.net[me]![other]!}));
  return [
    [...heads, lore.tongue.labels.columns['net']!],
    ...flows
      .toSorted((a, b) => b.value - a.value || a.other - b.other)
      .map(({other, value}) => [...fields(other), String(value)]),
  ];
}

/** Each county's place, total, gains and losses, the first place first, equals in the order of the table. */
function rankingRows(lore: Lore): Rows {
  const {heads, fields} = namer(lore);
  const {columns} = lore.tongue.labels;
  const {world} = lore;
  return [
    [columns['rank']!, ...heads, ...['total', 'gains', 'losses'].map(key => columns[key]!)],
    ...ranked(world).map(({county, place}) => [
      String(place),
      ...fields(county),
      ...[world.totals[county]!, sumOf(world, county, 1), 0 - sumOf(world, county, -1)].map(String),
    ]),
  ];
}

/** The totals of all counties, the largest first, equals in the order of the table. */
function totalRows(lore: Lore): Rows {
  const {heads, fields} = namer(lore);
  const totals = lore.world.totals.map((total, at) => ({total, at}));
  return [
    [...heads, lore.tongue.labels.columns['net']!],
    ...totals
      .toSorted((a, b) => b.total - a.total || a.at - b.at)
      .map(({total, at}) => [...fields(at), String(total)]),
  ];
}

/** Every net flow from who lost to who gained, the largest first, equals in the order of the lower half of the table. */
function pairRows(lore: Lore): Rows {
  const {heads, fields} = namer(lore);
  const {columns} = lore.tongue.labels;
  const {net} = lore.world;
  const sides = [columns['from']!, columns['to']!].flatMap(side =>
    heads.length > 1 ? [`${side} (${heads[0]})`, side] : [side],
  );
  const pairs = net.flatMap((row, a) =>
    row
      .slice(0, a)
      .map((value, b) => (value > 0 ? {from: b, to: a, value} : {from: a, to: b, value: -value})),
  );
  return [
    [...sides, columns['net']!],
    ...pairs
      .filter(({value}) => value > 0)
      .toSorted((a, b) => b.value - a.value)
      .map(({from, to, value}) => [...fields(from), ...fields(to), String(value)]),
  ];
}

const CHART_ROWS: Readonly<Record<string, (lore: Lore, me: Me) => Rows>> = {
  flows: flowRows,
  totals: totalRows,
  chord: pairRows,
  heatmap: fullRows,
};

/** Whose flows they are is told by who is missing among them. */
function whoseFlows(lore: Lore, rows: Rows): number | null {
  const {fields} = namer(lore);
  const missing = lore.world.keys
    .map((_, at) => at)
    .filter(at => !rows.some(row => fields(at).every((field, place) => row[place] === field)));
  return missing.length === 1 ? missing[0]! : null;
}

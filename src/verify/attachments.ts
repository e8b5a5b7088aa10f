/** Files of figures, those inside a PDF or beside it: every name and number against the table. */
import {parse} from 'csv-parse/sync';
import {othersThan, ranked, sumOf} from './figures.ts';
import type {Lore, Me} from './lore.ts';
import {type Problem, wholly} from './problem.ts';
import {type Bar, flowsShown, ringShown, totalsShown} from './shown.ts';
import type {Reading} from './reading.ts';

/** What is wrong with the files inside the report on `me`: both files of figures, or none. */
export function attachmentProblems(lore: Lore, me: Me, {attachments}: Reading): readonly Problem[] {
  const found = attachments.flatMap(({name, bytes}) =>
    csvProblems(lore, new TextDecoder().decode(bytes), me).map(
      problem => `In the attached file ${name}: ${problem}`,
    ),
  );
  const kinds = attachments.map(({name}) => name.startsWith('full-table.'));
  // The full table of a large table is a file beside the reports.
  const isComplete = lore.scale
    ? kinds.every(isFull => !isFull) && kinds.length < 2
    : kinds.length === 0 || (kinds.length === 2 && kinds[0] !== kinds[1]);
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
  const {columns} = lore.tongue.labels;
  const total = columns['total']!;
  // Of millions of cells lists would take more room than there is.
  const isWhole = text.slice(0, text.indexOf('\n')).includes(total);
  if (lore.scale && isWhole) return fullProblems(lore, text);
  const rows = rowsOf(text);
  if (rows === null) return ['it is no CSV'];
  if (rows[0]?.[0] === columns['rank']) return differences(rows, rankingRows(lore));
  if (rows[0]?.includes(total)) return differences(rows, fullRows(lore));
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
  const named = ({code, label}: {readonly code: string | null; readonly label: string}): readonly string[] =>
    hasCodes ? [code ?? '', label] : [label];
  return {
    heads: hasCodes ? [columns['code']!, head] : [head],
    named,
    fields: (at: number) => named(table.counties[at]!),
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

/** The full table of a large table, line by line; the first line that is not as it must be is told. */
function fullProblems(lore: Lore, text: string): readonly string[] {
  const {heads, fields} = namer(lore);
  const {net, totals} = lore.world;
  const names = lore.table.counties.map(({code, label}) => (code === null ? label : `${code} ${label}`));
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const wanted = (at: number): readonly string[] =>
    at === 0
      ? [...heads, lore.tongue.labels.columns['total']!, ...names]
      : [
          ...fields(at - 1),
          String(totals[at - 1]),
          ...net[at - 1]!.map((value, other) => (other === at - 1 ? '' : String(value))),
        ];
  const count = net.length + 1;
  if (lines.length !== count) return [`it has ${lines.length} lines; it must have ${count}`];
  const wrong = lines.findIndex((line, at) => line !== wanted(at).map(quoted).join(','));
  if (wrong < 0) return [];
  const found = rowsOf(lines[wrong]!) ?? [[]];
  return differences(found, [wanted(wrong)]).map(problem =>
    problem.replace(/^line 1\b/, () => `line ${wrong + 1}`),
  );
}

const quoted = (field: string) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

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

/** Bars as a chart draws them. */
function barRows(lore: Lore, bars: readonly Bar[]): Rows {
  const {heads, named} = namer(lore);
  return [
    [...heads, lore.tongue.labels.columns['net']!],
    ...bars.map(bar => [...named(bar), bar.amount === null ? '' : String(bar.amount)]),
  ];
}

/** Every net flow that is drawn, from who lost to who gained, the largest first, equals in the order of the table. */
function pairRows(lore: Lore, me: Me): Rows {
  const {heads, named} = namer(lore);
  const {columns} = lore.tongue.labels;
  const sides = [columns['from']!, columns['to']!].flatMap(side =>
    heads.length > 1 ? [`${side} (${heads[0]})`, side] : [side],
  );
  return [
    [...sides, columns['net']!],
    ...ringShown(lore, me)
      .ribbons.toSorted((a, b) => b.amount - a.amount)
      .map(({from, to, amount}) => [...named(from), ...named(to), String(amount)]),
  ];
}

const CHART_ROWS: Readonly<Record<string, (lore: Lore, me: Me) => Rows>> = {
  flows: (lore, me) => barRows(lore, flowsShown(lore, me)),
  totals: (lore, me) => barRows(lore, totalsShown(lore, me)),
  chord: pairRows,
  heatmap: fullRows,
};

/** Whose flows they are is told by who is missing among them. */
function whoseFlows(lore: Lore, rows: Rows): number | null {
  const {fields} = namer(lore);
  const width = fields(0).length;
  const found = new Set(rows.map(row => row.slice(0, width).join('\n')));
  const missing = lore.world.keys.map((_, at) => at).filter(at => !found.has(fields(at).join('\n')));
  return missing.length === 1 ? missing[0]! : null;
}

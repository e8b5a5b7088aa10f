/** The tables of a finished report against what they must hold, cell by cell. */
import {holds, valueOf, type World} from './evaluator.ts';
import type {Lore} from './lore.ts';
import {filled, inDigits} from './printing.ts';
import {unbroken} from './phrase.ts';
import type {Passage, ReadTable} from './reading.ts';

/** A cell that is not as it must be. */
export type Wrong = {readonly words: Passage; readonly problem: string};

/** What a cell must say; `expr` is what its number is the value of. */
type Wanted = {readonly text: string; readonly expr: string | null};

export type WantedRow = readonly Wanted[];

/** By the names that templates know them by, the heads and rows of the tables. */
export const wantedTables = (lore: Lore): ReadonlyMap<string, readonly WantedRow[]> =>
  new Map([
    ['full', fullTable(lore)],
    ['checks', checksTable(lore)],
  ]);

/** Checks a table against its heads and rows. */
export function tableProblems(
  world: World,
  [heads = [], ...rows]: readonly WantedRow[],
  table: ReadTable,
): readonly Wrong[] {
  const size = table.rows.length === rows.length ? [] : [wrongSize(table, rows.length)];
  return [
    ...size,
    ...cellProblems(world, table.heads, heads, table.caption),
    ...table.rows.flatMap((row, at) => (rows[at] ? cellProblems(world, row, rows[at], table.caption) : [])),
  ];
}

const wrongSize = ({caption, rows}: ReadTable, wanted: number): Wrong => ({
  words: caption,
  problem: `The table has ${rows.length} rows; it must have ${wanted}`,
});

function cellProblems(
  world: World,
  cells: readonly Passage[],
  wanted: WantedRow,
  caption: Passage,
): readonly Wrong[] {
  if (cells.length !== wanted.length)
    return [
      {words: cells[0] ?? caption, problem: `A row has ${cells.length} cells; it must have ${wanted.length}`},
    ];
  return wanted.flatMap(({text, expr}, at) => {
    const words = cells[at]!;
    const row = cells[0]!.text;
    if (words.text !== text && unbroken(words.text) !== unbroken(text))
      return [{words, problem: `In the row “${row}” stands “${words.text}” where it must be “${text}”`}];
    const figure = words.figures[0];
    if (!figure || expr === null) return [];
    if (figure.text !== text) return [{words, problem: `“${figure.text}” has other blanks than “${text}”`}];
    if (figure.value === String(valueOf(world, expr)) && holds(world, `${figure.expr} = ${expr}`)) return [];
    return [{words, problem: `“${text}” is traced to ${figure.expr}, not to ${expr}`}];
  });
}

const plain = (text: string): Wanted => ({text, expr: null});

/** Each county's total and its net against each other, in the order of the published table. */
function fullTable({table, world, tongue}: Lore): readonly WantedRow[] {
  const {labels} = tongue;
  const {counties, matrix, title} = table;
  const names = counties.map(({code, label}) => plain(code === null ? label : `${code} ${label}`));
  const number = (expr: string): Wanted => ({text: inDigits(labels, valueOf(world, expr)), expr});
  const marks = counties.map((_, at) => matrix.places[at]![at]!.text);
  const usual = marks.find(Boolean) || '–';
  return [
    [plain(labels.units[title.unit]['head']!), plain(labels.columns['total']!), ...names],
    ...counties.map(({key}, row) => [
      names[row]!,
      number(`total(${key})`),
      ...counties.map((other, column) =>
        row === column ? plain(marks[row] || usual) : number(`net(${key},${other.key})`),
      ),
    ]),
  ];
}

/** Each check with both sides. What a check says is added up anew where it is about a county's own figures. */
function checksTable({table, world, tongue}: Lore): readonly WantedRow[] {
  const {checks, columns} = tongue.labels;
  const name = (at: number | null) => (at === null ? '' : table.counties[at]!.name);
  const heads = ['check', 'line', 'said', 'computed', 'verdict'].map(key => plain(columns[key]!));
  const rows = table.proof.checks.map((check, at) => {
    const {county, partner, place} = check;
    const kind = check.kind === 'example' && partner === null ? 'example-total' : check.kind;
    const [said, found] = [`said(${at + 1})`, foundIn(world.keys, check, at)];
    const agrees = holds(world, `${said} = ${found}`);
    return [
      plain(filled(checks[kind]!, {county: name(county), partner: name(partner)})),
      plain(place ? String(place.line) : ''),
      ...[said, found].map(expr => ({text: inDigits(tongue.labels, valueOf(world, expr)), expr})),
      plain(checks[agrees ? 'agrees' : 'differs']!),
    ];
  });
  return [heads, ...rows];
}

function foundIn(
  keys: readonly string[],
  {kind, county, partner}: Lore['table']['proof']['checks'][number],
  at: number,
): string {
  if (kind === 'zero-sum') return 'totals()';
  if (kind === 'row-total') return `sum(+,${keys[county!]}) - sum(-,${keys[county!]})`;
  if (kind !== 'example') return `found(${at + 1})`;
  return partner === null ? `total(${keys[county!]})` : `net(${keys[county!]},${keys[partner]})`;
}

/** The tables of a finished report against what they must hold, cell by cell. */
import type {Check} from '../extract/proof.ts';
import {holds, isTrue, valueOf, type World} from './evaluator.ts';
import {ranked} from './figures.ts';
import type {Lore, Me} from './lore.ts';
import {othersThan} from './figures.ts';
import {filled, inDigits, inSigned} from './printing.ts';
import {unbroken} from './phrase.ts';
import type {Passage, ReadTable} from './reading.ts';

/** A cell that is not as it must be. */
export type Wrong = {readonly words: Passage; readonly problem: string};

/**
 * What a cell must say. `expr` is what its number is the value of, in these words where `isExact`, else in any that come
 * to the same; `id` is what links name to lead to it.
 */
export type WantedCell = {
  readonly text: string;
  readonly expr: string | null;
  readonly value: number;
  readonly isExact: boolean;
  readonly id: string | null;
};

export type WantedRow = readonly WantedCell[];

/**
 * By the names that templates know them by, the heads and rows of the tables in the report on the county `me`: of a table
 * that is not large they are the same in all.
 */
export const wantedTables = (lore: Lore, me: Me): ReadonlyMap<string, readonly WantedRow[]> =>
  new Map([
    ...(lore.scale && me !== null
      ? ([['partners', partnersTable(lore, me)]] as const)
      : ([
          ['full', fullTable(lore)],
          ['ranking', rankingTable(lore)],
        ] as const)),
    ['checks', checksTable(lore, lore.scale ? me : null)],
  ]);

/** Where the number of an expression leads in a page: an id, or nowhere. */
export type Leads = (expr: string) => string | null;

/**
 * Checks a table against its heads and rows. `leads` is there for one in a page, whose cells carry ids, expressions and
 * links.
 */
export function tableProblems(
  world: World,
  [heads = [], ...rows]: readonly WantedRow[],
  table: ReadTable,
  leads: Leads | null,
): readonly Wrong[] {
  const pairs = [
    [table.heads, heads] as const,
    ...table.rows.map((row, at) => [row, rows[at] ?? null] as const),
  ];
  const size = `The table has ${table.rows.length} rows; it must have ${rows.length}`;
  return [
    ...(table.rows.length === rows.length ? [] : [{words: table.caption, problem: size}]),
    ...pairs.flatMap(([cells, wanted]) =>
      wanted ? rowProblems(world, cells, wanted, table.caption, leads) : [],
    ),
  ];
}

function rowProblems(
  world: World,
  cells: readonly Passage[],
  wanted: WantedRow,
  caption: Passage,
  leads: Leads | null,
): readonly Wrong[] {
  const [first = caption] = cells;
  if (cells.length !== wanted.length)
    return [{words: first, problem: `A row has ${cells.length} cells; it must have ${wanted.length}`}];
  return wanted.flatMap((each, at) => {
    const words = cells[at]!;
    const problem =
      wordProblem(words, each, first.text) ?? (leads ? markProblem(world, words, each, leads) : null);
    return problem === null ? [] : [{words, problem}];
  });
}

const wordProblem = ({text}: Passage, wanted: WantedCell, row: string): string | null =>
  text === wanted.text || unbroken(text) === unbroken(wanted.text)
    ? null
    : `In the row “${row}” stands “${text}” where it must be “${wanted.text}”`;

/** What a page says of a cell's number, and of where it stands. */
function markProblem(
  world: World,
  {text, figures, id}: Passage,
  wanted: WantedCell,
  leads: Leads,
): string | null {
  const [figure] = figures;
  if (id !== wanted.id && wanted.id !== null)
    return `The cell “${text}” is named ${id ?? 'nothing'}, not ${wanted.id}`;
  if (wanted.expr === null) return figure ? `“${text}” is no number, and is marked as ${figure.expr}` : null;
  if (!figure) return `The number ${text} carries no expression`;
  if (figure.text !== wanted.text) return `“${figure.text}” has other blanks than “${wanted.text}”`;
  if (figure.value !== String(wanted.value))
    return `A number is marked as ${figure.value} and is ${wanted.value}`;
  const isSame = wanted.isExact
    ? figure.expr === wanted.expr
    : isTrue(world, `${figure.expr} = ${wanted.expr}`);
  if (!isSame) return `“${text}” is traced to ${figure.expr}, not to ${wanted.expr}`;
  // The full table is where others lead to.
  const target = wanted.id === null ? leads(figure.expr) : null;
  return figure.target === target
    ? null
    : `The number ${figure.text} leads to ${figure.target ?? 'nowhere'}, not to ${target ?? 'nowhere'}`;
}

/** A cell of words. */
export const plain = (text: string, id: string | null = null): WantedCell => ({
  text,
  expr: null,
  value: NaN,
  isExact: true,
  id,
});

/** Each county's total and its net against each other, in the order of the published table. */
function fullTable({table, world, tongue}: Lore): readonly WantedRow[] {
  const {labels} = tongue;
  const {counties, matrix, title} = table;
  const names = counties.map(({code, label}) => (code === null ? label : `${code} ${label}`));
  const number = (expr: string, id: string): WantedCell => {
    const value = valueOf(world, expr);
    return {text: inDigits(labels, value), expr, value, isExact: true, id};
  };
  const marks = counties.map((_, at) => matrix.places[at]![at]!.text);
  const usual = marks.find(Boolean) || '–';
  return [
    [
      plain(labels.units[title.unit]['head']!),
      plain(labels.columns['total']!),
      ...names.map(name => plain(name)),
    ],
    ...counties.map(({key}, row) => [
      plain(names[row]!, `r-${key}`),
      number(`total(${key})`, `t-${key}`),
      ...counties.map((other, column) =>
        row === column
          ? plain(marks[row] || usual, `c-${key}-${key}`)
          : number(`net(${key},${other.key})`, `c-${key}-${other.key}`),
      ),
    ]),
  ];
}

/** Each county against the report's own, in the order of the table, three to a row. */
function partnersTable({table, world, tongue}: Lore, me: number): readonly WantedRow[] {
  const {labels} = tongue;
  const own = world.keys[me]!;
  const heads = [plain(labels.columns['net']!), plain(labels.units[table.title.unit]['head']!)];
  const cells = othersThan(world, me).map((other): WantedRow => {
    const key = world.keys[other]!;
    const expr = `net(${own},${key})`;
    const value = valueOf(world, expr);
    const text = inSigned(labels, value);
    return [{text, expr, value, isExact: true, id: `c-${own}-${key}`}, plain(table.counties[other]!.label)];
  });
  const nobody = [plain(''), plain('')];
  const rows = cells.flatMap((first, at) =>
    at % 3 === 0 ? [[...first, ...(cells[at + 1] ?? nobody), ...(cells[at + 2] ?? nobody)]] : [],
  );
  return [[...heads, ...heads, ...heads], ...rows];
}

/** Each county's place, total, gains and losses, the first place first. */
function rankingTable({table, world, tongue}: Lore): readonly WantedRow[] {
  const {columns, units} = tongue.labels;
  const number = (expr: string, print: typeof inDigits): WantedCell => {
    const value = valueOf(world, expr);
    return {text: print(tongue.labels, value), expr, value, isExact: true, id: null};
  };
  return [
    [units[table.title.unit]['head']!, ...['rank', 'total', 'gains', 'losses'].map(key => columns[key]!)].map(
      head => plain(head),
    ),
    ...ranked(world).map(({county}) => {
      const key = world.keys[county]!;
      return [
        plain(table.counties[county]!.label),
        number(`rank(${key})`, inDigits),
        ...[`total(${key})`, `sum(+,${key})`, `-sum(-,${key})`].map(expr => number(expr, inSigned)),
      ];
    }),
  ];
}

/**
 * Each check with both sides; where it is for `only` one county, those of others are left out that agree. What a check
 * says is added up anew where it is about a county's own figures.
 */
function checksTable({table, world, tongue}: Lore, only: number | null): readonly WantedRow[] {
  const {checks, columns} = tongue.labels;
  const name = (at: number | null) => (at === null ? '' : table.counties[at]!.name);
  const heads = ['check', 'line', 'said', 'computed', 'verdict'].map(key => plain(columns[key]!));
  const isLeft = ({kind, county, passed}: Check) =>
    only !== null && county !== null && county !== only && kind !== 'example' && passed;
  const rows = table.proof.checks.flatMap((check, at) => {
    if (isLeft(check)) return [];
    const {county, partner, place} = check;
    const kind = check.kind === 'example' && partner === null ? 'example-total' : check.kind;
    const [said, found] = [`said(${at + 1})`, `found(${at + 1})`];
    const agrees = holds(world, `${said} = ${found}`);
    const cells = [
      plain(filled(checks[kind]!, {county: name(county), partner: name(partner)})),
      plain(place ? String(place.line) : ''),
      ...[said, found].map(expr => {
        const value = valueOf(world, expr);
        return {text: inDigits(tongue.labels, value), expr, value, isExact: false, id: null};
      }),
      plain(checks[agrees ? 'agrees' : 'differs']!),
    ];
    return [cells];
  });
  return [heads, ...rows];
}

/**
 * Blocks -> cells: tries each layout and each way that plain spaces may be meant, and takes the one that the table's
 * own totals prove. Where two are proven and differ, neither is taken.
 */
import type {Issue} from '../issues.ts';
import type {Block, Column} from './blocks.ts';
import {type Token, whereOf} from './cells.ts';
import {severalReadings, tooManyReadings} from './complaints.ts';
import {columnsOf, type Layout, layoutsOf, positionsOf, type Slot, slotsOf} from './layouts.ts';
import {
  amountOf,
  type Budget,
  delimitedReading,
  isEmpty,
  prepare,
  type Prepared,
  type Reading,
  type Spacing,
  type Ways,
} from './readings.ts';
import {type Choice, choiceOf, type Solution, solve} from './solve.ts';
import {type Owned, placeOf, type Unit} from './units.ts';

/** A row of a block, with where it comes from. */
type Row = Choice & {readonly from: Owned; readonly block: number; readonly slots: readonly Slot[]};

/** A table read in one layout. */
export type Assembly = {
  readonly layout: Layout;
  readonly spacing: Spacing;
  /** The columns of each block. */
  readonly columns: readonly (readonly Column[])[];
  readonly choices: readonly Row[];
  /** For each choice the reading that is taken; of one that has none, an empty one. */
  readonly cells: readonly Reading[];
  /** Rows that have not the cells that this layout wants. */
  readonly misfits: readonly number[];
  /** Rows that this layout wants and that are not there. */
  readonly missing: readonly {readonly block: number; readonly unit: number}[];
  /** True where it takes a column for the totals that no head names; believed only where they agree. */
  readonly isGuessed: boolean;
  /** How many totals, or cells that are printed twice, disagree; null where there is nothing to disagree. */
  readonly failures: number | null;
};

/** An assembly before its rows are read. */
type Plan = Omit<Assembly, 'cells' | 'failures'>;

export type Assembled = {readonly assembly: Assembly | null; readonly issues: readonly Issue[]};

const SPACINGS: readonly Spacing[] = [
  {groups: false, minus: false},
  {groups: true, minus: false},
  {groups: false, minus: true},
  {groups: true, minus: true},
];

/**
 * Reads the cells of all blocks. Without an assembly, an issue says why.
 * @param budget what may be spent on all attempts at a text
 */
export function assemble(
  file: string,
  blocks: readonly Block[],
  units: readonly Unit[],
  isGross: boolean,
  budget: Budget,
): Assembled {
  const isDelimited = blocks.every(({rows}) => rows.every(({row}) => row.isDelimited));
  const strict = prepared(blocks, SPACINGS[0]!);
  const plans: Plan[] = [];
  const open: Plan[] = [];
  for (const spacing of isDelimited ? SPACINGS.slice(0, 1) : SPACINGS) {
    const pieces = prepared(blocks, spacing);
    // Where a spacing gives no row another reading there is nothing new to try.
    if (spacing !== SPACINGS[0] && isSame(pieces, strict)) continue;
    const found = layoutsOf(blocks, isGross).map(layout =>
      planOf(blocks, units.length, layout, spacing, pieces),
    );
    plans.push(...found);
    const read = found.filter(isWhole).map(plan => ({plan, ...solved(plan, units.length, 0, budget)}));
    const unclear = read.find(({solutions}) => solutions.length > 1);
    if (unclear)
      return {assembly: null, issues: [severalReadings(firstOpen(file, unclear.plan), units.length)]};
    const proven = read.flatMap(({plan, solutions: [solution]}) => {
      const assembly = solution && assemblyOf(plan, solution);
      return assembly?.failures === 0 ? [assembly] : [];
    });
    const [first, ...others] = proven;
    const rival = first && others.find(other => signature(other) !== signature(first));
    if (rival)
      return {
        assembly: null,
        issues: [severalReadings(whereOf(file, differing(first, rival)), units.length)],
      };
    if (first) return {assembly: first, issues: []};
    open.push(...read.flatMap(({plan, isComplete}) => (isComplete ? [] : [plan])));
  }
  return unproven(file, plans, open, units.length);
}

/** How many tokens may be looked at to find the wrong figure in a table that can be read in several ways. */
const MOST_MORE_STEPS = 200_000;

/** Two wrong cells are at most four wrong totals. */
const MOST_FAILURES = 4;

/** Where no reading agrees with all totals: the one with which the fewest disagree. */
function unproven(file: string, plans: readonly Plan[], open: readonly Plan[], size: number): Assembled {
  const named = plans.filter(plan => isWhole(plan) && !plan.isGuessed);
  const budget = {left: MOST_MORE_STEPS};
  const read = named.map(plan => {
    if (!plan.choices.some(({isOpen}) => isOpen)) return {plan, ...solved(plan, size, 'any', budget)};
    for (let failures = 0; failures <= MOST_FAILURES; failures++) {
      const found = solved(plan, size, failures, budget);
      if (found.solutions.length) return {plan, ...found};
    }
    return {plan, solutions: [], isComplete: budget.left >= 0};
  });
  const tried = read.flatMap(({plan, solutions: [solution, other]}) =>
    solution && !other ? [assemblyOf(plan, solution)] : [],
  );
  const best = tried.toSorted((a, b) => badness(a) - badness(b))[0];
  if (best) return {assembly: best, issues: []};
  const [unclear] = [...open, ...read.map(({plan}) => plan)];
  if (unclear) return {assembly: null, issues: [tooManyReadings(firstOpen(file, unclear))]};
  const guessed = plans.toSorted((a, b) => misfitsIn(a) - misfitsIn(b))[0];
  return {
    assembly: guessed
      ? {...guessed, cells: guessed.choices.map(({first}) => first ?? []), failures: null}
      : null,
    issues: [],
  };
}

function solved(plan: Plan, size: number, failures: number | 'any', budget: Budget) {
  // Where there is one way to read every row, it is the one, whatever the totals say of it.
  const isOpen = plan.choices.some(choice => choice.isOpen);
  return solve(plan.choices, size, plan.layout.isGross ? 'gross' : 'net', isOpen ? failures : 'any', budget);
}

const misfitsIn = ({misfits, missing}: Plan) => misfits.length + missing.length;

/** Where the first row stands that can be read in more than one way. */
const firstOpen = (file: string, {choices}: Plan) =>
  whereOf(file, placeOf((choices.find(({isOpen}) => isOpen) ?? choices[0]!).from.row));

/** The readings' pieces of every row. */
const prepared = (blocks: readonly Block[], spacing: Spacing): ReadonlyMap<Owned, Prepared> =>
  new Map(blocks.flatMap(({rows}) => rows.map(owned => [owned, prepare(owned.row.cells, spacing)] as const)));

function isSame(rows: ReadonlyMap<Owned, Prepared>, others: ReadonlyMap<Owned, Prepared>): boolean {
  return [...rows].every(([owned, {pieces}]) =>
    pieces.every((list, at) => list.length === others.get(owned)!.pieces[at]!.length),
  );
}

const isWhole = (plan: Plan) => misfitsIn(plan) === 0;

/** A table without totals is less likely than one with a wrong cell, and likelier than one with two. */
const badness = ({failures}: Assembly) => failures ?? 2.5;

/** The figures that are read, each pair once and from one side, to tell two assemblies apart. */
function signature({choices, cells, layout}: Assembly): string {
  const figures = choices.flatMap(({owner, slots}, at) =>
    slots.flatMap(({column}, slot) => {
      const token = cells[at]![slot];
      if (column === owner || !token) return [];
      const isTurned =
        !layout.isGross && typeof column === 'number' && typeof owner === 'number' && column > owner;
      return isTurned ? `${column}|${owner}|${0 - amountOf(token)}` : `${owner}|${column}|${amountOf(token)}`;
    }),
  );
  return [...new Set(figures)].toSorted().join(' ');
}

/** The first row of which two assemblies read something else. */
function differing(a: Assembly, b: Assembly) {
  const text = (cells: Reading) => cells.map(token => token?.place.text).join('|');
  const at = a.cells.findIndex((cells, index) => text(cells) !== text(b.cells[index] ?? []));
  return placeOf(a.choices[Math.max(at, 0)]!.from.row);
}

/** The rows as a layout wants them, before they are read. */
function planOf(
  blocks: readonly Block[],
  size: number,
  layout: Layout,
  spacing: Spacing,
  pieces: ReadonlyMap<Owned, Prepared>,
): Plan {
  const columns = columnsOf(blocks, layout);
  const positions = positionsOf(columns);
  const choices = blocks.flatMap(({rows}, block) =>
    rows.map((from): Row => {
      const slots = slotsOf(columns[block]!, from.owner, layout, positions, true);
      const ways = waysOf(from, columns[block]!, slots, layout, pieces.get(from)!);
      return {from, block, slots, ...choiceOf(from.owner, ways)};
    }),
  );
  return {
    layout,
    spacing,
    columns,
    choices: layout.half === 'full' && !layout.isGross ? withoutFiller(choices, positions) : choices,
    misfits: choices.flatMap(({first}, at) => (first ? [] : [at])),
    missing: missingRows(blocks, size, layout, columns),
    isGuessed: layout.totals !== 'none' && !blocks.some(block => block.columns.includes('total')),
  };
}

function assemblyOf(plan: Plan, {cells, failures}: Solution): Assembly {
  return {...plan, cells, failures: isProvable(plan, cells) ? failures : null};
}

/** Counties without a row in a block where this layout gives them cells. */
function missingRows(
  blocks: readonly Block[],
  size: number,
  layout: Layout,
  columns: readonly (readonly Column[])[],
): Assembly['missing'] {
  const positions = positionsOf(columns);
  const isFilled = layout.diagonal === 'filled';
  return blocks.flatMap(({rows}, block) => {
    const owners = new Set(rows.map(({owner}) => owner));
    return Array.from({length: size}, (_, unit) => unit)
      .filter(unit => !owners.has(unit))
      .filter(unit => slotsOf(columns[block]!, unit, layout, positions, isFilled).length > 0)
      .map(unit => ({block, unit}));
  });
}

/** Where one half of the table holds signs and no figure, they fill the room of cells that are not printed. */
function withoutFiller(choices: readonly Row[], positions: ReadonlyMap<Column, number>): readonly Row[] {
  if (choices.some(({isOpen, first}) => isOpen || !first)) return choices;
  const isCell = ({owner}: Row, column: Column) =>
    typeof column === 'number' && typeof owner === 'number' && column !== owner;
  const isIn = (row: Row, column: Column, isUpper: boolean) =>
    isCell(row, column) && isUpper === positions.get(column)! > positions.get(row.owner as Column)!;
  const holds = (isUpper: boolean, kind: Token['kind']) =>
    choices.some(row =>
      row.slots.some(({column}, at) => isIn(row, column, isUpper) && row.first![at]?.kind === kind),
    );
  const side = [true, false].find(
    isUpper => holds(isUpper, 'mark') && !holds(isUpper, 'number') && holds(!isUpper, 'number'),
  );
  if (side === undefined) return choices;
  return choices.map(row => {
    const first = row.first!.map((token, at) => (isIn(row, row.slots[at]!.column, side) ? null : token));
    return {...row, first, ways: {...row.ways, fixed: first}};
  });
}

/** The ways to read a row; the diagonal has an empty cell where the layout lets it. */
function waysOf(
  {row, owner}: Owned,
  columns: readonly Column[],
  slots: readonly Slot[],
  {diagonal, half}: Layout,
  pieces: Prepared,
): Ways {
  const ways = {
    slots,
    prepared: pieces,
    fixed: null,
    mayFill: diagonal !== 'empty',
    mayLeave: diagonal !== 'filled',
  };
  if (row.isDelimited) {
    // Fields know their columns: only the layout that leaves all open is asked.
    const fixed =
      half === 'full' && diagonal === 'either' ? delimitedReading(row.cells, columns, slots) : null;
    return fixed
      ? {...ways, fixed}
      : {...ways, prepared: prepare([], SPACINGS[0]!), mayFill: false, mayLeave: false};
  }
  const isOwn = slots.every(({column}) => column === owner);
  return isEmpty(row.cells) && isOwn ? {...ways, fixed: slots.map(() => null)} : ways;
}

/** Whether there is anything that could disagree: totals, or cells that are printed both ways. */
function isProvable({choices, layout}: Plan, cells: readonly Reading[]): boolean {
  const printed = new Set<string>();
  let hasTotals = false;
  choices.forEach(({owner, slots}, at) =>
    slots.forEach(({column}, slot) => {
      if (!cells[at]![slot]) return;
      if (column === 'total') hasTotals = true;
      else if (column !== owner) printed.add(`${owner} ${column}`);
    }),
  );
  return (
    hasTotals ||
    (!layout.isGross && [...printed].some(cell => printed.has(cell.split(' ').toReversed().join(' '))))
  );
}

/**
 * Blocks -> cells: tries each layout and each way that plain spaces may be meant, and takes the one that the table's
 * own totals prove. Where two are proven and differ, neither is taken.
 */
import {type Issue} from '../issues.ts';
import type {Block, Column} from './blocks.ts';
import {type Token, whereOf} from './cells.ts';
import {severalReadings, tooManyReadings} from './complaints.ts';
import {columnsOf, type Layout, layoutsOf, positionsOf, slotsOf} from './layouts.ts';
import {
  amountOf,
  delimitedReading,
  isEmpty,
  MOST_READINGS,
  type Prepared,
  prepare,
  type Reading,
  readingsOf,
  type Spacing,
} from './readings.ts';
import {type Choice, solve} from './solve.ts';
import {type Owned, placeOf, type Unit} from './units.ts';

/** A table read in one layout. */
export type Assembly = {
  readonly layout: Layout;
  readonly spacing: Spacing;
  /** The columns of each block. */
  readonly columns: readonly (readonly Column[])[];
  readonly choices: readonly (Choice & {readonly from: Owned; readonly block: number})[];
  /** For each choice the reading that is taken; of one that has none, an empty one. */
  readonly cells: readonly Reading[];
  /** Rows that have not the cells that this layout wants. */
  readonly misfits: readonly number[];
  /** Rows that this layout wants and that are not there. */
  readonly missing: readonly {readonly block: number; readonly unit: number}[];
  /** True where it takes a column for the totals that no head names. */
  readonly isGuessed: boolean;
  /** How many totals, or cells that are printed twice, disagree; null where there is nothing to disagree. */
  readonly failures: number | null;
};

export type Assembled = {readonly assembly: Assembly | null; readonly issues: readonly Issue[]};

const SPACINGS: readonly Spacing[] = [
  {groups: false, minus: false},
  {groups: true, minus: false},
  {groups: false, minus: true},
  {groups: true, minus: true},
];

/** Reads the cells of all blocks. Without an assembly, an issue says why. */
export function assemble(
  file: string,
  blocks: readonly Block[],
  units: readonly Unit[],
  isGross: boolean,
): Assembled {
  const isDelimited = blocks.every(({rows}) => rows.every(({row}) => row.isDelimited));
  const layouts = layoutsOf(blocks, isGross);
  const strict = prepared(blocks, SPACINGS[0]!);
  const tried: Assembly[] = [];
  const unclear: Issue[] = [];
  for (const spacing of isDelimited ? SPACINGS.slice(0, 1) : SPACINGS) {
    const rows = prepared(blocks, spacing);
    // Where a spacing gives no row another reading there is nothing new to try.
    if (spacing !== SPACINGS[0] && isSame(rows, strict)) continue;
    const read = layouts.map(layout => attempt(file, blocks, units, layout, spacing, rows));
    tried.push(...read.flatMap(({assembly}) => assembly ?? []));
    const proven = read.flatMap(({assembly}) => (assembly && isProven(assembly) ? [assembly] : []));
    const [first, ...others] = proven;
    unclear.push(...read.flatMap(({issue}) => issue ?? []));
    if (!first) continue;
    const rival = others.find(other => signature(other) !== signature(first));
    if (rival)
      return {
        assembly: null,
        issues: [severalReadings(whereOf(file, differing(first, rival)), units.length)],
      };
    // A proven reading beside one that could not be searched is not the only one.
    return {assembly: first, issues: []};
  }
  const fitting = tried.filter(isWhole);
  if (fitting.length === 0 && unclear.length) return {assembly: null, issues: unclear.slice(0, 1)};
  const best = (fitting.length ? fitting : tried).toSorted((a, b) => badness(a) - badness(b))[0];
  return {assembly: best ?? null, issues: []};
}

/** The readings' pieces of every row. */
const prepared = (blocks: readonly Block[], spacing: Spacing): ReadonlyMap<Owned, Prepared> =>
  new Map(blocks.flatMap(({rows}) => rows.map(owned => [owned, prepare(owned.row.cells, spacing)] as const)));

function isSame(rows: ReadonlyMap<Owned, Prepared>, others: ReadonlyMap<Owned, Prepared>): boolean {
  return [...rows].every(([owned, {pieces}]) =>
    pieces.every((list, at) => list.length === others.get(owned)!.pieces[at]!.length),
  );
}

const isWhole = ({misfits, missing}: Assembly) => misfits.length + missing.length === 0;

const isProven = (assembly: Assembly) => isWhole(assembly) && assembly.failures === 0;

/**
 * A table without totals is less likely than one with a wrong cell, and likelier than one with two; totals that no
 * head names are believed only where they agree.
 */
const badness = ({misfits, missing, failures, isGuessed}: Assembly) =>
  (misfits.length + missing.length) * 1000 + (failures ?? 2.5) + (isGuessed ? 10 : 0);

/** What is read, to tell two assemblies apart. */
const signature = ({choices, cells}: Assembly) =>
  choices
    .flatMap(({owner, slots}, at) =>
      slots.map(({column}, slot) => {
        const token = cells[at]![slot];
        return column === owner || !token ? '' : `${owner}|${column}|${amountOf(token)}`;
      }),
    )
    .filter(Boolean)
    .toSorted()
    .join(' ');

/** The first row of which two assemblies read something else. */
function differing(a: Assembly, b: Assembly) {
  const text = (cells: Reading) => cells.map(token => token?.place.text).join('|');
  const at = a.cells.findIndex((cells, index) => text(cells) !== text(b.cells[index] ?? []));
  return placeOf(a.choices[Math.max(at, 0)]!.from.row);
}

function attempt(
  file: string,
  blocks: readonly Block[],
  units: readonly Unit[],
  layout: Layout,
  spacing: Spacing,
  pieces: ReadonlyMap<Owned, Prepared>,
): {assembly: Assembly | null; issue: Issue | null} {
  const columns = columnsOf(blocks, layout);
  const positions = positionsOf(columns);
  const choices = blocks.flatMap(({rows}, block) =>
    rows.map(from => {
      const slots = slotsOf(columns[block]!, from.owner, layout, positions, true);
      return {
        from,
        block,
        owner: from.owner,
        slots,
        readings: waysToRead(from, columns[block]!, slots, layout, pieces.get(from)!),
      };
    }),
  );
  const misfits = choices.flatMap(({readings}, at) => (readings.length ? [] : [at]));
  const missing = missingRows(blocks, units.length, layout, columns);
  const isGuessed = layout.totals !== 'none' && !blocks.some(block => block.columns.includes('total'));
  const shared = {layout, spacing, columns, misfits, missing, isGuessed};
  if (misfits.length) {
    const cells = choices.map(({readings}) => readings[0] ?? []);
    return {assembly: {...shared, choices, cells, failures: null}, issue: null};
  }
  const crowded = choices.find(({readings}) => readings.length > MOST_READINGS);
  const where = (at: number) => whereOf(file, placeOf(choices[at]!.from.row));
  if (crowded) return {assembly: null, issue: tooManyReadings(where(choices.indexOf(crowded)))};
  const bare = layout.half === 'full' && !layout.isGross ? withoutFiller(choices, positions) : choices;
  const {solutions, isComplete} = solve(bare, units.length, layout.isGross ? 'gross' : 'net');
  const [solution, other] = solutions;
  const open = choices.findIndex(
    ({readings}, at) => readings.length > 1 && solution?.picks[at] !== other?.picks[at],
  );
  if (!isComplete || !solution) return {assembly: null, issue: tooManyReadings(where(Math.max(open, 0)))};
  if (other) return {assembly: null, issue: severalReadings(where(Math.max(open, 0)), units.length)};
  const cells = bare.map(({readings}, at) => readings[solution.picks[at]!]!);
  const failures = failuresOf(bare, cells, solution.failures, layout.isGross);
  return {assembly: {...shared, choices: bare, cells, failures}, issue: null};
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
function withoutFiller<C extends Choice>(
  choices: readonly C[],
  positions: ReadonlyMap<Column, number>,
): readonly C[] {
  if (choices.some(({readings}) => readings.length > 1)) return choices;
  const isUpper = ({owner}: C, column: Column) => positions.get(column)! > positions.get(owner as Column)!;
  const isCell = ({owner}: C, column: Column) =>
    typeof column === 'number' && typeof owner === 'number' && column !== owner;
  const holds = (upper: boolean, kind: Token['kind']) =>
    choices.some(choice =>
      choice.slots.some(
        ({column}, at) =>
          isCell(choice, column) &&
          isUpper(choice, column) === upper &&
          choice.readings[0]![at]?.kind === kind,
      ),
    );
  const isFiller = (upper: boolean) =>
    holds(upper, 'mark') && !holds(upper, 'number') && holds(!upper, 'number');
  const side = [true, false].find(isFiller);
  if (side === undefined) return choices;
  return choices.map(choice => ({
    ...choice,
    readings: choice.readings.map(read =>
      read.map((token, at) => {
        const {column} = choice.slots[at]!;
        return isCell(choice, column) && isUpper(choice, column) === side ? null : token;
      }),
    ),
  }));
}

/** All ways to read a row; the diagonal has an empty cell where the layout lets it. */
function waysToRead(
  from: Owned,
  columns: readonly Column[],
  slots: ReturnType<typeof slotsOf>,
  {diagonal, half}: Layout,
  prepared: Prepared,
): readonly Reading[] {
  const {row, owner} = from;
  if (row.isDelimited) {
    // Fields know their columns: only the layout that leaves all open is asked.
    const read =
      half === 'full' && diagonal === 'either' ? delimitedReading(row.cells, columns, slots) : null;
    return read ? [read] : [];
  }
  if (isEmpty(row.cells) && slots.every(({isDiagonal}) => isDiagonal)) return [slots.map(() => null)];
  const at = slots.findIndex(({column}) => column === owner);
  const filled = diagonal === 'empty' && at >= 0 ? [] : readingsOf(prepared, slots);
  if (at < 0 || diagonal === 'filled') return filled;
  const rest = readingsOf(prepared, slots.toSpliced(at, 1));
  return [...filled, ...rest.map(read => read.toSpliced(at, 0, null))];
}

/** Totals that disagree, and cells that are printed both ways and do not mirror each other. */
function failuresOf(
  choices: readonly Choice[],
  cells: readonly Reading[],
  wrongTotals: number,
  isGross: boolean,
): number | null {
  const printed = new Map<string, number>();
  let hasTotals = false;
  choices.forEach(({owner, slots}, at) =>
    slots.forEach(({column}, slot) => {
      const token = cells[at]![slot];
      if (column === 'total' && token) hasTotals = true;
      else if (token && typeof column === 'number' && typeof owner === 'number' && column !== owner)
        printed.set(`${owner} ${column}`, amountOf(token));
    }),
  );
  const mirrored = [...printed].flatMap(([cell, amount]) => {
    const other = printed.get(cell.split(' ').toReversed().join(' '));
    return other === undefined ? [] : [amount + other];
  });
  if (isGross) return hasTotals ? wrongTotals : null;
  if (!hasTotals && mirrored.length === 0) return null;
  return wrongTotals + mirrored.filter(Boolean).length / 2;
}

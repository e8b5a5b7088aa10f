/**
 * Blocks -> plans: the rows as a layout wants them, each with the ways to read it, before any is read.
 */
import type {Block, Column} from './blocks.ts';
import type {Token} from './cells.ts';
import {columnsOf, type Layout, positionsOf, type Slot, slotsOf} from './layouts.ts';
import {
  delimitedReading,
  isEmpty,
  NO_TOKENS,
  type Prepared,
  type Reading,
  type Spacing,
  type Ways,
} from './readings.ts';
import {type Choice, choiceOf} from './solve.ts';
import type {Owned} from './units.ts';

/** A row of a block, with where it comes from. */
export type PlannedRow = Choice & {
  readonly from: Owned;
  readonly block: number;
  readonly slots: readonly Slot[];
};

/** A table as one layout would have it. */
export type Plan = {
  readonly layout: Layout;
  readonly spacing: Spacing;
  /** The columns of each block. */
  readonly columns: readonly (readonly Column[])[];
  readonly choices: readonly PlannedRow[];
  /** Rows that have not the cells that this layout wants. */
  readonly misfits: readonly number[];
  /** Rows that this layout wants and that are not there. */
  readonly missing: readonly {readonly block: number; readonly unit: number}[];
  /** True where it takes a column for the totals that no head names; believed only where they agree. */
  readonly isGuessed: boolean;
};

/** A way to take the tokens of all rows. */
type Taking = {
  readonly layout: Layout;
  readonly spacing: Spacing;
  readonly pieces: ReadonlyMap<Owned, Prepared>;
};

/**
 * The rows as a layout wants them, before they are read; null where as many rows or more do not fit as are allowed.
 * @param most how many rows another plan has that do not fit
 */
export function planOf(
  blocks: readonly Block[],
  size: number,
  {layout, spacing, pieces}: Taking,
  most: number,
): Plan | null {
  const columns = columnsOf(blocks, layout);
  const positions = positionsOf(columns);
  const missing = missingRows(blocks, size, layout, columns);
  const choices: PlannedRow[] = [];
  const misfits: number[] = [];
  for (const [block, {rows}] of blocks.entries())
    for (const from of rows) {
      const slots = slotsOf(columns[block]!, from.owner, layout, positions, true);
      const choice = choiceOf(from.owner, waysOf(from, columns[block]!, slots, layout, pieces.get(from)!));
      if (!choice.first) misfits.push(choices.length);
      if (misfits.length + missing.length >= most) return null;
      choices.push({from, block, slots, ...choice});
    }
  return {
    layout,
    spacing,
    columns,
    choices: layout.half === 'full' && !layout.isGross ? withoutFiller(choices, positions) : choices,
    misfits,
    missing,
    isGuessed: layout.totals !== 'none' && !blocks.some(block => block.columns.includes('total')),
  };
}

/** Counties without a row in a block where this layout gives them cells. */
function missingRows(
  blocks: readonly Block[],
  size: number,
  layout: Layout,
  columns: readonly (readonly Column[])[],
): Plan['missing'] {
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
function withoutFiller(
  choices: readonly PlannedRow[],
  positions: ReadonlyMap<Column, number>,
): readonly PlannedRow[] {
  if (choices.some(({isOpen, first}) => isOpen || !first)) return choices;
  const isCell = ({owner}: PlannedRow, column: Column) =>
    typeof column === 'number' && typeof owner === 'number' && column !== owner;
  const isIn = (row: PlannedRow, column: Column, isUpper: boolean) =>
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
    return fixed ? {...ways, fixed} : {...ways, prepared: NO_TOKENS, mayFill: false, mayLeave: false};
  }
  const isOwn = slots.every(({column}) => column === owner);
  return isEmpty(row.cells) && isOwn ? {...ways, fixed: slots.map(() => null)} : ways;
}

/** Whether there is anything that could disagree: totals, or cells that are printed both ways. */
export function isProvable({choices, layout}: Plan, cells: readonly Reading[]): boolean {
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

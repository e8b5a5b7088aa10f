/**
 * How a table may be laid out: which half of it is printed, whether the diagonal has a sign, where the totals
 * stand. For each way: which cells a row of a block has.
 */
import type {Block, Column} from './blocks.ts';
import type {Owner} from './units.ts';

/** `lower`: each county against those before it. `full`: all against all. */
export type Half = 'lower' | 'upper' | 'full';

export type Layout = {
  readonly half: Half;
  /** Whether cells on the diagonal are filled; `either` where that differs from row to row. */
  readonly diagonal: 'filled' | 'empty' | 'either';
  readonly totals: 'first' | 'last' | 'none';
  /** Gross moves have figures on the diagonal too: moves within a county. */
  readonly isGross: boolean;
};

/** A cell that a row of a block has. */
export type Slot = {readonly column: Column; readonly isDiagonal: boolean};

/** All layouts that the heads allow, the most usual first. */
export function layoutsOf(blocks: readonly Block[], isGross: boolean): readonly Layout[] {
  const isNamed = blocks.some(({columns}) => columns.includes('total'));
  // Where a head says which column holds the totals there is nothing to guess.
  const totals: readonly Layout['totals'][] = isNamed ? [placeOfTotals(blocks)] : ['none', 'first', 'last'];
  const halves: readonly Half[] = isGross ? ['full'] : ['lower', 'upper', 'full'];
  const diagonals: readonly Layout['diagonal'][] = ['filled', 'empty', 'either'];
  return diagonals.flatMap(diagonal =>
    halves.flatMap(half => totals.map(each => ({half, diagonal, totals: each, isGross}))),
  );
}

function placeOfTotals(blocks: readonly Block[]): 'first' | 'last' {
  const {columns} = blocks.find(block => block.columns.includes('total'))!;
  return columns[0] === 'total' ? 'first' : 'last';
}

/** The columns of all blocks, with a column of totals where the layout supposes one without a head. */
export function columnsOf(blocks: readonly Block[], {totals}: Layout): readonly (readonly Column[])[] {
  const all = blocks.map(({columns}) => columns);
  if (totals === 'none' || all.some(columns => columns.includes('total'))) return all;
  if (totals === 'first') return all.with(0, ['total', ...all[0]!]);
  return [...all.slice(0, -1), [...all.at(-1)!, 'total']];
}

/** For each county its place among the columns. */
export function positionsOf(columns: readonly (readonly Column[])[]): ReadonlyMap<Column, number> {
  return new Map(columns.flat().map((column, at) => [column, at]));
}

/**
 * The cells that the row of an owner has in a block.
 * @param isFilled whether its cell on the diagonal is
 */
export function slotsOf(
  columns: readonly Column[],
  owner: Owner,
  {half, isGross}: Layout,
  positions: ReadonlyMap<Column, number>,
  isFilled: boolean,
): readonly Slot[] {
  const own = positions.get(owner);
  return columns
    .filter(column => {
      if (typeof column !== 'number' || typeof owner !== 'number' || half === 'full') return true;
      const place = positions.get(column)!;
      return half === 'lower' ? place <= own! : place >= own!;
    })
    .filter(column => isFilled || column !== owner)
    .map(column => ({column, isDiagonal: column === owner && !isGross}));
}

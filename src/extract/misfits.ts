/**
 * Rows that have not the cells that the table's layout gives them, in words: what is missing, doubled, or no figure.
 */
import {type Issue} from '../issues.ts';
import type {Assembly} from './assemble.ts';
import type {Blocks, Column} from './blocks.ts';
import {isFilled, type Token, whereOf} from './cells.ts';
import {cellCount, cutOff, listed, missingRow, noDiagonal, notANumber, unknownColumn} from './complaints.ts';
import type {Head} from './heads.ts';
import {nameOf} from './matrix.ts';
import {positionsOf, slotsOf} from './layouts.ts';
import {type Owner, placeOf, type Unit} from './units.ts';

/** Every row that does not fit, and every row that is not there; empty where all is as it should be. */
export function misfitIssues(
  file: string,
  assembly: Assembly,
  {blocks}: Blocks,
  units: readonly Unit[],
  heads: readonly Head[],
): readonly Issue[] {
  const {misfits, missing} = assembly;
  const words = heads.filter(({kind}) => kind === 'word');
  const ending = cutEnd(file, assembly, units, words);
  if (ending) return [ending];
  // A column without a row makes every count wrong: say that.
  if (misfits.length && words.length) return [unknownColumn(whereOf(file, words[0]!.place), textOf(words))];
  const absent = missing.map(({block, unit}) =>
    missingRow(
      whereOf(file, blocks[block]!.place ?? units[0]!.place),
      nameOf(units[unit]!),
      inBlock(block, blocks.length),
    ),
  );
  return [...misfits.flatMap(at => rowIssues(file, assembly, at, units)), ...absent];
}

const textOf = (words: readonly Head[]) => words.map(({place}) => place.text).join(' ');

const inBlock = (block: number, all: number) => (all > 1 ? ` in block ${block + 1} of ${all}` : '');

/** Where the last block lacks its last rows, or cells of its last row, the text was cut off. */
function cutEnd(
  file: string,
  {choices, misfits, missing, columns}: Assembly,
  units: readonly Unit[],
  words: readonly Head[],
): Issue | null {
  const last = choices.length - 1;
  const {from, block, slots} = choices[last]!;
  const positions = positionsOf(columns);
  const own = positions.get(from.owner as Column) ?? -1;
  const isLater = missing.every(each => each.block === block && positions.get(each.unit)! > own);
  const isShort = misfits.includes(last) && figuresIn(from.row.cells).length < slots.length;
  if (!isLater || misfits.some(at => at !== last) || (misfits.length > 0 && !isShort)) return null;
  const rows = missing.map(({unit}) => nameOf(units[unit]!));
  const names = [...rows, ...(isShort && words.length ? [textOf(words)] : [])];
  if (names.length === 0) return null;
  const rest = isShort ? [`the rest of the row ${ownerName(from.owner, units)}`] : [];
  const lost = [...rest, `the ${names.length === 1 ? 'row' : 'rows'} of ${listed(names)}`].join(' and ');
  const place = from.row.cells.at(-1)?.place ?? placeOf(from.row);
  return cutOff(whereOf(file, place), `${lost}${inBlock(block, columns.length)}`);
}

const figuresIn = (cells: readonly Token[]) => cells.filter(({kind}) => kind !== 'blank');

const ownerName = (owner: Owner, units: readonly Unit[]) =>
  typeof owner === 'number' ? nameOf(units[owner]!) : owner === 'total' ? 'of totals' : 'of abroad';

function rowIssues(
  file: string,
  {choices, columns, layout}: Assembly,
  at: number,
  units: readonly Unit[],
): readonly Issue[] {
  const {from, slots, block, owner} = choices[at]!;
  const name = ownerName(owner, units);
  const cells = figuresIn(from.row.cells);
  const broken = cells.filter(token => !isFilled(token) || token.kind === 'digits');
  const words = broken.map(({place}) => notANumber(whereOf(file, place), name, place.text));
  const wanted = slotsOf(columns[block]!, owner, layout, positionsOf(columns), layout.diagonal !== 'empty');
  const isCount = from.row.isDelimited ? cells.length > slots.length : cells.length !== wanted.length;
  if (words.length && !isCount) return words;
  const diagonal = cells[slots.findIndex(({isDiagonal}) => isDiagonal)];
  if (!isCount && diagonal) return [noDiagonal(whereOf(file, diagonal.place), name, diagonal.place.text)];
  const place = cells[0]?.place ?? placeOf(from.row);
  const end = wanted.at(-1)?.column;
  const last = end === undefined || typeof end !== 'number' ? 'the totals' : nameOf(units[end]!);
  return [cellCount(whereOf(file, place), name, cells.length, wanted.length, last), ...words];
}

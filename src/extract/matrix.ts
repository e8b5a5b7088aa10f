/**
 * Cells -> Matrix: the full antisymmetric table, each number with where it was printed.
 */
import {type Issue} from '../issues.ts';
import type {Assembly} from './assemble.ts';
import type {Column} from './blocks.ts';
import {type Place, type Token, whereOf} from './cells.ts';
import {abroadInNet, emptyCell, markInside, noSign} from './complaints.ts';
import {joined} from './names.ts';
import {amountOf} from './readings.ts';
import type {Unit} from './units.ts';

/**
 * Net migration between n counties, in moves.
 * `net[i][j]` is the net in-migration of county i against county j: `net[i][j] === -net[j][i]`, and nought on
 * the diagonal (of a table that contradicts itself, as it is printed). `totals[i]` is the published total, or the
 * sum of the figures where `totalPlaces[i]` is null. `places[i][j]` is where the figure for i against j was printed
 * (the same place as for j against i, where only one of the two is; on the diagonal its sign, with an empty text
 * where there is none).
 */
export type Matrix = {
  readonly counties: readonly Unit[];
  readonly net: readonly (readonly number[])[];
  readonly totals: readonly number[];
  readonly places: readonly (readonly Place[])[];
  readonly totalPlaces: readonly (Place | null)[];
  /** True of cells that the text prints itself, and not only their mirrors. */
  readonly printed: readonly (readonly boolean[])[];
};

/** What is printed, by county: null where a cell is empty. */
export type Printed = {
  readonly cells: readonly (readonly (Token | null)[])[];
  readonly totals: readonly (Token | null)[];
  /** A row of totals, by column, and what it is called. */
  readonly columnTotals: readonly (Token | null)[];
  readonly columnTotalName: string;
  /** The total of totals. */
  readonly grandTotal: Token | null;
  /** Moves from and to other countries, in a gross table: by row, and by column. */
  readonly abroad: {readonly column: readonly (Token | null)[]; readonly row: readonly (Token | null)[]};
};

/** Sorts the cells of all blocks by county. */
export function printedCells({choices, cells}: Pick<Assembly, 'choices' | 'cells'>, size: number): Printed {
  const found = new Map<string, Token>();
  choices.forEach(({owner, slots}, at) =>
    slots.forEach(({column}, slot) => {
      const token = cells[at]![slot];
      if (token) found.set(`${owner} ${column}`, token);
    }),
  );
  const get = (owner: Column, column: Column) => found.get(`${owner} ${column}`) ?? null;
  const each = <T>(make: (unit: number) => T) => Array.from({length: size}, (_, unit) => make(unit));
  return {
    cells: each(i => each(j => get(i, j))),
    totals: each(i => get(i, 'total')),
    columnTotals: each(j => get('total', j)),
    columnTotalName:
      choices.flatMap(({owner, from}) => (owner === 'total' ? [joined(from.row.words)] : []))[0] ?? '',
    grandTotal: get('total', 'total'),
    abroad: {column: each(i => get(i, 'abroad')), row: each(j => get('abroad', j))},
  };
}

/** From what is printed to both halves: what one county gains the other loses. */
export function matrixOf(
  file: string,
  counties: readonly Unit[],
  {cells, totals, abroad}: Printed,
): {matrix: Matrix; issues: readonly Issue[]} {
  const each = <T>(make: (i: number, j: number) => T) => cells.map((row, i) => row.map((_, j) => make(i, j)));
  const said = (i: number, j: number) => {
    const token = cells[i]![j];
    return token && !Number.isNaN(amountOf(token)) ? token : null;
  };
  const net = each((i, j) => {
    if (i === j) return 0;
    const [own, mirror] = [said(i, j), said(j, i)];
    if (own) return amountOf(own);
    // `0 -` and not unary minus: the mirror of nought is nought, not minus nought.
    return mirror ? 0 - amountOf(mirror) : 0;
  });
  const sum = (row: readonly number[]) => row.reduce((all, value) => all + value, 0);
  const place = (i: number, j: number) => (said(i, j) ?? said(j, i) ?? cells[i]![j] ?? cells[j]![i])?.place;
  const matrix: Matrix = {
    counties,
    net,
    totals: totals.map((token, i) => (token ? amountOf(token) || 0 : sum(net[i]!))),
    places: each((i, j) => place(i, j) ?? {...counties[i]!.place, text: ''}),
    totalPlaces: totals.map(token => token?.place ?? null),
    printed: each((i, j) => i !== j && said(i, j) !== null),
  };
  const foreign = abroad.column.flatMap((token, i) =>
    token ? [abroadInNet(whereOf(file, token.place), nameOf(counties[i]!))] : [],
  );
  return {matrix, issues: foreign.length ? foreign.slice(0, 1) : gaps(file, counties, cells, totals)};
}

/** Pairs for which neither cell says a number, and totals that say none. */
function gaps(
  file: string,
  counties: readonly Unit[],
  cells: Printed['cells'],
  totals: Printed['totals'],
): readonly Issue[] {
  const name = (at: number) => nameOf(counties[at]!);
  const isSilent = (token: Token | null) => !token || Number.isNaN(amountOf(token));
  const pairs = cells.flatMap((row, i) => row.slice(0, i).map((_, j) => [i, j] as const));
  const silent = pairs.filter(([i, j]) => isSilent(cells[i]![j]!) && isSilent(cells[j]![i]!));
  return [
    ...silent.map(([i, j]) => {
      const mark = cells[i]![j] ?? cells[j]![i];
      return mark
        ? markInside(whereOf(file, mark.place), name(i), name(j), mark.place.text)
        : emptyCell(whereOf(file, counties[i]!.place), name(i), name(j));
    }),
    ...totals.flatMap((token, i) =>
      token && isSilent(token)
        ? [markInside(whereOf(file, token.place), name(i), 'all others', token.place.text)]
        : [],
    ),
    ...(totals.some(Boolean) ? [] : lostDiagonals(file, counties, cells)),
    ...(totals.some(Boolean) ? totals : []).flatMap((token, i) =>
      token ? [] : [emptyCell(whereOf(file, counties[i]!.place), name(i), 'all others')],
    ),
  ];
}

/**
 * Where nothing can be proved, rows without a sign on their diagonal are suspect if all but a few have one: a cell was
 * lost, and those behind it moved up.
 */
function lostDiagonals(file: string, counties: readonly Unit[], cells: Printed['cells']): readonly Issue[] {
  const empty = counties.flatMap((_, i) => (cells[i]![i] ? [] : [i]));
  if (empty.length * 3 > counties.length) return [];
  return empty.map(i => noSign(whereOf(file, counties[i]!.place), nameOf(counties[i]!)));
}

/** Number and name as the reader finds them on the page. */
export const nameOf = ({code, label}: Pick<Unit, 'code' | 'label'>) =>
  code === null ? label : `${code} ${label}`;

/** How many pairs the text prints both ways, and those whose figures are not opposite, the later county first. */
export type Mirrors = {readonly count: number; readonly unequal: readonly (readonly [number, number])[]};

/** Looks at all pairs. */
export function mirrorsIn({net, printed}: Pick<Matrix, 'net' | 'printed'>): Mirrors {
  const unequal: [number, number][] = [];
  let count = 0;
  for (let i = 0; i < net.length; i++) {
    const own = printed[i]!;
    for (let j = 0; j < i; j++) {
      if (!own[j] || !printed[j]![i]) continue;
      count++;
      if (net[i]![j]! + net[j]![i]! !== 0) unequal.push([i, j]);
    }
  }
  return {count, unequal};
}

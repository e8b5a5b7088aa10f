/** Random tables with regions, both as the tool reads them and as the second reading does. */
import fc from 'fast-check';
import {randomTable, type SourceTable} from './printed-table.ts';
import {UNITS, type World} from './second/reader.ts';

/**
 * Random tables, of counties and of other things: with many moves, or with few, so that noughts and equals are common;
 * and how large regions are.
 */
export const imaginedTables = fc.tuple(
  fc
    .tuple(
      randomTable(3),
      fc.integer({min: 3, max: 11}),
      fc.constantFrom(0, 2, 4, 10),
      fc.infiniteStream(fc.integer({min: -9, max: 9})),
      fc.constantFrom(...UNITS.map(({other}) => other)),
    )
    .map(([source, size, few, small, units]) => {
      const table = {...firstOf(source, size), units};
      return few === 0 ? table : withCells(table, () => small.next().value % few);
    }),
  fc.integer({min: 1, max: 5}),
);

/** The first counties of a table: short tables are read fast. */
const firstOf = (source: SourceTable, size: number): SourceTable => ({
  ...source,
  counties: source.counties.slice(0, size),
  net: source.net.slice(0, size).map(row => row.slice(0, size)),
});

/** The same counties with other cells below the diagonal. */
function withCells(source: SourceTable, cell: (a: number, b: number) => number): SourceTable {
  const net = source.net.map(row => row.map(() => 0));
  net.forEach((row, a) =>
    row.slice(0, a).forEach((_, b) => {
      row[b] = cell(a, b);
      net[b]![a] = 0 - row[b]!;
    }),
  );
  return {...source, net};
}

/** Regions of a few neighbouring counties each. */
export function regionsOf({counties}: SourceTable, size: number): World['regions'] {
  const starts = counties.map((_, at) => at).filter(at => at % size === 0);
  return starts.map((start, index) => ({
    key: `R${String.fromCharCode(65 + index)}`,
    name: `Land ${String.fromCharCode(65 + index)}`,
    members: counties.map((_, at) => at).slice(start, start + size),
  }));
}

/** The same as the tool's reader would give it. */
export const cardRegion =
  ({counties}: SourceTable) =>
  ({key, name, members}: World['regions'][number]) => ({
    key,
    names: {en: name},
    members: members.map(at => counties[at]!.code),
  });

export const worldOf = ({year, units, counties, net}: SourceTable, regions: World['regions']): World => ({
  year,
  unit: UNITS.find(({other}) => other === units)!,
  keys: counties.map(({code}) => code),
  counties: counties.map(({code, label}) => ({code, label, name: label})),
  net,
  totals: net.map(row => row.reduce((sum, value) => sum + value, 0)),
  mark: '-',
  regions,
  statements: [],
});

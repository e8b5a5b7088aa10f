/**
 * The named tables as plain rows with heads in words: for CSV files.
 */
import type {Table} from '../extract/table.ts';
import type {RankRow} from '../facts/ranking.ts';
import type {BarRow, CountyName, MatrixRow, NamedTables, PairRow} from '../facts/tables.ts';
import type {UnitKind} from '../labels.ts';
import type {Labels} from '../language.ts';
import {bySize, dataName} from './chart-data.ts';

type DataRow = readonly (string | number | null)[];

/** A county's net migration against each other, or the totals of all counties, largest gain first. */
export function flowRows(rows: readonly BarRow[], labels: Labels, unit: UnitKind): readonly DataRow[] {
  const named = namesOf(rows, labels, unit);
  return [
    [...named.heads, labels.columns['net']!],
    ...rows.map(({county, net}) => [...named.fields(county), net?.value ?? null]),
  ];
}

/** All partners of a county, the largest net gain first, equals in the order of the table. */
export const flowsIn = ({partners}: NamedTables) => partners.toSorted((a, b) => b.net.value - a.net.value);

/** The rows that a chart is drawn from, by the tables that its file names; null where it draws no figures. */
export function chartRows(
  drawn: readonly string[],
  {flows, totals, pairs, full}: NamedTables,
  labels: Labels,
  unit: UnitKind,
): readonly DataRow[] | null {
  switch (dataName(drawn)) {
    case 'flows':
      return flowRows(flows, labels, unit);
    case 'totals':
      return flowRows(totals, labels, unit);
    case 'pairs':
      return pairRows(pairs, labels, unit);
    case 'cells':
      return fullRows(full, labels, unit);
    case null:
      return null;
  }
}

/** The ranking, the largest net in-migration first. */
export function rankingRows(rows: readonly RankRow[], labels: Labels, unit: UnitKind): readonly DataRow[] {
  const {columns} = labels;
  const named = namesOf(rows, labels, unit);
  return [
    [columns['rank']!, ...named.heads, columns['total']!, columns['gains']!, columns['losses']!],
    ...rows.map(({county, rank, total, gains, losses}) => [
      rank.value,
      ...named.fields(county),
      ...[total, gains, losses].map(({value}) => value),
    ]),
  ];
}

/** Every net flow from the county that lost to the county that gained, the largest first. */
function pairRows(rows: readonly PairRow[], labels: Labels, unit: UnitKind): readonly DataRow[] {
  const {columns} = labels;
  const named = namesOf(
    rows.map(({from}) => ({county: from})),
    labels,
    unit,
  );
  const heads = (side: string) => (named.heads.length > 1 ? [`${side} (${named.heads[0]})`, side] : [side]);
  return [
    [...heads(columns['from']!), ...heads(columns['to']!), columns['net']!],
    ...bySize(rows).map(({from, to, net}) => [...named.fields(from), ...named.fields(to), net.value]),
  ];
}

/** The full table, signed both ways, with totals; nothing where a county meets itself. */
export function fullRows(rows: readonly MatrixRow[], labels: Labels, unit: UnitKind): readonly DataRow[] {
  const named = namesOf(rows, labels, unit);
  const columns = rows.map(({county: {code, label}}) => (code === null ? label : `${code} ${label}`));
  return [
    [...named.heads, labels.columns['total']!, ...columns],
    ...rows.map(({county, total, net}) => [
      ...named.fields(county),
      total.value,
      ...net.map(quantity => quantity?.value ?? null),
    ]),
  ];
}

/** The same straight from the cells: of a large table nothing else is made of all of them. */
export function wholeRows(
  {counties, matrix: {net, totals}, title}: Pick<Table, 'counties' | 'matrix' | 'title'>,
  labels: Labels,
): readonly DataRow[] {
  const named = namesOf(
    counties.map(county => ({county})),
    labels,
    title.unit,
  );
  const columns = counties.map(({code, label}) => (code === null ? label : `${code} ${label}`));
  return [
    [...named.heads, labels.columns['total']!, ...columns],
    ...counties.map((county, i) => [
      ...named.fields(county),
      totals[i]!,
      ...Array.from(net[i]!, (value, j) => (i === j ? null : value)),
    ]),
  ];
}

/** Number and name; the name alone where no county has a number. */
function namesOf(rows: readonly {readonly county: CountyName}[], {columns, units}: Labels, unit: UnitKind) {
  const hasCodes = rows.some(({county}) => county.code !== null);
  const head = units[unit]['head']!;
  return {
    heads: hasCodes ? [columns['code']!, head] : [head],
    fields: ({code, label}: CountyName): DataRow => (hasCodes ? [code, label] : [label]),
  };
}

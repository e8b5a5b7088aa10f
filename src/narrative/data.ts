/**
 * The named tables as plain rows with heads in words: for CSV files.
 */
import type {BarRow, CountyName, MatrixRow} from '../facts/tables.ts';
import type {UnitKind} from '../labels.ts';
import type {Labels} from '../language.ts';

type DataRow = readonly (string | number | null)[];

/** The county's net migration against each other county, largest gain first. */
export function flowRows(rows: readonly BarRow[], labels: Labels, unit: UnitKind): readonly DataRow[] {
  const named = namesOf(rows, labels, unit);
  return [
    [...named.heads, labels.columns['net']!],
    ...rows.map(({county, net}) => [...named.fields(county), net.value]),
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

/** Number and name; the name alone where no county has a number. */
function namesOf(rows: readonly {readonly county: CountyName}[], {columns, units}: Labels, unit: UnitKind) {
  const hasCodes = rows.some(({county}) => county.code !== null);
  const head = units[unit]['head']!;
  return {
    heads: hasCodes ? [columns['code']!, head] : [head],
    fields: ({code, label}: CountyName): DataRow => (hasCodes ? [code, label] : [label]),
  };
}

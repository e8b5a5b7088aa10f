/**
 * The named tables as plain rows with heads in words: for CSV files.
 */
import type {BarRow, CountyName, MatrixRow} from '../facts/tables.ts';
import type {UnitKind} from '../labels.ts';
import type {Labels} from '../language.ts';

type DataRow = readonly (string | number | null)[];

/** The county's net migration against each other county, largest gain first. */
export function flowRows(rows: readonly BarRow[], labels: Labels, unit: UnitKind): readonly DataRow[] {
  const {columns} = labels;
  const counties = rows.map(({county}) => county);
  return [
    [...nameHeads(counties, labels, unit), columns['net']!],
    ...rows.map(({county, net}) => [...names(county), net.value]),
  ];
}

/** The full table, signed both ways, with totals; nothing where a county meets itself. */
export function fullRows(rows: readonly MatrixRow[], labels: Labels, unit: UnitKind): readonly DataRow[] {
  const counties = rows.map(({county}) => county);
  const heads = counties.map(county => names(county).join(' '));
  return [
    [...nameHeads(counties, labels, unit), labels.columns['total']!, ...heads],
    ...rows.map(({county, total, net}) => [
      ...names(county),
      total.value,
      ...net.map(quantity => quantity?.value ?? null),
    ]),
  ];
}

/** Number and name; the name alone where the table has no numbers. */
const names = ({code, label}: CountyName) => (code === null ? [label] : [code, label]);

function nameHeads(
  counties: readonly CountyName[],
  {columns, units}: Labels,
  unit: UnitKind,
): readonly string[] {
  const head = units[unit]['head']!;
  return counties.some(({code}) => code !== null) ? [columns['code']!, head] : [head];
}

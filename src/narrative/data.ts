/**
 * The named tables as plain rows with heads in words: for CSV files.
 */
import type {BarRow, MatrixRow} from '../facts/tables.ts';
import type {Labels} from '../language.ts';

type DataRow = readonly (string | number | null)[];

/** The county's net migration against each other county, largest gain first. */
export function flowRows(rows: readonly BarRow[], {columns}: Labels): readonly DataRow[] {
  const head = [columns['code']!, columns['county']!, columns['net']!];
  return [head, ...rows.map(({county, net}) => [county.code, county.label, net.value])];
}

/** The full table, signed both ways, with totals; nothing where a county meets itself. */
export function fullRows(rows: readonly MatrixRow[], {columns}: Labels): readonly DataRow[] {
  const names = rows.map(({county}) => [county.code, county.label].filter(Boolean).join(' '));
  const head = [columns['code']!, columns['county']!, columns['total']!, ...names];
  return [
    head,
    ...rows.map(({county, total, net}) => [
      county.code,
      county.label,
      total.value,
      ...net.map(quantity => quantity?.value ?? null),
    ]),
  ];
}

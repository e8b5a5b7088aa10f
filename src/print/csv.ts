/**
 * Rows -> CSV as RFC 4180 has it: commas, CRLF, quotes where they are needed; UTF-8. Numbers are plain, with a
 * hyphen for minus and no thousands separator, for programs to read.
 */

/** One row: texts and numbers; null is an empty field. */
export type CsvRow = readonly (string | number | null)[];

/** Prints rows, the head first. */
export function printCsv(rows: readonly CsvRow[]): string {
  return rows.map(row => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

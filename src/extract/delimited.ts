/**
 * CSV and TSV -> lines with fields, each with where it stands.
 */
import {CsvError, parse} from 'csv-parse/sync';
import type {Issue} from '../issues.ts';
import {openQuote} from './complaints.ts';
import {type Field, fieldLine, type Line} from './lines.ts';

/** What parts the fields of a file, by the name of its form. */
export const DELIMITERS = {comma: ',', semicolon: ';', tab: '\t'} as const;

type Delimiter = keyof typeof DELIMITERS;

type Row = {readonly record: readonly string[]; readonly raw: string};

/** Reads delimited lines. A quote that is never closed is an issue. */
export function delimitedLines(
  file: string,
  lines: readonly string[],
  delimiter: Delimiter,
): {lines: readonly Line[]; issues: readonly Issue[]} {
  try {
    // `raw` gives what was read of each record: from it comes where each field stands.
    const rows = parse(`${lines.join('\n')}\n`, {
      delimiter: DELIMITERS[delimiter],
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      raw: true,
    }) as unknown as readonly Row[];
    let line = 1;
    const read = rows.flatMap(row => {
      const found = fieldLine(fieldsOf(row, line));
      line += row.raw.split('\n').length - 1;
      return found ?? [];
    });
    return {lines: read, issues: []};
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {lines: [], issues: [openQuote({file, ...lastQuote(lines)})]};
  }
}

/** Where the quote stands that was never closed: quotes open and close in turn. */
function lastQuote(lines: readonly string[]): {line: number; column: number} {
  const places = lines.flatMap((text, at) =>
    [...text.matchAll(/"/g)].map(({index}) => ({line: at + 1, column: index + 1})),
  );
  return places.at(places.length % 2 ? -1 : 0) ?? {line: 1, column: 1};
}

/** The fields of a record with their places; quotes do not belong to a field, and doubled ones count twice. */
function fieldsOf({record, raw}: Row, firstLine: number): readonly Field[] {
  let at = 0;
  return record.map(text => {
    const isQuoted = raw[at] === '"' && !text.startsWith('"');
    const before = raw.slice(0, at + (isQuoted ? 1 : 0)).split('\n');
    const field = {text, line: firstLine + before.length - 1, column: before.at(-1)!.length + 1};
    const quotes = isQuoted ? 2 + text.split('"').length - 1 : 0;
    at += text.length + quotes + 1;
    return field;
  });
}

/**
 * Lines as the reader takes them, from whatever form the text has: running text, pipes, CSV, TSV or HTML.
 */
import {type Place, type Token, tokens, fieldTokens} from './cells.ts';

/**
 * A line, or a row of a delimited table. In a delimited line every token knows its field, and empty fields are
 * blanks, so that a cell's column is known; in running text blanks are only where padding was copied along.
 */
export type Line = {
  /** As it reads, for titles and notes. */
  readonly text: string;
  readonly place: Place;
  readonly tokens: readonly Token[];
  readonly isDelimited: boolean;
  /** Where its pieces begin in `text`, and where in the file: fields are joined by a space. */
  readonly starts: readonly {readonly at: number; readonly line: number; readonly column: number}[];
};

/** The words of the form, for people. */
export type FormName = 'text' | 'pipes' | 'comma' | 'semicolon' | 'tab' | 'html';

/** A field of a delimited line, and where it begins. */
export type Field = {readonly text: string; readonly line: number; readonly column: number};

/** A line of running text; null where there is nothing on it. */
export function textLine(text: string, line: number): Line | null {
  const found = tokens(text, line);
  const first = found.find(({kind}) => kind !== 'blank') ?? found[0];
  if (!first) return null;
  const place = {...first.place, text: text.trim()};
  const column = text.length - text.trimStart().length + 1;
  return {text: place.text, place, tokens: found, isDelimited: false, starts: [{at: 0, line, column}]};
}

/** A delimited line; null where all fields are empty. A line of one field is running text. */
export function fieldLine(fields: readonly Field[]): Line | null {
  const filled = fields.filter(({text}) => text.trim() !== '');
  const [first] = filled;
  if (!first) return null;
  const text = filled.map(field => field.text.trim()).join(' ');
  const place = {line: first.line, column: first.column, text};
  let at = 0;
  const starts = filled.map(({text: own, line, column}) => {
    const start = {at, line, column: column + own.length - own.trimStart().length};
    at += own.trim().length + 1;
    return start;
  });
  if (fields.length === 1)
    return {
      text,
      place,
      tokens: tokens(first.text, first.line).map(moved(first)),
      isDelimited: false,
      starts,
    };
  return {
    text,
    place,
    tokens: fields.flatMap((each, field) =>
      fieldTokens(each.text, {line: each.line, column: each.column, field}),
    ),
    isDelimited: true,
    starts,
  };
}

/** The same token where its field begins. */
const moved =
  ({column}: Field) =>
  (token: Token): Token => ({...token, place: {...token.place, column: token.place.column + column - 1}});

/** Lines of running text. */
export function textLines(lines: readonly string[]): readonly Line[] {
  return lines.flatMap((text, index) => textLine(text, index + 1) ?? []);
}

/**
 * Lines with pipes between fields, as Markdown has them; those without are running text. The line under a head
 * (`|---|---|`) says nothing. `\|` is a pipe that is meant.
 */
export function pipeLines(lines: readonly string[]): readonly Line[] {
  return lines.flatMap((text, index) => {
    if (/^[\s|:-]*$/.test(text)) return [];
    const fields = splitAt(text, /(?<!\\)\|/g, index + 1);
    if (fields.length < 2) return textLine(text, index + 1) ?? [];
    // What stands before the first pipe and after the last is outside the table.
    const start = fields[0]!.text.trim() === '' ? 1 : 0;
    const end = fields.at(-1)!.text.trim() === '' ? -1 : undefined;
    return fieldLine(fields.slice(start, end)) ?? [];
  });
}

function splitAt(text: string, separator: RegExp, line: number): readonly Field[] {
  const ends = [...text.matchAll(separator)].map(({index}) => index);
  return [-1, ...ends].map((start, at) => ({
    // Bold type and escapes are no part of a field.
    text: text.slice(start + 1, ends[at]).replace(/\*\*|__|\\(?=[-|*_.])/g, ''),
    line,
    column: start + 2,
  }));
}

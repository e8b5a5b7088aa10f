/**
 * Text -> lines: finds out which form the text has, and reads it in that form.
 */
import type {Issue} from '../issues.ts';
import {fieldTokens, type Token} from './cells.ts';
import {tooMany, tooLongLine} from './complaints.ts';
import {DELIMITERS, delimitedLines} from './delimited.ts';
import {htmlLines} from './html.ts';
import {type FormName, type Line, pipeLines, textLines} from './lines.ts';
import type {Source} from './source.ts';

export type Form = {
  readonly name: FormName;
  readonly lines: readonly Line[];
  readonly issues: readonly Issue[];
};

/** The longest line of a table of five hundred counties, generously. */
const LONGEST = 50_000;

/** Five hundred counties against each other, and some words. */
const MOST = 300_000;

/** Reads the lines of a text in the form that it has. What no table can be is an issue. */
export function readForm({file, lines: printed}: Source): Form {
  const lines = withoutQuoting(printed);
  const form = formOf(lines);
  const long = form === 'html' ? -1 : lines.findIndex(({length}) => length > LONGEST);
  if (long >= 0) {
    const where = {file, line: long + 1, column: LONGEST};
    return {name: form, lines: [], issues: [tooLongLine(where, lines[long]!.length, LONGEST)]};
  }
  const pieces = lines.reduce((sum, line) => sum + (line.match(/\S(?=\s|$)|[,;|<]/g)?.length ?? 0), 0);
  if (pieces > MOST) return {name: form, lines: [], issues: [tooMany(file, pieces, MOST)]};
  if (form === 'html') return {name: form, ...htmlLines(file, lines)};
  if (form === 'pipes') return {name: form, lines: pipeLines(lines), issues: []};
  if (form === 'text') return {name: form, lines: textLines(lines), issues: []};
  return {name: form, ...delimitedLines(file, lines, form)};
}

/** Lines as a letter quotes them, without the `>` in front; spaces in its place keep the columns. */
function withoutQuoting(lines: readonly string[]): readonly string[] {
  const written = lines.filter(line => line.trim() !== '');
  const quoted = written.filter(line => QUOTED.test(line)).length;
  if (quoted < 3 || quoted * 10 < written.length * 9) return lines;
  return lines.map(line => line.replace(QUOTED, mark => ' '.repeat(mark.length)));
}

const QUOTED = /^(?:>+ ?)+/;

function formOf(lines: readonly string[]): FormName {
  if (lines.some(line => /<(?:table|tr|td)\b/i.test(line))) return 'html';
  if (lines.filter(line => /\|.*\|/.test(line)).length >= 2) return 'pipes';
  const [best] = (Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[])
    .map(name => ({name, rows: lines.filter(line => isDelimitedRow(line, DELIMITERS[name])).length}))
    .toSorted((a, b) => b.rows - a.rows);
  return best && best.rows >= 2 ? best.name : 'text';
}

/**
 * A row with a name in its first field, or a number there and the name in the second, and nothing but a figure, a
 * mark or nothing in each of the others. In running text with commas for thousands, two figures stand between commas.
 */
function isDelimitedRow(line: string, delimiter: string): boolean {
  if (!line.includes(delimiter)) return false;
  const pieces = [...line.matchAll(FIELDS[delimiter]!)].map(([, text]) => text!.replace(/^"|"$/g, ''));
  if (pieces.length < 3) return false;
  const fields = pieces.map(text => fieldTokens(text, {line: 1, column: 1, field: 0}));
  const isCell = (found: readonly Token[]) => found.length === 1 && found[0]!.kind !== 'word';
  const name = isCell(fields[0]!) ? 1 : 0;
  return (
    fields[name]!.at(-1)!.kind === 'word' &&
    fields.slice(name + 1).every(isCell) &&
    /\d/.test(pieces.slice(name + 1).join(''))
  );
}

/** A field, quoted or not, after a delimiter or at the start. */
const FIELDS: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.values(DELIMITERS).map(sign => [sign, new RegExp(`(?:^|${sign})("(?:[^"]|"")*"|[^${sign}]*)`, 'g')]),
);

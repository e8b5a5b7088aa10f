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

/** The longest line of a table of three hundred counties, generously. */
const LONGEST = 20_000;

/** Three hundred counties against each other, and some words. */
const MOST = 120_000;

/** Reads the lines of a text in the form that it has. What no table can be is an issue, before much is done with it. */
export function readForm({file, lines: printed}: Source): Form {
  const isPage = printed.some(line => /<(?:table|tr|td)\b/i.test(line));
  const long = isPage ? -1 : printed.findIndex(({length}) => length > LONGEST);
  if (long >= 0) {
    const where = {file, line: long + 1, column: LONGEST};
    return {name: 'text', lines: [], issues: [tooLongLine(where, printed[long]!.length, LONGEST)]};
  }
  const pieces = printed.reduce((sum, line) => sum + piecesIn(line), 0);
  if (pieces > MOST) return {name: 'text', lines: [], issues: [tooMany(file, pieces, MOST)]};
  const lines = withoutQuoting(printed);
  const name = isPage ? 'html' : formOf(lines);
  if (name === 'html') return {name, ...htmlLines(file, lines)};
  if (name === 'pipes') return {name, lines: pipeLines(lines), issues: []};
  if (name === 'text') return {name, lines: textLines(lines), issues: []};
  return {name, ...delimitedLines(file, lines, name)};
}

/** About how many words and cells a line has: ends of words, delimiters and tags. */
function piecesIn(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    const isSpace = unit === 32 || unit === 9 || unit === 160;
    if (isSpace ? at > 0 && line.charCodeAt(at - 1) > 32 : DELIMITING.includes(line[at]!)) count++;
  }
  return count + 1;
}

const DELIMITING = ',;|<';

/** Lines as a letter quotes them, without the `>` in front; spaces in its place keep the columns. */
function withoutQuoting(lines: readonly string[]): readonly string[] {
  const written = lines.filter(line => line.trim() !== '');
  const quoted = written.filter(line => QUOTED.test(line)).length;
  if (quoted < 3 || quoted * 10 < written.length * 9) return lines;
  return lines.map(line => line.replace(QUOTED, mark => ' '.repeat(mark.length)));
}

const QUOTED = /^(?:>+ ?)+/;

function formOf(lines: readonly string[]): FormName {
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
  const pieces = [...`${delimiter}${line}`.matchAll(FIELDS[delimiter]!)].map(([, text]) =>
    text!.replace(/^"|"$/g, ''),
  );
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

/** A field, quoted or not, after a delimiter. */
const FIELDS: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.values(DELIMITERS).map(sign => [sign, new RegExp(`${sign}("(?:[^"]|"")*"|[^${sign}]*)`, 'g')]),
);

/**
 * Where something stands in a template. Markdoc tells the lines of a node but no column, so the token is
 * looked for inside those lines, from where the last one ended: "to" also stands in "total".
 */
import {placeAt, type Where} from '../issues.ts';

/** Finds a token within lines `[from, to)`, counted from 0; an empty token is the start of the lines. */
export type Locate = (token: string, lines: readonly number[]) => Where;

/** A locator over one file. Asked in reading order, it finds each occurrence in turn. */
export function locator(file: string, source: string): Locate {
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({index}) => index + 1)];
  const reached = {end: 0};
  return (token, lines) => {
    const from = lines[0] ?? 0;
    const to = lines.at(-1) ?? from + 1;
    const line = {file, line: from + 1, column: 1};
    if (token === '') return line;
    const start = starts[from] ?? 0;
    const range = source.slice(start, starts[to] ?? source.length);
    const found = find(range, token, Math.min(Math.max(0, reached.end - start), range.length));
    if (!found) return line;
    reached.end = start + found.end;
    const place = placeAt(range, found.at);
    return {file, line: from + place.line, column: place.column};
  };
}

/**
 * Markdown may have changed the token (an entity, a folded space): then its first word has to do. What was not
 * asked for in reading order stands before.
 */
function find(range: string, token: string, since: number): {at: number; end: number} | null {
  for (const each of [token, token.split(/\s/)[0]!]) {
    const after = range.indexOf(each, since);
    const at = after < 0 ? range.indexOf(each) : after;
    if (at >= 0) return {at, end: endOf(range, at, each.length)};
  }
  return null;
}

/** Where the text goes on: behind the token, or behind the tag that it stands in. */
function endOf(range: string, at: number, length: number): number {
  const isInTag = range.lastIndexOf('{%', at) > range.lastIndexOf('%}', at);
  const close = isInTag ? range.indexOf('%}', at) : -1;
  return close < 0 ? at + length : close + 2;
}

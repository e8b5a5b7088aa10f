/**
 * Where something stands in a template. Markdoc tells the lines of a node but no column, so the token is
 * looked for inside those lines; one that comes again is its next occurrence.
 */
import {placeAt, type Where} from '../issues.ts';

/** Finds a token within lines `[from, to)`, counted from 0; an empty token is the start of the lines. */
export type Locate = (token: string, lines: readonly number[]) => Where;

/** A locator over one file. Asked in reading order, it finds each occurrence in turn. */
export function locator(file: string, source: string): Locate {
  const text = source.split('\n');
  const reached = new Map<string, number>();
  return (token, lines) => {
    const from = lines[0] ?? 0;
    const to = lines.at(-1) ?? from + 1;
    const start = {file, line: from + 1, column: 1};
    if (token === '') return start;
    const key = `${from} ${to} ${token}`;
    const range = text.slice(from, to).join('\n');
    const since = reached.get(key) ?? 0;
    // Markdown may have changed the token (an entity, a folded space): then its first word has to do.
    const found = [token, token.split(/\s/)[0]!].map(each => range.indexOf(each, since)).find(at => at >= 0);
    if (found === undefined) return start;
    reached.set(key, found + 1);
    const {line, column} = placeAt(range, found);
    return {file, line: from + line, column};
  };
}

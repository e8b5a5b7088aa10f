/** The labels of charts and tables. */
import {fill, type Labels} from '../language.ts';
import {flat} from './check.ts';
import type {Part} from './template.ts';

/** "Figure 1", "Table 1" by name, in order of appearance. */
export function numbered(
  parts: readonly Part[],
  {figure, table}: Pick<Labels, 'figure' | 'table'>,
): ReadonlyMap<string, string> {
  const of = (kind: 'chart' | 'table', pattern: string) =>
    flat(parts)
      .filter(part => part.kind === kind)
      .map((part, index) => [nameOf(part), fill(pattern, {number: String(index + 1)})] as const);
  return new Map([...of('chart', figure), ...of('table', table)]);
}

const nameOf = (part: Part) => ('name' in part ? part.name : '');

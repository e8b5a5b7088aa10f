/**
 * The parts of a template that a table has use for: `{% large %}` says what stands in the place of the part before it where
 * the table is too large for that.
 */
import type {Part} from './template.ts';

/** The parts for large tables, or for others. */
export const partsFor = (parts: readonly Part[], isLarge: boolean): readonly Part[] =>
  isLarge ? forLarge(parts) : forOthers(parts, 0);

const forLarge = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part, at) => {
    if (part.kind === 'large') return part.parts;
    return parts[at + 1]?.kind === 'large' ? [] : [part];
  });

/** Where a heading stands is part of its address in pages: what is left out before it does not count. */
function forOthers([part, ...rest]: readonly Part[], left: number): readonly Part[] {
  if (!part) return [];
  if (part.kind === 'large') return forOthers(rest, left + part.lines);
  return [moved(part, left), ...forOthers(rest, left)];
}

function moved(part: Part, lines: number): Part {
  if (part.kind === 'landscape') return {...part, parts: part.parts.map(each => moved(each, lines))};
  if (part.kind !== 'heading') return part;
  return {...part, where: {...part.where, line: part.where.line - lines}};
}

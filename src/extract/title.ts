/**
 * The line above the table: its name and the year of its figures.
 */
import type {Place} from './cells.ts';
import type {Remark} from './lines.ts';

export type Title = {
  /** "Net migration between counties", without the signs of its notes. */
  readonly name: string;
  readonly year: number;
  readonly place: Place;
};

/** `[number] name [.,:] year`, as in "6 Net migration1 between counties. 2007". */
const TITLE = /^(?:\d+\s+)?(\D.*?)[.,:]?\s*((?:1[89]|20)\d\d)\.?$/;

/** The last line above the table that ends in a year; null where there is none. */
export function title(above: readonly Remark[]): Title | null {
  const found = above
    .map(remark => ({remark, parts: TITLE.exec(remark.text)}))
    .findLast(({parts}) => parts !== null);
  if (!found?.parts) return null;
  const [, name, year] = found.parts;
  return {
    name: withoutNoteSigns(name!),
    year: Number(year),
    place: found.remark.place,
  };
}

/** A digit that is glued to a word is the sign of a note: "migration1". */
const withoutNoteSigns = (name: string) => name.replace(/(\p{L})\d(?!\d)/gu, '$1');

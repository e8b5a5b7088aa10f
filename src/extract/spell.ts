/**
 * Figures in messages, spelled as the table spells them, so that a person finds them there.
 */
import {figure} from './cells.ts';
import type {Matrix} from './matrix.ts';

export type Spell = (value: number) => string;

/** -1 where a figure was turned because the table prints losses with a plus, else 1. */
export const turnOf = (text: string, value: number): 1 | -1 =>
  value !== 0 && figure(text) === 0 - value ? -1 : 1;

/** The spelling of a table: its sign between thousands and its minus, as far as it has any. */
export function spellingOf({places, totalPlaces}: Pick<Matrix, 'places' | 'totalPlaces'>): Spell {
  const texts = [...totalPlaces.flatMap(place => place?.text ?? []), ...places.flat().map(({text}) => text)];
  const first = (pattern: RegExp) =>
    texts.map(text => pattern.exec(text)?.[0]).find(found => found !== undefined);
  const thousands = first(/(?<=\d)\D(?=\d{3}(?!\d))/) ?? '';
  const minus = first(/^[^\d+](?=\s?\d)/) ?? '-';
  return value => {
    const digits = String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, thousands);
    return value < 0 ? minus + digits : digits;
  };
}

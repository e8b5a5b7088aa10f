/**
 * Figures in messages, spelled as the table spells them, so that a person finds them there.
 */
import {figure, type Place} from './cells.ts';
import type {Matrix} from './matrix.ts';

export type Spell = (value: number) => string;

/** -1 where a figure was turned because the table prints losses with a plus, else 1. */
export const turnOf = (text: string, value: number): 1 | -1 =>
  value !== 0 && figure(text) === 0 - value ? -1 : 1;

/** The spelling of a table: its sign between thousands and its minus, as far as it has any. */
export function spellingOf({places, totalPlaces}: Pick<Matrix, 'places' | 'totalPlaces'>): Spell {
  const first = (pattern: RegExp): string | undefined => {
    const found = (place: Place | null) => pattern.exec(place?.text ?? '')?.[0];
    for (const row of [totalPlaces, ...places])
      for (let at = 0; at < row.length; at++) {
        const sign = found(row[at]!);
        if (sign !== undefined) return sign;
      }
    return undefined;
  };
  // Looked for when there is something to spell, which a table that is right has not.
  let signs: {readonly thousands: string; readonly minus: string} | null = null;
  return value => {
    signs ??= {
      thousands: first(/(?<=\d)\D(?=\d{3}(?!\d))/) ?? '',
      minus: first(/^[^\d+](?=\s?\d)/) ?? '-',
    };
    const {thousands, minus} = signs;
    const digits = String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, thousands);
    return value < 0 ? minus + digits : digits;
  };
}

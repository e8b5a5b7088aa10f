/**
 * Heads that spell a county's name a little differently from its row: taken for it, with a warning.
 */
import type {Issue} from '../issues.ts';
import {whereOf} from './cells.ts';
import {otherSpelling} from './complaints.ts';
import type {Head} from './heads.ts';
import {keyOf, likeness} from './names.ts';
import {isLonger, type Unit} from './units.ts';

/** Finds, for each county that no head names, words among the heads that are nearly its name. */
export function respelled(
  file: string,
  heads: readonly (readonly Head[])[],
  units: readonly Unit[],
): {heads: readonly (readonly Head[])[]; issues: readonly Issue[]} {
  const named = new Set(heads.flat().flatMap(head => (head.kind === 'unit' ? [head.unit] : [])));
  const missing = new Set(units.map((_, at) => at).filter(at => !named.has(at)));
  const issues: Issue[] = [];
  const read = heads.map(list => {
    const found: Head[] = [];
    for (let at = 0; at < list.length; ) {
      const match = nearly(list, at, units, missing);
      if (match) {
        const {place} = list[at]!;
        missing.delete(match.unit);
        issues.push(otherSpelling(whereOf(file, place), match.text, units[match.unit]!.label));
        found.push({kind: 'unit', unit: match.unit, place, code: null, words: []});
      } else found.push(list[at]!);
      at += match?.size ?? 1;
    }
    return found;
  });
  return {heads: read, issues};
}

/** Up to six words that are nearly the name of one missing county, and of no other. */
function nearly(list: readonly Head[], at: number, units: readonly Unit[], missing: ReadonlySet<number>) {
  const stop = list.findIndex((head, index) => index >= at && head.kind !== 'word');
  const run = list.slice(at, Math.min(stop < 0 ? list.length : stop, at + 6));
  for (let size = run.length; size > 0; size--) {
    const text = run
      .slice(0, size)
      .map(({place}) => place.text)
      .join(' ');
    const key = keyOf(text);
    const alike = [...missing].filter(
      unit => likeness(units[unit]!.key, key) !== null || (key.length > 3 && isLonger(units[unit]!.key, key)),
    );
    if (alike.length === 1) return {size, unit: alike[0]!, text};
  }
  return null;
}

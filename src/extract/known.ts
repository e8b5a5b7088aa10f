/**
 * Which names a text knows: what stands in more than one place may be a county's name, for rows and columns are the
 * same counties.
 */
import type {Token} from './cells.ts';
import {columnwise} from './columns.ts';
import type {Groups} from './grouping.ts';
import type {Line} from './lines.ts';
import {isCode, isNameWord, keyOf} from './names.ts';

/** Runs of words in the lines that are left between rows. */
export function runsBetween(gaps: readonly (readonly Line[])[]): KnownNames {
  const names = new Map<string, number>();
  for (const gap of gaps) {
    addRuns(
      names,
      gap.flatMap(({tokens}) => tokens),
    );
    addRuns(names, columnwise(gap));
  }
  return names;
}

/** How often each name, or run of words that may be one, stands in the text. */
export type KnownNames = ReadonlyMap<string, number>;

/** All runs of words between the rows, and the labels that rows have on their lines. */
export function knownNames({groups, gaps}: Groups): KnownNames {
  const names = new Map<string, number>();
  for (const gap of gaps)
    addRuns(
      names,
      gap.flatMap(({line}) => line.tokens),
    );
  // Column by column there are other runs, and none that is new in being read again.
  const others = new Map<string, number>();
  for (const gap of gaps) addRuns(others, columnwise(gap.map(({line}) => line)));
  for (const [key, count] of others) if (!names.has(key)) names.set(key, count);
  const own = groups.map(({label}) => labelKey(label)).filter(Boolean);
  for (const [key, count] of countOf(own)) {
    // A name is known from somewhere else than its one row.
    if (count > 1 || names.has(key)) names.set(key, (names.get(key) ?? 0) + count);
  }
  return names;
}

/** What stands on the line of the figures, else on the line above. */
export const endsOf = ({groups, gaps}: Groups): ReadonlySet<string> =>
  new Set(
    groups
      .map(({label}, at) => labelKey(label.length ? label : (gaps[at]!.at(-1)?.label ?? [])))
      .filter(Boolean),
  );

/** The key of a label's words, without its number. */
export const labelKey = (label: readonly Token[]) =>
  keyOf(
    wordsOf(label)
      .map(({place}) => place.text)
      .join(' '),
  );

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Counts every run of up to eight words: no name is longer. */
function addRuns(names: Map<string, number>, found: readonly Token[]): void {
  const parts = found
    .slice(0, 50_000)
    .map(token => (isNameWord(token) ? keyOf(token.place.text) : isNoteSign(token) ? '' : null));
  for (let start = 0; start < parts.length; start++) {
    let key = '';
    for (let at = start; at < Math.min(start + 8, parts.length) && parts[at] !== null; at++) {
      key += parts[at]!;
      if (parts[at] !== '') names.set(key, (names.get(key) ?? 0) + 1);
    }
  }
}

const isNoteSign = ({kind, place}: Token) => kind === 'mark' || /^\d\)$/.test(place.text);

/** A label without its number. */
export const wordsOf = (label: readonly Token[]) => label.filter(token => !isCode(token));

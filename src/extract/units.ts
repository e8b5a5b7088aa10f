/**
 * Rows -> units: the counties (or regions, municipalities) that a table is about, and which row is whose.
 */
import type {Issue} from '../issues.ts';
import {whereOf, type Place} from './cells.ts';
import {equalNames, otherSpelling} from './complaints.ts';
import {isAbroad, isTotalWord, joined, keyOf, likeness} from './names.ts';
import {type Row, rowKey} from './rows.ts';

/** A county as the table prints it. */
export type Unit = {
  /** Null where the table has no numbers. */
  readonly code: string | null;
  /** The whole printed name, a Sami one included: "Troms Romsa". */
  readonly label: string;
  readonly key: string;
  readonly place: Place;
  /** Whether the label was found on one line, and so is spelled as it is meant. */
  readonly isWhole: boolean;
};

/** Whose row it is: a county's by index, that of the totals, or of moves from and to other countries. */
export type Owner = number | 'total' | 'abroad';

export type Owned = {readonly row: Row; readonly owner: Owner};

/** A unit while rows are being read; a name that stands on one line is spelled as it is meant. */
type Draft = {
  code: string | null;
  label: string;
  key: string;
  place: Place;
  isWhole: boolean;
  /** In which run of rows it came last. */
  run: number;
};

/**
 * Finds the units of the rows, in the order in which they first come. Two spellings of one name are one unit, with
 * a warning; a name that two numbers have is an error.
 * @param named keys of what stands between the rows
 * @param starts the indices of rows that other lines stand before: a block may begin there
 */
export function unitsOf(
  file: string,
  rows: readonly Row[],
  starts: ReadonlySet<number>,
  named: ReadonlySet<string>,
): {units: readonly Unit[]; owned: readonly Owned[]; issues: readonly Issue[]} {
  const drafts: Draft[] = [];
  const issues: Issue[] = [];
  let run = 0;
  const owned = rows.map((row, at): Owned => {
    if (starts.has(at)) run++;
    const key = rowKey(row);
    if (isTotalWord(key)) return {row, owner: 'total'};
    if (isAbroad(key)) return {row, owner: 'abroad'};
    const exact = drafts.findIndex(draft => draft.key === key);
    // A name that the heads have as well is no misspelling of another.
    const isStrange = exact < 0 && !named.has(key);
    const owner = isStrange
      ? drafts.findIndex(draft => draft.run < run && isSimilar(draft, row, key))
      : exact;
    const draft = drafts[owner];
    if (!draft) return {row, owner: drafts.push(newDraft(row, key, run)) - 1};
    issues.push(...differences(file, draft, row, run));
    draft.run = run;
    improve(draft, row);
    return {row, owner};
  });
  return {
    units: drafts.map(({code, label, key, place, isWhole}) => ({code, label, key, place, isWhole})),
    owned,
    issues,
  };
}

const newDraft = (row: Row, key: string, run: number): Draft => ({
  code: row.code?.place.text ?? null,
  label: joined(row.words),
  key,
  place: placeOf(row),
  isWhole: isOnOneLine(row),
  run,
});

/** Where a row's label begins. */
export const placeOf = ({code, words, cells}: Row): Place => (code ?? words[0] ?? cells[0])!.place;

/** Whether all words of a name stand on one line of the text. */
export const isOnOneLine = ({words}: Pick<Row, 'words'>) =>
  new Set(words.map(({place}) => place.line)).size <= 1;

/** The same number, or none, and a name that is nearly this one. */
function isSimilar({key: own, code: ownCode}: Draft, {code}: Row, key: string): boolean {
  const isSame = code === null || ownCode === null || ownCode === code.place.text;
  return isSame && (likeness(own, key) !== null || isLonger(own, key));
}

/** "Troms" and "Troms Romsa": one is the beginning of the other. */
export const isLonger = (a: string, b: string) => a !== b && (a.startsWith(b) || b.startsWith(a));

/** A name that two numbers have in one run of rows is two counties'; another spelling is told. */
function differences(file: string, draft: Draft, row: Row, run: number): readonly Issue[] {
  const where = whereOf(file, placeOf(row));
  const code = row.code?.place.text ?? null;
  const label = joined(row.words);
  if (draft.run === run && code !== null && draft.code !== null && code !== draft.code)
    return [equalNames(where, `${code} ${label}`, `${draft.code} ${draft.label}`)];
  return rowKey(row) === draft.key ? [] : [otherSpelling(where, label, draft.label)];
}

function improve(draft: Draft, row: Row): void {
  if (draft.isWhole || !isOnOneLine(row) || rowKey(row) !== draft.key) return;
  draft.label = joined(row.words);
  draft.isWhole = true;
}

/** What names are looked up in. */
export type Names = {
  readonly units: readonly Unit[];
  readonly byKey: ReadonlyMap<string, number>;
  readonly byCode: ReadonlyMap<string, number>;
  /** The words that names are made of. */
  readonly parts: ReadonlySet<string>;
};

/** What the heads of a table may name, from its rows. */
export function namesOf(units: readonly Unit[]): Names {
  const words = units.flatMap(({label}) => label.split(/[\s/-]+/).map(keyOf));
  return {
    units,
    byKey: new Map(units.map(({key}, at) => [key, at])),
    byCode: new Map(units.flatMap(({code}, at) => (code === null ? [] : [[code, at] as const]))),
    parts: new Set(words),
  };
}

/** What every report of a table on one kind of subject must have in one language, worked out once for all of them. */
import type {Subject} from '../facts/catalogue-entry.ts';
import type {Lore, Me} from './lore.ts';
import {type Expected, outlineOf, referencesOf} from './outline.ts';
import type {ReadSlot} from './phrase.ts';
import {slotReader} from './slots.ts';
import {wantedTables, type WantedRow} from './tables.ts';
import {type Due, wordings} from './told.ts';

export type Yardstick = {
  /** What these reports are about. */
  readonly subject: Subject;
  readonly lore: Lore;
  readonly outline: readonly Expected[];
  readonly read: ReadSlot;
  /** Whether reports have the full table, which numbers lead to and where Sami names stand. */
  readonly hasFullTable: boolean;
  /** By fact, the first of all with the same wording. */
  readonly wordings: ReadonlyMap<string, string>;
  /** The facts that the report on a county, or on the country, must tell. */
  readonly due: (me: Me) => readonly Due[];
  /** By name, the heads and rows of the tables. */
  readonly tables: ReadonlyMap<string, readonly WantedRow[]>;
  /** What was found right before and comes again in each page of a run: the choices of live charts, as JSON. */
  readonly known: Set<string>;
};

export function yardstickOf(subject: Subject, lore: Lore, due: Yardstick['due']): Yardstick {
  const {parts, labels} = lore.tongue;
  const outline = outlineOf(parts, labels, lore.table.proof.checks.length > 0);
  return {
    subject,
    lore,
    outline,
    hasFullTable: outline.some(expected => expected.kind === 'table' && expected.name === 'full'),
    read: slotReader({lore, references: referencesOf(parts, labels.inText)}),
    wordings: wordings(outline),
    due,
    tables: wantedTables(lore),
    known: new Set(),
  };
}

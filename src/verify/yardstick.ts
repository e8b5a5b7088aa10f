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
  /** Whether they have instead that of the county's partners. */
  readonly hasPartners: boolean;
  /** By fact, the first of all with the same wording. */
  readonly wordings: ReadonlyMap<string, string>;
  /** The facts that the report on a county, or on the country, must tell. */
  readonly due: (me: Me) => readonly Due[];
  /** From the name of a county's folder to its place. */
  readonly fileNames: ReadonlyMap<string, number>;
  /** By name, the heads and rows of the tables in the report on a county. */
  readonly tables: (me: Me) => ReadonlyMap<string, readonly WantedRow[]>;
  /** What was found right before and comes again in each page of a run: the choices of live charts, as JSON. */
  readonly known: Set<string>;
};

export function yardstickOf(
  subject: Subject,
  lore: Lore,
  due: Yardstick['due'],
  fileNames: Yardstick['fileNames'],
): Yardstick {
  const {parts, labels} = lore.tongue;
  const outline = outlineOf(parts, labels, lore.table.proof.checks.length > 0);
  const has = (name: string) => outline.some(expected => expected.kind === 'table' && expected.name === name);
  const shared = lore.scale ? null : wantedTables(lore, 0);
  return {
    subject,
    lore,
    outline,
    hasFullTable: has('full'),
    hasPartners: has('partners'),
    read: slotReader({lore, references: referencesOf(parts, labels.inText)}),
    wordings: wordings(outline),
    due,
    fileNames,
    tables: county => shared ?? wantedTables(lore, county),
    known: new Set(),
  };
}

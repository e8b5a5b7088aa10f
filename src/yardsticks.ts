/**
 * What finished files are held against, worked out once for all of them: the table, what facts mean, the template of each
 * language, and which facts a report must tell.
 */
import type {Table} from './extract/table.ts';
import {CATALOGUE, type FactId, type Slot} from './facts/catalogue.ts';
import type {Subject} from './facts/catalogue-entry.ts';
import {fileNames} from './facts/county.ts';
import {meaningOf} from './facts/meanings.ts';
import {scaleOf} from './facts/scale.ts';
import {FIGURES, tell, type ToldFact} from './facts/tell.ts';
import type {Writer} from './open.ts';
import {partsOf} from './report.ts';
import type {Me, Meanings} from './verify/lore.ts';
import type {Due} from './verify/told.ts';
import {worldOf} from './verify/world.ts';
import {type Yardstick, yardstickOf} from './verify/yardstick.ts';

/** By language, what the reports on counties must have, and what the overview must: worked out once for all files. */
export type Yardsticks = ReadonlyMap<string, OfLanguage>;

/** `overview` is null where the table is too large for one. */
export type OfLanguage = Yardstick & {readonly overview: Yardstick | null};

/** @param writers of the languages that files may be in */
export function yardsticksFor(table: Table, writers: readonly Writer[]): Yardsticks {
  const due = factsToTell(table);
  return new Map(
    writers.map(writer => {
      const overview = scaleOf(table) ? null : yardstickFor(table, writer, 'country', due);
      return [writer.language.tag, {...yardstickFor(table, writer, 'county', due), overview}];
    }),
  );
}

/** What the reports of a table on a kind of subject must have in the language of a writer. */
export function yardstickFor(
  table: Table,
  {language, templates}: Writer,
  subject: Subject = 'county',
  due: Yardstick['due'] = factsToTell(table),
): Yardstick {
  const tongue = {
    tag: language.tag,
    labels: language.labels,
    parts: partsOf(table, templates[subject]),
  };
  const lore = {table, world: worldOf(table), meanings: MEANINGS, scale: scaleOf(table), tongue};
  return yardstickOf(subject, lore, due, fileNames(table));
}

/**
 * The facts that a report must tell and whom their lists name: the choice, which is the one thing that is taken from the
 * first evaluator. Live charts ask for those of every county, so that they are kept.
 */
export function factsToTell(table: Table): (me: Me) => readonly Due[] {
  const known = new Map<Me, readonly Due[]>();
  return me => {
    const found = known.get(me) ?? tell(table, countyAt(table, me)).facts.map(dueOf);
    known.set(me, found);
    return found;
  };
}

const countyAt = ({counties}: Table, me: Me) => (me === null ? null : counties[me]!);

const dueOf = ({id, slots}: ToldFact): Due => ({
  id,
  list: Object.values(slots).flatMap(slot => listOf(slot) ?? []),
});

function listOf(slot: Slot): readonly string[] | null {
  switch (slot.kind) {
    case 'counties':
    case 'regions':
      return slot.value.map(({key}) => key);
    case 'flows':
      return slot.value.map(({county}) => county.key);
    default:
      return null;
  }
}

const MEANINGS: Meanings = {
  slots: fact => CATALOGUE[fact as FactId].slots,
  meaning: fact => meaningOf(fact as FactId),
  figures: Object.fromEntries(
    Object.values(FIGURES)
      .flatMap(figures => Object.entries(figures))
      .map(([name, [, expr]]) => [name, expr]),
  ),
};

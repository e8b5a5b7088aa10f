/**
 * What the catalogue says of a fact: whose it is, where it belongs, and what its sentence may use.
 */
import type {SlotKind} from './catalogue.ts';

/** What a report is about: one county, or the country as a whole. */
export type Subject = 'county' | 'country';

export type Entry = {
  /** The reports that tell the fact. */
  readonly subject: Subject | 'both';
  /** Where the fact belongs: in the narrative, or beside charts and tables (where it is always told). */
  readonly group: 'narrative' | 'frame';
  /** Of the narrative's facts, those with the lowest priority are left out first; 9 is never left out. */
  readonly priority: number;
  /** About how many words its sentence takes, before the names in its lists. */
  readonly words: number;
  /** The chart or table that it belongs to: where a template leaves that out, it needs no sentence. */
  readonly beside: string | null;
  /** Whether it is told of large tables alone; see scale.ts. */
  readonly ofLarge?: true;
  readonly slots: Readonly<Record<string, SlotKind>>;
};

type Slots = Entry['slots'];

/** A fact of the narrative about a county. */
export const narrative = <S extends Slots>(priority: number, words: number, slots: S) =>
  ({subject: 'county', group: 'narrative', priority, words, beside: null, slots}) as const;

/** A fact of the narrative about the country. */
export const national = <S extends Slots>(priority: number, words: number, slots: S) =>
  ({subject: 'country', group: 'narrative', priority, words, beside: null, slots}) as const;

/** A fact beside charts and tables, whatever the report is about. */
export const frame = <S extends Slots>(slots: S, beside: string | null = null) =>
  ({subject: 'both', group: 'frame', priority: 9, words: 0, beside, slots}) as const;

/** A fact beside a chart that only reports on one subject have. */
export const frameOf = <Whose extends Subject, S extends Slots>(subject: Whose, slots: S, beside: string) =>
  ({subject, group: 'frame', priority: 9, words: 0, beside, slots}) as const;

/** Beside a chart or table of a report on a county of a large table, where it says what that leaves out. */
export const large = <S extends Slots>(slots: S, beside: string) =>
  ({...frameOf('county', slots, beside), ofLarge: true}) as const;

/** Whether reports on a subject tell a fact. */
export const isOf = ({subject}: Pick<Entry, 'subject'>, whose: Subject): boolean =>
  subject === 'both' || subject === whose;

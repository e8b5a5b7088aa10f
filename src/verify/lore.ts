/**
 * What a check of finished reports must know: the table, one language with its template, and what facts mean.
 * All of it is data; the facts themselves are not computed here.
 */
import type {Table} from '../extract/table.ts';
import type {SlotKind} from '../facts/catalogue.ts';
import type {Meaning} from '../facts/claims.ts';
import type {Scale} from '../facts/scale.ts';
import type {Labels} from '../labels.ts';
import type {Part} from '../narrative/template.ts';
import type {World} from './evaluator.ts';

/** The declared meaning of every fact and figure; see facts/catalogue.ts and facts/claims.ts. */
export type Meanings = {
  /** By fact, the kinds of its slots. */
  readonly slots: (fact: string) => Readonly<Record<string, SlotKind>>;
  readonly meaning: (fact: string) => Meaning;
  /** The numbers that stand outside facts, by name: `total` is "total(me)". */
  readonly figures: Readonly<Record<string, string>>;
};

/** Whom a report is about: a county, by its place in the table; null for the country. */
export type Me = number | null;

/** A language: its tag, labels and template. */
export type Tongue = {
  readonly tag: string;
  readonly labels: Labels;
  readonly parts: readonly Part[];
};

export type Lore = {
  readonly table: Table;
  readonly world: World;
  readonly meanings: Meanings;
  /** What charts show of a large table; null where they show all. */
  readonly scale: Scale | null;
  readonly tongue: Tongue;
};

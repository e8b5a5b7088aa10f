/**
 * The meaning of every fact, as data: what its numbers are, and what its words claim. See claims.ts for how it
 * is written.
 */
import type {CATALOGUE, FactId} from './catalogue.ts';
import type {Meaning} from './claims.ts';
import {OF_COUNTRY} from './meanings-country.ts';
import {FRAME, REGIONS, UNIQUE} from './meanings-context.ts';
import {FLOWS} from './meanings-flows.ts';
import {COUNTS, LEAD} from './meanings-total.ts';

/** The facts of the narrative: each must have a meaning. Those beside it mostly claim nothing of figures. */
type Narrative = {
  [Id in FactId]: (typeof CATALOGUE)[Id]['group'] extends 'narrative' ? Id : never;
}[FactId];

const MEANINGS: Readonly<Partial<Record<FactId, Meaning>> & Record<Narrative, Meaning>> = {
  ...LEAD,
  ...COUNTS,
  ...FLOWS,
  ...REGIONS,
  ...UNIQUE,
  ...OF_COUNTRY,
  ...FRAME,
};

/** What a fact says. */
export const meaningOf = (id: FactId): Meaning => MEANINGS[id] ?? {claims: {}};

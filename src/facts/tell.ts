/**
 * Which facts are told about a county: all that hold compete by priority for a fixed number of words.
 * The choice knows no language, so every language tells the same; the template owns wording and order.
 */
import type {County, Table} from '../extract/table.ts';
import {CATALOGUE, type Fact, type Slot} from './catalogue.ts';
import {cautionFacts, regionFacts, uniqueFacts} from './context.ts';
import {frameFacts} from './frame.ts';
import {countFacts, evenFacts, leadFacts} from './lead.ts';
import {type Quantity, quantity} from './quantity.ts';
import {mainFacts, otherFacts} from './sides.ts';

/** As many words as three short paragraphs hold. */
const WORDS = 160;
/** Names and amounts in a list, in words each: "Møre og Romsdal (387)", "Oslo (540)". */
const WORDS_PER_ITEM = 2.5;

/** What a report on one county says: its facts by id, and the numbers that stand outside sentences. */
export type Story = {
  readonly county: County;
  readonly facts: readonly Fact[];
  readonly figures: Readonly<Record<string, Quantity>>;
};

/** Chooses the facts about a county. */
export function tell(table: Table, county: County): Story {
  const told = withinBudget(narrativeFacts(table, county));
  return {county, facts: [...told, ...frameFacts(table, county, told)], figures: figures(table, county)};
}

/** Everything that holds and belongs in the narrative, in the order of telling. */
export function narrativeFacts(table: Table, county: County): readonly Fact[] {
  return [
    ...leadFacts(table, county),
    ...countFacts(table, county),
    ...mainFacts(table, county),
    ...otherFacts(table, county),
    ...evenFacts(table, county),
    ...regionFacts(table, county),
    ...uniqueFacts(table, county),
    ...cautionFacts(table, county),
  ];
}

/** Drops the fact of the lowest priority, of equals the last, until the rest fits. */
function withinBudget(facts: readonly Fact[]): readonly Fact[] {
  const words = facts.reduce((sum, fact) => sum + wordsOf(fact), 0);
  const lowest = Math.min(...facts.map(({id}) => CATALOGUE[id].priority));
  if (words <= WORDS || lowest >= 9) return facts;
  const dropped = facts.findLastIndex(({id}) => CATALOGUE[id].priority === lowest);
  return withinBudget(facts.filter((_, index) => index !== dropped));
}

function wordsOf({id, slots}: Fact): number {
  const listed = Object.values(slots).reduce((sum, slot) => sum + itemsOf(slot), 0);
  return CATALOGUE[id].words + WORDS_PER_ITEM * listed;
}

const itemsOf = (slot: Slot) => (slot.kind === 'flows' || slot.kind === 'counties' ? slot.value.length : 0);

/** The numbers that a template may use anywhere: `$total`, `$rank`, `$gains` ... */
function figures(table: Table, {code}: County): Readonly<Record<string, Quantity>> {
  return {
    year: quantity(table, 'year', 'year()'),
    counties: quantity(table, 'count', 'counties()'),
    others: quantity(table, 'count', 'others()'),
    total: quantity(table, 'flow', `total(${code})`),
    rank: quantity(table, 'rank', `rank(${code})`),
    gains: quantity(table, 'flow', `sum(+,${code})`),
    gainers: quantity(table, 'count', `count(+,${code})`),
    losses: quantity(table, 'flow', `-sum(-,${code})`),
    losers: quantity(table, 'count', `count(-,${code})`),
  };
}

/** The names of those numbers, for the check of templates. */
export const FIGURES = [
  'year',
  'counties',
  'others',
  'total',
  'rank',
  'gains',
  'gainers',
  'losses',
  'losers',
] as const;

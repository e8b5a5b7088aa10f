/**
 * Which facts are told about a county or the country: all that hold compete by priority for a fixed number of words.
 * The choice knows no language, so every language tells the same; the template owns wording and order.
 */
import type {County, Table} from '../extract/table.ts';
import {CATALOGUE, type Fact, type Slot} from './catalogue.ts';
import type {Subject} from './catalogue-entry.ts';
import {claimsOf} from './claims.ts';
import {countryFacts} from './country.ts';
import {cautionFacts, regionFacts, uniqueFacts} from './context.ts';
import {frameFacts} from './frame.ts';
import {countFacts, evenFacts, leadFacts} from './lead.ts';
import {type Kind, type Quantity, quantity} from './quantity.ts';
import {mainFacts, otherFacts} from './sides.ts';

/** As many words as three short paragraphs hold. */
const WORDS: Readonly<Record<Subject, number>> = {county: 160, country: 175};
/** About how often a sentence names the county itself. */
const MENTIONS = 5;

/** A fact and what its sentence claims: "only: count(+,20) = 1". */
export type ToldFact = Fact & {readonly claims: readonly string[]};

/** What a report says: its facts, and the numbers that stand outside sentences. Without a county it is on the country. */
export type Story = {
  readonly county: County | null;
  readonly facts: readonly ToldFact[];
  readonly figures: Readonly<Record<string, Quantity>>;
};

/** What a report is about. */
export const subjectOf = (county: County | null): Subject => (county ? 'county' : 'country');

/** Chooses the facts about a county, or about the country where it is null. */
export function tell(table: Table, county: County | null): Story {
  const worthTelling = narrativeFacts(table, county).filter(fact => !isToldAlready(fact));
  const told = withinBudget(worthTelling, county);
  const facts = [...told, ...frameFacts(table, county, told)].map(fact => ({
    ...fact,
    claims: claimsOf(fact, county?.key ?? null),
  }));
  return {county, facts, figures: figures(table, county)};
}

/** Everything that holds and belongs in the narrative, in the order of telling. */
export function narrativeFacts(table: Table, county: County | null): readonly Fact[] {
  if (county === null) return countryFacts(table);
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

/** The rest of a region of two is one county, whose figure stands among the flows. */
function isToldAlready({id, slots: {own}}: Fact): boolean {
  return id.startsWith('region-own-largest') && own?.kind === 'region' && own.value.members.length === 2;
}

/** Drops the fact of the lowest priority, of equals the last, until the rest fits. */
function withinBudget(facts: readonly Fact[], county: County | null): readonly Fact[] {
  const mentions = county ? MENTIONS * wordsIn(county.name) : 0;
  const words = facts.reduce((sum, fact) => sum + wordsOf(fact), mentions);
  const lowest = Math.min(...facts.map(({id}) => CATALOGUE[id].priority));
  if (words <= WORDS[subjectOf(county)] || lowest >= 9) return facts;
  const dropped = facts.findLastIndex(({id}) => CATALOGUE[id].priority === lowest);
  return withinBudget(
    facts.filter((_, index) => index !== dropped),
    county,
  );
}

/** A sentence's own words, and those that come with what it names: "Møre og Romsdal (387)" is four. */
function wordsOf({id, slots}: Fact): number {
  return Object.values(slots).reduce((sum, slot) => sum + extraWords(slot), CATALOGUE[id].words);
}

function extraWords(slot: Slot): number {
  switch (slot.kind) {
    case 'county':
      return wordsIn(slot.value.name);
    case 'region':
      return wordsIn(Object.values(slot.value.names)[0] ?? '');
    case 'counties':
      return slot.value.reduce((sum, {name}) => sum + wordsIn(name) + 1, 0);
    case 'flows':
      return slot.value.reduce((sum, {county}) => sum + wordsIn(county.name) + 1, 0);
    case 'share':
      return slot.value.word ? 3 : 0;
    default:
      return 0;
  }
}

const wordsIn = (name: string) => name.split(' ').length;

type Figures = Readonly<Record<string, readonly [Kind, string]>>;

/** What every report may say of its table. */
const OF_TABLE: Figures = {
  year: ['year', 'year()'],
  counties: ['count', 'counties()'],
  others: ['count', 'others()'],
};

/**
 * The numbers that a template may use anywhere, `$total`, `$rank`, `$gains` ..., and what they are, for the county `me`
 * or for the country. One name means one thing in all reports.
 */
export const FIGURES: Readonly<Record<Subject, Figures>> = {
  county: {
    ...OF_TABLE,
    total: ['flow', 'total(me)'],
    rank: ['rank', 'rank(me)'],
    gains: ['flow', 'sum(+,me)'],
    gainers: ['count', 'count(+,me)'],
    losses: ['flow', '-sum(-,me)'],
    lost: ['flow', 'sum(-,me)'],
    losers: ['count', 'count(-,me)'],
  },
  country: {
    ...OF_TABLE,
    gaining: ['count', 'onSide(+)'],
    losing: ['count', 'onSide(-)'],
    balance: ['flow', 'sideSum(+)'],
    widest: ['flow', 'largestPair()'],
  },
};

function figures(table: Table, county: County | null): Readonly<Record<string, Quantity>> {
  const entries = Object.entries(FIGURES[subjectOf(county)]).map(([name, [kind, expr]]) => {
    return [
      name,
      quantity(
        table,
        kind,
        expr.replace(/\bme\b/, () => county?.key ?? 'me'),
      ),
    ] as const;
  });
  return Object.fromEntries(entries);
}

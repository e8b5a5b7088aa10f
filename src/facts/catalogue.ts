/**
 * The catalogue of facts: everything that can be said about a county or the country, each with the slots that its
 * sentence may use. Numbers and choices are made here and in `tell.ts`, words in the templates.
 *
 * A fact whose meaning has two directions is two facts, `-gain` and `-loss`: a template cannot choose.
 */
import type {Names, Region} from '../extract/card.ts';
import type {County} from '../extract/table.ts';
import {COUNTRY} from './catalogue-country.ts';
import {type Entry, frame, frameOf, large, narrative} from './catalogue-entry.ts';
import type {Flow} from './flows.ts';
import type {Quantity} from './quantity.ts';
import type {ShareWord} from './shares.ts';

/** What a slot may hold. */
export type SlotTypes = {
  readonly number: Quantity;
  readonly county: County;
  readonly region: Region;
  /** Counties with an amount each. */
  readonly flows: readonly Flow[];
  readonly counties: readonly County[];
  readonly regions: readonly Region[];
  /** Per cent, and the word for it where there is one. */
  readonly share: {readonly percent: Quantity; readonly word: ShareWord | null};
  /** A name in several languages. */
  readonly names: Names;
  /** Characters that are printed as they are: a sign, a file name, a checksum. */
  readonly text: string;
  /** ISO 8601. */
  readonly date: string;
  readonly link: {readonly name: string; readonly url: string};
};

export type SlotKind = keyof SlotTypes;

export type Slot = {
  readonly [Kind in SlotKind]: {readonly kind: Kind; readonly value: SlotTypes[Kind]};
}[SlotKind];

/** The catalogue, in the order in which a report tells its facts. */
export const CATALOGUE = {
  // The total: nought, close to balance, first or last, smallest, second to sixth, or none of these.
  'lead-zero': narrative(9, 24, {}),
  'lead-balance-gain': narrative(9, 19, {total: 'number'}),
  'lead-balance-loss': narrative(9, 19, {total: 'number'}),
  'lead-first': narrative(9, 21, {total: 'number'}),
  'lead-last': narrative(9, 21, {total: 'number'}),
  'lead-first-shared': narrative(9, 15, {total: 'number', with: 'counties'}),
  'lead-last-shared': narrative(9, 15, {total: 'number', with: 'counties'}),
  'runner-up': narrative(6, 3, {runner: 'county', amount: 'number'}),
  'runner-up-twice': narrative(6, 12, {runner: 'county', amount: 'number'}),
  'runner-up-times': narrative(6, 11, {runner: 'county', amount: 'number', times: 'number'}),
  'lead-smallest-gain': narrative(9, 25, {total: 'number', side: 'number'}),
  'lead-smallest-loss': narrative(9, 25, {total: 'number', side: 'number'}),
  'lead-gain-rank': narrative(9, 22, {total: 'number', rank: 'number'}),
  'lead-loss-rank': narrative(9, 22, {total: 'number', rank: 'number'}),
  'lead-gain-shared': narrative(9, 15, {total: 'number', rank: 'number', with: 'counties'}),
  'lead-loss-shared': narrative(9, 15, {total: 'number', rank: 'number', with: 'counties'}),
  'lead-gain': narrative(9, 16, {total: 'number'}),
  'lead-loss': narrative(9, 16, {total: 'number'}),
  'hidden-flows': narrative(8, 19, {times: 'number'}),

  // From how many counties the main side comes, and how much in all.
  'count-all-gain': narrative(9, 12, {}),
  'count-all-loss': narrative(9, 12, {}),
  'count-all-but-one-gain': narrative(9, 18, {sum: 'number'}),
  'count-all-but-one-loss': narrative(9, 18, {sum: 'number'}),
  'count-equal': narrative(9, 17, {gainers: 'number', gains: 'number', losers: 'number', losses: 'number'}),
  'count-most-gain': narrative(9, 18, {partners: 'number', sum: 'number'}),
  'count-most-loss': narrative(9, 18, {partners: 'number', sum: 'number'}),
  'count-some-gain': narrative(9, 16, {partners: 'number', sum: 'number'}),
  'count-some-loss': narrative(9, 16, {partners: 'number', sum: 'number'}),
  'count-few-gain': narrative(9, 17, {partners: 'number', sum: 'number'}),
  'count-few-loss': narrative(9, 17, {partners: 'number', sum: 'number'}),
  'count-one-gain': narrative(9, 6, {only: 'flows'}),
  'count-one-loss': narrative(9, 6, {only: 'flows'}),
  'count-none': narrative(9, 14, {}),
  'count-other-gain': narrative(8, 9, {partners: 'number', sum: 'number'}),
  'count-other-loss': narrative(8, 9, {partners: 'number', sum: 'number'}),
  'count-beside-gain': narrative(8, 10, {partners: 'number', sum: 'number'}),
  'count-beside-loss': narrative(8, 10, {partners: 'number', sum: 'number'}),
  'count-few-other-gain': narrative(3, 9, {partners: 'number', sum: 'number'}),
  'count-few-other-loss': narrative(3, 9, {partners: 'number', sum: 'number'}),

  // The main side: its largest flows, how much of it they are, and what it would be without the largest.
  'top-list-gain': narrative(9, 7, {list: 'flows'}),
  'top-list-loss': narrative(9, 7, {list: 'flows'}),
  // Of a large table, where a list of equals would not end: the first alone, or how many share that place.
  'top-one-gain': narrative(9, 9, {partner: 'county', amount: 'number'}),
  'top-one-loss': narrative(9, 9, {partner: 'county', amount: 'number'}),
  'top-many-gain': narrative(9, 14, {amount: 'number', partners: 'number'}),
  'top-many-loss': narrative(9, 14, {amount: 'number', partners: 'number'}),
  'one-partner-gain': narrative(7, 11, {partner: 'county', share: 'share'}),
  'one-partner-loss': narrative(7, 11, {partner: 'county', share: 'share'}),
  'three-account-gain': narrative(7, 14, {share: 'share'}),
  'three-account-loss': narrative(7, 14, {share: 'share'}),
  'spread-gain': narrative(4, 15, {share: 'share'}),
  'spread-loss': narrative(4, 15, {share: 'share'}),
  'mutual-gain': narrative(4, 17, {partner: 'county', share: 'share'}),
  'mutual-loss': narrative(4, 17, {partner: 'county', share: 'share'}),
  'pair-rank-first': narrative(8, 12, {from: 'county', to: 'county'}),
  'pair-rank': narrative(5, 13, {from: 'county', to: 'county', rank: 'number'}),
  'rest-flips-gain': narrative(8, 17, {partner: 'county', rest: 'number'}),
  'rest-flips-loss': narrative(8, 17, {partner: 'county', rest: 'number'}),
  'rest-grows-gain': narrative(8, 15, {partner: 'county', rest: 'number'}),
  'rest-grows-loss': narrative(8, 15, {partner: 'county', rest: 'number'}),
  'rest-small-gain': narrative(7, 14, {partner: 'county', rest: 'number'}),
  'rest-small-loss': narrative(7, 14, {partner: 'county', rest: 'number'}),
  'rest-zero': narrative(8, 8, {partner: 'county'}),

  // The other side.
  'other-none-gain': narrative(9, 7, {}),
  'other-none-loss': narrative(9, 7, {}),
  'other-only-gain': narrative(9, 8, {list: 'flows'}),
  'other-only-loss': narrative(9, 8, {list: 'flows'}),
  'other-list-gain': narrative(9, 5, {list: 'flows'}),
  'other-list-loss': narrative(9, 5, {list: 'flows'}),
  'other-dominated-gain': narrative(9, 16, {partner: 'county', amount: 'number', share: 'share'}),
  'other-dominated-loss': narrative(9, 16, {partner: 'county', amount: 'number', share: 'share'}),
  'other-top-gain': narrative(9, 7, {list: 'flows'}),
  'other-top-loss': narrative(9, 7, {list: 'flows'}),
  'other-one-gain': narrative(9, 9, {partner: 'county', amount: 'number'}),
  'other-one-loss': narrative(9, 9, {partner: 'county', amount: 'number'}),
  'other-many-gain': narrative(9, 14, {amount: 'number', partners: 'number'}),
  'other-many-loss': narrative(9, 14, {amount: 'number', partners: 'number'}),
  'pair-rank-first-other': narrative(8, 12, {from: 'county', to: 'county'}),
  'pair-rank-other': narrative(5, 13, {from: 'county', to: 'county', rank: 'number'}),
  even: narrative(7, 8, {partners: 'counties'}),
  'even-many': narrative(7, 10, {partners: 'number'}),

  // Against the regions of the country.
  'region-all-gain': narrative(7, 14, {others: 'number', largest: 'region', amount: 'number'}),
  'region-all-loss': narrative(7, 14, {others: 'number', largest: 'region', amount: 'number'}),
  'region-all-own-gain': narrative(7, 20, {
    regions: 'number',
    own: 'region',
    largest: 'region',
    amount: 'number',
  }),
  'region-all-own-loss': narrative(7, 20, {
    regions: 'number',
    own: 'region',
    largest: 'region',
    amount: 'number',
  }),
  'region-own-only': narrative(7, 22, {others: 'number', own: 'region', amount: 'number'}),
  'region-only-gain': narrative(7, 17, {region: 'region', amount: 'number'}),
  'region-only-loss': narrative(7, 17, {region: 'region', amount: 'number'}),
  'region-only-own-gain': narrative(7, 20, {
    own: 'region',
    within: 'number',
    region: 'region',
    amount: 'number',
  }),
  'region-only-own-loss': narrative(7, 20, {
    own: 'region',
    within: 'number',
    region: 'region',
    amount: 'number',
  }),
  'region-max': narrative(6, 18, {
    source: 'region',
    gained: 'number',
    destination: 'region',
    lost: 'number',
  }),
  'region-own-largest-gain': narrative(5, 17, {own: 'region', amount: 'number'}),
  'region-own-largest-loss': narrative(5, 17, {own: 'region', amount: 'number'}),

  // What holds for this county alone, or for none more than for it.
  'only-loser-to': narrative(6, 11, {partner: 'county', amount: 'number'}),
  'only-gainer-from': narrative(6, 11, {partner: 'county', amount: 'number'}),
  'single-source': narrative(4, 10, {}),
  'single-source-shared': narrative(4, 12, {other: 'county'}),
  'most-partners': narrative(6, 10, {}),
  'top-destination': narrative(8, 12, {destinations: 'number'}),
  'top-source': narrative(6, 12, {sources: 'number'}),

  // What the figures do not say.
  'caution-net': narrative(7, 9, {}),
  'caution-stepwise': narrative(2, 17, {partner: 'county'}),

  ...COUNTRY,

  // Beside charts and tables.
  'largest-gain': frameOf('county', {partner: 'county', amount: 'number'}, 'flows'),
  'largest-loss': frameOf('county', {partner: 'county', amount: 'number'}, 'flows'),
  'flows-rest-gain': large({rest: 'number', sum: 'number'}, 'flows'),
  'flows-rest-loss': large({rest: 'number', sum: 'number'}, 'flows'),
  'flows-even': large({partners: 'number'}, 'flows'),
  'chord-rest': large({others: 'number'}, 'chord'),
  'totals-rest': large({left: 'number'}, 'totals'),
  extremes: frame({first: 'county', most: 'number', last: 'county', least: 'number'}, 'totals'),
  'regions-named': frame({regions: 'regions'}),
  'symbol-not-applicable': frame({mark: 'text'}, 'full'),
  'symbol-nil': frame({mark: 'text'}, 'full'),

  // Where the figures come from.
  'source-named': frame({publisher: 'names', publication: 'names', title: 'names'}),
  'source-publisher': frame({publisher: 'names', title: 'names'}),
  'source-unnamed': frame({title: 'names'}),
  'cite-publication': frame({publisher: 'names', publication: 'names', title: 'names'}),
  'cite-publisher': frame({publisher: 'names', title: 'names'}),
  'cite-title': frame({title: 'names'}),
  released: frame({date: 'date'}),
  licence: frame({licence: 'link'}),
  address: frame({address: 'link'}),
  'text-checksum': frame({file: 'text', sha256: 'text'}),
  'examples-checked': frame({examples: 'number'}, 'checks'),
  'examples-differ': frame({differing: 'number'}, 'checks'),
  'examples-absent': frame({}, 'checks'),

  // How the figures were come by and checked.
  'repaired-cell': frame({county: 'county', partner: 'county', printed: 'text', corrected: 'number'}),
  'repaired-total': frame({county: 'county', printed: 'text', corrected: 'number'}),
  derived: frame({}),
  turned: frame({}),
  unproven: frame({}),
  'note-differs': frame({differing: 'number'}),
  'net-only': frame({}),
  'net-only-chord': frame({}, 'chord'),
  'half-printed': frame({}, 'full'),
  'checked-totals': frame({}, 'checks'),
  'checked-pairs': frame({pairs: 'number'}, 'checks'),
  'checked-columns': frame({}, 'checks'),
  'checked-moves': frame({}, 'checks'),
  'checked-nothing': frame({}, 'checks'),
  'checked-corrected': frame({}, 'checks'),
  'checked-others': large({}, 'checks'),
  consistent: frame({}, 'checks'),
} as const satisfies Readonly<Record<string, Entry>>;

export type FactId = keyof typeof CATALOGUE;

type SlotsOf<Id extends FactId> = {
  readonly [Name in keyof (typeof CATALOGUE)[Id]['slots']]: (typeof CATALOGUE)[Id]['slots'][Name] extends SlotKind
    ? SlotTypes[(typeof CATALOGUE)[Id]['slots'][Name]]
    : never;
};

/** Something true about a county or the country that is worth telling. */
export type Fact = {readonly id: FactId; readonly slots: Readonly<Record<string, Slot>>};

/** Makes a fact; the compiler holds its slots against the catalogue. */
export function fact<Id extends FactId>(id: Id, slots: SlotsOf<Id>): Fact {
  const kinds: Readonly<Record<string, SlotKind>> = CATALOGUE[id].slots;
  const filled = Object.entries(slots).map(
    ([name, value]) => [name, {kind: kinds[name], value} as Slot] as const,
  );
  return {id, slots: Object.fromEntries(filled)};
}

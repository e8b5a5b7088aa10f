/** The meaning of the facts about regions, about what is unique, and of those beside charts and tables. */
import type {FactId} from './catalogue.ts';
import type {Meaning} from './claims.ts';
import {LARGE} from './scale.ts';
import {CLOSE, sides} from './told-sides.ts';

const {bars: BARS, partners: PARTNERS, ends: ENDS, near: NEAR} = LARGE;

/** Against the regions of the country. */
export const REGIONS = {
  ...sides('region-all', ({sign, region}) => ({
    numbers: {others: 'otherRegions()', amount: region('$largest')},
    claim: `${region('$largest')} > 0`,
    claims: {
      all: `regionsOn(${sign},me) = otherRegions()`,
      others: 'home(me,$largest) = 0',
      largest: `regionsLike(${sign},me,$largest) = 0`,
    },
  })),
  ...sides('region-all-own', ({sign, region}) => ({
    numbers: {regions: 'regions()', amount: region('$largest')},
    claim: `${region('$largest')} > 0`,
    claims: {
      all: `regionsOn(${sign},me) = otherRegions() and ${region('$own')} > 0`,
      own: 'home(me,$own) = 1',
      included: `${region('$own')} > 0`,
      largest: `regionsLike(${sign},me,$largest) + ownLike(${sign},me,$largest) = 0`,
    },
  })),
  'region-own-only': {
    numbers: {others: 'otherRegions()', amount: 'region(me,$own)'},
    claims: {
      loss: 'regionsOn(-,me) > 0',
      all: 'regionsOn(-,me) = otherRegions()',
      others: 'regions() > 1',
      gain: 'region(me,$own) > 0',
      only: 'regionsOn(+,me) = 0',
      own: 'home(me,$own) = 1',
    },
  },
  ...sides('region-only', ({sign, region}) => ({
    numbers: {amount: region('$region')},
    claim: `${region('$region')} > 0`,
    claims: {only: `regionsOn(${sign},me) = 1`, others: 'home(me,$region) = 0'},
  })),
  ...sides('region-only-own', ({sign, region}) => ({
    numbers: {within: region('$own'), amount: region('$region')},
    claim: `${region('$region')} > 0`,
    claims: {
      only: `regionsOn(${sign},me) = 1 and home(me,$region) = 0`,
      own: 'home(me,$own) = 1',
      apart: `${region('$own')} > 0`,
    },
  })),
  'region-max': {
    numbers: {gained: 'region(me,$source)', lost: '-region(me,$destination)'},
    claims: {
      gain: 'region(me,$source) > 0',
      loss: 'region(me,$destination) < 0',
      largest: 'regionsLike(+,me,$source) + regionsLike(-,me,$destination) = 0',
      others: 'home(me,$source) + home(me,$destination) = 0',
    },
  },
  ...sides('region-own-largest', ({region}) => ({
    numbers: {amount: region('$own')},
    claim: `${region('$own')} > 0`,
    claims: {own: 'home(me,$own) = 1', largest: 'regionsLargerThanOwn(me) = 0'},
  })),
} satisfies Partial<Record<FactId, Meaning>>;

/** What holds for this county alone, or for none more than for it; and what figures do not say. */
export const UNIQUE = {
  'only-loser-to': {
    numbers: {amount: 'net($partner,me)'},
    claims: {loss: 'net($partner,me) > 0', only: 'count(+,$partner) = 1'},
  },
  'only-gainer-from': {
    numbers: {amount: 'net(me,$partner)'},
    claims: {gain: 'net(me,$partner) > 0', only: 'count(-,$partner) = 1'},
  },
  'single-source': {
    claims: {gain: 'count(+,me) > 0', only: 'count(+,me) = 1', unrivalled: 'singles(+) = 1'},
  },
  'single-source-shared': {
    claims: {
      gain: 'count(+,me) > 0',
      only: 'count(+,me) = 1 and count(+,$other) = 1 and singles(+) = 2 and among(me,$other) = 0',
    },
  },
  'most-partners': {claims: {gain: 'count(+,me) > 0', unrivalled: 'withAsMany(+,me) = 0'}},
  'top-destination': {
    numbers: {destinations: 'destinations(me)'},
    claims: {loss: 'destinations(me) > 0', largest: 'destinations(me) > 0'},
  },
  'top-source': {
    numbers: {sources: 'sources(me)'},
    claims: {gain: 'sources(me) > 0', largest: 'sources(me) > 0'},
  },
  'caution-net': {claims: {small: CLOSE}},
  'caution-stepwise': {claims: {}, premise: 'heads(+,me,$partner) = 1'},
} satisfies Partial<Record<FactId, Meaning>>;

/** Beside charts and tables. */
export const FRAME = {
  'largest-gain': {
    numbers: {amount: 'net(me,$partner)'},
    claims: {gain: 'net(me,$partner) > 0', largest: 'heads(+,me,$partner) = 1'},
  },
  'largest-loss': {
    numbers: {amount: 'net($partner,me)'},
    claims: {loss: 'net($partner,me) > 0', largest: 'heads(-,me,$partner) = 1'},
  },
  ...sides('flows-rest', ({sign}) => ({
    numbers: {rest: `count(${sign},me,${BARS})`, sum: `sum(${sign},me,${BARS})`},
    claim: `count(${sign},me,${BARS}) > 1`,
    claims: {},
  })),
  'flows-even': {numbers: {partners: 'count(0,me)'}, claims: {even: 'count(0,me) > 0'}},
  'chord-rest': {numbers: {others: `outsiders(me,${PARTNERS})`}, claims: {}},
  'totals-rest': {numbers: {left: `unranked(me,${ENDS},${NEAR})`}, claims: {}},
  extremes: {
    numbers: {most: 'total($first)', least: 'total($last)'},
    claims: {
      first: 'rank($first) = 1 and sharing($first) = 0',
      last: 'rank($last) = counties() and sharing($last) = 0',
    },
  },
  'repaired-cell': {numbers: {corrected: 'net($county,$partner)'}, claims: {}},
  'repaired-total': {numbers: {corrected: 'total($county)'}, claims: {}},
  'note-differs': {numbers: {differing: 'differing()'}, claims: {}},
  'examples-checked': {numbers: {examples: 'examples()'}, claims: {}},
  'examples-differ': {numbers: {differing: 'differing()'}, claims: {}},
  'checked-pairs': {numbers: {pairs: 'mirrored()'}, claims: {}},
} satisfies Partial<Record<FactId, Meaning>>;

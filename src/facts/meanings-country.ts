/** The meaning of the facts about the country as a whole: nobody is `me`. */
import type {FactId} from './catalogue.ts';
import type {Meaning} from './claims.ts';
import type {Side} from './flows.ts';

type Told = {
  readonly sign: '+' | '-';
  readonly way: '>' | '<';
  readonly minus: '' | '-';
  readonly place: string;
};

/** How a total is told of each side: `minus` makes it a positive number, `place` is the end of the order. */
const TOLD: Readonly<Record<Side, Told>> = {
  gain: {sign: '+', way: '>', minus: '', place: '1'},
  loss: {sign: '-', way: '<', minus: '-', place: 'counties() - sharing($county)'},
};

/** Who gained and who lost. */
const BALANCES = {
  'country-zero': {
    claims: {
      all: 'onSide(0) = counties()',
      balance: 'onSide(0) = counties()',
      even: 'onSide(0) = counties()',
    },
  },
  'country-sides': {
    numbers: {gainers: 'onSide(+)', losers: 'onSide(-)'},
    claims: {gain: 'onSide(+) > 0', loss: 'onSide(-) > 0'},
    premise: 'onSide(0) = 0',
  },
  'country-sides-even': {
    numbers: {gainers: 'onSide(+)', losers: 'onSide(-)', balanced: 'onSide(0)'},
    claims: {gain: 'onSide(+) > 0', loss: 'onSide(-) > 0', balance: 'onSide(0) > 0'},
  },
  'country-ends': {
    numbers: {most: 'total($first)', least: '-total($last)'},
    claims: {
      gain: 'total($first) > 0',
      loss: 'total($last) < 0',
      largest: 'rank($first) = 1 and sharing($first) = 0 and rank($last) = counties() and sharing($last) = 0',
    },
  },
  'country-first': {
    numbers: {amount: 'total($county)'},
    claims: {gain: 'total($county) > 0', largest: 'rank($county) = 1 and sharing($county) = 0'},
  },
  'country-first-shared': shared('gain'),
  'country-last': {
    numbers: {amount: '-total($county)'},
    claims: {loss: 'total($county) < 0', largest: 'rank($county) = counties() and sharing($county) = 0'},
  },
  'country-last-shared': shared('loss'),
  'country-alone-gain': alone('gain'),
  'country-alone-loss': alone('loss'),
  'country-half-gain': half('gain'),
  'country-half-loss': half('loss'),
  'country-hidden': {
    numbers: {total: 'total($county)', gains: 'sum(+,$county)', losses: 'sum(-,$county)'},
    claims: {gain: 'sum(+,$county) > 0', loss: 'sum(-,$county) > 0'},
  },
} satisfies Partial<Record<FactId, Meaning>>;

/** No other pair has as large a net flow. */
const UNEQUALLED = 'pairsLike($to,$from) = 1';
const AMOUNT = {amount: 'net($to,$from)'};
const RANKED = {rank: 'pairRank($to,$from)', ...AMOUNT};

/** The net flows between two counties. */
const PAIRS = {
  'country-no-flow': {claims: {none: 'largestPair() = 0'}},
  'country-pair-first': {
    numbers: AMOUNT,
    claims: {'any-two': 'net($to,$from) > 0', largest: `pairRank($to,$from) = 1 and ${UNEQUALLED}`},
  },
  'country-pair-second': {
    numbers: RANKED,
    claims: {largest: `net($to,$from) > 0 and pairRank($to,$from) = 2 and ${UNEQUALLED}`},
  },
  'country-pair-second-times': {
    numbers: {times: 'about(largestPair(), net($to,$from))', ...RANKED},
    claims: {
      about:
        '100 * largestPair() <= 104 * product(about(largestPair(), net($to,$from)), net($to,$from))' +
        ' and 100 * largestPair() >= 96 * product(about(largestPair(), net($to,$from)), net($to,$from))',
      largest: `net($to,$from) > 0 and pairRank($to,$from) = 2 and ${UNEQUALLED}`,
    },
  },
  'country-pair-third': {
    numbers: RANKED,
    claims: {largest: `net($to,$from) > 0 and pairRank($to,$from) = 3 and ${UNEQUALLED}`},
  },
  'country-destination-all': {
    claims: {
      all: 'destinations($county) = others()',
      loss: 'destinations($county) > 0',
      largest: 'destinations($county) > 0',
    },
  },
  'country-source-all': {
    claims: {
      all: 'sources($county) = others()',
      gain: 'sources($county) > 0',
      largest: 'sources($county) > 0',
    },
  },
  'country-destination': {
    numbers: {destinations: 'destinations($county)'},
    claims: {loss: 'destinations($county) > 0', largest: 'destinations($county) > 0'},
  },
  'country-source': {
    numbers: {sources: 'sources($county)'},
    claims: {gain: 'sources($county) > 0', largest: 'sources($county) > 0'},
  },
  'country-largest-flow': {
    numbers: AMOUNT,
    claims: {largest: `net($to,$from) > 0 and pairRank($to,$from) = 1 and ${UNEQUALLED}`},
  },
} satisfies Partial<Record<FactId, Meaning>>;

/** The regions. */
const BETWEEN_REGIONS = {
  'country-region-ends': {
    numbers: {regions: 'regions()', most: 'regionTotal($first)', least: '-regionTotal($last)'},
    claims: {
      gain: 'regionTotal($first) > 0',
      loss: 'regionTotal($last) < 0',
      largest:
        'regionPlace($first) = 1 and regionSharing($first) = 0' +
        ' and regionPlace($last) = regions() and regionSharing($last) = 0',
    },
  },
  'country-region-gained-all': {
    numbers: {others: 'otherRegions()'},
    claims: {
      gain: 'regionPartners(+,$region) > 0',
      all: 'regionPartners(+,$region) = otherRegions()',
      others: 'regions() > 1',
    },
  },
  'country-region-but-one': {
    numbers: {amount: 'regionNet($exception,$region)'},
    claims: {
      gain: 'regionPartners(+,$region) > 0',
      'all-but-one': 'regionPartners(+,$region) = otherRegions() - 1',
      others: 'regions() > 1',
      loss: 'regionNet($region,$exception) < 0',
    },
  },
  'country-region-lost-all': {
    numbers: {others: 'otherRegions()'},
    claims: {
      loss: 'regionPartners(-,$region) > 0',
      all: 'regionPartners(-,$region) = otherRegions()',
      others: 'regions() > 1',
    },
  },
  'country-region-flow': {
    numbers: {amount: 'regionNet($to,$from)'},
    claims: {
      largest:
        'regionNet($to,$from) > 0 and regionPairPlace($to,$from) = 1 and regionPairsLike($to,$from) = 1',
    },
  },
} satisfies Partial<Record<FactId, Meaning>>;

export const OF_COUNTRY = {...BALANCES, ...PAIRS, ...BETWEEN_REGIONS};

/** An end of the order that several share. */
function shared(side: Side): Meaning {
  const {way, minus, place} = TOLD[side];
  return {
    numbers: {amount: `${minus}total($county)`},
    claims: {
      shared: 'total($each) = total($county) and sharing($county) = items($with)',
      [side]: `total($county) ${way} 0`,
      largest: `rank($county) = ${place}`,
    },
  };
}

/** One county with at least half of a side. */
function alone(side: Side): Meaning {
  const {sign, way, minus} = TOLD[side];
  return {
    numbers: {share: `pct(${minus}total($county), sideSum(${sign}))`},
    claims: {
      alone: `leads(${sign},$county) = 1 and 2 * size(total($county)) >= sideSum(${sign})`,
      [side]: `total($county) ${way} 0`,
    },
  };
}

/** A few counties, the largest of a side, with at least half of it. */
function half(side: Side): Meaning {
  const {sign, minus} = TOLD[side];
  return {
    numbers: {share: `pct(${minus}together($top), sideSum(${sign}))`},
    claims: {
      together: `leads(${sign},$top) = 1 and 2 * size(together($top)) >= sideSum(${sign})`,
      [side]: `sideSum(${sign}) > 0`,
    },
  };
}

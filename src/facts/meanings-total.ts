/** The meaning of the facts about the total: its place, and of how many gains and losses it is made. */
import type {FactId} from './catalogue.ts';
import type {Meaning} from './claims.ts';
import type {Side} from './flows.ts';
import {CLOSE, sides, TOLD} from './told-sides.ts';

/** The total and its place. */
export const LEAD = {
  'lead-zero': {claims: {balance: 'total(me) = 0', even: 'total(me) = 0'}},
  ...sides('lead-balance', ({way, total}) => ({
    numbers: {total},
    claim: `total(me) ${way} 0`,
    claims: {close: CLOSE},
  })),
  'lead-first': {
    numbers: {total: 'total(me)'},
    claims: {gain: 'total(me) > 0', largest: 'sideRank(me) = 1 and sharing(me) = 0'},
  },
  'lead-last': {
    numbers: {total: '-total(me)'},
    claims: {loss: 'total(me) < 0', largest: 'sideRank(me) = 1 and sharing(me) = 0'},
  },
  'lead-first-shared': {
    numbers: {total: 'total(me)'},
    claims: {
      gain: 'total(me) > 0',
      largest: 'sideRank(me) = 1',
      shared: 'total($each) = total(me) and sharing(me) = items($with)',
    },
  },
  'lead-last-shared': {
    numbers: {total: '-total(me)'},
    claims: {
      loss: 'total(me) < 0',
      largest: 'sideRank(me) = 1',
      shared: 'total($each) = total(me) and sharing(me) = items($with)',
    },
  },
  ...sides('lead-smallest', ({way, total}) => ({
    numbers: {total, side: 'side(me)'},
    claim: `total(me) ${way} 0`,
    claims: {smallest: 'sideRank(me) = side(me) and sharing(me) = 0'},
  })),
  'lead-gain-rank': ranked('gain'),
  'lead-loss-rank': ranked('loss'),
  'lead-gain-shared': shared('gain'),
  'lead-loss-shared': shared('loss'),
  ...sides('lead', ({way, total}) => ({numbers: {total}, claim: `total(me) ${way} 0`, claims: {}})),
  'runner-up': runnerUp({}),
  'runner-up-twice': runnerUp({
    twice: 'size(total(me)) > 2 * size(total($runner)) and 10 * size(total(me)) <= 23 * size(total($runner))',
  }),
  'runner-up-times': {
    ...runnerUp({
      about:
        '100 * size(total(me)) <= 104 * product(about(size(total(me)), size(total($runner))), size(total($runner)))' +
        ' and 100 * size(total(me)) >= 96 * product(about(size(total(me)), size(total($runner))), size(total($runner)))',
    }),
    numbers: {amount: 'size(total($runner))', times: 'about(size(total(me)), size(total($runner)))'},
  },
  'hidden-flows': {
    numbers: {times: 'times(least(sum(+,me), sum(-,me)), size(total(me)))'},
    claims: {
      small: CLOSE,
      gain: 'sum(+,me) > 0',
      loss: 'sum(-,me) > 0',
      'at-least': 'least(sum(+,me), sum(-,me)) >= 10 * size(total(me))',
    },
  },
} satisfies Partial<Record<FactId, Meaning>>;

/** A place on one side, counted from the largest, that no other has. */
function ranked(side: Side): Meaning {
  const {way, total} = TOLD[side];
  return {
    numbers: {total, rank: 'sideRank(me)'},
    claims: {[side]: `total(me) ${way} 0`, largest: 'sideRank(me) > 1 and sharing(me) = 0'},
  };
}

function shared(side: Side): Meaning {
  const {way, total} = TOLD[side];
  return {
    numbers: {total, rank: 'sideRank(me)'},
    claims: {
      [side]: `total(me) ${way} 0`,
      largest: 'sideRank(me) > 1',
      shared: 'total($each) = total(me) and sharing(me) = items($with)',
    },
  };
}

function runnerUp(claims: Meaning['claims']): Meaning {
  return {
    numbers: {amount: 'size(total($runner))'},
    claims: {
      follows:
        'sideRank(me) = 1 and sharing(me) = 0 and sideRank($runner) = 2 and sharing($runner) = 0' +
        ' and sameSide(me,$runner) = 1',
      ...claims,
    },
  };
}

/** How many partners there are on a side, and how much in all. */
export const COUNTS = {
  ...sides('count-all', ({sign}) => ({
    claim: `count(${sign},me) > 0`,
    claims: {all: `count(${sign},me) = others()`},
  })),
  ...sides('count-all-but-one', ({sign}) => ({
    numbers: {sum: `sum(${sign},me)`},
    claim: `count(${sign},me) > 0`,
    claims: {'all-but-one': `count(${sign},me) = others() - 1`},
  })),
  'count-equal': {
    numbers: {gainers: 'count(+,me)', gains: 'sum(+,me)', losers: 'count(-,me)', losses: 'sum(-,me)'},
    claims: {gain: 'count(+,me) > 1', loss: 'count(-,me) > 1'},
  },
  ...sides('count-most', ({sign}) => ({
    ...counted(sign),
    claims: {most: `3 * count(${sign},me) >= 2 * others()`},
  })),
  ...sides('count-some', ({sign}) => ({...counted(sign), claims: {}})),
  ...sides('count-few', ({sign}) => ({...counted(sign), claims: {only: `count(${sign},me) <= 3`}})),
  ...sides('count-one', ({sign, flow}) => ({
    numbers: {only: flow('$each')},
    claim: `count(${sign},me) > 0`,
    claims: {only: `count(${sign},me) = 1`},
  })),
  'count-none': {claims: {all: 'count(0,me) = others()', even: 'count(0,me) = others()'}},
  ...sides('count-other', ({sign}) => ({...counted(sign), claims: {}})),
  ...sides('count-beside', ({sign}) => ({...counted(sign), claims: {}})),
  ...sides('count-few-other', ({sign}) => ({...counted(sign), claims: {}})),
} satisfies Partial<Record<FactId, Meaning>>;

function counted(sign: string) {
  return {
    numbers: {partners: `count(${sign},me)`, sum: `sum(${sign},me)`},
    claim: `count(${sign},me) > 1`,
  };
}

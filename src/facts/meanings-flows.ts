/** The meaning of the facts about single flows. */
import type {FactId} from './catalogue.ts';
import type {Meaning} from './claims.ts';
import type {Side} from './flows.ts';
import {sides, type Told, TOLD} from './told-sides.ts';

/** No other partner has as large a flow, on either side. */
const LARGEST_PARTNER = 'size(net(me,$partner)) > 0 and largerPartners(me,$partner) = 0';

/** The largest flows of a side, what they are of it, and what there would be without the largest. */
export const FLOWS = {
  ...sides('top-list', ({sign, flow}) => ({
    numbers: {list: flow('$each')},
    claim: `count(${sign},me) > 1`,
    claims: {largest: `heads(${sign},me,$list) = 1`},
  })),
  ...sides('top-one', first),
  ...sides('top-many', equalFirsts),
  ...sides('one-partner', ({sign, flow}) => ({
    numbers: {share: `pct(${flow('$partner')}, sum(${sign},me))`},
    claim: `${flow('$partner')} > 0`,
    claims: {alone: `heads(${sign},me,$partner) = 1 and 2 * ${flow('$partner')} >= sum(${sign},me)`},
  })),
  ...sides('three-account', ({sign}) => ({
    numbers: {share: `pct(top(${sign},me,1) + top(${sign},me,2) + top(${sign},me,3), sum(${sign},me))`},
    claim: `count(${sign},me) > 3`,
    claims: {
      together: `5 * (top(${sign},me,1) + top(${sign},me,2) + top(${sign},me,3)) >= 3 * sum(${sign},me)`,
      largest: `top(${sign},me,3) > top(${sign},me,4)`,
    },
  })),
  ...sides('spread', ({sign}) => ({
    numbers: {share: `pct(top(${sign},me,1), sum(${sign},me))`},
    claim: `count(${sign},me) > 0`,
    claims: {
      widely: `count(${sign},me) >= 8 and 4 * top(${sign},me,1) <= sum(${sign},me)`,
      largest: `top(${sign},me,1) > top(${sign},me,2)`,
    },
  })),
  'mutual-gain': mutual('loss'),
  'mutual-loss': mutual('gain'),
  'pair-rank-first': pair({largest: 'pairRank($to,$from) = 1 and pairsLike($to,$from) = 1'}),
  'pair-rank-first-other': pair({largest: 'pairRank($to,$from) = 1 and pairsLike($to,$from) = 1'}),
  'pair-rank': pair({largest: 'pairsLike($to,$from) = 1'}, {rank: 'pairRank($to,$from)'}),
  'pair-rank-other': pair({largest: 'pairsLike($to,$from) = 1'}, {rank: 'pairRank($to,$from)'}),
  ...sides('rest-flips', ({way, sign}) => ({
    ...withoutLargest(sign),
    claims: {aside: LARGEST_PARTNER, reversed: `total(me) ${way === '>' ? '<' : '>'} 0`},
  })),
  ...sides('rest-grows', ({sign}) => ({...withoutLargest(sign), claims: {aside: LARGEST_PARTNER}})),
  ...sides('rest-small', ({sign}) => ({...withoutLargest(sign), claims: {aside: LARGEST_PARTNER}})),
  'rest-zero': {
    claims: {aside: LARGEST_PARTNER, cancelled: 'total(me) - net(me,$partner) = 0'},
  },
  ...sides('other-none', ({sign, counter}) => ({
    claim: `count(${counter},me) > 0`,
    claims: {none: `count(${sign},me) = 0`},
  })),
  ...sides('other-only', ({sign, flow}) => ({
    numbers: {list: flow('$each')},
    claim: `count(${sign},me) > 0`,
    claims: {only: `count(${sign},me) = 1`},
  })),
  ...sides('other-list', ({sign, flow}) => ({
    numbers: {list: flow('$each')},
    claim: `count(${sign},me) > 1`,
    claims: {only: `count(${sign},me) = items($list)`},
  })),
  ...sides('other-dominated', ({sign, flow}) => ({
    numbers: {amount: flow('$partner'), share: `pct(${flow('$partner')}, sum(${sign},me))`},
    claim: `${flow('$partner')} > 0 and 5 * ${flow('$partner')} >= 3 * sum(${sign},me)`,
    claims: {},
  })),
  ...sides('other-top', ({sign, flow}) => ({
    numbers: {list: flow('$each')},
    claim: `count(${sign},me) > 1`,
    claims: {largest: `heads(${sign},me,$list) = 1`},
  })),
  ...sides('other-one', first),
  ...sides('other-many', equalFirsts),
  'even-many': {numbers: {partners: 'count(0,me)'}, claims: {even: 'count(0,me) > 0'}},
  even: {claims: {even: 'net(me,$each) = 0 and count(0,me) = items($partners)'}},
} satisfies Partial<Record<FactId, Meaning>>;

/** The largest flow of a side, with no equal. */
function first({sign, flow}: Told) {
  return {
    numbers: {amount: flow('$partner')},
    claim: `${flow('$partner')} > 0`,
    claims: {largest: `heads(${sign},me,$partner) = 1`},
  };
}

/** The largest flow of a side, and how many are as large. */
function equalFirsts({sign}: Told) {
  return {
    numbers: {amount: `top(${sign},me,1)`, partners: `tied(${sign},me)`},
    claim: `count(${sign},me) > 0`,
    claims: {largest: `tied(${sign},me) > 1`},
  };
}

/** The partner's largest flow of its own side is with this county. */
function mutual(theirs: Side): Meaning {
  const {sign, flow} = TOLD[theirs];
  const amount = flow('me', '$partner');
  return {
    numbers: {share: `pct(${amount}, sum(${sign},$partner))`},
    claims: {
      [theirs]: `${amount} > 0`,
      largest: `heads(${sign},$partner,me) = 1`,
      'in-turn': `count(${sign},$partner) > 1`,
    },
  };
}

/** A net flow of the county, told with its direction. */
function pair(claims: Meaning['claims'], numbers: Meaning['numbers'] = {}): Meaning {
  return {
    numbers,
    claims: {'any-two': 'net($to,$from) > 0 and among(me,$to,$from) = 1', ...claims},
  };
}

function withoutLargest(sign: string) {
  const rest = sign === '+' ? 'total(me) - net(me,$partner)' : 'net(me,$partner) - total(me)';
  return {numbers: {rest}, claim: `${rest} > 0`};
}

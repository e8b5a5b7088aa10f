/**
 * The words for those who cannot see the charts, written a second time from the table: what must be said of
 * each picture, and nothing of the largest where two are equal.
 */
import {asCount, inDigits} from './evaluator.ts';
import {everyone, type Flow, flowsOf, sumOf} from '../../src/verify/figures.ts';
import type {World} from './reader.ts';

type Alt = 'flows' | 'chord' | 'totals' | 'heatmap';

/** What each chart's alt text must be, word for word. */
export function altsOf(world: World, me: number): Readonly<Record<Alt, string>> {
  const own = nameOf(world, me);
  const {one, other} = world.unit;
  const all = asCount(world.counties.length);
  const total = signed(world.totals[me]!);
  const gainers = asCount(flowsOf(world, me, 1).length);
  const alts = {
    flows: [
      `Bar chart with one bar for each of the other ${other}, from net gains for ${own} to net losses.`,
      ...endsOf(world, me),
    ],
    chord: [
      `Chord diagram of the net flows between all ${other}.`,
      `${own} is highlighted, with net gains of ${inDigits(sumOf(world, me, 1))} from ${gainers} ${gainers === 'one' ? one : other}` +
        ` and net losses of ${inDigits(sumOf(world, me, -1))} to ${asCount(flowsOf(world, me, -1).length)}, together ${total}.`,
    ],
    totals: [
      `Bar chart of the totals of all ${all} ${other}, the largest net in-migration first.`,
      ...extremesOf(world),
      `${own} is highlighted, with ${total}.`,
    ],
    heatmap: [
      `Table of ${all} rows and as many columns, each field coloured by its figure: net gains blue, net losses` +
        ' orange, the larger the stronger.',
      `The row of ${own} is outlined.`,
    ],
  };
  const end = 'The figures are also given in a table.';
  return {
    flows: [...alts.flows, end].join(' '),
    chord: [...alts.chord, end].join(' '),
    totals: [...alts.totals, end].join(' '),
    heatmap: [...alts.heatmap, end].join(' '),
  };
}

/** The ends of the bar chart, each where one county stands there alone. */
export function endsOf(world: World, me: number): readonly string[] {
  const gain = alone(flowsOf(world, me, 1));
  const loss = alone(flowsOf(world, me, -1));
  return [
    ...(gain
      ? [`The largest net gain is from ${nameOf(world, gain.county)}: ${inDigits(gain.amount)}.`]
      : []),
    ...(loss ? [`The largest net loss is to ${nameOf(world, loss.county)}: ${inDigits(loss.amount)}.`] : []),
  ];
}

/** The highest and the lowest total, where each is one county's alone. */
export function extremesOf(world: World): readonly string[] {
  const totals = everyone(world).map(county => ({county, amount: world.totals[county]!}));
  const most = totals.filter(({amount}) => amount === Math.max(...world.totals));
  const least = totals.filter(({amount}) => amount === Math.min(...world.totals));
  if (most.length > 1 || least.length > 1) return [];
  const [first, last] = [most[0]!, least[0]!];
  return [
    `${nameOf(world, first.county)} comes first with ${signed(first.amount)},` +
      ` ${nameOf(world, last.county)} last with ${signed(last.amount)}.`,
  ];
}

const alone = ([first, second]: readonly Flow[]): Flow | null =>
  first && first.amount !== second?.amount ? first : null;

const signed = (value: number) => (value > 0 ? '+' : '') + inDigits(value);

const nameOf = ({counties}: World, county: number) => counties[county]!.name;

/**
 * A number that may enter a sentence, a table or a chart, and the expression that it is the value of.
 * After this stage no number is computed.
 */
import type {Proof} from '../extract/proof.ts';
import type {Table} from '../extract/table.ts';
import {type Argument, codesIn, type Expression, parse} from './expression.ts';
import {byTotal, onSide, outsiders, pairsLike, shownPlaces} from './rests.ts';

/**
 * What kind of number it is: moves (a net figure), how many, place in an order, per cent, how many times,
 * or a year.
 */
export type Kind = 'flow' | 'count' | 'rank' | 'share' | 'times' | 'year';

export type Quantity = {readonly value: number; readonly kind: Kind; readonly expr: string};

/** The value of an expression over a table, as a number of a kind. */
export function quantity(table: Table, kind: Kind, expr: string): Quantity {
  return {value: evaluate(table, parse(expr)), kind, expr};
}

/**
 * The anchor of what proves a number: `c-03-12` for one cell, `t-03` for a published total, else the row
 * `r-03` of the first county it speaks of; null where it speaks of none.
 */
export function anchor({expr}: Quantity): string | null {
  const read = parse(expr);
  const call = read.kind === 'negative' ? read.of : read;
  const [first, second] = codesIn(read);
  if (first === undefined || (call.kind === 'call' && COUNTED.includes(call.name))) return null;
  if (call.kind === 'call' && call.name === 'net') return `c-${first}-${second}`;
  if (call.kind === 'call' && call.name === 'total') return `t-${first}`;
  return `r-${first}`;
}

/** Functions whose argument is a place in a list, and no county. */
const COUNTED = ['stated', 'said', 'found'];

/** The value of an expression that has been read. */
export function evaluate(table: Table, read: Expression): number {
  // `0 -`: the negative of nought is nought.
  if (read.kind === 'negative') return 0 - evaluate(table, read.of);
  if (read.kind === 'sum') return evaluate(table, read.left) + evaluate(table, read.right);
  if (read.kind === 'difference') return evaluate(table, read.left) - evaluate(table, read.right);
  const compute = FUNCTIONS[read.name];
  if (!compute) throw new Error(`There is no function ${read.name}`);
  return compute(table, read.args);
}

type Compute = (table: Table, args: readonly Argument[]) => number;

/** What an expression may ask for. Counties by number; sums and flows in moves. */
const FUNCTIONS: Readonly<Record<string, Compute>> = {
  /** net(a,b): net in-migration of a against b */
  net: (table, [a, b]) => row(table, a)[at(table, b)]!,
  /** total(a): the published total of a */
  total: (table, [a]) => table.matrix.totals[at(table, a)]!,
  /**
   * sum(+,a): what a gained, over all it gained from; sum(-,a): what it lost, as a positive number; sum(+,a,k): the same
   * without the k largest
   */
  sum: (table, [sign, a, most]) => Math.abs(total(sideOf(table, sign, a, most))),
  /** count(+,a), count(-,a), count(0,a): from, to and with how many counties; count(+,a,k): without the k largest */
  count: (table, [sign, a, most]) => sideOf(table, sign, a, most).length,
  /** tied(+,a), tied(-,a): how many share the largest net gain (loss) of a */
  tied: (table, [sign, a]) => {
    const side = sideOf(table, sign, a, undefined).map(Math.abs);
    const largest = side.reduce((most, each) => Math.max(most, each), 0);
    return side.filter(each => each === largest).length;
  },
  /** outside(a,b,k): net in-migration of a against all but b and its k largest partners; outsiders(b,k): how many */
  outside: (table, [a, b, most]) =>
    total(outsiders(table, at(table, b), Number(most)).map(other => row(table, a)[other]!)),
  outsiders: (table, [b, most]) => outsiders(table, at(table, b), Number(most)).length,
  /** between(a,b): how many stand between a and b in the order of totals, equals in the order of the table */
  between: (table, [a, b]) => {
    const order = byTotal(table);
    return order.indexOf(at(table, b)) - order.indexOf(at(table, a)) - 1;
  },
  /** unranked(a,e,n): how many stand neither among the e at an end of that order nor n places or less from a */
  unranked: (table, [a, ends, near]) =>
    table.counties.length - shownPlaces(table, at(table, a), {ends: Number(ends), near: Number(near)}).length,
  /** region(a,KEY): net in-migration of a against the counties of a region, itself left out */
  region: (table, [a, key]) => total(members(table, key).map(index => row(table, a)[index]!)),
  /** rank(a): place of a by total, the largest first; equal totals share a place */
  rank: (table, [a]) => place(table.matrix.totals, table.matrix.totals[at(table, a)]!),
  /** sideRank(a): place of a by the size of its total among the counties with a total of the same sign */
  sideRank: (table, [a]) => {
    const side = ownSide(table, a).map(Math.abs);
    return place(side, Math.abs(table.matrix.totals[at(table, a)]!));
  },
  /** side(a): how many counties have a total of the same sign as a */
  side: (table, [a]) => ownSide(table, a).length,
  /** onSide(+): how many counties have a total of this sign; sideSum(+): what these come to, as a positive number */
  onSide: ({matrix}, [sign]) => matrix.totals.filter(hasSign(sign)).length,
  sideSum: ({matrix}, [sign]) => Math.abs(total(matrix.totals.filter(hasSign(sign)))),
  /** together(a,b,...): the totals of some counties added up */
  together: (table, counties) => total(counties.map(a => table.matrix.totals[at(table, a)]!)),
  /** largestPair(): size of the largest net flow between two counties */
  largestPair: ({matrix}) => largestNet(matrix),
  /** regionTotal(KEY): net in-migration of a region against the rest; regionNet(KEY,OTHER): against another region */
  regionTotal: (table, [key]) =>
    acrossBorder(table, members(table, key), index => !members(table, key).includes(index)),
  regionNet: (table, [key, other]) =>
    acrossBorder(table, members(table, key), index => members(table, other).includes(index)),
  /** pairRank(a,b): place of the pair by the size of its net flow, among all pairs */
  pairRank: (table, [a, b]) => 1 + pairsLike(table.survey, Math.abs(row(table, a)[at(table, b)]!)).larger,
  /** sources(a): for how many counties the largest net gain is from a; destinations(a): largest net loss to a */
  sources: (table, [a]) => table.survey.sources[at(table, a)]!,
  destinations: (table, [a]) => table.survey.destinations[at(table, a)]!,
  /** pct(x,y): x in per cent of y, rounded once, half up */
  pct: (table, [x, y]) => Math.floor((200 * value(table, x) + value(table, y)) / (2 * value(table, y))),
  /** times(x,y): how many times y goes into x, whole; about(x,y): the nearest whole number of times */
  times: (table, [x, y]) => Math.floor(value(table, x) / value(table, y)),
  about: (table, [x, y]) => Math.round(value(table, x) / value(table, y)),
  /** counties(): how many there are; others(): all but one; regions(): how many regions; year() */
  counties: ({counties}) => counties.length,
  others: ({counties}) => counties.length - 1,
  regions: ({regions}) => regions.length,
  otherRegions: ({regions}) => regions.length - 1,
  year: ({title}) => title.year ?? NaN,
  /** examples(): how many statements the note's examples make */
  examples: ({proof}) => exampleChecks(proof).length,
  /** differing(): how many of them say something else than the table */
  differing: ({proof}) => exampleChecks(proof).filter(({passed}) => !passed).length,
  /** stated(n): what the note's nth example says; zero(): what the totals must add up to */
  stated: ({proof}, [n]) => exampleChecks(proof)[Number(n) - 1]!.said,
  /** said(n), found(n): what the text says in the nth check, and what its figures give */
  said: ({proof}, [n]) => proof.checks[Number(n) - 1]!.said,
  found: ({proof}, [n]) => proof.checks[Number(n) - 1]!.computed,
  zero: () => 0,
  /** totals(): the totals of all counties added up, nought in a table that is right */
  totals: ({matrix}) => total(matrix.totals),
};

/** The note's statements, in its order. */
export const exampleChecks = (proof: Proof) => proof.checks.filter(({kind}) => kind === 'example');

function value(table: Table, argument: Argument | undefined): number {
  if (argument === undefined || typeof argument === 'string') throw new Error('An expression was expected');
  return evaluate(table, argument);
}

function at({index}: Pick<Table, 'index'>, argument: Argument | undefined): number {
  const found = typeof argument === 'string' ? index.get(argument) : undefined;
  if (found === undefined) throw new Error(`There is no county ${JSON.stringify(argument)}`);
  return found;
}

const row = (table: Table, a: Argument | undefined) => table.matrix.net[at(table, a)]!;

/** A county's net against each of the others, of one sign; without the `most` largest, where that is said. */
function sideOf(
  table: Table,
  sign: Argument | undefined,
  a: Argument | undefined,
  most: Argument | undefined,
): readonly number[] {
  const own = at(table, a);
  if (most === undefined) return row(table, a).filter((each, index) => index !== own && hasSign(sign)(each));
  return onSide(table, own, sign === '+' ? 1 : -1)
    .slice(Number(most))
    .map(other => row(table, a)[other]!);
}

/** The totals of all counties that, like this one, gained or lost. */
function ownSide(table: Table, a: Argument | undefined): readonly number[] {
  const {totals} = table.matrix;
  return totals.filter(each => Math.sign(each) === Math.sign(totals[at(table, a)]!));
}

function members({regions, index}: Table, key: Argument | undefined): readonly number[] {
  const region = regions.find(candidate => candidate.key === key);
  if (!region) throw new Error(`There is no region ${JSON.stringify(key)}`);
  return region.members.map(code => index.get(code)!);
}

/** What some counties together gained from some others. */
const acrossBorder = ({matrix}: Table, own: readonly number[], isOther: (index: number) => boolean) =>
  total(own.flatMap(index => matrix.net[index]!.filter((_, other) => isOther(other))));

const total = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);

const hasSign = (sign: Argument | undefined) => (each: number) =>
  Math.sign(each) === (sign === '+' ? 1 : sign === '-' ? -1 : 0);

/** Row by row: a large table has more cells than a function takes arguments. */
export const largestNet = ({net}: Table['matrix']) =>
  net.reduce((most, cells) => Math.max(most, ...cells), 0);

/** 1 + the number of larger values. */
const place = (values: readonly number[], own: number) => 1 + values.filter(each => each > own).length;

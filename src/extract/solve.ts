/**
 * Chooses among the ways to read the rows by the totals: each figure stands in two of them, with opposite signs, so
 * a wrong way to read one row is felt in others.
 *
 * Rows are read in an order in which totals become complete as early as possible; where one does not agree, the
 * search turns back.
 */
import type {Column} from './blocks.ts';
import {amountOf, type Reading} from './readings.ts';
import type {Slot} from './layouts.ts';
import type {Owner} from './units.ts';

/** One row in one block, with all ways to read it. */
export type Choice = {
  readonly owner: Owner;
  readonly slots: readonly Slot[];
  readonly readings: readonly Reading[];
};

/** A way to read all rows (a reading for each choice), and how many totals do not agree with it. */
export type Solution = {readonly picks: readonly number[]; readonly failures: number};

export type Search = {
  /** The best ways, at most two: if there are two, nothing tells which one is meant. */
  readonly solutions: readonly Solution[];
  /** False where there were too many ways to try them all. */
  readonly isComplete: boolean;
};

const MOST_STEPS = 60_000;

/** Two wrong cells are at most four wrong totals. */
const MOST_FAILURES = 4;

/** How amounts enter totals: a net figure in two of them, a gross one in that of its row. */
export type Kind = 'net' | 'gross';

/** The ways to read all rows with which the fewest totals disagree. */
export function solve(choices: readonly Choice[], size: number, kind: Kind): Search {
  // Where there is one way only, it is the one, whatever the totals say of it.
  const isOpen = choices.some(({readings}) => readings.length > 1);
  const slacks = isOpen ? Array.from({length: MOST_FAILURES + 1}, (_, slack) => slack) : [Infinity];
  let isComplete = true;
  for (const slack of slacks) {
    const found = search(choices, size, kind, slack);
    isComplete &&= found.isComplete;
    if (found.solutions.length) return {...found, isComplete};
  }
  return {solutions: [], isComplete};
}

/** The effect of one reading: by how much it changes the sum of each county less its total. */
type Effect = ReadonlyMap<number, number>;

function search(choices: readonly Choice[], size: number, kind: Kind, slack: number): Search {
  const mirrored = kind === 'net' ? printedTwice(choices) : new Set<string>();
  const order = orderOf(choices);
  const effects = order.map(at =>
    choices[at]!.readings.map(read => effectOf(choices[at]!, read, kind, mirrored)),
  );
  const ends = completions(
    order.map(at => choices[at]!),
    effects,
    size,
  );
  const sums = Array<number>(size).fill(0);
  const picks = Array<number>(choices.length).fill(0);
  const withTotal = new Set(
    choices.flatMap(({owner, slots}) => (slots.some(({column}) => column === 'total') ? [owner] : [])),
  );
  const solutions: Solution[] = [];
  let steps = 0;
  walk(0, 0);
  return {solutions, isComplete: steps <= MOST_STEPS};

  function walk(at: number, failures: number): void {
    if (solutions.length > 1 || ++steps > MOST_STEPS) return;
    if (at === order.length) {
      if (failures === slack || slack === Infinity) solutions.push({picks: [...picks], failures});
      return;
    }
    for (const [pick, effect] of effects[at]!.entries()) {
      for (const [unit, amount] of effect) sums[unit]! += amount;
      const failed = ends[at]!.filter(unit => withTotal.has(unit) && sums[unit] !== 0).length;
      picks[order[at]!] = pick;
      if (failures + failed <= slack) walk(at + 1, failures + failed);
      for (const [unit, amount] of effect) sums[unit]! -= amount;
    }
  }
}

/** Rows of which there is one way to read come first; then those of the counties with most cells of their own. */
function orderOf(choices: readonly Choice[]): readonly number[] {
  const cells = new Map<Owner, number>();
  for (const {owner, slots} of choices) cells.set(owner, (cells.get(owner) ?? 0) + slots.length);
  const isFixed = (at: number) => (choices[at]!.readings.length === 1 ? 1 : 0);
  const weight = (at: number) => cells.get(choices[at]!.owner)!;
  return choices
    .map((_, at) => at)
    .toSorted((a, b) => isFixed(b) - isFixed(a) || weight(b) - weight(a) || a - b);
}

/** Cells whose mirror is printed too: each then stands in one sum only. */
function printedTwice(choices: readonly Choice[]): ReadonlySet<string> {
  const printed = new Set(
    choices.flatMap(({owner, slots, readings}) =>
      slots.flatMap(({column}, at) => (readings[0]?.[at] ? [`${owner} ${column}`] : [])),
    ),
  );
  return new Set([...printed].filter(cell => printed.has(cell.split(' ').toReversed().join(' '))));
}

function effectOf({owner, slots}: Choice, read: Reading, kind: Kind, mirrored: ReadonlySet<string>): Effect {
  const effect = new Map<number, number>();
  if (typeof owner !== 'number') return effect;
  const add = (unit: Column, amount: number) => {
    if (typeof unit === 'number') effect.set(unit, (effect.get(unit) ?? 0) + amount);
  };
  slots.forEach(({column}, at) => {
    const token = read[at];
    const amount = token ? amountOf(token) || 0 : 0;
    if (column === 'total') add(owner, 0 - amount);
    else if (column !== owner || kind === 'gross') {
      add(owner, amount);
      if (kind === 'net' && !mirrored.has(`${owner} ${column}`)) add(column, 0 - amount);
    }
  });
  return effect;
}

/** For each step the counties whose sums are complete after it. */
function completions(
  ordered: readonly Choice[],
  effects: readonly (readonly Effect[])[],
  size: number,
): readonly (readonly number[])[] {
  const last = Array<number>(size).fill(0);
  effects.forEach((list, at) => {
    for (const effect of list) for (const unit of effect.keys()) last[unit] = at;
  });
  return ordered.map((_, at) => last.flatMap((step, unit) => (step === at ? [unit] : [])));
}

/**
 * Chooses among the ways to read the rows by the totals: each figure stands in two of them, with opposite signs, so
 * a wrong way to read one row is felt in others.
 *
 * Rows are read in an order in which totals become complete as early as possible, and each is read only in the ways
 * that what is known already leaves; where none is left, the search turns back.
 */
import {
  amountOf,
  type Budget,
  eachReading,
  type Needs,
  NO_NEEDS,
  type Reading,
  type Ways,
} from './readings.ts';
import type {Owner} from './units.ts';

/** One row in one block, with the ways to read it. */
export type Choice = {
  readonly owner: Owner;
  readonly ways: Ways;
  /** Whether there is more than one way; if not, `first` is the only one. */
  readonly isOpen: boolean;
  readonly first: Reading | null;
};

/** A way to read all rows, and how many totals (and mirrors) do not agree with it. */
export type Solution = {readonly cells: readonly Reading[]; readonly failures: number};

export type Search = {
  /** The ways with so many failures, at most two: if there are two, nothing tells which one is meant. */
  readonly solutions: readonly Solution[];
  /** False where there were too many ways to try them all. */
  readonly isComplete: boolean;
};

/** How amounts enter totals: a net figure in two of them, a gross one in that of its row. */
export type Kind = 'net' | 'gross';

/** A row with the ways to read it looked through, as far as the second. */
export function choiceOf(owner: Owner, ways: Ways): Choice {
  const found: Reading[] = [];
  eachReading(ways, NO_NEEDS, {left: 5000}, reading => found.push(reading) < 2);
  return {owner, ways, isOpen: found.length > 1, first: found[0] ?? null};
}

/**
 * Finds the ways to read all rows with which `failures` totals disagree; `any` takes what there is.
 * @param size how many counties there are
 */
export function solve(
  choices: readonly Choice[],
  size: number,
  kind: Kind,
  failures: number | 'any',
  budget: Budget,
): Search {
  const frame = frameOf(choices, size, kind);
  const state: State = {
    sums: new Float64Array(size + 2),
    pending: frame.pending.slice(),
    grid: new Map(),
    cells: choices.map(() => []),
  };
  const solutions: Solution[] = [];
  const most = failures === 'any' ? Infinity : failures;
  walk(0, 0);
  return {solutions, isComplete: budget.left >= 0};

  function walk(at: number, failed: number): void {
    if (at === choices.length) {
      const isWanted = failures === 'any' || failed === failures;
      if (isWanted && !solutions.some(({cells}) => isSame(choices, cells, state.cells)))
        solutions.push({cells: [...state.cells], failures: failed});
      return;
    }
    const index = frame.order[at]!;
    for (const reading of readingsNow(choices[index]!, failed < most)) {
      budget.left -= reading.length;
      const undo = apply(choices[index]!, index, reading, frame, state);
      if (failed + undo.failures <= most) walk(at + 1, failed + undo.failures);
      undo.back();
      if (solutions.length > 1 || budget.left < 0) return;
    }
  }

  /** The readings that what is known leaves; where none is left and a failure may be allowed, all. */
  function readingsNow(choice: Choice, mayFail: boolean): readonly Reading[] {
    if (!choice.isOpen) return choice.first ? [choice.first] : [];
    const found = readings(choice, needsOf(choice, frame, state));
    return found.length || !mayFail ? found : readings(choice, NO_NEEDS);
  }

  function readings(choice: Choice, needs: Needs): readonly Reading[] {
    const found: Reading[] = [];
    eachReading(choice.ways, needs, budget, reading => {
      found.push(reading);
      return found.length < MOST_READINGS;
    });
    // More ways to read one row no arithmetic should be trusted to choose from.
    if (found.length === MOST_READINGS) budget.left = -1;
    return found;
  }
}

const MOST_READINGS = 5000;

/** Whether two ways to read all rows come to the same figures: signs on the diagonal are none. */
function isSame(choices: readonly Choice[], a: readonly Reading[], b: readonly Reading[]): boolean {
  const amount = (token: Reading[number] | undefined) => (token ? amountOf(token) : null);
  return choices.every(({ways: {slots}}, row) =>
    slots.every(
      ({isDiagonal}, slot) => isDiagonal || Object.is(amount(a[row]![slot]), amount(b[row]![slot])),
    ),
  );
}

/** What does not change during a search. */
type Frame = {
  readonly size: number;
  readonly kind: Kind;
  /** Indices of choices in the order of reading. */
  readonly order: readonly number[];
  /** For each sum, how many rows enter it. */
  readonly pending: Int32Array;
  /** The sums that a total is printed for. */
  readonly hasTotal: ReadonlySet<number>;
  /** Cells whose mirror is printed too: each then stands in one sum only. */
  readonly twice: ReadonlySet<string>;
  /** For each choice the sums that it enters. */
  readonly enters: readonly (readonly number[])[];
};

/** What does: sums of figures less totals, rows that are still to enter them, cells that were read. */
type State = {
  readonly sums: Float64Array;
  readonly pending: Int32Array;
  readonly grid: Map<string, number>;
  readonly cells: Reading[];
};

function frameOf(choices: readonly Choice[], size: number, kind: Kind): Frame {
  const printed = new Set(
    choices.flatMap(({owner, ways: {slots, fixed}}) =>
      slots.flatMap(({column}, at) => (fixed && !fixed[at] ? [] : [`${owner} ${column}`])),
    ),
  );
  const twice = new Set(
    kind === 'net' ? [...printed].filter(cell => printed.has(cell.split(' ').toReversed().join(' '))) : [],
  );
  const enters = choices.map(({owner, ways: {slots}}) => {
    const others = slots.flatMap(({column}) =>
      kind === 'net' &&
      typeof owner === 'number' &&
      typeof column === 'number' &&
      !twice.has(`${owner} ${column}`)
        ? [column]
        : [],
    );
    return [...new Set([sumOf(owner, size), ...others])];
  });
  const pending = new Int32Array(size + 2);
  for (const sum of enters.flat()) pending[sum]! += 1;
  const totals = choices.filter(({ways: {slots}}) => slots.some(({column}) => column === 'total'));
  return {
    size,
    kind,
    order: orderOf(choices),
    pending,
    hasTotal: new Set(totals.map(({owner}) => sumOf(owner, size))),
    twice,
    enters,
  };
}

/** Each county has a sum, and so have the row of totals and that of moves from abroad. */
const sumOf = (owner: Owner, size: number) =>
  typeof owner === 'number' ? owner : owner === 'total' ? size : size + 1;

/** Rows of which there is one way to read come first; then those of the counties with most cells of their own. */
function orderOf(choices: readonly Choice[]): readonly number[] {
  const cells = new Map<Owner, number>();
  for (const {owner, ways} of choices) cells.set(owner, (cells.get(owner) ?? 0) + ways.slots.length);
  const isOpen = (at: number) => (choices[at]!.isOpen ? 1 : 0);
  const weight = (at: number) => cells.get(choices[at]!.owner)!;
  // What one county has in several blocks is read together, for it makes one total.
  const firsts = new Map<Owner, number>();
  choices.forEach(({owner}, at) => firsts.has(owner) || firsts.set(owner, at));
  const first = (at: number) => firsts.get(choices[at]!.owner)!;
  return choices
    .map((_, at) => at)
    .toSorted((a, b) => isOpen(a) - isOpen(b) || weight(b) - weight(a) || first(a) - first(b) || a - b);
}

/** What the rows that were read leave for this one: cells whose mirror is known, and its sum if it is the last in it. */
function needsOf(
  {owner, ways: {slots}}: Choice,
  {size, kind, hasTotal}: Frame,
  {sums, pending, grid}: State,
): Needs {
  const own = sumOf(owner, size);
  const mirror = (column: unknown) => grid.get(`${column as string} ${owner}`);
  return {
    amounts:
      kind === 'net'
        ? slots.map(({column, isDiagonal}) => {
            const other = isDiagonal ? undefined : mirror(column);
            return other === undefined ? null : 0 - other;
          })
        : [],
    sum: pending[own] === 1 && hasTotal.has(own) ? 0 - sums[own]! : null,
  };
}

/** Enters a row into sums and grid. @returns how many sums and mirrors it fails, and how to take it back */
function apply(
  {owner, ways: {slots}}: Choice,
  index: number,
  reading: Reading,
  {size, kind, hasTotal, twice, enters}: Frame,
  {sums, pending, grid, cells}: State,
): {failures: number; back: () => void} {
  const own = sumOf(owner, size);
  const added: string[] = [];
  let failures = 0;
  const enter = (sign: 1 | -1) =>
    slots.forEach(({column, isDiagonal}, at) => {
      const token = reading[at];
      if (!token || isDiagonal) return;
      const amount = (amountOf(token) || 0) * sign;
      if (column === 'total') sums[own]! -= amount;
      else {
        sums[own]! += amount;
        const isInTwo = kind === 'net' && typeof owner === 'number' && typeof column === 'number';
        if (isInTwo && !twice.has(`${owner} ${column}`)) sums[column]! -= amount;
      }
    });
  enter(1);
  cells[index] = reading;
  if (twice.size)
    slots.forEach(({column, isDiagonal}, at) => {
      const token = reading[at];
      if (!token || isDiagonal || typeof column !== 'number') return;
      const mirror = grid.get(`${column} ${owner}`);
      if (mirror !== undefined && mirror + amountOf(token) !== 0) failures++;
      added.push(`${owner} ${column}`);
      grid.set(`${owner} ${column}`, amountOf(token));
    });
  for (const sum of enters[index]!) {
    pending[sum]! -= 1;
    if (pending[sum] === 0 && hasTotal.has(sum) && sums[sum] !== 0) failures++;
  }
  const back = () => {
    enter(-1);
    for (const cell of added) grid.delete(cell);
    for (const sum of enters[index]!) pending[sum]! += 1;
  };
  return {failures, back};
}

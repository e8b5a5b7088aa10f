/**
 * Blocks -> cells: tries each layout and each way that plain spaces may be meant, and takes the one that the table's
 * own totals prove. Where two are proven and differ, neither is taken.
 */
import type {Issue} from '../issues.ts';
import type {Block} from './blocks.ts';
import {whereOf} from './cells.ts';
import {severalReadings, tooManyReadings} from './complaints.ts';
import {layoutsOf} from './layouts.ts';
import {isProvable, type Plan, planOf} from './plans.ts';
import {amountOf, type Budget, prepare, type Prepared, type Reading, type Spacing} from './readings.ts';
import {type Solution, solve} from './solve.ts';
import {type Owned, placeOf, type Unit} from './units.ts';

/** A table read in one layout. */
export type Assembly = Plan & {
  /** For each row the reading that is taken; of one that has none, an empty one. */
  readonly cells: readonly Reading[];
  /** How many totals, or cells that are printed twice, disagree; null where there is nothing to disagree. */
  readonly failures: number | null;
};

export type Assembled = {readonly assembly: Assembly | null; readonly issues: readonly Issue[]};

const SPACINGS: readonly Spacing[] = [
  {groups: false, minus: false},
  {groups: true, minus: false},
  {groups: false, minus: true},
  {groups: true, minus: true},
];

/**
 * Reads the cells of all blocks. Without an assembly, an issue says why.
 * @param budget what may be spent on all attempts at a text
 */
export function assemble(
  file: string,
  blocks: readonly Block[],
  units: readonly Unit[],
  isGross: boolean,
  budget: Budget,
): Assembled {
  const isDelimited = blocks.every(({rows}) => rows.every(({row}) => row.isDelimited));
  const strict = prepared(blocks, SPACINGS[0]!);
  const whole: Plan[] = [];
  const open: Plan[] = [];
  let nearest: Plan | null = null;
  for (const spacing of isDelimited ? SPACINGS.slice(0, 1) : SPACINGS) {
    // A text as large as that, in which spaces part thousands too, could be read in more ways than can be tried.
    if (spacing !== SPACINGS[0] && tokensIn(blocks) > MOST_TOKENS) break;
    const pieces = spacing === SPACINGS[0] ? strict : prepared(blocks, spacing);
    // Where a spacing gives no row another reading there is nothing new to try.
    if (spacing !== SPACINGS[0] && isSame(pieces, strict)) continue;
    const found: Plan[] = [];
    for (const layout of layoutsOf(blocks, isGross)) {
      const most: number = nearest ? misfitsIn(nearest) : Infinity;
      const plan = planOf(blocks, units.length, {layout, spacing, pieces}, most);
      if (plan && isWhole(plan)) found.push(plan);
      else nearest = plan ?? nearest;
    }
    whole.push(...found);
    const read = found.map(plan => ({plan, ...solved(plan, units.length, 0, budget)}));
    const unclear = read.find(({solutions}) => solutions.length > 1);
    if (unclear)
      return {assembly: null, issues: [severalReadings(firstOpen(file, unclear.plan), units.length)]};
    const proven = read.flatMap(({plan, solutions: [solution]}) => {
      const assembly = solution && assemblyOf(plan, solution);
      return assembly?.failures === 0 ? [assembly] : [];
    });
    const [first, ...others] = proven;
    const rival = first && others.find(other => signature(other) !== signature(first));
    if (rival)
      return {
        assembly: null,
        issues: [severalReadings(whereOf(file, differing(first, rival)), units.length)],
      };
    if (first) return {assembly: first, issues: []};
    open.push(...read.flatMap(({plan, isComplete}) => (isComplete ? [] : [plan])));
  }
  return unproven(file, {whole, open, nearest}, units.length);
}

/** Seventy counties against each other. */
const MOST_TOKENS = 10_000;

const tokensIn = (blocks: readonly Block[]) =>
  blocks.reduce((sum, {rows}) => sum + rows.reduce((all, {row}) => all + row.cells.length, 0), 0);

/** How many tokens may be looked at to find the wrong figure in a table that can be read in several ways. */
const MOST_MORE_STEPS = 200_000;

/** Two wrong cells are at most four wrong totals. */
const MOST_FAILURES = 4;

/** Where no reading agrees with all totals: the one with which the fewest disagree. */
function unproven(
  file: string,
  {
    whole,
    open,
    nearest,
  }: {readonly whole: readonly Plan[]; readonly open: readonly Plan[]; readonly nearest: Plan | null},
  size: number,
): Assembled {
  const named = whole.filter(({isGuessed}) => !isGuessed);
  const budget = {left: MOST_MORE_STEPS};
  const read = named.map(plan => {
    if (!plan.choices.some(({isOpen}) => isOpen)) return {plan, ...solved(plan, size, 'any', budget)};
    for (let failures = 0; failures <= MOST_FAILURES; failures++) {
      const found = solved(plan, size, failures, budget);
      if (found.solutions.length) return {plan, ...found};
    }
    return {plan, solutions: [], isComplete: budget.left >= 0};
  });
  const tried = read.flatMap(({plan, solutions: [solution, other]}) =>
    solution && !other ? [assemblyOf(plan, solution)] : [],
  );
  // Spaces that part cells and nothing else are likelier than those that do both.
  const best = tried.toSorted((a, b) => depth(a) - depth(b) || badness(a) - badness(b))[0];
  if (best) return {assembly: best, issues: []};
  const [unclear] = [...open, ...read.map(({plan}) => plan)];
  if (unclear) return {assembly: null, issues: [tooManyReadings(firstOpen(file, unclear))]};
  const cells = nearest?.choices.map(({first}) => first ?? []) ?? [];
  return {assembly: nearest && {...nearest, cells, failures: null}, issues: []};
}

function solved(plan: Plan, size: number, failures: number | 'any', budget: Budget) {
  // Where there is one way to read every row, it is the one, whatever the totals say of it.
  const isOpen = plan.choices.some(choice => choice.isOpen);
  return solve(plan.choices, size, plan.layout.isGross ? 'gross' : 'net', isOpen ? failures : 'any', budget);
}

const misfitsIn = ({misfits, missing}: Plan) => misfits.length + missing.length;

/** Where the first row stands that can be read in more than one way. */
const firstOpen = (file: string, {choices}: Plan) =>
  whereOf(file, placeOf((choices.find(({isOpen}) => isOpen) ?? choices[0]!).from.row));

/** The readings' pieces of every row. */
const prepared = (blocks: readonly Block[], spacing: Spacing): ReadonlyMap<Owned, Prepared> =>
  new Map(blocks.flatMap(({rows}) => rows.map(owned => [owned, prepare(owned.row.cells, spacing)] as const)));

function isSame(rows: ReadonlyMap<Owned, Prepared>, others: ReadonlyMap<Owned, Prepared>): boolean {
  return [...rows].every(([owned, {pieces}]) =>
    pieces.every((list, at) => list.length === others.get(owned)!.pieces[at]!.length),
  );
}

const isWhole = (plan: Plan) => misfitsIn(plan) === 0;

/**
 * A table without totals is less likely than one with a wrong cell, and likelier than one with two; a diagonal that
 * is filled in some rows and not in others than one of a kind.
 */
const badness = ({failures, layout}: Assembly) =>
  (failures ?? 2.5) + (layout.diagonal === 'either' && !layout.isGross ? 0.4 : 0);

const depth = ({spacing}: Plan) => SPACINGS.indexOf(spacing);

/** The figures that are read, each pair once and from one side, to tell two assemblies apart. */
function signature({choices, cells, layout}: Assembly): string {
  const figures = choices.flatMap(({owner, slots}, at) =>
    slots.flatMap(({column}, slot) => {
      const token = cells[at]![slot];
      if (column === owner || !token) return [];
      const isTurned =
        !layout.isGross && typeof column === 'number' && typeof owner === 'number' && column > owner;
      return isTurned ? `${column}|${owner}|${0 - amountOf(token)}` : `${owner}|${column}|${amountOf(token)}`;
    }),
  );
  return [...new Set(figures)].toSorted().join(' ');
}

/** The first row of which two assemblies read something else. */
function differing(a: Assembly, b: Assembly) {
  const text = (cells: Reading) => cells.map(token => token?.place.text).join('|');
  const at = a.cells.findIndex((cells, index) => text(cells) !== text(b.cells[index] ?? []));
  return placeOf(a.choices[Math.max(at, 0)]!.from.row);
}

function assemblyOf(plan: Plan, {cells, failures}: Solution): Assembly {
  return {...plan, cells, failures: isProvable(plan, cells) ? failures : null};
}

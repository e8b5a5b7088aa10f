/**
 * Matrix -> Proof: what the text says about itself, each check with both sides.
 *
 * Every cell of a net table stands in two totals with opposite signs, so the printed totals find a wrong
 * figure: the two counties whose totals are off by the same amount, one up and one down, cross at it.
 */
import {type Issue, type Where} from '../issues.ts';
import {
  cellDisagrees,
  exampleDisagrees,
  noExample,
  totalDisagrees,
  totalsDoNotCancel,
  unreadExample,
} from './complaints.ts';
import {type Place, whereOf} from './cells.ts';
import type {Examples} from './examples.ts';
import type {Matrix} from './matrix.ts';

/**
 * One check. `county` and `partner` are indices; `said` is what the text states, `computed` what its cells
 * give. `zero-sum`: the totals of all counties against nought, which is what a net table must add up to.
 */
export type Check = {
  readonly kind: 'row-total' | 'zero-sum' | 'example';
  readonly county: number | null;
  readonly partner: number | null;
  readonly said: number;
  readonly computed: number;
  readonly passed: boolean;
  readonly place: Place;
};

export type Proof = {readonly checks: readonly Check[]; readonly passed: boolean};

/** Runs every check. Nothing is thrown: a table that fails is described by `contradictions`. */
export function prove(matrix: Matrix, {examples}: Examples): Proof {
  const {net, totals, totalPlaces} = matrix;
  const rows = totals.map((said, county) =>
    check('row-total', county, null, said, sum(net[county]!), totalPlaces[county]!),
  );
  const zero = check('zero-sum', null, null, 0, sum(totals), totalPlaces[0]!);
  const noted = examples.map(({county, partner, said, place}) =>
    check(
      'example',
      county,
      partner,
      said,
      partner === null ? sum(net[county]!) : net[county]![partner]!,
      place,
    ),
  );
  const checks = [...rows, zero, ...noted];
  return {checks, passed: checks.every(({passed}) => passed)};
}

function check(
  kind: Check['kind'],
  county: number | null,
  partner: number | null,
  said: number,
  computed: number,
  place: Place,
): Check {
  return {kind, county, partner, said, computed, passed: said === computed, place};
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What contradicts what, each with its place; empty where the proof passed. */
export function contradictions(
  file: string,
  matrix: Matrix,
  proof: Proof,
  noted: Examples,
): readonly Issue[] {
  const where = (place: Place) => whereOf(file, place);
  const name = (index: number) => matrix.counties[index]!.label;
  const failed = proof.checks.filter(({passed}) => !passed);
  const cell = crossing(failed);
  const none = noted.announced && noted.examples.length === 0;
  const silent = none
    ? [noExample(where(noted.announced))]
    : noted.unread.map(place => unreadExample(where(place), place.text));
  // A wrong cell explains its two totals and every example about it; say that one thing.
  if (cell) return [cellIssue(matrix, cell, where), ...silent];
  const issues = failed.map(({kind, county, partner, said, computed, place}) => {
    if (kind === 'row-total') return totalDisagrees(where(place), name(county!), said, computed);
    if (kind === 'zero-sum') return totalsDoNotCancel(where(place), computed);
    const versus = partner === null ? 'against all others' : `against ${name(partner)}`;
    return exampleDisagrees(where(place), name(county!), versus, said, computed);
  });
  return [...issues, ...silent];
}

/** The cell where two wrong totals cross, and by how much it is off; null where it is not one cell. */
function crossing(failed: readonly Check[]): {row: number; column: number; off: number} | null {
  const [a, b, ...others] = failed.filter(({kind}) => kind !== 'example');
  if (!a || !b || others.length || a.county === null || b.county === null) return null;
  const off = (wrong: Check) => wrong.said - wrong.computed;
  if (off(a) !== 0 - off(b)) return null;
  // The figure is printed in the row of the later county.
  return {row: b.county, column: a.county, off: off(b)};
}

function cellIssue(
  {net, places, counties}: Matrix,
  {row, column, off}: {row: number; column: number; off: number},
  where: (place: Place) => Where,
): Issue {
  const saw = net[row]![column]!;
  const [a, b] = [counties[row]!.label, counties[column]!.label];
  return cellDisagrees(where(places[row]![column]!), a, b, saw, saw + off);
}

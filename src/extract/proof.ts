/**
 * Matrix -> Proof: what the text says about itself, each check with both sides.
 */
import type {Place} from './cells.ts';
import type {ColumnTotals} from './column-totals.ts';
import type {Examples} from './examples.ts';
import type {Gross} from './gross.ts';
import {type Matrix, mirrorsIn} from './matrix.ts';
import {amountOf} from './readings.ts';

/**
 * One check. `county` and `partner` are indices; `said` is what the text states, `computed` what its cells
 * give.
 *
 * - `row-total`: a county's total against its figures; `zero-sum`: the totals of all counties against nought, which
 *   is what a net table must add up to
 * - `mirror`: of the pairs that are printed both ways, how many there are against how many have opposite signs
 * - `column-total`: what a row of totals says of a column, where rows have no totals
 * - `moves-row`, `moves-column`, `moves-all`: the sums of a gross table against its moves
 * - `example`: a statement of the note
 */
export type Check = {
  readonly kind:
    | 'row-total'
    | 'zero-sum'
    | 'mirror'
    | 'column-total'
    | 'moves-row'
    | 'moves-column'
    | 'moves-all'
    | 'example';
  readonly county: number | null;
  readonly partner: number | null;
  readonly said: number;
  readonly computed: number;
  readonly passed: boolean;
  /** Null where no one place says it. */
  readonly place: Place | null;
};

/**
 * `passed`: no check failed but those of the note, which is prose about the table and not part of it. `isProvable`:
 * there is at least one such check; a table without totals proves nothing.
 */
export type Proof = {
  readonly checks: readonly Check[];
  readonly passed: boolean;
  readonly isProvable: boolean;
};

/** Runs every check that the text allows. Nothing is thrown: see contradictions.ts. */
export function prove(
  matrix: Matrix,
  gross: Gross | null,
  {examples}: Examples,
  columns: readonly ColumnTotals['sums'][number][] = [],
): Proof {
  const {net, totals} = matrix;
  const noted = examples.map(({county, partner, said, place}) =>
    check(
      'example',
      said,
      partner === null ? totals[county]! : net[county]![partner]!,
      place,
      county,
      partner,
    ),
  );
  const ofColumns = columns.map(({county, said, computed, place}) =>
    check('column-total', said, computed, place, county),
  );
  const arithmetic = gross ? grossChecks(gross) : [...netChecks(matrix), ...ofColumns];
  return {
    checks: [...arithmetic, ...noted],
    passed: arithmetic.every(({passed}) => passed),
    isProvable: arithmetic.length > 0,
  };
}

function netChecks(matrix: Matrix): readonly Check[] {
  const {net, totals, totalPlaces} = matrix;
  const rows = totals.flatMap((said, county) => {
    const place = totalPlaces[county];
    return place ? [check('row-total', said, sum(net[county]!), place, county)] : [];
  });
  const zero = rows.length === totals.length ? [check('zero-sum', 0, sum(totals), null)] : [];
  const {count, unequal} = mirrorsIn(matrix);
  return [...rows, ...zero, ...(count ? [check('mirror', count, count - unequal.length, null)] : [])];
}

function grossChecks({moves, rowTotals, columnTotals, grandTotal, abroad}: Gross): readonly Check[] {
  const rows = rowTotals.flatMap((token, i) =>
    token ? [check('moves-row', amountOf(token), sum(moves[i]!) + abroad.column[i]!, token.place, i)] : [],
  );
  const columns = columnTotals.flatMap((token, j) =>
    token
      ? [
          check(
            'moves-column',
            amountOf(token),
            sum(moves.map(row => row[j]!)) + abroad.row[j]!,
            token.place,
            j,
          ),
        ]
      : [],
  );
  const all = sum(moves.map(sum)) + sum(abroad.column) + sum(abroad.row);
  return [
    ...rows,
    ...columns,
    ...(grandTotal ? [check('moves-all', amountOf(grandTotal), all, grandTotal.place)] : []),
  ];
}

function check(
  kind: Check['kind'],
  said: number,
  computed: number,
  place: Place | null,
  county: number | null = null,
  partner: number | null = null,
): Check {
  return {kind, county, partner, said, computed, passed: said === computed, place};
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Proof -> issues: what contradicts what, each with its place; empty where nothing does.
 */
import {type Issue, type Where} from '../issues.ts';
import {type Place, whereOf} from './cells.ts';
import {
  cellDisagrees,
  exampleDisagrees,
  mayBeWrong,
  movesDisagree,
  noExample,
  noTotals,
  pairDisagrees,
  totalDisagrees,
  totalsDoNotCancel,
  totalWrong,
  unreadExample,
} from './complaints.ts';
import type {Examples} from './examples.ts';
import type {Gross} from './gross.ts';
import {type Matrix, nameOf} from './matrix.ts';
import type {Check, Proof} from './proof.ts';
import {type Diagnosis, slipOf, type Suspect} from './repair.ts';

/** What a table says against itself, in the order of its lines; warnings of the note come last. */
export function contradictions(
  file: string,
  {
    matrix,
    gross,
    proof,
    noted,
    diagnosis,
  }: {
    readonly matrix: Matrix;
    readonly gross: Gross | null;
    readonly proof: Proof;
    readonly noted: Examples;
    readonly diagnosis: Diagnosis;
  },
): readonly Issue[] {
  const where = (place: Place | null) => whereOf(file, place ?? matrix.counties[0]!.place);
  const failed = proof.checks.filter(({passed}) => !passed);
  const arithmetic = failed.filter(({kind}) => kind !== 'example');
  return [
    ...(diagnosis.found
      ? [suspectIssue(matrix, gross, diagnosis.found, where)]
      : arithmetic.flatMap(check => checkIssue(matrix, check, where))),
    ...unequal(matrix, gross, diagnosis, where),
    ...diagnosis.shortlist.map(({row, column, saw}) =>
      mayBeWrong(
        where(matrix.places[row]![column!]!),
        nameOf(matrix.counties[row]!),
        nameOf(matrix.counties[column!]!),
        saw,
      ),
    ),
    ...(proof.isProvable ? [] : [noTotals(where(null))]),
    ...noteIssues(matrix, failed, noted, diagnosis, where),
  ];
}

type At = (place: Place | null) => Where;

function suspectIssue(
  {counties, places, totalPlaces}: Matrix,
  gross: Gross | null,
  {row, column, saw, expected}: Suspect,
  where: At,
): Issue {
  const slip = slipOf(saw, expected);
  const name = nameOf(counties[row]!);
  if (column === null) return totalWrong(where(totalPlaces[row]!), name, saw, expected, slip);
  const sums = gross ? 'the sums of its row and its column' : 'both sums';
  return cellDisagrees(
    where(places[row]![column]!),
    name,
    nameOf(counties[column]!),
    saw,
    expected,
    sums,
    slip,
  );
}

function checkIssue(
  {counties}: Matrix,
  {kind, county, said, computed, place}: Check,
  where: At,
): readonly Issue[] {
  if (kind === 'row-total') return [totalDisagrees(where(place), nameOf(counties[county!]!), said, computed)];
  if (kind === 'zero-sum') return [totalsDoNotCancel(where(null), computed)];
  if (kind === 'mirror') return [];
  const what = {'moves-row': 'row', 'moves-column': 'column', 'moves-all': 'all', example: 'all'}[kind];
  const name = county === null ? null : nameOf(counties[county]!);
  return [movesDisagree(where(place), what as 'row' | 'column' | 'all', name, said, computed)];
}

/** Pairs that are printed both ways and do not mirror each other, but for the one that was found. */
function unequal(
  {net, printed, places, counties}: Matrix,
  gross: Gross | null,
  {found}: Diagnosis,
  where: At,
): readonly Issue[] {
  if (gross) return [];
  return printed.flatMap((row, i) =>
    row.flatMap((own, j) => {
      if (j >= i || !own || !printed[j]![i] || net[i]![j]! + net[j]![i]! === 0) return [];
      if (found && [found.row, found.column].includes(i) && [found.row, found.column].includes(j)) return [];
      const [a, b] = [nameOf(counties[i]!), nameOf(counties[j]!)];
      return [pairDisagrees(where(places[i]![j]!), a, b, net[i]![j]!, net[j]![i]!)];
    }),
  );
}

/** A note that contradicts a table in itself consistent is wrong prose: a warning, with both numbers. */
function noteIssues(
  {counties}: Matrix,
  failed: readonly Check[],
  noted: Examples,
  {found}: Diagnosis,
  where: At,
): readonly Issue[] {
  const name = (index: number) => counties[index]!.label;
  // A wrong cell explains every example about it; say that one thing.
  const isExplained = ({county, partner}: Check) =>
    found !== null &&
    [found.row, found.column].includes(county) &&
    (partner === null || [found.row, found.column].includes(partner));
  const examples = failed.filter(check => check.kind === 'example' && !isExplained(check));
  const none = noted.announced && noted.examples.length === 0;
  return [
    ...examples.map(({county, partner, said, computed, place}) =>
      exampleDisagrees(where(place), name(county!), partner === null ? null : name(partner), said, computed),
    ),
    ...(none
      ? [noExample(where(noted.announced))]
      : noted.unread.map(place => unreadExample(where(place), place.text))),
  ];
}

/**
 * Proof -> issues: what contradicts what, each with its place; empty where nothing does.
 */
import type {Issue, Where} from '../issues.ts';
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
} from './objections.ts';
import type {Examples} from './examples.ts';
import type {Gross} from './gross.ts';
import {type Matrix, mirrorsIn} from './matrix.ts';
import type {Check, Proof} from './proof.ts';
import {type Diagnosis, slipOf, type Suspect} from './repair.ts';
import {type Spell, spellingOf, turnOf} from './spell.ts';

/** A table that was proven, with what came of it. */
export type Findings = {
  readonly matrix: Matrix;
  readonly gross: Gross | null;
  readonly proof: Proof;
  readonly noted: Examples;
  readonly diagnosis: Diagnosis;
};

/** How findings are put: places, names and figures as the text has them. */
type Terms = {
  readonly where: (place: Place | null) => Where;
  readonly name: (index: number) => string;
  readonly spell: Spell;
};

/** What a table says against itself; warnings of the note come last. */
export function contradictions(file: string, findings: Findings): readonly Issue[] {
  const {matrix, proof, diagnosis} = findings;
  const terms: Terms = {
    where: place => whereOf(file, place ?? matrix.counties[0]!.place),
    name: index => matrix.counties[index]!.label,
    spell: spellingOf(matrix),
  };
  const failed = proof.checks.filter(({passed, kind}) => !passed && kind !== 'example');
  return [
    ...(diagnosis.found
      ? [suspectIssue(findings, diagnosis.found, terms)]
      : failed.flatMap(check => checkIssue(check, terms))),
    ...unequalPairs(findings, terms),
    ...diagnosis.shortlist.map(suspect => candidateIssue(matrix, suspect, terms)),
    ...(proof.isProvable ? [] : [noTotals(terms.where(null))]),
    ...noteIssues(findings, terms),
  ];
}

function suspectIssue({matrix, gross}: Findings, found: Suspect, {where, name, spell}: Terms): Issue {
  const {row, column, saw, expected} = found;
  const place = column === null ? matrix.totalPlaces[row]! : matrix.places[row]![column]!;
  // In a table that prints losses with a plus, the figure is put as it is printed.
  const slip = slipOf(saw, expected);
  const right = spell(turnOf(place.text, saw) * expected);
  if (column === null) return totalWrong(where(place), name(row), place.text, right, slip);
  return cellDisagrees(
    where(place),
    name(row),
    name(column),
    place.text,
    right,
    gross ? 'gross' : 'net',
    slip,
  );
}

function candidateIssue(
  {places}: Matrix,
  {row, column}: Diagnosis['shortlist'][number],
  {where, name}: Terms,
): Issue {
  const place = places[row]![column!]!;
  return mayBeWrong(where(place), name(row), name(column!), place.text);
}

function checkIssue(
  {kind, county, said, computed, place}: Check,
  {where, name, spell}: Terms,
): readonly Issue[] {
  const [a, b] = [place?.text ?? spell(said), spell(computed)];
  switch (kind) {
    case 'row-total':
      return [totalDisagrees(where(place), name(county!), a, b)];
    case 'zero-sum':
      return [totalsDoNotCancel(where(place), b)];
    case 'column-total':
      return [movesDisagree(where(place), 'column', name(county!), a, b)];
    case 'moves-row':
      return [movesDisagree(where(place), 'row', name(county!), a, b)];
    case 'moves-column':
      return [movesDisagree(where(place), 'column', name(county!), a, b)];
    case 'moves-all':
      return [movesDisagree(where(place), 'all', '', a, b)];
    // Told pair by pair, and with the warnings.
    case 'mirror':
    case 'example':
      return [];
  }
}

/** Pairs that are printed both ways and do not mirror each other, but for the one that was found. */
function unequalPairs({matrix, gross, diagnosis: {found}}: Findings, {where, name}: Terms): readonly Issue[] {
  if (gross) return [];
  const {places} = matrix;
  const isFound = (...pair: readonly number[]) =>
    found !== null && found.column !== null && pair.includes(found.row) && pair.includes(found.column);
  return mirrorsIn(matrix)
    .unequal.filter(([i, j]) => !isFound(i, j))
    .map(([i, j]) => {
      const [a, b] = [places[i]![j]!, places[j]![i]!];
      return pairDisagrees(where(a), name(i), name(j), a.text, b.text);
    });
}

/** A note that contradicts a table in itself consistent is wrong prose: a warning, with both numbers. */
function noteIssues(
  {proof, noted, diagnosis: {found}}: Findings,
  {where, name, spell}: Terms,
): readonly Issue[] {
  // A wrong cell explains every example about it; say that one thing.
  const isExplained = ({county, partner}: Check) =>
    found !== null &&
    [found.row, found.column].includes(county) &&
    (partner === null || [found.row, found.column].includes(partner));
  const wrong = proof.checks.filter(
    check => check.kind === 'example' && !check.passed && !isExplained(check),
  );
  const none = noted.announced && noted.examples.length === 0;
  return [
    ...wrong.map(({county, partner, said, computed, place}) =>
      exampleDisagrees(
        where(place),
        name(county!),
        partner === null ? null : name(partner),
        spell(said),
        spell(computed),
      ),
    ),
    ...(none
      ? [noExample(where(noted.announced))]
      : noted.unread.map(place => unreadExample(where(place), place.text))),
  ];
}

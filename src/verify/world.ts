/** A table as it was read from its text -> what the second evaluator works on. */
import type {Check} from '../extract/proof.ts';
import type {Table} from '../extract/table.ts';
import type {World} from './evaluator.ts';
import {add} from './figures.ts';
import {surveyOf} from './survey.ts';

/** Both evaluators start from the same cells; from there on they share nothing. */
export function worldOf(table: Table): World {
  const {counties, matrix, regions, index, title, proof} = table;
  const {net, totals} = matrix;
  const checks = proof.checks.map(check => ({said: check.said, found: foundBy(table, check)}));
  const examples = checks.filter((_, at) => proof.checks[at]!.kind === 'example');
  return {
    keys: counties.map(({key}) => key),
    net,
    totals,
    regions: regions.map(({key, members}) => ({key, members: members.map(member => index.get(member)!)})),
    year: title.year,
    examples: examples.map(({said}) => said),
    survey: surveyOf({keys: counties.map(({key}) => key), net}),
    differing: examples.filter(({said, found}) => said !== found).length,
    mirrored: mirroredIn(table.matrix, () => true),
    checks,
  };
}

/** Of the pairs that are printed both ways, how many are as is asked. */
function mirroredIn(
  {net, printed}: Table['matrix'],
  isAsked: (one: number, other: number) => boolean,
): number {
  let count = 0;
  net.forEach((row, a) => {
    for (let b = 0; b < a; b++)
      if (printed[a]![b] && printed[b]![a] && isAsked(row[b]!, net[b]![a]!)) count++;
  });
  return count;
}

/** What the figures give where the text states something. */
function foundBy({matrix, gross, assumptions}: Table, {kind, county, partner}: Check): number {
  const {net, totals} = matrix;
  const own = county ?? 0;
  switch (kind) {
    case 'row-total':
      return add(net[own]!);
    case 'zero-sum':
      return add(totals);
    case 'mirror':
      return mirroredIn(matrix, (one, other) => one === 0 - other);
    case 'column-total':
      // Of a table that prints losses with a plus, the sums are stated as it prints them.
      return add(net.map(row => row[own]!)) * assumptions.signs.cells;
    case 'moves-row':
      return add(gross!.moves[own]!) + gross!.abroad.column[own]!;
    case 'moves-column':
      return add(gross!.moves.map(row => row[own]!)) + gross!.abroad.row[own]!;
    case 'moves-all':
      return add([...gross!.moves.flat(), ...gross!.abroad.column, ...gross!.abroad.row]);
    case 'example':
      return partner === null ? totals[own]! : net[own]![partner]!;
  }
}

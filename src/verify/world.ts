/** A table as it was read from its text -> what the second evaluator works on. */
import type {Table} from '../extract/table.ts';
import type {World} from './evaluator.ts';

/** Both evaluators start from the same cells; from there on they share nothing. */
export function worldOf({counties, matrix, regions, index, title, proof}: Table): World {
  const {net, totals, printed} = matrix;
  const examples = proof.checks.filter(({kind}) => kind === 'example');
  const holding = examples.filter(({county, partner, said}) =>
    partner === null ? totals[county!] === said : net[county!]![partner] === said,
  );
  return {
    keys: counties.map(({key}) => key),
    net,
    totals,
    regions: regions.map(({key, members}) => ({key, members: members.map(member => index.get(member)!)})),
    year: title.year,
    examples: examples.map(({said}) => said),
    differing: examples.length - holding.length,
    mirrored: net.flatMap((row, a) => row.slice(0, a).filter((_, b) => printed[a]![b] && printed[b]![a]))
      .length,
    checks: proof.checks.map(({said, computed}) => ({said, found: computed})),
  };
}

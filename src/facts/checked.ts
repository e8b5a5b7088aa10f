/**
 * How the figures were come by and what was checked: facts for the reader who wants to trust them.
 */
import type {Table} from '../extract/table.ts';
import {type Fact, fact} from './catalogue.ts';
import {type Quantity, quantity} from './quantity.ts';
import {scaleOf} from './scale.ts';

/** What is told of the reading and the proof of a table. */
export function checkFacts(table: Table): readonly Fact[] {
  return [...originFacts(table), ...arithmeticFacts(table), ...exampleFacts(table)];
}

/** Whether figures were printed, computed or corrected. */
function originFacts(table: Table): readonly Fact[] {
  const {gross, proof} = table;
  // Of a table that prints pairs both ways, that is checked.
  const isHalf = !gross && !proof.checks.some(({kind}) => kind === 'mirror');
  return [
    ...repairFacts(table),
    ...(table.assumptions.signs.cells < 0 ? [fact('turned', {})] : []),
    ...(gross ? [fact('derived', {})] : [fact('net-only', {}), fact('net-only-chord', {})]),
    ...(isHalf ? [fact('half-printed', {})] : []),
    ...(proof.isProvable ? [] : [fact('unproven', {})]),
  ];
}

/** A figure that was corrected, as it was printed and as it is now. */
function repairFacts(table: Table): readonly Fact[] {
  const {repair, counties} = table;
  if (!repair) return [];
  const {printed} = repair;
  const county = counties[repair.row]!;
  if (repair.column === null) {
    const corrected = quantity(table, 'flow', `total(${county.key})`);
    return [fact('repaired-total', {county, printed, corrected})];
  }
  const partner = counties[repair.column]!;
  const corrected = quantity(table, 'flow', `net(${county.key},${partner.key})`);
  return [fact('repaired-cell', {county, partner, printed, corrected})];
}

/** What of the table was held against what. */
function arithmeticFacts(table: Table): readonly Fact[] {
  const {checks, isProvable, passed} = table.proof;
  const has = (kind: string) => checks.some(check => check.kind === kind);
  const mirror = checks.findIndex(({kind}) => kind === 'mirror');
  return [
    ...(has('row-total') ? [fact('checked-totals', {})] : []),
    ...(has('column-total') ? [fact('checked-columns', {})] : []),
    ...(mirror >= 0 ? [fact('checked-pairs', {pairs: quantity(table, 'count', `said(${mirror + 1})`)})] : []),
    ...(table.gross && isProvable ? [fact('checked-moves', {})] : []),
    ...(isProvable ? [] : [fact('checked-nothing', {})]),
    ...(table.repair ? [fact('checked-corrected', {})] : []),
    ...(scaleOf(table) && has('row-total') && passed ? [fact('checked-others', {})] : []),
    ...(isProvable && passed ? [fact('consistent', {})] : []),
  ];
}

/** The note's statements, and how many of them say something else than the table. */
function exampleFacts(table: Table): readonly Fact[] {
  const examples = quantity(table, 'count', 'examples()');
  const differing = quantity(table, 'count', 'differing()');
  if (examples.value === 0) return [fact('examples-absent', {})];
  return [fact('examples-checked', {examples}), ...(differing.value ? differs(differing) : [])];
}

const differs = (differing: Quantity): readonly Fact[] => [
  fact('examples-differ', {differing}),
  fact('note-differs', {differing}),
];

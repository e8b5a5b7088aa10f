/**
 * The named tables: the only supply of numbers for charts and tables.
 */
import type {Check} from '../extract/proof.ts';
import type {County, Table} from '../extract/table.ts';
import {exampleChecks, type Quantity, quantity} from './quantity.ts';
import {limitedTables} from './limited.ts';
import {scaleOf} from './scale.ts';
import {type RankRow, rankingOf} from './ranking.ts';

/** A county as charts and tables show it. */
export type CountyName = Pick<County, 'code' | 'key' | 'name' | 'label' | 'short' | 'sami'> & {
  /** Of those that a chart has no room for, who they are: what they are called is for a language to say. */
  readonly rest?: Rest;
};

/** Several counties taken together, and how many. */
export type Rest = {readonly kind: RestKind; readonly count: Quantity};

/** With net gains for the county, with net losses; between two in an order; all others. */
export type RestKind = 'gain' | 'loss' | 'between' | 'others';

/** Net migration of the chosen county against one other, or the total of one county; null for who is left out. */
export type BarRow = {readonly county: CountyName; readonly net: Quantity | null};

/** One cell of the full table; the diagonal has no row here. */
export type CellRow = {readonly row: CountyName; readonly column: CountyName; readonly net: Quantity};

/** One county on the ring of the chord: its total, and its gains and losses, both positive (its arc has both). */
export type ArcRow = {
  readonly county: CountyName;
  readonly index: number;
  readonly total: Quantity;
  readonly gains: Quantity;
  readonly losses: Quantity;
};

/** One ribbon of the chord: a net flow, always positive, from the county that lost. */
export type PairRow = {readonly from: CountyName; readonly to: CountyName; readonly net: Quantity};

/** One row of the full table: `net[j]` against county j, null on the diagonal, whose printed mark is `mark`. */
export type MatrixRow = {
  readonly county: CountyName;
  readonly total: Quantity;
  readonly net: readonly (Quantity | null)[];
  readonly mark: string;
  readonly chosen: boolean;
};

/** One check with both sides, as numbers; the line is where the text says it, if on one line. */
export type CheckRow = {
  readonly kind: Check['kind'];
  readonly county: CountyName | null;
  readonly partner: CountyName | null;
  readonly said: Quantity;
  readonly computed: Quantity;
  readonly passed: boolean;
  readonly line: number | null;
};

/** Net migration of the chosen county against one other. */
export type PartnerRow = BarRow & {readonly net: Quantity};

/** Of a large table, charts have the parts that limited.ts chooses, and there are no `cells` and no `full` table. */
export type NamedTables = {
  /** The chosen county against each other, in the published order; of the country none. */
  readonly partners: readonly PartnerRow[];
  /** The chosen county against each other, largest gain first, ties by the order of the table; of the country none. */
  readonly flows: readonly PartnerRow[];
  /** All totals, largest first, ties by the order of the table. */
  readonly totals: readonly BarRow[];
  /** The same with each county's place, gains and losses. */
  readonly ranking: readonly RankRow[];
  /** All off-diagonal cells, row by row in the published order. */
  readonly cells: readonly CellRow[];
  /** All counties in the published order. */
  readonly arcs: readonly ArcRow[];
  /** All pairs with a net flow, in the published order. */
  readonly pairs: readonly PairRow[];
  /** The full table, signed both ways, with totals. */
  readonly full: readonly MatrixRow[];
  /** How the figures were checked. */
  readonly checks: readonly CheckRow[];
};

/** Every named table, for the report on one county or, where none is chosen, on the country. */
export function namedTables(table: Table, chosen: County | null): NamedTables {
  const scale = scaleOf(table);
  const partners = chosen ? partnersOf(table, chosen) : [];
  const checks = checkRows(table, scale ? chosen : null);
  if (scale && chosen)
    return {partners, ranking: [], ...limitedTables(table, chosen, partners, scale), checks};
  const {counties} = table;
  const net = (a: County, b: County) => quantity(table, 'flow', `net(${a.key},${b.key})`);
  const total = (a: County) => quantity(table, 'flow', `total(${a.key})`);
  // Where a diagonal is empty and others have a sign, that sign stands for it.
  const usual = table.matrix.places.map((row, index) => row[index]!.text).find(Boolean) ?? '';
  return {
    partners,
    flows: bySize(partners),
    totals: totalsOf(table),
    ranking: rankingOf(table),
    cells: counties.flatMap(row =>
      counties.filter(column => column !== row).map(column => ({row, column, net: net(row, column)})),
    ),
    arcs: counties.map((county, index) => arc(table, county, index)),
    pairs: pairs(counties, net),
    full: counties.map((county, index) => ({
      county,
      total: total(county),
      net: counties.map(other => (other === county ? null : net(county, other))),
      mark: table.matrix.places[index]![index]!.text || usual,
      chosen: county === chosen,
    })),
    checks,
  };
}

/** A county against each other, largest gain first, ties by the order of the table. */
export const flowsOf = (table: Table, chosen: County): readonly PartnerRow[] =>
  bySize(partnersOf(table, chosen));

const partnersOf = (table: Table, chosen: County): readonly PartnerRow[] =>
  table.counties
    .filter(county => county !== chosen)
    .map(county => ({county, net: quantity(table, 'flow', `net(${chosen.key},${county.key})`)}));

/** All totals, largest first, ties by the order of the table. */
export const totalsOf = (table: Table): readonly PartnerRow[] =>
  bySize(table.counties.map(county => ({county, net: quantity(table, 'flow', `total(${county.key})`)})));

const bySize = (rows: readonly PartnerRow[]) => rows.toSorted((a, b) => b.net.value - a.net.value);

function arc(table: Table, county: County, index: number): ArcRow {
  const flow = (expr: string) => quantity(table, 'flow', expr);
  const {key} = county;
  return {
    county,
    index,
    total: flow(`total(${key})`),
    gains: flow(`sum(+,${key})`),
    losses: flow(`sum(-,${key})`),
  };
}

function pairs(counties: readonly County[], net: (a: County, b: County) => Quantity): readonly PairRow[] {
  const all = counties.flatMap((a, index) => counties.slice(0, index).map(b => [a, b] as const));
  return all
    .map(([a, b]) =>
      net(a, b).value > 0 ? {from: b, to: a, net: net(a, b)} : {from: a, to: b, net: net(b, a)},
    )
    .filter(pair => pair.net.value > 0);
}

/** Every check; in the report on a county of a large table, of those of single counties its own and what failed. */
const checkRows = (table: Table, only: County | null): readonly CheckRow[] =>
  table.proof.checks
    .filter(({kind, county, passed}) => {
      const isOwn = only === null || county === null || table.counties[county] === only;
      return isOwn || kind === 'example' || !passed;
    })
    .map(check => checkRow(table, check));

function checkRow(table: Table, check: Check): CheckRow {
  const county = check.county === null ? null : table.counties[check.county]!;
  const partner = check.partner === null ? null : table.counties[check.partner]!;
  const flow = (expr: string) => quantity(table, 'flow', expr);
  return {
    kind: check.kind,
    county,
    partner,
    said: flow(statedExpr(table, check, county)),
    computed: flow(computedExpr(table, check, county, partner)),
    passed: check.passed,
    line: check.place?.line ?? null,
  };
}

/** What the text states; sums of moves and counts of pairs have no expression but their check. */
function statedExpr({proof}: Table, check: Check, county: County | null): string {
  if (check.kind === 'row-total') return `total(${county!.key})`;
  if (check.kind === 'zero-sum') return 'zero()';
  if (check.kind === 'example') return `stated(${exampleChecks(proof).indexOf(check) + 1})`;
  return `said(${proof.checks.indexOf(check) + 1})`;
}

function computedExpr({proof}: Table, check: Check, county: County | null, partner: County | null): string {
  switch (check.kind) {
    case 'row-total':
      return `sum(+,${county!.key}) - sum(-,${county!.key})`;
    case 'zero-sum':
      return 'totals()';
    case 'example':
      return partner ? `net(${county!.key},${partner.key})` : `total(${county!.key})`;
    default:
      return `found(${proof.checks.indexOf(check) + 1})`;
  }
}

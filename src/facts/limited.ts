/**
 * What the charts of a large table draw: of the county's partners the largest and the rest as one, of the order of totals
 * its ends and the county with its neighbours, of the flows between all those of the county and its largest partners.
 */
import type {County, Table} from '../extract/table.ts';
import {type Quantity, quantity} from './quantity.ts';
import {byTotal, largestPartners, onSide, outsiders, shownPlaces} from './rests.ts';
import type {Scale} from './scale.ts';
import type {ArcRow, BarRow, CountyName, NamedTables, PairRow, PartnerRow, RestKind} from './tables.ts';

type Limited = Pick<NamedTables, 'flows' | 'totals' | 'cells' | 'arcs' | 'pairs' | 'full'>;

/** The tables for the charts of the report on a county, whose `partners` stand in the order of the table. */
export function limitedTables(
  table: Table,
  chosen: County,
  partners: readonly PartnerRow[],
  scale: Scale,
): Limited {
  return {
    flows: largestFlows(table, chosen, partners, scale),
    totals: endsOfTotals(table, chosen, scale),
    ...ring(table, chosen, scale),
    cells: [],
    full: [],
  };
}

/** Counties that are shown as one: without a name, which is for a language to give. */
const together = (kind: RestKind, count: Quantity, key: string = kind): CountyName => ({
  code: null,
  key: `rest-${key}`,
  name: '',
  label: '',
  short: '',
  sami: null,
  rest: {kind, count},
});

/** The largest gains, the rest of them; the rest of the losses, the largest losses. Who neither gained nor lost is not there. */
function largestFlows(
  table: Table,
  {key}: County,
  partners: readonly PartnerRow[],
  {bars}: Scale,
): readonly PartnerRow[] {
  const own = table.index.get(key)!;
  const row = new Map(partners.map(each => [each.county.key, each]));
  const side = (sign: 1 | -1) => {
    const [mark, kind] = sign > 0 ? (['+', 'gain'] as const) : (['-', 'loss'] as const);
    const all = onSide(table, own, sign);
    const shown = all.slice(0, bars).map(at => row.get(table.counties[at]!.key)!);
    // One alone is no rest.
    if (all.length === bars + 1)
      return {shown: [...shown, row.get(table.counties[all[bars]!]!.key)!], rest: []};
    if (all.length <= bars) return {shown, rest: []};
    const count = quantity(table, 'count', `count(${mark},${key},${bars})`);
    const net = quantity(table, 'flow', `${sign > 0 ? '' : '-'}sum(${mark},${key},${bars})`);
    return {shown, rest: [{county: together(kind, count), net}]};
  };
  const [gains, losses] = [side(1), side(-1)];
  // Equal losses stand in the order of the table, as they do where all are shown.
  const ordered = losses.shown.toSorted(
    (a, b) => b.net.value - a.net.value || place(table, a) - place(table, b),
  );
  return [...gains.shown, ...gains.rest, ...losses.rest, ...ordered];
}

const place = ({index}: Table, {county}: BarRow) => index.get(county.key)!;

/** The ends of the order of totals and the county with its neighbours; who stands between is one row without a figure. */
function endsOfTotals(table: Table, {key}: County, scale: Scale): readonly BarRow[] {
  const order = byTotal(table);
  const at = (rank: number) => table.counties[order[rank]!]!;
  const shown = shownPlaces(table, table.index.get(key)!, scale);
  return shown.flatMap((rank, index): readonly BarRow[] => {
    const before = shown[index - 1] ?? rank - 1;
    const row = {county: at(rank), net: quantity(table, 'flow', `total(${at(rank).key})`)};
    if (rank - before === 1) return [row];
    const count = quantity(table, 'count', `between(${at(before).key},${at(rank).key})`);
    return [{county: together('between', count, `between-${rank}`), net: null}, row];
  });
}

/** The county and its largest partners in the order of the table, then all others as one; and what flowed among these. */
function ring(table: Table, chosen: County, {partners: most}: Scale): Pick<Limited, 'arcs' | 'pairs'> {
  const own = table.index.get(chosen.key)!;
  const named = [own, ...largestPartners(table, own, most)]
    .toSorted((a, b) => a - b)
    .map(at => table.counties[at]!);
  const flow = (expr: string) => quantity(table, 'flow', expr);
  const others = together('others', quantity(table, 'count', `outsiders(${chosen.key},${most})`));
  const pairs = [
    ...named.flatMap((a, index) =>
      named
        .slice(0, index)
        .map(b => directed(flow, a, b, `net(${a.key},${b.key})`, `net(${b.key},${a.key})`)),
    ),
    ...named.map(a => {
      const net = `outside(${a.key},${chosen.key},${most})`;
      return directed(flow, a, others, net, `-${net}`);
    }),
  ].filter(({net}) => net.value > 0);
  const hasOthers = outsiders(table, own, most).length > 0;
  const members = hasOthers ? [...named, others] : named;
  return {pairs, arcs: members.map((county, index) => arc(table, county, index, pairs, most, chosen))};
}

/** A net flow from who lost to who gained; `net` is what `a` gained, `back` what `b` did. */
function directed(
  flow: (expr: string) => Quantity,
  a: CountyName,
  b: CountyName,
  net: string,
  back: string,
): PairRow {
  const gained = flow(net);
  return gained.value > 0 ? {from: b, to: a, net: gained} : {from: a, to: b, net: flow(back)};
}

/** Who stands on the ring; gains and losses are those that are drawn. */
function arc(
  table: Table,
  county: CountyName,
  index: number,
  pairs: readonly PairRow[],
  most: number,
  chosen: County,
): ArcRow {
  const sum = (side: 'from' | 'to') => {
    const exprs = pairs.filter(pair => pair[side].key === county.key).map(({net}) => net.expr);
    return quantity(table, 'flow', exprs.join(' + ') || 'zero()');
  };
  const [gains, losses] = [sum('to'), sum('from')];
  // Those taken together have no total that anybody published; they are labelled with their net against the county.
  const total = county.rest ? `-outside(${chosen.key},${chosen.key},${most})` : `total(${county.key})`;
  return {county, index, total: quantity(table, 'flow', total), gains, losses};
}

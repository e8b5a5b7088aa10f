/**
 * What charts draw in the report on a county, worked out a second time: of a large table the largest and the rest as one,
 * of any other all.
 */
import {type Flow, flowsOf, othersThan, sumOf} from './figures.ts';
import {valueOf} from './evaluator.ts';
import type {Lore, Me} from './lore.ts';
import {filled, inDigits} from './printing.ts';

/** A county, or several as one, under the names that charts use for it. */
export type Name = {
  readonly key: string;
  readonly code: string | null;
  readonly label: string;
  /** The full name, and every form. */
  readonly name: string;
  readonly forms: readonly string[];
};

/** One bar: its amount and what that is the value of; null where a row only stands for who is left out. */
export type Bar = Name & {readonly amount: number | null; readonly expr: string | null};

/** One ribbon: positive, from who lost to who gained. */
export type Ribbon = {
  readonly from: Name;
  readonly to: Name;
  readonly amount: number;
  readonly expr: string;
};

/** Who stands on the ring: the total, what was gained and lost, and the net against the county. */
export type Arc = Name & {
  readonly total: number;
  readonly gains: number;
  readonly losses: number;
  readonly net: number;
};

export type Ring = {readonly arcs: readonly Arc[]; readonly ribbons: readonly Ribbon[]};

const nameOf = ({table}: Lore, at: number): Name => {
  const {key, code, label, name, short} = table.counties[at]!;
  return {key, code, label, name, forms: [label, name, short]};
};

/** Several as one. */
function together({tongue: {labels}, table}: Lore, kind: RestKind, count: number, key: string = kind): Name {
  const units = labels.units[table.title.unit]['other']!;
  const name = filled(labels.rests[kind], {number: inDigits(labels, count), units});
  return {key: `rest-${key}`, code: null, label: name, name, forms: [name]};
}

type RestKind = keyof Lore['tongue']['labels']['rests'];

const bar = (lore: Lore, name: Name, expr: string): Bar => ({
  ...name,
  amount: valueOf(lore.world, expr),
  expr,
});

/** The flows of a county, the largest gain first, equals in the order of the table; of the country none. */
export function flowsShown(lore: Lore, me: Me): readonly Bar[] {
  if (me === null) return [];
  const {world, scale} = lore;
  const own = world.keys[me]!;
  const one = (other: number) => bar(lore, nameOf(lore, other), `net(${own},${world.keys[other]})`);
  if (!scale) return byAmount(othersThan(world, me).map(one));
  const shown = (flows: readonly Flow[]) => {
    const most = flows.length === scale.bars + 1 ? flows.length : scale.bars;
    return byAmount(
      flows
        .slice(0, most)
        .map(({county}) => county)
        .toSorted((a, b) => a - b)
        .map(one),
    );
  };
  const rest = (flows: readonly Flow[], kind: 'gain' | 'loss') => {
    const left = flows.length - scale.bars;
    const sum = kind === 'gain' ? `sum(+,${own},${scale.bars})` : `-sum(-,${own},${scale.bars})`;
    return left > 1 ? [bar(lore, together(lore, kind, left), sum)] : [];
  };
  const [gains, losses] = [flowsOf(world, me, 1), flowsOf(world, me, -1)];
  return [...shown(gains), ...rest(gains, 'gain'), ...rest(losses, 'loss'), ...shown(losses)];
}

/** Equals stay in their order. */
const byAmount = (bars: readonly Bar[]) => bars.toSorted((a, b) => b.amount! - a.amount!);

/** The totals, the largest first, equals in the order of the table. */
export function totalsShown(lore: Lore, me: Me): readonly Bar[] {
  const {world, scale} = lore;
  const all = byAmount(world.keys.map((key, at) => bar(lore, nameOf(lore, at), `total(${key})`)));
  if (!scale || me === null) return all;
  const own = all.findIndex(({key}) => key === world.keys[me]);
  const isFar = (at: number) =>
    at >= scale.ends && at < all.length - scale.ends && Math.abs(at - own) > scale.near;
  // Who is alone between two that are shown is shown too.
  const isLeft = (at: number) => isFar(at) && (isFar(at - 1) || isFar(at + 1));
  let left = 0;
  return all.flatMap((each, at): readonly Bar[] => {
    if (isLeft(at)) left++;
    if (isLeft(at)) return [];
    const before =
      left > 0 ? [{...together(lore, 'between', left, `between-${at}`), amount: null, expr: null}] : [];
    left = 0;
    return [...before, each];
  });
}

/** The ring of the chord; that of the country has all. */
export function ringShown(lore: Lore, me: Me): Ring {
  const {world} = lore;
  const {keys, net} = world;
  const scale = me === null ? null : lore.scale;
  if (me === null || !scale) {
    const all = keys.map((_, at) => at);
    return arcsOf(lore, me, ribbonsAmong(lore, all));
  }
  const partners = othersThan(world, me)
    .filter(other => net[me]![other] !== 0)
    .toSorted((a, b) => Math.abs(net[me]![b]!) - Math.abs(net[me]![a]!))
    .slice(0, scale.partners);
  const members = [me, ...partners].toSorted((a, b) => a - b);
  const others = together(lore, 'others', world.keys.length - members.length);
  const apart = members.map(a => {
    const expr = `outside(${keys[a]},${keys[me]},${scale.partners})`;
    return ribbon(nameOf(lore, a), others, valueOf(world, expr), [expr, `-${expr}`]);
  });
  return limitedArcs(lore, me, members, others, [...ribbonsAmong(lore, members), ...apart]);
}

/** A ribbon for each pair, the later of the two first. */
function ribbonsAmong(lore: Lore, members: readonly number[]): readonly Ribbon[] {
  const {keys, net} = lore.world;
  const names = new Map(members.map(at => [at, nameOf(lore, at)]));
  return members.flatMap((a, index) =>
    members
      .slice(0, index)
      .map(b => ribbon(names.get(a)!, names.get(b)!, net[a]![b]!, keyed(keys[a]!, keys[b]!))),
  );
}

const keyed = (a: string, b: string) => [`net(${a},${b})`, `net(${b},${a})`] as const;

/** Points to who gained; `exprs` for either way. */
const ribbon = (
  a: Name,
  b: Name,
  gained: number,
  [to, back]: readonly [string, string] | readonly string[],
): Ribbon =>
  gained > 0
    ? {from: b, to: a, amount: gained, expr: to!}
    : {from: a, to: b, amount: 0 - gained, expr: back!};

const drawn = (ribbons: readonly Ribbon[]) => ribbons.filter(({amount}) => amount > 0);

function arcsOf(lore: Lore, me: Me, ribbons: readonly Ribbon[]): Ring {
  const {world} = lore;
  const arcs = world.keys.map((_, at) => ({
    ...nameOf(lore, at),
    total: world.totals[at]!,
    gains: sumOf(world, at, 1),
    losses: sumOf(world, at, -1),
    net: me === null ? 0 : world.net[me]![at]!,
  }));
  return {arcs, ribbons: drawn(ribbons)};
}

/** Arcs are as long as what is drawn of them. */
function limitedArcs(
  lore: Lore,
  me: number,
  members: readonly number[],
  others: Name,
  all: readonly Ribbon[],
): Ring {
  const {world} = lore;
  const ribbons = drawn(all);
  const sum = (side: 'from' | 'to', key: string) =>
    ribbons.reduce((total, each) => (each[side].key === key ? total + each.amount : total), 0);
  const sides = ({key}: Name) => ({gains: sum('to', key), losses: sum('from', key)});
  const apart = valueOf(world, `outside(${world.keys[me]},${world.keys[me]},${lore.scale!.partners})`);
  return {
    ribbons,
    arcs: [
      ...members.map(at => {
        const name = nameOf(lore, at);
        return {...name, ...sides(name), total: world.totals[at]!, net: world.net[me]![at]!};
      }),
      {...others, ...sides(others), total: 0 - apart, net: apart},
    ],
  };
}

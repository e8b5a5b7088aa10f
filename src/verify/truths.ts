/**
 * Whether what a phrase says is true: every number is worked out anew and printed anew, and every claim that its
 * facts make is evaluated with the counties that the words name.
 */
import {isTrue, partsOf, valueOf} from './evaluator.ts';
import type {Lore, Me} from './lore.ts';
import {type Filled, type Said, unbroken} from './phrase.ts';
import {asCount, asShare, inDigits, inSigned} from './printing.ts';
import type {Bound} from './slots.ts';
import type {Due} from './told.ts';

/** What a phrase comes to. */
export type Truth = {
  /** In words: what is said, and what is so. */
  readonly problems: readonly string[];
  /** The numbers in order. */
  readonly numbers: readonly Number[];
  /** The facts told, each with whom its list names and its claims as they were evaluated. */
  readonly facts: readonly (Due & {readonly claims: readonly string[]})[];
};

/** A number of a phrase: of which fact (null where it stands outside one) and slot, and what it is. */
export type Number = {
  readonly fact: string | null;
  readonly variable: string;
  readonly expr: string;
  readonly value: number;
  /** The words that it must be printed in; of a share the number alone. */
  readonly right: string;
};

/** Checks what is said in a report on `me`. */
export function judge(lore: Lore, me: Me, {facts, slots}: Said): Truth {
  const told = facts.map(id => ({id, own: slots.filter(({fact}) => fact === id)}));
  const judged = slots.map(slot =>
    judgeSlot(lore, me, slot, told.find(({id}) => id === slot.fact)?.own ?? []),
  );
  const claimed = told.map(({id, own}) => judgeClaims(lore, me, id, own));
  return {
    problems: [...judged.flatMap(({problems}) => problems), ...claimed.flatMap(({problems}) => problems)],
    numbers: judged.flatMap(({numbers}) => numbers),
    facts: claimed.map(({id, list, claims}) => ({id, list, claims})),
  };
}

const nameOf = ({table}: Lore, me: Me) => (me === null ? 'the country' : table.counties[me]!.name);

type Judged = Pick<Truth, 'problems' | 'numbers'>;

const FINE: Judged = {problems: [], numbers: []};

function judgeSlot(lore: Lore, me: Me, slot: Filled, own: readonly Filled[]): Judged {
  const {bound, variable, fact, printed} = slot;
  if (variable === null || bound.kind === 'words') return judgeForm(lore, me, slot, own);
  if (bound.kind === 'county' && variable === 'county' && !isOwnSlot(lore, slot) && bound.county !== me)
    return {
      problems: [`“${printed}” stands where the report is about ${nameOf(lore, me)}`],
      numbers: [],
    };
  if (bound.kind === 'flows') return judgeFlows(lore, me, slot, own, bound.flows);
  if (bound.kind !== 'number' && bound.kind !== 'share') return FINE;
  const expr = exprOf(lore, me, slot, own);
  const value = valueIn(lore, expr);
  if (expr === null || value === null)
    return {problems: [`A number “${printed}” means nothing`], numbers: []};
  const right = printedAs(lore, slot, expr, value);
  return {
    problems: printed === unbroken(right) ? [] : [differs(printed, expr, right)],
    numbers: [{fact, variable, expr, value, right}],
  };
}

/** Null where words speak of what the table has not: a county's net with itself. */
function valueIn({world}: Lore, expr: string | null): number | null {
  try {
    return expr === null ? null : valueOf(world, expr);
  } catch {
    return null;
  }
}

const differs = (printed: string, expr: string, right: string) =>
  `“${printed}” stands where ${expr} is “${right}”`;

/** `$county` in a sentence that has a slot of that name is whom the sentence names, else the report's own. */
const isOwnSlot = ({meanings}: Lore, {fact, variable}: Filled) =>
  fact !== null && variable !== null && Object.hasOwn(meanings.slots(fact), variable);

/** Words whose form depends on a number: "county" or "counties". */
function judgeForm(lore: Lore, me: Me, slot: Filled, own: readonly Filled[]): Judged {
  const {call, printed, variable} = slot;
  if (variable === null || (call?.name !== 'plural' && call?.name !== 'units')) return FINE;
  const expr = exprOf(lore, me, slot, own);
  const isOne = valueIn(lore, expr) === 1;
  const {labels} = lore.tongue;
  const {one, other} = call.name === 'plural' ? call.named : labels.units[lore.table.title.unit];
  const right = isOne ? one : other;
  return {problems: printed === right ? [] : [`“${printed}” stands instead of “${right}”`], numbers: []};
}

/** A list of counties, each with its amount. */
function judgeFlows(
  lore: Lore,
  me: Me,
  slot: Filled,
  own: readonly Filled[],
  flows: Extract<Bound, {kind: 'flows'}>['flows'],
): Judged {
  const expr = exprOf(lore, me, slot, own);
  if (expr === null) return {problems: [`The amounts in “${slot.printed}” mean nothing`], numbers: []};
  const judged = flows.map(({county, printed}) => {
    const each = expr.replaceAll('$each', () => lore.world.keys[county]!);
    const value = valueIn(lore, each);
    if (value === null) return {problems: [`The amount “${printed}” means nothing`], numbers: []};
    const right = inDigits(lore.tongue.labels, value);
    return {
      problems: printed === unbroken(right) ? [] : [differs(printed, each, right)],
      numbers: [{fact: slot.fact, variable: slot.variable ?? '', expr: each, value, right}],
    };
  });
  const names = flows.map(({county}) => county);
  const isTwice = new Set(names).size < names.length;
  return {
    problems: [
      ...judged.flatMap(({problems}) => problems),
      ...(isTwice ? [`A county is named twice: “${slot.printed}”`] : []),
    ],
    numbers: judged.flatMap(({numbers}) => numbers),
  };
}

/** The expression that a slot must have the value of; `$each` is left for the items of a list. */
function exprOf({world, meanings}: Lore, me: Me, slot: Filled, own: readonly Filled[]): string | null {
  const {fact, variable} = slot;
  const declared =
    (fact === null ? undefined : meanings.meaning(fact).numbers?.[variable ?? '']) ??
    meanings.figures[variable ?? ''];
  return declared === undefined ? null : placed(world.keys, declared, me, own);
}

/** Keys in the places of `me` and `$slot`. */
function placed(keys: readonly string[], text: string, me: Me, own: readonly Filled[]): string {
  return text
    .replace(/\$(?!each\b)(\w+)/g, (whole, name: string) => {
      const bound = own.find(({variable}) => variable === name)?.bound;
      return bound ? keysOf(keys, bound).join(',') || whole : whole;
    })
    .replace(/\bme\b/g, () => (me === null ? 'me' : keys[me]!));
}

/** What expressions call whom a slot names. */
function keysOf(keys: readonly string[], bound: Bound): readonly string[] {
  switch (bound.kind) {
    case 'county':
      return [keys[bound.county]!];
    case 'counties':
      return bound.counties.map(county => keys[county]!);
    case 'flows':
      return bound.flows.map(({county}) => keys[county]!);
    case 'region':
      return [bound.key];
    case 'regions':
      return bound.keys;
    default:
      return [];
  }
}

/** How a number must be printed where it stands. */
function printedAs(lore: Lore, {call}: Filled, expr: string, value: number): string {
  const {labels} = lore.tongue;
  const words = call?.args.flatMap(arg => ('text' in arg ? [arg.text] : [])) ?? [];
  switch (call?.name) {
    case 'signed':
      return inSigned(labels, value);
    case 'count':
      return asCount(labels, value, labels.units[lore.table.title.unit]['gender']);
    case 'countOf':
      return asCount(labels, value, words[0]);
    case 'ordinal':
      return labels.ordinals[value] || inDigits(labels, value);
    case 'times':
      return labels.times[value] || inDigits(labels, value);
    case 'share':
      return asShare(labels, ...partsOf(lore.world, expr), value);
    default:
      return expr === 'year()' ? String(value) : inDigits(labels, value);
  }
}

const LISTS: readonly Bound['kind'][] = ['counties', 'flows', 'regions'];

/** Every claim of a fact, with the counties that its sentence names. */
function judgeClaims(lore: Lore, me: Me, id: string, own: readonly Filled[]) {
  const {keys} = lore.world;
  const list = own.find(({bound}) => LISTS.includes(bound.kind))?.bound;
  const {claims: declared, premise} = lore.meanings.meaning(id);
  const claims = Object.entries(declared).map(([name, condition]) => {
    const parts = condition
      .split(' and ')
      .flatMap(part =>
        part.includes('$each') && list
          ? keysOf(keys, list).map(key => part.replaceAll('$each', () => key))
          : [part],
      );
    return {name, test: parts.map(part => placed(keys, part, me, own)).join(' and ')};
  });
  const isMisplaced = premise !== undefined && !isTrue(lore.world, placed(keys, premise, me, own));
  const untrue = claims.filter(({test}) => !isTrue(lore.world, test));
  return {
    id,
    list: list ? keysOf(keys, list) : null,
    claims: claims.map(({name, test}) => `${name}: ${test}`),
    problems: [
      ...untrue.map(({name, test}) => `The sentence claims “${name}” (${id}), but it is not so that ${test}`),
      ...(isMisplaced ? [`The sentence for “${id}” names somebody that it is not about`] : []),
    ],
  };
}

/**
 * The second evaluator: the value of an expression, and whether a claim holds. Where `src/facts` parses, this
 * one puts values in the place of the innermost calls until only a sum is left.
 */
import {add} from './figures.ts';
import {COMPUTE, type World} from './functions.ts';

export type {World};

const INNERMOST = /([a-z][A-Za-z]*)\(([^()]*)\)/;
const TERM = /([-+]*)(?:(\d+)\*)?<(-?\d+)>|([-+]*)(\d+)(?![\d*])/g;
const SUM = /^[-+]*(?:\d+\*)?(?:<-?\d+>|\d+)(?:[-+]+(?:\d+\*)?(?:<-?\d+>|\d+))*$/;

/**
 * The value of an expression such as `pct(net(02,03) + net(02,18), sum(+,02))`.
 * @throws Error where it is none, or speaks of what the table has not
 */
export function valueOf(world: World, expression: string): number {
  let text = expression.replaceAll(' ', '');
  for (let call = INNERMOST.exec(text); call; call = INNERMOST.exec(text)) {
    const [whole, name = '', list = ''] = call;
    text = text.replace(whole, () => `<${compute(world, name, list === '' ? [] : list.split(','))}>`);
  }
  return sum(text);
}

/** Whether a claim holds: comparisons joined by "and", as `count(+,20) = 1 and net(20,09) > 0`. */
export function holds(world: World, claim: string): boolean {
  return claim.split(' and ').every(part => {
    const [, left = '', sign = '', right = ''] = /^(.+?) (=|<=|>=|<|>) (.+)$/.exec(part) ?? [];
    const compare = COMPARISONS[sign];
    if (!compare) throw new Error(`Not a comparison: ${part}`);
    return compare(valueOf(world, left), valueOf(world, right));
  });
}

/** The same for a claim that was read from a file: of what the table has not, nothing is true. */
export function isTrue(world: World, claim: string): boolean {
  try {
    return holds(world, claim);
  } catch {
    return false;
  }
}

/** Part and whole of a share, `pct(part, whole)`. */
export function partsOf(world: World, expression: string): readonly [number, number] {
  const text = expression.replaceAll(' ', '').replace(/^pct\((.*)\)$/, '$1');
  const depths = [...text].map((_, at) => text.slice(0, at).replace(/[^()]/g, ''));
  const cut = [...text].findIndex((sign, at) => sign === ',' && balanced(depths[at]!));
  return [valueOf(world, text.slice(0, cut)), valueOf(world, text.slice(cut + 1))];
}

const balanced = (brackets: string) => brackets.split('(').length === brackets.split(')').length;

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

function sum(text: string): number {
  // `k*(x + y)`: the sum inside is worked out first.
  const inside = /\(([^()]+)\)/.exec(text);
  if (inside) return sum(text.replace(inside[0], () => `<${sum(inside[1]!)}>`));
  if (!SUM.test(text)) throw new Error(`Not a sum: ${text}`);
  const terms = [...text.matchAll(TERM)];
  return add(
    terms.map(([, signs = '', factor = '1', value, bareSigns = '', bare]) => {
      const sign = `${signs}${bareSigns}`.split('-').length % 2 ? 1 : -1;
      return value === undefined ? sign * Number(bare) : sign * Number(factor) * Number(value);
    }),
  );
}

function compute(world: World, name: string, all: readonly string[]): number {
  const run = COMPUTE[name];
  if (!run) throw new Error(`No function ${name}`);
  const found = (place: number, at: number) => {
    if (place < 0) throw new Error(`No ${all[at]} in ${name}(${all.join()})`);
    return place;
  };
  return run(world, {
    all,
    county: at => found(world.survey.places.get(all[at] ?? '') ?? -1, at),
    region: at =>
      found(
        world.regions.findIndex(({key}) => key === all[at]),
        at,
      ),
    side: at => (all[at] === '+' ? 1 : -1),
    number: at => sum(all[at] ?? ''),
  });
}

/**
 * How a number is computed, written out with figures so that a person can check it.
 */
import type {Table} from './extract/table.ts';
import {valueOf} from './facts/origin.ts';
import type {Derivation} from './facts/provenance.ts';
import {formatNumber, type Language} from './language.ts';

/** The steps, the innermost first: "337 + 237 = 574", "100 × 540 ÷ 4,181 = 12.92, rounded 13". */
export function workedOut(table: Table, derivation: Derivation, language: Language): readonly string[] {
  const {way, value, parts} = derivation;
  const before = way === 'cells' ? [] : parts.flatMap(part => workedOut(table, part, language));
  const own = step(
    derivation,
    derivation.cells.map(cell => valueOf(table, cell)),
    {
      result: number(language, value),
      operands: parts.map(part => part.value),
      language,
    },
  );
  return own === null ? before : [...before, own];
}

type Figures = {
  readonly result: string;
  readonly operands: readonly number[];
  readonly language: Language;
};

/** The step from cells or operands to the number; null where nothing is computed. */
function step(
  {way, value}: Derivation,
  cells: readonly number[],
  {result, operands, language}: Figures,
): string | null {
  const [first = 0, second = 0] = operands;
  const show = (each: number) => number(language, each);
  switch (way) {
    case 'sum-loss':
    case 'side-sum-loss':
    case 'sum-loss-rest':
      return added(cells.map(Math.abs), result, language);
    case 'sum-gain':
    case 'sum-gain-rest':
    case 'outside':
    case 'region':
    case 'region-total':
    case 'region-net':
    case 'side-sum-gain':
    case 'together':
    case 'cells':
    case 'total-added':
    case 'totals':
    case 'found':
      return added(cells, result, language);
    case 'count-gain':
    case 'count-loss':
    case 'count-even':
    case 'count-gain-rest':
    case 'count-loss-rest':
    case 'tied-gain':
    case 'tied-loss':
    case 'side':
    case 'on-side-gain':
    case 'on-side-loss':
    case 'on-side-even':
    case 'sources':
    case 'destinations':
      return `${show(cells.length)} counted`;
    case 'rank':
      return larger(cells, value, language);
    case 'side-rank':
    case 'pair-rank':
      return larger(cells.map(Math.abs), value, language);
    case 'percent':
      return `100 × ${inside(first, show)} ÷ ${inside(second, show)} = ${decimals((100 * first) / second)}, rounded ${result}`;
    case 'times':
      return `${inside(first, show)} ÷ ${inside(second, show)} = ${decimals(first / second)}, rounded down ${result}`;
    case 'about':
      return `${inside(first, show)} ÷ ${inside(second, show)} = ${decimals(first / second)}, rounded ${result}`;
    case 'sum':
      return `${show(first)} + ${inside(second, show)} = ${result}`;
    case 'difference':
      return `${show(first)} − ${inside(second, show)} = ${result}`;
    case 'negative':
      return first < 0 ? `−${inside(first, show)} = ${result}` : null;
    default:
      return null;
  }
}

const number = (language: Language, value: number) => formatNumber(language, value);

const inside = (value: number, show: (value: number) => string) =>
  value < 0 ? `(${show(value)})` : show(value);

const decimals = (value: number) => String(Math.round(value * 100) / 100);

/** "12 + 89 − 3 = 98"; null where there is nothing to add. */
function added(values: readonly number[], result: string, language: Language): string | null {
  if (values.length < 2) return null;
  const terms = values.map((value, at) => {
    if (at === 0) return number(language, value);
    return `${value < 0 ? '−' : '+'} ${number(language, Math.abs(value))}`;
  });
  return `${terms.join(' ')} = ${result}`;
}

/** "2 are larger: 3,929 and 775; so the place is 3" */
function larger(values: readonly number[], place: number, language: Language): string {
  const before = values.toSorted((a, b) => b - a).slice(0, place - 1);
  if (before.length === 0) return 'none is larger; so the place is 1';
  const listed = before.slice(0, MOST_LISTED).map(value => number(language, value));
  const more = before.length > listed.length ? ' …' : '';
  const verb = before.length === 1 ? 'is' : 'are';
  return `${before.length} ${verb} larger: ${listed.join('; ')}${more}; so the place is ${place}`;
}

const MOST_LISTED = 20;

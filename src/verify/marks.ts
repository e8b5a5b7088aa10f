/** What a page says about its own words: the value and expression of each number, the fact and claims of each sentence. */
import {isTrue} from './evaluator.ts';
import type {Me} from './lore.ts';
import {unbroken} from './phrase.ts';
import type {Passage} from './reading.ts';
import type {Leads} from './tables.ts';
import type {Truth} from './truths.ts';
import type {Yardstick} from './yardstick.ts';

/**
 * Checks the marks of a passage against what its words were found to say. A description is an attribute, whose
 * sentences cannot be marked.
 */
export function markProblems(
  yardstick: Yardstick,
  me: Me,
  {figures, sentences}: Passage,
  truth: Truth,
  isDescription: boolean,
): readonly string[] {
  const {lore, wordings} = yardstick;
  const {world} = lore;
  const leads = leadsIn(yardstick, me);
  const marked = truth.numbers.map(({expr, value, right}, at) => {
    const figure = figures[at];
    if (!figure) return `The number ${value} carries no expression`;
    if (!isDescription && hasOtherBlanks(figure.text, right))
      return `The number ${figure.text} has other blanks than ${right}`;
    if (figure.value !== String(value)) return `A number is marked as ${figure.value} and is ${value}`;
    if (!isSame(figure.expr, expr)) return `A number is traced to ${figure.expr}, not to ${expr}`;
    const target = isDescription ? null : leads(figure.expr);
    if (figure.target !== target)
      return `The number ${figure.text} leads to ${figure.target ?? 'nowhere'}, not to ${target ?? 'nowhere'}`;
    return null;
  });
  const told = (isDescription ? [] : truth.facts).map(({id, claims}, at) => {
    const sentence = sentences[at];
    if (!sentence) return 'A sentence does not say which fact it tells';
    if (wordings.get(sentence.fact) !== wordings.get(id))
      return `A sentence is marked as ${sentence.fact}, and its words are those of ${id}`;
    const said = claims.join('; ');
    return sentence.claims === said
      ? null
      : `A sentence claims “${sentence.claims}”, and its words “${said}”`;
  });
  const more = [
    ...(figures.length > truth.numbers.length ? ['A number is marked that the template does not have'] : []),
    ...(sentences.length > truth.facts.length
      ? ['A sentence is marked that the template does not have']
      : []),
  ];
  return [...marked, ...told, ...more].filter(problem => problem !== null);

  /** The same words, or of those that only claims use the same value. */
  function isSame(found: string, right: string): boolean {
    if (!CLAIMED.test(right)) return found.replaceAll(' ', '') === right.replaceAll(' ', '');
    return isTrue(world, `${found} = ${right}`);
  }
}

/** What expressions of numbers do not have: there the first evaluator says the same in another way. */
const CLAIMED = /\b(?:size|least|top|mirrored)\(/;

/** The same number, with another blank between its digits. */
const hasOtherBlanks = (text: string, right: string) => text !== right && unbroken(text) === unbroken(right);

const CELL = /^-?net\((\w+),(\w+)\)$/;
const TOTAL = /^-?total\((\w+)\)$/;
/** Functions whose argument is a place in a list, and no county. */
const COUNTED = /^(?:stated|said|found)\(/;

/** Where numbers lead in a page: to the full table, else to that of the partners of the county `me`, else nowhere. */
export const leadsIn =
  (
    {lore, hasFullTable, hasPartners}: Pick<Yardstick, 'lore' | 'hasFullTable' | 'hasPartners'>,
    me: Me,
  ): Leads =>
  expr => {
    if (hasFullTable) return anchorOf(lore.world.survey.places, expr);
    const [, a, b] = (hasPartners && CELL.exec(expr)) || [];
    const own = me === null ? undefined : lore.world.keys[me];
    if (a === own && a !== undefined) return `c-${a}-${b}`;
    return b === own && b !== undefined ? `c-${b}-${a}` : null;
  };

/** Where a number leads: its cell, its total, or the row of the first county that it speaks of. */
function anchorOf(places: ReadonlyMap<string, number>, expr: string): string | null {
  const cell = CELL.exec(expr);
  if (cell) return `c-${cell[1]}-${cell[2]}`;
  const total = TOTAL.exec(expr);
  if (total) return `t-${total[1]}`;
  if (COUNTED.test(expr)) return null;
  const first = expr.match(/\w+(?=[,)])/g)?.find(key => places.has(key));
  return first === undefined ? null : `r-${first}`;
}

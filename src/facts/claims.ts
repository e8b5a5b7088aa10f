/**
 * What each sentence claims, as data: the numbers it tells and the words that are right or wrong as much as a
 * number is ("only", "largest", "almost all"). Nothing here is computed. Templates are held against it when
 * they are checked (a claim word needs a claim, a claim needs a word), and whoever verifies a finished report
 * evaluates it anew.
 *
 * Written as comparisons of expressions, joined by "and". `me` is the county of the report (facts about the country
 * have none), `$partner` what
 * stands in the slot of that name, `$each` every one of a list in turn, `$list` all of them with commas.
 */
import type {Fact} from './catalogue.ts';
import {meaningOf} from './meanings.ts';

/** Every claim that a sentence can make. Each language has words for each. */
export const CLAIMS = [
  /** A net gain, or in-migration: more moves in than out. */
  'gain',
  'loss',
  /** Total nought; total small against what flowed both ways; and "small" where that is said afterwards. */
  'balance',
  'close',
  'small',
  /** At either end of an order, with no equal. */
  'largest',
  'smallest',
  'first',
  'last',
  /** A place that others share. */
  'shared',
  /** Next in size on the same side. */
  'follows',
  /** More than twice; about so many times; at least so many times. */
  'twice',
  'about',
  'at-least',
  'all',
  'all-but-one',
  'most',
  'only',
  'none',
  /** As many moves one way as the other. */
  'even',
  /** One partner by itself; the three largest together; no large partner. */
  'alone',
  'together',
  'widely',
  /** The partner's side of the same flow. */
  'in-turn',
  /** Of all pairs in the table. */
  'any-two',
  /** The total without the largest partner: of the other sign; nought. */
  'aside',
  'reversed',
  'cancelled',
  /** Of the other regions, or of all, the county's own included. */
  'others',
  'included',
  'own',
  'apart',
  /** As many as no other county has. */
  'unrivalled',
] as const;

export type Claim = (typeof CLAIMS)[number];

/** The numbers of a sentence by slot, and its claims. Of a list `numbers` says what each amount is. */
export type Meaning = {
  readonly numbers?: Readonly<Record<string, string>>;
  readonly claims: Readonly<Partial<Record<Claim, string>>>;
  /** What must hold besides, without a word for it. */
  readonly premise?: string;
};

/**
 * The claims of a fact that is told about the county `me`, or about the country where that is null, with the counties and regions in their places:
 * "only: count(+,20) = 1". In the order of the sentence's declaration.
 */
export function claimsOf({id, slots}: Fact, me: string | null): readonly string[] {
  return Object.entries(meaningOf(id).claims).map(
    ([claim, holds]) => `${claim}: ${placed(holds, slots, me)}`,
  );
}

/** Puts keys in the place of `me`, `$slot` and `$each`; what speaks of each of a list is said of every one. */
function placed(holds: string, slots: Fact['slots'], me: string | null): string {
  const keys = (name: string): readonly string[] => {
    const slot = slots[name];
    switch (slot?.kind) {
      case 'county':
      case 'region':
        return [slot.value.key];
      case 'counties':
        return slot.value.map(({key}) => key);
      case 'flows':
        return slot.value.map(({county}) => county.key);
      default:
        throw new Error(`A claim speaks of $${name}, which is no county, region or list`);
    }
  };
  const list = Object.entries(slots).find(([, {kind}]) => kind === 'counties' || kind === 'flows')?.[0];
  const put = (text: string) =>
    text.replace(/\$(\w+)/g, (_, name: string) => keys(name).join(',')).replace(/\bme\b/g, () => me ?? 'me');
  return holds
    .split(' and ')
    .flatMap(part =>
      part.includes('$each') && list !== undefined
        ? keys(list).map(key => part.replaceAll('$each', () => key))
        : [part],
    )
    .map(put)
    .join(' and ');
}

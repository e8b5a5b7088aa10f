/**
 * What can contradict a table that was read: its totals, its note, its card. In words, with figures as the table
 * spells them.
 */
import {contradiction, note, unreadable, type Where} from '../issues.ts';
import type {Slip} from './repair.ts';

export const totalDisagrees = (where: Where, county: string, said: string, computed: string) =>
  contradiction(
    'total-disagrees',
    where,
    `${county} has the total ${said}, but its figures add up to ${computed}`,
    'Compare this row with the publication',
  );

export const cellDisagrees = (
  where: Where,
  row: string,
  column: string,
  saw: string,
  expected: string,
  sums: 'net' | 'gross',
  slip: Slip,
) =>
  contradiction(
    'cell-disagrees',
    where,
    `${row} against ${column} reads ${saw}; ${sums === 'net' ? 'both sums' : 'the sums of its row and its column'} say ${expected}${slipText(slip)}`,
    sums === 'net'
      ? 'Compare this figure with the publication, or accept the correction with --accept-repair'
      : 'Compare this figure with the publication',
  );

export const totalWrong = (where: Where, county: string, saw: string, expected: string, slip: Slip) =>
  contradiction(
    'total-wrong',
    where,
    `${county} has the total ${saw}; its figures and the sum of all totals say ${expected}${slipText(slip)}`,
    'Compare this total with the publication, or accept the correction with --accept-repair',
  );

const SLIPS: Readonly<Record<NonNullable<Slip>, string>> = {
  'sign-lost': 'the minus was lost',
  'sign-added': 'a minus was added',
  'digits-swapped': 'two digits were swapped',
  'digit-dropped': 'a digit was dropped',
  'digit-added': 'a digit was added',
  'digit-changed': 'one digit differs',
  'number-lost': 'the figure was lost',
};

const slipText = (slip: Slip) => (slip ? ` (${SLIPS[slip]})` : '');

export const repairAccepted = (where: Where, what: string, saw: string, expected: string) =>
  note('repaired', where, `${what} reads ${saw} and was corrected to ${expected}`, 'Reports say so');

export const mayBeWrong = (where: Where, row: string, column: string, saw: string) =>
  contradiction(
    'may-be-wrong',
    where,
    `${row} against ${column}, which reads ${saw}, may be one of the wrong figures`,
    'Compare it with the publication first',
  );

export const pairDisagrees = (where: Where, row: string, column: string, saw: string, mirror: string) =>
  contradiction(
    'pair-disagrees',
    where,
    `${row} against ${column} reads ${saw}, and ${column} against ${row} ${mirror}; they must be opposite`,
    'Compare both figures with the publication',
  );

export const movesDisagree = (
  where: Where,
  what: 'row' | 'column' | 'all',
  county: string,
  said: string,
  computed: string,
) =>
  contradiction(
    'moves-disagree',
    where,
    what === 'all'
      ? `The table has ${said} moves in all, but its figures add up to ${computed}`
      : `${county} has ${said} in all in its ${what}, but the figures there add up to ${computed}`,
    'Compare the figures with the publication',
  );

export const exampleDisagrees = (
  where: Where,
  county: string,
  partner: string | null,
  said: string,
  computed: string,
) =>
  note(
    'example-disagrees',
    where,
    `The note says ${said} for ${county} against ${partner ?? 'all others'}; the table says ${computed}`,
    'The table was followed; compare note and table with the publication',
  );

export const noExample = (where: Where) =>
  note(
    'no-example',
    where,
    'The note announces an example, but none could be read',
    'Without an example nothing says which way a plus points; it was taken for a net gain of the row',
  );

export const unreadExample = (where: Where, saw: string) =>
  note(
    'unread-example',
    where,
    `The note says ${saw} in an example that could not be read`,
    'Compare the wording of the note with the publication',
  );

export const noTotals = (where: Where) =>
  note(
    'no-totals',
    where,
    'The text has no totals, and each figure once: nothing could be proved',
    'A column head with the word "total" says which column holds the totals',
  );

export const totalsDoNotCancel = (where: Where, sum: string) =>
  contradiction(
    'totals-do-not-cancel',
    where,
    `The totals of all counties add up to ${sum}; what one county gains another loses, so 0 was expected`,
    'Compare the totals with the publication',
  );

// ---- the table's card

export const cardBroken = (where: Where, message: string) =>
  unreadable('card-broken', where, message, 'data/README.md says what a card holds');

export const cardMismatch = (where: Where, what: string, said: string, saw: string) =>
  contradiction(
    'card-mismatch',
    where,
    `The card says ${what} ${said}, the text ${saw}`,
    'Mend the card, or take it away; a text without a card is reported on without source and regions',
  );

/** The same where a correction was accepted, which is a reason for it. */
export const cardDiffers = (where: Where, what: string, said: string, saw: string) =>
  note(
    'card-mismatch',
    where,
    `The card says ${what} ${said}, the text ${saw}`,
    'A figure of the text was corrected; look whether the text is else the one that the card describes',
  );

/** Of names that are missing in one language: the first has the place, the others are told with theirs. */
export function nameMissing(tag: string, missing: readonly {readonly what: string; readonly where: Where}[]) {
  const names = missing.map(({what}) => what).join(', ');
  const [first, ...others] = missing.map(({where}) => where);
  const also = others.length ? ` and at line ${others.map(({line}) => line).join(', ')}` : '';
  const message = `The card has no name in "${tag}" for ${names}`;
  return unreadable('name-missing', first ?? null, message, `Add "${tag}": "..." here${also}`);
}

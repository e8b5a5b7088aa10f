/** The words of a report that come from the table's card and source as they are. */
import type {Lore} from './lore.ts';
import {asDate} from './printing.ts';

/** What stands in a slot for words: a publisher, a date, a file name. Empty where the table has no such thing. */
export function quoted(lore: Lore, fact: string, slot: string): string {
  const words = WORDS[slot];
  if (slot === 'mark') return markOf(lore, fact);
  return words ? words(lore) : '';
}

const WORDS: Readonly<Record<string, (lore: Lore) => string>> = {
  publisher: ({table, tongue}) => inLanguage(table.card?.publisher, tongue.tag),
  publication: ({table, tongue}) => inLanguage(table.card?.publication, tongue.tag),
  title: ({table, tongue}) =>
    table.card?.title ? inLanguage(table.card.title, tongue.tag) : table.title.name,
  date: ({table, tongue}) => (table.card?.released ? asDate(tongue.labels, table.card.released) : ''),
  licence: ({table}) => table.card?.licence?.name ?? '',
  address: ({table}) => (table.card?.url ?? '').replace('https://', '').replace(/\/$/, ''),
  file: ({table}) => table.source.file.split(/[\\/]/).at(-1) ?? '',
  sha256: ({table}) => table.source.sha256,
  printed: ({table}) => table.repair?.printed ?? '',
};

const inLanguage = (names: Readonly<Record<string, string>> | undefined, tag: string): string =>
  names?.[tag] ?? Object.values(names ?? {})[0] ?? '';

/** `symbol-nil` is about the sign that the card says stands for nil. */
function markOf({table}: Lore, fact: string): string {
  const found = table.card?.symbols?.find(({meaning}) => fact === `symbol-${meaning}`);
  return found?.mark ?? '';
}

/** A template as the list of what a finished report must have, block by block. */
import {filled} from './printing.ts';
import type {Labels} from '../labels.ts';
import type {Part, Phrase} from '../narrative/template.ts';
import {maySayNothing, unbrokenPhrase} from './phrase.ts';

/** One block that is to come. `optional`: it is left out where none of its sentences is told. */
export type Expected =
  | {
      readonly kind: 'heading' | 'paragraph' | 'item';
      /** Of a heading. */
      readonly level: number | null;
      readonly phrase: Phrase;
      readonly optional: boolean;
    }
  | {
      readonly kind: 'figure';
      readonly name: string;
      readonly label: string;
      readonly title: Phrase;
      readonly alt: Phrase;
      /** How many notes follow it, each a paragraph. */
      readonly notes: number;
    }
  | {readonly kind: 'table'; readonly name: string; readonly label: string; readonly title: Phrase};

/** Everything a report must have, in reading order. `isChecked`: there is something in the table of checks. */
export function outlineOf(parts: readonly Part[], labels: Labels, isChecked: boolean): readonly Expected[] {
  const captions = referencesOf(parts, labels);
  return flat(parts).flatMap(part => expectedOf(part, captions, isChecked));
}

/** "Figure 1", "Table 1" by name, in order of appearance; of `inText` labels "table 1". */
export function referencesOf(
  parts: readonly Part[],
  patterns: Pick<Labels, 'figure' | 'table'>,
): ReadonlyMap<string, string> {
  const placed = flat(parts).flatMap(part => (part.kind === 'chart' || part.kind === 'table' ? [part] : []));
  return new Map(
    placed.map(({kind, name}) => {
      const number = placed.filter(other => other.kind === kind).findIndex(other => other.name === name) + 1;
      return [name, filled(patterns[kind === 'chart' ? 'figure' : 'table'], {number: String(number)})];
    }),
  );
}

/** All parts in reading order, those of landscape pages too. */
const flat = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap(part => (part.kind === 'landscape' ? flat(part.parts) : [part]));

function expectedOf(
  part: Part,
  captions: ReadonlyMap<string, string>,
  isChecked: boolean,
): readonly Expected[] {
  const words = (
    kind: 'heading' | 'paragraph' | 'item',
    phrase: Phrase,
    level: number | null = null,
  ): Expected => ({
    kind,
    level,
    phrase: unbrokenPhrase(phrase),
    optional: kind !== 'heading' && maySayNothing(phrase),
  });
  switch (part.kind) {
    case 'heading':
      return [words('heading', part.content, Math.min(part.level, 3))];
    case 'paragraph':
      return [words('paragraph', part.content)];
    case 'list':
    case 'key-figures':
      return part.items.map(item => words('item', item));
    case 'landscape':
    case 'large':
      return [];
    case 'chart':
    case 'table': {
      if (part.name === 'checks' && !isChecked) return [];
      const {name} = part;
      const [title, alt] = [unbrokenPhrase(part.title), unbrokenPhrase(part.alt)];
      const label = captions.get(name)!;
      const block: Expected =
        part.kind === 'chart'
          ? {kind: 'figure', name, label, title, alt, notes: part.notes.length}
          : {kind: 'table', name, label, title};
      return [block, ...part.notes.map(note => words('paragraph', note))];
    }
  }
}

/** The texts of a block, in reading order. */
export function phrasesOf(expected: Expected): readonly Phrase[] {
  if ('phrase' in expected) return [expected.phrase];
  return expected.kind === 'figure' ? [expected.title, expected.alt] : [expected.title];
}

/** Whether a report tells what it must: the facts that were chosen for its county, no other, none left out. */
import type {Part, Phrase, Piece} from '../narrative/template.ts';

/**
 * By fact, the first of all facts with the same wording: two facts that are told in the same words cannot be told
 * apart in a finished text. Facts without a wording are not in it.
 */
export function wordings(parts: readonly Part[]): ReadonlyMap<string, string> {
  const told = parts.flatMap(phrasesOf).flatMap(toldIn);
  const first = new Map<string, string>();
  return new Map(
    told.map(({id, content}) => {
      const words = signature(content);
      if (!first.has(words)) first.set(words, id);
      return [id, first.get(words)!];
    }),
  );
}

/** What is missing and what is too much, in words. */
export function toldProblems(
  known: ReadonlyMap<string, string>,
  found: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  const heard = found.flatMap(id => known.get(id) ?? []);
  const due = wanted.flatMap(id => known.get(id) ?? []);
  const surplus = (list: readonly string[], other: readonly string[]) =>
    list.filter(
      (id, at) =>
        list.slice(0, at + 1).filter(each => each === id).length > other.filter(each => each === id).length,
    );
  return [
    ...surplus(due, heard).map(
      id => `The sentence for “${id}” is missing: this county's report must tell it`,
    ),
    ...surplus(heard, due).map(
      id => `The sentence for “${id}” stands here, and this county's report does not tell it`,
    ),
  ];
}

type Told = Piece & {readonly kind: 'told'};

const toldIn = (phrase: Phrase): readonly Told[] =>
  phrase.flatMap(piece => {
    if (piece.kind === 'told') return [piece];
    return 'content' in piece ? toldIn(piece.content) : [];
  });

function phrasesOf(part: Part): readonly Phrase[] {
  switch (part.kind) {
    case 'landscape':
      return part.parts.flatMap(phrasesOf);
    case 'list':
    case 'key-figures':
      return part.items;
    case 'chart':
    case 'table':
      return [part.title, part.alt, ...part.notes];
    default:
      return [part.content];
  }
}

/** A phrase without its places in the file. */
const signature = (phrase: Phrase): string =>
  JSON.stringify(phrase, (key, value: unknown) => (key === 'where' ? undefined : value));

/**
 * What the languages have between them: the same parts, with the same numbers in the same order, each under a name
 * of its own.
 */
import type {Issue, Where} from '../issues.ts';
import * as say from './lock-complaints.ts';
import type {Order} from './order.ts';
import type {Part, Phrase} from './template.ts';

/** A language, as far as others are compared with it. */
export type Spoken = {
  readonly tag: string;
  /** What it calls itself, and where that stands. */
  readonly name: {readonly text: string; readonly where: Where};
  /** Null where some part of its template could not be read. */
  readonly skeleton: Skeleton | null;
  readonly orders: readonly Order[];
};

/** The parts of a template without their words: what each is, and where. */
export type Skeleton = readonly {readonly what: string; readonly where: Where}[];

/** Where a language has other parts than the first, or tells its numbers in another order; and names that two have. */
export function differences(languages: readonly Spoken[]): readonly Issue[] {
  const [first, ...others] = languages;
  if (!first) return [];
  const [whole, ...wholes] = languages.filter(({skeleton}) => skeleton !== null);
  return [
    ...namesakes(languages),
    ...wholes.flatMap(other => partsDiffer(whole!, other)),
    ...others.flatMap(other => [...numbersMoved(first, other), ...sentencesMoved(first, other)]),
  ];
}

/** Two languages of one name: one of them is a copy that was not translated. */
function namesakes(languages: readonly Spoken[]): readonly Issue[] {
  const plain = ({name}: Spoken) => name.text.trim().toLowerCase();
  return languages.flatMap((each, index) => {
    const earlier = languages.slice(0, index).find(other => plain(other) === plain(each));
    return earlier ? [say.nameTwice(each.name.where, each.name.text, earlier.tag)] : [];
  });
}

/** The first part that differs; those after it mostly follow from that. */
function partsDiffer(first: Spoken, other: Spoken): readonly Issue[] {
  const [expected, now] = [first.skeleton ?? [], other.skeleton ?? []];
  const at = now.findIndex(({what}, index) => what !== expected[index]?.what);
  const [here, there] = [now[at], expected[at]];
  return here && there ? [say.partDiffers(here.where, here.what, first.tag, there.what, there.where)] : [];
}

function numbersMoved(first: Spoken, other: Spoken): readonly Issue[] {
  const numbers = new Map(first.orders.map(each => [each.key, each.numbers]));
  // Outside facts a sentence is known by its place among others, which is another where there are other parts.
  const isAlike =
    first.skeleton !== null && other.skeleton !== null && partsDiffer(first, other).length === 0;
  return other.orders.flatMap(({key, numbers: now, isFact, where}) => {
    const expected = isAlike || isFact ? numbers.get(key) : undefined;
    const isSame = expected === undefined || expected.join() === now.join();
    return isSame ? [] : [say.orderDiffers(where, key, now, first.tag, expected)];
  });
}

/** The first sentence that stands elsewhere; those after it mostly follow from that. */
function sentencesMoved(first: Spoken, other: Spoken): readonly Issue[] {
  const both = (mine: Spoken, theirs: Spoken) =>
    mine.orders.filter(({key}) => theirs.orders.some(each => each.key === key));
  const [expected, found] = [both(first, other), both(other, first)];
  const at = found.findIndex(({key}, index) => key !== expected[index]!.key);
  if (at < 0) return [];
  return [say.sentenceMoved(found[at]!.where, found[at]!.key, first.tag, expected[at]!.key)];
}

/** The skeleton of a template, its end included: a part that is left out there is missed too. */
export function skeletonOf(parts: readonly Part[], start: Where): Skeleton {
  const bones = parts.flatMap(part => bonesOf(part, start));
  return [...bones, {what: 'the end', where: bones.at(-1)?.where ?? start}];
}

function bonesOf(part: Part, start: Where): Skeleton {
  const where = placeOf(part) ?? start;
  if (part.kind !== 'landscape' && part.kind !== 'large') return [{what: nameOf(part), where}];
  const what = part.kind === 'landscape' ? 'a landscape page' : 'a part for large tables';
  const inner = part.parts.flatMap(each => bonesOf(each, where));
  return [{what, where}, ...inner, {what: `the end of ${what}`, where: inner.at(-1)?.where ?? where}];
}

function nameOf(part: Exclude<Part, {kind: 'landscape' | 'large'}>): string {
  switch (part.kind) {
    case 'heading':
      return `a heading ${'#'.repeat(part.level)}`;
    case 'paragraph':
      return `a ${part.role === 'text' ? 'paragraph' : part.role}`;
    case 'list':
      return `${part.ordered ? 'a numbered list' : 'a list'} of ${part.items.length}`;
    case 'key-figures':
      return `${part.items.length} key figures`;
    case 'chart':
    case 'table': {
      const described = part.alt.length ? ', described' : '';
      return `the ${part.kind} "${part.name}"${described} (notes: ${part.notes.length})`;
    }
  }
}

/** Where a part begins: its tag or sign, else the first of its words. */
function placeOf(part: Part): Where | null {
  if ('where' in part) return part.where;
  if (part.kind === 'landscape') return firstOf(part.parts, placeOf);
  return part.kind === 'list' ? firstOf(part.items, beginningOf) : beginningOf(part.content);
}

const beginningOf = (phrase: Phrase): Where | null =>
  firstOf(phrase, piece => ('where' in piece ? piece.where : beginningOf(piece.content)));

function firstOf<Each>(list: readonly Each[], place: (each: Each) => Where | null): Where | null {
  for (const each of list) {
    const where = place(each);
    if (where) return where;
  }
  return null;
}

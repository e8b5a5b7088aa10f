/**
 * Where a document uses its numbers: each with the part of the report that it stands in, and its sentence.
 */
import {
  type Block,
  type Document,
  type Inline,
  type Inlines,
  never,
  quantitiesIn,
  type QuantityInline,
  textOf,
} from './document.ts';

/** One number where it is printed; `sentence` is null in the cells of a table. */
export type Use = {
  readonly number: QuantityInline;
  readonly where: string;
  readonly sentence: string | null;
};

/** Every number of a document, in reading order. */
export function usesIn({sections}: Document): readonly Use[] {
  const blocks = sections.flatMap(section => section.blocks);
  const paragraphs = blocks.filter(block => block.kind === 'paragraph' && block.role === 'text');
  return blocks.flatMap((block, at) => {
    const heading = blocks.slice(0, at).findLast(({kind}) => kind === 'heading');
    const isTitle = heading?.kind === 'heading' && heading.level === 1;
    const under = heading?.kind === 'heading' && !isTitle ? `, under “${textOf(heading.content)}”` : '';
    return usesInBlock(block, under, paragraphs.indexOf(block) + 1);
  });
}

function usesInBlock(block: Block, under: string, paragraph: number): readonly Use[] {
  switch (block.kind) {
    case 'heading':
      return usesInText(block.level === 1 ? 'title' : `heading “${textOf(block.content)}”`, block.content);
    case 'paragraph':
      return usesInText(
        block.role === 'byline' ? 'line under the title' : `paragraph ${paragraph}${under}`,
        block.content,
      );
    case 'note':
      return usesInText(`note${under}`, block.content);
    case 'key-figures':
      return block.items.flatMap(({value, label}) =>
        usesInWhole('key figures', [...value, {kind: 'text', text: ': '}, ...label]),
      );
    case 'list':
      return block.items.flatMap((item, at) => usesInText(`list, item ${at + 1}${under}`, item));
    case 'figure':
      return [
        ...usesInText(`title of ${block.label}`, block.title),
        ...usesInText(`description of ${block.label}`, block.alt),
        ...block.notes.flatMap(note => usesInText(`note to ${block.label}`, note)),
      ];
    case 'table':
      return [
        ...usesInText(`title of ${block.label}`, block.title),
        ...usesInCells(block),
        ...block.notes.flatMap(note => usesInText(`note to ${block.label}`, note)),
      ];
    default:
      return never(block);
  }
}

function usesInCells({label, columns, rows}: Block & {kind: 'table'}): readonly Use[] {
  return rows.flatMap(({cells}) => {
    const row = textOf(cells.find(({header}) => header)?.content ?? []);
    return cells.flatMap(({content}, at) =>
      quantitiesIn(content).map(number => ({
        number,
        where: `${label}, row “${row}”, column “${textOf(columns[at]!.head)}”`,
        sentence: null,
      })),
    );
  });
}

const usesInWhole = (where: string, content: Inlines): readonly Use[] =>
  quantitiesIn(content).map(number => ({number, where, sentence: textOf(content).trim()}));

/** Numbers with their sentences. */
const usesInText = (where: string, content: Inlines): readonly Use[] =>
  sentencesOf(content).flatMap(sentence => usesInWhole(where, sentence));

/** Parts a text into sentences: those that tell a fact as they are, the rest at points. */
function sentencesOf(content: Inlines): readonly Inlines[] {
  const sentences: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.kind === 'sentence') sentences.push([inline], []);
    else if (inline.kind !== 'text') sentences.at(-1)!.push(inline);
    else {
      const [first = '', ...others] = inline.text.split(END);
      sentences.at(-1)!.push({kind: 'text', text: first});
      sentences.push(...others.map((text): Inline[] => [{kind: 'text', text}]));
    }
  }
  return sentences;
}

/** A point or its like before a capital or a quotation mark. */
const END = /(?<=[.!?])\s+(?=[\p{Lu}“«])/u;

/** Finding things in a document: its narrative, its numbers, its blocks. */
import type {Block, Document, Inline, Inlines, QuantityInline} from '../../src/document.ts';

const isText = (block: Block) => block.kind === 'paragraph' && block.role === 'text';

/** The paragraphs of the narrative, as inlines: those before the first chart. */
export function paragraphsOf({sections}: Document): readonly Inlines[] {
  const {blocks} = sections[0]!;
  const end = blocks.findIndex(({kind}) => kind === 'figure');
  return blocks.slice(0, end).flatMap(block => (isText(block) && 'content' in block ? [block.content] : []));
}

/** Its paragraphs as plain text. */
export const narrativeOf = (document: Document) => paragraphsOf(document).map(wordsOf);

/** The words of inlines, without marks. */
export const wordsOf = (content: Inlines): string =>
  content.map(inline => ('content' in inline ? wordsOf(inline.content) : inline.text)).join('');

/** Every inline of that kind below a value, wherever it stands. */
function inlinesBelow<Kind extends Inline['kind']>(
  value: unknown,
  kind: Kind,
): readonly Extract<Inline, {kind: Kind}>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === kind) return [value as Extract<Inline, {kind: Kind}>];
  return Object.values(value).flatMap(each => inlinesBelow(each, kind));
}

export const sentencesBelow = (value: unknown) => inlinesBelow(value, 'sentence');

export const quantitiesBelow = (value: unknown): readonly QuantityInline[] => inlinesBelow(value, 'quantity');

/** The text that is no Quantity and no "Table 1". */
export const looseText = (value: unknown) =>
  inlinesBelow(withoutReferences(value), 'text')
    .map(({text}) => text)
    .join('|');

const withoutReferences = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each) => (each?.kind === 'reference' ? null : each));

/** The blocks of a kind. */
export const blocksOf = <Kind extends Block['kind']>({sections}: Document, kind: Kind) =>
  sections
    .flatMap(({blocks}) => blocks)
    .filter((block): block is Extract<Block, {kind: Kind}> => block.kind === kind);

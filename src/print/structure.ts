/**
 * A pdfmake definition -> its logical structure: what a screen reader goes through, in reading order.
 *
 * Each node says what it is by `tag` (a role of PDF/UA-1, or `Artifact` for what is only there to be seen);
 * texts are paragraphs unless they say otherwise, and a container without a tag is none. The structure is
 * hung on what survives pdfmake's layout: it copies every property of a text fragment to the words that it
 * makes of it, and keeps pictures as they are.
 */

/** An element of the structure tree. `words` must be drawn somewhere, or content was lost. */
export type Element = {
  readonly role: string;
  readonly words: string;
  readonly properties: Properties;
  readonly kids: Element[];
};

/** What an element says of itself: for those who cannot see it, its language, and its attributes. */
export type Properties = {
  readonly alt?: string;
  readonly lang?: string;
  readonly title?: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
};

/** What is marked inside a text: a link, or words in another language. One for all words of one link. */
export type Mark = {
  readonly role: 'Link' | 'Span';
  readonly lang?: string;
  /** What the link says, and where it leads: a web address or the name of a place in the document. */
  readonly words?: string;
  readonly address?: string;
  readonly place?: string;
};

/** A run of text, before layout and after. */
export type Marked = {text: string; structure?: Element; mark?: Mark; continued?: string};

/** What is looked at of a definition's nodes. */
type Node = {
  tag?: string;
  alt?: string;
  headlineLevel?: number;
  section?: Node[];
  stack?: Node[];
  columns?: Node[];
  text?: Marked[];
  svg?: string;
  structure?: Element;
  table?: {body: Node[][]; headerRows: number; rowHeaders: number};
  numbering?: string;
};

/** Builds the structure of a definition's content and hangs it on its fragments and pictures. */
export function structureOf(content: unknown): Element {
  const root = element('Document', {});
  for (const node of content as Node[]) place(node, root);
  return root;
}

function element(role: string, properties: Properties, words = ''): Element {
  return {role, properties, words, kids: []};
}

function add(parent: Element, role: string, properties: Properties = {}, words = ''): Element {
  const child = element(role, properties, words);
  parent.kids.push(child);
  return child;
}

function place(node: Node, parent: Element): void {
  if (node.tag === 'Artifact') return;
  const inside = node.section ?? node.stack ?? node.columns;
  if (inside) placeAll(inside, node.tag ? add(parent, node.tag, listOf(node)) : parent);
  else if (node.table) placeTable(node.table, add(parent, 'Table'));
  else if (node.svg) node.structure = add(parent, 'Figure', {alt: altOf(node)});
  else if (node.text) placeText(node.text, addText(node, parent));
  else throw new Error(`The structure has no place for a node with ${Object.keys(node).join(', ')}`);
}

const placeAll = (nodes: readonly Node[], parent: Element) => nodes.forEach(node => place(node, parent));

/** A list says how its items are numbered. */
const listOf = ({numbering}: Node): Properties =>
  numbering ? {attributes: {O: 'List', ListNumbering: numbering}} : {};

function altOf({alt}: Node): string {
  if (!alt) throw new Error('A picture without a description cannot be printed');
  return alt;
}

function addText({tag, headlineLevel, text = []}: Node, parent: Element): Element {
  const words = wordsOf(text);
  if (headlineLevel) return add(parent, `H${headlineLevel}`, {title: words}, words);
  // A note is a thing inside a paragraph.
  if (tag === 'Note') return add(add(parent, 'P'), 'Note', {}, words);
  return add(parent, tag ?? 'P', {}, words);
}

function placeText(fragments: readonly Marked[], own: Element): void {
  for (const fragment of fragments) fragment.structure = own;
}

const wordsOf = (fragments: readonly Marked[]) =>
  fragments
    .map(({text}) => text)
    .join('')
    .trim();

/** The first head row is the caption; it stands there so that it is repeated where the table runs on. */
function placeTable({body, headerRows, rowHeaders}: NonNullable<Node['table']>, table: Element): void {
  const [caption] = body[0] ?? [];
  if (caption?.text) placeText(caption.text, add(table, 'Caption', {}, wordsOf(caption.text)));
  const head = add(table, 'THead');
  const rest = add(table, 'TBody');
  body.slice(1).forEach((row, index) => {
    const isHead = index + 1 < headerRows;
    const own = add(isHead ? head : rest, 'TR');
    row.forEach((cell, column) =>
      placeCell(cell, own, isHead ? 'Column' : column < rowHeaders ? 'Row' : null),
    );
  });
}

function placeCell({text = []}: Node, row: Element, scope: 'Column' | 'Row' | null): void {
  const properties = scope ? {attributes: {O: 'Table', Scope: scope}} : {};
  placeText(text, add(row, scope ? 'TH' : 'TD', properties, wordsOf(text)));
}

/**
 * A finished HTML page -> what it says.
 *
 * All words of its body are read, also where no report would have them: what a check does not get to see it
 * cannot find wrong. Left out are the head, the link that skips to the content, and what is hidden.
 */
import {fault, unnamed, unreadable} from './faults.ts';
import {elementsIn, type Element, hasClass, isElement, type Node, readTree} from './html-tree.ts';
import {foreignIn, isInline, passageOf, wordsIn} from './html-words.ts';
import {plainPassage} from './passage.ts';
import type {Passage, PrintedFigure, ReadBlock, ReadFigure, Reading, ReadTable} from './reading.ts';

/** Reads a page back. There is a reading of whatever `source` is; its `faults` say what is wrong with it. */
export function readHtml(file: string, source: string): Reading {
  const {top, faults} = readTree(source);
  const [html] = below(top, 'html');
  const [head] = below(top, 'head');
  const [title] = head ? below(head, 'title') : [];
  const lang = html?.attributes['lang']?.trim() || null;
  const content = contentOf(top.children);
  const blocks = blocksIn(content);
  return {
    file,
    format: 'html',
    lang,
    title: title ? wordsIn(title.children) : null,
    blocks,
    foreign: foreignIn(content),
    margins: [],
    pages: null,
    attachments: [],
    faults: [
      ...unreadable(source),
      ...(lang === null ? [fault('The page does not say which language it is in', html?.line ?? 1)] : []),
      ...(hasContent(top, blocks) ? [] : [fault('The page has no content', html?.line ?? 1)]),
      ...unnamed(blocks),
      ...faults,
    ],
  };
}

/** The texts of a chart that is a file of its own, in the order of drawing. */
export const readSvg = (source: string): readonly Passage[] =>
  below(readTree(source).top, 'svg').slice(0, 1).flatMap(readPicture);

/** What stands in the body, and what a browser would put there. */
function contentOf(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap(node => {
    if (!isElement(node)) return [node];
    if (node.name === 'html' || node.name === 'body') return contentOf(node.children);
    return node.name === 'head' || hasClass(node, 'skip') ? [] : [node];
  });
}

const hasContent = (top: Element, blocks: readonly ReadBlock[]): boolean =>
  blocks.length > 0 && (below(top, 'main').length > 0 || below(top, 'body').length > 0);

/** The blocks of some nodes in reading order. Words that stand in no block are a paragraph of their own. */
function blocksIn(nodes: readonly Node[]): readonly ReadBlock[] {
  return runsOf(nodes).flatMap(run => {
    const [first] = run;
    if (!first || isInline(first)) return ifWords('paragraph', passageOf(run, first?.line ?? 1));
    return isElement(first) ? blocksOf(first) : [];
  });
}

/** Nodes that stand in one line together, and each other node by itself. */
function runsOf(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const runs: Node[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last && isInline(last[0]!) && isInline(node)) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

const HEADING = /^h([1-6])$/;

function blocksOf(element: Element): readonly ReadBlock[] {
  const {name, line, children} = element;
  const level = HEADING.exec(name)?.[1];
  if (level) return [{kind: 'heading', level: Number(level), words: passageOf(children, line)}];
  if (name === 'p')
    return ifWords(hasClass(element, 'note') ? 'note' : 'paragraph', passageOf(children, line));
  if (name === 'li') return ifWords('item', passageOf(children, line));
  if (name === 'table') return [readTable(element)];
  if (name === 'figure') return [readFigure(element), ...blocksIn(without(children, isReadWithFigure))];
  // A picture outside of a figure is one without a caption.
  if (isPicture(element)) return [readFigure(element)];
  return blocksIn(children);
}

const ifWords = (kind: 'paragraph' | 'note' | 'item', words: Passage): readonly ReadBlock[] =>
  words.text === '' ? [] : [{kind, words}];

function readFigure(element: Element): ReadFigure {
  const images = elementsIn([element], isImage);
  return {
    kind: 'figure',
    caption: nameOf(element, 'figcaption'),
    alt: {
      ...plainPassage(images.map(labelOf).join(' '), (images[0] ?? element).line),
      figures: images.flatMap(figuresOf),
    },
    pictures: elementsIn([element], named('svg')).map(readPicture),
  };
}

/** The texts of a chart, without those that have no words. */
function readPicture(svg: Element): readonly Passage[] {
  return below(svg, 'text')
    .map(({children, line}) => passageOf(children, line))
    .filter(({text}) => text !== '');
}

/** Nodes without the elements that are not wanted, however deep these stand. */
function without(nodes: readonly Node[], unwanted: (element: Element) => boolean): readonly Node[] {
  return nodes
    .filter(node => !isElement(node) || !unwanted(node))
    .map(node => (isElement(node) ? {...node, children: without(node.children, unwanted)} : node));
}

function readTable(table: Element): ReadTable {
  const heads = table.children.filter(isElement).filter(named('thead'));
  return {
    kind: 'table',
    caption: nameOf(table, 'caption'),
    heads: heads.flatMap(rowsOf).flatMap(cellsOf),
    rows: rowsOf(table).map(cellsOf),
  };
}

/** The rows of a table or of a part of it. The head's rows are no rows of the table. */
function rowsOf(part: Element): readonly Element[] {
  return part.children.filter(isElement).flatMap(element => {
    if (element.name === 'tr') return [element];
    return element.name === 'tbody' || element.name === 'tfoot' ? rowsOf(element) : [];
  });
}

const cellsOf = (row: Element): readonly Passage[] =>
  row.children
    .filter(isElement)
    .filter(({name}) => name === 'th' || name === 'td')
    .map(({children, line}) => passageOf(children, line));

/** What a figure or table is called: the words of its first element of that name. */
function nameOf(element: Element, name: 'caption' | 'figcaption'): Passage {
  const [found] = below(element, name);
  return passageOf(found?.children ?? [], (found ?? element).line);
}

const isImage = ({attributes}: Element): boolean => attributes['role'] === 'img';

const labelOf = ({attributes}: Element): string => attributes['aria-label'] ?? '';

/** The numbers in a description, which stand beside it: "540: net(03,12); 89: net(01,03)". */
function figuresOf({attributes}: Element): readonly PrintedFigure[] {
  const pairs = (attributes['data-exprs'] ?? '').split('; ').filter(Boolean);
  return pairs.map(pair => {
    const cut = pair.indexOf(': ');
    const [value, expr] = cut < 0 ? ['', pair] : [pair.slice(0, cut), pair.slice(cut + 2)];
    return {text: '', value, expr, target: null};
  });
}

const isReadWithFigure = (element: Element): boolean => isPicture(element) || element.name === 'figcaption';

const isPicture = (element: Element): boolean => isImage(element) || element.name === 'svg';

const named =
  (name: string) =>
  (element: Element): boolean =>
    element.name === name;

const below = (element: Element, name: string): readonly Element[] => elementsIn([element], named(name));

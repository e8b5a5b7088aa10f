/**
 * A finished HTML page -> what it says.
 *
 * All words of its body are read, also where no report would have them: what a check does not get to see it
 * cannot find wrong. Left out are the head, the link that skips to the content, and what is hidden.
 */
import {type Fault, fault, unnamed, unreadable} from './faults.ts';
import {extrasIn, isExtra} from './html-extras.ts';
import {chartFaults, pageFaults} from './html-faults.ts';
import {below, headOf, skipFaults} from './html-head.ts';
import {
  elementsIn,
  type Element,
  hasClass,
  isElement,
  type Node,
  readTree,
  seenIn,
  skipLinkIn,
  without,
} from './html-tree.ts';
import {foreignIn, isInline, linksIn, passageOf} from './html-words.ts';
import {plainPassage} from './passage.ts';
import type {Passage, PrintedFigure, ReadBlock, ReadFigure, Reading, ReadTable} from './reading.ts';

/** Reads a page back. There is a reading of whatever `source` is; its `faults` say what is wrong with it. */
export function readHtml(file: string, source: string): Reading {
  const {top: page, faults} = readTree(source);
  const seen = seenIn(page);
  const whole = contentOf(seen);
  const content = without(whole, isExtra);
  const blocks = blocksIn(content);
  const head = headOf(page);
  return {
    file,
    format: 'html',
    ...head,
    blocks,
    foreign: foreignIn(content),
    links: linksIn(without(page.children, isExtra)),
    extras: extrasIn(whole, readTable),
    margins: [],
    pages: null,
    attachments: [],
    faults: [
      ...unreadable(source),
      ...emptyFaults(seen, head.lang, blocks),
      ...unnamed(blocks),
      ...faults,
      ...skipFaults(page, head),
      ...pageFaults(page),
    ],
  };
}

/** The texts of a chart that is a file of its own, in the order of drawing. */
export const readSvg = (source: string): readonly Passage[] => textsIn(readTree(source).top);

/** The texts of the picture in a file. */
export const textsIn = (top: Element): readonly Passage[] =>
  below(seenIn(top), 'svg').slice(0, 1).flatMap(readPicture);

/** What is wrong with a chart that is a file of its own. */
export const svgFaults = (source: string): readonly Fault[] => chartFaults(readTree(source).top);

/** What stands in the body, and what a browser would put there. */
function contentOf(element: Element): readonly Node[] {
  const skip = element.name === 'body' ? skipLinkIn(element) : null;
  return element.children.flatMap(node => {
    if (!isElement(node)) return [node];
    if (node.name === 'html' || node.name === 'body') return contentOf(node);
    return node.name === 'head' || node === skip ? [] : [node];
  });
}

function emptyFaults(top: Element, lang: string | null, blocks: readonly ReadBlock[]): readonly Fault[] {
  const line = below(top, 'html')[0]?.line ?? 1;
  return [
    ...(lang === null ? [fault('The page does not say which language it is in', line)] : []),
    ...(hasContent(top, blocks) ? [] : [fault('The page has no content', line)]),
  ];
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
  const words = () => passageOf(children, line, idOf(element));
  const level = HEADING.exec(name)?.[1];
  if (level) return [{kind: 'heading', level: Number(level), words: words()}];
  if (name === 'p') return ifWords(hasClass(element, 'note') ? 'note' : 'paragraph', words());
  if (name === 'li') return ifWords('item', words());
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
    id: idOf(element) ?? '',
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
    .map(cell => passageOf(cell.children, cell.line, idOf(cell) ?? idOf(row)));

/** What a figure or table is called: the words of its first element of that name. */
function nameOf(element: Element, name: 'caption' | 'figcaption'): Passage {
  const [found] = below(element, name);
  return passageOf(found?.children ?? [], (found ?? element).line, idOf(element));
}

const idOf = ({attributes}: Element): string | null => attributes['id'] ?? null;

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

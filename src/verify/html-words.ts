/** The words inside an element of a page, and what they carry: values, expressions, claims, languages. */
import {elementsIn, type Element, isElement, type Node} from './html-tree.ts';
import {fold} from './passage.ts';
import type {Passage, PrintedFigure, PrintedSentence, Reading} from './reading.ts';

/** Elements that stand inside a word or sentence; all others part words. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Whether a node goes on in the line before it. */
export function isInline(node: Node): boolean {
  return !isElement(node) || INLINE.has(node.name) || node.name === 'br';
}

/** The words of some nodes. `line` is that of what holds them, for where they have no words. */
export function passageOf(nodes: readonly Node[], line: number, id: string | null = null): Passage {
  return {
    text: wordsIn(nodes),
    place: {line: firstLine(nodes) ?? line},
    figures: figuresIn(nodes, null),
    sentences: elementsIn(nodes, ({attributes}) => 'data-fact' in attributes).map(printedSentence),
    id,
  };
}

/** The parts of some nodes that say that they are in a language of their own. */
export function foreignIn(nodes: readonly Node[]): Reading['foreign'] {
  return elementsIn(nodes, ({attributes}) => 'lang' in attributes).map(({attributes, children}) => ({
    lang: attributes['lang']!,
    text: wordsIn(children),
  }));
}

/** The addresses outside the page that something among some nodes leads a reader to, in order. */
export function linksIn(nodes: readonly Node[]): readonly string[] {
  const addresses = elementsIn(nodes, ({name, attributes}) => 'href' in attributes && name !== 'link');
  return addresses.map(({attributes}) => attributes['href']!).filter(href => !href.startsWith('#'));
}

/** The words of some nodes in one line. */
export const wordsIn = (nodes: readonly Node[]): string => fold(textIn(nodes));

function textIn(nodes: readonly Node[]): string {
  return nodes
    .map(node => {
      if (!isElement(node)) return node.text;
      const text = textIn(node.children);
      if (node.name === 'tspan') return isPlaced(node) ? ` ${text}` : text;
      return INLINE.has(node.name) ? text : ` ${text} `;
    })
    .join('');
}

/** A part of a text in a chart that has a place of its own is a new line of it; any other goes on. */
const isPlaced = ({attributes}: Element): boolean => ['x', 'y', 'dx', 'dy'].some(each => each in attributes);

/** The line in which the words of some nodes begin; null where they have none. */
export function firstLine(nodes: readonly Node[]): number | null {
  for (const node of nodes) {
    const line = isElement(node) ? firstLine(node.children) : lineOfWords(node);
    if (line !== null) return line;
  }
  return null;
}

const BLANK = /^[ \t\n\r\f]*/;

const lineOfWords = ({text, line}: {readonly text: string; readonly line: number}): number | null => {
  const blank = BLANK.exec(text)![0];
  return blank.length === text.length ? null : line + blank.split('\n').length - 1;
};

/** `target` is where the link around the nodes leads. */
function figuresIn(nodes: readonly Node[], target: string | null): readonly PrintedFigure[] {
  return nodes.filter(isElement).flatMap(element => {
    if (element.name === 'data') return [printedFigure(element, target)];
    return figuresIn(element.children, element.name === 'a' ? placeOf(element) : target);
  });
}

const printedFigure = ({attributes, children}: Element, target: string | null): PrintedFigure => ({
  text: wordsIn(children),
  value: attributes['value'] ?? '',
  expr: attributes['data-expr'] ?? '',
  target,
});

/** The id that a link inside the page leads to; null where it leads out of it. */
function placeOf({attributes}: Element): string | null {
  const href = attributes['href'] ?? '';
  return href.startsWith('#') ? href.slice(1) : null;
}

const printedSentence = ({attributes, children}: Element): PrintedSentence => ({
  fact: attributes['data-fact'] ?? '',
  claims: attributes['data-claims'] ?? '',
  text: wordsIn(children),
});

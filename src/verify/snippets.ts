/** The snippets of a page: what stands above each, and what comes of it where it is copied. */
import {snippetFaults} from './html-faults.ts';
import {elementsIn, type Element, hasClass, isElement, type Node, readPart} from './html-tree.ts';
import {wordsIn} from './html-words.ts';

/** `faults` are of its frame and its code, in words. */
export type Snippet = {
  readonly head: string;
  readonly note: string;
  /** The words of its button, before and after it was pressed. */
  readonly button: readonly string[];
  /** The one element that it is. */
  readonly shows: Element | null;
  readonly faults: readonly string[];
};

/** Reads all snippets among some elements. */
export const snippetsIn = (elements: readonly Element[]): readonly Snippet[] =>
  elementsIn(elements, element => hasClass(element, 'snippet')).map(snippetOf);

function snippetOf(box: Element): Snippet {
  const parts = box.children.filter(isElement);
  const [head, note, code, button] = parts;
  const source = code ? rawOf(code.children) : '';
  const {top, faults} = readPart(source);
  const [shows = null, ...more] = top.children.filter(isElement);
  const isWhole = shows !== null && source.trimEnd().endsWith(`</${shows.name}>`) && more.length === 0;
  const isFramed =
    parts.map(({name}) => name).join() === 'h3,p,textarea,button' &&
    code!.attributes['aria-labelledby'] === head!.attributes['id'];
  return {
    head: wordsIn(head?.children ?? []),
    note: wordsIn(note?.children ?? []),
    button: [wordsIn(button?.children ?? []), button?.attributes['data-copied'] ?? ''],
    shows,
    faults: [
      ...[...faults, ...snippetFaults(top)].map(({problem}) => problem),
      ...(isWhole ? [] : ['A snippet is not one whole element']),
      ...(isFramed ? [] : ['A snippet is not head, note, code and button']),
    ],
  };
}

/** The text of an element that has text only, as it stands. */
export const rawOf = (nodes: readonly Node[]): string =>
  nodes.map(node => (isElement(node) ? '' : node.text)).join('');

/** What a page says about itself, beside what stands in it. */
import {type Fault, fault} from './faults.ts';
import {elementsIn, type Element, isElement, skipLinkIn} from './html-tree.ts';
import {wordsIn} from './html-words.ts';
import type {Reading} from './reading.ts';

export type Head = Pick<Reading, 'lang' | 'title' | 'subject' | 'date' | 'provenance' | 'live'>;

/** Reads what is said in the head of a page, or for all of it. */
export function headOf(top: Element): Head {
  const [html] = below(top, 'html');
  const [head] = below(top, 'head');
  const [title] = head ? below(head, 'title') : [];
  return {
    lang: html?.attributes['lang']?.trim() || null,
    title: title ? wordsIn(title.children) : null,
    subject: head ? metaOf(head, 'description') : null,
    date: head ? metaOf(head, 'date') : null,
    provenance: dataIn(top, 'provenance'),
    live: dataIn(top, 'live'),
  };
}

function metaOf(head: Element, name: string): string | null {
  const [meta] = below(head, 'meta').filter(({attributes}) => attributes['name'] === name);
  return meta?.attributes['content'] ?? null;
}

/** Data for the scripts of a page; null where there are none, undefined where they cannot be read. */
function dataIn(top: Element, id: string): unknown {
  const [script] = below(top, 'script').filter(({attributes}) => attributes['id'] === id);
  if (script?.attributes['type'] !== 'application/json') return null;
  try {
    return JSON.parse(script.children.map(node => (isElement(node) ? '' : node.text)).join(''));
  } catch {
    return undefined;
  }
}

/** The one link that is not read must have the words of the title, so that it need not be. */
export function skipFaults(top: Element, {title}: Head): readonly Fault[] {
  return below(top, 'body')
    .flatMap(body => skipLinkIn(body) ?? [])
    .map(({children, line}) => ({words: wordsIn(children), line}))
    .filter(({words}) => words !== title)
    .map(({words, line}) => fault(`The link to the content says “${words}” and not the title`, line));
}

/** All elements of a name, however deep. */
export const below = (element: Element, name: string): readonly Element[] =>
  elementsIn([element], each => each.name === name);

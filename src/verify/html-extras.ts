/**
 * What a page has beside the report, and paper has not: the list of headings, and at each chart a list of counties (empty
 * until the page's script fills it), the figures as a table, and files.
 */
import {elementsIn, type Element, hasClass, type Node, without} from './html-tree.ts';
import {foreignIn, passageOf} from './html-words.ts';
import type {ReadExtras, ReadTable} from './reading.ts';

/** Elements that are no part of what the report says, by their classes. */
export const isExtra = (element: Element): boolean =>
  ['contents', 'choice', 'more'].some(name => hasClass(element, name));

/** Reads them. `readTable` reads a table of the page. */
export function extrasIn(nodes: readonly Node[], readTable: (table: Element) => ReadTable): ReadExtras {
  const named = (name: string) => (element: Element) => element.name === name;
  const all = (element: Element, name: string) => elementsIn([element], named(name));
  const words = ({children, line}: Element) => passageOf(children, line);
  const contents = elementsIn(nodes, element => hasClass(element, 'contents'));
  return {
    contents: contents.map(list => ({
      words: words(list),
      head: all(list, 'p').map(words),
      links: all(list, 'a').map(link => ({words: words(link), href: link.attributes['href'] ?? ''})),
    })),
    charts: elementsIn(nodes, named('figure')).map(figure => {
      const extra = elementsIn([figure], isExtra);
      const within = (name: string) => extra.flatMap(element => all(element, name));
      return {
        id: figure.attributes['id'] ?? '',
        place: {line: figure.line},
        choose: within('label').map(words),
        opens: within('summary').map(words),
        caption: all(figure, 'figcaption')[0]?.attributes['id'] ?? '',
        tables: within('table').map(table => ({
          ...readTable(table),
          label: table.attributes['aria-labelledby'] ?? '',
        })),
        files: within('p')
          .filter(line => hasClass(line, 'files'))
          .map(line => ({
            words: words({...line, children: without(line.children, named('a'))}),
            links: all(line, 'a').map(link => ({words: words(link), href: link.attributes['href'] ?? ''})),
          })),
        foreign: foreignIn(extra),
        // Whatever else stands there in words.
        strays: extra
          .flatMap(({children}) => without(children, isReadHere))
          .map(node => passageOf([node], node.line))
          .filter(({text}) => text !== ''),
      };
    }),
  };
}

const isReadHere = (element: Element): boolean =>
  ['label', 'summary', 'table'].includes(element.name) || hasClass(element, 'files');

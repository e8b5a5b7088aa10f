/** Inlines -> the fragments of a pdfmake text. Every fragment is made new: pdfmake writes into what it gets. */
import {never, textOf} from '../document.ts';
import type {Inline, Inlines} from '../document.ts';
import {safeHref} from './anchors.ts';
import type {Press} from './pdf-press.ts';
import type {Mark} from './structure.ts';

/**
 * A run of text. pdfmake's own `link` is not used: it makes a link of every word. A link is a mark, one for
 * all its words, which the renderer turns into one link.
 */
export type Fragment = {
  readonly text: string;
  readonly bold?: true;
  readonly color?: string;
  readonly decoration?: 'underline';
  readonly mark?: Mark;
};

type Look = Omit<Fragment, 'text'>;

/** Prints inlines; `look` is what surrounds them. */
export function printInlines(content: Inlines, press: Press, look: Look = {}): Fragment[] {
  return content.flatMap(inline => printInline(inline, press, look));
}

function printInline(inline: Inline, press: Press, look: Look): Fragment[] {
  const link: Look = {...look, color: press.theme.colours.link.light};
  switch (inline.kind) {
    case 'text':
      return [{...look, text: inline.text}];
    case 'quantity':
      return [{...look, ...markedPlace(inline.target, inline.text, press), text: inline.text}];
    case 'sentence':
      return printInlines(inline.content, press, look);
    case 'strong':
    // No italic face is embedded. Stress in bold looks like strong; stress in nothing would be lost.
    case 'emphasis':
      return printInlines(inline.content, press, {...look, bold: true});
    case 'link':
      return printInlines(inline.content, press, {
        ...link,
        decoration: 'underline',
        mark: {role: 'Link', words: textOf(inline.content), address: safeHref(inline.href)},
      });
    case 'reference':
      return printInlines(inline.content, press, {
        ...link,
        ...markedPlace(inline.target, textOf(inline.content), press),
      });
    case 'span':
      return printInlines(inline.content, press, {...look, mark: {role: 'Span', lang: inline.lang}});
    default:
      return never(inline);
  }
}

function markedPlace(target: string | null, words: string, {places}: Press): Look {
  const place = target === null ? undefined : places.get(target);
  return place === undefined ? {} : {mark: {role: 'Link', words, place}};
}

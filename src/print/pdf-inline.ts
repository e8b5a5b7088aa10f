/** Inlines -> the fragments of a pdfmake text. Every fragment is made new: pdfmake writes into what it gets. */
import {never} from '../document.ts';
import type {Inline, Inlines} from '../document.ts';
import type {Press} from './pdf-press.ts';

/** A run of text. `lang` is not pdfmake's: it is kept for the structure tree. */
export type Fragment = {
  readonly text: string;
  readonly bold?: true;
  readonly color?: string;
  readonly decoration?: 'underline';
  readonly link?: string;
  readonly linkToDestination?: string;
  readonly lang?: string;
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
      return [{...look, ...destination(inline.target, press), text: inline.text}];
    case 'strong':
    // No italic face is embedded. Stress in bold looks like strong; stress in nothing would be lost.
    case 'emphasis':
      return printInlines(inline.content, press, {...look, bold: true});
    case 'link':
      return printInlines(inline.content, press, {...link, decoration: 'underline', link: inline.href});
    case 'reference':
      return printInlines(inline.content, press, {...link, ...destination(inline.target, press)});
    case 'span':
      return printInlines(inline.content, press, {...look, lang: inline.lang});
    default:
      return never(inline);
  }
}

function destination(target: string | null, {places}: Press): Look {
  const place = target === null ? undefined : places.get(target);
  return place === undefined ? {} : {linkToDestination: place};
}

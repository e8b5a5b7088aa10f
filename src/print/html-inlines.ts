/** Inlines as HTML: numbers with what they are the value of, sentences with what they claim. */
import {never} from '../document.ts';
import type {Inline, Inlines, QuantityInline} from '../document.ts';
import {safeHref} from './anchors.ts';
import {markup} from './escape.ts';
import type {Markup} from './escape.ts';

export function printInlines(content: Inlines): Markup {
  return markup`${content.map(printInline)}`;
}

function printInline(inline: Inline): Markup {
  switch (inline.kind) {
    case 'text':
      return markup`${inline.text}`;
    case 'quantity':
      return printQuantity(inline);
    case 'strong':
      return markup`<strong>${printInlines(inline.content)}</strong>`;
    case 'emphasis':
      return markup`<em>${printInlines(inline.content)}</em>`;
    case 'link':
      return markup`<a href="${safeHref(inline.href)}">${printInlines(inline.content)}</a>`;
    case 'reference':
      return markup`<a href="#${inline.target}">${printInlines(inline.content)}</a>`;
    case 'sentence':
      return printSentence(inline.fact, inline.claims, printInlines(inline.content));
    case 'span':
      return markup`<span lang="${inline.lang}">${printInlines(inline.content)}</span>`;
    default:
      return never(inline);
  }
}

/** A sentence says which fact it tells and what it claims, so that it can be verified in the page. */
function printSentence(fact: string, claims: readonly string[], content: Markup): Markup {
  const data = claims.length ? markup` data-claims="${claims.join('; ')}"` : null;
  return markup`<span class="said" data-fact="${fact}"${data}>${content}</span>`;
}

/** Every figure carries its value and expression; where a cell proves it, it leads there. */
function printQuantity({text, quantity, target}: QuantityInline): Markup {
  const data = markup`<data value="${quantity.value}" data-expr="${quantity.expr}">${text}</data>`;
  return target === null ? data : markup`<a class="proof" href="#${target}">${data}</a>`;
}

/** The same words where the places that they lead to are not there: in a page that has one chart and no report. */
export function withoutPlaces(content: Inlines): Inlines {
  return content.flatMap((inline): Inlines => {
    if (inline.kind === 'quantity') return [{...inline, target: null}];
    if (inline.kind === 'reference') return withoutPlaces(inline.content);
    return ['content' in inline ? {...inline, content: withoutPlaces(inline.content)} : inline];
  });
}

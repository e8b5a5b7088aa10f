/**
 * Document -> one HTML page that needs nothing else: no font, no request, and no script to be read. What the page
 * looks like and what its script does is `templates/page.html`; this file says what each thing is.
 */
import {never, quantitiesIn, textOf} from '../document.ts';
import type {
  Block,
  Document,
  Figure,
  Inline,
  Inlines,
  KeyFigures,
  List,
  QuantityInline,
  Section,
} from '../document.ts';
import type {Theme} from '../theme.ts';
import {anchorsOf, safeHref} from './anchors.ts';
import {lines, markup} from './escape.ts';
import type {Markup} from './escape.ts';
import {printProvenance, scriptSources} from './html-provenance.ts';
import {printTable} from './html-table.ts';
import {chartCss, paletteCss} from './palette.ts';
import {fillShell} from './shell.ts';
import {inlineSvg} from './svg.ts';

/**
 * Prints the page. `shell` is the text of `templates/page.html`.
 * Throws when the shell has a wrong slot, or when a link of the document leads nowhere.
 */
export function printHtml(document: Document, theme: Theme, shell: string): string {
  anchorsOf(document);
  return fillShell(shell, {
    lang: markup`${document.lang}`,
    title: markup`${document.title}`,
    description: markup`${document.subject}`,
    date: document.date === null ? markup`` : markup`<meta name="date" content="${document.date}" />`,
    palette: paletteCss(theme),
    charts: chartCss(theme),
    provenance: printProvenance(document),
    'script-sources': scriptSources(shell),
    body: lines(document.sections.map(printSection)),
  });
}

function printSection(section: Section): Markup {
  return lines([
    markup`<section class="${section.orientation}">`,
    ...section.blocks.map(printBlock),
    markup`</section>`,
  ]);
}

function printBlock(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return printHeading(block.level, block.id, printInlines(block.content));
    case 'paragraph':
      return markup`<p class="${block.role}">${printInlines(block.content)}</p>`;
    case 'note':
      return printNote(block.content);
    case 'key-figures':
      return printKeyFigures(block);
    case 'figure':
      return printFigure(block);
    case 'table':
      return printTable(block, printInlines);
    case 'list':
      return printList(block);
    default:
      return never(block);
  }
}

function printHeading(level: 1 | 2 | 3, id: string, content: Markup): Markup {
  if (level === 1) return markup`<h1 id="${id}">${content}</h1>`;
  return level === 2 ? markup`<h2 id="${id}">${content}</h2>` : markup`<h3 id="${id}">${content}</h3>`;
}

function printNote(content: Inlines): Markup {
  return markup`<p class="note">${printInlines(content)}</p>`;
}

function printKeyFigures({items}: KeyFigures): Markup {
  const tiles = items.map(({value, label}) => {
    const parts = [
      markup`<span class="value">${printInlines(value)}</span>`,
      markup` <span class="label">${printInlines(label)}</span>`,
    ];
    return markup`<li>${parts}</li>`;
  });
  return lines([markup`<ul class="key-figures">`, ...tiles, markup`</ul>`]);
}

function printFigure(figure: Figure): Markup {
  const label = markup`<span class="label">${figure.label}.</span>`;
  return lines([
    markup`<figure id="${figure.id}">`,
    markup`<figcaption id="${figure.id}-caption">${label} ${printInlines(figure.title)}</figcaption>`,
    printPicture(figure),
    ...figure.notes.map(printNote),
    markup`</figure>`,
  ]);
}

/** Both layouts are in the page and CSS shows one; a chart without a narrow one scrolls on small screens. */
function printPicture({id, wide, narrow, alt}: Figure): Markup {
  // In an attribute a number cannot carry its value and expression; they stand beside it: "540: net(03,12)".
  const exprs = quantitiesIn(alt).map(({quantity}) => `${quantity.value}: ${quantity.expr}`);
  const image = markup`role="img" aria-label="${textOf(alt)}" data-exprs="${exprs.join('; ')}"`;
  if (narrow === null)
    return markup`<div class="scroll" role="region" aria-labelledby="${id}-caption" tabindex="0">
<div class="picture fixed" ${image}>${inlineSvg(wide, `${id}-wide`)}</div>
</div>`;
  return markup`<div class="picture" ${image}>
<div class="wide">${inlineSvg(wide, `${id}-wide`)}</div>
<div class="narrow">${inlineSvg(narrow, `${id}-narrow`)}</div>
</div>`;
}

function printList({ordered, items}: List): Markup {
  const body = items.map(item => markup`<li>${printInlines(item)}</li>`);
  return ordered
    ? lines([markup`<ol>`, ...body, markup`</ol>`])
    : lines([markup`<ul>`, ...body, markup`</ul>`]);
}

function printInlines(content: Inlines): Markup {
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

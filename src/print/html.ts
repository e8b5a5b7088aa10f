/**
 * Document -> one HTML page that needs nothing else: no font, no request, and no script to be read. What the page
 * looks like and what its script does is `templates/page.html`; this file says what each thing is.
 */
import {never, textOf} from '../document.ts';
import type {Block, Document, Figure, Heading, Inlines, KeyFigures, List, Section} from '../document.ts';
import type {Theme} from '../theme.ts';
import {anchorsOf} from './anchors.ts';
import {lines, markup} from './escape.ts';
import type {Markup} from './escape.ts';
import {
  type Download,
  printChoice,
  printData,
  printDownloads,
  printMore,
  printPicture,
} from './html-figure.ts';
import {printInlines} from './html-inlines.ts';
import {type LiveScripts, printLive} from './html-live.ts';
import {printProvenance} from './html-provenance.ts';
import {printTable} from './html-table.ts';
import {commonSlots, fillShell, PAGE_SLOTS} from './shell.ts';

/**
 * What a page has beside the document: the shell and the style that it is filled into (see `templates`), what draws
 * charts live (null for pictures only), and the files of each chart, by its name.
 */
export type Extras = {
  readonly shell: string;
  readonly style: string;
  readonly live: LiveScripts | null;
  readonly downloads: (chart: string) => readonly Download[];
};

type Place = {readonly document: Document; readonly extras: Extras};

/**
 * Prints the page; its policy is still to be filled in (see assets.ts).
 * Throws when the shell has a wrong slot, or when a link of the document leads nowhere.
 */
export function printHtml(document: Document, theme: Theme, extras: Extras): string {
  anchorsOf(document);
  const {shell, style, live} = extras;
  const figures = document.sections.flatMap(({blocks}) => blocks.filter(block => block.kind === 'figure'));
  return fillShell(shell, PAGE_SLOTS, {
    ...commonSlots(document, theme, style),
    title: markup`${document.title}`,
    description: markup`${document.subject}`,
    provenance: printProvenance(document),
    live: printLive(figures, live),
    body: lines(document.sections.map((section, at) => printSection(section, at === 0, {document, extras}))),
  });
}

/** The list of headings stands in the first section, after the title and what belongs to it. */
function printSection({orientation, blocks}: Section, isFirst: boolean, place: Place): Markup {
  const printed = blocks.map(block => printBlock(block, place));
  const text = blocks.findIndex(block => block.kind !== 'heading' && !isByline(block));
  const contents = isFirst ? printContents(place.document) : [];
  return lines([
    markup`<section class="${orientation}">`,
    ...printed.toSpliced(Math.max(0, text), 0, ...contents),
    markup`</section>`,
  ]);
}

const isByline = (block: Block) => block.kind === 'paragraph' && block.role === 'byline';

function printBlock(block: Block, place: Place): Markup {
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
      return printFigure(block, place);
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

function printFigure(figure: Figure, {document, extras}: Place): Markup {
  const label = markup`<span class="label">${figure.label}.</span>`;
  const {controls} = document;
  return lines([
    markup`<figure id="${figure.id}" aria-labelledby="${figure.id}-caption">`,
    markup`<figcaption id="${figure.id}-caption">${label} <span class="title">${printInlines(figure.title)}</span></figcaption>`,
    ...printChoice(figure, controls),
    printPicture(figure),
    ...figure.notes.map(printNote),
    ...printMore([
      ...printData(figure, controls, labelOf(document, figure.twin)),
      ...printDownloads(extras.downloads(figure.id), controls, `embed.html#${figure.id}-${document.lang}`),
    ]),
    markup`</figure>`,
  ]);
}

/** The label of a table of the document. */
function labelOf({sections}: Document, id: string | null): string | null {
  const table = sections
    .flatMap(({blocks}) => blocks)
    .find(block => block.kind === 'table' && block.id === id);
  return table?.kind === 'table' ? table.label : null;
}

/** The headings after the title, as links. */
function printContents({sections, controls}: Document): readonly Markup[] {
  const headings = sections
    .flatMap(({blocks}) => blocks)
    .filter((block): block is Heading => block.kind === 'heading' && block.level === 2);
  if (headings.length === 0) return [];
  const items = headings.map(({id, content}) => markup`<li><a href="#${id}">${textOf(content)}</a></li>`);
  return [
    lines([
      markup`<nav class="contents" aria-labelledby="contents">`,
      markup`<p id="contents">${controls.contents}</p>`,
      markup`<ul>`,
      ...items,
      markup`</ul>`,
      markup`</nav>`,
    ]),
  ];
}

function printList({ordered, items}: List): Markup {
  const body = items.map(item => markup`<li>${printInlines(item)}</li>`);
  return ordered
    ? lines([markup`<ol>`, ...body, markup`</ol>`])
    : lines([markup`<ul>`, ...body, markup`</ul>`]);
}

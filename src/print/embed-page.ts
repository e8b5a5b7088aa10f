/**
 * The page of snippets: for each chart of a report what to copy into one's own page, and what comes of it. What it
 * looks like is `templates/embed.html`.
 */
import {textOf} from '../document.ts';
import type {Document, Figure, Inlines} from '../document.ts';
import type {Theme} from '../theme.ts';
import {safeHref} from './anchors.ts';
import {dangerouslyUnescaped, lines, markup} from './escape.ts';
import type {Markup} from './escape.ts';
import {commonSlots, EMBED_SLOTS, fillShell} from './shell.ts';
import {svgElement} from './svg-file.ts';

/** A report in one language, and where its chart files are: `charts/flows.en` and an ending. */
export type Embedded = {readonly document: Document; readonly fileOf: (chart: string) => string};

/** The address that snippets have where none is known. */
export const EXAMPLE_SITE = 'https://example.org';

/**
 * Prints the page for all languages of a report; its policy is still to be filled in. `site` is the address at which the
 * folder of the report will stand, null where that is not known.
 */
export function printEmbedPage(
  reports: readonly Embedded[],
  theme: Theme,
  {
    shell,
    style,
    site,
    folder,
  }: {
    readonly shell: string;
    readonly style: string;
    readonly site: string | null;
    readonly folder: string;
  },
): string {
  const [first] = reports;
  if (!first) throw new Error('There is no report to embed charts of');
  const address = `${(site ?? EXAMPLE_SITE).replace(/\/$/, '')}/${folder}`;
  return fillShell(shell, EMBED_SLOTS, {
    ...commonSlots(first.document, theme, style),
    title: markup`${titleOf(first.document)}`,
    description: markup`${first.document.subject}`,
    listener: dangerouslyUnescaped(`<script data-name="listener">${LISTENER}</script>`),
    body: lines(reports.map(report => printReport(report, address, site === null))),
  });
}

const titleOf = ({title, controls: {embed}}: Document) => embed.title.replace('{report}', () => title);

/** `isExample`: the address is none, and has to be replaced. */
function printReport({document, fileOf}: Embedded, address: string, isExample: boolean): Markup {
  const {embed} = document.controls;
  const figures = document.sections.flatMap(({blocks}) => blocks.filter(block => block.kind === 'figure'));
  const [before, after = ''] = embed.intro.split('{address}');
  return lines([
    markup`<section lang="${document.lang}">`,
    markup`<h1>${titleOf(document)}</h1>`,
    ...(isExample ? [markup`<p>${before!}<code>${EXAMPLE_SITE}</code>${after}</p>`] : []),
    printSnippet(
      embed.listener,
      embed.listenerNote,
      `<script>${LISTENER}</script>`,
      document,
      `listener-${document.lang}`,
    ),
    ...figures.flatMap(figure => printChart(figure, document, fileOf(figure.id), address)),
    markup`</section>`,
  ]);
}

function printChart(figure: Figure, document: Document, file: string, address: string): readonly Markup[] {
  const {embed} = document.controls;
  const title = textOf(figure.title);
  const id = `${figure.id}-${document.lang}`;
  const source = document.source.map(printPlain);
  return [
    markup`<h2 id="${id}">${title}</h2>`,
    frame(figure, `${file}.html`),
    printSnippet(
      embed.frame,
      embed.frameNote,
      frame(figure, `${address}/${file}.html`).source,
      document,
      `${id}-frame`,
    ),
    printSnippet(embed.inline, embed.inlineNote, inline(figure, source).source, document, `${id}-inline`),
    printSnippet(
      embed.image,
      embed.imageNote,
      image(figure, `${address}/${file}.png`, source).source,
      document,
      `${id}-image`,
    ),
    markup`<details>
<summary>${embed.example}: ${embed.inline}, ${embed.image}</summary>
${inline(figure, source)}
${image(figure, `${file}.png`, source)}
</details>`,
  ];
}

/** What to copy, with what it is good for. Its button is there where the page's script runs. */
function printSnippet(
  head: string,
  note: string,
  code: string,
  {controls: {embed}}: Document,
  id: string,
): Markup {
  return lines([
    markup`<div class="snippet">`,
    markup`<h3 id="${id}">${head}</h3>`,
    markup`<p class="note">${note}</p>`,
    markup`<textarea readonly rows="4" spellcheck="false" aria-labelledby="${id}">${code}</textarea>`,
    markup`<button class="copy" type="button" data-copied="${embed.copied}" hidden>${embed.copy}</button>`,
    markup`</div>`,
  ]);
}

/** What a page takes beside the picture at its own size, in px: title, notes, list of counties, source, files. */
const BESIDE = 260;

/**
 * A frame that keeps the proportions of what is in it until it is told better. The chart may run its scripts, hand out
 * its files and open links beside, and is kept from everything else of the page. Width and height stand there twice, for
 * a site whose policy takes no style from an attribute.
 */
function frame({title, wide}: Figure, src: string): Markup {
  const height = Math.ceil(wide.height) + BESIDE;
  const style = `width: 100%; height: auto; aspect-ratio: ${wide.width} / ${height}; border: 0`;
  return markup`<iframe src="${src}" title="${textOf(title)}" width="100%" height="${height}" loading="lazy" sandbox="allow-scripts allow-downloads allow-popups" style="${style}"></iframe>`;
}

const inline = (figure: Figure, source: readonly Markup[]): Markup =>
  markup`<figure>
${svgElement(figure)}
${caption(figure, source)}
</figure>`;

const image = (figure: Figure, src: string, source: readonly Markup[]): Markup =>
  markup`<figure>
<img src="${src}" width="${figure.wide.width}" height="${figure.wide.height}" alt="${textOf(figure.alt)}" loading="lazy" style="max-width: 100%; height: auto" />
${caption(figure, source)}
</figure>`;

const caption = ({title}: Figure, source: readonly Markup[]): Markup =>
  markup`<figcaption>${textOf(title)}<br /><small>${source.map((each, at) => markup`${at ? ' ' : ''}${each}`)}</small></figcaption>`;

/** Words and links alone: what a sentence claims is for pages that are verified. */
function printPlain(content: Inlines): Markup {
  return markup`${content.map(inline => {
    if (inline.kind === 'link')
      return markup`<a href="${safeHref(inline.href)}">${textOf(inline.content)}</a>`;
    return 'content' in inline ? printPlain(inline.content) : markup`${textOf([inline])}`;
  })}`;
}

/**
 * Whoever sends a height must be the frame that takes it, whatever address it has: a sandboxed frame has none that could
 * be compared. The height is a number within bounds, or nothing happens.
 */
const LISTENER = `
  addEventListener('message', ({source, data}) => {
    if (!data || data.type !== 'gen-report:height' || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow !== source) continue;
      frame.style.aspectRatio = 'auto';
      frame.style.height = Math.min(Math.max(data.height, 100), 5000) + 'px';
    }
  });
`;

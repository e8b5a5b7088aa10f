/**
 * A chart -> a page of its own, to stand in a frame or to be sent: its title and how to read it, the picture, the
 * figures, the source, and files. What it looks like is `templates/chart.html`.
 */
import {textOf} from '../document.ts';
import type {Document, Figure, Inlines} from '../document.ts';
import type {Theme} from '../theme.ts';
import {lines, markup} from './escape.ts';
import type {Markup} from './escape.ts';
import type {Extras} from './html.ts';
import {printChoice, printData, printDownloads, printMore, printPicture} from './html-figure.ts';
import {printInlines, withoutPlaces} from './html-inlines.ts';
import {printLive} from './html-live.ts';
import {CHART_SLOTS, commonSlots, fillShell} from './shell.ts';

/** Prints the page of a chart; its policy is still to be filled in. `id` is what it calls itself to the page round it. */
export function printChartPage(
  document: Document,
  figure: Figure,
  id: string,
  theme: Theme,
  {shell, style, live, downloads}: Extras,
): string {
  return fillShell(shell, CHART_SLOTS, {
    ...commonSlots(document, theme, style),
    id: markup`${id}`,
    title: markup`${textOf(figure.title)}`,
    description: markup`${textOf(figure.alt)}`,
    live: printLive([figure], live),
    body: printBody(document, figure, downloads(figure.id)),
  });
}

function printBody(
  {controls, source}: Document,
  figure: Figure,
  files: Parameters<typeof printDownloads>[0],
): Markup {
  const note = (content: Inlines) => markup`<p class="note">${printLoose(content)}</p>`;
  return lines([
    markup`<figure id="${figure.id}" aria-labelledby="${figure.id}-caption">`,
    markup`<figcaption id="${figure.id}-caption"><h1 class="title">${printLoose(figure.title)}</h1></figcaption>`,
    ...figure.notes.map(note),
    ...printChoice(figure, controls),
    printPicture(figure),
    ...printMore([...printData(figure, controls, null, printLoose), ...printDownloads(files, controls)]),
    ...(source.length
      ? [
          markup`<p class="source">${source.map((each, at) => markup`${at ? ' ' : ''}${printInlines(each)}`)}</p>`,
        ]
      : []),
    markup`</figure>`,
  ]);
}

/** Words and numbers, where there is no place that a number could lead to. */
const printLoose = (content: Inlines) => printInlines(withoutPlaces(content));

/**
 * A chart in a page: the complete picture in both its layouts, and beside it what paper has no room for: a list of
 * counties to choose from (empty until the page's script fills it), the figures as a table, and files.
 */
import {quantitiesIn, textOf} from '../document.ts';
import type {Controls, Figure, Figures} from '../document.ts';
import {lines, markup} from './escape.ts';
import type {Markup} from './escape.ts';
import {printInlines} from './html-inlines.ts';
import {printFigures} from './html-table.ts';
import {inlineSvg} from './svg.ts';

/** A file of a chart: what it is called, and where it is from the page. */
export type Download = {readonly name: string; readonly href: string};

/** Both layouts are in the page and CSS shows one; a chart without a narrow one scrolls on small screens. */
export function printPicture({id, wide, narrow, alt}: Figure): Markup {
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

/** The list of counties; nothing where there is no other county to choose. */
export function printChoice({id, live}: Figure, {choose}: Controls): readonly Markup[] {
  if (!live || live.choices.length < 2) return [];
  return [
    markup`<p class="choice"><label for="${id}-choice">${choose}</label> <select id="${id}-choice"></select></p>`,
  ];
}

/** The figures, to be opened; `label` is that of the table of the page that has them already. */
export function printData(
  {id, data, twin}: Figure,
  {asTable, seeTable}: Controls,
  label: string | null,
  print = printInlines,
): readonly Markup[] {
  if (twin !== null && label !== null)
    return [markup`<p class="files">${seeTable} <a href="#${twin}">${label}</a></p>`];
  return data ? [opened(data, id, asTable, print)] : [];
}

const opened = (data: Figures, id: string, asTable: string, print: typeof printInlines) =>
  markup`<details>
<summary>${asTable}</summary>
<div class="${data.layout}">
<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}-caption">
<table aria-labelledby="${id}-caption">
${printFigures(data, print)}
</table>
</div>
</div>
</details>`;

/** Links to the files of a chart and, in a report, to the page of snippets; nothing where there are none. */
export function printDownloads(
  files: readonly Download[],
  {download, embed}: Controls,
  snippets: string | null = null,
): readonly Markup[] {
  if (files.length === 0) return [];
  const links = files.map(({name, href}) => markup` <a href="${href}" download>${name}</a>`);
  const more = snippets === null ? null : markup` <a href="${snippets}">${embed.link}</a>`;
  return [markup`<p class="files">${download}${links}${more}</p>`];
}

/** What stands under a chart. */
export const printMore = (parts: readonly Markup[]): readonly Markup[] =>
  parts.length ? [lines([markup`<div class="more">`, ...parts, markup`</div>`])] : [];

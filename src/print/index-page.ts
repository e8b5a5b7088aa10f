/**
 * The page that leads to all reports of a folder: a row for each county with its key figures, and a small chart of what
 * it gained and lost. What it looks like is `templates/index.html`.
 */
import type {Theme} from '../theme.ts';
import {lines, markup} from './escape.ts';
import type {Markup} from './escape.ts';
import {commonSlots, fillShell, INDEX_SLOTS} from './shell.ts';

/** A figure as it is printed, with its value and expression. */
export type IndexFigure = {readonly text: string; readonly value: number; readonly expr: string};

/** A file of a report: what it is called here, and where it is from this page. */
export type IndexLink = {readonly name: string; readonly href: string};

export type IndexRow = {
  readonly name: string;
  /** The page to read, if there is one: on a phone the other links are beside the screen. */
  readonly href: string | null;
  /** A second name, in a language of its own. */
  readonly other: {readonly lang: string; readonly name: string} | null;
  /** As many as there are heads of figures. */
  readonly figures: readonly IndexFigure[];
  /** Gains and losses as shares of the most that any county gained or lost: 0 to 1. */
  readonly bar: {readonly gains: number; readonly losses: number};
  /** For each language of `IndexPage`, and then for the charts. */
  readonly files: readonly (readonly IndexLink[])[];
};

export type IndexPage = {
  readonly lang: string;
  readonly date: string | null;
  readonly title: string;
  readonly description: string;
  readonly byline: string;
  /** The report on all counties together: what it is called, and its files for each language. Null if there is none. */
  readonly overview: {readonly name: string; readonly files: readonly (readonly IndexLink[])[]} | null;
  readonly heads: {
    readonly county: string;
    readonly figures: readonly string[];
    readonly bar: string;
    readonly languages: readonly {readonly lang: string; readonly name: string}[];
    readonly charts: string;
  };
  readonly rows: readonly IndexRow[];
  /** Said of what sorts the rows: "Sort by {column}". */
  readonly sortBy: string;
};

/** Prints the page; its policy is still to be filled in. */
export function printIndexPage(page: IndexPage, theme: Theme, shell: string, style: string): string {
  return fillShell(shell, INDEX_SLOTS, {
    ...commonSlots(page, theme, style),
    title: markup`${page.title}`,
    description: markup`${page.description}`,
    body: lines([
      markup`<h1 id="title">${page.title}</h1>`,
      ...(page.byline ? [markup`<p class="byline">${page.byline}</p>`] : []),
      ...(page.overview ? [printOverview(page.overview, page.heads.languages)] : []),
      markup`<div class="scroll" tabindex="0" role="region" aria-labelledby="title">
<table data-sort="${page.sortBy}">
<thead>
${printHeads(page.heads)}
</thead>
<tbody>
${lines(page.rows.map(printRow))}
</tbody>
</table>
</div>`,
    ]),
  });
}

function printOverview(
  {name, files}: NonNullable<IndexPage['overview']>,
  languages: IndexPage['heads']['languages'],
): Markup {
  const parts = languages.flatMap(({lang, name: language}, at) =>
    files[at]?.length ? [markup` <span lang="${lang}">${language}</span> ${links(files[at])}`] : [],
  );
  return markup`<p class="overview">${name}:${parts}</p>`;
}

function printHeads({county, figures, bar, languages, charts}: IndexPage['heads']): Markup {
  return markup`<tr><th scope="col" class="sorts">${county}</th>${figures.map(
    head => markup`<th scope="col" class="end sorts">${head}</th>`,
  )}<th scope="col">${bar}</th>${languages.map(
    ({lang, name}) => markup`<th scope="col" lang="${lang}">${name}</th>`,
  )}<th scope="col">${charts}</th></tr>`;
}

function printRow({name, href, other, figures, bar, files}: IndexRow): Markup {
  const first = href === null ? markup`${name}` : markup`<a href="${href}">${name}</a>`;
  const second = other && markup` <span lang="${other.lang}">${other.name}</span>`;
  return markup`<tr><th scope="row">${first}${second}</th>${figures.map(
    ({text, value, expr}) =>
      markup`<td class="end"><data value="${value}" data-expr="${expr}">${text}</data></td>`,
  )}<td>${printBar(bar)}</td>${files.map(each => markup`<td class="links">${links(each)}</td>`)}</tr>`;
}

const links = (all: readonly IndexLink[]): readonly Markup[] =>
  all.map(({name, href}, at) => markup`${at ? ' ' : ''}<a href="${href}">${name}</a>`);

/** Half the width of a bar, in px; nought is in the middle. */
const HALF = 60;

/** Its figures stand beside it, so that nobody who listens needs it. */
function printBar({gains, losses}: IndexRow['bar']): Markup {
  const [right, left] = [gains, losses].map(share => Math.round(share * HALF * 10) / 10) as [number, number];
  return markup`<svg class="bar" viewBox="0 0 ${2 * HALF} 12" width="${2 * HALF}" height="12" aria-hidden="true" focusable="false"><rect class="loss" x="${HALF - left}" y="2" width="${left}" height="8" /><rect class="gain" x="${HALF}" y="2" width="${right}" height="8" /><path class="zero" d="M${HALF} 0V12" /></svg>`;
}

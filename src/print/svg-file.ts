/**
 * A chart's SVG where it stands without a report: with its title and description inside, so that it says what it is
 * wherever it is put. Colours and fonts stand in attributes and nothing outside is named, so that Word and Illustrator,
 * which know little of CSS, show it as a browser does.
 */
import {textOf} from '../document.ts';
import type {Figure} from '../document.ts';
import {dangerouslyUnescaped, markup} from './escape.ts';
import type {Markup} from './escape.ts';

/** The wide picture as a file. */
export function svgFile({id, title, alt, wide}: Figure, lang: string): string {
  const words = markup`<title id="${id}-title">${textOf(title)}</title><desc id="${id}-desc">${textOf(alt)}</desc>`;
  const named = markup` xml:lang="${lang}" role="img" aria-labelledby="${id}-title ${id}-desc"`;
  return bare(wide.svg).replace(
    /^<svg[^>]*>/,
    start => `${start.slice(0, -1)}${named.source}>${words.source}`,
  );
}

/** The wide picture as an element of somebody's page, as wide as there is room; its words are no tooltip there. */
export function svgElement({alt, wide}: Figure): Markup {
  const named = markup` role="img" aria-label="${textOf(alt)}"`;
  return dangerouslyUnescaped(
    bare(wide.svg).replace(
      /^<svg[^>]*>/,
      start => `${start.slice(0, -1).replace(/ (?:width|height|class)="[^"]*"/g, '')}${named.source}>`,
    ),
  );
}

const bare = (svg: string) => svg.slice(svg.indexOf('<svg'));

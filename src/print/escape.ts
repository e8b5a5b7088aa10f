/**
 * Markup by a tagged template that escapes: what is put in is text, unless it was made here.
 *
 *     markup`<p title="${title}">${name}</p>`
 *
 * (A tag called `html` would let Prettier lay out the markup, and move the blanks between words.)
 */

/** Markup that may stand in a page as it is. Made by `markup` or, at the writer's risk, `dangerouslyUnescaped`. */
export type Markup = {readonly source: string};

type Value = string | number | null | Markup | readonly Markup[];

/** Fills a template. Strings and numbers are escaped for text and for quoted attributes; null is nothing. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const filled = parts.map((part, i) => part + sourceOf(values[i] ?? null));
  return {source: filled.join('')};
}

/** Lets markup through unescaped: for SVG and CSS that this program has made. Never for text. */
export function dangerouslyUnescaped(source: string): Markup {
  return {source};
}

/** Joins pieces, each on a line of its own, so that a diff of two pages can be read. */
export function lines(pieces: readonly Markup[]): Markup {
  return {source: pieces.map(piece => piece.source).join('\n')};
}

/** Data for a page's scripts, in an element that is not run. The JSON cannot end the element that it stands in. */
export function jsonElement(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return dangerouslyUnescaped(`<script type="application/json" id="${id}">${json}</script>`);
}

function sourceOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object') return 'source' in value ? value.source : value.map(sourceOf).join('');
  return escape(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character);
}

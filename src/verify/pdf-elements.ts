/**
 * Which element of the structure a piece of marked content belongs to, over all pages.
 *
 * pdf.js gives the structure page by page and does not say that a table or a paragraph goes on from the page
 * before. The file does: an element is one object, whatever pages it stands on. The objects are looked up in
 * the file's text, in the form in which pdfkit writes them.
 */

/** Elements by the number of their object. Content is named as pdf.js names it: `p684R_mc0`. */
export type Elements = {
  readonly owners: ReadonlyMap<string, number>;
  readonly parents: ReadonlyMap<number, number>;
};

/** Finds the elements of a file. A file that keeps its objects compressed has none to be found. */
export function elementsOf(bytes: Uint8Array): Elements {
  const owners = new Map<string, number>();
  const parents = new Map<number, number>();
  for (const object of latin(bytes).split('endobj')) {
    const [, number, rest = ''] = /^\s*(\d+) 0 obj\s*<<\s*\/S\s*\/\w+([^]*)$/.exec(object) ?? [];
    const entries = rest.replace(TEXTS, '');
    const parent = /\/P (\d+) 0 R/.exec(entries)?.[1];
    if (parent === undefined) continue;
    parents.set(Number(number), Number(parent));
    for (const content of contentsIn(entries)) owners.set(content, Number(number));
  }
  return {owners, parents};
}

/** What is said in a title or a description could look like an entry. */
const TEXTS = /\((?:\\[^]|[^\\()])*\)/g;

/** A number in /K is content on the element's own page; content on another page names it. */
function contentsIn(entries: string): string[] {
  const [whole = '', kids = ''] = /\/K \[([^[\]]*)\]/.exec(entries) ?? [];
  const own = /\/Pg (\d+) 0 R/.exec(entries.replace(whole, ''))?.[1];
  const here = kids.replace(/<<[^<>]*>>|\b\d+ 0 R/g, '').match(/\d+/g) ?? [];
  const elsewhere = [...kids.matchAll(/\/Pg (\d+) 0 R\s*\/MCID (\d+)/g)];
  return [...here.map(mark => nameOf(own, mark)), ...elsewhere.map(([, page, mark]) => nameOf(page, mark))];
}

const nameOf = (page: string | undefined, mark: string | undefined) => `p${page}R_mc${mark}`;

const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

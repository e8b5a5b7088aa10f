/** The marks of Markdown among words, as the printer of plain text sets them. */

/** Words without the marks of strong and emphasised words, and links without where they lead. */
export function plainWords(text: string): string {
  const words = text.replace(LINK, '$1');
  // Inner marks first, then those around them: the document has no third layer.
  return words.replace(MARKED, '$2').replace(MARKED, '$2');
}

/** Where the links in some words lead, in order. */
export function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(LINK)].map(([, , address]) => address!);
}

/** An address has no blanks; it may have brackets in pairs. */
const LINK = /\[([^[\]]*)\]\(((?:[^()\s]|\([^()\s]*\))*)\)/g;

/**
 * Words between equal marks. They begin with what words begin with, so that an asterisk which stands for itself
 * between quotation marks, or alone, is none.
 */
const MARKED = /(\*{1,3})(?=[^\s*\p{Pe}\p{Pf}])([^*]*[^*\s])\1/gu;

/** Whether the first bracket of a text is that of a link, and not one around all of it. */
export function beginsWithLink(text: string): boolean {
  return text.search(LINK) === 0;
}

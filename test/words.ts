/**
 * The words of a printed report, whatever it was printed as: for checking that printers say the same.
 * A word is a run of letters and digits with its sign; marks, blanks and layout are not words.
 */
import {getDocumentProxy} from 'unpdf';

const WORD = /(?<![\p{L}\p{N}])[\u2212+±-](?=\p{N})[\p{L}\p{M}\p{N}]+|[\p{L}\p{M}\p{N}]+/gu;

/** Splits text into words. A hyphen and a no-break space part words: where a line breaks they are the same. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(WORD) ?? [];
}

/** Words of `printText`, without what Markdown needs: list numbers and the targets of links. */
export function wordsOfText(text: string): string[] {
  return wordsOf(text.replace(/^\d+\. /gm, '').replace(/\]\([^)\s]*\)/g, ']'));
}

/**
 * Words that an HTML page says and paper says as well: its text, and the labels of its charts in place of the charts. */
export function wordsOfHtml(page: string): string[] {
  return wordsOf(visible(page));
}

/**
 * Words of a page's text that stand outside `<data>` and have a digit: numbers that cannot be traced.
 * (The label of a chart is an attribute, where no element can stand; its numbers are not looked at.)
 */
export function looseNumbers(page: string): string[] {
  const text = page.replace(/<data\b[^>]*>.*?<\/data>/gs, ' ').replace(/aria-label="[^"]*"/g, '');
  return wordsOf(visible(text)).filter(word => /\p{N}/u.test(word));
}

/** Words of a pdfmake definition in the order of printing. `alt`: also what is said of charts, not printed. */
export function wordsOfDefinition(definition: {readonly content: unknown}, alt: boolean): string[] {
  return wordsOf(textOfNode(definition.content, alt));
}

/** Words of a finished PDF, running heads and the words in charts among them. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<string[]> {
  // pdf.js takes the buffer away from whoever gives it.
  const pdf = await getDocumentProxy(bytes.slice());
  const pages = await Promise.all(Array.from({length: pdf.numPages}, (_, i) => pdf.getPage(i + 1)));
  const contents = await Promise.all(pages.map(page => page.getTextContent()));
  return contents.flatMap(({items}) => wordsOf(joined(items.filter(item => 'str' in item))));
}

type Piece = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
};

/** Puts a blank between pieces, unless one goes on where the other ends, on the same line. */
function joined(pieces: readonly Piece[]): string {
  return pieces.map((piece, i) => (goesOn(pieces[i - 1], piece) ? piece.str : ` ${piece.str}`)).join('');
}

function goesOn(before: Piece | undefined, {transform, height}: Piece): boolean {
  if (before === undefined) return false;
  const across = transform[4]! - (before.transform[4]! + before.width);
  const down = transform[5]! - before.transform[5]!;
  return Math.abs(across) < 0.15 * Math.max(1, height) && Math.abs(down) < 0.5;
}

/** The first of `words` that does not follow in `others` after those before it, with them; null if all do. */
export function firstMissing(words: readonly string[], others: readonly string[]): string | null {
  let at = 0;
  for (const [i, word] of words.entries()) {
    at = others.indexOf(word, at) + 1;
    if (at === 0) return `${words.slice(Math.max(0, i - 8), i).join(' ')} >>${word}<<`;
  }
  return null;
}

/** Elements that stand inside a word or sentence; all others part words. */
const INLINE = /<\/?(?:a|data|em|span|strong)\b[^>]*>/g;

function visible(page: string): string {
  const text = page
    .replace(/^.*<body>/s, '')
    .replace(/<a class="skip".*?<\/a>/s, '')
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<nav\b.*?<\/nav>|<p class="choice">.*?<\/p>|<div class="more">.*?<\/div>(?=\n<)/gs, '')
    .replace(/<svg\b.*?<\/svg>/gs, '')
    .replace(/<div[^>]*role="img"[^>]*aria-label="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(INLINE, '')
    .replace(/<[^>]*>/g, ' ');
  return decode(text);
}

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"};

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** Keys in a node whose content is printed; `text` joins its fragments, the others part them. */
const CONTENT = ['text', 'section', 'stack', 'columns', 'ul', 'ol', 'table', 'body'];

function textOfNode(node: unknown, alt: boolean): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(item => textOfNode(item, alt)).join(' ');
  if (typeof node !== 'object' || node === null) return '';
  // The number before a list item is the printer's; the text has Markdown's.
  if ((node as {tag?: unknown}).tag === 'Lbl') return '';
  const entries = Object.entries(node);
  const said = entries.filter(([key]) => alt && key === 'alt').map(([, value]) => String(value));
  const printed = entries
    .filter(([key]) => CONTENT.includes(key))
    .map(([key, value]) => textUnder(key, value, alt));
  return [...said, ...printed].join(' ');
}

function textUnder(key: string, value: unknown, alt: boolean): string {
  const fragments = key === 'text' && Array.isArray(value);
  return fragments ? value.map(item => textOfNode(item, alt)).join('') : textOfNode(value, alt);
}

// Whether a peer's PDF says what ours says: a peer that draws less is no comparison.
import {readFileSync} from 'node:fs';
import {extractText, getDocumentProxy} from 'unpdf';
import {textsOf} from './outline.mjs';

/** Numbers with their signs and thousands, and words. Hyphens part words, for lines may break at them. */
const WORD = /[+\u2212]?\d[\d,]*|\p{L}+/gu;

/**
 * Reads a PDF and counts its words: each must be there as often as in the report's text and in its charts.
 * @param {string} file
 * @param {import('./outline.mjs').Outline} outline
 * @returns {Promise<{pages: number, words: number}>} how much was there
 * @throws Error with words that are missing
 */
export async function checkSameText(file, outline) {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  const {totalPages, text} = await extractText(pdf, {mergePages: true});
  const due = countOf([...textsOf(outline), ...chartTexts(outline)].join('\n'));
  const found = countOf(text);
  const missing = [...due].filter(([word, count]) => (found.get(word) ?? 0) < count);
  if (missing.length) {
    const shown = missing.slice(0, 8).map(([word, count]) => `${word} (${found.get(word) ?? 0} of ${count})`);
    throw new Error(`its PDF lacks ${missing.length} words of ours: ${shown.join(', ')}`);
  }
  if (totalPages < 2) throw new Error(`its PDF has ${totalPages} page`);
  return {pages: totalPages, words: [...due.values()].reduce((sum, count) => sum + count, 0)};
}

function countOf(text) {
  const counts = new Map();
  for (const [word] of text.normalize('NFC').matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What is written in the pictures. */
const chartTexts = ({sections}) =>
  sections
    .flatMap(({blocks}) => blocks.filter(({kind}) => kind === 'figure'))
    .flatMap(({svg}) => [...readFileSync(svg, 'utf8').matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)])
    .map(([, inner]) => inner.replace(/<[^>]*>/g, ''));

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
  const due = [...textsOf(outline), ...chartTexts(outline)].join('\n');
  const missing = missingWords(due, text);
  if (missing.length)
    throw new Error(`its PDF lacks ${missing.length} words of ours: ${missing.slice(0, 8).join(', ')}`);
  if (totalPages < 2) throw new Error(`its PDF has ${totalPages} page`);
  return {pages: totalPages, words: [...due.matchAll(WORD)].length};
}

/**
 * What a text lacks of another, each word or number with how often it is there.
 * @param {string} due
 * @param {string} found
 * @returns {readonly string[]} as "−89 (1 of 2)"
 */
export function missingWords(due, found) {
  const counts = countOf(found);
  return [...countOf(due)]
    .map(([word, count]) => ({word, count, own: counts.get(word) ?? 0}))
    .filter(({count, own}) => own < count)
    .map(({word, count, own}) => `${word} (${own} of ${count})`);
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

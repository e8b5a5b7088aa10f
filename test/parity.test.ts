/** HTML, PDF and text say the same words and numbers in the same order. */
import {describe, expect, test} from 'vitest';
import {openFaces} from '../src/print/faces.ts';
import {printHtml} from '../src/print/html.ts';
import {pdfDefinition} from '../src/print/pdf-definition.ts';
import {printPdf} from '../src/print/pdf.ts';
import {printText} from '../src/print/text.ts';
import {EXTRAS} from './extras.ts';
import {sampleDocument} from './sample-document.ts';
import {sampleFonts, sampleTheme} from './sample-theme.ts';
import {
  firstMissing,
  looseNumbers,
  wordsOf,
  wordsOfDefinition,
  wordsOfHtml,
  wordsOfPdf,
  wordsOfText,
} from './words.ts';

const CREATED = new Date('2008-05-08T00:00:00Z');
const document = sampleDocument();
const text = printText(document);
const page = printHtml(document, sampleTheme, EXTRAS);
const define = () => pdfDefinition(document, sampleTheme, openFaces(sampleFonts));

describe('the printers agree', () => {
  test('HTML says the words of the text, in order', () => {
    expect(wordsOfHtml(page)).toEqual(wordsOfText(text));
  });

  test('the definition of the PDF says the words of the text, in order', () => {
    expect(wordsOfDefinition(define(), true)).toEqual(wordsOfText(text));
  });

  test('the finished PDF holds the words of its definition, in order', async () => {
    const printed = await wordsOfPdf((await printPdf(document, sampleTheme, sampleFonts, CREATED)).bytes);
    const words = wordsOfDefinition(define(), false);
    expect(words.length).toBeGreaterThan(600);
    expect(firstMissing(words, printed)).toBeNull();
  }, 30_000);

  test('the finished PDF adds nothing but running heads and the words in charts', async () => {
    const printed = await wordsOfPdf((await printPdf(document, sampleTheme, sampleFonts, CREATED)).bytes);
    const known = new Set([
      ...wordsOfText(text),
      ...wordsOf(`${document.running.head} ${document.running.page}`),
      '+540',
      '+523',
      '+406',
      '+186',
      '\u22123929',
    ]);
    expect(printed.filter(word => !known.has(word))).toEqual([]);
  }, 30_000);
});

describe('every number can be traced', () => {
  test('what looks like a number outside <data> is in a name or label', () => {
    const codes = /^(0[1-9]|1[0-9]|20)$/;
    const labels = ['2007', '2008', '8', '1', '2'];
    expect(looseNumbers(page).filter(word => !codes.test(word) && !labels.includes(word))).toEqual([]);
  });

  test('each <data> has its value and expression', () => {
    const figures = [...page.matchAll(/<data\b[^>]*>/g)].map(match => match[0]);
    expect(figures.length).toBeGreaterThan(380);
    for (const figure of figures)
      expect(figure).toMatch(/^<data value="-?\d+" data-expr="[a-z]+\([^"]*\)">$/);
    expect(page).toContain(
      '<a class="proof" href="#c-03-12"><data value="540" data-expr="net(03,12)">540</data></a>',
    );
  });
});

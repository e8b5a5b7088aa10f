/**
 * The reports on all 19 counties, as a run makes them: three printers that say the same, and texts that a
 * person has read.
 */
import path from 'node:path';
import {getDocumentProxy} from 'unpdf';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Document} from '../src/document.ts';
import {nodeEnv} from '../src/env.ts';
import {openCharts, openShells, openTable, openTheme, openWriter, type Writer} from '../src/open.ts';
import {pdfDefinition} from '../src/print/pdf-definition.ts';
import {type FontFiles, openFaces} from '../src/print/faces.ts';
import {printHtml} from '../src/print/html.ts';
import {printPdf} from '../src/print/pdf.ts';
import {printText} from '../src/print/text.ts';
import {printReport} from '../src/outputs.ts';
import {ownHands} from '../src/hands.ts';
import {openFonts} from '../src/fonts.ts';
import {makeReport, openMeasure, type Report, type Workshop} from '../src/report.ts';
import {EXTRAS} from './extras.ts';
import {BOTH} from './small-tables.ts';
import {tableIn} from './tables-2007.ts';
import {
  firstMissing,
  looseNumbers,
  wordsOfDefinition,
  wordsOfHtml,
  wordsOfPdf,
  wordsOfText,
} from './words.ts';

const env = nodeEnv();
const CREATED = new Date('2008-05-08T00:00:00Z');

let workshop: Workshop;
let writer: Writer;
let fonts: FontFiles;
const LANGUAGES = ['en', 'nb', 'nn'];
/** By language and county: "nb 03". */
const documents = new Map<string, Document>();

beforeAll(async () => {
  const {table} = await openTable(env, 'data/net-migration-2007.txt');
  const charts = await openCharts(env, 'templates');
  const theme = await openTheme(env, 'templates', 'plain');
  const shells = await openShells(env, 'templates');
  fonts = await openFonts(env, theme);
  workshop = {
    env,
    table: table!,
    theme,
    fonts,
    measure: await openMeasure(fonts),
    hands: ownHands(theme, fonts),
    charts,
    shells,
  };
  const names = charts.map(({name}) => name);
  const writers = await Promise.all(LANGUAGES.map(lang => openWriter(env, 'templates', lang, names)));
  writer = writers[0]!;
  for (const each of writers)
    for (const county of table!.counties) {
      const {document} = await makeReport(workshop, each, county);
      documents.set(`${each.language.tag} ${county.key}`, document);
    }
}, 300_000);

describe('every county in every language', () => {
  test('has the same words and numbers in the same order as HTML, as text and in the PDF', () => {
    const faces = openFaces(fonts);
    expect(documents.size).toBe(3 * 19);
    for (const [code, document] of documents) {
      const words = wordsOfText(printText(document));
      expect(words.length, code).toBeGreaterThan(1000);
      expect(wordsOfHtml(printHtml(document, workshop.theme, EXTRAS)), code).toEqual(words);
      expect(wordsOfDefinition(pdfDefinition(document, workshop.theme, faces), true), code).toEqual(words);
    }
  });

  test('has no number in its page outside a quantity but labels, codes, lines, dates and the checksum', () => {
    const {source} = workshop.table;
    const codes = workshop.table.counties.map(({code}) => code);
    // What all totals add up to is said on no line.
    const lines = workshop.table.proof.checks.flatMap(({place}) => (place ? [String(place.line)] : []));
    expect(lines).toHaveLength(19 + 5);
    const labels = ['1', '2', '3', '4', '0', '2007', '8', '2008', 'CC', '4.0'];
    const allowed = new Set([...codes, ...lines, ...labels, source.sha256]);
    for (const [code, document] of documents) {
      const loose = looseNumbers(printHtml(document, workshop.theme, EXTRAS));
      const strange = loose.filter(number => !allowed.has(number));
      expect(strange, code).toEqual([]);
    }
  });

  test('fills five pages, the first with the narrative and the first chart', async () => {
    for (const [code, document] of documents) {
      const {pages} = await printPdf(document, workshop.theme, fonts, CREATED);
      expect(pages, code).toBe(5);
    }
  }, 300_000);
});

describe.each([
  ['03', 'oslo'],
  ['02', 'akershus'],
  ['20', 'finnmark'],
  ['14', 'sogn-og-fjordane'],
  ['10', 'vest-agder'],
])('%s %s', (code, slug) => {
  test.each(LANGUAGES)('reads as the golden text in %s', async lang => {
    const text = printText(documents.get(`${lang} ${code}`)!);
    await expect(text).toMatchFileSnapshot(`golden/${slug}.${lang}.txt`);
  });

  test.each(LANGUAGES)('its PDF holds the words in order in %s', async lang => {
    const document = documents.get(`${lang} ${code}`)!;
    const {bytes} = await printPdf(document, workshop.theme, fonts, CREATED);
    const words = wordsOfDefinition(pdfDefinition(document, workshop.theme, openFaces(fonts)), false);
    expect(firstMissing(words, await wordsOfPdf(bytes))).toBeNull();
  });
});

describe('a table of regions without numbers', () => {
  let bare: Workshop;
  let report: Report;
  beforeAll(async () => {
    bare = {...workshop, table: tableIn(BOTH)};
    report = await makeReport(bare, writer, bare.table.counties[1]!);
  });

  test('is told of as regions, in text, heads and charts, and never as counties', () => {
    const text = printText(report.document).replace(/\s+/g, ' ');
    expect(text).toContain('3 more moves from the other regions than to them. Bø had a net gain');
    expect(text).toContain('Region Total Alta Bø Lom');
    const chord = report.charts.find(({name}) => name === 'chord')!;
    expect(chord.wide.svg).toContain('>Between other regions<');
    for (const {wide, narrow} of report.charts)
      expect(wide.svg + (narrow?.svg ?? '')).not.toMatch(/count(?:y|ies)|\{units\}|null/);
    expect(text).not.toMatch(/\bcount(?:y|ies)\b|null/);
  });

  test('has the same words as HTML, as text and in the PDF', () => {
    const words = wordsOfText(printText(report.document));
    expect(wordsOfHtml(printHtml(report.document, bare.theme, EXTRAS))).toEqual(words);
    const definition = pdfDefinition(report.document, bare.theme, openFaces(fonts));
    expect(wordsOfDefinition(definition, true)).toEqual(words);
  });

  test('says so of the files inside its PDF', async () => {
    const wish = {formats: ['pdf'], folder: 'out', attachData: true, assets: 'inline', site: null} as const;
    const [printed] = await printReport(bare, writer, report, wish);
    expect(printed!.path).toBe(path.join('out', 'bo', 'bo.en.pdf'));
    const pdf = await getDocumentProxy(printed!.bytes.slice());
    const files = Object.values((await pdf.getAttachments()) as Record<string, Attached>);
    expect(files.map(({filename, description}) => [filename, description])).toEqual([
      ['bo.en.csv', 'Net migration between Bø and each of the other regions, 2010'],
      ['full-table.en.csv', 'Net migration between regions, 2010: the full table, signed both ways'],
    ]);
  });
});

type Attached = {readonly filename: string; readonly description: string};

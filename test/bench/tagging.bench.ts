/**
 * What the structure tree costs: the same report by pdfmake alone and with everything that PDF/UA-1 and PDF/A-2a
 * ask for. Read the ratio; times on a shared machine mean little. `npm run bench -- --only parts`.
 */
import pdfmake from 'pdfmake';
import type {TDocumentDefinitions} from 'pdfmake/interfaces.js';
import {bench, describe} from 'vitest';
import type {Document} from '../../src/document.ts';
import {nodeEnv} from '../../src/env.ts';
import {openCharts, openShells, openTable, openTheme, openWriter} from '../../src/open.ts';
import {openFaces} from '../../src/print/faces.ts';
import {pdfDefinition} from '../../src/print/pdf-definition.ts';
import {printPdf} from '../../src/print/pdf.ts';
import {ownHands} from '../../src/hands.ts';
import {openFonts} from '../../src/fonts.ts';
import {makeReport, openMeasure} from '../../src/report.ts';

const CREATED = new Date('2008-05-08T00:00:00Z');

const env = nodeEnv();
const {table} = await openTable(env, 'data/net-migration-2007.txt');
const charts = await openCharts(env, 'templates');
const theme = await openTheme(env, 'templates', 'plain');
const names = charts.map(({name}) => name);
const writer = await openWriter(env, 'templates', 'en', names);
const shells = await openShells(env, 'templates');
const fonts = await openFonts(env, theme);
const workshop = {
  env,
  table: table!,
  theme,
  fonts,
  measure: await openMeasure(fonts),
  hands: ownHands(theme, fonts),
  charts,
  shells,
};
const {document} = await makeReport(workshop, writer, table!.counties[2]!);

/** The same definition through pdfmake's own printer, which knows nothing of structure. */
async function untagged(report: Document): Promise<Uint8Array> {
  const definition = pdfDefinition(report, theme, openFaces(fonts)) as TDocumentDefinitions;
  pdfmake.setFonts({[theme.fonts.family]: {normal: fonts.regular.path, bold: fonts.bold.path}});
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return pdfmake.createPdf({...definition, info: {creationDate: CREATED}}).getBuffer();
}

const tagged = async () => (await printPdf(document, theme, fonts, CREATED)).bytes;

const [plainSize, taggedSize] = [(await untagged(document)).length, (await tagged()).length];
console.log(
  `size: ${plainSize} bytes by pdfmake alone, ${taggedSize} tagged (${(taggedSize / plainSize).toFixed(2)} x)`,
);

describe('one report as PDF', () => {
  bench('pdfmake alone', async () => void (await untagged(document)), {iterations: 12, warmupIterations: 3});
  bench('tagged, PDF/UA-1 and PDF/A-2a', async () => void (await tagged()), {
    iterations: 12,
    warmupIterations: 3,
  });
});

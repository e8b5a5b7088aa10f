/** Document -> PDF bytes. The same document gives the same bytes, on any day. */
import pdfmake from 'pdfmake';
import type {DynamicContent, TDocumentDefinitions} from 'pdfmake/interfaces.js';
import type {Document} from '../document.ts';
import type {Theme} from '../theme.ts';
import {checkGlyphs, openFaces} from './faces.ts';
import type {FontFiles} from './faces.ts';
import {pdfDefinition} from './pdf-definition.ts';
import {textsOf} from './pdf-texts.ts';

/** The file, and how many pages it has. */
export type PrintedPdf = {readonly bytes: Uint8Array; readonly pages: number};

/**
 * Prints the PDF, untagged as yet: it claims no conformance.
 * `fonts` are paths of TTF files; `created` is the date that the file bears. Throws, rather than print
 * something wrong, for a character that the fonts lack, for a table or chart that does not fit its page,
 * and for a chart that asks for a picture, a file or the network.
 */
export async function printPdf(
  document: Document,
  theme: Theme,
  fonts: FontFiles,
  created: Date,
): Promise<PrintedPdf> {
  const faces = openFaces(fonts);
  const definition = pdfDefinition(document, theme, faces, created);
  checkGlyphs([...textsOf(definition.content), ...runningTexts(document)], faces);
  return printDefinition(definition, theme.fonts.family, fonts);
}

/** pdfmake keeps fonts and policies for the whole process, and reads them when a PDF is begun: set just before. */
async function printDefinition(
  definition: TDocumentDefinitions,
  family: string,
  {regular, bold}: FontFiles,
): Promise<PrintedPdf> {
  const counted = countingPages(definition);
  pdfmake.setFonts({[family]: {normal: regular, bold}});
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(path => path === regular || path === bold);
  const bytes = new Uint8Array(await pdfmake.createPdf(counted.definition).getBuffer());
  return {bytes, pages: counted.pages()};
}

/** Only the foot of a page is told how many pages there are. */
function countingPages(definition: TDocumentDefinitions) {
  let counted = 0;
  const foot = definition.footer as DynamicContent;
  const footer: DynamicContent = (page, pages, size) => {
    counted = pages;
    return foot(page, pages, size);
  };
  return {definition: {...definition, footer}, pages: () => counted};
}

function runningTexts({running}: Document): string[] {
  return [running.head, `${running.page}0123456789`];
}

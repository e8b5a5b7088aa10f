/**
 * Document -> PDF bytes: PDF/UA-1 and PDF/A-2a, or PDF/A-3a with files attached. The same document gives the
 * same bytes, on any day.
 */
import type {TDocumentDefinitions} from 'pdfmake/interfaces.js';
import type {Document} from '../document.ts';
import type {Theme} from '../theme.ts';
import {checkGlyphs, openFaces} from './faces.ts';
import type {FontFiles} from './faces.ts';
import {claimAccessibility} from './metadata.ts';
import {pdfDefinition} from './pdf-definition.ts';
import {textsOf} from './pdf-texts.ts';
import {type KitDocument, layOut, openDocument} from './pdfmake-parts.ts';
import {structureOf} from './structure.ts';
import {TaggedRenderer} from './tagged.ts';

/** The file, and how many pages it has. */
export type PrintedPdf = {readonly bytes: Uint8Array; readonly pages: number};

/** A file inside the PDF: `Source` is what the report was made from, `Data` what it shows. */
export type Attachment = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly description: string;
  readonly relationship: 'Source' | 'Data';
};

/**
 * Prints the PDF. `fonts` are the TTF files that are measured and embedded; `created` is the date that the file and its attachments
 * bear. Throws, rather than print something wrong, for a character that the fonts lack, for content that does
 * not fit its page or was left out, and for a chart that asks for a picture, a file or the network.
 */
export async function printPdf(
  document: Document,
  theme: Theme,
  fonts: FontFiles,
  created: Date,
  attachments: readonly Attachment[] = [],
): Promise<PrintedPdf> {
  const faces = openFaces(fonts);
  const definition = pdfDefinition(document, theme, faces);
  checkGlyphs([...textsOf(definition.content), ...runningTexts(document)], faces);
  const structure = structureOf(definition.content);
  const kit = openDocument(theme.fonts.family, fonts, optionsOf(document, created, attachments.length > 0));
  claimAccessibility(kit);
  attachments.forEach(file => attach(kit, file, created));
  const pages = layOut(kit, definition as TDocumentDefinitions);
  new TaggedRenderer(kit, structure).renderPages(pages);
  return {bytes: await bytesOf(kit), pages: pages.length};
}

function optionsOf({title, subject, lang}: Document, created: Date, hasFiles: boolean) {
  return {
    // PDF/A-2 is the form that archives name; only PDF/A-3 may hold files of other kinds. Not the subset
    // "PDF/UA": it switches on parts of PDF/A-1 that PDF/UA-1 forbids.
    subset: hasFiles ? 'PDF/A-3a' : 'PDF/A-2a',
    pdfVersion: '1.7',
    tagged: true,
    lang,
    displayTitle: true,
    compress: true,
    autoFirstPage: false,
    font: null,
    fontLayoutCache: true,
    info: {
      Title: title,
      Subject: subject,
      Creator: 'gen-report',
      Producer: 'pdfmake',
      CreationDate: created,
    },
  };
}

function attach(kit: KitDocument, file: Attachment, created: Date): void {
  const {bytes, ...what} = file;
  kit.file(Buffer.from(bytes), {...what, creationDate: created, modifiedDate: created});
}

function bytesOf(kit: KitDocument): Promise<Uint8Array> {
  return new Promise(resolve => {
    const chunks: Uint8Array[] = [];
    kit.on('data', chunk => chunks.push(chunk));
    kit.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    kit.end();
  });
}

function runningTexts({running}: Document): string[] {
  return [running.head, `${running.page}0123456789`];
}

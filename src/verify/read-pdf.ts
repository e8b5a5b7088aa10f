/** A finished PDF -> what it says. It is read by pdf.js, which knows nothing of how it was made. */
import {getDocumentProxy} from 'unpdf';
import type {PDFDocumentProxy} from 'unpdf/pdfjs';
import {type Fault, unnamed} from './faults.ts';
import {blocksOf, foreignIn, passage} from './pdf-blocks.ts';
import {type Drawn, drawnOn, type Item} from './pdf-drawn.ts';
import {type Elements, elementsOf} from './pdf-elements.ts';
import {annotationFaults, annotationsOf, linksIn} from './pdf-annotations.ts';
import {addedFaults, brokenOff, drawnFaults, faultOn, structureFaults} from './pdf-faults.ts';
import {type Bookmark, nameFaults} from './pdf-names.ts';
import {type Branch, branchOn, joinPages, type TreeNode} from './pdf-tree.ts';
import {NO_EXTRAS} from './reading.ts';
import type {Passage, Reading} from './reading.ts';

/** Reads a PDF back. What is broken in it is among the faults; nothing is thrown. */
export async function readPdf(file: string, bytes: Uint8Array): Promise<Reading> {
  try {
    // pdf.js takes the buffer away from whoever gives it.
    const pdf = await getDocumentProxy(bytes.slice(), SETTINGS);
    try {
      return await readOpen(file, bytes, pdf);
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    return {...nothingIn(file), faults: [faultOn(1, `The file cannot be read as a PDF: ${reasonOf(error)}`)]};
  }
}

/** Only the words are wanted: no fonts for a screen, no guess at what is broken, no word on the console. */
const SETTINGS = {
  verbosity: 0,
  stopAtErrors: true,
  disableFontFace: true,
  useSystemFonts: false,
  isEvalSupported: false,
};

async function readOpen(file: string, bytes: Uint8Array, pdf: PDFDocumentProxy): Promise<Reading> {
  const elements = elementsOf(bytes);
  const {info} = (await pdf.getMetadata()) as {info: {Title?: string; Subject?: string; Language?: string}};
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number, elements));
  const bookmarks = ((await pdf.getOutline()) ?? []) as readonly Bookmark[];
  const annotations = await annotationsOf(pdf);
  const root = joinPages(pages.flatMap(({tree}) => tree ?? []));
  const blocks = root ? blocksOf(root) : [];
  const broken = [
    ...brokenOff(bytes),
    ...pages.flatMap(({faults}) => faults),
    ...(root ? structureFaults(root, elements) : []),
  ];
  return {
    ...nothingIn(file),
    lang: info.Language ?? null,
    title: info.Title ?? null,
    subject: info.Subject ?? null,
    blocks,
    foreign: root ? foreignIn(root) : [],
    links: linksIn(annotations),
    margins: pages.flatMap(({drawn}) => marginsOf(drawn)),
    pages: pdf.numPages,
    attachments: await attachmentsOf(pdf),
    faults: [
      ...broken,
      ...addedFaults(bytes),
      ...annotationFaults(annotations),
      // Of what is broken the words are not known.
      ...(root && broken.length === 0 ? nameFaults(bookmarks, annotations, root) : []),
      ...unnamed(blocks),
    ],
  };
}

type Page = {readonly drawn: Drawn; readonly tree: Branch | null; readonly faults: readonly Fault[]};

/** A page that cannot be read is empty; the others may be whole. */
async function readPage(pdf: PDFDocumentProxy, number: number, elements: Elements): Promise<Page> {
  try {
    const page = await pdf.getPage(number);
    const {items} = await page.getTextContent({includeMarkedContent: true, disableNormalization: true});
    const structure = (await page.getStructTree()) as TreeNode | null;
    const drawn = drawnOn(number, items as readonly Item[]);
    const tree = structure?.children.length ? branchOn(drawn, structure, elements) : null;
    return {drawn, tree, faults: drawnFaults(drawn, tree)};
  } catch (error) {
    const faults = [faultOn(number, `The page cannot be read: ${reasonOf(error)}`)];
    return {drawn: drawnOn(number, []), tree: null, faults};
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Each line of what is marked as artifact. */
function marginsOf({page, artifacts}: Drawn): readonly Passage[] {
  return artifacts
    .flatMap(pieces => pieces.join('').split('\n'))
    .map(line => passage(line, page))
    .filter(({text}) => text !== '');
}

async function attachmentsOf(pdf: PDFDocumentProxy): Promise<Reading['attachments']> {
  const files = (await pdf.getAttachments()) as Record<
    string,
    {filename: string; content: Uint8Array}
  > | null;
  return Object.values(files ?? {}).map(({filename, content}) => ({name: filename, bytes: content}));
}

function nothingIn(file: string): Reading {
  const none = {blocks: [], foreign: [], links: [], margins: [], attachments: [], faults: []};
  const unsaid = {
    lang: null,
    title: null,
    subject: null,
    date: null,
    provenance: null,
    live: null,
    extras: NO_EXTRAS,
    pages: null,
  };
  return {file, format: 'pdf', ...unsaid, ...none};
}

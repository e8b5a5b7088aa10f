/**
 * The parts of pdfmake that a tagged PDF is put together from, and a look at whether they are what they were.
 *
 * pdfmake's own printer knows no structure, keeps fonts and access policies for the whole process, and picks
 * its renderer itself. So its parts are composed here. They are no public interface: the version is pinned
 * exactly, and a part that has changed stops the load with its name.
 */
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import pageSize from 'pdfmake/js/PageSize.js';
import pdfDocument from 'pdfmake/js/PDFDocument.js';
import renderer from 'pdfmake/js/Renderer.js';
import svgMeasure from 'pdfmake/js/SVGMeasure.js';
import tableLayouts from 'pdfmake/js/tableLayouts.js';
import pdfmake from 'pdfmake/package.json' with {type: 'json'};
import type {TDocumentDefinitions} from 'pdfmake/interfaces.js';
import type {FontFiles} from './faces.ts';

/** The version that all this was read in and tried with. */
const VERSION = '0.3.11';

/** A run of text that pdfmake has laid out. It carries every property of the fragment that it came from. */
export type LaidInline = {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly font: {readonly name: string; readonly font: {hasGlyphForCodePoint: (code: number) => boolean}};
};

export type LaidLine = {
  readonly inlines: readonly LaidInline[];
  readonly x: number;
  readonly y: number;
  readonly getWidth: () => number;
  readonly getHeight: () => number;
  readonly getAscenderHeight: () => number;
  readonly _outline?: {readonly parentId?: string};
};

export type LaidPicture = {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
};

export type Dictionary = {readonly data: Record<string, unknown>};

/** A structure element of pdfkit. */
export type StructureElement = {
  readonly dictionary: Dictionary;
  readonly add: (child: unknown) => unknown;
  readonly end: () => void;
};

export type Outline = {readonly children: readonly Outline[]; readonly outlineData: Record<string, unknown>};

/** What is used of a pdfkit document, as pdfmake extends it. */
export type KitDocument = {
  readonly page: {readonly width: number; readonly height: number; readonly dictionary: Dictionary};
  readonly outline: Outline;
  readonly struct: (role: string, options: Readonly<Record<string, unknown>>) => StructureElement;
  readonly addStructure: (element: StructureElement) => void;
  readonly getStructTreeRoot: () => Dictionary;
  readonly markContent: (role: string, options: Readonly<Record<string, unknown>>) => void;
  readonly markStructureContent: (role: string) => unknown;
  readonly endMarkedContent: () => void;
  readonly annotate: (x: number, y: number, w: number, h: number, options: Record<string, unknown>) => void;
  readonly ref: (data: Record<string, unknown>) => Dictionary & {readonly end: () => void};
  readonly file: (source: Buffer, options: Readonly<Record<string, unknown>>) => void;
  readonly appendXML: (xml: string) => void;
  readonly on: (event: string, listener: (chunk: Uint8Array) => void) => void;
  readonly end: () => void;
};

type Page = {readonly items: readonly unknown[]};

/** pdfmake's renderer: called once for every laid-out item, page by page. */
export type Renderer = {
  readonly pdfDocument: KitDocument;
  readonly outlineMap: Readonly<Record<string, Outline>>;
  renderPages(pages: readonly Page[]): void;
  renderLine(line: LaidLine, x: number, y: number): void;
  renderVector(vector: unknown): void;
  renderSVG(picture: LaidPicture): void;
};

type Builder = {
  registerTableLayouts: (layouts: unknown) => void;
  layoutDocument: (...args: readonly unknown[]) => readonly Page[];
};

const METHODS = {
  Renderer: ['renderPages', 'renderLine', 'renderVector', 'renderSVG'],
  LayoutBuilder: ['registerTableLayouts', 'layoutDocument'],
  PDFDocument: [
    'struct',
    'addStructure',
    'markStructureContent',
    'markContent',
    'annotate',
    'file',
    'appendXML',
  ],
};

/** Bundlers and Node differ in what a default import of CommonJS is; its class is found either way. */
function classOf<T>(module: unknown, name: keyof typeof METHODS | 'SVGMeasure'): T {
  const found = (module as {default?: unknown}).default ?? module;
  const methods = name === 'SVGMeasure' ? [] : METHODS[name];
  const prototype = (found as {prototype?: Record<string, unknown>}).prototype;
  const gone = methods.filter(method => typeof prototype?.[method] !== 'function');
  if (!prototype || gone.length) changed(`${name}${gone.map(method => `.${method}`).join(', ')} is gone`);
  return found as T;
}

function changed(what: string): never {
  throw new Error(
    `pdfmake ${pdfmake.version} is not the ${VERSION} that gen-report was written for: ${what}. ` +
      'Read its changes, then src/print/pdfmake-parts.ts',
  );
}

if (pdfmake.version !== VERSION) changed('the version differs');

export const PdfRenderer = classOf<new (document: KitDocument) => Renderer>(renderer, 'Renderer');

const PdfLayout = classOf<new (size: unknown, margins: unknown, measure: unknown) => Builder>(
  layoutBuilder,
  'LayoutBuilder',
);
const PdfDocument = classOf<new (...args: readonly unknown[]) => KitDocument>(pdfDocument, 'PDFDocument');
const PdfMeasure = classOf<new () => unknown>(svgMeasure, 'SVGMeasure');

/** A document with one font family and no way to any other file. */
export function openDocument(
  family: string,
  fonts: FontFiles,
  options: Readonly<Record<string, unknown>>,
): KitDocument {
  const {regular, bold} = fonts;
  const mayRead = (path: string) => path === regular.path || path === bold.path;
  const descriptors = {[family]: {normal: regular.path, bold: bold.path}};
  return new PdfDocument(descriptors, {}, {}, {}, options, null, mayRead);
}

/** Lays a definition out on pages. The definition is used up by it. */
export function layOut(document: KitDocument, definition: TDocumentDefinitions): readonly Page[] {
  const {normalizePageSize, normalizePageMargin} = pageSize;
  const size = normalizePageSize(definition.pageSize, undefined);
  const builder = new PdfLayout(size, normalizePageMargin(definition.pageMargins), new PdfMeasure());
  builder.registerTableLayouts(tableLayouts.tableLayouts);
  const {content, styles, defaultStyle, header, footer} = definition;
  return builder.layoutDocument(content, document, styles, defaultStyle, undefined, header, footer);
}

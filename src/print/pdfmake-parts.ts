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

/** A line of glyphs as fontkit has it; lengths in thousandths of the size where `scale` was applied. */
type KitRun = {
  readonly glyphs: readonly {
    readonly id: number;
    readonly advanceWidth: number;
    readonly codePoints: readonly number[];
  }[];
  readonly positions: readonly Readonly<
    Record<'xAdvance' | 'yAdvance' | 'xOffset' | 'yOffset' | 'advanceWidth', number>
  >[];
  readonly advanceWidth: number;
};

/** A font as pdfkit embeds it. */
type KitFont = {
  readonly scale: number;
  layoutRun: (text: string, features?: unknown) => KitRun;
};

/** What is used of a pdfkit document, as pdfmake extends it. */
export type KitDocument = {
  provideFont: (family: string, bold: boolean, italics: boolean) => KitFont;
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
    'provideFont',
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
function classOf<T>(module: unknown, name: keyof typeof METHODS): T {
  const found = (module as {default?: unknown}).default ?? module;
  const methods = METHODS[name];
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

/**
 * The size of a picture, read from its first tag and written there. pdfmake's own reads all of the picture as XML for
 * that, twice, which takes a third of the time that drawing it does.
 */
const PICTURES = {
  measureSVG: (svg: string) => ({width: sideOf(svg, 'width'), height: sideOf(svg, 'height')}),
  writeDimensions: (svg: string, size: Readonly<Record<Side, number>>) =>
    svg.replace(/<svg\b[^>]*>/, tag => tag.replace(SIDE, (_, side: Side) => ` ${side}="${size[side]}"`)),
};

type Side = 'width' | 'height';

const SIDE = / (width|height)="[^"]*"/g;

function sideOf(svg: string, side: Side): number {
  const [tag = ''] = /<svg\b[^>]*>/.exec(svg) ?? [];
  const [, size] = new RegExp(` ${side}="([\\d.]+)"`).exec(tag) ?? [];
  if (size === undefined) throw new Error(`A picture has no ${side}`);
  return Number(size);
}

/** A document with one font family and no way to any other file. */
export function openDocument(
  family: string,
  fonts: FontFiles,
  options: Readonly<Record<string, unknown>>,
): KitDocument {
  const {regular, bold} = fonts;
  const mayRead = (path: string) => path === regular.path || path === bold.path;
  const descriptors = {[family]: {normal: regular.path, bold: bold.path}};
  const document = new PdfDocument(descriptors, {}, {}, {}, options, null, mayRead);
  const provide = document.provideFont.bind(document);
  document.provideFont = (name, isBold, isItalic) =>
    shapedBy((isBold ? bold : regular).shape, provide(name, isBold, isItalic));
  return document;
}

/**
 * A font of a document that looks a word up where it is known how it is shaped, instead of asking the font's tables; what
 * comes of it is the same (a test holds both together).
 */
function shapedBy(shape: FontFiles['regular']['shape'], font: KitFont): KitFont {
  if (Object.hasOwn(font, 'layoutRun')) return font;
  const layoutRun = font.layoutRun.bind(font);
  const {scale} = font;
  font.layoutRun = (text, features) => {
    const line = features === undefined ? shape(text) : null;
    if (!line) return layoutRun(text, features);
    return {
      glyphs: line.map(({id, advance, text: own}) => ({
        id,
        advanceWidth: advance,
        codePoints: [...own].map(character => character.codePointAt(0)!),
      })),
      positions: line.map(({advance, kerned}) => ({
        xAdvance: kerned * scale,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
        advanceWidth: advance * scale,
      })),
      advanceWidth: line.reduce((sum, {kerned}) => sum + kerned * scale, 0),
    };
  };
  return font;
}

/** Lays a definition out on pages. The definition is used up by it. */
export function layOut(document: KitDocument, definition: TDocumentDefinitions): readonly Page[] {
  const {normalizePageSize, normalizePageMargin} = pageSize;
  const size = normalizePageSize(definition.pageSize, undefined);
  const builder = new PdfLayout(size, normalizePageMargin(definition.pageMargins), PICTURES);
  builder.registerTableLayouts(tableLayouts.tableLayouts);
  const {content, styles, defaultStyle, header, footer} = definition;
  return builder.layoutDocument(content, document, styles, defaultStyle, undefined, header, footer);
}

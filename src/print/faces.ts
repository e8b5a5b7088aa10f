/** The two faces that the PDF embeds, open for measuring: what a text is wide, and what cannot be printed. */
import {create, type Font} from 'fontkit';
import {cannotPrint, ReportError} from '../issues.ts';

/** A glyph of a line, with what it advances by itself and in the line, in units of the font. */
export type LaidGlyph = {
  readonly id: number;
  readonly text: string;
  readonly advance: number;
  readonly kerned: number;
};

/** A TTF file: its path, by which pdfmake embeds it, and what is in it. */
export type FontFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the font itself would make of a line of text, known beforehand; null where the font has to be asked. */
  readonly shape: (text: string) => readonly LaidGlyph[] | null;
};

export type FontFiles = {readonly regular: FontFile; readonly bold: FontFile};

export type Face = {readonly font: Font; readonly shape: FontFile['shape']};

export type Faces = {readonly regular: Face; readonly bold: Face};

/** Opens both faces. Throws when a file is not a single font. */
export function openFaces(files: FontFiles): Faces {
  return {regular: openFont(files.regular), bold: openFont(files.bold)};
}

function openFont({path, bytes, shape}: FontFile): Face {
  const font = create(Buffer.from(bytes));
  if (!('layout' in font)) throw new Error(`${path} is a collection of fonts; a single TTF is needed`);
  return {font, shape};
}

/** Width of a text in pt, kerning included. */
export function widthOf(text: string, {font, shape}: Face, size: number): number {
  const line = shape(text);
  const width = line ? line.reduce((sum, {kerned}) => sum + kerned, 0) : font.layout(text).advanceWidth;
  return (width / font.unitsPerEm) * size;
}

/** The most lines that a text of `width` can fill: of two lines that follow each other, one is half full. */
export function mostLines(width: number, column: number): number {
  return width <= column ? 1 : 1 + Math.floor((2 * width) / column);
}

/** Throws for the first character that a face lacks: pdfmake would print an empty box in its place. */
export function checkGlyphs(texts: readonly string[], faces: Faces): void {
  for (const text of texts)
    for (const character of new Set(text)) {
      const face = [faces.regular.font, faces.bold.font].find(font => !canPrint(character, font));
      if (face !== undefined)
        throw new ReportError([
          cannotPrint(
            `${face.fullName} has no glyph for ${name(character)}, which stands in "${text.trim()}"`,
          ),
        ]);
    }
}

function canPrint(character: string, font: Font): boolean {
  return character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

function name(character: string): string {
  return `"${character}" (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
}

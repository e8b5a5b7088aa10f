/**
 * Widths of texts, measured on the font files that the PDF embeds.
 * Vega's own estimate for text without a browser is far too wide, and changes if `canvas` is installed.
 */
import {create, type Font} from 'fontkit';
import type {Shape} from '../shaped.ts';
import type {Measure} from './sizes.ts';

/** A TTF file, and what is known of its glyphs beforehand. */
export type MeasuredFont = {readonly bytes: Uint8Array; readonly shape: Shape};

/** A measure for one family. */
export function fontMeasure(regular: MeasuredFont, bold: MeasuredFont): Measure {
  const light = emWidth(regular);
  const heavy = emWidth(bold);
  return (text, size, isBold = false) => (isBold ? heavy : light)(text) * size;
}

/** Layout by the font is slow and the same labels come back in every chart, so each text is laid out once. */
function emWidth({bytes, shape}: MeasuredFont): (text: string) => number {
  const font = openFont(bytes);
  const known = new Map<string, number>();
  return text => {
    const width = known.get(text) ?? advanceOf(text, font, shape) / font.unitsPerEm;
    known.set(text, width);
    return width;
  };
}

function advanceOf(text: string, font: Font, shape: Shape): number {
  const line = shape(text);
  return line ? line.reduce((sum, {kerned}) => sum + kerned, 0) : font.layout(text).advanceWidth;
}

function openFont(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes));
  if (font.type === 'TTF' || font.type === 'WOFF' || font.type === 'WOFF2') return font;
  throw new Error(`Expected one font in a file, saw a ${font.type} collection`);
}

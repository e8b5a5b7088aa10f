/**
 * Widths of texts, measured on the font files that the PDF embeds.
 * Vega's own estimate for text without a browser is far too wide, and changes if `canvas` is installed.
 */
import {create, type Font} from 'fontkit';
import type {Measure} from './sizes.ts';

/** A measure for one family. `regular` and `bold` are the bytes of its TTF files. */
export function fontMeasure(regular: Uint8Array, bold: Uint8Array): Measure {
  const light = emWidth(openFont(regular));
  const heavy = emWidth(openFont(bold));
  return (text, size, isBold = false) => (isBold ? heavy : light)(text) * size;
}

/** Layout is slow and the same labels come back in every chart, so each text is laid out once. */
function emWidth(font: Font): (text: string) => number {
  const known = new Map<string, number>();
  return text => {
    const width = known.get(text) ?? font.layout(text).advanceWidth / font.unitsPerEm;
    known.set(text, width);
    return width;
  };
}

function openFont(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes));
  if (font.type === 'TTF' || font.type === 'WOFF' || font.type === 'WOFF2') return font;
  throw new Error(`Expected one font in a file, saw a ${font.type} collection`);
}

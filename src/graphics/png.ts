/**
 * SVG -> PNG, on the font files that the PDF embeds and with no font of the machine, so that the pixels are the same
 * everywhere.
 */
import {renderAsync} from '@resvg/resvg-js';

/** Twice the size of the chart in px, for sharp screens. */
const SCALE = 2;

/**
 * Draws a chart as pixels, on a thread of resvg's own; packing them is left for this one. `fonts` are paths of TTF files,
 * `family` is what the SVG calls them.
 */
export async function drawPng(svg: string, fonts: readonly string[], family: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: {mode: 'zoom', value: SCALE},
    font: {loadSystemFonts: false, fontFiles: [...fonts], defaultFontFamily: family},
  });
  return new Uint8Array(image.asPng());
}

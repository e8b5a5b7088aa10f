/**
 * SVG -> PNG, on the font files that the PDF embeds and with no font of the machine, so that the pixels are the same
 * everywhere.
 */
import {Resvg} from '@resvg/resvg-js';

/** Twice the size of the chart in px, for sharp screens. */
const SCALE = 2;

/** Draws a chart as pixels. `fonts` are paths of TTF files, `family` is what the SVG calls them. */
export function drawPng(svg: string, fonts: readonly string[], family: string): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: {mode: 'zoom', value: SCALE},
    font: {loadSystemFonts: false, fontFiles: [...fonts], defaultFontFamily: family},
  });
  return new Uint8Array(picture.render().asPng());
}

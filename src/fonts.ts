/** Opening the font files of a theme, with what is known of their glyphs beforehand. */
import path from 'node:path';
import type {Env} from './env.ts';
import {sha256} from './inputs.ts';
import {cannotPrint, ReportError} from './issues.ts';
import type {FontFiles} from './print/faces.ts';
import {type Shape, type Shaped, shapeBy} from './shaped.ts';
import type {Theme} from './theme.ts';

/** Reads the font files of a theme. @throws ReportError `cannot-print` where one is not there */
export async function openFonts(env: Env, {fonts}: Theme): Promise<FontFiles> {
  const open = async (font: string) => {
    const file = env.resolve(font);
    const bytes = file === null ? null : await env.read(file);
    if (file === null || !bytes)
      throw new ReportError([cannotPrint(`The font ${font} of the theme is not there`)]);
    return {path: file, bytes, shape: await openShape(env, bytes)};
  };
  return {regular: await open(fonts.regular), bold: await open(fonts.bold)};
}

/** The table that the build has made of a font; a font that it did not know has to be asked itself. */
async function openShape(env: Env, font: Uint8Array): Promise<Shape> {
  const json = await env.read(path.join(env.home, 'dist', 'fonts', `${sha256(font)}.json`));
  return json ? shapeBy(JSON.parse(new TextDecoder().decode(json)) as Shaped) : () => null;
}

/** Fonts shaped by the table of the build: what comes out is what the font itself makes of a text, to the byte. */
import {create, type Font} from 'fontkit';
import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {nodeEnv} from '../src/env.ts';
import {openFonts} from '../src/fonts.ts';
import {openTheme} from '../src/open.ts';
import type {FontFile, FontFiles} from '../src/print/faces.ts';
import {printPdf} from '../src/print/pdf.ts';
import {type Shape, type Shaped, shapeBy} from '../src/shaped.ts';
import {sampleDocument} from './sample-document.ts';
import {sampleTheme} from './sample-theme.ts';

const env = nodeEnv();
let fonts: FontFiles;
let texts: readonly string[];
beforeAll(async () => {
  fonts = await openFonts(env, await openTheme(env, 'templates', 'plain'));
  const report = await env.read('test/golden/oslo.en.txt');
  texts = report ? new TextDecoder().decode(report).split(/\s+/) : [];
});

/** What the font says: glyphs, and how far each advances. */
function byFont({bytes}: FontFile): (text: string) => readonly (readonly [number, number])[] {
  const font = create(Buffer.from(bytes)) as Font;
  return text => {
    const {glyphs, positions} = font.layout(text);
    return glyphs.map(({id}, at) => [id, positions[at]!.xAdvance] as const);
  };
}

const byTable = (shape: Shape, text: string) =>
  shape(text)?.map(({id, kerned}) => [id, kerned] as const) ?? null;

/** Letters that are kerned and joined, figures, signs and blanks. */
const LETTERS = [...'AVTWYLPfiljto’”.,-–−+0123456789 \u00a0\u2002\u202fÆØÅæøåčđŋšŧž()%:/“«»'];

describe.each(['regular', 'bold'] as const)('the table of the %s face', face => {
  test('says of any text what the font says, or nothing', () => {
    const own = byFont(fonts[face]);
    const {shape} = fonts[face];
    let known = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LETTERS), {minLength: 1, maxLength: 12}), letters => {
        const text = letters.join('');
        const found = byTable(shape, text);
        if (found === null) return;
        known++;
        expect(found).toEqual(own(text));
      }),
      {numRuns: 2000},
    );
    // It would be of no use if it mostly said nothing.
    expect(known).toBeGreaterThan(1900);
  });

  test('knows every word of a report', () => {
    const own = byFont(fonts[face]);
    const words = [...new Set(texts)].filter(Boolean);
    expect(words.length).toBeGreaterThan(300);
    expect(words.filter(word => byTable(fonts[face].shape, word) === null)).toEqual([]);
    for (const word of words) expect(byTable(fonts[face].shape, word), word).toEqual(own(word));
  });

  test('leaves to the font what it cannot know: other scripts, marks that combine, soft hyphens', () => {
    for (const text of ['Осло', 'e\u0301', 'soft\u00adhyphen', '👍', 'Ὀ'])
      expect(fonts[face].shape(text), text).toBeNull();
  });
});

test('a ligature is one glyph, and a pair that the table cannot tell makes it say nothing', () => {
  const table: Shaped = {
    unitsPerEm: 1000,
    texts: ['f', 'i', 'x', 'fi'],
    glyphs: [1, 2, 3, 4],
    advances: [300, 200, 500, 480],
    rows: [
      [0, 0, null, 0],
      [0, 0, -10, 0],
    ],
    rowOf: [0, 1, 1, 1],
  };
  const shape = shapeBy(table);
  expect(shape('fix')!.map(({id, text, kerned}) => [id, text, kerned])).toEqual([
    [4, 'fi', 470],
    [3, 'x', 500],
  ]);
  expect(shape('fx')).toBeNull();
  expect(shape('')).toEqual([]);
});

test('a PDF has the same bytes with the table and without', async () => {
  const created = new Date('2008-05-08T00:00:00Z');
  const bare = (font: FontFile): FontFile => ({...font, shape: () => null});
  const slowly = {regular: bare(fonts.regular), bold: bare(fonts.bold)};
  const [quick, slow] = await Promise.all(
    [fonts, slowly].map(each => printPdf(sampleDocument(), sampleTheme, each, created)),
  );
  expect(Buffer.from(quick!.bytes).equals(Buffer.from(slow!.bytes))).toBe(true);
});

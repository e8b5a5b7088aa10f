// Shapes the fonts of the themes once, when the package is built: for each face a table of glyphs, advances and kerning,
// so that no run has to decode the font's own tables and apply them word by word. Only what is certain is in a table; for
// any other text the font itself is asked. `src/shaped.ts` reads the tables, and a test holds both together.
import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {create} from 'fontkit';

/** The characters of European Latin text, its punctuation and its blanks. None of them combines with another. */
const CHARACTERS = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x17f],
  [0x2000, 0x200a],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2026],
  [0x202f, 0x202f],
  [0x2030, 0x203a],
  [0x2192, 0x2192],
  [0x2212, 0x2212],
].flatMap(([first, last]) => Array.from({length: last - first + 1}, (_, at) => first + at));

/**
 * Writes the tables of all fonts that a theme names. A table that is there is kept, unless this file is newer: its name has
 * the hash of the font.
 */
export async function shapeFonts(root, out) {
  const themes = path.join(root, 'templates', 'themes');
  const require = createRequire(path.join(root, 'package.json'));
  await mkdir(out, {recursive: true});
  for (const file of await readdir(themes)) {
    const {fonts} = JSON.parse(await readFile(path.join(themes, file), 'utf8'));
    for (const face of [fonts.regular, fonts.bold]) await shapeFont(require.resolve(face), out);
  }
}

async function shapeFont(file, out) {
  const bytes = await readFile(file);
  const target = path.join(out, `${createHash('sha256').update(bytes).digest('hex')}.json`);
  if (!(await isNewer(target, fileURLToPath(import.meta.url))))
    await writeFile(target, JSON.stringify(tableOf(create(bytes))));
}

async function isNewer(file, other) {
  const [own, its] = await Promise.all([file, other].map(each => stat(each).catch(() => null)));
  return own !== null && own.mtimeMs > its.mtimeMs;
}

/** What `Shaped` of `src/shaped.ts` describes. */
function tableOf(font) {
  const kernIn = kerningOf(font);
  const characters = CHARACTERS.filter(code => font.hasGlyphForCodePoint(code)).map(code =>
    String.fromCodePoint(code),
  );
  const singles = characters.flatMap(text => symbolOf(font, text) ?? []);
  // A pair of which no kerning can be told may be one glyph.
  const ligatures = singles.flatMap(left =>
    singles
      .filter(right => kernIn(left, right, 'latn') === null)
      .flatMap(right => symbolOf(font, left.text + right.text) ?? []),
  );
  const symbols = [...singles, ...ligatures];
  const rows = symbols.map(left => JSON.stringify(symbols.map(right => certainKern(kernIn, left, right))));
  const distinct = [...new Set(rows)];
  return {
    unitsPerEm: font.unitsPerEm,
    texts: symbols.map(({text}) => text),
    glyphs: symbols.map(({glyph}) => glyph),
    advances: symbols.map(({advance}) => advance),
    rows: distinct.map(row => JSON.parse(row)),
    rowOf: rows.map(row => distinct.indexOf(row)),
  };
}

/** A text that is one glyph, which advances as it says of itself. */
function symbolOf(font, text) {
  const {glyphs, positions} = font.layout(text);
  const isPlain =
    glyphs.length === 1 && isUnmoved(positions[0]) && positions[0].xAdvance === glyphs[0].advanceWidth;
  return isPlain ? {text, glyph: glyphs[0].id, advance: glyphs[0].advanceWidth} : null;
}

const isUnmoved = ({xOffset, yOffset, yAdvance}) => xOffset === 0 && yOffset === 0 && yAdvance === 0;

/**
 * How much nearer two symbols stand; null where more happens to them than that. Figures and signs may be kerned otherwise
 * in a text without letters, which is of no script: there too nothing is certain.
 */
function certainKern(kernIn, left, right) {
  const kern = kernIn(left, right, 'latn');
  if (/\p{L}/u.test(left.text + right.text)) return kern;
  return kern === kernIn(left, right, 'DFLT') ? kern : null;
}

/** Shaping is slow, and each pair is asked for twice. */
function kerningOf(font) {
  const known = new Map();
  return (left, right, script) => {
    const key = `${script} ${left.text} ${right.text}`;
    if (!known.has(key)) known.set(key, shapedKern(font, left, right, script));
    return known.get(key);
  };
}

function shapedKern(font, left, right, script) {
  const {glyphs, positions} = font.layout(left.text + right.text, undefined, script);
  const isPair =
    glyphs.length === 2 &&
    glyphs[0].id === left.glyph &&
    glyphs[1].id === right.glyph &&
    positions.every(isUnmoved) &&
    positions[1].xAdvance === right.advance;
  return isPair ? positions[0].xAdvance - left.advance : null;
}

/**
 * A font's glyphs, advances and kerning as a table that was worked out when the package was built (`scripts/shape-fonts.mjs`):
 * a line of Latin text is shaped by looking up, and comes out as the font itself would shape it.
 */

/** Lengths are in units of the font. */
export type Shaped = {
  readonly unitsPerEm: number;
  /** Single characters, and pairs of characters that are one glyph. */
  readonly texts: readonly string[];
  /** Of each text its glyph, and how far that advances. */
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  /** `rows[rowOf[left]][right]` is what is added between two texts; null where a table cannot say. */
  readonly rows: readonly (readonly (number | null)[])[];
  readonly rowOf: readonly number[];
};

/** A glyph of a line: what it stands for, how far it advances by itself, and how far it does in this line. */
export type ShapedGlyph = {
  readonly id: number;
  readonly text: string;
  readonly advance: number;
  readonly kerned: number;
};

/** Shapes a line of text; null where the font itself has to be asked. */
export type Shape = (text: string) => readonly ShapedGlyph[] | null;

/** Opens a table for shaping. */
export function shapeBy({texts, glyphs, advances, rows, rowOf}: Shaped): Shape {
  const places = new Map(texts.map((text, at) => [text, at]));
  const placeAt = (line: string, at: number) =>
    places.get(line.slice(at, at + 2)) ?? places.get(line.charAt(at));
  return line => {
    const found: number[] = [];
    for (let at = 0; at < line.length; at += texts[found.at(-1)!]!.length) {
      const place = placeAt(line, at);
      if (place === undefined) return null;
      found.push(place);
    }
    const kerns = found.map((left, at) => (at + 1 < found.length ? rows[rowOf[left]!]![found[at + 1]!]! : 0));
    if (kerns.includes(null as never)) return null;
    return found.map((place, at) => ({
      id: glyphs[place]!,
      text: texts[place]!,
      advance: advances[place]!,
      kerned: advances[place]! + kerns[at]!,
    }));
  };
}

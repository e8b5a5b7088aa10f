/**
 * Reads a finished SVG back: where its texts stand. Knows nothing of Vega or of the code that drew it.
 */

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

/** A text and the four corners of its line, in px of the picture. */
export type PlacedText = {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly family: string;
  readonly corners: readonly Point[];
};

type Measure = (text: string, size: number, bold: boolean) => number;

/** Every text of an SVG, in order. */
export function placedTexts(svg: string, measure: Measure): PlacedText[] {
  const found: PlacedText[] = [];
  const stack: Matrix[] = [[1, 0, 0, 1, 0, 0]];
  for (const [, slash, tag, attributes, text] of svg.matchAll(/<(\/?)(\w+)([^>]*)>([^<]*)/g)) {
    if (slash) stack.pop();
    if (slash) continue;
    const here = multiply(stack.at(-1)!, transformOf(attributes!));
    if (tag === 'text') found.push(placed(unescape(text!), attributes!, here, measure));
    if (!attributes!.endsWith('/')) stack.push(here);
  }
  return found;
}

/** Whether two texts touch: no axis of either box keeps them apart. */
export function overlap(a: PlacedText, b: PlacedText): boolean {
  if (Math.hypot(a.corners[0]![0] - b.corners[0]![0], a.corners[0]![1] - b.corners[0]![1]) > FAR)
    return false;
  const axes = [...axesOf(a.corners), ...axesOf(b.corners)];
  return axes.every(axis => {
    const [p, q] = [a, b].map(({corners}) => corners.map(([x, y]) => x * axis[0] + y * axis[1]));
    return Math.max(...p!) > Math.min(...q!) && Math.max(...q!) > Math.min(...p!);
  });
}

/** No text of a chart is longer, in px. */
const FAR = 250;

export function attribute(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function placed(text: string, attributes: string, matrix: Matrix, measure: Measure): PlacedText {
  const size = Number.parseFloat(attribute(attributes, 'font-size')!);
  const bold = attribute(attributes, 'font-weight') === 'bold';
  const width = measure(text, size, bold);
  const anchor = attribute(attributes, 'text-anchor') ?? 'start';
  const left = Number(attribute(attributes, 'x') ?? 0) - {start: 0, middle: width / 2, end: width}[anchor]!;
  const base = Number(attribute(attributes, 'y') ?? 0);
  const [top, bottom] = [base - 0.72 * size, base + 0.2 * size];
  const box: Point[] = [
    [left, top],
    [left + width, top],
    [left + width, bottom],
    [left, bottom],
  ];
  return {
    text,
    size,
    bold,
    family: attribute(attributes, 'font-family')!,
    corners: box.map(point => apply(matrix, point)),
  };
}

function transformOf(attributes: string): Matrix {
  const transform = attribute(attributes, 'transform') ?? '';
  const steps = [...transform.matchAll(/(\w+)\(([^)]*)\)/g)];
  return steps.reduce<Matrix>(
    (matrix, [, name, numbers]) => multiply(matrix, step(name!, numbers!)),
    [1, 0, 0, 1, 0, 0],
  );
}

function step(name: string, text: string): Matrix {
  const [a = 0, b = 0] = text.split(/[ ,]+/).map(Number);
  if (name === 'translate') return [1, 0, 0, 1, a, b];
  if (name !== 'rotate') throw new Error(`Unexpected transform ${name}`);
  const angle = (a * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function apply([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function axesOf([p, q, , s]: readonly Point[]): Point[] {
  return [
    [q![0] - p![0], q![1] - p![1]],
    [s![0] - p![0], s![1] - p![1]],
  ];
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

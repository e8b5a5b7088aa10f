/**
 * Spec -> SVG, without a browser; the same bytes each time.
 */
import * as vega from 'vega';
import {compile} from 'vega-lite';
import type {Picture} from '../document.ts';
import {isVegaLite} from './chart-file.ts';
import type {Measure} from './sizes.ts';
import type {Spec} from './spec.ts';
import {chartBroken, ReportError} from '../issues.ts';

/**
 * Where the chart's own area lies in the picture, in px: `width` and `height` are those of the area, the others the
 * room beside it, for axes and labels.
 */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly padding: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
};

/** A picture, and the Vega spec that it was drawn from, as any Vega renderer takes it. */
export type Drawing = Picture & {readonly vega: Spec; readonly frame: Frame};

/**
 * Draws a complete Vega or Vega-Lite spec. Whatever Vega warns of is an error that names the chart.
 * Drawings may run side by side as long as they share a measure (see `useMeasure`).
 *
 * Whatever is thrown here is laid to the chart file. Vega tells a bad spec by exceptions of any kind, a syntax
 * error in an expression as well as a TypeError of its own, and nothing else can go wrong: rows, sizes, labels
 * and theme are ours and the same for all files, and our own files are drawn for every county in the tests.
 * Measuring and filling, which are ours too, stay outside.
 */
export async function draw(name: string, spec: Spec, measure: Measure): Promise<Drawing> {
  useMeasure(measure);
  try {
    return await drawWith(strictLogger(name), spec);
  } catch (error) {
    if (error instanceof ReportError) throw error;
    throw new ReportError([chartBroken(name, `cannot be drawn: ${(error as Error).message}`)]);
  }
}

async function drawWith(logger: vega.LoggerInterface, spec: Spec): Promise<Drawing> {
  const compiled = isVegaLite(spec) ? compile(spec as never, {logger: logger as never}).spec : spec;
  // Vega writes its transforms' results into the rows that it is given, so it draws from a copy.
  const runtime = vega.parse(structuredClone(compiled) as vega.Spec);
  const view = new vega.View(runtime, {renderer: 'none', logger});
  const svg = tidy(await view.toSVG());
  const area = {width: view.width(), height: view.height()};
  view.finalize();
  const size = sizeOf(svg);
  return {svg, ...size, vega: compiled as Spec, frame: frameOf(svg, size, area)};
}

/** The part of Vega that says how wide a text is. Supported (other renderers set it too) but not in its types. */
type TextMetrics = {width: (item: TextItem, text: unknown) => number};
type TextItem = {readonly fontSize?: number; readonly fontWeight?: string | number};

/**
 * Vega has one global place for this. It is set before each drawing and not put back: putting it back while
 * another drawing still runs would hand that one Vega's own estimate.
 */
function useMeasure(measure: Measure): void {
  const {textMetrics} = vega as unknown as {textMetrics: TextMetrics};
  textMetrics.width = (item, text) =>
    measure(String(text ?? '').trim(), item.fontSize ?? VEGA_FONT_SIZE, isBold(item.fontWeight));
}

const VEGA_FONT_SIZE = 11;

function isBold(weight: string | number | undefined): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}

/** Vega logs and goes on; a report must not go out with a picture that Vega had doubts about. */
function strictLogger(name: string): vega.LoggerInterface {
  const fail = (...words: readonly unknown[]): never => {
    throw new ReportError([chartBroken(name, words.map(String).join(' '))]);
  };
  const logger: vega.LoggerInterface = {
    level: ((level?: number) => (level === undefined ? vega.Warn : logger)) as vega.LoggerInterface['level'],
    error: fail,
    warn: fail,
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

/**
 * Coordinates rounded to 1/100 px, which the eye cannot see and which halves the file; nothing else is touched
 * (an opacity of 0.55 stays). Vega's roles and labels go: they are in English and name every mark, while a
 * report gives each picture one text in its own language and a table with the numbers.
 */
function tidy(svg: string): string {
  return svg
    .replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, '')
    .replace(COORDINATES, attribute =>
      attribute.replace(LONG_NUMBER, number => String(round(Number(number)))),
    );
}

const COORDINATES = / (?:d|transform|points|x|y|x1|y1|x2|y2|cx|cy|width|height)="[^"]*"/g;
const LONG_NUMBER = /-?\d*\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+/g;

/** Adding 0 turns -0 into 0. */
function round(px: number): number {
  return Math.round(px * 100) / 100 + 0;
}

function sizeOf(svg: string): Size {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (!width || !height) throw new Error('Vega drew an SVG without a viewBox');
  return {width: Number(width), height: Number(height)};
}

type Size = {readonly width: number; readonly height: number};

/** Vega moves its outermost group to where the area begins. */
function frameOf(svg: string, size: Size, area: Size): Frame {
  const [, left, top] = /<g [^>]*transform="translate\(([\d.]+),([\d.]+)\)"/.exec(svg) ?? [];
  if (!left || !top) throw new Error('Vega drew an SVG whose area is nowhere');
  const [x, y] = [Number(left), Number(top)];
  const padding = {
    left: x,
    top: y,
    right: size.width - x - area.width,
    bottom: size.height - y - area.height,
  };
  return {...area, padding};
}

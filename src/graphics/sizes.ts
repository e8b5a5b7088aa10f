/**
 * What goes into a fit and what comes out. Kept apart from the fonts, so that chart files can be checked
 * without loading any.
 */
import type {NameForm, Rows, TableName} from './rows.ts';

/** One way to draw a chart: its width in px, the form of the counties' names, and settings that the spec asks for. */
export type Layout = {
  readonly width: number;
  readonly names: NameForm;
  readonly [setting: string]: number | string | boolean;
};

/** The width of a line of text in px, at a font size in px. */
export type Measure = (text: string, size: number, bold?: boolean) => number;

/** What a fit may look at. `format` writes a number as the chart will: "+540", "−3 929", "0". */
export type FitInput = {
  readonly rows: Rows;
  /** The code of the county that the chart is about; null where it is about all. */
  readonly county: string | null;
  /** The tables that the chart file names. */
  readonly tables: readonly TableName[];
  readonly layout: Layout;
  readonly labels: Readonly<Record<string, string>>;
  readonly measure: Measure;
  readonly format: (value: number) => string;
};

/** Lengths in px, by the name under which a chart file asks for them; some by county code. */
export type Sizes = {
  readonly width: number;
  readonly height?: number;
  readonly [name: string]: number | Readonly<Record<string, number>> | undefined;
};

/** A number that the chart file was checked to hold. */
export function setting(layout: Layout, name: string): number {
  return Number(layout[name]);
}

/** The largest number between two bounds that still fits, where everything below a fitting one fits. */
export function largestFit(low: number, high: number, fits: (at: number) => boolean): number {
  let [inside, outside] = [low, high];
  for (let step = 0; step < 50; step++) {
    const middle = (inside + outside) / 2;
    if (fits(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** The widest of some texts in px; 0 for none. */
export function widest(measure: Measure, texts: readonly string[], size: number, bold = false): number {
  return Math.max(0, ...texts.map(text => measure(text, size, bold)));
}

/**
 * The sizes that only measuring can give. A chart file names its fit in `usermeta.fit`; another bar chart is
 * another file with `"fit": "bars"` and needs no code.
 */
import {fitChord, LEGEND} from './fit-chord.ts';
import type {TableName} from './rows.ts';
import {largestFit, setting, widest, type FitInput, type Sizes} from './sizes.ts';

export type Fit = {
  /** The tables that this fit can measure. */
  readonly tables: readonly TableName[];
  /** What each layout of the chart file must say, and as what. */
  readonly settings: Readonly<Record<string, 'number' | 'boolean' | 'string'>>;
  /** The sizes that come out. */
  readonly sizes: readonly string[];
  /** Whether they are other ones for another county of the same table. */
  readonly byCounty: boolean;
  /** The labels that are measured. */
  readonly labels: readonly string[];
  readonly fit: (input: FitInput) => Sizes;
};

export const FITS: Readonly<Record<string, Fit>> = {
  bars: {
    tables: ['flows', 'totals'],
    settings: {edge: 'number', gap: 'number', nameSize: 'number', valueSize: 'number'},
    sizes: ['nameWidth', 'labelWidth', 'low', 'high'],
    byCounty: true,
    labels: [],
    fit: fitBars,
  },
  grid: {
    tables: ['arcs', 'cells'],
    settings: {
      edge: 'number',
      gap: 'number',
      nameSize: 'number',
      numberSize: 'number',
      keyWidth: 'number',
      keyHeight: 'number',
    },
    sizes: ['nameWidth', 'headHeight', 'cellSize'],
    byCounty: false,
    labels: [],
    fit: fitGrid,
  },
  chord: {
    tables: ['arcs', 'pairs'],
    settings: {
      edge: 'number',
      labelSize: 'number',
      labelGap: 'number',
      legendStep: 'number',
      legendIndent: 'number',
      values: 'boolean',
      between: 'string',
    },
    sizes: ['radius', 'cx', 'cy', 'legendTop'],
    byCounty: false,
    labels: LEGEND,
    fit: fitChord,
  },
};

/** Lines are drawn half outside what they bound; without this Vega would widen the picture by a pixel. */
const FRAME = 1;

/**
 * Bars: the column of names, and the ends of the scale so that the value labels find room beyond the bars. The column is
 * as wide as the widest name of all counties, so that it is the same when another is chosen in a live chart.
 */
function fitBars({rows, county, tables, layout, measure, format}: FitInput): Sizes {
  const [edge, gap] = [setting(layout, 'edge'), setting(layout, 'gap')];
  const bars = tables.flatMap(table => (table === 'totals' ? rows.totals : rows.flows));
  const names = [...rows.arcs, ...bars].map(({county: name}) => name);
  const nameWidth = Math.ceil(widest(measure, names, setting(layout, 'nameSize'), true));
  const width = layout.width - 2 * edge - nameWidth - 2 * gap;
  const labelled = bars.map(({code, net}) => ({
    code,
    net: net ?? 0,
    label: net === null ? 0 : measure(format(net), setting(layout, 'valueSize'), code === county),
  }));
  const labelWidth = Object.fromEntries(labelled.map(({code, label}) => [code, round(label)]));
  return {width, nameWidth, labelWidth, ...scaleEnds(labelled, width, gap)};
}

type LabelledBar = {readonly net: number; readonly label: number};

/**
 * The domain `low`..`high`, as tight as the labels allow: with `scale` px per move, the widest reach to the
 * left of zero and the widest to the right fill the width together. The reach grows with the scale, so the
 * scale is found by halving.
 */
function scaleEnds(bars: readonly LabelledBar[], width: number, gap: number): {low: number; high: number} {
  const reach = (side: readonly LabelledBar[], scale: number): number =>
    Math.max(0, ...side.map(({net, label}) => Math.abs(net) * scale + gap + label));
  const left = bars.filter(({net}) => net < 0);
  const right = bars.filter(({net}) => net >= 0);
  const largest = Math.max(1, ...bars.map(({net}) => Math.abs(net)));
  const scale = largestFit(0, width / largest, at => reach(left, at) + reach(right, at) <= width - FRAME);
  return {low: -reach(left, scale) / scale, high: (width - reach(left, scale)) / scale};
}

/**
 * Grid: row names at the left, column names on end above, and numbers as large as the cells allow. The corner
 * between the names is never smaller than the key that stands in it.
 */
function fitGrid({rows, layout, measure, format}: FitInput): Sizes {
  const [edge, gap] = [setting(layout, 'edge'), setting(layout, 'gap')];
  const names = rows.arcs.map(arc => arc.county);
  const longest = Math.ceil(widest(measure, names, setting(layout, 'nameSize'), true));
  const nameWidth = Math.max(longest, setting(layout, 'keyWidth'));
  const headHeight = Math.max(longest, setting(layout, 'keyHeight'));
  const width = layout.width - 2 * edge - nameWidth - 2 * gap - FRAME;
  const numbers = rows.cells.map(cell => format(cell.net).replace('+', ''));
  const room = width / rows.arcs.length - 1.5;
  const cellSize = Math.min(setting(layout, 'numberSize'), room / widest(measure, numbers, 1));
  return {width, nameWidth, headHeight, cellSize: Math.floor(cellSize * 10) / 10};
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}

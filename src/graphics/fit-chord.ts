/**
 * The chord's radius, centre and height.
 *
 * The circle is as large as its labels allow, and its centre is not the centre of the picture: long names may
 * all stand on one side. Every label is taken at its widest over all choices of a county, in bold, so that the
 * circle is the same in every report and choosing another county in a live chart cannot overflow.
 */
import {fill} from '../language.ts';
import type {Pair, Rows} from './rows.ts';
import {largestFit, setting, widest, type FitInput, type Sizes} from './sizes.ts';

/** A label on the circle: direction in radians clockwise from 12 o'clock, width in px. */
type Spoke = {readonly angle: number; readonly width: number};
type Point = {readonly x: number; readonly y: number};
type Reach = {readonly left: number; readonly right: number; readonly up: number; readonly down: number};

/** The labels of the legend, a row each. */
export const LEGEND = ['gain', 'loss', 'other'] as const;

/** Room outside the ring for the chosen arc, which is thicker. */
const THICKER = 4;

export function fitChord(input: FitInput): Sizes {
  const {layout} = input;
  const edge = setting(layout, 'edge');
  const at = reacher(input);
  const fits = (radius: number): boolean => at(radius).left + at(radius).right + 2 * edge <= layout.width;
  const radius = Math.floor(largestFit(MIN_RADIUS, layout.width / 2, fits));
  const {left, right, up, down} = at(radius);
  const slack = Math.max(0, layout.width - 2 * edge - left - right);
  const cx = Math.round(edge + slack / 2 + left);
  const cy = Math.ceil(edge + up);
  const {legendTop, bottom} = placeLegend(input, {radius, cx, cy}, cy + down);
  return {width: layout.width, height: Math.ceil(bottom + edge), radius, cx, cy, legendTop};
}

/** Below this a ribbon cannot be told from its neighbour; names so long are cut by the picture's edge. */
const MIN_RADIUS = 40;

function reacher(input: FitInput): (radius: number) => Reach {
  const widths = labelWidths(input);
  const mids = arcMiddles(input.rows);
  return radius => reach(spokes(input, mids, widths, radius), radius, input);
}

/** How far circle and labels go from the centre, in px. */
function reach(labels: readonly Spoke[], radius: number, {layout}: FitInput): Reach {
  const ring = radius + THICKER;
  const half = 0.6 * setting(layout, 'labelSize');
  const tips = labels.map(({angle, width}) => ({
    angle,
    length: radius + setting(layout, 'labelGap') + width,
  }));
  const towards = (x: number, y: number): number =>
    Math.max(
      ring,
      ...tips.map(({angle, length}) => along(angle, x, y) * length + Math.abs(along(angle, y, x)) * half),
    );
  return {left: towards(-1, 0), right: towards(1, 0), up: towards(0, 1), down: towards(0, -1)};
}

/** How much of a step in direction `angle` goes the way of (x right, y up). */
function along(angle: number, x: number, y: number): number {
  return x * Math.sin(angle) + y * Math.cos(angle);
}

function labelWidths({rows, layout, measure, format}: FitInput): number[] {
  const size = setting(layout, 'labelSize');
  return rows.arcs.map(arc => {
    const values = layout['values'] ? [arc.total, ...partners(arc.code, rows.pairs)] : [];
    const texts = values.map(value => `${arc.county}${layout['between']}${format(value)}`);
    return widest(measure, [arc.county, ...texts], size, true);
  });
}

/** What stands on a county's label when one of its partners is chosen: its net flow seen from there. */
function partners(code: string, pairs: readonly Pair[]): number[] {
  return pairs.flatMap(({from, to, net}) => (from === code ? [net] : to === code ? [-net] : []));
}

/** The middle of each arc: the same arithmetic as the data set "rim" of the chart file, which a test compares. */
export function arcMiddles({arcs}: Pick<Rows, 'arcs'>): number[] {
  const weights = arcs.map(({gains, losses}) => gains + losses);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const gap = all > 0 ? Math.min(0.03, 0.6 / arcs.length) : (2 * Math.PI) / arcs.length;
  const scale = all > 0 ? (2 * Math.PI - arcs.length * gap) / all : 0;
  let before = 0;
  return weights.map((weight, index) => {
    const middle = (before + weight / 2) * scale + (index + 0.5) * gap;
    before += weight;
    return middle;
  });
}

/** Labels stand at the middle of their arcs, pushed apart where arcs are thinner than a line of text. */
function spokes(
  {layout}: FitInput,
  mids: readonly number[],
  widths: readonly number[],
  radius: number,
): Spoke[] {
  const line = (1.15 * setting(layout, 'labelSize')) / (radius + setting(layout, 'labelGap'));
  const angles = spread(mids, Math.min(line, (2 * Math.PI) / mids.length));
  return angles.map((angle, index) => ({angle, width: widths[index] ?? 0}));
}

/**
 * Angles at least `step` apart and as near as may be to where they were: the mean of pushing everything clockwise
 * and pushing everything back. Both keep the distance, so their mean does. `room` closes the circle.
 */
export function spread(mids: readonly number[], step: number): number[] {
  const slack = mids.map((middle, index) => middle - index * step);
  const room = 2 * Math.PI - mids.length * step;
  const [first, last] = [slack[0] ?? 0, slack.at(-1) ?? 0];
  return slack.map((_, index) => {
    const pushed = Math.min(Math.max(...slack.slice(0, index + 1)), first + room);
    const held = Math.max(Math.min(...slack.slice(index)), last - room);
    return index * step + (pushed + held) / 2;
  });
}

type Circle = {readonly radius: number; readonly cx: number; readonly cy: number};

/** The legend stands at the bottom left, as high as nothing is in its way. Where no county is highlighted there is none. */
function placeLegend(input: FitInput, circle: Circle, lowest: number): {legendTop: number; bottom: number} {
  if (input.county === null) return {legendTop: lowest, bottom: lowest};
  const margin = setting(input.layout, 'labelSize');
  const right = legendWidth(input) + margin;
  const height = LEGEND.length * setting(input.layout, 'legendStep');
  const above = inTheWay(input, circle).filter(({x}) => x < right);
  const clear = Math.max(0, ...above.map(({y}) => y)) + margin;
  const legendTop = Math.ceil(Math.max(clear, lowest - height));
  return {legendTop, bottom: Math.max(lowest, legendTop + height)};
}

function legendWidth({rows, labels, layout, measure}: FitInput): number {
  const patterns = LEGEND.map(key => labels[key] ?? '');
  const texts = patterns.flatMap(pattern => rows.arcs.map(({name}) => fill(pattern, {county: name})));
  const text = widest(measure, texts, setting(layout, 'labelSize'));
  return setting(layout, 'edge') + setting(layout, 'legendIndent') + text;
}

/** Circle and labels as points, close enough to each other for a legend not to slip between. */
function inTheWay(input: FitInput, {radius, cx, cy}: Circle): Point[] {
  const {layout, rows} = input;
  const at = (angle: number, r: number): Point => ({
    x: cx + r * Math.sin(angle),
    y: cy - r * Math.cos(angle),
  });
  const labels = spokes(input, arcMiddles(rows), labelWidths(input), radius);
  const start = radius + setting(layout, 'labelGap');
  const lines = labels.flatMap(({angle, width}) => STEPS.map(step => at(angle, start + step * width)));
  const ring = STEPS.map(step => at(2 * Math.PI * step, radius + THICKER));
  return [...lines, ...ring];
}

const STEPS = Array.from({length: 101}, (_, step) => step / 100);

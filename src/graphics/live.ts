/**
 * What a chart needs to come alive in a page: its Vega spec once, and what of that is another in another layout or
 * for another county. A patched spec is the one that the chart file gives when it is filled for that layout and
 * county, so a live chart is the picture that its report would print; `test/live.test.ts` holds the two together.
 */
import type {ChartFile} from './chart-file.ts';
import type {ChartPicture} from './chart.ts';
import {same} from './json.ts';
import type {Layout} from './sizes.ts';
import type {Fill, Spec} from './spec.ts';
import type {Frame} from './svg.ts';

/** What is put in the place of a spec's own signals and rows, by name. */
export type Patch = Fill;

/** A layout: its patch, and its size, which is not left to the reader's fonts. */
export type LiveLayout = Patch & Frame;

export type Live = {
  /** The code of the county that the spec is about; null where it is about all. */
  readonly county: string | null;
  /** The Vega spec of the wide layout. */
  readonly spec: Spec;
  readonly wide: LiveLayout;
  readonly narrow: LiveLayout | null;
};

/** For one county, by layout, what is patched onto the layout. */
export type Choice = {readonly wide: Patch; readonly narrow: Patch | null};

/** By the code of the county. */
export type Choices = ReadonlyMap<string, Choice>;

/** What a page draws of a chart that is here as pictures. */
export function liveOf(county: string | null, wide: ChartPicture, narrow: ChartPicture | null): Live {
  // The reader's browser measures text on other fonts, and would make the picture wider or narrower than it is.
  const spec = {...wide.vega, autosize: {type: 'none'}};
  return {
    county,
    spec,
    wide: {...NOTHING, ...wide.frame},
    narrow: narrow && {...picked(narrow.fill, namesWhere(narrow.fill, [wide.fill])), ...narrow.frame},
  };
}

const NOTHING: Patch = {signals: {}, data: {}};

/**
 * For each county that can be chosen, whatever is not the same for all of them. It does not depend on the county of
 * the report, so that all reports have the same. `filler` fills the chart file in a layout for a county.
 */
export function choicesOf(
  {usermeta: {layouts}}: ChartFile,
  counties: readonly string[],
  filler: (layout: Layout) => (county: string) => Fill,
): Choices {
  const patches = (layout: Layout): readonly Patch[] => {
    const fills = counties.map(filler(layout));
    const [first = NOTHING] = fills;
    const varying = namesWhere(first, fills);
    return fills.map(fill => picked(fill, varying));
  };
  const wide = patches(layouts.wide);
  const narrow = layouts.narrow ? patches(layouts.narrow) : null;
  return new Map(counties.map((county, at) => [county, {wide: wide[at]!, narrow: narrow?.[at] ?? null}]));
}

type Names = {readonly signals: readonly string[]; readonly data: readonly string[]};

/** What is not the same in all of some fills. */
function namesWhere(fill: Fill, others: readonly Fill[]): Names {
  const differing = (part: keyof Fill) =>
    Object.keys(fill[part]).filter(name => others.some(other => !same(other[part][name], fill[part][name])));
  return {signals: differing('signals'), data: differing('data')};
}

const picked = ({signals, data}: Fill, names: Names): Patch => ({
  signals: Object.fromEntries(names.signals.map(name => [name, signals[name]])),
  data: Object.fromEntries(names.data.map(name => [name, data[name]!])),
});

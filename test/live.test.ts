/**
 * Live charts against pictures: what a page draws when a county is chosen is what the report on that county prints.
 * Whether a browser draws it so is looked at in test/browser.
 */
import {beforeAll, describe, expect, test} from 'vitest';
import {type Alternatives, canBeLive, openAlternatives} from '../src/alternatives.ts';
import {nodeEnv} from '../src/env.ts';
import type {Table} from '../src/extract/table.ts';
import {draw} from '../src/graphics/svg.ts';
import type {Chart} from '../src/graphics/chart.ts';
import {patched} from '../src/live/spec.ts';
import {openCharts, openShells, openTheme, openWriter} from '../src/open.ts';
import {ownHands} from '../src/hands.ts';
import {openFonts} from '../src/fonts.ts';
import {makeReport, openMeasure, type Report, type Workshop} from '../src/report.ts';
import {BOTH} from './small-tables.ts';
import {publishedTable, tableIn} from './tables-2007.ts';

const env = nodeEnv();
const LAYOUTS = ['wide', 'narrow'] as const;

async function openWorkshop(table: Table): Promise<Workshop> {
  const theme = await openTheme(env, 'templates', 'plain');
  const charts = await openCharts(env, 'templates');
  const fonts = await openFonts(env, theme);
  const shells = await openShells(env, 'templates');
  return {
    env,
    table,
    theme,
    fonts,
    measure: await openMeasure(fonts),
    hands: ownHands(theme, fonts),
    charts,
    shells,
  };
}

const writerOf = ({charts}: Workshop, lang: string) =>
  openWriter(
    env,
    'templates',
    lang,
    charts.map(({name}) => name),
  );

let workshop: Workshop;
let others: Alternatives;
/** The report on every county in one language. */
let reports: readonly Report[];

beforeAll(async () => {
  workshop = await openWorkshop(publishedTable());
  const writer = await writerOf(workshop, 'nb');
  others = await openAlternatives(workshop, writer);
  reports = await Promise.all(
    workshop.table.counties.map(county => makeReport(workshop, writer, county, others)),
  );
}, 120_000);

const chartOf = ({charts}: Report, name: string): Chart => charts.find(chart => chart.name === name)!;

describe.each(['flows', 'totals', 'chord', 'heatmap'])('the live chart %s', name => {
  test('draws each county as its own report does, from the spec of any other', async () => {
    const from = chartOf(reports[2]!, name).live;
    let drawn = 0;
    for (const {county, charts} of reports) {
      const choice = others.choices.get(name)!.get(county!.key)!;
      const printed = charts.find(chart => chart.name === name)!;
      for (const layout of LAYOUTS) {
        const [live, patch, picture] = [from[layout], choice[layout], printed[layout]];
        if (!live || !patch || !picture) continue;
        const {svg} = await draw(name, patched(from.spec, live, patch), workshop.measure);
        expect(svg === picture.svg, `${county!.name}, ${layout}`).toBe(true);
        drawn += 1;
      }
    }
    expect(drawn).toBe(name === 'heatmap' ? 19 : 2 * 19);
  });

  test('draws its own county without a patch', async () => {
    const {live, wide} = chartOf(reports[14]!, name);
    const {svg} = await draw(name, patched(live.spec, live.wide, {signals: {}, data: {}}), workshop.measure);
    expect(svg).toBe(wide.svg);
  });

  test('has the same size whatever county is chosen', () => {
    for (const layout of LAYOUTS) {
      const sizes = reports.map(report => {
        const picture = chartOf(report, name)[layout];
        return picture && JSON.stringify([picture.width, picture.height, picture.frame]);
      });
      expect(new Set(sizes).size).toBe(1);
    }
  });

  test('says of a chosen county what the report on it says', () => {
    const choices = figureOf(reports[0]!, name).live!.choices;
    expect(choices.map(({name: label}) => label)).toEqual(workshop.table.counties.map(({label}) => label));
    reports.forEach((report, at) => {
      const {title, alt, notes, data} = figureOf(report, name);
      const choice = choices[at]!;
      const bare = (value: unknown) => JSON.stringify(value).replace(/"target":"[^"]*"/g, '"target":null');
      expect([bare(choice.title), bare(choice.alt), bare(choice.notes)]).toEqual([
        bare(title),
        bare(alt),
        bare(notes),
      ]);
      if (name === 'flows') expect(choice.data).toEqual(data);
      else expect(choice.data).toBeNull();
    });
  });

  test('is not changed by being patched', () => {
    const {live} = chartOf(reports[2]!, name);
    const before = JSON.stringify(live.spec);
    const spec = patched(live.spec, live.wide, others.choices.get(name)!.get('20')!.wide);
    (spec['data'] as {values?: unknown[]}[])[0]!.values = [];
    expect(JSON.stringify(live.spec)).toBe(before);
  });
});

const figureOf = ({document}: Report, name: string) =>
  document.sections
    .flatMap(({blocks}) => blocks.filter(block => block.kind === 'figure'))
    .find(({id}) => id === name)!;

describe('what can be chosen', () => {
  test('is as small as it may be: of a chart that shows all counties only what marks one', () => {
    const patch = (name: string) => others.choices.get(name)!.get('03')!.wide;
    expect(patch('chord')).toEqual({signals: {county: '03'}, data: {}});
    expect(patch('heatmap')).toEqual({signals: {county: '03'}, data: {}});
    expect(Object.keys(patch('flows').data)).toEqual(['flows']);
    expect(Object.keys(patch('totals').data)).toEqual([]);
  });

  test('is there for a table without numbers as well, by the keys that it has', async () => {
    const small = await openWorkshop(tableIn(BOTH));
    const writer = await writerOf(small, 'en');
    const few = await openAlternatives(small, writer);
    const keys = small.table.counties.map(({key}) => key);
    expect([...few.words.keys()]).toEqual(keys);
    const report = await makeReport(small, writer, small.table.counties[1]!, few);
    expect(figureOf(report, 'flows').live!.choices.map(({key}) => key)).toEqual(keys);
    expect(figureOf(report, 'flows').live!.county).toBe(keys[1]);
  });

  test('is nothing where there are too many counties for a list', async () => {
    const counties = Array.from({length: 41}, () => workshop.table.counties[0]!);
    const many = {...workshop, table: {...workshop.table, counties}};
    const {choices, words} = await openAlternatives(many, await writerOf(workshop, 'en'));
    expect([choices.size, words.size]).toEqual([0, 0]);
    expect([canBeLive(many.table), canBeLive(workshop.table)]).toEqual([false, true]);
  });
});

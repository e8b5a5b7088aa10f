/**
 * What live charts are given, read back: the words, figures and rows of every county that a reader may choose. Each is
 * made wrong in every way, one at a time.
 */
import {beforeAll, describe, expect, test} from 'vitest';
import {printReport, type Wish} from '../src/outputs.ts';
import {languageOf} from '../src/verification.ts';
import {type Yardsticks, yardsticksFor} from '../src/yardsticks.ts';
import {wordsProblems} from '../src/verify/chart-words.ts';
import {specProblems} from '../src/verify/live-spec.ts';
import {liveProblems} from '../src/verify/live.ts';
import {readHtml} from '../src/verify/read-html.ts';
import type {Yardstick} from '../src/verify/yardstick.ts';
import {openOffice, reportOn} from './browser/reports.ts';
import {digitsChanged, exchanged, NEIGHBOURS} from './neighbours.ts';

const WISH: Wish = {formats: ['charts'], folder: 'out', attachData: false, assets: 'shared', site: null};
const LANGS = ['en', 'nb', 'nn'];

type Row = Record<string, string | number>;
type Patch = {signals: Record<string, unknown>; data: Record<string, Row[]>};
type Choice = {
  key: string;
  name: string;
  title: string;
  alt: string;
  notes: string[];
  rows: string[][] | null;
  wide: Patch | null;
  narrow: Patch | null;
};
type Set = {name: string; values?: Row[]; url?: string};
type Spec = {data: Set[]; signals: {name: string; value?: unknown}[]; marks: Row[]};
type Chart = {county: string; spec: Spec; wide: Patch | null; narrow: Patch | null; choices: Choice[]};

/** A chart of the report on Oslo, whose page has a list of counties. */
type Live = {readonly lang: string; readonly name: string; readonly chart: Chart};

let yardsticks: Yardsticks;
let charts: readonly Live[];

beforeAll(async () => {
  const office = await openOffice();
  const desks = await Promise.all(LANGS.map(office.desk));
  yardsticks = yardsticksFor(
    office.workshop.table,
    desks.map(({writer}) => writer),
  );
  const made = await Promise.all(
    desks.map(async desk =>
      printReport(office.workshop, desk.writer, await reportOn(office, desk, '03'), WISH),
    ),
  );
  const pages = made.flat().filter(({path}) => path.endsWith('.html'));
  charts = pages.flatMap(({path, bytes}) =>
    Object.entries(readHtml(path, new TextDecoder().decode(bytes)).live as Record<string, Chart>).map(
      ([name, chart]) => ({lang: languageOf(path)!, name, chart}),
    ),
  );
}, 240_000);

/** Nothing is known from before: a change must be found again. */
const yardstickOf = (lang: string): Yardstick => ({...yardsticks.get(lang)!, known: new Set()});

const meOf = ({lore}: Yardstick) => lore.world.keys.indexOf('03');

function told({lang, name, chart}: Live): readonly string[] {
  const yardstick = yardstickOf(lang);
  const list = {id: name, choose: [{}]} as never;
  const page = {live: {[name]: chart}, extras: {contents: [], charts: [list]}};
  return liveProblems(yardstick, meOf(yardstick), page, new Map([[name, name]]));
}

const chartOf = (name: string, lang = 'en') => charts.find(each => each.name === name && each.lang === lang)!;

/** What is told of a chart that was changed. */
function toldOf(live: Live, change: (chart: Chart) => unknown): readonly string[] {
  const chart = structuredClone(live.chart);
  change(chart);
  return told({...live, chart});
}

test('what is right passes, for every chart and language', () => {
  expect(charts).toHaveLength(12);
  expect(charts.flatMap(told)).toEqual([]);
});

/** The text with one county's name exchanged for that of the next in the table, wherever one stands. */
function renamed(text: string, names: readonly string[]): readonly string[] {
  return names.flatMap((name, at) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}-])${name}(?![\\p{L}-])`, 'gu'))].map(
      ({index}) => text.slice(0, index) + names[(at + 1) % names.length] + text.slice(index + name.length),
    ),
  );
}

describe('words for a county that is chosen', () => {
  const textsOf = ({title, alt, notes}: Choice) => [title, alt, ...notes];

  /** How many mutants there were, and which of them passed. */
  function mutated(change: (text: string, lang: string, names: readonly string[]) => readonly string[]) {
    const missed: string[] = [];
    let count = 0;
    for (const {lang, name, chart} of charts) {
      const yardstick = yardstickOf(lang);
      const names = yardstick.lore.table.counties.map(county => county.name);
      for (const [at, choice] of chart.choices.entries()) {
        const texts = textsOf(choice);
        for (const [place, text] of texts.entries())
          for (const other of change(text, lang, names)) {
            count++;
            if (wordsProblems(yardstick, name, at, texts.with(place, other)).length === 0)
              missed.push(`${name}, ${lang}: ${other}`);
          }
      }
    }
    return {count, missed};
  }

  test.each<[string, number, Parameters<typeof mutated>[0]]>([
    ['every digit', 2000, text => digitsChanged(text)],
    [
      'every claim word, for each of its neighbours',
      2000,
      (text, lang) => exchanged(text, NEIGHBOURS[lang]!),
    ],
    ['every name of a county', 500, (text, _, names) => renamed(text, names)],
    ['every sentence left out', 500, text => sentencesLeftOut(text)],
    ['every word left out', 5000, text => wordsLeftOut(text)],
  ])(
    '%s is caught',
    (what, least, change) => {
      const {count, missed} = mutated(change);
      console.log(`verify: of words to choose ${what}: ${count} changed, ${missed.length} missed`);
      expect(count).toBeGreaterThan(least);
      expect(missed).toEqual([]);
    },
    300_000,
  );

  const sentencesLeftOut = (text: string) => {
    const all = text.split(/(?<=[.!?]) (?=\p{Lu})/u);
    return all.length < 2 ? [] : all.map((_, at) => all.toSpliced(at, 1).join(' '));
  };

  const wordsLeftOut = (text: string) => {
    const all = text.split(' ');
    return all.map((_, at) => all.toSpliced(at, 1).join(' '));
  };
});

describe('figures for a county that is chosen', () => {
  test('every digit of every fifth county, and rows that changed places', () => {
    const missed: string[] = [];
    let count = 0;
    const look = (live: Live, what: string, change: (chart: Chart) => unknown) => {
      count++;
      if (toldOf(live, change).length === 0) missed.push(`${live.name}, ${live.lang}: ${what}`);
    };
    const live = chartOf('flows', 'nb');
    for (let at = 0; at < live.chart.choices.length; at += 5) {
      const {rows} = live.chart.choices[at]!;
      for (const [line, row] of rows!.entries()) {
        for (const [column, cell] of row.entries())
          for (const other of digitsChanged(cell))
            look(live, other, ({choices}) => (choices[at]!.rows![line]![column] = other));
        look(live, 'names', ({choices}) => (choices[at]!.rows![line]![0] = rows!.at(line - 1)![0]!));
        for (const layout of ['wide', 'narrow'] as const) {
          const flow = (choices: Choice[]) => choices[at]![layout]!.data['flows']![line]!;
          look(live, 'net', ({choices}) => (flow(choices)['net'] = Number(flow(choices)['net']) + 1));
          look(live, 'code', ({choices}) => (flow(choices)['code'] = '00'));
          look(live, 'tone', ({choices}) => (flow(choices)['tone'] = 'other'));
          look(live, 'name', ({choices}) => (flow(choices)['county'] = 'Elsewhere'));
          look(live, 'more', ({choices}) => (flow(choices)['note'] = 'estimated'));
        }
      }
    }
    console.log(`verify: of figures to choose ${count} changed, ${missed.length} missed`);
    expect(count).toBeGreaterThan(800);
    expect(missed).toEqual([]);
  }, 300_000);

  test.each<[string, string, (chart: Chart) => unknown, RegExp]>([
    [
      'bars that would stay those of another',
      'flows',
      ({choices}) => delete choices[1]!.wide!.data['flows'],
      /Akershus is chosen, its flows \(wide\) would stay/,
    ],
    [
      'the same on small screens',
      'flows',
      ({choices}) => (choices[1]!.narrow = null),
      /Akershus is chosen, its flows \(narrow\) would stay/,
    ],
    [
      'a mark that would stay where it is',
      'chord',
      ({choices}) => delete choices[1]!.wide!.signals['county'],
      /its county \(wide\) would stay/,
    ],
    ['no patch at all', 'totals', ({choices}) => (choices[4]!.wide = null), /a patch is none/],
    [
      'a mark on another county',
      'heatmap',
      ({choices}) => (choices[4]!.wide!.signals['county'] = '03'),
      /the county is "03", not 05/,
    ],
    [
      'rows for a set that is no table',
      'flows',
      ({choices}) => (choices[4]!.wide!.data['data_0'] = []),
      /a patch has “data_0”/,
    ],
    [
      'a table that would stay that of another',
      'flows',
      ({choices}) => (choices[4]!.rows = null),
      /its table would be another’s/,
    ],
    [
      'a table where it must stay as it is',
      'chord',
      ({choices}) => (choices[4]!.rows = []),
      /its table would be another’s/,
    ],
    ['no counties in a list', 'flows', chart => (chart.choices = []), /there must be counties in it/],
    ['a layout that is missing', 'flows', chart => (chart.wide = null), /a layout is missing/],
    [
      'rows of a layout',
      'flows',
      ({narrow}) => (narrow!.data['flows']![0]!['net'] = 541),
      /has net 541; it must have 540/,
    ],
    ['more than charts have', 'flows', chart => Object.assign(chart, {footnote: 'x'}), /it has “footnote”/],
    [
      'more than a choice has',
      'flows',
      ({choices}) => Object.assign(choices[0]!, {footnote: 'x'}),
      /it has “footnote”/,
    ],
  ])('%s', (_, name, change, message) => {
    expect(toldOf(chartOf(name), change).join('\n')).toMatch(message);
  });
});

describe('a spec', () => {
  const specOf = (name: string, change: (spec: Spec) => unknown) => {
    const yardstick = yardstickOf('en');
    const spec = structuredClone(chartOf(name).chart.spec);
    change(spec);
    return specProblems(yardstick, meOf(yardstick), name, spec).join('\n');
  };
  const setOf = ({data}: Spec, name: string) => data.find(set => set.name === name)!;
  const signalOf = ({signals}: Spec, name: string) => signals.find(signal => signal.name === name)!;

  test('every number and name of its tables', () => {
    let count = 0;
    const missed: string[] = [];
    for (const {name, chart} of charts.filter(({lang}) => lang === 'en'))
      for (const {name: table, values} of chart.spec.data)
        for (const at of ['flows', 'totals', 'arcs', 'pairs', 'cells'].includes(table)
          ? (values ?? []).keys()
          : []) {
          // Of the hundreds of pairs and cells every seventh.
          if (values!.length > 20 && at % 7) continue;
          for (const field of Object.keys(values![at]!)) {
            count++;
            const found = specOf(name, spec => {
              const row = setOf(spec, table).values![at]!;
              row[field] = typeof row[field] === 'number' ? row[field] + 1 : `${row[field]}x`;
            });
            if (!found) missed.push(`${name}: ${field} in row ${at} of ${table}`);
          }
        }
    console.log(`verify: of rows in specs ${count} changed, ${missed.length} missed`);
    expect(count).toBeGreaterThan(400);
    expect(missed).toEqual([]);
  }, 120_000);

  test.each<[string, string, (spec: Spec) => unknown, RegExp]>([
    [
      'a table from elsewhere',
      'flows',
      spec => (setOf(spec, 'flows').url = 'https://example.org/flows.csv'),
      /it would fetch "https/,
    ],
    ['a table without rows', 'flows', spec => delete setOf(spec, 'flows').values, /it has no rows of flows/],
    ['a row left out', 'chord', spec => setOf(spec, 'pairs').values!.pop(), /pairs has \d+ rows/],
    [
      'a label',
      'chord',
      spec => Object.assign(signalOf(spec, 'labels').value!, {gain: 'Loss'}),
      /“Loss” stands for gain/,
    ],
    [
      'a label too many',
      'chord',
      spec => Object.assign(signalOf(spec, 'labels').value!, {more: 'x'}),
      /“x” stands for more/,
    ],
    ['labels that are none', 'chord', spec => (signalOf(spec, 'labels').value = null), /stands for gain/],
    [
      'a name',
      'flows',
      spec => Object.assign(signalOf(spec, 'nameOf').value!, {'04': 'Oslo'}),
      /“Oslo” stands for 04/,
    ],
    ['a county', 'heatmap', spec => (signalOf(spec, 'county').value = '04'), /the county is "04", not 03/],
    [
      'a number that it writes',
      'flows',
      spec => spec.marks.push({text: 'only 3 of 18'}),
      /it writes “only 3 of 18”/,
    ],
    ['a number in a value', 'chord', spec => (signalOf(spec, 'between').value = ' 1'), /between is “ 1”/],
  ])('%s', (_, name, change, message) => {
    expect(specOf(name, () => {})).toBe('');
    expect(specOf(name, change)).toMatch(message);
  });

  test('of whatever form is told of and breaks nothing', () => {
    for (const json of [
      null,
      0,
      'x',
      [],
      {},
      {data: 1, signals: {}},
      {data: [null, {name: 'flows', values: [null]}]},
    ]) {
      const yardstick = yardstickOf('en');
      expect(specProblems(yardstick, 2, 'flows', json).length).toBeGreaterThan(0);
      expect(told({lang: 'en', name: 'flows', chart: json as never}).length).toBeGreaterThan(0);
    }
  });
});

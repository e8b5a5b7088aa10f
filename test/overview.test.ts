/**
 * The overview of all counties: texts that a person has read, every number worked out from the published text by this
 * file alone, and changes that a reading back must not let pass.
 */
import {readFileSync} from 'node:fs';
import {beforeAll, describe, expect, test} from 'vitest';
import {ownHands} from '../src/hands.ts';
import {nodeEnv} from '../src/env.ts';
import type {Slot} from '../src/facts/catalogue.ts';
import {fileName} from '../src/facts/county.ts';
import {tell} from '../src/facts/tell.ts';
import {
  checkCharts,
  openCharts,
  openShells,
  openTable,
  openTheme,
  openWriter,
  type Writer,
} from '../src/open.ts';
import {printReport, printSnippets} from '../src/outputs.ts';
import {openFaces} from '../src/print/faces.ts';
import {printHtml} from '../src/print/html.ts';
import {pdfDefinition} from '../src/print/pdf-definition.ts';
import {printText} from '../src/print/text.ts';
import {openFonts} from '../src/fonts.ts';
import {composeReport, makeReport, openMeasure, type Report, type Workshop} from '../src/report.ts';
import {type Finished, verifyFiles} from '../src/verification.ts';
import {type Yardsticks, yardsticksFor} from '../src/yardsticks.ts';
import {checkReport} from '../src/verify/check-report.ts';
import type {ReadBlock, Reading} from '../src/verify/reading.ts';
import {readHtml} from '../src/verify/read-html.ts';
import {readText} from '../src/verify/read-text.ts';
import {EXTRAS} from './extras.ts';
import {COUNTIES, NET} from './fixtures-2007.ts';
import {digitsChanged, exchanged, NEIGHBOURS} from './neighbours.ts';
import {looseNumbers, wordsOfDefinition, wordsOfHtml, wordsOfText} from './words.ts';

const env = nodeEnv();
const LANGUAGES = ['en', 'nb', 'nn'];

let workshop: Workshop;
let writers: readonly Writer[];
let yardsticks: Yardsticks;
/** By language. */
const reports = new Map<string, Report>();
const files = new Map<string, readonly Finished[]>();

beforeAll(async () => {
  const table = (await openTable(env, 'data/net-migration-2007.txt')).table!;
  const charts = await openCharts(env, 'templates');
  const theme = await openTheme(env, 'templates', 'plain');
  const fonts = await openFonts(env, theme);
  const shells = await openShells(env, 'templates');
  workshop = {
    env,
    table,
    theme,
    fonts,
    measure: await openMeasure(fonts),
    hands: ownHands(theme, fonts),
    charts,
    shells,
  };
  const names = charts.map(({name}) => name);
  writers = await Promise.all(LANGUAGES.map(tag => openWriter(env, 'templates', tag, names)));
  yardsticks = yardsticksFor(table, writers);
  for (const writer of writers) {
    const report = await makeReport(workshop, writer, null);
    reports.set(writer.language.tag, report);
    files.set(writer.language.tag, await printReport(workshop, writer, report, WISH));
  }
});

const WISH = {
  formats: ['pdf', 'html', 'txt', 'csv', 'charts'],
  folder: 'out',
  attachData: true,
  assets: 'inline',
  site: null,
} as const;

describe.each(LANGUAGES)('in %s', lang => {
  test('reads as the golden text', async () => {
    await expect(printText(reports.get(lang)!.document)).toMatchFileSnapshot(`golden/overview.${lang}.txt`);
  });

  test('has the same words and numbers as HTML, as text and in the PDF', () => {
    const {document} = reports.get(lang)!;
    const words = wordsOfText(printText(document));
    expect(words.length).toBeGreaterThan(1000);
    expect(wordsOfHtml(printHtml(document, workshop.theme, EXTRAS))).toEqual(words);
    const definition = pdfDefinition(document, workshop.theme, openFaces(workshop.fonts));
    expect(wordsOfDefinition(definition, true)).toEqual(words);
  });

  test('fills five pages', async () => {
    const [pdf] = await printReport(workshop, writerOf(lang), reports.get(lang)!, {
      ...WISH,
      formats: ['pdf'],
    });
    expect(pdf!.pages).toBe(5);
  });

  test('every file is read back and right', async () => {
    const own = files.get(lang)!;
    const {results, leftOut} = await verifyFiles(yardsticks, own);
    expect(results.flatMap(({issues}) => issues)).toEqual([]);
    expect(leftOut).toEqual([]);
    expect(own.map(({path}) => path)).toEqual(
      expect.arrayContaining([
        `out/overview/overview.${lang}.pdf`,
        `out/overview/overview.${lang}.csv`,
        `out/overview/full-table.${lang}.csv`,
        `out/overview/charts/chord.${lang}.svg`,
      ]),
    );
  });
});

test('all languages tell the same facts and numbers in the same order', () => {
  const told = LANGUAGES.map(lang => {
    const {problems, facts, numbers} = check(textOf(lang));
    expect(problems).toEqual([]);
    return {facts, numbers};
  });
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

test('no number stands in the page outside a quantity but labels, codes, lines, dates and the checksum', () => {
  const {source, counties, proof} = workshop.table;
  const lines = proof.checks.flatMap(({place}) => (place ? [String(place.line)] : []));
  const labels = ['1', '2', '3', '4', '0', '2007', '8', '2008', 'CC', '4.0'];
  const allowed = new Set([...counties.map(({code}) => code), ...lines, ...labels, source.sha256]);
  const loose = looseNumbers(printHtml(reports.get('en')!.document, workshop.theme, EXTRAS));
  expect(loose.filter(number => !allowed.has(number))).toEqual([]);
});

/** The table once more, by place; and which counties are in which region, from the card. */
const everyone = COUNTIES.map((_, at) => at);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const totals = NET.map(sum);
const name = (at: number) => COUNTIES[at]!.name;
const card = JSON.parse(readFileSync('data/net-migration-2007.json', 'utf8')) as {
  readonly regions: readonly {readonly names: {readonly en: string}; readonly members: readonly string[]}[];
};
const regions = card.regions.map(({names, members}) => ({
  name: names.en,
  members: members.map(code => COUNTIES.findIndex(county => county.code === code)),
}));
const between = (a: readonly number[], b: readonly number[]) => sum(a.flatMap(i => b.map(j => NET[i]![j]!)));
const restOf = (members: readonly number[]) => everyone.filter(at => !members.includes(at));

/** Slots as they stand in a story, without what they come from. */
const bare = (slots: Readonly<Record<string, Slot>>) =>
  Object.fromEntries(
    Object.entries(slots).map(([key, slot]) => {
      switch (slot.kind) {
        case 'number':
          return [key, slot.value.value];
        case 'county':
          return [key, slot.value.name];
        case 'region':
          return [key, slot.value.names['en']];
        case 'counties':
          return [key, slot.value.map(county => county.name)];
        case 'share':
          return [key, slot.value.percent.value];
        default:
          throw new Error(`No slot of the kind ${slot.kind} is known to this test`);
      }
    }),
  );

describe('every number, worked out again', () => {
  test('of the narrative', () => {
    const told = tell(workshop.table, null).facts.filter(({id}) => id.startsWith('country-'));
    expect(told.map(({id, slots}) => [id, bare(slots)])).toEqual([...balances(), ...flows(), ...ofRegions()]);
  });

  test('of the figures outside sentences', () => {
    const {figures} = tell(workshop.table, null);
    expect(Object.fromEntries(Object.entries(figures).map(([key, {value}]) => [key, value]))).toEqual({
      year: 2007,
      counties: 19,
      others: 18,
      gaining: totals.filter(total => total > 0).length,
      losing: totals.filter(total => total < 0).length,
      balance: sum(totals.filter(total => total > 0)),
      widest: Math.max(...NET.flat()),
    });
  });

  test('of the ranking', () => {
    const order = everyone.toSorted((a, b) => totals[b]! - totals[a]!);
    expect(
      reports.get('en')!.tables.ranking.map(({county, rank, total, gains, losses}) => ({
        county: county.name,
        values: [rank, total, gains, losses].map(({value}) => value),
      })),
    ).toEqual(
      order.map((at, place) => ({
        county: name(at),
        values: [
          place + 1,
          totals[at]!,
          sum(NET[at]!.filter(net => net > 0)),
          sum(NET[at]!.filter(net => net < 0)),
        ],
      })),
    );
  });
});

function balances() {
  const up = everyone.filter(at => totals[at]! > 0).toSorted((a, b) => totals[b]! - totals[a]!);
  const down = everyone.filter(at => totals[at]! < 0).toSorted((a, b) => totals[a]! - totals[b]!);
  const all = sum(up.map(at => totals[at]!));
  const share = (list: readonly number[]) =>
    Math.round((100 * Math.abs(sum(list.map(at => totals[at]!)))) / all);
  const fewest = (list: readonly number[]) => {
    const length = everyone.find(at => share(list.slice(0, at)) >= 50)!;
    return {top: list.slice(0, length).map(name), share: share(list.slice(0, length))};
  };
  const gains = (at: number) => sum(NET[at]!.filter(net => net > 0));
  const part = (at: number) => Math.abs(totals[at]!) / (2 * gains(at) - totals[at]!);
  const hidden = everyone.toSorted((a, b) => part(a) - part(b))[0]!;
  return [
    ['country-sides', {gainers: up.length, losers: down.length}],
    [
      'country-ends',
      {first: name(up[0]!), most: totals[up[0]!], last: name(down[0]!), least: -totals[down[0]!]!},
    ],
    ['country-half-gain', fewest(up)],
    ['country-half-loss', fewest(down)],
    [
      'country-hidden',
      {
        total: totals[hidden],
        county: name(hidden),
        gains: gains(hidden),
        losses: gains(hidden) - totals[hidden]!,
      },
    ],
  ];
}

function flows() {
  const [first, second] = everyone
    .flatMap(to => everyone.map(from => ({to, from, net: NET[to]![from]!})))
    .toSorted((a, b) => b.net - a.net);
  const pair = ({to, from, net}: NonNullable<typeof first>) => ({
    from: name(from),
    to: name(to),
    amount: net,
  });
  /** To whom each county lost the most. */
  const destinations = NET.map((row, at) => row.indexOf(Math.min(...row.filter((_, other) => other !== at))));
  const count = (at: number) => destinations.filter(each => each === at).length;
  const common = everyone.toSorted((a, b) => count(b) - count(a))[0]!;
  return [
    ['country-pair-first', pair(first!)],
    ['country-pair-second-times', {...pair(second!), rank: 2, times: Math.round(first!.net / second!.net)}],
    ['country-destination', {county: name(common), destinations: count(common)}],
  ];
}

function ofRegions() {
  const balance = regions.map(({name: region, members}) => ({
    region,
    net: between(members, restOf(members)),
  }));
  const [first, last] = [balance, balance.map(each => ({...each, net: -each.net}))].map(
    list => list.toSorted((a, b) => b.net - a.net)[0]!,
  );
  const losers = regions.filter(({members}) =>
    regions.every(other => other.members === members || between(members, other.members) < 0),
  );
  const [largest] = regions
    .flatMap(to => regions.map(from => ({to, from, net: between(to.members, from.members)})))
    .toSorted((a, b) => b.net - a.net);
  const ends = {first: first!.region, most: first!.net, last: last!.region, least: last!.net};
  const [{to, from, net: widest}] = everyone
    .flatMap(a => everyone.map(b => ({to: name(a), from: name(b), net: NET[a]![b]!})))
    .toSorted((a, b) => b.net - a.net) as [{to: string; from: string; net: number}];
  return [
    ['country-region-ends', {regions: regions.length, ...ends}],
    ...losers.map(({name: region}) => ['country-region-lost-all', {region, others: regions.length - 1}]),
    ['country-region-flow', {from: largest!.from.name, to: largest!.to.name, amount: largest!.net}],
    ['country-largest-flow', {from, to, amount: widest}],
  ];
}

const writerOf = (lang: string) => writers.find(({language}) => language.tag === lang)!;
const fileOf = (lang: string, ending: string) =>
  files.get(lang)!.find(({path}) => path.endsWith(`overview.${lang}.${ending}`))!;
const decoded = ({bytes}: Finished) => new TextDecoder().decode(bytes);
const textOf = (lang: string) => readText(`overview.${lang}.txt`, decoded(fileOf(lang, 'txt')));
const langOf = ({file}: Reading) => LANGUAGES.find(lang => file.includes(`.${lang}.`))!;

function check(reading: Reading) {
  const overview = yardsticks.get(langOf(reading))!.overview!;
  return checkReport(overview, reading, overview.due);
}

type Words = Extract<ReadBlock, {readonly words: unknown}>;
const isProse = (block: ReadBlock): block is Words => 'words' in block;

/** What a reading back lets pass of some changes to its sentences, and how many changes there were. */
function missed(reading: Reading, change: (text: string) => readonly string[]) {
  const overview = yardsticks.get(langOf(reading))!.overview!;
  const outline = overview.outline.filter(({kind}) => kind !== 'table' && kind !== 'figure');
  const prose = reading.blocks.filter(isProse);
  const mutants = prose.flatMap((block, at) =>
    change(block.words.text).map(text => ({
      text,
      blocks: prose.with(at, {...block, words: {...block.words, text}}),
    })),
  );
  const passed = mutants.filter(
    ({blocks}) =>
      checkReport({...overview, outline}, {...reading, blocks}, overview.due).problems.length === 0,
  );
  return {count: mutants.length, passed: passed.map(({text}) => text)};
}

describe.each(LANGUAGES)('what is made wrong in %s is told', lang => {
  test('every digit of a sentence', () => {
    const {count, passed} = missed(textOf(lang), digitsChanged);
    expect(passed).toEqual([]);
    expect(count).toBeGreaterThan(120);
  });

  test('every county and region taken for another', () => {
    const names = [
      workshop.table.counties.map(county => county.name),
      workshop.table.regions.map(region => region.names[lang]!),
    ];
    const {count, passed} = missed(textOf(lang), text => exchanged(text, names));
    expect(passed).toEqual([]);
    expect(count).toBeGreaterThan(300);
  });

  test('every claim word taken for another', () => {
    const {count, passed} = missed(textOf(lang), text => exchanged(text, NEIGHBOURS[lang]!));
    expect(passed).toEqual([]);
    expect(count).toBeGreaterThan(25);
  });

  test('a sentence that is left out', () => {
    const {count, passed} = missed(textOf(lang), text => {
      const sentences = text.split(/(?<=\.) (?=\p{Lu})/u);
      return sentences.length < 2
        ? []
        : sentences.map((_, at) => sentences.filter((__, i) => i !== at).join(' '));
    });
    expect(passed).toEqual([]);
    expect(count).toBeGreaterThan(20);
  });

  test('every digit of the ranking', () => {
    const reading = textOf(lang);
    const at = reading.blocks.findIndex(block => block.kind === 'table');
    const table = reading.blocks[at] as Extract<ReadBlock, {readonly kind: 'table'}>;
    expect(table.rows).toHaveLength(19);
    for (const [line, row] of table.rows.entries())
      for (const [column, words] of row.entries())
        for (const text of digitsChanged(words.text)) {
          const rows = table.rows.with(line, row.with(column, {...words, text}));
          const {problems} = check({...reading, blocks: reading.blocks.with(at, {...table, rows})});
          expect(problems, text).not.toEqual([]);
        }
  });
});

describe('in files', () => {
  const problemsOf = async (own: Finished, change: (text: string) => string) => {
    const text = decoded(own);
    expect(change(text)).not.toBe(text);
    const bytes = new TextEncoder().encode(change(text));
    const {results} = await verifyFiles(yardsticks, [{...own, bytes}]);
    return results.flatMap(({issues}) => issues.map(({message}) => message)).join('\n');
  };

  test.each<readonly [string, string, (text: string) => string, RegExp]>([
    ['a value of the page', 'html', text => text.replace('value="6941"', 'value="6942"'), /6942 and is 6941/],
    [
      'an expression of the page',
      'html',
      text => text.replace('"sideSum(+)"', '"sideSum(-)"'),
      /traced to sideSum\(-\)/,
    ],
    ['a claim of the page', 'html', text => text.replace('rank(02) = 1', 'rank(02) = 2'), /claims “/],
    [
      'a figure of the ranking',
      'csv',
      text => text.replace('4181', '4182'),
      /has “4182”; it must have “4181”/,
    ],
    ['a heading', 'txt', text => text.replace('# Overview', '# Survey'), /not that of an overview/],
  ])('%s', async (_, ending, change, message) => {
    expect(await problemsOf(fileOf('en', ending), change)).toMatch(message);
  });

  test('a number of a picture, and of a spec', async () => {
    const chart = (ending: string) =>
      files.get('en')!.find(({path}) => path.endsWith(`charts/chord.en.${ending}`))!;
    expect(await problemsOf(chart('svg'), text => text.replace('+151', '+152'))).toMatch(/\+152/);
    expect(await problemsOf(chart('vg.json'), text => text.replace('"total": 151', '"total": 152'))).toMatch(
      /152/,
    );
  });

  test('the report on a county in the place of the overview, and the other way round', async () => {
    const report = await makeReport(workshop, writers[0]!, workshop.table.counties[2]!);
    const [oslo] = await printReport(workshop, writers[0]!, report, {...WISH, formats: ['txt']});
    const messages = async (finished: Finished) =>
      (await verifyFiles(yardsticks, [finished])).results.flatMap(({issues}) =>
        issues.map(each => each.message),
      );
    expect((await messages({...oslo!, path: 'out/overview/overview.en.txt'}))[0]).toMatch(
      /not that of an overview/,
    );
    expect((await messages({...fileOf('en', 'txt'), path: 'out/oslo/oslo.en.txt'}))[0]).toMatch(
      /names no county/,
    );
    // A file of another name may be either.
    for (const {bytes} of [oslo!, fileOf('en', 'txt')])
      expect(await messages({path: 'out/mine.en.txt', bytes})).toEqual([]);
  });
});

describe('charts', () => {
  test('highlight no county, and there is none of a single one', () => {
    for (const lang of LANGUAGES) {
      const {charts} = reports.get(lang)!;
      expect(charts.map(chart => chart.name)).toEqual(['chord', 'heatmap', 'totals']);
      for (const {wide, narrow, live} of charts) {
        expect(live.county).toBeNull();
        expect(wide.svg + (narrow?.svg ?? '')).not.toMatch(/\{county\}|>null|undefined|font-weight="bold"/);
      }
    }
  });

  test('of one county cannot be placed', () => {
    const [writer] = writers;
    const flow = writer!.templates.county.filter(part => part.kind === 'chart' && part.name === 'flows');
    const country = [...writer!.templates.country, ...flow];
    const issues = checkCharts(workshop.charts, {...writer!, templates: {...writer!.templates, country}});
    expect(issues.map(({code}) => code)).toEqual(['chart-of-county']);
    expect(checkCharts(workshop.charts, writer!)).toEqual([]);
  });
});

test('the page of snippets is that of the overview, in all languages', async () => {
  const [page] = await printSnippets(workshop, [...reports.values()], WISH);
  expect(page!.path).toBe('out/overview/embed.html');
  const messages = async (path: string, bytes: Uint8Array) =>
    (await verifyFiles(yardsticks, [{path, bytes}])).results.flatMap(({issues}) => issues);
  expect(await messages(page!.path, page!.bytes)).toEqual([]);
  expect(await messages('out/oslo/embed.html', page!.bytes)).not.toEqual([]);
  const changed = new TextEncoder().encode(decoded(page!).replace('3,929', '3,928'));
  expect(await messages(page!.path, changed)).not.toEqual([]);
});

test('a county of that name has files of another', () => {
  const county = {...workshop.table.counties[0]!, name: 'Overview'};
  expect(fileName({counties: [county]}, county)).toBe('overview-01');
  expect(fileName({counties: [county]}, null)).toBe('overview');
});

test('what is not drawn says the same', () => {
  const names = workshop.charts.map(chart => chart.name);
  const {document} = composeReport(workshop.table, writers[0]!, null, names);
  expect(printText(document)).toBe(printText(reports.get('en')!.document));
  const page = printHtml(reports.get('en')!.document, workshop.theme, EXTRAS);
  expect(readHtml('overview.en.html', page).blocks.length).toBeGreaterThan(20);
});

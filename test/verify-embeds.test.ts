/** The files of a chart, read back: what is right passes, and whatever is made wrong in them is caught. */
import {beforeAll, describe, expect, test} from 'vitest';
import {printReport, printSnippets, type Printed, type Wish} from '../src/outputs.ts';
import {type Finished, verifyFiles} from '../src/verification.ts';
import {type Yardsticks, yardsticksFor} from '../src/yardsticks.ts';
import {type Office, openOffice, reportOn} from './browser/reports.ts';

const WISH: Wish = {
  formats: ['html', 'charts'],
  folder: 'out',
  attachData: false,
  assets: 'inline',
  site: null,
};
const LANGS = ['en', 'nb', 'nn'];

let office: Office;
let yardsticks: Yardsticks;
/** The report on Oslo in three languages. */
let files: readonly Printed[];

async function print(codes: readonly string[], wish = WISH): Promise<readonly Printed[]> {
  const printed: Printed[] = [];
  const desks = await Promise.all(LANGS.map(office.desk));
  for (const code of codes) {
    const reports = await Promise.all(desks.map(desk => reportOn(office, desk, code)));
    for (const [at, report] of reports.entries())
      printed.push(...(await printReport(office.workshop, desks[at]!.writer, report, wish)));
    printed.push(...(await printSnippets(office.workshop, reports, wish)));
  }
  return printed;
}

beforeAll(async () => {
  office = await openOffice();
  const desks = await Promise.all(LANGS.map(office.desk));
  yardsticks = yardsticksFor(
    office.workshop.table,
    desks.map(({writer}) => writer),
  );
  files = await print(['03']);
}, 120_000);

const told = async (finished: readonly Finished[]) =>
  (await verifyFiles(yardsticks, finished)).results.flatMap(({issues}) => issues.map(({message}) => message));

const textOf = (path: string) => {
  const found = files.find(file => file.path.endsWith(path))!;
  return new TextDecoder().decode(found.bytes);
};

/** What is said of a file of Oslo with another text. */
const toldOf = (path: string, text: string) =>
  told([{path: `out/oslo/${path}`, bytes: new TextEncoder().encode(text)}]);

describe('what is right', () => {
  test('passes, in three languages, sealed and shared, and all but pixels is looked at', async () => {
    const shared = await print(['15'], {...WISH, assets: 'shared', site: 'https://example.net'});
    for (const made of [files, shared, await print(['14', '20'])]) {
      const {results} = await verifyFiles(yardsticks, made);
      expect(results.flatMap(({issues}) => issues)).toEqual([]);
      const looked = made.filter(({path}) => !/\.(?:png|js|css)$/.test(path));
      expect(results.map(({file}) => file).toSorted()).toEqual(looked.map(({path}) => path).toSorted());
    }
  }, 120_000);
});

/** Places of a text where a digit stands that says something, every `step`th of them. */
function digitsIn(text: string, spans: RegExp, step: number): readonly number[] {
  const places = [...text.matchAll(spans)].flatMap(match =>
    [...match[0].matchAll(/\d/g)].map(({index}) => match.index + index),
  );
  return places.filter((_, at) => at % step === 0);
}

const withOther = (text: string, at: number) =>
  `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`;

/** By file, where its figures stand and how many of them to change: each takes a reading of the whole file. */
const PLACES: readonly (readonly [string, RegExp, number])[] = [
  ['charts/flows.en.csv', /,-?\d+\r/g, 1],
  ['charts/totals.nb.csv', /[^\n]+\r/g, 1],
  ['charts/chord.nn.csv', /[^\n]+\r/g, 9],
  ['charts/heatmap.en.csv', /,-?\d+/g, 23],
  ['charts/chord.nb.svg', /<(?:title|desc|text)\b[^>]*>[^<]*\d[^<]*/g, 0],
  ['charts/flows.en.vg.json', /"net": -?\d+/g, 1],
  ['charts/totals.nn.vl.json', /"net": -?\d+/g, 2],
  ['charts/chord.nb.vg.json', /"(?:net|total|gains|losses)": -?\d+/g, 7],
  ['charts/heatmap.en.vl.json', /"net": -?\d+/g, 23],
];

describe('a digit that is changed is caught', () => {
  test('in figures and specs, hundreds of them', async () => {
    let count = 0;
    const missed: string[] = [];
    for (const [file, spans, step] of PLACES.filter(([, , each]) => each > 0)) {
      const text = textOf(file);
      for (const at of digitsIn(text, spans, step)) {
        count++;
        const problems = await toldOf(file, withOther(text, at));
        if (problems.length === 0) missed.push(`${file}: ${text.slice(at - 20, at + 5)}`);
      }
    }
    console.log(`verify: ${count} digits changed in figures and specs of charts, ${missed.length} missed`);
    expect(count).toBeGreaterThan(300);
    expect(missed).toEqual([]);
  }, 120_000);

  test('in the words of a picture, and its title and description', async () => {
    const missed: string[] = [];
    let count = 0;
    for (const file of ['charts/chord.nb.svg', 'charts/flows.en.svg', 'charts/totals.nn.svg']) {
      const text = textOf(file);
      for (const [, start, words] of text.matchAll(/(<(?:title|desc|text)\b[^>]*>)([^<]*\d[^<]*)/g)) {
        const at = text.indexOf(start! + words!) + start!.length + words!.search(/\d/);
        count++;
        if ((await toldOf(file, withOther(text, at))).length === 0) missed.push(`${file}: ${words}`);
      }
    }
    console.log(`verify: ${count} digits changed in pictures of charts, ${missed.length} missed`);
    expect(count).toBeGreaterThan(50);
    expect(missed).toEqual([]);
  }, 60_000);

  test('in the words, tables and live data of a page, and in its description', async () => {
    const missed: string[] = [];
    let count = 0;
    const spans =
      /aria-label="[^"]*"|name="description" content="[^"]*"|<title>[^<]*|class="title">[^/]*|class="note">[^\n]*|<data value="-?\d+"|"(?:title|alt)":"[^"]*"|"rows":\[.*?\]\]|"net":-?\d+|"(?:total|gains|losses)":-?\d+/g;
    for (const [file, step] of [
      ['charts/flows.en.html', 37],
      ['charts/totals.nb.html', 13],
      ['charts/chord.nn.html', 31],
    ] as const) {
      const text = textOf(file);
      for (const at of digitsIn(text, spans, step)) {
        count++;
        if ((await toldOf(file, withOther(text, at))).length === 0)
          missed.push(`${file}: ${text.slice(at - 60, at + 20)}`);
      }
    }
    console.log(`verify: ${count} digits changed in pages of charts, ${missed.length} missed`);
    expect(count).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  }, 240_000);

  test('in the snippets, and in what comes of them', async () => {
    const missed: string[] = [];
    let count = 0;
    const text = textOf('embed.html');
    const spans =
      /aria-label=(?:&quot;|")[^\n]*?(?:&quot;|")|alt=(?:&quot;|").*?(?:&quot;|")|title=(?:&quot;|").*?(?:&quot;|")|(?:&gt;|>)[+−]?\d+(?:&lt;|<)\/text|figcaption(?:&gt;|>)[^&<]*|<h[12]>[^<]*/g;
    for (const at of digitsIn(text, spans, 97)) {
      count++;
      if ((await toldOf('embed.html', withOther(text, at))).length === 0)
        missed.push(text.slice(at - 60, at + 20));
    }
    console.log(`verify: ${count} digits changed in snippets, ${missed.length} missed`);
    expect(count).toBeGreaterThan(40);
    expect(missed).toEqual([]);
  }, 240_000);
});

describe('a word that is changed is caught', () => {
  const json = (text: string) => JSON.parse(/id="live">(.*?)<\/script>/s.exec(text)![1]!) as Live;
  type Choice = Record<string, unknown> & {
    name: string;
    title: string;
    alt: string;
    notes: string[];
    rows: string[][] | null;
  };
  type Live = Record<string, {county: string; choices: Choice[]}>;

  /** The page of a chart with other live data. */
  const withLive = (file: string, change: (live: Live[string]) => unknown) => {
    const text = textOf(file);
    const live = json(text);
    change(Object.values(live)[0]!);
    const data = JSON.stringify(live).replaceAll('<', '\\u003c');
    return text.replace(/(id="live">).*?(?=<\/script>)/s, (_, start: string) => start + data);
  };

  test.each<readonly [string, (live: Live[string]) => unknown, RegExp]>([
    [
      'a claim',
      ({choices}) => (choices[1]!.alt = choices[1]!.alt.replace('largest', 'smallest')),
      /Akershus is chosen.*smallest/,
    ],
    [
      'a name in a text',
      ({choices}) => (choices[4]!.alt = choices[4]!.alt.replaceAll('Oppland', 'Oslo')),
      /Oppland is chosen/,
    ],
    [
      'the title of another county',
      ({choices}) => (choices[4]!.title = choices[5]!.title),
      /Oppland is chosen, “Buskerud” stands/,
    ],
    ['a name in the list', ({choices}) => (choices[4]!.name = 'Oslo'), /it is called “Oslo”/],
    ['a county that is missing', ({choices}) => choices.splice(3, 1), /the counties to choose from/],
    [
      'two counties in each other’s place',
      ({choices}) => choices.push(choices.shift()!),
      /the counties to choose from/,
    ],
    ['a note that is missing', ({choices}) => choices[2]!.notes.pop(), /it has 2 texts; the template has 3/],
    ['rows of another county', ({choices}) => (choices[2]!.rows = choices[3]!.rows), /its table has/],
    ['rows that are missing', ({choices}) => (choices[2]!.rows = null), /its table would be another’s/],
    ['a sign', ({choices}) => (choices[2]!.rows![0]![1] = '−540'), /where it must have “Hordaland \+540”/],
    ['the county of the report', live => (live.county = '04'), /it is about 04, not about 03/],
  ])('in the live data: %s', async (_, change, message) => {
    const problems = await toldOf('charts/flows.en.html', withLive('charts/flows.en.html', change));
    expect(problems.join('\n')).toMatch(message);
  });

  test.each<readonly [string, string, string | RegExp, string, RegExp]>([
    [
      'the list of headings',
      'oslo.en.html',
      /(<li><a href="#s\d+">)About/,
      '$1Around',
      /The list of headings has/,
    ],
    [
      'words beside a heading in the list',
      'oslo.en.html',
      '<li><a href="#s',
      '<li>999 <a href="#s',
      /Beside the report stands/,
    ],
    ['what opens a table', 'oslo.nb.html', '<summary>Vis som tabell', '<summary>Vis alt', /stands “Vis alt”/],
    [
      'the label of the list',
      'charts/flows.nb.html',
      '>Fylke</label>',
      '>Kommune</label>',
      /stands “Kommune”/,
    ],
    [
      'a file of another chart',
      'oslo.en.html',
      'charts/flows.en.svg',
      'charts/totals.en.svg',
      /no file of this chart/,
    ],
    [
      'a name in a table',
      'charts/chord.en.html',
      '<th scope="row" class="start">Oslo</th>',
      '<th scope="row" class="start">Troms</th>',
      /stands “Troms” where it must be “Oslo”/,
    ],
    [
      'words beside a chart',
      'charts/chord.en.html',
      '<details>',
      '<p>Net migration rose.</p><details>',
      /Beside the chart stands “Net migration rose/,
    ],
    [
      'words between the files',
      'oslo.en.html',
      'Download <a',
      'Download all 999 <a',
      /stands “Download all 999”/,
    ],
    [
      'a caption of its own',
      'charts/flows.en.html',
      /(<details>.*?<table[^>]*>)/s,
      '$1<caption>Moves to Oslo</caption>',
      /stands “Moves to Oslo”/,
    ],
    [
      'the title of a chart',
      'charts/flows.en.html',
      /class="title">Net migration/,
      'class="title">Migration',
      /where the template has/,
    ],
    [
      'the source',
      'charts/flows.en.html',
      '>Source: Statistics Norway',
      '>Source: Statistics Sweden',
      /where the template has|stands/,
    ],
    ['the licence', 'charts/flows.en.html', 'licenses/by/4.0', 'licenses/by/3.0', /Links lead to/],
    ['the title in the head', 'charts/flows.en.html', /<title>[^<]*/, '<title>Oslo', /The page is titled/],
    ['the language', 'charts/flows.en.html', '<html lang="en"', '<html lang="nb"', /in the language nb/],
    [
      'a claim in a picture',
      'charts/flows.en.svg',
      'The largest net gain',
      'The only net gain',
      /where the template has/,
    ],
    [
      'a name in a spec',
      'charts/flows.en.vg.json',
      '"county": "Akershus"',
      '"county": "Hedmark"',
      /has county "Hedmark"/,
    ],
    [
      'a side in figures',
      'charts/chord.en.csv',
      /03,Oslo,02,Akershus/,
      '02,Akershus,03,Oslo',
      /it must have “03”/,
    ],
    [
      'a heading of snippets',
      'embed.html',
      '<h3 id="listener-en">For all',
      '<h3 id="listener-en">For some',
      /Above the charts must stand “For all frames/,
    ],
    [
      'a snippet',
      'embed.html',
      '&lt;iframe src=&quot;https://example.org/oslo/charts/flows',
      '&lt;iframe src=&quot;https://example.org/oslo/charts/chord',
      /a snippet is not what its example shows/,
    ],
    [
      'a description to copy',
      'embed.html',
      /alt=&quot;Bar chart/,
      'alt=&quot;Pie chart',
      /a snippet is not what its example shows/,
    ],
    [
      'a script among snippets',
      'embed.html',
      '</section>',
      '<object></object></section>',
      /has an element <object>/,
    ],
    [
      'a source to copy',
      'embed.html',
      'Source: Statistics Norway',
      'Source: Eurostat',
      /a snippet is not what its example shows/,
    ],
    // Beside a chart of the report.
    [
      'where a number of a table leads',
      'oslo.en.html',
      /(<details>[^]*?href="#c-03-)\d\d/,
      '$104',
      /leads to c-03-04, not to c-03-12/,
    ],
    [
      'which table has the figures',
      'oslo.en.html',
      /(The figures are in <a href="#full">Table) 1/,
      '$1 2',
      /“Table 2” where it must be “Table 1”/,
    ],
    [
      'where the table is that has the figures',
      'oslo.en.html',
      '<a href="#full">Table 1',
      '<a href="#checks">Table 1',
      /not at #checks/,
    ],
    [
      'a table under another chart’s name',
      'oslo.en.html',
      '<table aria-labelledby="flows-caption"',
      '<table aria-labelledby="chord-caption"',
      /is named by chord-caption/,
    ],
    [
      'a chart under another’s name',
      'oslo.en.html',
      '<figure id="flows" aria-labelledby="flows-caption"',
      '<figure id="flows" aria-labelledby="chord-caption"',
      /is named by chord-caption/,
    ],
    [
      'a table left out',
      'oslo.en.html',
      /<details>[^]*?<\/details>/,
      '',
      /has its figures 0 times beside it/,
    ],
    [
      'a table that nothing opens',
      'oslo.en.html',
      '<summary>Show as table</summary>',
      '',
      /1 tables of the chart flows are opened by 0 lines/,
    ],
    [
      'snippets of another chart',
      'oslo.en.html',
      'embed.html#flows-en',
      'embed.html#chord-en',
      /is no file of this chart/,
    ],
    [
      'the language of a Sami name',
      'charts/flows.en.html',
      'lang="se">Romsa',
      'lang="sma">Romsa',
      /are marked Romsa \(sma\)/,
    ],
    [
      'a Sami name that is not marked',
      'charts/heatmap.nb.html',
      /<span lang="se">Romsa<\/span>/,
      'Romsa',
      /As of another language are marked/,
    ],
    [
      'a list without a label',
      'charts/flows.en.html',
      /<label.*?<\/label>/,
      '',
      /A list to choose from has not one label/,
    ],
    [
      'a layout left out',
      'charts/flows.en.html',
      /<div class="narrow">.*\n/,
      '',
      /has not one layout for wide screens and one for narrow/,
    ],
    // The page of a chart.
    [
      'the source left out',
      'charts/flows.en.html',
      /<p class="source">.*\n/,
      '',
      /The sentence for “source-named” is missing/,
    ],
    [
      'a sentence of a description left out',
      'charts/flows.en.html',
      / The largest net loss is to Akershus: 3,929\.| (?<=540; )3929: net\(02,03\)/g,
      '',
      /The sentence for “largest-loss” is missing/,
    ],
    [
      'a note left out',
      'charts/flows.en.html',
      /<p class="note">.*\n/,
      '',
      /Missing after this|where the template has/,
    ],
    [
      'what the page is about',
      'charts/flows.en.html',
      'name="description" content="Bar chart',
      'name="description" content="Pie chart',
      /described in other words/,
    ],
    [
      'files of the report beside the page of a chart',
      'charts/flows.en.html',
      'href="flows.en.svg"',
      'href="charts/flows.en.svg"',
      /is no file of this chart/,
    ],
    // Pictures.
    [
      'a sentence left out in a picture',
      'charts/flows.en.svg',
      ' The largest net loss is to Akershus: 3,929.',
      '',
      /The sentence for “largest-loss” is missing/,
    ],
    [
      'the language of a picture',
      'charts/flows.en.svg',
      'xml:lang="en"',
      'xml:lang="nb"',
      /in the language nb/,
    ],
    [
      'what names a picture',
      'charts/flows.en.svg',
      'aria-labelledby="flows-title flows-desc"',
      'aria-labelledby="flows-desc"',
      /not named by its title and description/,
    ],
    [
      'a mark with a name of its own',
      'charts/flows.en.svg',
      '<path ',
      '<path aria-label="Hordaland: 999" ',
      /No report has an attribute aria-label on <path>/,
    ],
    // Snippets; what is changed in a snippet and in its example alike is found by what it says.
    [
      'charts of another county',
      'embed.html',
      /example\.org\/oslo\//g,
      'example.org/finnmark/',
      /do not lead to charts in one folder \/oslo\/charts/,
    ],
    [
      'a snippet of another site',
      'embed.html',
      'https://example.org/oslo/charts/chord',
      'https://example.com/oslo/charts/chord',
      /do not lead to charts in one folder/,
    ],
    [
      'an address to replace that no snippet has',
      'embed.html',
      '<code>https://example.org',
      '<code>https://example.com',
      /do not lead to charts in one folder/,
    ],
    [
      'what to do with it',
      'embed.html',
      'copy a snippet into your page',
      'copy all snippets into your page',
      /Above stands “Publish/,
    ],
    [
      'words in a snippet',
      'embed.html',
      '&lt;figure&gt;',
      'More than 999 &lt;figure&gt;',
      /No words may stand outside of all elements/,
    ],
    [
      'an element in a snippet',
      'embed.html',
      '&lt;figcaption&gt;',
      '&lt;object&gt;&lt;/object&gt;&lt;figcaption&gt;',
      /No report has an element <object>/,
    ],
    [
      'a handler in a snippet',
      'embed.html',
      '&lt;iframe ',
      '&lt;iframe onload=&quot;x()&quot; ',
      /No report has an attribute onload/,
    ],
    [
      'the script to copy',
      'embed.html',
      'data.type !== &#39;gen-report:height&#39;',
      'data.type === &#39;gen-report:height&#39;',
      /The script to copy is not that of the page/,
    ],
    [
      'the licence of snippets and examples',
      'embed.html',
      /licenses\/by\/4\.0/g,
      'licenses/by/3.0',
      /links lead to .*3\.0\/; they must lead to/,
    ],
    [
      'the title of a frame and its snippet',
      'embed.html',
      /title=("|&quot;)Net migration between Oslo/g,
      'title=$1Net migration between Troms',
      /a frame is titled “Net migration between Troms/,
    ],
    [
      'the titles of figures',
      'embed.html',
      /(<|&lt;)figcaption(>|&gt;)Net migration between Oslo/g,
      '$1figcaption$2Net migration between Troms',
      /a figure is titled “Net migration between Troms/,
    ],
    [
      'descriptions, all of them',
      'embed.html',
      /The largest net gain is from Hordaland/g,
      'The largest net gain is from Rogaland',
      /“540” stands where net\(03,11\) is “263”/,
    ],
    [
      'a sentence left out of all descriptions',
      'embed.html',
      / The largest net loss is to Akershus: 3,929\./g,
      '',
      /The sentence for “largest-loss” is missing/,
    ],
    [
      'sources, all of them',
      'embed.html',
      /Source: Statistics Norway, Statistical Yearbook, “Net migration between counties”\. /g,
      '',
      /The sentence for “source-named” is missing/,
    ],
    [
      'heads of two snippets in each other’s place',
      'embed.html',
      />In a frame<([^]*?)>As SVG in the page</,
      '>As SVG in the page<$1>In a frame<',
      /beside a snippet stands “As SVG in the page”/,
    ],
    [
      'a snippet left out',
      'embed.html',
      /<div class="snippet">\n<h3 id="flows-en-image">[^]*?<\/div>/,
      '',
      /has not one frame, three snippets and their examples/,
    ],
    ['what a button says', 'embed.html', 'hidden>Copy<', 'hidden>Pay<', /a button says “Pay”/],
    [
      'what it says then',
      'embed.html',
      'data-copied="Copied"',
      'data-copied="Sold"',
      /a button says “Copy”, “Sold”/,
    ],
    [
      'the title of the page of snippets',
      'embed.html',
      '<title>Oslo',
      '<title>Troms',
      /The page is titled “Troms/,
    ],
    [
      'all its titles',
      'embed.html',
      />Oslo: net migration 2007/g,
      '>Troms: net migration 2007',
      /“Troms” stands where the report is about Oslo/,
    ],
    [
      'its date',
      'embed.html',
      'name="date" content="2008',
      'name="date" content="2009',
      /The file is dated 2009/,
    ],
    [
      'what it is about',
      'embed.html',
      'Statistics Norway" />',
      'Eurostat" />',
      /The file says of its subject/,
    ],
    [
      'words outside of its sections',
      'embed.html',
      '</main>',
      'Figures for 999 counties.</main>',
      /No words may stand directly in <main>/,
    ],
    [
      'two sections in one language',
      'embed.html',
      'section lang="nb"',
      'section lang="en"',
      /a language of its own/,
    ],
    ['a section in none', 'embed.html', 'section lang="nb"', 'section', /a language of its own/],
  ])('%s', async (_, file, from, to, message) => {
    const text = textOf(file);
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect((await toldOf(file, changed)).join('\n')).toMatch(message);
  });

  test('of a chart of somebody’s own the figures must be some of the table', async () => {
    for (const name of ['flows', 'totals', 'chord', 'heatmap']) {
      const text = textOf(`charts/${name}.en.csv`);
      expect(await toldOf('charts/mine.en.csv', text)).toEqual([]);
      expect(await toldOf('charts/mine.en.csv', withOther(text, text.search(/\d\r/)))).toHaveLength(1);
    }
  });

  test('a chart in the folder of another county is about that one', async () => {
    for (const file of [
      'charts/flows.en.html',
      'charts/flows.en.svg',
      'charts/flows.en.csv',
      'charts/flows.en.vg.json',
      'embed.html',
    ]) {
      const [found] = files.filter(({path}) => path.endsWith(file));
      const problems = await told([{path: `out/finnmark/${file}`, bytes: found!.bytes}]);
      expect(problems.length, file).toBeGreaterThan(0);
      expect((await told([{path: `out/nowhere/${file}`, bytes: found!.bytes}])).join()).toContain(
        'No county of the table',
      );
    }
  });
});

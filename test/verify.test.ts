/**
 * Finished reports read back and verified: all that are right pass, in every language and format, and nothing that
 * is made wrong does.
 */
import {beforeAll, describe, expect, test} from 'vitest';
import {nodeEnv} from '../src/env.ts';
import type {Table} from '../src/extract/table.ts';
import {openCharts, openShells, openTable, openTheme, openWriter, type Writer} from '../src/open.ts';
import {printText} from '../src/print/text.ts';
import {ownHands} from '../src/hands.ts';
import {openFonts} from '../src/fonts.ts';
import {composeReport, makeReport, openMeasure, type Workshop} from '../src/report.ts';
import {printReport} from '../src/outputs.ts';
import {type Finished, languageOf, verifyFiles} from '../src/verification.ts';
import {factsToTell, type Yardsticks, yardsticksFor} from '../src/yardsticks.ts';
import {type Aligned, align} from '../src/verify/align.ts';
import {checkReport, figureProblems} from '../src/verify/check-report.ts';
import {readHtml} from '../src/verify/read-html.ts';
import {readPdf} from '../src/verify/read-pdf.ts';
import {readText} from '../src/verify/read-text.ts';
import {NO_EXTRAS} from '../src/verify/reading.ts';
import type {Passage, ReadBlock, Reading} from '../src/verify/reading.ts';
import {digitsChanged, exchanged, NEIGHBOURS} from './neighbours.ts';

const env = nodeEnv();
const LANGUAGES = ['en', 'nb', 'nn'];
/** Close to balance, a loss with a Sami name, a name of three words. */
const PRINTED = ['03', '20', '15'];

let table: Table;
let writers: readonly Writer[];
let yardsticks: Yardsticks;
let told: ReturnType<typeof factsToTell>;
let files: readonly Finished[];
/** The printed reports in all formats, and the text of every county. */
let printed: readonly Reading[];
let texts: readonly Reading[];

beforeAll(async () => {
  table = (await openTable(env, 'data/net-migration-2007.txt')).table!;
  const charts = await openCharts(env, 'templates');
  const names = charts.map(({name}) => name);
  writers = await Promise.all(LANGUAGES.map(tag => openWriter(env, 'templates', tag, names)));
  yardsticks = yardsticksFor(table, writers);
  const facts = table.counties.map((_, county) => factsToTell(table)(county));
  told = county => facts[county!]!;
  const theme = await openTheme(env, 'templates', 'plain');
  const fonts = await openFonts(env, theme);
  const shells = await openShells(env, 'templates');
  const workshop = {
    env,
    table,
    theme,
    fonts,
    measure: await openMeasure(fonts),
    hands: ownHands(theme, fonts),
    charts,
    shells,
  };
  files = (await Promise.all(writers.map(writer => print(workshop, writer)))).flat();
  printed = await Promise.all(files.filter(({path}) => isReport(path)).map(readBack));
  texts = writers.flatMap(writer =>
    table.counties.map(county => {
      const {document} = composeReport(table, writer, county, names);
      return readText(`${county.name}.${writer.language.tag}.txt`, printText(document));
    }),
  );
}, 240_000);

async function print(workshop: Workshop, writer: Writer): Promise<readonly Finished[]> {
  const wish = {
    formats: ['pdf', 'html', 'txt', 'csv', 'charts'],
    folder: 'out',
    attachData: true,
    assets: 'inline',
    site: null,
  } as const;
  const counties = PRINTED.map(code => table.counties[table.index.get(code)!]!);
  const made = await Promise.all(
    counties.map(async county =>
      printReport(workshop, writer, await makeReport(workshop, writer, county), wish),
    ),
  );
  return made.flat();
}

/** Charts are reports of their own kind: see verify-embeds.test.ts. */
const isReport = (path: string) => /\.(?:pdf|html|txt)$/.test(path) && !/\bcharts\b/.test(path);

async function readBack({path, bytes}: Finished): Promise<Reading> {
  if (path.endsWith('.pdf')) return readPdf(path, new Uint8Array(bytes));
  const text = new TextDecoder().decode(bytes);
  return path.endsWith('.html') ? readHtml(path, text) : readText(path, text);
}

const yardstickOf = ({file}: Reading) => yardsticks.get(languageOf(file)!)!;

const check = (reading: Reading) => checkReport(yardstickOf(reading), reading, told);

/** The same of a report without tables and charts, held against a template without them: what is left is prose. */
const checkProse = (reading: Reading) => {
  const yardstick = yardstickOf(reading);
  const outline = yardstick.outline.filter(({kind}) => kind !== 'table' && kind !== 'figure');
  return checkReport({...yardstick, outline}, {...reading, blocks: reading.blocks.filter(isProse)}, told);
};

/** The readings with one passage changed in one way, for every passage that `isWanted` and every way. */
function* changed(
  reading: Reading,
  change: (text: string) => readonly string[],
  isWanted: (block: ReadBlock) => boolean,
): Generator<{readonly reading: Reading; readonly text: string}> {
  for (const [at, block] of reading.blocks.entries()) {
    if (!isWanted(block)) continue;
    for (const {passage, put} of passagesOf(block)) {
      for (const text of change(passage.text)) {
        const blocks = reading.blocks.with(at, put({...passage, text}));
        yield {reading: {...reading, blocks}, text};
      }
    }
  }
}

type Spot = {readonly passage: Passage; readonly put: (other: Passage) => ReadBlock};

/** Every passage of a block, and the block with another in its place. */
function passagesOf(block: ReadBlock): readonly Spot[] {
  if (block.kind === 'figure')
    return [
      {passage: block.caption, put: caption => ({...block, caption})},
      {passage: block.alt, put: alt => ({...block, alt})},
      ...block.pictures.flatMap((texts, layout) =>
        texts.map((passage, at) => ({
          passage,
          put: (other: Passage) => ({
            ...block,
            pictures: block.pictures.with(layout, texts.with(at, other)),
          }),
        })),
      ),
    ];
  if (block.kind === 'table')
    return [
      {passage: block.caption, put: caption => ({...block, caption})},
      ...block.heads.map((passage, at) => ({
        passage,
        put: (other: Passage) => ({...block, heads: block.heads.with(at, other)}),
      })),
      ...block.rows.flatMap((row, line) =>
        row.map((passage, at) => ({
          passage,
          put: (other: Passage) => ({...block, rows: block.rows.with(line, row.with(at, other))}),
        })),
      ),
    ];
  return [{passage: block.words, put: words => ({...block, words})}];
}

/**
 * Every digit of the tables and charts of a report changed. There are so many that only the changed block is checked
 * again, by what checks it in a whole report; captions and descriptions are checked with all the rest.
 */
function* figuresChanged(reading: Reading): Generator<{readonly isCaught: boolean; readonly text: string}> {
  const yardstick = yardsticks.get(languageOf(reading.file)!)!;
  const {county} = check(reading);
  for (const aligned of align(reading.blocks, yardstick.outline, yardstick.read)) {
    if (aligned.kind !== 'table' && aligned.kind !== 'figure') continue;
    const at = reading.blocks.indexOf(aligned.block);
    const words = new Set([aligned.block.caption.text, 'alt' in aligned.block ? aligned.block.alt.text : '']);
    for (const {passage, put} of passagesOf(aligned.block))
      for (const text of digitsChanged(passage.text)) {
        const block = put({...passage, text});
        const isCaught = words.has(passage.text)
          ? check({...reading, blocks: reading.blocks.with(at, block)}).problems.length > 0
          : figureProblems(yardstick, county!, {...aligned, block} as Aligned, reading).length > 0;
        yield {isCaught, text};
      }
  }
}

/** What is wrong with the prose; the facts of captions and descriptions are missing here, as they must be. */
const proseProblems = (reading: Reading) =>
  checkProse({...reading, live: null, extras: NO_EXTRAS}).problems.filter(
    ({problem}) => !BESIDE.test(problem),
  );

const BESIDE = /^The sentence for “(?:largest-gain|largest-loss|extremes)” is missing/;

const isProse = (block: ReadBlock) => block.kind !== 'table' && block.kind !== 'figure';

describe('what is right', () => {
  test('passes in every format and language, and all tell the same numbers in the same order', async () => {
    const {results} = await verifyFiles(yardsticks, files);
    expect(results).toHaveLength(files.filter(({path}) => !path.endsWith('.png')).length);
    expect(results.flatMap(({issues}) => issues.map(({message}) => message))).toEqual([]);
    for (const {counts} of results.filter(({file}) => isReport(file))) {
      expect(counts!.numbers).toBeGreaterThan(450);
      expect(counts!.claims).toBeGreaterThan(20);
    }
  });

  test('passes for all 19 counties in three languages', () => {
    expect(texts).toHaveLength(57);
    const verdicts = texts.map(check);
    expect(verdicts.flatMap(({problems}) => problems)).toEqual([]);
    const [english, ...others] = [0, 19, 38].map(start => verdicts.slice(start, start + 19));
    for (const other of others)
      expect(other.map(({numbers}) => numbers)).toEqual(english!.map(({numbers}) => numbers));
    const sum = (key: 'sentences' | 'numbers' | 'claims') =>
      verdicts.reduce((total, {counts}) => total + counts[key], 0);
    console.log(
      `verify: 57 texts with ${sum('sentences')} sentences, ${sum('numbers')} numbers, ${sum('claims')} claims`,
    );
  });
});

describe('what is made wrong is caught', () => {
  test('every digit of every number, in three formats and three languages', () => {
    const missed: string[] = [];
    let count = 0;
    const tell = (isCaught: boolean, {file}: Reading, text: string) => {
      count++;
      if (!isCaught) missed.push(`${file}: ${text}`);
    };
    for (const reading of printed) {
      expect(proseProblems(reading)).toEqual([]);
      for (const mutant of changed(reading, digitsChanged, isProse))
        tell(proseProblems(mutant.reading).length > 0, reading, mutant.text);
      for (const mutant of figuresChanged(reading)) tell(mutant.isCaught, reading, mutant.text);
    }
    console.log(`verify: ${count} digits changed in ${printed.length} files, ${missed.length} missed`);
    expect(count).toBeGreaterThan(40_000);
    expect(missed).toEqual([]);
  }, 300_000);

  test('every digit in the sentences of every county and language', () => {
    const missed: string[] = [];
    let count = 0;
    for (const reading of texts)
      for (const mutant of changed(reading, digitsChanged, isProse)) {
        count++;
        if (proseProblems(mutant.reading).length === 0) missed.push(`${reading.file}: ${mutant.text}`);
      }
    console.log(`verify: ${count} digits changed in the sentences of 57 texts, ${missed.length} missed`);
    expect(missed).toEqual([]);
  }, 600_000);

  test('every claim word, for each of its neighbours', () => {
    const missed: string[] = [];
    let count = 0;
    for (const reading of texts) {
      const sets = NEIGHBOURS[languageOf(reading.file)!]!;
      for (const mutant of changed(reading, text => exchanged(text, sets), isProse)) {
        count++;
        if (proseProblems(mutant.reading).length === 0) missed.push(`${reading.file}: ${mutant.text}`);
      }
    }
    console.log(`verify: ${count} claim words exchanged in 57 texts, ${missed.length} missed`);
    expect(count).toBeGreaterThan(5000);
    expect(missed).toEqual([]);
  }, 600_000);
});

describe('what is said of a wrong file', () => {
  /** The issues of one finished file, changed. */
  const told = async (name: string, change: (text: string) => string, path = name) => {
    const file = files.find(each => each.path.endsWith(name))!;
    const text = new TextDecoder().decode(file.bytes);
    const bytes = new TextEncoder().encode(change(text));
    expect(bytes).not.toEqual(file.bytes);
    const {
      results: [result],
    } = await verifyFiles(yardsticks, [{path, bytes}]);
    return result!.issues.map(({message, where}) => `${where?.line ?? '-'} ${message}`);
  };
  const replaced =
    (from: string, to: string) =>
    (text: string): string => {
      expect(text).toContain(from);
      return text.replace(from, () => to);
    };

  test.each<[string, string, (text: string) => string, string]>([
    [
      'a digit',
      'oslo.en.txt',
      replaced('Hordaland (540)', 'Hordaland (541)'),
      '“541” stands where net(03,12) is “540”',
    ],
    [
      'a name',
      'oslo.en.txt',
      replaced('Hordaland (540)', 'Rogaland (540)'),
      '“540” stands where net(03,11) is “263”',
    ],
    [
      'a claim',
      'oslo.en.txt',
      replaced('net losses only to', 'net gains only from'),
      'claims “only” (other-list-gain)',
    ],
    ['a word', 'oslo.nb.html', replaced('størst overfor', 'minst overfor'), 'stands “minst overfor'],
    [
      'a sentence left out',
      'oslo.nn.txt',
      text => text.replace(/\s+Overfor\s+tre\s+fylke\s+var[^.]*\./, ''),
      '“count-other-loss” is missing',
    ],
    [
      'a paragraph left out',
      'oslo.en.txt',
      text => text.replace(/For Oslo, the largest[^]*?\n\n/, ''),
      '“top-list-gain” is missing',
    ],
    [
      'a sentence that is true, but not told',
      'oslo.en.txt',
      replaced('For 13', 'No other county had net gains from so many counties. For 13'),
      'claims “unrivalled”',
    ],
    [
      'a word twice',
      'oslo.en.txt',
      replaced('A small net figure', 'A small small net figure'),
      'a word twice',
    ],
    [
      'a row left out',
      'oslo.en.txt',
      text => text.replace(/^  04 Hedmark .*\n/m, ''),
      'The table has 18 rows; it must have 19',
    ],
    [
      'a cell',
      'oslo.en.html',
      replaced('data-expr="net(01,02)">501<', 'data-expr="net(01,02)">510<'),
      'stands “510” where it must be “501”',
    ],
    [
      'an expression',
      'oslo.en.html',
      replaced('data-expr="sum(+,03)">+4,181', 'data-expr="sum(+,02)">+4,181'),
      'traced to sum(+,02), not to sum(+,03)',
    ],
    [
      'a value',
      'oslo.en.html',
      replaced('<data value="151"', '<data value="115"'),
      'marked as 115 and is 151',
    ],
    ['a link', 'oslo.en.html', replaced('href="#t-03"', 'href="#t-02"'), 'leads to t-02, not to t-03'],
    [
      'a claim that is marked',
      'oslo.en.html',
      replaced('data-claims="gain: total(03)', 'data-claims="gain: total(02)'),
      'A sentence claims “gain: total(02)',
    ],
    ['a plain blank between digits', 'oslo.nb.html', replaced('>4\u00a0181<', '>4 181<'), 'other blanks'],
    [
      'the language',
      'oslo.nb.html',
      replaced('lang="nb"', 'lang="nn"'),
      'it is in the language nn; its name says nb',
    ],
    ['the title', 'oslo.nb.html', replaced('<title>Oslo', '<title>Akershus'), 'titled “Akershus'],
    [
      'a Sami name',
      'oslo.nb.html',
      text => text.replaceAll('<span lang="se">Romsa</span>', 'Romsa'),
      '“Romsa” is not marked',
    ],
    [
      'a chart left out',
      'oslo.nb.html',
      text => text.replace(/<svg\b[^]*?<\/svg>/g, ''),
      'The chart is missing',
    ],
    [
      'a bar',
      'oslo.nb.html',
      replaced('>+540<', '>+504<'),
      'In the chart stands “+504” where it must be “+540”',
    ],
    [
      'a number without its expression',
      'oslo.en.html',
      replaced(' data-exprs="540: net(03,12); ', ' data-exprs="'),
      'is marked',
    ],
    ['the checksum', 'oslo.en.txt', replaced('9ee74cd5', '8ee74cd5'), 'made from another text'],
    [
      'a row of figures',
      'oslo.en.csv',
      replaced('Hordaland,540', 'Hordaland,504'),
      'line 2, field 3 has “504”; it must have “540”',
    ],
    [
      'a chart by itself',
      'oslo/charts/totals.nn.svg',
      replaced('>+151<', '>+115<'),
      'stands “+115” where it must be “+151”',
    ],
    ['the end of the file', 'oslo.nn.html', text => text.slice(0, text.length / 2), 'breaks off'],
    [
      'a region that nobody spoke of',
      'oslo.en.txt',
      text =>
        text.replace(/Western\s+Norway \(Hordaland,[^)]*\)/, 'Trøndelag (Sør-Trøndelag and Nord-Trøndelag)'),
      'The list of “regions-named” names TR; it must name VE',
    ],
    [
      'a list that is cut short',
      'oslo.en.txt',
      replaced(' and Nordland (523)', ''),
      'The list of “top-list-gain” names 12; it must name 12, 18',
    ],
    [
      'an expression of equal value',
      'oslo.en.html',
      replaced('data-expr="others()">18<', 'data-expr="count(+,03) + count(-,03)">18<'),
      'traced to count(+,03) + count(-,03), not to others()',
    ],
    [
      'the fact of a sentence',
      'oslo.en.html',
      replaced('data-fact="count-most-gain"', 'data-fact="count-some-gain"'),
      'marked as count-some-gain',
    ],
    [
      'a link taken away',
      'oslo.en.html',
      replaced('<a class="proof" href="#t-03">', '<a class="proof">'),
      'leads to nowhere, not to t-03',
    ],
    [
      'the name of a cell',
      'oslo.en.html',
      replaced('id="c-03-12"', 'id="c-03-21"'),
      'is named c-03-21, not c-03-12',
    ],
    [
      'a cell without its expression',
      'oslo.en.html',
      text => text.replace(/(<td id="c-01-02"[^>]*>)<data[^>]*>501<\/data>/, '$1501'),
      'The number 501 carries no expression',
    ],
    [
      'what a file is about',
      'oslo.en.html',
      replaced('name="description" content="Net', 'name="description" content="Gross'),
      'says of its subject “Gross',
    ],
    ['a date', 'oslo.en.html', replaced('content="2008-05-08"', 'content="2009-05-08"'), 'dated 2009-05-08'],
    [
      'where a link leads',
      'oslo.en.html',
      replaced('href="https://www.ssb.no/"', 'href="https://www.example.org/"'),
      'A link leads to https://www.example.org/',
    ],
    [
      'what is told of a cell',
      'oslo.en.html',
      replaced('printed as “151”', 'printed as “999”'),
      'do not say that line 8 prints “151”',
    ],
    [
      'what is told of an expression',
      'oslo.en.html',
      replaced('cells (what Oslo gained)', 'cells (what Bergen gained)'),
      'do not name Oslo',
    ],
    [
      'which cells are marked',
      'oslo.en.html',
      replaced('"c-03-04 c-03-05', '"c-03-05'),
      'would mark other cells than those of sum(+,03)',
    ],
    [
      'a heading of another level',
      'oslo.en.txt',
      replaced('\n## ', '\n### '),
      'The template has nothing like',
    ],
    [
      'heads of figures',
      'full-table.en.csv',
      replaced('01 Østfold,02 Akershus', '02 Akershus,01 Østfold'),
      'line 1, field 4 has “02 Akershus”; it must have “01 Østfold”',
    ],
    [
      'a line of figures too many',
      'oslo.en.csv',
      text => `${text}1,2\r\n`,
      'it has 20 lines; it must have 19',
    ],
    ['figures that are none', 'oslo.en.csv', () => '"', 'it is no CSV'],
    [
      'a legend left out',
      'oslo/charts/heatmap.en.svg',
      text => text.replace(/<text[^>]*>(?:over|[\d,]+ to) [^<]*<\/text>/g, ''),
      'legend',
    ],
    ['everything', 'oslo.nn.html', () => '', ''],
  ])('%s', async (_, name, change, message) => {
    const issues = await told(name, change);
    expect(issues.join('\n')).toContain(message);
    expect(issues.length).toBeGreaterThan(0);
  });

  test('another county under its name', async () => {
    const issues = await told('oslo.en.txt', text => `${text}\n`, 'out/finnmark/finnmark.en.txt');
    expect(issues).toContain(
      '- out/finnmark/finnmark.en.txt: The report is about Oslo, and the file or its folder is named for Finnmark',
    );
  });

  test('other numbers than its sisters tell', async () => {
    const [first, second] = files.filter(({path}) => /oslo\.(?:en|nb)\.txt$/.test(path));
    const bytes = new TextEncoder().encode(
      new TextDecoder().decode(second!.bytes).replace('Hordaland (540)', 'Hordaland (541)'),
    );
    const {results} = await verifyFiles(yardsticks, [first!, {...second!, bytes}]);
    expect(results[0]!.issues).toEqual([]);
    expect(results[1]!.issues).toHaveLength(1);
  });

  test('a PDF that was cut off, and one of other bytes', async () => {
    const pdf = files.find(({path}) => path.endsWith('oslo.nb.pdf'))!;
    const cut = await verifyFiles(yardsticks, [{...pdf, bytes: pdf.bytes.slice(0, 20_000)}]);
    expect(cut.results[0]!.issues.map(({message}) => message).join()).toContain('page 1: ');
    const text = await verifyFiles(yardsticks, [{...pdf, bytes: new TextEncoder().encode('Oslo')}]);
    expect(text.results[0]!.issues).toHaveLength(1);
  });
});

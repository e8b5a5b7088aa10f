/**
 * Finished reports read back and verified: all that are right pass, in every language and format, and nothing that
 * is made wrong does.
 */
import {beforeAll, describe, expect, test} from 'vitest';
import {nodeEnv} from '../src/env.ts';
import type {Table} from '../src/extract/table.ts';
import {openCharts, openShell, openTable, openTheme, openWriter, type Writer} from '../src/open.ts';
import {printText} from '../src/print/text.ts';
import {
  composeReport,
  makeReport,
  openFonts,
  openMeasure,
  printReport,
  type Workshop,
} from '../src/report.ts';
import {factsToTell, type Finished, languageOf, verifyFiles, yardstickFor} from '../src/verification.ts';
import {checkReport} from '../src/verify/check-report.ts';
import {readHtml} from '../src/verify/read-html.ts';
import {readPdf} from '../src/verify/read-pdf.ts';
import {readText} from '../src/verify/read-text.ts';
import type {Passage, ReadBlock, Reading} from '../src/verify/reading.ts';
import type {Yardstick} from '../src/verify/yardstick.ts';
import {digitsChanged, exchanged, NEIGHBOURS} from './neighbours.ts';

const env = nodeEnv();
const LANGUAGES = ['en', 'nb', 'nn'];
/** Close to balance, a loss with a Sami name, a name of three words. */
const PRINTED = ['03', '20', '15'];

let table: Table;
let writers: readonly Writer[];
let yardsticks: ReadonlyMap<string, Yardstick>;
let told: (county: number) => readonly string[];
let files: readonly Finished[];
/** The printed reports in all formats, and the text of every county. */
let printed: readonly Reading[];
let texts: readonly Reading[];

beforeAll(async () => {
  table = (await openTable(env, 'data/net-migration-2007.txt')).table!;
  const charts = await openCharts(env, 'templates');
  const names = charts.map(({name}) => name);
  writers = await Promise.all(LANGUAGES.map(tag => openWriter(env, 'templates', tag, names)));
  yardsticks = new Map(writers.map(writer => [writer.language.tag, yardstickFor(table, writer)]));
  const facts = table.counties.map((_, county) => factsToTell(table)(county));
  told = county => facts[county]!;
  const theme = await openTheme(env, 'templates', 'plain');
  const fonts = await openFonts(env, theme);
  const shell = await openShell(env, 'templates');
  const workshop = {env, table, theme, fonts, measure: await openMeasure(fonts), charts, shell};
  files = (await Promise.all(writers.map(writer => print(workshop, writer)))).flat();
  printed = await Promise.all(files.filter(({path}) => /\.(?:pdf|html|txt)$/.test(path)).map(readBack));
  texts = writers.flatMap(writer =>
    table.counties.map(county => {
      const {document} = composeReport(table, writer, county, names);
      return readText(`${county.name}.${writer.language.tag}.txt`, printText(document));
    }),
  );
}, 240_000);

async function print(workshop: Workshop, writer: Writer): Promise<readonly Finished[]> {
  const wish = {formats: ['pdf', 'html', 'txt', 'csv', 'charts'], folder: 'out', attachData: true} as const;
  const counties = PRINTED.map(code => table.counties[table.index.get(code)!]!);
  const made = await Promise.all(
    counties.map(async county =>
      printReport(workshop, writer, await makeReport(workshop, writer, county), wish),
    ),
  );
  return made.flat();
}

async function readBack({path, bytes}: Finished): Promise<Reading> {
  if (path.endsWith('.pdf')) return readPdf(path, new Uint8Array(bytes));
  const text = new TextDecoder().decode(bytes);
  return path.endsWith('.html') ? readHtml(path, text) : readText(path, text);
}

const check = (reading: Reading) => checkReport(yardsticks.get(languageOf(reading.file)!)!, reading, told);

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

const isProse = (block: ReadBlock) => block.kind !== 'table' && block.kind !== 'figure';

describe('what is right', () => {
  test('passes in every format and language, and all tell the same numbers in the same order', async () => {
    const results = await verifyFiles(table, writers, files);
    expect(results).toHaveLength(files.filter(({path}) => !path.endsWith('.json')).length);
    expect(results.flatMap(({issues}) => issues.map(({message}) => message))).toEqual([]);
    for (const {counts} of results.filter(({file}) => /\.(?:pdf|html|txt)$/.test(file))) {
      expect(counts!.numbers).toBeGreaterThan(480);
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
    for (const reading of printed)
      for (const mutant of changed(reading, digitsChanged, () => true)) {
        count++;
        if (check(mutant.reading).problems.length === 0) missed.push(`${reading.file}: ${mutant.text}`);
      }
    console.log(`verify: ${count} digits changed in ${printed.length} files, ${missed.length} missed`);
    expect(count).toBeGreaterThan(20_000);
    expect(missed).toEqual([]);
  }, 600_000);

  test('every digit in the sentences of every county and language', () => {
    const missed: string[] = [];
    let count = 0;
    for (const reading of texts)
      for (const mutant of changed(reading, digitsChanged, isProse)) {
        count++;
        if (check(mutant.reading).problems.length === 0) missed.push(`${reading.file}: ${mutant.text}`);
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
        if (check(mutant.reading).problems.length === 0) missed.push(`${reading.file}: ${mutant.text}`);
      }
    }
    console.log(`verify: ${count} claim words exchanged in 57 texts, ${missed.length} missed`);
    expect(count).toBeGreaterThan(5000);
    expect(missed).toEqual([]);
  }, 600_000);
});

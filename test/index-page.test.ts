/** The index of reports: what it says of each county, and that anything else is told. */
import {beforeAll, describe, expect, test} from 'vitest';
import type {Env, OutputFile} from '../src/env.ts';
import {nodeEnv} from '../src/env.ts';
import {fileName} from '../src/facts/county.ts';
import {openFonts} from '../src/fonts.ts';
import {printIndex} from '../src/index-of-reports.ts';
import type {Manifest} from '../src/manifest.ts';
import {openShells, openTheme, openWriter, type Writer} from '../src/open.ts';
import type {Wish} from '../src/outputs.ts';
import {verifyFiles} from '../src/verification.ts';
import {type Yardsticks, yardsticksFor} from '../src/yardsticks.ts';
import {publishedTable} from './tables-2007.ts';

const table = publishedTable();
const CHARTS = ['chord', 'flows', 'heatmap', 'totals'];
const WISH: Wish = {formats: ['html'], folder: 'out', attachData: false, assets: 'inline', site: null};
const LANGS = ['en', 'nb', 'nn'];

let writers: readonly Writer[];
let yardsticks: Yardsticks;
const pages = new Map<string, string>();

/** A folder with reports on some counties and the overview, in all languages. */
function folderOf(counties: readonly (number | null)[], env: Env = nodeEnv()): Env {
  const names = new Map<string, Uint8Array>(
    counties.map(at => {
      const county = at === null ? null : table.counties[at]!;
      const name = fileName(table, county);
      const files = [...LANGS.flatMap(lang => [`${name}.${lang}.pdf`, `${name}.${lang}.html`]), 'embed.html'];
      const manifest: Manifest = {
        format: 1,
        county: county && {code: county.code, name: county.name},
        table: {title: table.title.name, year: table.title.year, sha256: table.source.sha256},
        runs: [
          {
            recipe: 'r',
            languages: LANGS,
            formats: ['pdf', 'html', 'charts'],
            madeFrom: {table: null, card: null, templates: null, theme: null, fonts: null, program: null},
            version: '0',
            verified: true,
            files: files.map(path => ({path, sha256: 'x', bytes: 1})),
          },
        ],
      };
      return [`out/${name}/manifest.json`, new TextEncoder().encode(JSON.stringify(manifest))] as const;
    }),
  );
  return {
    ...env,
    read: async (file, most) => names.get(file) ?? (file.startsWith('out/') ? null : env.read(file, most)),
  };
}

const ALL = [null, ...table.counties.map((_, at) => at)];

beforeAll(async () => {
  const env = nodeEnv();
  writers = await Promise.all(LANGS.map(tag => openWriter(env, 'templates', tag, CHARTS)));
  yardsticks = yardsticksFor(table, writers);
  const theme = await openTheme(env, 'templates', 'plain');
  const shells = await openShells(env, 'templates');
  await openFonts(env, theme);
  for (const lang of LANGS) {
    const languages = [lang, ...LANGS.filter(other => other !== lang)].map(
      tag => writers.find(({language}) => language.tag === tag)!.language,
    );
    const [page] = await printIndex(folderOf(ALL), {table, theme, shells}, languages, WISH);
    pages.set(lang, decoded(page!));
  }
});

const decoded = ({bytes}: OutputFile) => new TextDecoder().decode(bytes);

async function problemsOf(page: string): Promise<readonly string[]> {
  const file = {path: 'out/index.html', bytes: new TextEncoder().encode(page)};
  const {results} = await verifyFiles(yardsticks, [file]);
  return results.flatMap(({issues}) => issues.map(({message}) => message));
}

test.each(LANGS)('in %s it says what the table says', async lang => {
  expect(await problemsOf(pages.get(lang)!)).toEqual([]);
});

test('it has a row for each county that the folder has, of this table alone, and none where there is only one', async () => {
  const env = nodeEnv();
  const theme = await openTheme(env, 'templates', 'plain');
  const material = {table, theme, shells: await openShells(env, 'templates')};
  const languages = writers.map(({language}) => language);
  const [page] = await printIndex(folderOf([2, 0]), material, languages, WISH);
  const rows = [...decoded(page!).matchAll(/<th scope="row"><a href="([^"]*)">/g)].map(([, href]) => href);
  expect(rows).toEqual(['ostfold/ostfold.en.html', 'oslo/oslo.en.html']);
  expect(decoded(page!)).not.toContain('overview/');
  expect(await printIndex(folderOf([2]), material, languages, WISH)).toEqual([]);
});

describe('what is made wrong is told', () => {
  const changes = (page: string, pattern: RegExp, change: (found: string) => string) => {
    const body = page.indexOf('<main>');
    const end = page.indexOf('</main>');
    return [...page.slice(body, end).matchAll(pattern)].map(
      ({0: found, index}) =>
        page.slice(0, body + index) + change(found) + page.slice(body + index + found.length),
    );
  };

  test.each(LANGS)('each digit of each figure, of its mark and of its bar, in %s', async lang => {
    const page = pages.get(lang)!;
    const other = (digit: string) => String((Number(digit) + 3) % 10);
    const figures = changes(page, /(?<=<data [^>]*>[^<]*)\d(?=[^<]*<\/data>)/g, other);
    const marks = changes(page, /(?<=<data value="-?\d*)\d(?=\d*")/g, other);
    const bars = changes(page, /(?<=<rect [^>]*width="\d*)[1-9](?=\.?\d*")/g, other);
    expect(figures.length).toBeGreaterThan(19 * 4);
    expect(marks.length).toBeGreaterThan(19 * 4);
    expect(bars.length).toBeGreaterThan(19);
    const missed: string[] = [];
    for (const changed of [...figures, ...marks, ...bars])
      if ((await problemsOf(changed)).length === 0) missed.push(changed);
    expect(missed).toHaveLength(0);
  });

  test.each<[string, RegExp, (found: string) => string]>([
    ['a name', />Troms</g, () => '>Finnmark<'],
    ['a second name', />Romsa</g, () => '>Finnmárku<'],
    ['the title', /<h1[^>]*>[^<]*/g, found => `${found}!`],
    ['the publisher', /Statistics Norway/g, () => 'Statistics Denmark'],
    ['a head', />Net gains</g, () => '>Net losses<'],
    ['where a report is', /oslo\/oslo\.nb\.pdf/g, () => 'oslo/oslo.nn.pdf'],
    ['whose report it is', /oslo\/oslo\.en\.html/g, () => 'troms/troms.en.html'],
    ['where the charts are', /oslo\/embed\.html/g, () => 'troms/embed.html'],
    ['where the overview is', /overview\/overview\.nb\.pdf/g, () => 'overview/overview.en.pdf'],
    ['what the overview is called', /The whole country/g, () => 'All of Europe'],
    ['words beside a link', /(?<=<td class="links">)(?=<a)/g, () => 'new '],
    ['a row that comes twice', /<tr><th scope="row"><a href="oslo[^]*?<\/tr>/g, found => found + found],
    ['a head that is gone', /<th scope="col">Charts<\/th>/g, () => ''],
  ])('%s', async (_, pattern, change) => {
    const changed = changes(pages.get('en')!, pattern, change);
    expect(changed.length).toBeGreaterThan(0);
    for (const page of changed) expect(await problemsOf(page)).not.toEqual([]);
  });
});

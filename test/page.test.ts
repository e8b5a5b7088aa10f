/** What the page does in a browser: where one is there, it is driven by mouse and keyboard. */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {nodeEnv} from '../src/env.ts';
import {openTheme, openWriter} from '../src/open.ts';
import {printHtml} from '../src/print/html.ts';
import {composeReport} from '../src/report.ts';
import {type Browser, browserFile, FRAMES, type Page, startBrowser} from './browser.ts';
import {countyOf, publishedTable} from './tables-2007.ts';

const CHARTS = ['chord', 'flows', 'heatmap', 'totals'];
const file = browserFile();

/** The report on Oslo without its charts. */
async function pageOfOslo(): Promise<string> {
  const table = publishedTable();
  const writer = await openWriter(nodeEnv(), 'templates', 'en', CHARTS);
  const {document} = composeReport(table, writer, countyOf(table, '03'), CHARTS);
  const sections = document.sections.map(section => ({
    ...section,
    blocks: section.blocks.filter(({kind}) => kind !== 'figure'),
  }));
  const theme = await openTheme(nodeEnv(), 'templates', 'plain');
  return printHtml({...document, sections}, theme, await readFile('templates/page.html', 'utf8'));
}

/** The panel's words, line by line; null where it is not open. */
const PANEL = `document.querySelector('.origin.open')?.innerText.split(/\\n+/).map(line => line.trim()) ?? null`;
const MARKED = `[...document.querySelectorAll('.from')].map(cell => cell.id)`;

describe.runIf(file)('in a browser, a number', () => {
  let browser: Browser;
  let folder: string;
  let address: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gen-report-page-'));
    const page = path.join(folder, 'oslo.html');
    await writeFile(page, await pageOfOslo());
    address = pathToFileURL(page).href;
    browser = startBrowser(file!);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, {recursive: true});
  });
  const open = (width = 1200, height = 800, withScript = true): Promise<Page> =>
    browser.open(address, {width, height}, withScript);

  test('that is clicked says where it comes from, marks its cells and leaves the reader where he is', async () => {
    const page = await open();
    await page.click('.key-figures [data-expr="sum(+,03)"]');
    expect(await page.value(PANEL)).toEqual([
      '+4,181',
      'the sum of 15 cells (what Oslo gained)',
      '15 cells marked in Table 1',
      'Close',
    ]);
    expect(await page.value(MARKED)).toHaveLength(15);
    expect(await page.address()).toBe(address);
    await page.click('.origin button');
    expect([await page.value(PANEL), await page.value(MARKED)]).toEqual([null, []]);
    await page.click('p [data-expr="net(03,12)"]');
    expect(await page.value(PANEL)).toEqual([
      '540',
      'the cell Oslo against Hordaland',
      'line 22, printed as “-540” from the other side, so with the opposite sign',
      '1 cell marked in Table 1',
      'Close',
    ]);
    await page.press('Escape');
    expect([await page.value(PANEL), await page.value(MARKED)]).toEqual([null, []]);
    expect(page.complaints()).toEqual([]);
  });

  test('that has the focus does the same, and Enter goes to its cell, from where arrows lead on', async () => {
    const page = await open();
    const focused = `document.activeElement.id`;
    await page.value(`document.querySelector('p a[href="#c-03-12"]').focus()`);
    expect(await page.value(MARKED)).toEqual(['c-03-12']);
    await page.press('Enter');
    expect([await page.value(focused), await page.address()]).toEqual(['c-03-12', `${address}#c-03-12`]);
    await page.press('ArrowRight');
    await page.press('ArrowDown');
    expect(await page.value(focused)).toBe('c-04-14');
    expect(await page.value(PANEL)).toEqual([
      '35',
      'the cell Hedmark against Sogn og Fjordane',
      'line 23, printed as “-35” from the other side, so with the opposite sign',
      'Close',
    ]);
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await page.press(key);
    expect(await page.value(focused)).toBe('c-01-14');
    expect(await page.value(`document.querySelectorAll('.matrix td[tabindex]').length`)).toBe(1);
  });

  test('of the full table shows, where it is clicked, the characters that were printed for it', async () => {
    const page = await open();
    await page.click('#t-18');
    expect(await page.value(PANEL)).toEqual([
      '−1,718',
      'the published total of Nordland',
      'line 29, printed as “-1\u00a0718”',
      'Close',
    ]);
    await page.click('#c-03-03');
    expect(await page.value(PANEL)).toBeNull();
  });

  test('leads to its cells, also where the row is wider than the screen, and again', async () => {
    const page = await open(360, 640);
    for (const expr of ['sum(+,03)', 'sum(-,03)', 'sum(+,03)']) {
      await page.click(`p [data-expr="${expr}"]`);
      await page.click('.origin a');
      expect(await page.value(MARKED)).toHaveLength(expr === 'sum(+,03)' ? 15 : 3);
      const [left, right] = await page.value<readonly number[]>(
        `(() => { const box = document.querySelector('.from').getBoundingClientRect(); return [box.left, box.right]; })()`,
      );
      expect(left).toBeGreaterThan(0);
      expect(right).toBeLessThan(360);
    }
  });

  test.each([
    [320, 256],
    [360, 640],
    [640, 360],
    [1200, 800],
  ])('is not covered by what is said of it, at %i by %i', async (width, height) => {
    const page = await open(width, height);
    const covered = await page.value(`(async () => {
      const found = [];
      for (const number of document.querySelectorAll('a.proof, data[tabindex]')) {
        number.focus();
        await ${FRAMES};
        const [own, panel] = [number, document.querySelector('.origin')].map(each => each.getBoundingClientRect());
        const isOver = own.top < panel.bottom && own.bottom > panel.top && own.left < panel.right && own.right > panel.left;
        if (isOver || panel.width > innerWidth || panel.top < 0 || panel.bottom > innerHeight) found.push(number.outerHTML);
      }
      return found;
    })()`);
    expect(covered).toEqual([]);
    expect(await page.value(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true);
  });

  test('is a link to its cell where no script runs', async () => {
    const page = await open(1200, 800, false);
    await page.click('p [data-expr="net(03,12)"]');
    expect(await page.address()).toBe(`${address}#c-03-12`);
    expect(await page.value(`document.querySelector('.origin')`)).toBeNull();
  });
});

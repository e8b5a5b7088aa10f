/** What the page does with its numbers in a browser: it is driven by mouse and keyboard. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {getDocumentProxy} from 'unpdf';
import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {nodeEnv} from '../../src/env.ts';
import {openTheme, openWriter} from '../../src/open.ts';
import {sealed} from '../../src/print/assets.ts';
import {printHtml} from '../../src/print/html.ts';
import {composeReport} from '../../src/report.ts';
import {EXTRAS} from '../extras.ts';
import {findChromium, startChromium} from './chromium.ts';
import {openPage, settle} from './pages.ts';
import {countyOf, publishedTable} from '../tables-2007.ts';

const CHARTS = ['chord', 'flows', 'heatmap', 'totals'];
const found = await findChromium();

/** A report without its charts. */
async function pageOf(county: string, lang: string): Promise<string> {
  const table = publishedTable();
  const writer = await openWriter(nodeEnv(), 'templates', lang, CHARTS);
  const {document} = composeReport(table, writer, countyOf(table, county), CHARTS);
  const sections = document.sections.map(section => ({
    ...section,
    blocks: section.blocks.filter(({kind}) => kind !== 'figure'),
  }));
  const theme = await openTheme(nodeEnv(), 'templates', 'plain');
  return sealed(printHtml({...document, sections}, theme, EXTRAS));
}

/** The panel's words, line by line; null where it is not open. */
const PANEL = `document.querySelector('.origin.open')?.innerText.split(/\\n+/).map(line => line.trim()) ?? null`;
const MARKED = `[...document.querySelectorAll('.from')].map(cell => cell.id)`;
/** What has the focus: the expression of a number, the id of a place in the table, or the words of another thing. */
const FOCUSED = `(at => at.id || (at.querySelector(':scope > data') ?? at).dataset.expr || at.innerText)(document.activeElement)`;

let browser: Browser;
let folder = '';
let address = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gen-report-page-'));
  if (found) browser = await startChromium(found);
  address = await addressOf('03', 'en');
});
afterAll(async () => {
  if (found) await browser.close();
  await rm(folder, {recursive: true});
});

/** Writes a page. */
async function addressOf(county: string, lang: string): Promise<string> {
  const page = path.join(folder, `${county}.${lang}.html`);
  await writeFile(page, await pageOf(county, lang));
  return pathToFileURL(page).href;
}

/** Opens the page, and acts in it as its reader does; what follows from an act has been done when it is. */
async function open(width = 1200, height = 800, script = true, at = address) {
  const {page, complaints} = await openPage(browser, at, {width, height, script});
  // Where no script runs, there is none that could wait for frames.
  const done = () => (script ? settle(page) : page.waitForTimeout(300));
  return {
    value: <T>(expression: string) => page.evaluate<T>(expression),
    press: async (key: string) => {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await done();
    },
    click: async (selector: string) => {
      const [x = 0, y = 0] = await page.evaluate<readonly number[]>(`(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({block: 'center', inline: 'center'});
        const box = element.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
      })()`);
      await page.mouse.click(x, y);
      await done();
    },
    address: () => page.url(),
    media: (media: 'print' | 'screen') => page.emulateMedia({media}),
    print: async () => new Uint8Array(await page.pdf({preferCSSPageSize: true, printBackground: true})),
    complaints: () => complaints,
  };
}

const FRAMES = 'new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))';

describe.runIf(found)('in a browser, a number', () => {
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
    expect(page.address()).toBe(address);
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
    expect([await page.value(focused), page.address()]).toEqual(['c-03-12', `${address}#c-03-12`]);
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
    expect(await page.value(PANEL)).not.toBeNull();
    await page.press('Escape');
    expect([await page.value(FOCUSED), await page.value(PANEL)]).toEqual(['net(03,12)', null]);
    await page.press('Enter');
    expect(await page.value(FOCUSED)).toBe('c-03-12');
  });

  test('without a link looks and works like a button', async () => {
    const page = await open();
    const year = `document.querySelector('h1 data')`;
    const [own, other] = await page.value<readonly string[]>(
      `[${year}, document.querySelector('p a.proof')].map(each => getComputedStyle(each).textDecoration)`,
    );
    expect(own).toContain('dotted');
    expect(own).toBe(other);
    await page.value(`${year}.focus()`);
    const panel = ['2007', 'the year of the table', 'Close'];
    for (const key of ['Enter', ' ']) {
      expect(await page.value(PANEL)).toEqual(panel);
      await page.press('Escape');
      expect([await page.value(FOCUSED), await page.value(PANEL)]).toEqual(['year()', null]);
      await page.press(key);
    }
    expect([await page.value(PANEL), await page.value('scrollY')]).toEqual([panel, 0]);
    await page.press('Escape');
    await page.click('h1 data');
    expect(await page.value(PANEL)).toEqual(panel);
  });

  test('comes before its panel, and the panel before the next number', async () => {
    const page = await open();
    await page.value(`document.querySelector('p a[href="#c-03-12"]').focus()`);
    const reached: unknown[] = [];
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.press(key);
      reached.push(await page.value(FOCUSED));
    }
    const link = '1 cell marked in Table 1';
    expect(reached).toEqual([link, 'Close', 'net(03,18)', 'net(03,12)', link, 'net(03,12)', 'sum(-,03)']);
    await page.press('Escape');
    await page.press('Tab');
    expect(await page.value(FOCUSED)).toBe('net(03,12)');
  });

  test('that is the last tab stop of its page lets the focus go', async () => {
    const page = await open();
    await page.value(`{
      const last = [...document.querySelectorAll('a.proof')].at(-1);
      for (const other of document.querySelectorAll('main a, main [tabindex]'))
        if (last.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) other.remove();
      last.focus();
    }`);
    const reached: unknown[] = [];
    for (const key of ['Tab', 'Tab', 'Tab']) {
      await page.press(key);
      reached.push(await page.value(`document.activeElement.closest('.origin') !== null`));
    }
    expect(reached).toEqual([true, true, false]);
  });

  test('is where the focus goes back to from its panel', async () => {
    const page = await open();
    for (const leave of [
      ['Tab', 'Escape'],
      ['Tab', 'Tab', 'Escape'],
      ['Tab', 'Tab', 'Enter'],
    ]) {
      await page.value(`document.activeElement.blur()`);
      await page.value(`document.querySelector('p a[href="#c-03-12"]').focus()`);
      for (const key of leave) await page.press(key);
      expect([await page.value(FOCUSED), await page.value(PANEL)], leave.join()).toEqual([
        'net(03,12)',
        null,
      ]);
    }
    // The year has its tab stop in the title.
    await page.click('p [data-expr="year()"]');
    await page.click('.origin button');
    expect(await page.value(`document.activeElement.matches('p [data-expr="year()"]')`)).toBe(true);
  });

  test('takes the focus to a row, each time, and gets it back from there', async () => {
    const page = await open();
    const focus = (selector: string) =>
      page.value(`document.activeElement.blur(), document.querySelector('${selector}').focus()`);
    for (const selector of ['.key-figures a[href="#r-03"]', 'p a[href="#r-03"]', 'p a[href="#r-03"]'])
      for (const keys of [['Enter'], ['Tab', 'Enter']]) {
        await focus(selector);
        const [own, panel] = [await page.value(FOCUSED), await page.value(PANEL)];
        for (const key of keys) await page.press(key);
        expect([await page.value(FOCUSED), await page.value(PANEL)]).toEqual(['r-03', panel]);
        await page.press('Escape');
        expect([await page.value(FOCUSED), await page.value(PANEL)]).toEqual([own, null]);
        await page.press('Enter');
        await page.press('Tab');
        expect([await page.value(FOCUSED), await page.value(MARKED)]).toEqual(['t-03', ['t-03']]);
        await page.press('Escape');
        expect([await page.value(FOCUSED), await page.value(PANEL)]).toEqual([own, null]);
      }
    expect(page.complaints()).toEqual([]);
  });

  test('does not get the focus back from a table that was reached without it', async () => {
    const page = await open();
    await page.value(`document.querySelector('p a[href="#c-03-12"]').focus()`);
    await page.press('Enter');
    await page.press('Escape');
    await page.value(`document.querySelector('.matrix .scroll').focus()`);
    await page.press('Tab');
    await page.press('Escape');
    expect([await page.value(FOCUSED), await page.value(PANEL)]).toEqual(['c-03-12', null]);
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
    expect(page.address()).toBe(`${address}#c-03-12`);
    expect(await page.value(`document.querySelector('.origin')`)).toBeNull();
  });
});

describe.runIf(found)('on paper', () => {
  // Without its charts a report has its first page, the full table and the checks; with them two more.
  test.each([
    ['03', 'nb'],
    ['20', 'nn'],
    ['15', 'en'],
  ])(
    'the report on %s in %s has the checks and what is said of the figures on one page',
    async (county, lang) => {
      const page = await open(1200, 800, true, await addressOf(county, lang));
      const {numPages} = await getDocumentProxy(await page.print());
      expect(numPages).toBe(3);
    },
  );

  test('neither the focus nor the panel shows, and no number looks like a link', async () => {
    const page = await open();
    const looks = `(() => {
      const own = document.activeElement;
      const line = getComputedStyle(own).textDecorationLine;
      return [getComputedStyle(own).outlineStyle, line, getComputedStyle(document.querySelector('.origin')).display];
    })()`;
    await page.press('Tab');
    for (const key of ['Tab', 'Escape', 'Tab']) {
      await page.press(key);
      if (key === 'Escape') continue;
      await page.media('screen');
      expect(await page.value(looks)).toEqual(['solid', 'underline', 'block']);
      await page.media('print');
      expect(await page.value(looks)).toEqual(['none', 'none', 'none']);
    }
  });
});

/** How pages and charts look: at any width, in light and dark, with large text, on paper; live and not. */
import {readFile} from 'node:fs/promises';
import {Resvg} from '@resvg/resvg-js';
import {getDocumentProxy} from 'unpdf';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {printPdf} from '../../src/print/pdf.ts';
import {wordsOfPdf} from '../words.ts';
import {findChromium, startChromium} from './chromium.ts';
import {choose, enliven, openPage, settle, whenLive} from './pages.ts';
import {newFolder, type Office, openOffice, reportOn, writeReports} from './reports.ts';

const CHARTS = ['flows', 'chord', 'totals', 'heatmap'];
const COUNTIES = {oslo: '03', 'more-og-romsdal': '15', finnmark: '20'} as const;
const found = await findChromium();

let browser: Browser;
let office: Office;
let folder = '';
let remove = async () => {};

beforeAll(async () => {
  if (!found) return;
  browser = await startChromium(found);
  ({folder, remove} = await newFolder());
  office = await openOffice();
  const reports = {codes: Object.values(COUNTIES), langs: ['en'], assets: 'inline'} as const;
  await writeReports(office, folder, reports);
}, 120_000);
afterAll(async () => {
  if (!found) return;
  await browser.close();
  await remove();
});

const FILES = ['oslo/oslo.en.html', ...CHARTS.map(name => `oslo/charts/${name}.en.html`)];
const addressOf = (file: string) => `file://${folder}/${file}`;

/** By how many px the page is wider than its window. */
const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

/** What is wider than the room that it has. */
const CUT = `[...document.querySelectorAll('p, li, h1, h2, figcaption, summary, select')]
  .filter(each => each.getClientRects().length && getComputedStyle(each).display !== 'inline')
  .filter(each => each.scrollWidth > each.clientWidth + 1)
  .map(each => each.outerHTML.slice(0, 80))`;

describe.runIf(found)('a page', () => {
  test.each(['live', 'still'])('does not scroll sideways at any width: %s', async how => {
    for (const file of [...FILES, 'oslo/embed.html']) {
      const {page, close} = await openPage(browser, addressOf(file), {script: how === 'live'});
      if (how === 'live' && !file.includes('embed')) await enliven(page);
      await page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))");
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({width, height: 900});
        expect(await overflow(page), `${file} at ${width}`).toBeLessThanOrEqual(0);
      }
      await close();
    }
  });

  test('with text of 200 per cent does not scroll sideways, and cuts nothing off', async () => {
    for (const file of FILES) {
      const {page, close} = await openPage(browser, addressOf(file));
      await enliven(page);
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      for (const width of [320, 1280]) {
        await page.setViewportSize({width, height: 900});
        await settle(page);
        expect(await overflow(page), `${file} at ${width}`).toBeLessThanOrEqual(0);
        expect(await page.evaluate(CUT), `${file} at ${width}`).toEqual([]);
      }
      await close();
    }
  });

  test('comes alive without moving anything', async () => {
    for (const file of FILES)
      for (const width of [360, 760]) {
        const {page, close} = await openPage(browser, addressOf(file), {width, height: 3000});
        await whenLive(page);
        await enliven(page);
        await settle(page);
        const shifts = await page.evaluate(`new Promise(resolve => {
          const watch = list => resolve(list.getEntries().map(({value}) => value));
          new PerformanceObserver(watch).observe({type: 'layout-shift', buffered: true});
          setTimeout(() => resolve([]), 300);
        })`);
        expect(shifts, `${file} at ${width}`).toEqual([]);
        await close();
      }
  });

  test('shows names only where it is narrow, and numbers where it is wide', async () => {
    const {page, close} = await openPage(browser, addressOf('oslo/charts/chord.en.html'), {width: 479});
    const seen = () =>
      page.locator('.picture svg:visible text').evaluateAll(all => all.map(each => each.textContent ?? ''));
    await whenLive(page);
    expect((await seen()).filter(text => /\d/.test(text))).toEqual([]);
    await page.setViewportSize({width: 640, height: 900});
    await expect.poll(async () => (await seen()).filter(text => /\d/.test(text)).length).toBe(19);
    await close();
  });
});

/** The pixels of a shot, and how many of them are not nearly the same in another. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const pixels = (png: Buffer) => {
    const href = `data:image/png;base64,${png.toString('base64')}`;
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image width="${width}" height="${height}" xlink:href="${href}"/></svg>`;
    return {width, height, data: new Resvg(svg).render().pixels};
  };
  const [a, b] = [pixels(one), pixels(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  const far = a.data.filter((value, at) => Math.abs(value - b.data[at]!) > 24).length;
  return far / a.data.length;
}

describe.runIf(found)('the live chart', () => {
  test.each(['light', 'dark'] as const)(
    'is the picture to the eye, on a %s screen',
    async scheme => {
      // What is dark is dark for all alike.
      for (const county of scheme === 'dark' ? ['oslo'] : Object.keys(COUNTIES))
        for (const chart of CHARTS)
          for (const width of [400, 720]) {
            const address = addressOf(`${county}/charts/${chart}.en.html`);
            const shots: Buffer[] = [];
            for (const script of [true, false]) {
              const {page, close} = await openPage(browser, address, {width, script, scheme});
              if (script) await whenLive(page);
              shots.push(await page.locator('.picture').screenshot());
              await close();
            }
            expect(await difference(shots[0]!, shots[1]!), `${county}, ${chart}, ${width} px`).toBeLessThan(
              0.001,
            );
          }
    },
    120_000,
  );

  test('of another county is the picture of that county', async () => {
    for (const chart of CHARTS) {
      const {page, close} = await openPage(browser, addressOf(`oslo/charts/${chart}.en.html`));
      await whenLive(page);
      await choose(page, 'figure', '20');
      const other = await openPage(browser, addressOf(`finnmark/charts/${chart}.en.html`), {script: false});
      const shots = [
        await page.locator('.picture').screenshot(),
        await other.page.locator('.picture').screenshot(),
      ];
      expect(await difference(shots[0]!, shots[1]!), chart).toBeLessThan(0.001);
      await close();
      await other.close();
    }
  });

  test('would be told from another: the comparison sees a bar that is not there', async () => {
    const {page, close} = await openPage(browser, addressOf('oslo/charts/flows.en.html'));
    await whenLive(page);
    const before = await page.locator('.picture').screenshot();
    await page
      .locator('.picture [role=graphics-symbol]')
      .nth(3)
      .evaluate(bar => bar.remove());
    expect(await difference(before, await page.locator('.picture').screenshot())).toBeGreaterThan(0.001);
    await close();
  });

  test('keeps its colours where a reader forces others, as do the words round it', async () => {
    const {page, close} = await openPage(browser, addressOf('oslo/charts/flows.en.html'), {forced: true});
    await whenLive(page);
    const fill = await page
      .locator('.wide [fill="#D9680E" i]')
      .first()
      .evaluate(bar => getComputedStyle(bar).fill);
    expect(['rgb(217, 104, 14)', 'rgb(245, 154, 74)']).toContain(fill);
    await close();
  });
});

describe.runIf(found)('every chart of every county in every language', () => {
  test('keeps its texts inside, in the reader’s font and in that of the PDF', async () => {
    const {page, close} = await openPage(browser, addressOf('oslo/oslo.en.html'), {
      width: 1000,
      anyScript: true,
    });
    const {regular, bold} = office.workshop.fonts;
    const face = (bytes: Uint8Array, weight: number) =>
      `@font-face{font-family:"IBM Plex Sans";font-weight:${weight};src:url(data:font/ttf;base64,${Buffer.from(bytes).toString('base64')})}`;
    const faces = `<style>${face(regular.bytes, 400)}${face(bold.bytes, 700)}</style>`;
    let looked = 0;
    for (const lang of ['en', 'nb', 'nn']) {
      const desk = await office.desk(lang);
      for (const {key} of office.workshop.table.counties) {
        const {charts} = await reportOn(office, desk, key);
        const svgs = charts.flatMap(({wide, narrow}) => (narrow ? [wide.svg, narrow.svg] : [wide.svg]));
        for (const fonts of ['', faces]) {
          await page.setContent(
            `${fonts}<style>body{margin:60px}svg{display:block;margin:20px;overflow:visible}svg text{text-rendering:geometricPrecision}</style>${svgs.join('')}`,
          );
          await page.evaluate('document.fonts.ready');
          expect(await page.evaluate(OUTSIDE), `${key} in ${lang}`).toEqual([]);
          looked += svgs.length;
        }
      }
    }
    expect(looked).toBe(2 * 3 * 19 * 7);
    await close();
  }, 240_000);

  /** The texts that reach out of their chart. */
  const OUTSIDE = `[...document.querySelectorAll('svg')].flatMap(svg => {
    const room = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')]
      .filter(text => {
        const {left, right, top, bottom, width} = text.getBoundingClientRect();
        return width > 0 && (left < room.left || right > room.right || top < room.top || bottom > room.bottom);
      })
      .map(text => text.textContent);
  })`;
});

describe.runIf(found)('on paper', () => {
  test.each(Object.entries(COUNTIES))(
    'the page of %s says what the PDF says, and has nothing to click',
    async (name, code) => {
      const {page, close} = await openPage(browser, addressOf(`${name}/${name}.en.html`), {width: 1100});
      await enliven(page);
      const printed = await page.pdf({preferCSSPageSize: true, printBackground: true});
      await close();
      const {document} = await reportOn(office, await office.desk('en'), code);
      const {theme, fonts} = office.workshop;
      const {bytes} = await printPdf(document, theme, fonts, new Date(0));
      const bag = (words: readonly string[]) => words.toSorted();
      const running = document.running.head.split(/[^\p{L}\p{N}]+/u);
      const own = bag(await wordsOfPdf(new Uint8Array(printed)));
      const pdf = bag(await wordsOfPdf(bytes));
      expect(missingFrom(own, pdf), 'on paper only').toEqual([]);
      // The PDF repeats its title and numbers its pages in the margin, and the heads of a table that runs on.
      const margin = new Set([...running, 'Page', 'of', '1', '2', '3', '4', '5', 'continued', 'Table']);
      expect(
        missingFrom(pdf, own).filter(word => !margin.has(word)),
        'in the PDF only',
      ).toEqual([]);
      const {numPages} = await getDocumentProxy(new Uint8Array(printed));
      expect(numPages).toBeLessThanOrEqual(7);
    },
  );

  test('shows the county that was chosen, in words and picture', async () => {
    const {page, close} = await openPage(browser, addressOf('oslo/oslo.en.html'), {width: 360});
    await enliven(page);
    await choose(page, '#flows', '20');
    await page.emulateMedia({media: 'print'});
    expect(await page.locator('#flows .title').innerText()).toMatch(/Finnmark/);
    const words = await page.locator('#flows svg:visible text').allTextContents();
    expect(words).not.toContain('Finnmark Finnmárku');
    expect(words).toContain('Oslo');
    await close();
  });
});

/** The words of a bag that another has not, each as often as it lacks it. */
function missingFrom(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return words.filter(word => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe.runIf(found)('a chart as a file', () => {
  test.each(CHARTS)('the SVG of %s stands alone', async chart => {
    const file = `${folder}/oslo/charts/${chart}.en.svg`;
    const {page, complaints, requests, close} = await openPage(browser, `file://${file}`);
    expect(await page.evaluate('document.documentElement.localName')).toBe('svg');
    expect(await page.locator('svg > title').textContent()).toMatch(/2007$/);
    expect((await page.locator('svg > desc').textContent())!.length).toBeGreaterThan(80);
    expect([complaints, requests.length]).toEqual([[], 1]);
    await close();
    const source = await readFile(file, 'utf8');
    // What Word and Illustrator do not know, or what would be fetched from elsewhere.
    expect(source).not.toMatch(
      /var\(|<style|<script|<image|<foreignObject|href=|transparent|hsla?\(|rgba\(|currentColor/i,
    );
    expect(source).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* width="\d+" height="\d+" viewBox=/,
    );
  });
});

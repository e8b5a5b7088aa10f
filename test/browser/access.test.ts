/** Charts and pages for readers without a mouse, and for those who listen. */
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {findChromium, startChromium} from './chromium.ts';
import {choose, enliven, openPage, settle, violations, whenLive} from './pages.ts';
import {newFolder, openOffice, writeReports} from './reports.ts';

const CHARTS = ['flows', 'chord', 'totals', 'heatmap'];
const LANGS = ['en', 'nb', 'nn'];
const found = await findChromium();

let browser: Browser;
let folder = '';
let remove = async () => {};

beforeAll(async () => {
  if (!found) return;
  browser = await startChromium(found);
  ({folder, remove} = await newFolder());
  await writeReports(await openOffice(), folder, {codes: ['03'], langs: LANGS, assets: 'inline'});
  await Promise.all(FILES.map(writeStill));
}, 120_000);
afterAll(async () => {
  if (!found) return;
  await browser.close();
  await remove();
});

const addressOf = (file: string) => `file://${folder}/oslo/${file}`;
const FILES = [
  ...LANGS.map(lang => `oslo.${lang}.html`),
  'embed.html',
  ...CHARTS.map(name => `charts/${name}.en.html`),
];

/** A copy of a page without its scripts: where a browser runs none, axe could not run either. */
async function writeStill(file: string): Promise<void> {
  const page = await readFile(path.join(folder, 'oslo', file), 'utf8');
  const still = page.replace(/<script\b[^>]*>[^]*?<\/script>/g, '');
  await writeFile(path.join(folder, 'oslo', `${file}.still.html`), still);
}

/** What has the focus, in its own words. */
const focused = (page: Page) =>
  page.evaluate<string>(`(at => at.ariaLabel ?? at.innerText ?? at.localName)(document.activeElement)`);

const tip = (page: Page) =>
  page.evaluate<string | null>("(at => at.hidden ? null : at.textContent)(document.querySelector('.tip'))");

const LOOKS = [
  ['light', true, 1280],
  ['dark', true, 360],
  ['light', false, 760],
] as const;

describe.runIf(found)('by the rules of WCAG 2.2 AA', () => {
  test.each(FILES)('%s has no fault, in light and dark, live and not, everything open', async file => {
    // What another language changes are the words: of those pages one look is enough.
    const looks = LOOKS.slice(0, /oslo\.n|embed/.test(file) ? 1 : LOOKS.length);
    for (const [scheme, isLive, width] of looks) {
      const address = addressOf(isLive ? file : `${file}.still.html`);
      const {page, close} = await openPage(browser, address, {scheme, width, anyScript: true});
      if (isLive && file !== 'embed.html') await enliven(page);
      await page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))");
      expect(await violations(page), `${scheme}, live ${isLive}`).toEqual([]);
      await close();
    }
  });

  test('a fault would be found: grey on grey, and a picture without words', async () => {
    const address = addressOf('charts/flows.en.html.still.html');
    const {page, close} = await openPage(browser, address, {anyScript: true});
    await page.evaluate("document.querySelector('.note').style.color = '#bbb'");
    await page.evaluate("document.querySelector('.picture').removeAttribute('aria-label')");
    expect((await violations(page)).map(each => each.split(':')[0]).toSorted()).toEqual([
      'color-contrast',
      'role-img-alt',
    ]);
    await close();
  });
});

describe.runIf(found)('by keyboard', () => {
  test('a chart is reached in the order of its parts, and its marks are one stop', async () => {
    const {page, complaints, close} = await openPage(browser, addressOf('charts/flows.en.html'));
    await whenLive(page);
    const stops: string[] = [];
    for (let at = 0; at < 8; at++) {
      await page.keyboard.press('Tab');
      stops.push((await focused(page)).split('\n')[0]!);
    }
    expect(stops).toEqual([
      'Østfold',
      'Hordaland: +540',
      'Show as table',
      'SVG',
      'PNG',
      'CSV',
      'Vega',
      'CC BY 4.0',
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('arrows lead from mark to mark, with a tooltip, and Escape hides it', async () => {
    const {page, close} = await openPage(browser, addressOf('charts/flows.en.html'));
    await whenLive(page);
    await page.locator('select').focus();
    await page.keyboard.press('Tab');
    expect(await tip(page)).toBe('Hordaland: +540');
    const reached: string[] = [];
    for (const key of [
      'ArrowDown',
      'ArrowRight',
      'ArrowUp',
      'ArrowLeft',
      'ArrowLeft',
      'End',
      'ArrowDown',
      'Home',
    ]) {
      await page.keyboard.press(key);
      reached.push(await focused(page));
    }
    const [first, second, third, last] = [
      'Hordaland: +540',
      'Nordland: +523',
      'Sør-Trøndelag: +406',
      'Akershus: −3,929',
    ];
    expect(reached).toEqual([second, third, second, first, first, last, last, first]);
    await page.keyboard.press('Escape');
    expect(await tip(page)).toBeNull();
    await page.keyboard.press('End');
    // It is one tab stop, wherever one has got to.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect([await focused(page), await tip(page)]).toEqual([last, last]);
    await close();
  });

  test('arrows stay in the column of a grid', async () => {
    const {page, close} = await openPage(browser, addressOf('charts/heatmap.en.html'));
    await whenLive(page);
    await page.locator('.picture [role=graphics-symbol]').first().focus();
    const reached: string[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp']) {
      await page.keyboard.press(key);
      reached.push(await focused(page));
    }
    expect(reached).toEqual([
      'Oslo, Akershus: −3,929',
      'Hedmark, Akershus: 67',
      'Hedmark, Oslo: −337',
      'Akershus, Oslo: 3,929',
    ]);
    await close();
  });

  test('the focus is seen: on a mark, on the list, on a link', async () => {
    const {page, close} = await openPage(browser, addressOf('charts/totals.en.html'));
    await whenLive(page);
    for (let at = 0; at < 4; at++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineWidth');
      expect(outline, await focused(page)).toBe('3px');
    }
    await close();
  });

  test('another county is chosen, and all words follow, and come back as they were', async () => {
    const {page, complaints, close} = await openPage(browser, addressOf('oslo.en.html'), {width: 1000});
    await enliven(page);
    const state = () =>
      page.evaluate<readonly string[]>(`(figure => [
        figure.querySelector('.title').innerText,
        figure.querySelector('.picture').ariaLabel,
        figure.querySelector('.note').innerHTML,
        figure.querySelector('tbody').innerHTML,
        figure.querySelector('.picture .wide svg [role=graphics-symbol]').ariaLabel,
      ])(document.querySelector('#flows'))`);
    const before = await state();
    await choose(page, '#flows', '02');
    const [title, alt, note, rows, first] = await state();
    expect(title).toBe('Net migration between Akershus and each of the other counties, 2007');
    expect(alt).toMatch(
      /net gains for Akershus .* The largest net gain is from Oslo: 3,929\. The largest net loss is to Buskerud: 775\./,
    );
    expect(note).toBe('Moves. Bars to the right are net gains for Akershus, bars to the left net losses.');
    expect(rows).toMatch(/^<tr><th scope="row" class="start">Oslo<\/th><td class="end">\+3,929<\/td><\/tr>/);
    expect(rows!.match(/<tr>/g)).toHaveLength(18);
    expect(first).toBe('Oslo: +3,929');
    expect(await page.locator('#flows .choice select').inputValue()).toBe('02');
    await choose(page, '#flows', '03');
    expect(await state()).toEqual(before);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.runIf(found)('for who listens', () => {
  type Node = {readonly role: string; readonly name: string};
  /** What the browser tells a screen reader, in order. */
  async function heard(page: Page): Promise<readonly Node[]> {
    const session = await page.context().newCDPSession(page);
    const {nodes} = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ignored}) => !ignored)
      .map(({role, name}) => ({role: String(role?.value), name: String(name?.value ?? '')}));
  }

  test.each(LANGS)(
    'a live chart in %s is a figure with its description, its marks and its table, in one language',
    async lang => {
      const {page, close} = await openPage(browser, addressOf(`charts/chord.${lang}.html`));
      await whenLive(page);
      const nodes = await heard(page);
      const named = (role: string) => nodes.filter(each => each.role === role).map(({name}) => name);
      expect(named('figure')).toEqual(
        [await page.locator('h1').innerText()].map(name => name.replace('\n', ' ')),
      );
      expect(named('group').some(name => name.includes('Oslo') && name.length > 100)).toBe(true);
      expect(named('combobox')).toHaveLength(1);
      const marks = named('graphics-symbol').filter(Boolean);
      expect(marks).toHaveLength(37);
      const flow = {
        en: 'From Oslo to Akershus: 3,929',
        nb: 'Fra Oslo til Akershus: 3\u00a0929',
        nn: 'Frå Oslo til Akershus: 3\u00a0929',
      };
      expect(marks).toContain(flow[lang as keyof typeof flow]);
      // What Vega says in English of each mark.
      expect(await page.locator('[aria-roledescription]').count()).toBe(0);
      await choose(page, 'figure', '12');
      expect(await page.locator('[aria-roledescription]').count()).toBe(0);
      await close();
    },
  );

  test('a picture is one image with its description', async () => {
    const {page, close} = await openPage(browser, addressOf('charts/flows.nb.html'), {script: false});
    const nodes = await heard(page);
    expect(nodes.filter(({role}) => role === 'image').map(({name}) => name.slice(0, 14))).toEqual([
      'Søylediagram m',
    ]);
    expect(nodes.some(({role}) => role === 'combobox')).toBe(false);
    await close();
  });
});

describe.runIf(found)('by pointer', () => {
  test('a bar says what it is', async () => {
    const {page, close} = await openPage(browser, addressOf('charts/flows.en.html'));
    await whenLive(page);
    await page.locator('.picture .wide [role=graphics-symbol]').last().hover();
    expect(await tip(page)).toBe('Akershus: −3,929');
    await page.locator('h1').hover();
    expect(await tip(page)).toBeNull();
    await close();
  });

  test('the ring of the chord shows the county that is pointed at, and gives it back', async () => {
    const {page, close} = await openPage(browser, addressOf('charts/chord.en.html'));
    await whenLive(page);
    const label = page.locator('.picture .wide text', {hasText: 'Rogaland'}).first();
    const words = () => page.locator('.picture .wide text').allTextContents();
    const before = await words();
    await label.hover();
    await settle(page);
    expect(await words()).toContain('+171\u2002Rogaland');
    expect(await words()).toContain('Oslo\u2002−263');
    await page.locator('h1').hover();
    await settle(page);
    expect(await words()).toEqual(before);
    await close();
  });
});

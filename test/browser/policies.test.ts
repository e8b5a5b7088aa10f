/** Charts and pages on sites of any policy: live where their scripts may run, and whole where they may not. */
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {findChromium, startChromium} from './chromium.ts';
import {type Look, openPage, whenLive} from './pages.ts';
import {newFolder, openOffice, writeReports} from './reports.ts';
import {serve, type Site} from './served.ts';

const POLICIES = {
  none: null,
  self: "script-src 'self'",
  noscript: "script-src 'none'",
  strict: "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  strictest: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
} as const;

const CHARTS = ['flows', 'chord', 'totals', 'heatmap'];
const found = await findChromium();

let browser: Browser;
let site: Site;
let folder = '';
let remove = async () => {};

beforeAll(async () => {
  if (!found) return;
  browser = await startChromium(found);
  ({folder, remove} = await newFolder());
  const office = await openOffice();
  const reports = {codes: ['03'], langs: ['en']};
  await writeReports(office, `${folder}/inline`, {...reports, assets: 'inline'});
  await writeReports(office, `${folder}/shared`, {...reports, assets: 'shared'});
  site = await serve(folder, POLICIES);
}, 120_000);
afterAll(async () => {
  if (!found) return;
  await browser.close();
  await site.close();
  await remove();
});

type Case = {
  readonly policy: keyof typeof POLICIES | 'file';
  readonly assets: 'inline' | 'shared';
  readonly live: boolean;
  /** What the policy keeps from running is told on the console. */
  readonly forbidden?: RegExp;
  readonly look?: Look;
};

const SCRIPTS = /Executing inline script violates/;
const STYLES = /Executing inline script violates|Applying inline style violates/;

const CASES: readonly Case[] = [
  {policy: 'none', assets: 'inline', live: true},
  {policy: 'none', assets: 'shared', live: true},
  {policy: 'file', assets: 'inline', live: true},
  {policy: 'file', assets: 'shared', live: true},
  {policy: 'self', assets: 'inline', live: false, forbidden: SCRIPTS},
  {policy: 'noscript', assets: 'inline', live: false, forbidden: SCRIPTS},
  {policy: 'strict', assets: 'inline', live: false, forbidden: SCRIPTS},
  {policy: 'strictest', assets: 'inline', live: false, forbidden: STYLES},
  {policy: 'self', assets: 'shared', live: true},
  {policy: 'strict', assets: 'shared', live: true},
  {policy: 'strictest', assets: 'shared', live: true},
  {policy: 'noscript', assets: 'shared', live: false, forbidden: /Loading the script .* violates/},
  {policy: 'none', assets: 'inline', live: false, look: {script: false}},
  {policy: 'none', assets: 'shared', live: false, look: {script: false}},
];

const FILES = ['oslo/oslo.en.html', ...CHARTS.map(name => `oslo/charts/${name}.en.html`)];

describe.runIf(found)('under the policy', () => {
  test.each(CASES)(
    '$policy, with assets $assets and $look, live is $live',
    async each => void (await Promise.all(FILES.map(file => expectCase(each, file)))),
  );

  test('a fault of a page and a request to anywhere would be heard of', async () => {
    const {page, complaints, requests, close} = await openPage(
      browser,
      site.at('none', `inline/${FILES[1]}`),
    );
    await page.evaluate("fetch('https://example.org/').catch(() => {})");
    await page.evaluate('setTimeout(() => { throw new Error("mine") })');
    await page.waitForTimeout(100);
    expect(complaints.join()).toMatch(/Content Security Policy.*mine/s);
    expect(requests).toHaveLength(1);
    await close();
  });
});

async function expectCase({policy, assets, live, forbidden, look}: Case, file: string): Promise<void> {
  const path = `${assets}/${file}`;
  const address = policy === 'file' ? `file://${folder}/${path}` : site.at(policy, path);
  const {page, complaints, requests, close} = await openPage(browser, address, look);
  if (live) await whenLive(page);
  // What does not come alive in the time that it mostly takes has been kept from it.
  else await page.waitForTimeout(700);
  expect((await page.locator('figure.live').count()) > 0, file).toBe(live);
  expect(
    complaints.filter(complaint => !forbidden?.test(complaint)),
    file,
  ).toEqual([]);
  if (forbidden) expect(complaints.length, file).toBeGreaterThan(0);
  const own = policy === 'file' ? `file://${folder}/` : site.at(policy, `${assets}/`);
  expect(
    requests.filter(url => !url.startsWith(own)),
    file,
  ).toEqual([]);
  await expectWhole(page, file);
  await close();
}

/** What a reader finds at the first chart of a page once its table is opened. */
const FOUND = `(() => {
  const figure = document.querySelector('figure');
  figure.querySelector('details').open = true;
  const all = (selector, of) => [...figure.querySelectorAll(selector)].map(of);
  return {
    title: figure.querySelector('.title').innerText,
    alt: figure.querySelector('.picture').ariaLabel,
    numbers: all('.picture svg text', text => text.textContent).filter(text => /\\d/.test(text)).length,
    rows: all('details tbody tr', row => row.getClientRects().length).filter(Boolean).length,
    files: all('a[download]', link => link.getAttribute('href').split('.').slice(1).join('.')),
    source: document.querySelector('.source')?.innerText,
  };
})()`;

type Found = {
  readonly title: string;
  readonly alt: string;
  readonly numbers: number;
  readonly rows: number;
  readonly files: readonly string[];
  readonly source?: string;
};

const ROWS: Readonly<Record<string, number>> = {flows: 18, totals: 19, chord: 169, heatmap: 19};

/** Whatever runs: the picture with its labels, its words, its figures and its source are there. */
async function expectWhole(page: Page, file: string): Promise<void> {
  const chart = /charts\/(\w+)\./.exec(file)?.[1];
  const {title, alt, numbers, rows, files, source} = (await page.evaluate(FOUND)) as Found;
  expect(title, file).toMatch(/2007$/);
  expect(alt.length, file).toBeGreaterThan(80);
  expect(numbers, file).toBeGreaterThanOrEqual(18);
  expect(rows, file).toBe(ROWS[chart ?? 'flows']);
  expect(files, file).toEqual(['en.svg', 'en.png', 'en.csv', 'en.vg.json']);
  if (chart) expect(source, file).toMatch(/^Source: Statistics Norway.*CC BY 4\.0\.$/);
}

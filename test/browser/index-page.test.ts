/** The index of reports in a browser: sorted by each column, at any width, for any reader. */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {execFileSync} from 'node:child_process';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {findChromium, startChromium} from './chromium.ts';
import {openPage, violations} from './pages.ts';
import {newFolder} from './reports.ts';

const found = await findChromium();

let browser: Browser;
let folder = '';
let remove = async () => {};

beforeAll(async () => {
  if (!found) return;
  browser = await startChromium(found);
  ({folder, remove} = await newFolder());
  const bin = path.resolve('bin/gen-report.mjs');
  const args = ['--all', '--overview', '-l', 'en,nb', '-f', 'txt', '--no-verify', '-q', '-o', '.'];
  execFileSync(process.execPath, [bin, ...args], {cwd: folder});
}, 120_000);
afterAll(async () => {
  if (!found) return;
  await browser.close();
  await remove();
});

const address = () => `file://${folder}/index.html`;

const column = (page: Page, at: number) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('tbody tr')].map(row => row.cells[${at}].textContent.trim())`,
  );

const numbers = (texts: readonly string[]) =>
  texts.map(text => Number(text.replace('\u2212', '-').replaceAll(/[^\d-]/g, '')));

const sorts = (page: Page) =>
  page.evaluate<(string | null)[]>("[...document.querySelectorAll('th.sorts')].map(each => each.ariaSort)");

describe.runIf(found)('the index', () => {
  test('is in the order of the table, and sorted by each column, both ways, by mouse and by keyboard', async () => {
    const {page, complaints, close} = await openPage(browser, address());
    const published = await column(page, 0);
    expect(published.slice(0, 3)).toEqual(['Østfold', 'Akershus', 'Oslo']);
    const buttons = page.locator('thead button');
    await buttons.nth(1).click();
    const totals = numbers(await column(page, 1));
    expect(totals).toEqual(totals.toSorted((a, b) => b - a));
    expect(await sorts(page)).toEqual(['none', 'descending', 'none', 'none', 'none']);
    await buttons.nth(1).focus();
    await page.keyboard.press('Enter');
    expect(numbers(await column(page, 1))).toEqual(totals.toReversed());
    await buttons.nth(2).click();
    expect(numbers(await column(page, 2))).toEqual(Array.from({length: 19}, (_, at) => at + 1));
    await buttons.nth(0).click();
    const names = await column(page, 0);
    expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare));
    expect(await buttons.nth(4).getAttribute('title')).toBe('Sort by Net losses');
    expect(complaints).toEqual([]);
    await close();
  });

  test('does without script: the table is there, and its heads are no buttons', async () => {
    const {page, close} = await openPage(browser, address(), {script: false});
    expect(await page.locator('tbody tr').count()).toBe(19);
    expect(await page.locator('button').count()).toBe(0);
    await close();
  });

  test.each([320, 360, 768, 1440])('does not move sideways at %i px, and has no fault', async width => {
    const {page, close} = await openPage(browser, address(), {
      width,
      scheme: width === 360 ? 'dark' : 'light',
      anyScript: true,
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await violations(page)).toEqual([]);
    await close();
  });

  test('each of its links leads to a file', async () => {
    const {page, close} = await openPage(browser, address());
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('a')].map(each => each.getAttribute('href'))",
    );
    expect(links.length).toBeGreaterThan(19 * 2);
    for (const link of links) expect((await readFile(path.join(folder, link))).length).toBeGreaterThan(0);
    await close();
  });
});

/** Pages opened as their readers have them, with an ear on what they complain of and what they ask for. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';

/** How a reader has a page. `height` is that of the window. */
export type Look = {
  readonly width?: number;
  readonly height?: number;
  readonly script?: boolean;
  readonly scheme?: 'light' | 'dark';
  readonly forced?: boolean;
  /** For tools that need to run a script of their own in the page. */
  readonly anyScript?: boolean;
};

export type Opened = {
  readonly page: Page;
  /** Faults of scripts, errors on the console, and what a policy kept from running. */
  readonly complaints: readonly string[];
  /** The addresses that were asked for. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
};

export async function openPage(browser: Browser, address: string, look: Look = {}): Promise<Opened> {
  const {
    width = 760,
    height = 900,
    script = true,
    scheme = 'light',
    forced = false,
    anyScript = false,
  } = look;
  const options: BrowserContextOptions = {
    viewport: {width, height},
    javaScriptEnabled: script,
    colorScheme: scheme,
    forcedColors: forced ? 'active' : 'none',
    bypassCSP: anyScript,
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => requests.push(request.url()));
  await page.goto(address, {waitUntil: 'load'});
  return {page, complaints, requests, close: () => context.close()};
}

/** Waits until the chart of a figure is live. `id` is the figure's; the first of the page without it. */
export const whenLive = (page: Page, id?: string) =>
  page.waitForSelector(id ? `#${id}.live` : 'figure.live', {timeout: 15_000, state: 'attached'});

/** Scrolls through the page, so that all its charts come alive, and back to its top. */
export async function enliven(page: Page): Promise<void> {
  for (const figure of await page.locator('figure:has(.choice)').all()) {
    await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction(element => element?.classList.contains('live'), await figure.elementHandle());
  }
  await page.evaluate('scrollTo(0, 0)');
}

/** Chooses a county in a live chart, and waits until all its pictures are drawn anew. */
export async function choose(page: Page, figure: string, county: string): Promise<void> {
  const old = `${figure} .picture svg[data-old]`;
  await page.evaluate(
    `document.querySelectorAll('${figure} .picture svg').forEach(svg => (svg.dataset.old = ''))`,
  );
  await page.locator(`${figure} select`).selectOption(county);
  await page.waitForSelector(old, {state: 'detached'});
}

/** What is done after the next frame is done. */
export const settle = (page: Page) =>
  page.evaluate('new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))');

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Violation = {
  readonly id: string;
  readonly nodes: readonly {readonly target: readonly string[]; readonly failureSummary: string}[];
};

/** What of WCAG 2.2 AA a page breaks, as far as axe can tell: "color-contrast: .note ...". Opened with `anyScript`. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const {violations: found} = (await page.evaluate(
    `axe.run(document, {runOnly: ${JSON.stringify(RULES)}})`,
  )) as {readonly violations: readonly Violation[]};
  return found.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Charts in frames, by the snippets that the page of snippets has. */
import {readFile, writeFile} from 'node:fs/promises';
import type {Browser, Frame, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {findChromium, startChromium} from './chromium.ts';
import {openPage, settle, whenLive} from './pages.ts';
import {newFolder, openOffice, writeReports} from './reports.ts';
import {serve, type Site} from './served.ts';

const POLICIES = {none: null, strictest: "default-src 'none'; style-src 'self'; frame-src 'self'"} as const;
const found = await findChromium();

let browser: Browser;
let site: Site;
let folder = '';
let remove = async () => {};
/** The snippets of the page, as a reader would copy them: that of the listener, then those of each chart. */
let snippets: readonly string[];

beforeAll(async () => {
  if (!found) return;
  browser = await startChromium(found);
  ({folder, remove} = await newFolder());
  const office = await openOffice();
  await writeReports(office, `${folder}/inline`, {codes: ['03'], langs: ['en', 'nb'], assets: 'inline'});
  await writeReports(office, `${folder}/shared`, {codes: ['03'], langs: ['en'], assets: 'shared'});
  site = await serve(folder, POLICIES);
  const {page, close} = await openPage(browser, site.at('none', 'inline/oslo/embed.html'));
  snippets = await page
    .locator('textarea')
    .evaluateAll(all => all.map(each => (each as HTMLTextAreaElement).value));
  await close();
}, 120_000);
afterAll(async () => {
  if (!found) return;
  await browser.close();
  await site.close();
  await remove();
});

/** The snippet of a frame, led to a chart of this site. `assets` says which. */
const frameSnippet = (chart: string, assets = 'inline') =>
  snippets
    .find(snippet => snippet.startsWith('<iframe') && snippet.includes(`/charts/${chart}.en.html`))!
    .replace('https://example.org/', `/none/${assets}/`);

/** A page of a site that has copied something, with words before and after it. */
async function hostOf(name: string, body: string): Promise<string> {
  const file = `${folder}/${name}.html`;
  await writeFile(file, `<!doctype html><title>Host</title><main><p>Before</p>${body}<p>After</p></main>`);
  return site.at('none', `${name}.html`);
}

const frameIn = async (page: Page): Promise<Frame> => (await (await page.$('iframe'))!.contentFrame())!;

/** How high a frame is, and how high what is in it. */
const heights = async (page: Page) => {
  const own = (await page.locator('iframe').first().boundingBox())!.height;
  const inside = await (
    await frameIn(page)
  ).evaluate('document.documentElement.getBoundingClientRect().height');
  return {own, inside: inside as number};
};

describe.runIf(found)('a snippet', () => {
  test('shows a live chart, as high as it is at any width', async () => {
    for (const assets of ['inline', 'shared']) {
      const host = await hostOf(`live-${assets}`, snippets[0]! + frameSnippet('chord', assets));
      const {page, complaints, close} = await openPage(browser, host);
      await whenLive((await frameIn(page)) as unknown as Page);
      for (const width of [760, 360, 1200]) {
        await page.setViewportSize({width, height: 900});
        await expect
          .poll(async () => Math.abs((await heights(page)).own - Math.ceil((await heights(page)).inside)))
          .toBe(0);
      }
      expect(complaints).toEqual([]);
      await close();
    }
  });

  test('without the listener has room for the chart in the column of an article', async () => {
    for (const chart of ['flows', 'chord', 'totals', 'heatmap']) {
      const host = await hostOf(
        `alone-${chart}`,
        `<div style="max-width:640px">${frameSnippet(chart)}</div>`,
      );
      const {page, close} = await openPage(browser, host);
      await whenLive((await frameIn(page)) as unknown as Page);
      const {own, inside} = await heights(page);
      expect(own, chart).toBeGreaterThanOrEqual(inside);
      expect(own, chart).toBeLessThan(inside + 260);
      await close();
    }
  });

  test('keeps its size where the policy of the site takes no style from it', async () => {
    await hostOf('strict', frameSnippet('flows'));
    const {page, close} = await openPage(browser, site.at('strictest', 'strict.html'));
    const box = (await page.locator('iframe').first().boundingBox())!;
    expect(box.height).toBeGreaterThan(400);
    expect(box.width).toBeGreaterThan(700);
    await close();
  });

  test('in a frame that may do nothing is the complete chart', async () => {
    const locked = frameSnippet('flows').replace(/sandbox="[^"]*"/, 'sandbox=""');
    const {page, close} = await openPage(browser, await hostOf('locked', locked));
    await page.waitForTimeout(500);
    const frame = await frameIn(page);
    expect(await frame.locator('figure.live').count()).toBe(0);
    expect(await frame.locator('.picture svg text').count()).toBeGreaterThanOrEqual(36);
    await close();
  });

  test('listens to its own frame alone, and to heights that can be', async () => {
    const {page, close} = await openPage(browser, await hostOf('ears', snippets[0]! + frameSnippet('flows')));
    const frame = await frameIn(page);
    await whenLive(frame as unknown as Page);
    await expect
      .poll(async () => (await heights(page)).own - Math.ceil((await heights(page)).inside))
      .toBe(0);
    const before = (await heights(page)).own;
    await page.evaluate("postMessage({type: 'gen-report:height', height: 4000}, '*')");
    for (const height of ['-5', '"99em"', 'NaN', 'null'])
      await frame.evaluate(`parent.postMessage({type: 'gen-report:height', height: ${height}}, '*')`);
    await settle(page);
    expect((await heights(page)).own).toBe(before);
    await frame.evaluate("parent.postMessage({type: 'gen-report:height', height: 1e9}, '*')");
    await expect.poll(async () => (await heights(page)).own).toBe(5000);
    await close();
  });

  test('tells Embedly as well', async () => {
    const ear =
      '<script>addEventListener("message", ({data}) => typeof data === "string" && (document.title = data))</script>';
    const {page, close} = await openPage(browser, await hostOf('embedly', ear + frameSnippet('totals')));
    await expect.poll(() => page.title()).toContain('iframe.resize');
    const told = JSON.parse(await page.title()) as {src: string; height: number};
    expect(told.src).toMatch(/totals\.en\.html$/);
    expect(told.height).toBe(Math.ceil((await heights(page)).inside));
    await close();
  });

  test('as SVG or image shows the chart with its words and its source', async () => {
    const [inline, image] = ['<svg', '<img'].map(
      start => snippets.find(each => each.includes(start) && each.includes('each of the other'))!,
    );
    const body = inline! + image!.replace('https://example.org/', '/none/inline/');
    const {page, complaints, close} = await openPage(browser, await hostOf('plain', body));
    expect(await page.locator('figure svg text').count()).toBeGreaterThanOrEqual(36);
    expect(await page.locator('figure svg').getAttribute('aria-label')).toBe(
      await page.locator('img').getAttribute('alt'),
    );
    expect(await page.locator('img').evaluate(each => (each as HTMLImageElement).naturalWidth)).toBe(2 * 515);
    expect(await page.locator('figcaption').allInnerTexts()).toEqual(
      Array(2).fill(expect.stringMatching(/Statistics Norway.*CC BY 4\.0/s)),
    );
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.runIf(found)('the page of snippets', () => {
  test.each(['none', 'file'])('shows what comes of them, opened by %s', async how => {
    const address =
      how === 'file' ? `file://${folder}/inline/oslo/embed.html` : site.at('none', 'inline/oslo/embed.html');
    const {page, complaints, close} = await openPage(browser, address);
    expect(
      await page.locator('section').evaluateAll(all => all.map(each => (each as HTMLElement).lang)),
    ).toEqual(['en', 'nb']);
    expect(await page.locator('iframe').count()).toBe(8);
    const frame = await frameIn(page);
    await whenLive(frame as unknown as Page);
    await expect
      .poll(async () => (await heights(page)).own - Math.ceil((await heights(page)).inside))
      .toBe(0);
    await page.locator('details').first().locator('summary').click();
    await expect
      .poll(() =>
        page
          .locator('img')
          .first()
          .evaluate(each => (each as HTMLImageElement).naturalWidth),
      )
      .toBe(1030);
    expect(complaints).toEqual([]);
    await close();
  });

  test('copies a snippet whole', async () => {
    const {page, close} = await openPage(browser, site.at('none', 'inline/oslo/embed.html'));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.copy').nth(1).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(snippets[1]);
    expect(await page.locator('.copy').nth(1).innerText()).toBe('Copied');
    await close();
  });

  test('has no snippet that is not the file it names', async () => {
    const svg = await readFile(`${folder}/inline/oslo/charts/totals.en.svg`, 'utf8');
    const inline = snippets.find(each => each.includes('<svg') && each.includes('Akershus comes first'))!;
    const drawn = (text: string) => text.replace(/^[^]*?<rect/, '<rect').replace(/<\/svg>[^]*$/, '');
    expect(drawn(inline)).toBe(drawn(svg));
  });
});

describe.runIf(found)('the theme', () => {
  const LIGHT = 'rgb(255, 255, 255)';
  const DARK = 'rgb(21, 25, 30)';
  const BACK = 'getComputedStyle(document.body).backgroundColor';

  test.each([
    ['', 'light', LIGHT],
    ['', 'dark', DARK],
    ['?theme=auto', 'dark', DARK],
    ['?theme=light', 'dark', LIGHT],
    ['?theme=dark', 'light', DARK],
    ['?theme=pink', 'dark', DARK],
  ] as const)('of a chart by itself with "%s" on a %s screen', async (query, scheme, colour) => {
    const address = site.at('none', `inline/oslo/charts/flows.en.html${query}`);
    const {page, close} = await openPage(browser, address, {scheme});
    await whenLive(page);
    expect(await page.evaluate(BACK)).toBe(colour);
    const gain = await page
      .locator('.picture .wide [fill="#1D4F91" i]')
      .first()
      .evaluate(bar => getComputedStyle(bar).fill);
    expect(gain).toBe(colour === DARK ? 'rgb(127, 168, 224)' : 'rgb(29, 79, 145)');
    await close();
  });

  test.each([
    ['', LIGHT],
    ['?theme=auto', DARK],
    ['?theme=dark', DARK],
  ] as const)('of a framed chart with "%s" on a dark screen', async (query, colour) => {
    const framed = frameSnippet('flows').replace('.en.html', `.en.html${query}`);
    const {page, close} = await openPage(browser, await hostOf('dark', framed), {scheme: 'dark'});
    const frame = await frameIn(page);
    await whenLive(frame as unknown as Page);
    expect(await frame.evaluate(BACK)).toBe(colour);
    await close();
  });

  test('without script follows the screen by CSS alone', async () => {
    const address = site.at('none', 'inline/oslo/charts/flows.en.html?theme=light');
    const {page, close} = await openPage(browser, address, {scheme: 'dark', script: false});
    expect(await page.evaluate(BACK)).toBe(DARK);
    await close();
  });
});

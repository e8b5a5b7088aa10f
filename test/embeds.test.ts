/** The files of a chart: pixels, figures, specs and pages, and what pages share. */
import {createHash} from 'node:crypto';
import {parse} from 'csv-parse/sync';
import {beforeAll, describe, expect, test} from 'vitest';
import {parse as parseSpec, View} from 'vega';
import {draw} from '../src/graphics/svg.ts';
import {sealed, shared} from '../src/print/assets.ts';
import {type Printed, printReport, printSnippets, type Wish} from '../src/outputs.ts';
import type {Report} from '../src/report.ts';
import {type Desk, type Office, openOffice, reportOn} from './browser/reports.ts';

const WISH: Wish = {
  formats: ['html', 'charts'],
  folder: 'out',
  attachData: false,
  assets: 'inline',
  site: 'https://www.ssb.no/rapporter/',
};
const NAMES = ['chord', 'flows', 'heatmap', 'totals'];

let office: Office;
let desk: Desk;
let report: Report;
let files: readonly Printed[];

beforeAll(async () => {
  office = await openOffice();
  desk = await office.desk('nb');
  report = await reportOn(office, desk, '15');
  files = await printReport(office.workshop, desk.writer, report, WISH);
}, 60_000);

const bytesOf = (file: string) => {
  const found = files.find(({path}) => path.endsWith(file));
  if (!found) throw new Error(`There is no ${file}`);
  return found.bytes;
};
const textOf = (file: string) => new TextDecoder().decode(bytesOf(file));
const rowsOf = (file: string) => parse(textOf(file)) as string[][];

describe('of each chart', () => {
  test('there are a page, a picture twice, figures and specs, under its name and language', () => {
    const endings = ['csv', 'html', 'png', 'svg', 'vg.json'];
    const expected = NAMES.flatMap(name =>
      [...endings, ...(name === 'chord' ? [] : ['vl.json'])].map(
        ending => `out/more-og-romsdal/charts/${name}.nb.${ending}`,
      ),
    );
    const found = files.map(({path}) => path).filter(path => path.includes('charts'));
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test.each(NAMES)('the PNG of %s has twice its size, and its ink', name => {
    const png = Buffer.from(bytesOf(`${name}.nb.png`));
    const {wide} = report.charts.find(chart => chart.name === name)!;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * wide.width, 2 * wide.height]);
    expect(png.length).toBeGreaterThan(20_000);
  });

  test('the PNG has the same bytes twice', async () => {
    const again = await printReport(office.workshop, desk.writer, report, WISH);
    const png = again.find(({path}) => path.endsWith('chord.nb.png'))!;
    expect(Buffer.compare(png.bytes, bytesOf('chord.nb.png'))).toBe(0);
  });

  test('the CSV has the figures that it is drawn from, in its order', () => {
    const {net, totals} = office.workshop.table.matrix;
    const flows = rowsOf('flows.nb.csv');
    expect(flows[0]).toEqual(['Nummer', 'Fylke', 'Nettoinnflytting']);
    expect(flows).toHaveLength(1 + 18);
    expect(flows.slice(1).reduce((sum, row) => sum + Number(row[2]), 0)).toBe(totals[13]);
    const all = rowsOf('totals.nb.csv');
    expect(all.slice(1).map(row => Number(row[2]))).toEqual(totals.toSorted((a, b) => b - a));
    const pairs = rowsOf('chord.nb.csv');
    expect(pairs[0]).toEqual(['Fra (Nummer)', 'Fra', 'Til (Nummer)', 'Til', 'Nettoinnflytting']);
    const positive = net.flat().filter(value => value > 0);
    expect(pairs.slice(1).map(row => Number(row[4]))).toEqual(positive.toSorted((a, b) => b - a));
    for (const [from, , to, , amount] of pairs.slice(1)) {
      const at = (code: string) => office.workshop.table.index.get(code)!;
      expect(net[at(to!)]![at(from!)]).toBe(Number(amount));
    }
    expect(rowsOf('heatmap.nb.csv').slice(1)).toHaveLength(19);
  });

  test.each(NAMES)('the specs of %s draw the picture again, from the file alone', async name => {
    const {wide} = report.charts.find(chart => chart.name === name)!;
    for (const kind of name === 'chord' ? ['vg'] : ['vg', 'vl']) {
      const spec = JSON.parse(textOf(`${name}.nb.${kind}.json`)) as Record<string, unknown>;
      expect(spec['$schema']).toMatch(/^https:\/\/vega\.github\.io\/schema\/vega(-lite)?\/v6\.json$/);
      expect((await draw(name, spec, office.workshop.measure)).svg).toBe(wide.svg);
    }
  });

  test('the Vega spec is drawn by Vega as it comes, without anything of ours', async () => {
    const spec = JSON.parse(textOf('chord.nb.vg.json')) as never;
    const view = new View(parseSpec(spec), {renderer: 'none'});
    expect((await view.toSVG()).match(/<path/g)!.length).toBeGreaterThan(169);
  });

  test('has pages whose links lead to files that are there', () => {
    const pages = files.filter(({path}) => path.endsWith('.html'));
    const there = new Set(files.map(({path}) => path));
    for (const {path, bytes} of pages) {
      const links = [...new TextDecoder().decode(bytes).matchAll(/<a href="([^"#:]+)" download>/g)];
      expect(links.length).toBeGreaterThanOrEqual(4);
      for (const [, href] of links)
        expect(there).toContain(new URL(href!, `http://x/${path}`).pathname.slice(1));
    }
  });

  test('is found in the page of snippets from the report', async () => {
    const [snippets] = await printSnippets(office.workshop, [report], WISH);
    const page = new TextDecoder().decode(snippets!.bytes);
    const links = [...textOf('more-og-romsdal.nb.html').matchAll(/href="embed\.html#([^"]+)"/g)];
    expect(links.map(([, id]) => id).toSorted()).toEqual(NAMES.map(name => `${name}-nb`));
    for (const [, id] of links) expect(page).toContain(`<h2 id="${id}">`);
  });

  test('no page has links to files that were not asked for', async () => {
    const [page] = await printReport(office.workshop, desk.writer, report, {...WISH, formats: ['html']});
    expect(new TextDecoder().decode(page!.bytes)).not.toMatch(/ download>|embed\.html/);
  });
});

describe('snippets', () => {
  test('have the address of the site, where it is known', async () => {
    const [page] = await printSnippets(office.workshop, [report], WISH);
    const text = new TextDecoder().decode(page!.bytes);
    expect(page!.path).toBe('out/more-og-romsdal/embed.html');
    expect(text).toContain(
      '&lt;iframe src=&quot;https://www.ssb.no/rapporter/more-og-romsdal/charts/flows.nb.html&quot;',
    );
    expect(text).not.toContain('example.org');
  });

  test('are not there where no charts are', async () => {
    expect(await printSnippets(office.workshop, [report], {...WISH, formats: ['html']})).toEqual([]);
  });
});

describe('styles and scripts', () => {
  const page =
    '<meta content="{{styles}} {{scripts}}"><style data-name="page">a{}</style>' +
    '<script type="application/json" id="live">{"a":"$&"}</script><script data-name="boot">run("$1")</script><script>x</script>';

  test('are named by their hash where they stand in the page, data are not', () => {
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(sealed(page)).toContain(`content="${hash('a{}')} ${hash('run("$1")')} ${hash('x')}"`);
    expect(sealed(page)).toContain('run("$1")');
  });

  test('are files with names of their own contents where they are shared', () => {
    const {page: outside, assets} = shared(page, '../assets');
    expect(assets.map(({text}) => text)).toEqual(['a{}', 'run("$1")', 'x']);
    expect(assets.map(({name}) => name.replace(/[0-9a-f]{12}/, '#'))).toEqual([
      'page.#.css',
      'boot.#.js',
      'script.#.js',
    ]);
    expect(outside).toContain("content=\"'self' 'self'\"");
    expect(outside).toContain(`<script src="../assets/${assets[1]!.name}" data-name="boot"></script>`);
    expect(outside).toContain('{"a":"$&"}');
    const other = shared(page.replace('a{}', 'b{}'), '../assets');
    expect(other.assets[0]!.name).not.toBe(assets[0]!.name);
    expect(other.assets[1]!.name).toBe(assets[1]!.name);
  });

  test('are the same files for all pages of a kind', async () => {
    const wish: Wish = {...WISH, assets: 'shared'};
    const printed = await printReport(office.workshop, desk.writer, report, wish);
    const names = new Set(printed.map(({path}) => path).filter(path => path.startsWith('out/assets/')));
    expect([...names].map(name => name.replace(/\.[0-9a-f]{12}\./, '.')).toSorted()).toEqual([
      'out/assets/chart.css',
      'out/assets/charts.js',
      'out/assets/height.js',
      'out/assets/numbers.js',
      'out/assets/page.css',
      'out/assets/theme.js',
      'out/assets/vega.js',
    ]);
  });
});

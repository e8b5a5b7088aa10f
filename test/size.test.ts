/**
 * How much a reader has to fetch: the budget that the README states, for the largest county names and all languages.
 * Most of it is Vega, which comes once with a page that is sealed and once with a folder whose pages share it.
 */
import {gzipSync} from 'node:zlib';
import {beforeAll, describe, expect, test} from 'vitest';
import {type Printed, printReport, type Wish} from '../src/outputs.ts';
import {type Office, openOffice, reportOn} from './browser/reports.ts';

const COUNTIES = ['03', '14'];
const LANGS = ['en', 'nb', 'nn'];

/** In kB: as it stands in a folder, and as a server sends it (gzip). */
const BUDGET = {
  inline: {page: [1200, 280], chart: [700, 220]},
  shared: {page: [700, 100], chart: [230, 48]},
} as const;

const sizeOf = ({bytes}: Printed) => [bytes.length / 1000, gzipSync(bytes).length / 1000] as const;

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

describe.each(['inline', 'shared'] as const)('with assets %s', assets => {
  test('pages and charts keep to their budget', async () => {
    const wish: Wish = {formats: ['html', 'charts'], folder: 'out', attachData: false, assets, site: null};
    const kept = {page: 0, chart: 0};
    for (const lang of LANGS) {
      const desk = await office.desk(lang);
      for (const code of COUNTIES) {
        const report = await reportOn(office, desk, code);
        const files = await printReport(office.workshop, desk.writer, report, wish);
        for (const file of files.filter(({path}) => path.endsWith('.html'))) {
          const kind = /\bcharts\b/.test(file.path) ? 'chart' : 'page';
          const [whole, sent] = sizeOf(file);
          const [most, mostSent] = BUDGET[assets][kind];
          expect(whole, file.path).toBeLessThan(most);
          expect(sent, file.path).toBeLessThan(mostSent);
          kept[kind] += 1;
        }
      }
    }
    expect(kept).toEqual({page: 6, chart: 24});
  });
});

test('Vega for all of them is no more than 430 kB, 155 as it is sent', () => {
  const vega = Buffer.from(office.workshop.shells.live.vega);
  expect(vega.length / 1000).toBeLessThan(430);
  expect(gzipSync(vega).length / 1000).toBeLessThan(155);
});

/** Reports in a folder of their own, as a run writes them: for what only a browser can tell. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {type Alternatives, openAlternatives} from '../../src/alternatives.ts';
import {nodeEnv} from '../../src/env.ts';
import {openCharts, openShells, openTheme, openWriter, type Writer} from '../../src/open.ts';
import {printReport, printSnippets, type Wish} from '../../src/outputs.ts';
import {ownHands} from '../../src/hands.ts';
import {openFonts} from '../../src/fonts.ts';
import {makeReport, openMeasure, type Report, type Workshop} from '../../src/report.ts';
import {publishedTable} from '../tables-2007.ts';

/** A writer, and what its live charts may show. */
export type Desk = {readonly writer: Writer; readonly others: Alternatives};

export type Office = {readonly workshop: Workshop; readonly desk: (lang: string) => Promise<Desk>};

/** Everything that reports of the table of 2007 are made with. */
export async function openOffice(): Promise<Office> {
  const env = nodeEnv();
  const theme = await openTheme(env, 'templates', 'plain');
  const charts = await openCharts(env, 'templates');
  const fonts = await openFonts(env, theme);
  const shells = await openShells(env, 'templates');
  const measure = await openMeasure(fonts);
  const hands = ownHands(theme, fonts);
  const workshop = {env, table: publishedTable(), theme, fonts, measure, hands, charts, shells};
  const names = charts.map(({name}) => name);
  return {
    workshop,
    desk: async lang => {
      const writer = await openWriter(env, 'templates', lang, names);
      return {writer, others: await openAlternatives(workshop, writer)};
    },
  };
}

/** The report on a county, by its number. */
export const reportOn = ({workshop}: Office, {writer, others}: Desk, code: string): Promise<Report> =>
  makeReport(workshop, writer, workshop.table.counties[workshop.table.index.get(code)!]!, others);

/** A new folder, and how to be rid of it. */
export async function newFolder(): Promise<{readonly folder: string; readonly remove: () => Promise<void>}> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gen-report-browser-'));
  return {folder, remove: () => rm(folder, {recursive: true, force: true})};
}

/** Writes pages and charts of some counties in some languages into a folder. */
export async function writeReports(
  office: Office,
  folder: string,
  {
    codes,
    langs,
    assets,
  }: {readonly codes: readonly string[]; readonly langs: readonly string[]; readonly assets: Wish['assets']},
): Promise<void> {
  const wish: Wish = {formats: ['html', 'charts'], folder, attachData: false, assets, site: null};
  const desks = await Promise.all(langs.map(office.desk));
  for (const code of codes) {
    const reports = await Promise.all(desks.map(desk => reportOn(office, desk, code)));
    const printed = await Promise.all(
      reports.map((report, at) => printReport(office.workshop, desks[at]!.writer, report, wish)),
    );
    const files = [...printed.flat(), ...(await printSnippets(office.workshop, reports, wish))];
    for (const {path: file, bytes} of files) {
      await mkdir(path.dirname(file), {recursive: true});
      await writeFile(file, bytes);
    }
  }
}

// Our own side, by the library as it is built: what the command opens for a run, opened once.
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** The folder of the package. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The command, as a user gets it. */
export const BIN = path.join(ROOT, 'bin', 'gen-report.mjs');

/** The table that is measured with. */
export const SAMPLE = path.join(ROOT, 'data', 'net-migration-2007.txt');

/** What the command writes if it is not told. */
export const ALL = ['pdf', 'html', 'csv', 'charts'];

/**
 * Opens what reports in English are made from.
 * @param {{live: boolean}} needs whether pages are printed, whose charts can show other counties
 */
export async function openOffice({live}) {
  const lib = await import(pathToFileURL(path.join(ROOT, 'dist', 'index.mjs')).href);
  const env = lib.nodeEnv();
  const templates = path.join(ROOT, 'templates');
  const {table} = await lib.openTable(env, SAMPLE);
  const charts = await lib.openCharts(env, templates);
  const theme = await lib.openTheme(env, templates, 'plain');
  const names = charts.map(({name}) => name);
  const writer = await lib.openWriter(env, templates, 'en', names);
  const shells = await lib.openShells(env, templates);
  const fonts = await lib.openFonts(env, theme);
  const measure = await lib.openMeasure(fonts);
  // As the command has it for more than a few reports.
  const hands = lib.threadedHands(env, theme, true);
  const workshop = {env, table, theme, fonts, measure, hands, charts, shells};
  const others = live ? await lib.openAlternatives(workshop, writer) : undefined;
  return {lib, workshop, writer, others};
}

/**
 * Makes, verifies and writes all files on one county, as the command does.
 * @param {Awaited<ReturnType<typeof openOffice>>} office
 * @param {object} county
 * @param {{formats: readonly string[], folder: string, yardsticks: unknown}} how `yardsticks` is null where nothing is
 * to be verified
 * @throws Error where a file does not say what the table says
 */
export async function makeCounty({lib, workshop, writer, others}, county, {formats, folder, yardsticks}) {
  const wish = {formats, folder, attachData: false, assets: 'inline', site: null};
  const report = await lib.makeReport(workshop, writer, county, others);
  const files = [
    ...(await lib.printReport(workshop, writer, report, wish)),
    ...(await lib.printSnippets(workshop, [report], wish)),
  ];
  if (yardsticks) {
    const {results} = await lib.verifyFiles(yardsticks, files);
    const wrong = results.flatMap(({issues}) => issues);
    if (wrong.length) throw new Error(`verification: ${wrong[0].message}`);
  }
  mkdirSync(folder, {recursive: true});
  await workshop.env.write(files);
}

// Makes what peers are given: of each county our own report, its pictures as our run wrote them, and the source that
// each peer prints. None of it is timed.
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {BIN, openOffice, ROOT} from '../ours/office.mjs';
import {outlineOf} from './outline.mjs';
import {typstSource} from './typst-source.mjs';

const here = name => fileURLToPath(new URL(name, import.meta.url));

/**
 * @typedef {{name: string, home: string, outline: import('./outline.mjs').Outline, source: string,
 *   charts: readonly {spec: string, svg: string}[]}} Input
 *   of one county: `home` has the files that our run wrote, `source` is Typst's
 */

/**
 * @param {string} folder
 * @param {readonly string[] | null} asked numbers of counties; all where it is null
 * @param {readonly string[]} options more options of the command
 * @returns {Promise<readonly Input[]>}
 */
export async function peerInputs(folder, asked, options = []) {
  const {lib, workshop, writer} = await openOffice({live: false});
  const counties = workshop.table.counties.filter(({code}) => !asked || asked.includes(code));
  const named = counties.flatMap(({code}) => ['-c', code]);
  execFileSync(process.execPath, [BIN, ...named, '-o', folder, '-q', ...options]);
  const inputs = [];
  for (const county of counties) {
    const report = await lib.makeReport(workshop, writer, county);
    const [pdf] = await lib.printReport(workshop, writer, report, {...WISH, folder});
    inputs.push(written(path.dirname(pdf.path), report, workshop, folder));
  }
  return inputs;
}

/** Text alone, which is printed in no time: it is only asked where the files of a county are. */
const WISH = {formats: ['txt'], attachData: false, assets: 'inline', site: null};

function written(home, {document, charts}, {theme, fonts}, folder) {
  const chartFile = (name, ending) => path.join(home, 'charts', `${name}.${document.lang}.${ending}`);
  const svgOf = name => chartFile(name, 'svg');
  const outline = outlineOf(document, {fonts, family: theme.fonts.family, svgOf});
  const drawn = charts.map(({name}) => ({spec: chartFile(name, 'vg.json'), svg: svgOf(name)}));
  const source = path.join(home, 'report.typ');
  writeFileSync(source, typstSource(outline, folder));
  return {name: path.basename(home), home, outline, source, charts: drawn};
}

/**
 * What a child that runs Typst reads.
 * @param {string} file
 * @param {{workspace: string, inputs: readonly Input[]}} what
 */
export function writeTypstInput(file, {workspace, inputs}) {
  const [{outline, source, charts}] = inputs;
  const fonts = [outline.fonts.regular, outline.fonts.bold].map(font => path.dirname(font));
  const sources = inputs.map(each => each.source);
  writeFileSync(file, JSON.stringify({workspace, fonts, source, sources, charts}));
}

/**
 * An outline whose pictures react-pdf can read: it takes a list of fonts for the name of one, and stops at a line that
 * does not say it starts at 0, which SVG takes for granted.
 * @param {Input} input
 * @returns {string} its file
 */
export function outlineForReact({outline, home}) {
  const {family} = outline;
  const spelledOut = svg => {
    const file = svg.replace(/\.svg$/, '.react.svg');
    const picture = readFileSync(svg, 'utf8')
      .replace(/font-family="[^"]*"/g, `font-family="${family}"`)
      .replace(/<line\b[^>]*/g, line => ENDS.reduce((all, end) => withEnd(all, end), line));
    writeFileSync(file, picture);
    return file;
  };
  const sections = outline.sections.map(section => ({
    ...section,
    blocks: section.blocks.map(block =>
      block.kind === 'figure' ? {...block, svg: spelledOut(block.svg)} : block,
    ),
  }));
  const file = path.join(home, 'outline.react.json');
  writeFileSync(file, JSON.stringify({...outline, sections}));
  return file;
}

const ENDS = ['x1', 'y1', 'x2', 'y2'];

const withEnd = (line, end) =>
  line.includes(` ${end}="`) ? line : line.replace('<line', `<line ${end}="0"`);

/**
 * Bundles the child that draws with Vega, as our build bundles ours.
 * @returns {Promise<string>} its file, from where Typst's package is found
 */
export async function bundledTypstVega() {
  const outfile = here('../node_modules/.cache/typst-vega.mjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: [here('typst-vega.mjs')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    logLevel: 'warning',
    external: ['@myriaddreamin/*'],
    alias: {'vega-canvas': path.join(ROOT, 'node_modules/vega-canvas/build/vega-canvas.browser.js')},
  });
  return outfile;
}

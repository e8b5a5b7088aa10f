// Bundles the command into dist: one ES module, split at every dynamic import, so that `--help` loads little
// but the argument parser, and Vega and pdfmake are loaded only when a report is made.
import {createHash} from 'node:crypto';
import {cp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {shapeFonts} from './shape-fonts.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** Builds dist anew. */
export async function buildAll() {
  const out = path.join(root, 'dist');
  // The tables of fonts take seconds to make, and are named by what they are made from.
  for (const name of await readdir(out).catch(() => []))
    if (name !== 'fonts') await rm(path.join(out, name), {recursive: true});
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts', 'src/index.ts', 'src/thread.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outdir: 'dist',
    outExtension: {'.js': '.mjs'},
    logLevel: 'warning',
    // Compiled for the machine that it is installed on.
    external: ['@resvg/resvg-js'],
    alias: {
      // vega-canvas imports `canvas` if it is installed, which would silently change text widths.
      'vega-canvas': path.join(path.dirname(require.resolve('vega-canvas')), 'vega-canvas.browser.js'),
      // pdfkit requires the one form and we import the other: the same code twice.
      fontkit: path.join(path.dirname(require.resolve('fontkit')), 'module.mjs'),
    },
    // pdfmake and pdfkit are CommonJS and use these three.
    banner: {
      js:
        "import{createRequire as __cr}from'node:module';" +
        'const require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;',
    },
  });
  await buildLive(out);
  await shapeFonts(root, path.join(out, 'fonts'));
  await nameBuild(out);
  // pdfkit reads its standard metrics and colour profile from a folder beside the code that runs.
  await cp(path.join(path.dirname(require.resolve('pdfkit')), 'data'), path.join(out, 'data'), {
    recursive: true,
  });
}

/** Writes a hash of all that was built, by which a run knows whether reports were made by the same program. */
async function nameBuild(out) {
  const names = (await readdir(out)).filter(name => name.endsWith('.mjs')).toSorted();
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(await readFile(path.join(out, name)));
  await writeFile(path.join(out, 'build.json'), `${JSON.stringify({sha256: hash.digest('hex')})}\n`);
}

/**
 * The two scripts of the pages: Vega, and what makes charts live with it. Plain scripts and no modules, which a page that
 * was opened as a file, or stands in a sandboxed frame, could not load from beside it.
 */
async function buildLive(out) {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/live/vega.ts', 'src/live/boot.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    outdir: path.join(out, 'live'),
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();

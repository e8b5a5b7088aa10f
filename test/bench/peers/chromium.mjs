// A browser that prints our own page, where there is one.
import {accessSync, constants, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The browser that CHROMIUM names, or one of the machine's; null where there is none.
 * @returns {string | null}
 * @throws Error where the one that is named is not there
 */
export function findChromium() {
  const {CHROMIUM: given, PATH = ''} = process.env;
  if (given && !isExecutable(given)) throw new Error(`CHROMIUM names no program: ${given}`);
  if (given) return given;
  const folders = PATH.split(path.delimiter);
  return folders.flatMap(folder => NAMES.map(name => path.join(folder, name))).find(isExecutable) ?? null;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Our page without its scripts: paper has no use for live charts, and a browser should not be timed with them.
 * @param {string} page
 * @param {string} folder where the copy is put
 * @returns {string} its file
 */
export function pageToPrint(page, folder) {
  const file = path.join(folder, 'page.html');
  writeFileSync(file, readFileSync(page, 'utf8').replace(/<script\b[^>]*>[^]*?<\/script>/g, ''));
  return file;
}

/**
 * @param {string} browser
 * @param {{page: string, out: string, profile: string}} job `profile` is a folder that is not there yet: a first start
 * @returns {import('../launch.mjs').Command}
 */
export function printing(browser, {page, out, profile}) {
  // Chromium's own sandbox is refused to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const options = ['--headless', '--disable-gpu', '--no-first-run', '--no-pdf-header-footer', ...sandbox];
  const job = [`--user-data-dir=${profile}`, `--print-to-pdf=${out}`, pathToFileURL(page).href];
  return {file: browser, args: [...options, ...job]};
}

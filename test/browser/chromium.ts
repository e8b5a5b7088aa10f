/**
 * A real browser, where there is one. `CHROMIUM` names one that must be there: where it is not, tests fail instead of
 * being skipped.
 */
import {accessSync, constants, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {type Browser, chromium} from 'playwright-core';

/** A browser's file, and where it was found. */
export type Chromium = {readonly file: string; readonly from: string};

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The browser that `CHROMIUM` names, one of the machine's, or that of the npm package @sparticuz/chromium where it is
 * installed; null where there is none. @throws Error where the one that is named is not there
 */
export async function findChromium(): Promise<Chromium | null> {
  const given = process.env['CHROMIUM'];
  if (given && !isExecutable(given)) throw new Error(`CHROMIUM names no program: ${given}`);
  if (given) return {file: given, from: 'CHROMIUM'};
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const found = folders.flatMap(folder => NAMES.map(name => path.join(folder, name))).find(isExecutable);
  return found ? {file: found, from: 'the machine'} : packaged();
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The package is no dependency: whoever wants it installs it. It unpacks itself into the temporary folder under a name
 * that anyone could have taken, so it gets a folder of its own; its flags are not used, since they turn off what is tested.
 */
async function packaged(): Promise<Chromium | null> {
  const name = '@sparticuz/chromium';
  const found = (await import(/* @vite-ignore */ name).catch(() => null)) as {
    readonly default: {readonly executablePath: () => Promise<string>};
  } | null;
  if (!found) return null;
  process.env['TMPDIR'] = mkdtempSync(path.join(tmpdir(), 'gen-report-chromium-'));
  return {file: await found.default.executablePath(), from: name};
}

/** Starts a browser, and says once which it is. */
export async function startChromium({file, from}: Chromium): Promise<Browser> {
  const browser = await chromium.launch({executablePath: file});
  console.log(`browser: Chromium ${browser.version()}, from ${from}`);
  return browser;
}

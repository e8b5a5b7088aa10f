// The packages of the benchmark are its own: whoever only makes reports has no use for them.
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Installs what is measured against, where it is missing.
 * @param {(text: string) => void} tell
 */
export function installPeers(tell) {
  if (existsSync(path.join(here, 'node_modules', '.package-lock.json'))) return;
  tell('installing what is measured against (npm ci --prefix test/bench)');
  // What npm says goes to standard error: standard output is the table.
  execFileSync('npm', ['ci', '--prefix', here, '--no-audit', '--no-fund'], {stdio: ['ignore', 2, 2]});
}

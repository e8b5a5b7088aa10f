// Prints the report on every county, plain and with data attached, and lets veraPDF judge each: PDF/UA-1 with
// PDF/A-2a, and PDF/UA-1 with PDF/A-3a. Needs Java 11 or later and Maven; without them it says that the run was
// left out (and fails if it is told --required).
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(here));
const lib = path.join(root, 'node_modules', '.cache', 'verapdf');
const required = process.argv.includes('--required');

const has = command => spawnSync(command, ['-version']).status === 0;

if (!has('java') || !has('mvn')) {
  console.log('conformance: left out, for Java and Maven are not both here');
  process.exit(required ? 1 : 0);
}

if (!existsSync(path.join(lib, 'cli-1.30.2.jar'))) {
  const pom = path.join(here, 'pom.xml');
  const fetch = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`];
  execFileSync('mvn', fetch, {stdio: 'inherit'});
}

/** The PDF files of a run of gen-report over all counties and languages. */
function printAll(folder, ...options) {
  const bin = path.join(root, 'bin', 'gen-report.mjs');
  const counties = JSON.parse(execFileSync(process.execPath, [bin, 'list', '--json']));
  const asked = counties.flatMap(({code, name}) => ['-c', code ?? name]);
  execFileSync(process.execPath, [bin, ...asked, '-l', 'all', '-f', 'pdf', '-o', folder, '-q', ...options]);
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.pdf'))
    .map(name => path.join(folder, name));
}

/** What veraPDF says where not every file passes a flavour; a veraPDF that does not run passes nothing. */
function failures(flavour, files) {
  const main = 'org.verapdf.apps.GreenfieldCliWrapper';
  const call = ['-cp', path.join(lib, '*'), main, '--flavour', flavour, '--format', 'text', '-v', ...files];
  const {stdout, stderr, error} = spawnSync('java', call, {encoding: 'utf8', maxBuffer: 1 << 28});
  const lines = (stdout ?? '').split('\n').filter(Boolean);
  const passed = lines.filter(line => line.startsWith('PASS '));
  const account = `${flavour}: ${passed.length} of ${files.length} files pass`;
  console.log(`conformance: ${account}`);
  if (files.length > 0 && passed.length === files.length) return [];
  const others = lines.filter(line => !line.startsWith('PASS '));
  return [account, ...others, ...(error ? [String(error)] : []), ...(stderr ? [stderr] : [])];
}

const folder = mkdtempSync(path.join(tmpdir(), 'gen-report-conformance-'));
const plain = printAll(path.join(folder, 'plain'));
const attached = printAll(path.join(folder, 'attached'), '--attach-data');
const wrong = [
  ...failures('ua1', plain),
  ...failures('2a', plain),
  ...failures('ua1', attached),
  ...failures('3a', attached),
];
rmSync(folder, {recursive: true});
if (wrong.length) {
  console.log(wrong.slice(0, 60).join('\n'));
  process.exit(1);
}

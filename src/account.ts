/**
 * What the command tells of its work: in a few lines for people, as JSON for programs.
 */
import type {Outcome} from './batch.ts';
import type {Check} from './extract/proof.ts';
import type {Table} from './extract/table.ts';
import {provedLine, readLine} from './how-read.ts';
import type {Issue} from './issues.ts';
import type {Entry} from './manifest.ts';
import type {Result} from './verification.ts';

/** What is known before the first report is made. */
export const startJson = (table: Table, issues: readonly Issue[], counties: number) => ({
  event: 'start',
  input: {
    file: table.source.file,
    sha256: table.source.sha256,
    title: table.title.name,
    year: table.title.year,
  },
  proof: {passed: table.proof.passed, checks: table.proof.checks.map(check => checkJson(table, check))},
  issues: issues.map(issueJson),
  counties,
});

/** What came of a county. */
export const countyJson = ({county, status, files, verified, issues}: Outcome) => ({
  event: 'county',
  county,
  status,
  files,
  verified,
  issues: issues.map(issueJson),
});

/** What came of all. `index` is the page that leads to them, if there is one. */
export const endJson = (outcomes: readonly Outcome[], index: string | null) => ({
  event: 'end',
  written: countOf(outcomes, 'written'),
  upToDate: countOf(outcomes, 'up-to-date'),
  failed: countOf(outcomes, 'failed'),
  index,
});

const countOf = (outcomes: readonly Outcome[], status: Outcome['status']) =>
  outcomes.filter(each => each.status === status).length;

/** What was read, what was proved, which files with size and page count. */
export function closingText(table: Table, outcomes: readonly Outcome[], index: string | null): string {
  const lines = [
    `Read   ${readLine(table)}`,
    `${provedLine(table)}`,
    ...writtenLines(outcomes),
    ...statusLine('Kept   ', outcomes, 'up-to-date', 'up to date'),
    ...statusLine('Failed ', outcomes, 'failed', 'with nothing new written'),
    ...verifiedLine(outcomes),
    ...(index === null ? [] : [`Index  ${index}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** As many counties as anybody reads the files of. */
const FEW = 3;

function writtenLines(outcomes: readonly Outcome[]): readonly string[] {
  const written = outcomes.filter(({status}) => status === 'written');
  if (written.length <= FEW) return fileLines(written.flatMap(({files}) => files));
  const files = [...new Map(written.flatMap(each => each.files).map(file => [file.path, file])).values()];
  const size = files.reduce((sum, {bytes}) => sum + bytes, 0);
  return [`Wrote  ${written.length} folders, ${files.length} files, ${inKilobytes(size)}`];
}

/** The counties of which something else came, by name as long as they are few. */
function statusLine(
  head: string,
  outcomes: readonly Outcome[],
  status: Outcome['status'],
  words: string,
): readonly string[] {
  const names = outcomes.filter(each => each.status === status).map(({county}) => county.name);
  if (names.length === 0) return [];
  const more = names.length > MOST_NAMES ? [`and ${names.length - MOST_NAMES} more`] : [];
  return [`${head}${names.length} ${words}: ${[...names.slice(0, MOST_NAMES), ...more].join(', ')}`];
}

const MOST_NAMES = 8;

/** What was read back and recomputed, in all files together. */
function verifiedLine(outcomes: readonly Outcome[]): readonly string[] {
  const verified = outcomes.flatMap(each => each.verified ?? []);
  if (verified.length === 0) return [];
  const sum = (key: keyof (typeof verified)[number]) =>
    verified.reduce((total, each) => total + each[key], 0);
  const looked = `${sum('sentences')} sentences, ${sum('numbers')} numbers and ${sum('claims')} claims`;
  const files = sum('files') === 1 ? 'file' : 'files';
  return [`Verified ${sum('files')} ${files}, read back: ${looked}`];
}

/** A line for each file, but one for a folder of many, as that of the charts: nobody reads so many names. */
function fileLines(written: readonly Entry[]): readonly string[] {
  // What reports share is written with each of them, and is one file.
  const files = [...new Map(written.map(file => [file.path, file])).values()];
  const folders = [...new Set(files.map(({path}) => folderOf(path)))];
  return folders.flatMap(folder => {
    const inside = files.filter(({path}) => folderOf(path) === folder);
    if (inside.length <= 6)
      return inside.map(({path, bytes, pages}) => fileLine(path, bytes, pages ?? null, 'pages'));
    const size = inside.reduce((sum, {bytes}) => sum + bytes, 0);
    return [fileLine(folder, size, inside.length, 'files')];
  });
}

const folderOf = (path: string) => path.replace(/[\\/][^\\/]*$/, '');

function fileLine(path: string, size: number, count: number | null, what: string): string {
  const counted = count === null ? '' : `${count} ${what}, `;
  return `Wrote  ${path}  ${counted}${inKilobytes(size)}`;
}

const inKilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;

function checkJson(
  {counties}: Table,
  {kind, county, partner, said, computed, passed, place}: Check,
): unknown {
  const code = (index: number | null) => (index === null ? null : counties[index]!.code);
  return {
    kind,
    county: code(county),
    partner: code(partner),
    said,
    computed,
    passed,
    line: place?.line ?? null,
  };
}

/** The matrix and the issues, as `check --json` prints them; the diagonal is null, and all is where nothing was read. */
export function tableJson(table: Table | null, issues: readonly Issue[]): unknown {
  const found = issues.map(issueJson);
  if (!table) return {title: null, year: null, units: null, total: null, net: null, issues: found};
  const {title, counties, matrix} = table;
  return {
    title: title.name,
    year: title.year,
    units: counties.map(({code, label}) => ({code, name: label})),
    total: matrix.totals,
    net: matrix.net.map((row, i) => row.map((value, j) => (i === j ? null : value))),
    issues: found,
  };
}

/** What came of finished files: a line for each report, one for the others. */
export function verifiedText(results: readonly Result[], leftOut: readonly string[]): string {
  const lines = results.flatMap(({file, counts, issues}) => {
    if (issues.length)
      return [`Wrong     ${file}  ${issues.length} ${issues.length === 1 ? 'problem' : 'problems'}`];
    if (!counts) return [];
    const {sentences, numbers, claims} = counts;
    return [`Verified  ${file}  ${sentences} sentences, ${numbers} numbers, ${claims} claims`];
  });
  const others = results.filter(({counts, issues}) => !counts && issues.length === 0).length;
  const more = others ? [`Verified  ${others} ${others === 1 ? 'file' : 'files'} of figures and charts`] : [];
  const left = leftOut.map(
    file => `Left out  ${file}  its name says a language that the templates do not have`,
  );
  return `${[...lines, ...more, ...left].join('\n')}\n`;
}

/** The same for programs. */
export const verifiedJson = (results: readonly Result[], leftOut: readonly string[]): unknown => ({
  passed: results.every(({issues}) => issues.length === 0),
  files: results.map(({file, counts, issues}) => ({file, ...counts, issues: issues.map(issueJson)})),
  leftOut,
});

const issueJson = ({code, severity, where, message, hint}: Issue) => ({
  code,
  severity,
  line: where?.line ?? null,
  column: where?.column ?? null,
  message,
  hint,
});

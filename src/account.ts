/**
 * What the command tells of its work: in a few lines for people, as JSON for programs.
 */
import type {Check} from './extract/proof.ts';
import type {County, Table} from './extract/table.ts';
import {provedLine, readLine} from './how-read.ts';
import type {Issue} from './issues.ts';
import type {Printed} from './outputs.ts';
import type {Result} from './verification.ts';

/** The files of one report, and what came of reading them back; nothing where that was not asked for. */
export type Written = {
  /** Null for the overview. */
  readonly county: County | null;
  readonly lang: string;
  readonly files: readonly Printed[];
  readonly verified: readonly Result[];
};

/** What was read, what was proved, which files with size and page count. */
export function closing(
  table: Table,
  written: readonly Written[],
  issues: readonly Issue[],
): {text: string; json: unknown} {
  const files = written.flatMap(each => each.files);
  const lines = [
    `Read   ${readLine(table)}`,
    `${provedLine(table)}`,
    ...fileLines(files),
    ...verifiedLine(written.flatMap(({verified}) => verified)),
  ];
  return {
    text: `${lines.join('\n')}\n`,
    json: {
      input: {
        file: table.source.file,
        sha256: table.source.sha256,
        title: table.title.name,
        year: table.title.year,
      },
      proof: {passed: table.proof.passed, checks: table.proof.checks.map(check => checkJson(table, check))},
      issues: issues.map(issueJson),
      reports: written.map(({county, lang, files: own, verified}) => ({
        county: county && {code: county.code, name: county.name},
        lang,
        files: own.map(({path, bytes, pages}) => ({
          path,
          bytes: bytes.length,
          ...(pages === null ? {} : {pages}),
        })),
        verified: verified.length > 0,
      })),
    },
  };
}

/** What was read back and recomputed, in all files together. */
function verifiedLine(results: readonly Result[]): readonly string[] {
  if (results.length === 0) return [];
  const sum = (key: 'sentences' | 'numbers' | 'claims') =>
    results.reduce((total, {counts}) => total + (counts?.[key] ?? 0), 0);
  const looked = `${sum('sentences')} sentences, ${sum('numbers')} numbers and ${sum('claims')} claims`;
  const files = results.length === 1 ? 'file' : 'files';
  return [`Verified ${results.length} ${files}, read back: ${looked}`];
}

/** A line for each file, but one for a folder of many, as that of the charts: nobody reads so many names. */
function fileLines(written: readonly Printed[]): readonly string[] {
  // What reports share is written with each of them, and is one file.
  const files = [...new Map(written.map(file => [file.path, file])).values()];
  const folders = [...new Set(files.map(({path}) => folderOf(path)))];
  return folders.flatMap(folder => {
    const inside = files.filter(({path}) => folderOf(path) === folder);
    if (inside.length <= 6)
      return inside.map(({path, bytes, pages}) => fileLine(path, bytes.length, pages, 'pages'));
    const size = inside.reduce((sum, {bytes}) => sum + bytes.length, 0);
    return [fileLine(folder, size, inside.length, 'files')];
  });
}

const folderOf = (path: string) => path.replace(/[\\/][^\\/]*$/, '');

function fileLine(path: string, size: number, count: number | null, what: string): string {
  const counted = count === null ? '' : `${count} ${what}, `;
  return `Wrote  ${path}  ${counted}${Math.ceil(size / 1000)} kB`;
}

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

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readCard} from '../src/extract/card.ts';
import {readSource} from '../src/extract/source.ts';
import {readTable, type Reading} from '../src/extract/table.ts';
import {formatIssue} from '../src/issues.ts';
import {printTable, randomTable} from './printed-table.ts';

const FILE = 'data/net-migration-2007.txt';
const bytes = readFileSync(FILE);
const card = readCard('card', readFileSync('data/net-migration-2007.json'));

const read = (text: string, described = false): Reading =>
  readTable(readSource('table.txt', new TextEncoder().encode(text)), described ? card : null);

describe('the published table of 2007', () => {
  const published = bytes.toString('utf8');
  const {table, issues} = read(published, true);

  test('is read and proven', () => {
    expect(issues).toEqual([]);
    expect(table!.title).toMatchObject({name: 'Net migration between counties', year: 2007});
    expect(table!.counties).toHaveLength(19);
    expect(table!.proof.checks.map(({kind}) => kind)).toEqual([
      ...Array<string>(19).fill('row-total'),
      'zero-sum',
      ...Array<string>(5).fill('example'),
    ]);
  });

  test('has no number 13, and names joined over lines', () => {
    const names = table!.counties.map(({code, label}) => `${code} ${label}`);
    expect(names).not.toContainEqual(expect.stringMatching(/^13/));
    expect(names).toContain('14 Sogn og Fjordane');
    expect(names).toContain('16 Sør-Trøndelag');
    expect(names).toContain('20 Finnmark Finnmárku');
    expect(table!.counties.at(-1)).toMatchObject({name: 'Finnmark', sami: {name: 'Finnmárku', lang: 'se'}});
  });

  test('is antisymmetric, and every figure knows where it was printed', () => {
    const {net, places, totals, totalPlaces} = table!.matrix;
    const lines = published.split('\n');
    const printed = ({line, column, text}: {line: number; column: number; text: string}) => {
      expect(lines[line - 1]!.slice(column - 1, column - 1 + text.length)).toBe(text);
      return Number(text.replace(/[\u00a0 ]/g, ''));
    };
    net.forEach((row, i) => {
      expect(printed(totalPlaces[i]!)).toBe(totals[i]);
      row.forEach((value, j) => {
        expect(value + net[j]![i]!).toBe(0);
        if (i === j) expect(places[i]![j]!.text).toBe('-');
        else expect(printed(places[i]![j]!)).toBe(i > j ? value : net[j]![i]);
      });
    });
  });

  test('stops at any changed digit of the table, with its place', () => {
    const lines = published.split('\n');
    const last = lines.findIndex(line => line.startsWith('1\u00a0'));
    const mutants = lines
      .slice(4, last)
      .flatMap((line, index) =>
        [...line].flatMap((char, at) =>
          /\d/.test(char)
            ? [...'0123456789'].filter(digit => digit !== char).map(digit => ({index: index + 4, at, digit}))
            : [],
        ),
      );
    const missed = mutants.filter(({index, at, digit}) => {
      const line = lines[index]!;
      const mutant = lines.with(index, line.slice(0, at) + digit + line.slice(at + 1)).join('\n');
      const found = read(mutant).issues;
      return !found.some(issue => issue.severity === 'error' && issue.where?.line === index + 1);
    });
    console.log(
      `extract: ${mutants.length} changed digits, ${mutants.length - missed.length} stopped with their line`,
    );
    expect(mutants.length).toBeGreaterThan(4000);
    expect(missed).toEqual([]);
  });

  test('stops at any changed digit of the examples in the note', () => {
    const start = published.indexOf('Example:');
    const digits = Array.from(published.slice(start)).flatMap((char, at) =>
      /\d/.test(char) ? [start + at] : [],
    );
    const missed = digits.filter(at => {
      const digit = String((Number(published[at]) + 1) % 10);
      return read(published.slice(0, at) + digit + published.slice(at + 1)).issues.length === 0;
    });
    expect(digits.length).toBeGreaterThan(10);
    expect(missed).toEqual([]);
  });

  test('must be the text that its card describes', () => {
    const {issues: found} = read(published.replace('2007', '2008'), true);
    expect(found.map(({code}) => code)).toEqual(['card-mismatch', 'card-mismatch']);
  });
});

describe('cases', () => {
  const folder = 'test/cases/tables';
  for (const file of readdirSync(folder).filter(name => name.endsWith('.md'))) {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const parts = [...text.matchAll(/^## (.+)\n[^`]*```text\n([^]*?)```\n[^`]*```\n([^]*?)```/gm)];
    test(`${file} holds cases`, () => expect(parts.length).toBe(text.match(/^## /gm)?.length));
    for (const [, name, input, expected] of parts) {
      test(`${file}: ${name}`, () => expect(outcome(read(input!.replaceAll('~', '\u00a0')))).toBe(expected));
    }
  }
});

/** The matrix as rows of numbers with the total first, or the issues. */
function outcome({table, issues}: Reading): string {
  const said = issues.map(issue => formatIssue(issue).split('\n')[0]!);
  const rows = table && !issues.length ? table.matrix.net.map((row, i) => row.with(i, NaN)) : [];
  const lines = rows.map((row, i) => {
    const cells = row.map(value => (Number.isNaN(value) ? '.' : String(value)));
    return `${table!.counties[i]!.label}: ${table!.matrix.totals[i]} | ${cells.join(' ')}`;
  });
  return [...lines, ...said].map(line => `${line}\n`).join('');
}

describe('properties', () => {
  test('any table printed in the published form reads back exactly', () => {
    fc.assert(
      fc.property(randomTable(), source => {
        const {table, issues} = read(printTable(source));
        expect(issues).toEqual([]);
        expect(table!.matrix.net).toEqual(source.net);
        expect(table!.counties.map(({code, label}) => ({code, label}))).toEqual(source.counties);
        expect(table!.title.year).toBe(source.year);
      }),
      {numRuns: 300},
    );
  });

  test('one changed cell is located exactly, with what it should be', () => {
    fc.assert(
      fc.property(
        randomTable(3),
        fc.nat(),
        fc.nat(),
        fc.integer({min: 1, max: 5000}),
        (source, a, b, off) => {
          const n = source.counties.length;
          const row = 1 + (a % (n - 1));
          const column = b % row;
          const right = source.net[row]![column]!;
          const wrong = {...source, printedNet: {row, column, value: right + off}};
          const {issues} = read(printTable(wrong));
          expect(issues).toHaveLength(1);
          expect(issues[0]!.code).toBe('cell-disagrees');
          expect(issues[0]!.message).toContain(
            `reads ${right + off}; the totals of both counties say ${right}`,
          );
        },
      ),
      {numRuns: 300},
    );
  });
});

/** What `check` tells people of how a table was read: the form, the signs, which way a plus points, what was proved. */
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {checkText} from '../src/how-read.ts';
import {BOTH, LOWER, MOVES} from './small-tables.ts';
import {tableIn} from './tables-2007.ts';

const PUBLISHED = readFileSync('data/net-migration-2007.txt', 'utf8');

/** What stands in a line, by the line's first word. */
function told(text: string, acceptRepair = false): Readonly<Record<string, string>> {
  const lines = checkText(tableIn(text, acceptRepair)).trimEnd().split('\n');
  expect(lines).toHaveLength(5);
  return Object.fromEntries(lines.map(line => [line.slice(0, 6).trim(), line.slice(7)]));
}

describe('the first line', () => {
  test.each([
    ['2007', PUBLISHED, 'Net migration between counties, 2007; 19 counties; no card, so no source'],
    ['regions', BOTH, 'Net migration between regions, 2010; 3 regions; no card, so no source'],
    [
      'no year',
      BOTH.replace('. 2010', ''),
      'Net migration between regions, no year; 3 regions; no card, so no source',
    ],
    [
      'no title',
      BOTH.replace(/^.*\n/, ''),
      'a table without a title, no year; 3 areas; no card, so no source',
    ],
  ])('says what is there: %s', (_, text, line) => expect(told(text)['Read']).toBe(`table.txt: ${line}`));
});

describe('form and signs', () => {
  test.each([
    [
      '2007',
      PUBLISHED,
      'running text in UTF-8; 2 blocks of columns, heads below; the lower half printed; totals in the first column',
    ],
    [
      'both halves',
      BOTH,
      'running text in UTF-8; one block of columns, heads below; both halves printed; totals in the first column',
    ],
    [
      'fields, heads above, totals last',
      'Net migration. 2010\n;Alta;Bø;Lom;Total\nAlta;-;-2;7;5\nBø;2;-;1;3\nLom;-7;-1;-;-8\n',
      'fields between semicolons in UTF-8; one block of columns, heads above; both halves printed; totals in the last column',
    ],
    [
      'no totals',
      'Net migration. 2010\nAlta Bø Lom\nAlta -\nBø 2 -\nLom -7 -1 -\n',
      'running text in UTF-8; one block of columns, heads above; the lower half printed; no totals',
    ],
  ])('are named: %s', (_, text, line) => expect(told(text)['As']).toBe(line));

  test('that cannot be told by sight have names', () => {
    expect(told(PUBLISHED)['Signs']).toBe(
      'thousands: no-break space; minus: hyphen; diagonal: hyphen; nil: "0"',
    );
    const other = PUBLISHED.replaceAll('\u00a0', '\u202f').replace(/-(?=\d)/g, '\u2212');
    expect(told(other)['Signs']).toBe(
      'thousands: narrow no-break space; minus: minus sign; diagonal: hyphen; nil: "0"',
    );
  });
});

describe('which way a plus points', () => {
  test.each([
    ['as the note says', PUBLISHED, 'a plus is a net gain of the row, as 5 of 5 statements in the note say'],
    [
      'as most of the note says',
      PUBLISHED.replace('Akershus (501)', 'Akershus (510)'),
      'a plus is a net gain of the row, as 4 of 5 statements in the note say',
    ],
    ['as nothing says', BOTH, 'a plus is a net gain of the row, as is usual; nothing in the text says so'],
    [
      'as the title says',
      BOTH.replace('Net migration', 'Net out-migration'),
      'a plus is a net loss of the row, and was turned, as the title says',
    ],
    ['as moves say', MOVES, 'net in-migration of the row, computed from moves'],
  ])('%s', (_, text, line) => expect(told(text)['Plus']).toBe(line));
});

describe('what was proved', () => {
  test.each<[string, string, string, boolean?]>([
    [
      'everything',
      PUBLISHED,
      '19 of 19 totals, their sum is zero, 5 of 5 statements in the note; consistent with its totals',
    ],
    [
      'all but the note',
      PUBLISHED.replace('Akershus (501)', 'Akershus (510)'),
      '19 of 19 totals, their sum is zero, 4 of 5 statements in the note; consistent with its totals',
    ],
    [
      'not the totals of two counties',
      PUBLISHED.replace('-3\u00a0929', '-3\u00a0829'),
      '17 of 19 totals, their sum is zero, 5 of 5 statements in the note',
    ],
    [
      'not the sum of totals',
      PUBLISHED.replace('04 Hedmark 49', '04 Hedmark 94'),
      '18 of 19 totals, their sum is not zero, 5 of 5 statements in the note',
    ],
    [
      'everything after a correction',
      PUBLISHED.replace('-3\u00a0929', '-3\u00a0829'),
      '19 of 19 totals, their sum is zero, 5 of 5 statements in the note, after one correction; consistent with its totals',
      true,
    ],
    [
      'pairs too',
      BOTH,
      '3 of 3 totals, their sum is zero, 3 of 3 pairs opposite, no statements in the note; consistent with its totals',
    ],
    ['nothing', LOWER, 'nothing of the figures, for there are no totals; no statements in the note'],
    ['sums of moves', MOVES, '3 of 3 sums of rows, no statements in the note; consistent with its totals'],
  ])('%s', (_, text, line, acceptRepair) => expect(told(text, acceptRepair)['Proved']).toBe(line));
});

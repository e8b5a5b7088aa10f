/** What the benchmark's own arithmetic rests on. That nothing is rounded in our favour is a promise, so it is a test. */
import {describe, expect, test} from 'vitest';
import {readSource} from '../src/extract/source.ts';
import {readTable} from '../src/extract/table.ts';
import {isMet, openGoals} from './bench/goals.mjs';
import {madeUpTable} from './bench/made-up-table.mjs';
import {sectionText} from './bench/markdown.mjs';
import {missingWords} from './bench/peers/same-text.mjs';
import {exponent, median, slope} from './bench/statistics.mjs';

const row = (id: string, values: Record<string, number | null>) => ({id, what: id, cells: ['x'], values});

describe('goals', () => {
  const [cold] = openGoals();
  const met = (bare: number | null) => isMet(cold!, row('cold/ours', {bare}));

  test('are met to the digit, and never by what was not measured', () => {
    expect(cold).toMatchObject({row: 'cold/ours', value: 'bare', most: 5});
    expect(met(5)).toBe(true);
    expect(met(5.000_001)).toBe(false);
    expect(met(null)).toBe(false);
    expect(isMet(cold!, row('cold/ours', {}))).toBe(false);
  });

  test('that ask for more are not met by as much', () => {
    const goal = {row: 'cold/typst', value: 'ours', above: 1, says: ''};
    expect(isMet(goal, row('cold/typst', {ours: 1}))).toBe(false);
    expect(isMet(goal, row('cold/typst', {ours: 1.01}))).toBe(true);
  });

  test('stand in the row that they are about, with what came of them', () => {
    const rows = [row('cold/bare', {bare: 1}), row('cold/ours', {bare: 6})];
    const text = sectionText({title: 'Cold', heads: ['s'], rows, notes: []}, openGoals());
    expect(text.split('\n').slice(-2)).toEqual([
      '| cold/bare | x |  |  |',
      '| cold/ours | x | at most 5 × bare node | **no** |',
    ]);
  });
});

describe('a peer that draws less', () => {
  const due = 'Oslo −3,929 Akershus +89 Troms Romsa 89';
  const without = (text: string, by = '') => missingWords(due, due.replace(text, by));

  test('is found out by any word or number', () => {
    expect(without('nothing')).toEqual([]);
    expect(without('Romsa')).toEqual(['Romsa (0 of 1)']);
    expect(without('3,929', '3,829')).toEqual(['−3,929 (0 of 1)']);
    expect(missingWords('12 12', '12')).toEqual(['12 (1 of 2)']);
  });

  test('is found out by a minus that its font lacks', () =>
    expect(without('−')).toEqual(['−3,929 (0 of 1)']));
});

describe('statistics', () => {
  test('the median is of what was measured', () => {
    expect(median([3, null, 1])).toBe(2);
    expect(median([9, 1, 2])).toBe(2);
    expect(median([null])).toBeNull();
  });

  test('a slope comes with its error, an exponent from two points', () => {
    expect(slope([[0, 1], [1, 3], [2, 5]])).toEqual({slope: 2, error: 0}); // prettier-ignore
    expect(slope([[0, 0], [1, 3], [2, 0]]).slope).toBe(0); // prettier-ignore
    expect(exponent([10, 2], [100, 200])).toBeCloseTo(2);
    expect(exponent([10, 0], [100, 200])).toBeNull();
  });
});

describe('made-up tables', () => {
  test('are the same on any day, and proved by their totals', () => {
    const {text, codes} = madeUpTable(30);
    expect(madeUpTable(30).text).toBe(text);
    const {table, issues} = readTable(readSource('made-up.txt', new TextEncoder().encode(text)), null);
    expect(issues.filter(({severity}) => severity === 'error')).toEqual([]);
    expect(table!.counties.map(({code}) => code)).toEqual(codes);
  });

  test('name every unit differently, in the largest too', () => {
    const names = madeUpTable(3143)
      .text.split('\n')
      .slice(3, -1)
      .map(line => line.split('\t')[0]);
    expect(new Set(names).size).toBe(3143);
  });
});

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  fill,
  formatCount,
  formatDate,
  formatNumber,
  formatSigned,
  joinList,
  labelProblems,
  type Labels,
} from '../src/language.ts';

const tags = readdirSync('templates').filter(
  name => readdirSync('templates').includes(name) && /^[a-z]{2}$/.test(name),
);
const languages = tags.map(tag => ({
  tag,
  labels: JSON.parse(readFileSync(`templates/${tag}/labels.json`, 'utf8')) as Labels,
}));
const english = languages.find(({tag}) => tag === 'en')!;

describe('English', () => {
  test.each([
    [0, '0', '0', 'no'],
    [1, '1', '+1', 'one'],
    [-89, '−89', '−89', '−89'],
    [9, '9', '+9', 'nine'],
    [10, '10', '+10', '10'],
    [2637, '2,637', '+2,637', '2,637'],
    [-1718, '−1,718', '−1,718', '−1,718'],
    [10000, '10,000', '+10,000', '10,000'],
    [1234567, '1,234,567', '+1,234,567', '1,234,567'],
  ])('%i', (value, number, signed, count) => {
    expect([formatNumber(english, value), formatSigned(english, value), formatCount(english, value)]).toEqual(
      [number, signed, count],
    );
  });

  test('a date', () => expect(formatDate(english, '2008-05-08')).toBe('8 May 2008'));

  test('lists have no comma before the last', () => {
    const list = (...items: string[]) => joinList(english, items, words => words).join('');
    expect([list('a'), list('a', 'b'), list('a', 'b', 'c')]).toEqual(['a', 'a and b', 'a, b and c']);
  });

  test('groups digits as Intl does', () => {
    const intl = new Intl.NumberFormat('en-GB');
    fc.assert(
      fc.property(fc.maxSafeInteger(), value => {
        expect(formatNumber(english, value)).toBe(intl.format(value).replace('-', '−'));
      }),
    );
  });
});

test('a pattern whose place has no value is a fault, not a gap', () => {
  expect(() => fill('Page {page} of {pages}', {page: '1'})).toThrow('{pages}');
});

describe.each(languages)('the labels of $tag', ({labels}) => {
  test('are all there', () =>
    expect(labelProblems(labels as unknown as Record<string, unknown>)).toEqual([]));

  test('one left out or of the wrong kind is missed', () => {
    for (const key of Object.keys(labels)) {
      const {[key as keyof Labels]: _, ...rest} = labels;
      expect(labelProblems(rest)).toHaveLength(1);
      expect(labelProblems({...labels, [key]: 7})).toHaveLength(1);
    }
    expect(labelProblems({...labels, extra: 'x'})).toEqual(['"extra" is not a label']);
  });
});

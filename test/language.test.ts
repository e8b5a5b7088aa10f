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
  type Labels,
  withUnits,
} from '../src/language.ts';
import {labelProblems} from '../src/label-checks.ts';
import type {UnitKind} from '../src/labels.ts';

const tags = readdirSync('templates').filter(name => /^[a-z]{2}$/.test(name));
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
  const changed = (change: (labels: any) => void): readonly string[] => {
    const copy: unknown = structuredClone(labels);
    change(copy);
    return labelProblems(copy);
  };

  test('are in order', () => expect(labelProblems(labels)).toEqual([]));

  test('one left out or of the wrong kind is missed', () => {
    for (const key of Object.keys(labels)) {
      expect(changed(copy => delete copy[key])).toEqual([`"${key}" is missing`]);
      expect(changed(copy => (copy[key] = 7)).length, key).toBeGreaterThan(0);
    }
    for (const wrong of [null, 7, 'text', []]) expect(labelProblems(wrong)).not.toEqual([]);
  });

  test.each<[string, (labels: any) => void, string]>([
    ['an unknown label', copy => (copy.extra = 'x'), '"extra" is no label'],
    ...['', '+', '~', '−−', 7].map((sign): [string, (labels: any) => void, string] => [
      `the minus "${sign}"`,
      copy => (copy.number.minus = sign),
      '"number.minus" must be one of − - – \u2011',
    ]),
    [
      'one word for what agrees and what differs',
      copy => (copy.checks.agrees = copy.checks.differs),
      '"checks" must have different words for agrees and differs',
    ],
    ['no thousands sign', copy => delete copy.number.thousands, '"number.thousands" is missing'],
    [
      'one sign for two things',
      copy => (copy.number.thousands = copy.number.decimal),
      '"number" must have three different signs',
    ],
    ['a digit as a sign', copy => (copy.number.thousands = '1'), '"number" must have no digit as a sign'],
    ['eleven months', copy => copy.date.months.pop(), '"date.months" must be twelve texts'],
    [
      'a misspelt place',
      copy => (copy.percent = '{numbr} per cent'),
      '"percent" must say where {number} stands',
    ],
    [
      'a place too many',
      copy => (copy.figure = 'Figure {number} of {all}'),
      '"figure" has a place {all} that nothing fills',
    ],
    [
      'a pattern without its place',
      copy => (copy.checks['row-total'] = 'Total'),
      '"checks.row-total" must say where {county} stands',
    ],
    [
      'a place twice',
      copy => (copy.page = 'Page {page} of {pages} ({page})'),
      '"page" has the place {page} more than once',
    ],
    ['a label that every object inherits', copy => (copy.toString = 'x'), '"toString" is no label'],
    ['too few number words', copy => copy.counts.splice(9), '"counts" must have 10 texts'],
    ['an empty ordinal', copy => (copy.ordinals[4] = ''), '"ordinals" has nothing at place 4'],
    ['a share without its word', copy => delete copy.shares['two-thirds'], '"shares.two-thirds" is missing'],
    ['an empty head', copy => (copy.columns.total = ' '), '"columns.total" must be a text'],
    ['a kind of unit left out', copy => delete copy.units.region, '"units.region" is missing'],
    ['an unknown kind of unit', copy => (copy.units.town = copy.units.area), '"units.town" is no label'],
    [
      'a unit that is one word',
      copy => (copy.units.county = 'county'),
      '"units.county" must be an object of texts',
    ],
    ['a unit that is null', copy => (copy.units.county = null), '"units.county" must be an object of texts'],
    ['a unit without its head', copy => delete copy.units.area.head, '"units.area.head" is missing'],
    ['a unit without a singular', copy => delete copy.units.area.one, '"units.area.one" is missing'],
    ['a unit without a plural', copy => delete copy.units.area.other, '"units.area.other" is missing'],
    ['an empty form', copy => (copy.units.region.one = ' '), '"units.region.one" must be a text'],
    [
      'a form that is no text',
      copy => (copy.units.region.dative = 7),
      '"units.region.dative" must be a text',
    ],
    [
      'a place in a form',
      copy => (copy.units.region.other = '{units}'),
      '"units.region.other" has a place {units} that nothing fills',
    ],
    [
      'a file inside the PDF that says not what of',
      copy => (copy.attachments.flows = '{county}, {year}'),
      '"attachments.flows" must say where {units} stands',
    ],
    [
      'a check of moves without its county',
      copy => (copy.checks['moves-row'] = 'Row'),
      '"checks.moves-row" must say where {county} stands',
    ],
    ['a check left out', copy => delete copy.checks.mirror, '"checks.mirror" is missing'],
  ])('%s is told so', (_, change, problem) => expect(changed(change)).toContain(problem));

  test.each<[string, (labels: any) => unknown[] | object, string | number, string | number]>([
    ['counts', copy => copy.counts, 6, 7],
    ['counts', copy => copy.counts, 0, 1],
    ['ordinals', copy => copy.ordinals, 2, 10],
    ['times', copy => copy.times, 2, 3],
    ['shares', copy => copy.shares, 'two-thirds', 'three-quarters'],
    ['date.months', copy => copy.date.months, 0, 11],
  ])('have no value of %s twice, in whatever case', (label, listOf, one, other) => {
    const again = (change: (value: string) => string) =>
      changed(copy => {
        const list: any = listOf(copy);
        list[other] = change(list[one]);
      });
    const word = (listOf(labels) as Record<string | number, string>)[one]!;
    expect(again(value => value)).toEqual([`"${label}" has "${word}" twice`]);
    expect(again(value => value.toUpperCase())).toEqual([`"${label}" has "${word.toUpperCase()}" twice`]);
    expect(again(value => `${value}x`)).toEqual([]);
  });

  test.each(['−', '-', '–', '\u2011'])('may have the minus %s', sign => {
    expect(changed(copy => (copy.number.minus = sign))).toEqual([]);
  });

  test('may have more forms of the words for counties, regions ... than are needed', () => {
    expect(changed(copy => (copy.units.county.genitive = 'county’s'))).toEqual([]);
  });
});

describe('the texts of charts', () => {
  const charts = (unit: UnitKind) => withUnits(english, unit).labels.charts;

  test.each([
    ['county', 'Between other counties'],
    ['region', 'Between other regions'],
    ['municipality', 'Between other municipalities'],
    ['area', 'Between other areas'],
  ] as const)('speak of what the table is about: %s', (unit, text) => {
    expect(charts(unit)['other']).toBe(text);
    expect(Object.values(charts(unit)).join()).not.toContain('{units}');
  });

  test('are else as they were, and so are all other labels', () => {
    const {other, ...rest} = english.labels.charts;
    expect(other).toContain('{units}');
    expect(charts('region')).toEqual({...rest, other: 'Between other regions'});
    expect(withUnits(english, 'region')).toEqual({
      tag: 'en',
      labels: {...english.labels, charts: charts('region')},
    });
  });

  test('may name it twice, whatever signs the word has', () => {
    const {labels} = english;
    const odd = {
      ...labels,
      charts: {other: '{units} and {units}'},
      units: {...labels.units, area: {...labels.units.area, other: 'a$&b'}},
    };
    expect(withUnits({tag: 'en', labels: odd}, 'area').labels.charts).toEqual({other: 'a$&b and a$&b'});
  });
});

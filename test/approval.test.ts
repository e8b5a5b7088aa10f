/**
 * What was approved of a language besides the order in its sentences: the labels that print numbers and verdicts. And
 * what nobody should be asked to approve.
 */
import {readdirSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Labels} from '../src/labels.ts';
import {LOCKED, lockedLabels} from '../src/narrative/lock-labels.ts';
import {openWriter} from '../src/open.ts';
import {
  CHARTS,
  edited,
  issuesOf,
  lineOf,
  lockOf,
  original,
  said,
  validated,
  worldWith,
} from './edited-templates.ts';

const tags = readdirSync('templates').filter(name => /^[a-z]{2}$/.test(name));
const labelsOf = (tag: string) => JSON.parse(original(`${tag}/labels.json`)) as Labels;

/** The labels of a language with a change, as its file. */
function relabelled(tag: string, change: (labels: any) => void) {
  const labels: unknown = structuredClone(labelsOf(tag));
  change(labels);
  return {[`${tag}/labels.json`]: JSON.stringify(labels, null, 2)};
}

/** The line of a text on which a part of it ends. */
const lineIn = (text: string, part: string) =>
  text.slice(0, text.indexOf(part) + part.length).split('\n').length;

function swap(list: any, one: string | number, other: string | number) {
  [list[one], list[other]] = [list[other], list[one]];
}

const APPROVE = 'gen-report validate --update-lock';

/** Changes that leave every label of its shape, and that nothing else would show. */
const SLIPS: readonly (readonly [label: string, change: (labels: any) => void])[] = [
  ['counts', labels => swap(labels.counts, 6, 7)],
  ['ordinals', labels => swap(labels.ordinals, 2, 3)],
  ['times', labels => swap(labels.times, 2, 3)],
  ['shares', labels => swap(labels.shares, 'two-thirds', 'three-quarters')],
  ['number', labels => (labels.number.minus = '-')],
  ['number', labels => (labels.number.thousands = '\u202f')],
  ['date', labels => swap(labels.date.months, 4, 5)],
  ['date', labels => (labels.date.pattern = '{month} {day} {year}')],
  ['checks', labels => swap(labels.checks, 'agrees', 'differs')],
  ['charts', labels => swap(labels.charts, 'gain', 'loss')],
  ['columns', labels => swap(labels.columns, 'said', 'computed')],
  ['percent', labels => (labels.percent = '{number} o/oo')],
  ['shareWithWord', labels => (labels.shareWithWord = '{percent} ({word})')],
  ['each', labels => (labels.each = '{amount} +')],
  ['and', labels => (labels.and = '&')],
];

describe.each(tags)('the labels of %s', tag => {
  const file = `${tag}/labels.json`;

  test.each(SLIPS)('that are not the approved ones stop every run: %s, %#', async (label, change) => {
    const world = relabelled(tag, change);
    const found = await issuesOf(world, tag);
    expect(found.map(({code}) => code)).toEqual(['label-changed']);
    const [{where, message, hint}] = found as [(typeof found)[number]];
    const line = lineIn(world[file]!, `\n  "${label}":`);
    expect(where).toMatchObject({line, column: 3});
    expect(where!.file).toMatch(/labels\.json$/);
    expect(message).toMatch(new RegExp(`^The label "${label}" is not the approved one: `));
    expect(hint).toBe(`Approved is: ${lockOf(tag)[`labels ${label}`]} (if the change is meant: ${APPROVE})`);
    await expect(openWriter(worldWith(world).env, 'templates', tag, CHARTS)).rejects.toThrow(message);
  });

  test('the words for one are among them where there are some', async () => {
    const world = relabelled(tag, labels => (labels.ones = {...labels.ones, m: labels.counts[2]}));
    expect((await issuesOf(world, tag)).map(({code}) => code)).toContain('label-changed');
  });

  test('every two texts of a locked label that change places are seen', () => {
    let swapped = 0;
    for (const label of LOCKED) {
      const lists = listsIn(labelsOf(tag)[label]);
      for (const steps of lists) {
        const keys = Object.keys(within(labelsOf(tag)[label], steps) as object);
        for (const [index, one] of keys.entries()) {
          for (const other of keys.slice(index + 1)) {
            const copy: any = structuredClone(labelsOf(tag));
            const list: any = within(copy[label], steps);
            if (JSON.stringify(list[one]) === JSON.stringify(list[other])) continue;
            swap(list, one, other);
            swapped++;
            const [entry] = lockedLabels(located({[label]: copy[label]}), []);
            expect(entry!.order, `${label} ${one} ${other}`).not.toBe(lockOf(tag)[`labels ${label}`]);
          }
        }
      }
    }
    expect(swapped).toBeGreaterThan(250);
  });

  test('in another order of their members are the same', async () => {
    const turned = relabelled(tag, labels => {
      labels.shares = Object.fromEntries(Object.entries(labels.shares as object).toReversed());
    });
    expect(await issuesOf(turned, tag)).toEqual([]);
  });

  test('of which one is broken or says a foreign word: that is told, and not that it changed', async () => {
    const plus = relabelled(tag, labels => (labels.number.minus = '+'));
    expect((await issuesOf(plus, tag)).map(said)).toEqual([
      `${lineIn(plus[file]!, '"minus"')}:5 labels-broken The label "number.minus" must be one of − - – \u2011 | Compare with templates/en`,
    ]);
    const twice = relabelled(tag, labels => {
      labels.counts[6] = labels.counts[7];
      swap(labels.checks, 'agrees', 'differs');
    });
    expect((await issuesOf(twice, tag)).map(({code}) => code)).toEqual(['labels-broken', 'label-changed']);
  });

  test('that nobody has approved are told', async () => {
    const lock = Object.fromEntries(Object.entries(lockOf(tag)).filter(([key]) => key !== 'labels times'));
    expect((await issuesOf({[`${tag}/order.lock.json`]: JSON.stringify(lock)}, tag)).map(said)).toEqual([
      `${lineOf(file, '"times"')}:3 label-unapproved Nobody has approved the label "times": ${lockOf(tag)['labels times']} | If each word says what it should: ${APPROVE}`,
    ]);
  });

  test('are approved by --update-lock', async () => {
    const world = relabelled(tag, labels => {
      swap(labels.counts, 6, 7);
      labels.number.minus = '-';
    });
    const {out, written, issues} = await validated(world, {updateLock: true});
    expect(issues).toEqual([]);
    expect(out).toMatch(/\n {2}changed: labels number: .*\n {2}changed: labels counts: .*\n(?! )/);
    const lock = new TextDecoder().decode(written[tags.indexOf(tag)]!.bytes);
    expect(await issuesOf({...world, [`${tag}/order.lock.json`]: lock}, tag)).toEqual([]);
    expect((await issuesOf({[`${tag}/order.lock.json`]: lock}, tag)).map(({code}) => code)).toEqual([
      'label-changed',
      'label-changed',
    ]);
  });

  test('print only number words that words.json knows', async () => {
    const world = relabelled(tag, labels => (labels.counts[7] = 'septem'));
    const line = lineIn(world[file]!, '"septem"');
    expect((await issuesOf(world, tag)).map(said)).toEqual([
      `${line}:5 unlisted-number The number word "septem" does not stand in words.json | Add it there under numbers: else it could be typed in a sentence`,
    ]);
    for (const half of [`x ${labelsOf(tag).counts[7]}`, `${labelsOf(tag).counts[7]} x`, 'seventy seven'])
      expect(
        (
          await issuesOf(
            relabelled(tag, labels => (labels.counts[7] = half)),
            tag,
          )
        ).map(({code}) => code),
      ).toEqual(['unlisted-number']);
    const one = relabelled(tag, labels => (labels.ones = {...labels.ones, x: 'unus'}));
    expect((await issuesOf(one, tag)).map(({code}) => code)).toEqual(['unlisted-number']);
  });
});

/** Labels whose every part stands on the first line. */
const located = (value: unknown) => ({value, locate: () => ({file: 'labels.json', line: 1, column: 1})});

/** The ways to all lists and objects in a label. */
const listsIn = (value: unknown): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? []
    : [[], ...Object.entries(value).flatMap(([key, each]) => listsIn(each).map(steps => [key, ...steps]))];

const within = (value: any, steps: readonly string[]): unknown =>
  steps.reduce((part, step) => part[step], value);

describe('a label in the lock', () => {
  const order = (counts: unknown) => lockedLabels(located({counts}), [])[0]!.order;

  test('reads like no other', () => {
    const text = fc.string({
      unit: fc.constantFrom(',', ' ', ':', ';', '“', '”', '\\', 'a', '\u00a0', '\u202f', 'u{a0}'),
    });
    const list = fc.array(text, {minLength: 1, maxLength: 3});
    const object = fc.dictionary(text, text, {maxKeys: 3, noNullPrototype: true});
    const sorted = (value: object) =>
      JSON.stringify(Array.isArray(value) ? value : Object.entries(value).toSorted());
    for (const any of [list, object]) {
      fc.assert(
        fc.property(any, any, (one, other) => {
          expect(order(one) === order(other)).toBe(sorted(one) === sorted(other));
        }),
        {numRuns: 5000},
      );
    }
  });

  test('has its members apart, whatever they are called', () => {
    expect(order({'a: b': 'c'})).not.toBe(order({a: 'b: c'}));
  });

  test('shows what looks like another sign', () => {
    expect(order('a\u00a0b\u202fc d')).toBe('a\\u{a0}b\\u{202f}c d');
    expect(order(['', ' ', 'a, b', '“c”'])).toBe('“”, “ ”, “a, b”, ““c\\””');
  });
});

describe('what nobody should be asked to approve', () => {
  const codes = async (...changes: readonly (readonly [string, string])[]) =>
    (await issuesOf(edited('en/report.md', ...changes))).map(({code}) => code);

  test.each<[string, readonly [string, string], readonly string[]]>([
    [
      'a misspelt variable',
      ['followed with {% $amount %}', 'followed with {% $amuont %}'],
      ['unknown-variable', 'unused-slot'],
    ],
    ['a misspelt function', ['signed($gains)', 'sgined($gains)'], ['unknown-function']],
    ['a misspelt variable outside facts', ['signed($gains)', 'signed($gians)'], ['unknown-variable']],
    [
      'a misspelt variable in a heading',
      ['net migration {% $year %}', 'net migration {% $yaer %}'],
      ['unknown-variable'],
    ],
    ['a typed number in the place of one', ['{% signed($total) %}** net', '+151** net'], ['typed-digit']],
    ['a misspelt fact', ['tell "runner-up" %}', 'tell "runer-up" %}'], ['unknown-fact', 'untold-fact']],
    ['a lost brace', ['{% $runner %} followed', '{% $runner } followed'], ['lost-brace']],
    [
      'a fact without a sentence',
      ['{% tell "runner-up" %}{% $runner %} followed with {% $amount %}.{% /tell %}', ''],
      ['untold-fact'],
    ],
    ['a misspelt chart', ['{% chart "heatmap" %}', '{% chart "heatmpa" %}'], ['unknown-chart']],
    ['a misspelt tag', ['{% data-table "full" %}', '{% data-tabel "full" %}'], ['template-syntax']],
  ])('%s is told, and neither an order nor what is gone', async (_, change, expected) => {
    const found = await codes(change);
    expect([...new Set(found)].filter(code => code !== 'not-placed').toSorted()).toEqual(expected.toSorted());
  });

  test('an error elsewhere hides no order', async () => {
    const found = await codes(
      ['followed with {% $amount %}', 'followed with {% $amuont %}'],
      [
        '{% count($partners) %} of {% count($others) %}), came',
        '{% count($others) %} of {% count($partners) %}), came',
      ],
    );
    expect(found.toSorted()).toEqual(['order-changed', 'unknown-variable', 'unused-slot']);
  });

  test('an error on another line of the same sentence does', async () => {
    const found = await codes(['gains of {% num($gains) %}', 'gains of\n{% num($gians) %}']);
    expect(found).toEqual(['unknown-variable']);
  });

  test('a fact that is nowhere told hides no order on the first line, where that is told', async () => {
    const found = await codes(
      ['{% tell "runner-up" %}{% $runner %} followed with {% $amount %}.{% /tell %}', ''],
      ['{% $county %}: net migration {% $year %}', '{% $year %}: net migration {% $county %}'],
    );
    expect(found.toSorted()).toEqual(['order-changed', 'untold-fact']);
  });

  test('nor are numbers of a misspelt sentence compared between languages', async () => {
    const {issues} = await validated(
      edited('nn/report.md', ['{% $runner %}', '{% $amount %}'], ['{% $amount %}', '{% $amuont %}']),
    );
    expect([...new Set(issues.map(({code}) => code))].filter(code => /order|part|moved/.test(code))).toEqual(
      [],
    );
    expect(issues.length).toBeGreaterThan(0);
  });
});

describe('an approved sentence that is gone', () => {
  // With what stands in its place in the report of a large table.
  const chart = /\{% chart "totals" %\}[^]*?\{% \/chart %\}\n\{% large %\}[^]*?\{% \/large %\}\n\n/;
  const without = (tag: string) => ({[`${tag}/report.md`]: original(`${tag}/report.md`).replace(chart, '')});
  const keys = [
    'chart totals title',
    'extremes',
    'chart totals alt',
    'chart totals title 2',
    'chart totals alt 2',
    'chart totals note',
    'totals-rest',
  ];

  test.each(tags)('stops every run, at its place in the lock of %s', async tag => {
    const found = await issuesOf(without(tag), tag);
    expect(found.map(({code, where}) => `${code} ${where!.line}:${where!.column}`)).toEqual(
      Object.keys(lockOf(tag))
        .filter(key => keys.includes(key))
        .map(key => `order-gone ${lineOf(`${tag}/order.lock.json`, `"${key}":`)}:3`),
    );
    expect(found).toHaveLength(keys.length);
    await expect(openWriter(worldWith(without(tag)).env, 'templates', tag, CHARTS)).rejects.toThrow(
      '"extremes" was approved and is gone',
    );
  });

  test('is approved by --update-lock, where all languages are without it', async () => {
    const world = Object.assign({}, ...tags.map(without)) as Record<string, string>;
    const {out, written, issues} = await validated(world, {updateLock: true});
    expect(issues).toEqual([]);
    expect(out.match(/^ {2}gone: extremes: /gm)).toHaveLength(tags.length);
    for (const file of written)
      expect(Object.keys(JSON.parse(new TextDecoder().decode(file.bytes)) as object)).not.toContain(
        'extremes',
      );
  });
});

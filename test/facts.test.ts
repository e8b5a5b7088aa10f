import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {CATALOGUE, type Fact, type Slot} from '../src/facts/catalogue.ts';
import {fileName, findCounty} from '../src/facts/county.ts';
import {parse} from '../src/facts/expression.ts';
import {leading} from '../src/facts/flows.ts';
import {anchor, quantity} from '../src/facts/quantity.ts';
import {shareWord} from '../src/facts/shares.ts';
import {narrativeFacts, tell} from '../src/facts/tell.ts';
import {randomTable, type SourceTable} from './printed-table.ts';
import {BOTH, LOWER, MOVES} from './small-tables.ts';
import {countyOf, publishedTable, tableIn, tableOf} from './tables-2007.ts';

const table = publishedTable();
const value = (expr: string) => quantity(table, 'flow', expr).value;

describe('expressions', () => {
  test.each([
    ['net(03,12)', 540],
    ['net(12,03)', -540],
    ['total(03)', 151],
    ['sum(+,03)', 4181],
    ['sum(-,03)', 4030],
    ['count(+,03)', 15],
    ['count(-,03)', 3],
    ['count(0,01)', 1],
    ['region(03,VE)', 1108],
    ['-region(03,OA)', 3929],
    ['rank(03)', 8],
    ['pairRank(02,03)', 1],
    ['total(02) - net(02,03)', -1292],
    ['pct(net(02,03), sum(-,03))', 97],
    ['destinations(03)', 13],
    ['sources(18)', 5],
    ['totals()', 0],
    ['examples()', 5],
    ['differing()', 0],
    ['said(3)', 151],
    ['found(3)', 151],
  ])('%s is %i', (expr, expected) => expect(value(expr)).toBe(expected));

  test('what is not one is a fault that shows it', () => {
    for (const wrong of ['net(03', 'net 03', '03', 'net(03,12) 5', '+', ''])
      expect(() => parse(wrong)).toThrow(/Not an expression/);
    expect(() => value('nett(03,12)')).toThrow('nett');
    expect(() => value('net(03,13)')).toThrow('"13"');
  });

  test('nought has no sign', () => {
    expect(Object.is(value('-net(01,16)'), 0)).toBe(true);
    expect(Object.is(value('net(01,16)'), 0)).toBe(true);
  });

  test.each([
    ['net(03,12)', 'c-03-12'],
    ['-net(03,12)', 'c-03-12'],
    ['-total(18)', 't-18'],
    ['sum(+,03)', 'r-03'],
    ['counties()', null],
    ['stated(4)', null],
    ['said(3)', null],
    ['found(3)', null],
  ])('%s is proven at %s', (expr, expected) => {
    expect(anchor({value: 0, kind: 'flow', expr})).toBe(expected);
  });
});

describe('shares', () => {
  test.each([
    [4699, 10000, null],
    [47, 100, 'almost-half'],
    [4999, 10000, 'almost-half'],
    [50, 100, null],
    [5001, 10000, 'more-than-half'],
    [55, 100, 'more-than-half'],
    [551, 1000, null],
    [65, 100, 'two-thirds'],
    [685, 1000, 'two-thirds'],
    [73, 100, 'three-quarters'],
    [77, 100, 'three-quarters'],
    [95, 100, 'almost-all'],
    [100, 100, null],
  ])('%i of %i', (part, whole, word) => expect(shareWord(part, whole)).toBe(word));

  test('3929 of 4030 is 97 per cent: rounded once', () =>
    expect(value('pct(net(02,03), sum(-,03))')).toBe(97));
});

describe('lists', () => {
  const list = (...amounts: number[]) =>
    leading(
      amounts.map(amount => ({county: table.counties[0]!, amount: {value: amount, kind: 'flow', expr: ''}})),
    ).length;

  test.each([
    ['ends at the largest relative drop', [540, 523, 406, 387, 339], 2],
    ['takes four where the drop comes late', [94, 80, 78, 67, 35], 4],
    ['never parts equal amounts', [10, 9, 9, 9, 9, 1], 5],
    ['takes all of a run of equals', [7, 7, 7], 3],
    ['takes one of one', [5], 1],
  ])('%s', (_, amounts, length) => expect(list(...amounts)).toBe(length));
});

describe('a county by what people write', () => {
  const found = (asked: string) => {
    const county = findCounty(table.counties, asked);
    return 'severity' in county ? `${county.message} | ${county.hint}` : county.code;
  };

  test.each([
    ['Oslo', '03'],
    ['oslo', '03'],
    ['03', '03'],
    ['3', '03'],
    ['03 Oslo', '03'],
    ['More og Romsdal', '15'],
    ['moere og romsdal', '15'],
    ['Sor-Trondelag', '16'],
    ['sor trondelag', '16'],
    ['OSTFOLD', '01'],
    ['Oestfold', '01'],
    ['Finnmárku', '20'],
    ['finnmarku', '20'],
    ['Finnmark', '20'],
    ['Troms Romsa', '19'],
    ['romsa', '19'],
    ['Sogn og Fjordane', '14'],
  ])('%s', (asked, code) => expect(found(asked)).toBe(code));

  test('a typing error is answered with what was meant, and never run', () => {
    expect(found('Osol')).toContain('Did you mean "Oslo"');
    expect(found('Nordlan')).toContain('"Nordland"');
    expect(found('Agder')).toContain('"Aust-Agder", "Vest-Agder"');
    expect(found('13')).toContain('gen-report list');
    expect(found('')).toContain('There is no county');
  });

  test('file names are ASCII', () => {
    const names = table.counties.map(county => fileName(table, county));
    expect(names).toContain('more-og-romsdal');
    expect(new Set(names).size).toBe(19);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

test('two counties never share a file, whether they have numbers or not', () => {
  const bare = table.counties[0]!;
  for (const numbered of [true, false]) {
    const counties = ['Bø', 'Bo', '東京'].map((name, i) => {
      const key = `0${i + 1}`;
      return {...bare, name, key, code: numbered ? key : null};
    });
    expect(counties.map(county => fileName({counties}, county))).toEqual(['bo-01', 'bo-02', '03']);
  }
});

describe('counties without numbers', () => {
  const counties = table.counties.map(county => ({...county, code: null}));

  test.each(['Oslo', 'oslo', 'More og Romsdal', 'finnmarku', 'Troms Romsa'])('%s is found by name', asked => {
    const [found, expected] = [findCounty(counties, asked), findCounty(table.counties, asked)];
    expect(found).toEqual({...expected, code: null});
  });

  test.each(['03', '3', '03 Oslo', 'null Oslo', 'null'])('"%s" is none of them, and no key', asked =>
    expect(findCounty(counties, asked)).toMatchObject({code: 'unknown-county'}),
  );

  test('have files of their names', () =>
    expect(counties.map(county => fileName({counties}, county))).toEqual(
      table.counties.map(county => fileName(table, county)),
    ));

  test('whose names sound alike are told apart by spelling alone', () => {
    const alike = ['Bø', 'Bo'].map((name, i) => ({...counties[i]!, name, label: name}));
    for (const county of alike) expect(findCounty(alike, county.name)).toBe(county);
    expect(findCounty(alike, 'bo')).toMatchObject({
      code: 'ambiguous-county',
      message: '"bo" may be "Bø", "Bo"',
      hint: expect.stringContaining('as the table prints it'),
    });
  });
});

/** A fact as a reviewer reads it: its id and what stands in its slots. */
function line({id, slots}: Fact): string {
  return `${id}(${Object.values(slots).map(shown).filter(Boolean).join(', ')})`;
}

function shown(slot: Slot): string {
  switch (slot.kind) {
    case 'number':
      return String(slot.value.value);
    case 'share':
      return `${slot.value.percent.value} %`;
    case 'county':
      return slot.value.name;
    case 'region':
      return slot.value.key;
    case 'flows':
      return slot.value.map(({county, amount}) => `${county.name} ${amount.value}`).join(', ');
    case 'counties':
      return slot.value.map(({name}) => name).join(', ');
    case 'text':
      return slot.value;
    default:
      return '';
  }
}

describe('the facts of 2007', () => {
  test('are those of the golden file', async () => {
    const text = table.counties.map(county => {
      const told = new Set(tell(table, county).facts.map(({id}) => id));
      const facts = narrativeFacts(table, county).map(
        fact => `${told.has(fact.id) ? '-' : '- left out:'} ${line(fact)}`,
      );
      return `## ${county.code} ${county.name}\n\n${facts.join('\n')}\n`;
    });
    await expect(`# What is told about each county\n\n${text.join('\n')}`).toMatchFileSnapshot(
      'golden/facts-2007.md',
    );
  });

  test('differ from county to county', () => {
    const signatures = table.counties.map(county =>
      tell(table, county)
        .facts.map(({id}) => id)
        .filter(id => CATALOGUE[id].group === 'narrative')
        .join(' '),
    );
    expect(new Set(signatures).size).toBe(19);
  });

  test('are those of the catalogue that was worked out beforehand', () => {
    // From the reference's dry run: county, and some facts that make it what it is.
    const dryRun = readFileSync('test/cases/facts/dry-run-2007.txt', 'utf8').trim().split('\n');
    expect(dryRun).toHaveLength(19);
    for (const row of dryRun) {
      const [code, ...expected] = row.split(/\s*;\s*/);
      const lines = narrativeFacts(table, countyOf(table, code!)).map(line);
      for (const each of expected) expect(lines, `${code} ${each}`).toContain(each);
    }
  });
});

describe('how the figures were come by and checked', () => {
  const published = readFileSync('data/net-migration-2007.txt', 'utf8');
  const changed = (from: string, to: string) => {
    if (!published.includes(from)) throw new Error(`Nowhere: ${from}`);
    return published.replace(from, to);
  };

  /** All facts of this kind that are told, but those of signs and sources. */
  function facts(text: string, acceptRepair = false): readonly string[] {
    const any = tableIn(text, acceptRepair);
    const told = any.counties.map(county => tell(any, county).facts.filter(({id}) => KINDS.test(id)));
    for (const fact of told.flat().flatMap(({slots}) => Object.values(slots)))
      if (fact.kind === 'number') expect(quantity(any, 'flow', fact.value.expr).value).toBe(fact.value.value);
    // They are of the table, so every county tells the same.
    const [first, ...others] = told.map(each => each.map(line));
    for (const other of others) expect(other).toEqual(first);
    return first!;
  }
  const KINDS = /^(?:repaired|derived|unproven|note|net-only|half|checked|consistent|examples)/;

  test.each<[string, readonly string[], string, boolean?]>([
    [
      'of 2007: half of the table, with totals and five statements',
      [
        'net-only()',
        'net-only-chord()',
        'half-printed()',
        'checked-totals()',
        'consistent()',
        'examples-checked(5)',
      ],
      published,
    ],
    [
      'a note that says another figure',
      [
        'net-only()',
        'net-only-chord()',
        'half-printed()',
        'checked-totals()',
        'consistent()',
        'examples-checked(5)',
        'examples-differ(1)',
        'note-differs(1)',
      ],
      changed('versus Akershus (501)', 'versus Akershus (510)'),
    ],
    [
      'a corrected figure',
      [
        'repaired-cell(Oslo, Akershus, -3\u00a0829, -3929)',
        'net-only()',
        'net-only-chord()',
        'half-printed()',
        'checked-totals()',
        'checked-corrected()',
        'consistent()',
        'examples-checked(5)',
      ],
      changed('-3\u00a0929', '-3\u00a0829'),
      true,
    ],
    [
      'a corrected total',
      [
        'repaired-total(Hedmark, 94, 49)',
        'net-only()',
        'net-only-chord()',
        'half-printed()',
        'checked-totals()',
        'checked-corrected()',
        'consistent()',
        'examples-checked(5)',
      ],
      changed('04 Hedmark 49', '04 Hedmark 94'),
      true,
    ],
    [
      'a wrong total that nobody corrects: not consistent',
      ['net-only()', 'net-only-chord()', 'half-printed()', 'checked-totals()', 'examples-checked(5)'],
      changed('04 Hedmark 49', '04 Hedmark 94'),
    ],
    [
      'both halves, with totals',
      [
        'net-only()',
        'net-only-chord()',
        'checked-totals()',
        'checked-pairs(3)',
        'consistent()',
        'examples-absent()',
      ],
      BOTH,
    ],
    [
      'both halves, without totals',
      ['net-only()', 'net-only-chord()', 'checked-pairs(3)', 'consistent()', 'examples-absent()'],
      BOTH.replace(/^(\p{L}+) -?\d/gmu, '$1').replace('Total ', ''),
    ],
    [
      'one half, without totals',
      [
        'net-only()',
        'net-only-chord()',
        'half-printed()',
        'unproven()',
        'checked-nothing()',
        'examples-absent()',
      ],
      LOWER,
    ],
    ['moves each way', ['derived()', 'checked-moves()', 'consistent()', 'examples-absent()'], MOVES],
  ])('%s', (_, expected, text, acceptRepair) => expect(facts(text, acceptRepair)).toEqual(expected));
});

describe('any table', () => {
  const small = fc.integer({min: -3, max: 3});

  /** Random tables with the edge cases forced: many noughts and ties, one-sided counties. */
  const tables: fc.Arbitrary<SourceTable> = fc.oneof(
    randomTable(),
    randomTable().chain(source =>
      fc.array(small, {minLength: source.net.length ** 2, maxLength: source.net.length ** 2}).map(cells => ({
        ...source,
        net: source.net.map((row, i) =>
          row.map((_, j) =>
            i === j ? 0 : i > j ? cells[i * row.length + j]! : 0 - cells[j * row.length + i]!,
          ),
        ),
      })),
    ),
    randomTable().map(source => ({
      ...source,
      net: source.net.map((row, i) => row.map((_, j) => (j - i) * (1 + ((i + j) % 3)))),
    })),
  );

  test('tells of every county without an empty list, a negative amount or a number without its expression', () => {
    fc.assert(
      fc.property(tables, source => {
        const any = tableOf(source);
        for (const county of any.counties) {
          const {facts, figures} = tell(any, county);
          expect(facts.filter(({id}) => id.startsWith('lead-'))).toHaveLength(1);
          expect(new Set(facts.map(({id}) => id)).size).toBe(facts.length);
          for (const slot of facts.flatMap(fact => Object.values(fact.slots))) {
            if (slot.kind === 'flows') {
              expect(slot.value.length).toBeGreaterThan(0);
              expect(slot.value.every(({amount}) => amount.value > 0)).toBe(true);
            }
            if (slot.kind === 'counties' || slot.kind === 'regions')
              expect(slot.value.length).toBeGreaterThan(0);
            if (slot.kind === 'number')
              expect(quantity(any, 'flow', slot.value.expr).value).toBe(slot.value.value);
            if (slot.kind === 'share') expect(slot.value.percent.value).toBeLessThanOrEqual(100);
          }
          expect(figures['gains']!.value + figures['losses']!.value).toBe(figures['total']!.value);
        }
      }),
      {numRuns: 150},
    );
  });
});

import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {type Document, type Inlines, textOf} from '../src/document.ts';
import type {County, Table} from '../src/extract/table.ts';
import {CATALOGUE} from '../src/facts/catalogue.ts';
import {anchor, quantity} from '../src/facts/quantity.ts';
import {namedTables} from '../src/facts/tables.ts';
import {tell} from '../src/facts/tell.ts';
import type {Labels} from '../src/language.ts';
import {checkTemplate, type Known} from '../src/narrative/check.ts';
import {compose} from '../src/narrative/compose.ts';
import {flowRows, fullRows} from '../src/narrative/data.ts';
import {fullTable} from '../src/narrative/tables.ts';
import {readTemplate} from '../src/narrative/template.ts';
import {callFunction, type Speech, unitWord} from '../src/narrative/words.ts';
import {known} from '../src/open.ts';
import {BOTH, LOWER, MOVES} from './small-tables.ts';
import {countyOf, publishedTable, tableIn, tracingOf} from './tables-2007.ts';

const table = publishedTable();
const labels = JSON.parse(readFileSync('templates/en/labels.json', 'utf8')) as Labels;
const speechOf = ({title, counties}: Table): Speech => ({
  language: {tag: 'en', labels},
  anchor,
  unit: title.unit,
  names: new Map(counties.map(county => [county.key, county])),
});
const speech = speechOf(table);
const CHARTS = ['flows', 'totals', 'heatmap', 'chord'];

describe('mistakes in a template', () => {
  const few: Known = {
    facts: {
      'lead-first': {slots: {total: 'number'}, beside: null},
      extra: {slots: {amount: 'number', list: 'flows'}, beside: null},
      'of-flows': {slots: {}, beside: 'flows'},
    },
    variables: {
      year: 'number',
      counties: 'number',
      others: 'number',
      total: 'number',
      gainers: 'number',
      county: 'county',
    },
    charts: ['flows'],
    tables: ['full'],
    forms: ['one', 'other', 'head'],
  };
  const complete = (line: string, told: string) =>
    `# {% $county %}\n\n${line}\n\n{% paragraph %}\n{% tell "lead-first" %}{% $total %}{% /tell %}\n${told}\n{% /paragraph %}\n`;
  const extra = '{% tell "extra" %}{% $amount %}{% named($list) %}{% /tell %}';

  function complaints(line: string): string {
    const source = complete(line, line.includes('"extra"') ? '' : extra);
    const found = checkTemplate('en/report.md', readTemplate('en/report.md', source), few);
    return found
      .map(({where, message, hint}) => `${where!.line}:${where!.column} ${message} | ${hint}\n`)
      .join('');
  }

  test('a complete template has none', () => expect(complaints('Plain words, {% $county %}.')).toBe(''));

  const text = readFileSync('test/cases/templates/mistakes.md', 'utf8');
  const cases = [...text.matchAll(/^## (.+)\n\n```text\n([^]*?)\n```\n\n```\n([^]*?)```/gm)];
  test('all cases are read', () => expect(cases.length).toBe(text.match(/^## /gm)?.length));
  for (const [, name, line, expected] of cases) {
    test(name!, () => expect(complaints(line!)).toBe(expected));
  }

  test('a fact without a sentence is missed', () => {
    const found = checkTemplate('t', readTemplate('t', complete('', '')), few);
    expect(found.map(({message}) => message)).toEqual(['The fact "extra" has no sentence']);
  });

  test('a fact that belongs to a chart is missed where the chart is', () => {
    const chart = '{% chart "flows" %}Title{% alt %}Words{% /alt %}{% /chart %}';
    expect(complaints(chart)).toContain('The fact "of-flows" has no sentence');
    expect(complaints('')).toBe('');
  });

  test('a form that the labels have not is unknown, and one that they have is not', () => {
    const codes = (line: string, forms: readonly string[]) => {
      const template = readTemplate('t', complete(line, extra));
      return checkTemplate('t', template, {...few, forms}).map(({code}) => code);
    };
    const line = '{% paragraph %}The {% unit("dative") %}.{% /paragraph %}';
    expect(codes(line, few.forms)).toEqual(['unknown-form']);
    expect(codes(line, [...few.forms, 'dative'])).toEqual([]);
    for (const every of ['toString', 'length', ''])
      expect(codes(line.replace('dative', every), few.forms)).toEqual(['unknown-form']);
  });

  test('a report without a title is missed', () => {
    const found = checkTemplate(
      't',
      readTemplate('t', complete('', extra).replace('# {% $county %}', '')),
      few,
    );
    expect(found.map(({code}) => code)).toEqual(['no-title']);
  });
});

describe.each([
  ['report.md', 'county'],
  ['overview.md', 'country'],
] as const)('the English template %s', (file, subject) => {
  const source = readFileSync(`templates/en/${file}`, 'utf8');
  const knows = known(CHARTS, labels, subject);

  test('is in order', () => expect(checkTemplate(file, readTemplate(file, source), knows)).toEqual([]));

  test('every tag that is taken away is missed', () => {
    const tells = [...source.matchAll(/\{% tell "([^"]+)" %\}.*?\{% \/tell %\}/g)];
    // Some stand twice: beside a chart, and beside what takes its place in reports of large tables.
    expect([...new Set(tells.map(([, id]) => id))].toSorted()).toEqual(Object.keys(knows.facts).toSorted());
    for (const [sentence, id] of tells) {
      const found = checkTemplate('t', readTemplate('t', source.replace(sentence, '')), knows);
      expect(found.map(({message}) => message)).toEqual([`The fact "${id}" has no sentence`]);
    }
  });

  test('its sentences have about as many words as the catalogue says', () => {
    const names =
      /\{% \$(county|partner|from|to|runner|own|region|largest|first|last|exception) %\}|\{% (names|named|flows)\([^%]*\) %\}/g;
    const off = [...source.matchAll(/\{% tell "([^"]+)" %\}(.*?)\{% \/tell %\}/g)].flatMap(
      ([, id, sentence]) => {
        const entry = CATALOGUE[id as keyof typeof CATALOGUE];
        const bare = sentence!
          .replace(names, '')
          .replace(/\{% share[^%]*%\}/g, 'n per cent')
          .replace(/\{%[^%]*%\}/g, 'n');
        const words = bare.split(' ').filter(word => /[\p{L}\p{N}]/u.test(word)).length;
        return entry.group === 'narrative' && Math.abs(words - entry.words) > 2
          ? [`${id}: ${words}, not ${entry.words}`]
          : [];
      },
    );
    expect(off).toEqual([]);
  });
});

describe('a document', () => {
  const source = readFileSync('templates/en/report.md', 'utf8');
  const template = readTemplate('en/report.md', source);

  const picture = {svg: '<svg/>', width: 1, height: 1};
  const documentOf = (county: County, parts = template.parts, from = table) =>
    compose({
      parts,
      story: tell(from, county),
      tables: namedTables(from, county),
      drawings: new Map(CHARTS.map(name => [name, {wide: picture, narrow: null, shows: null, live: null}])),
      otherWords: new Map(),
      speech: speechOf(from),
      tracing: tracingOf(from),
      title: from.title.name,
      publisher: 'Statistics Norway',
      date: '2008-05-08',
    });

  const published = readFileSync('data/net-migration-2007.txt', 'utf8');

  /** Tables of every kind that the template has words for. */
  const others: readonly (readonly [string, Table])[] = [
    ['both halves, of regions', tableIn(BOTH)],
    ['nothing to prove, of municipalities', tableIn(LOWER)],
    ['moves each way', tableIn(MOVES)],
    ['areas', tableIn(BOTH.replace(' between regions', ''))],
    ['a corrected figure', tableIn(published.replace('-3\u00a0929', '-3\u00a0829'), true)],
    ['a corrected total', tableIn(published.replace('04 Hedmark 49', '04 Hedmark 94'), true)],
    ['a note that differs', tableIn(published.replace('Akershus (501)', 'Akershus (510)'))],
  ];

  /** Everything that is told in running text, by the kind of its block. */
  const phrasesOf = (document: Document) =>
    document.sections
      .flatMap(({blocks}) => blocks)
      .flatMap(block => {
        const phrases: readonly Inlines[] =
          block.kind === 'figure'
            ? [block.title, block.alt, ...block.notes]
            : block.kind === 'table'
              ? [block.title, ...block.notes]
              : block.kind === 'list'
                ? block.items
                : 'content' in block
                  ? [block.content]
                  : [];
        return phrases.map(phrase => ({kind: block.kind, words: textOf(phrase)}));
      });

  test.each([['2007', table] as const, ...others])(
    'writes whole sentences with single spaces for every county: %s',
    (_, from) => {
      for (const county of from.counties) {
        const phrases = phrasesOf(documentOf(county, template.parts, from));
        expect(phrases.length).toBeGreaterThanOrEqual(30);
        for (const {kind, words} of phrases) {
          expect(words).not.toMatch(/ {2}|^ | $|^$|undefined|null|NaN|\{|\}| [.,:;]/);
          if (['paragraph', 'note', 'list'].includes(kind)) expect(words).toMatch(/[.”\d]$/);
          if (kind === 'paragraph') expect(words).toMatch(/[.”]$/);
        }
      }
    },
  );

  test.each<[string, Labels['units'][keyof Labels['units']]]>([
    ['both halves, of regions', labels.units.region],
    ['nothing to prove, of municipalities', labels.units.municipality],
    ['moves each way', labels.units.county],
    ['areas', labels.units.area],
  ])('speaks of what the table is about: %s', (name, {one, other, head}) => {
    const from = others.find(([each]) => each === name)![1];
    const document = documentOf(from.counties[0]!, template.parts, from);
    const words = phrasesOf(document)
      .map(each => each.words)
      .join('\n');
    const used = ['county', 'region', 'municipality', 'area'].filter(word =>
      new RegExp(`\\b(?:${Object.values(labels.units[word as 'area']).join('|')})\\b`, 'i').test(words),
    );
    expect(used.map(word => labels.units[word as 'area']['one'])).toEqual([one]);
    expect(words).toContain(`and the other ${other} of the country`);
    const full = document.sections.flatMap(({blocks}) => blocks).find(block => block.kind === 'table');
    expect(full?.kind === 'table' && textOf(full.columns[0]!.head)).toBe(head);
  });

  test.each([
    [
      'both halves, of regions',
      'The publication prints three pairs both ways, and each was held against its mirror.',
    ],
    ['nothing to prove, of municipalities', 'so nothing could be proved of its figures.'],
    ['moves each way', 'The net figures were computed from them: moves in less moves out.'],
    ['a corrected figure', 'Oslo against Akershus is printed as “-3\u00a0829”; both totals say −3,929.'],
    [
      'a corrected total',
      'the total of Hedmark is printed as “94”; its figures and the sum of all totals say +49.',
    ],
    ['a note that differs', 'contradicts it in one statement; this report follows the table.'],
  ])('says how the figures were come by: %s', (name, sentence) => {
    for (const [each, from] of others) {
      const phrases = phrasesOf(documentOf(from.counties[0]!, template.parts, from));
      const isThere = phrases.some(({words}) => words.includes(sentence));
      expect(isThere, each).toBe(each === name || (each === 'areas' && name.startsWith('both')));
    }
  });

  test('says that net figures hide moves, and that figures are consistent, only where it is so', () => {
    const says = (name: string, words: string) => {
      const from = others.find(([each]) => each === name)![1];
      const phrases = phrasesOf(documentOf(from.counties[0]!, template.parts, from));
      return phrases.filter(phrase => phrase.words.includes(words)).length;
    };
    const hidden = ['the source gives net figures only', 'The table does not say how many moves there were'];
    for (const words of hidden) expect([says('areas', words), says('moves each way', words)]).toEqual([1, 0]);
    const consistent = 'The table is consistent in itself.';
    const all = ['areas', 'moves each way', 'a corrected figure', 'nothing to prove, of municipalities'];
    expect(all.map(name => says(name, consistent))).toEqual([1, 1, 1, 0]);
  });

  test('numbers figures and tables in order, and refers to them', () => {
    const blocks = documentOf(countyOf(table, '03')).sections.flatMap(section => section.blocks);
    const numbered = blocks.flatMap(block =>
      block.kind === 'figure' || block.kind === 'table' ? [block.label] : [],
    );
    expect(numbered).toEqual(['Figure 1', 'Figure 2', 'Figure 3', 'Figure 4', 'Table 1', 'Table 2']);
    const alt = blocks.flatMap(block => (block.kind === 'figure' ? [textOf(block.alt)] : []));
    expect(alt.every(words => words.endsWith('The figures are also given in a table.'))).toBe(true);
  });

  test('a template without the full table has no links into it', () => {
    const short = source
      .replace(/\{% landscape %\}[^]*?\{% \/landscape %\}/, '')
      .replace(/(?:^| )The figures are also given in a table\.$/gm, '');
    const parts = readTemplate('t', short);
    expect(checkTemplate('t', parts, known(CHARTS, labels))).toEqual([]);
    const document = documentOf(countyOf(table, '03'), parts.parts);
    expect(JSON.stringify(document)).not.toMatch(/"target":"/);
    expect(JSON.stringify(documentOf(countyOf(table, '03')))).toMatch(/"target":"c-/);
  });

  test('marks the row of the county, prints the published sign and signs both ways', () => {
    const blocks = documentOf(countyOf(table, '03')).sections.flatMap(section => section.blocks);
    const full = blocks.find(block => block.kind === 'table' && block.layout === 'matrix');
    if (full?.kind !== 'table') throw new Error('no full table');
    expect(full.rows.filter(({marked}) => marked).map(({id}) => id)).toEqual(['r-03']);
    const cell = (row: number, column: number) => textOf(full.rows[row]!.cells[column + 2]!.content);
    expect([cell(2, 2), cell(2, 1), cell(1, 2), cell(0, 14)]).toEqual(['-', '−3,929', '3,929', '0']);
  });
});

describe('the data files', () => {
  const rowsOf = (from: Table, county = 0) => {
    const {flows, full} = namedTables(from, from.counties[county]!);
    return {flows: flowRows(flows, labels, from.title.unit), full: fullRows(full, labels, from.title.unit)};
  };

  test('have number and name where the table has numbers', () => {
    const {flows, full} = rowsOf(table, 2);
    expect(flows.slice(0, 2)).toEqual([
      ['Number', 'County', 'Net migration'],
      ['12', 'Hordaland', 540],
    ]);
    expect(full[0]!.slice(0, 5)).toEqual(['Number', 'County', 'Total', '01 Østfold', '02 Akershus']);
    expect(full[3]!.slice(0, 6)).toEqual(['03', 'Oslo', 151, -89, -3929, null]);
  });

  test('have the name alone where it has none, under the word for what it is about', () => {
    const {flows, full} = rowsOf(tableIn(BOTH));
    expect(flows).toEqual([
      ['Region', 'Net migration'],
      ['Lom', 7],
      ['Bø', -2],
    ]);
    expect(full).toEqual([
      ['Region', 'Total', 'Alta', 'Bø', 'Lom'],
      ['Alta', 5, null, -2, 7],
      ['Bø', 3, 2, null, 1],
      ['Lom', -8, -7, -1, null],
    ]);
  });

  test('have as many fields in every row, also where a county lacks its number', () => {
    const text = BOTH.replace('Bø 3', '02 Bø 3').replace('Alta 5', '01 Alta 5');
    const from = tableIn(text);
    expect(from.counties.map(({code}) => code)).toEqual(['01', '02', null]);
    const {flows, full} = rowsOf(from);
    expect(flows.slice(1)).toEqual([
      [null, 'Lom', 7],
      ['02', 'Bø', -2],
    ]);
    expect(full.map(row => row.length)).toEqual([6, 6, 6, 6]);
    expect(full[0]!.slice(3)).toEqual(['01 Alta', '02 Bø', 'Lom']);
    expect(full[3]).toEqual([null, 'Lom', -8, -7, -1, null]);
  });

  test('tables have the name alone as head where there are no numbers', () => {
    const from = tableIn(BOTH);
    const {columns, rows} = fullTable(namedTables(from, from.counties[0]!).full, speechOf(from));
    expect(columns.map(({head}) => textOf(head))).toEqual(['Region', 'Total', 'Alta', 'Bø', 'Lom']);
    expect(rows.map(({id, cells}) => [id, textOf(cells[0]!.content), cells[2]!.id])).toEqual([
      ['r-01', 'Alta', 'c-01-01'],
      ['r-02', 'Bø', 'c-02-01'],
      ['r-03', 'Lom', 'c-03-01'],
    ]);
  });
});

describe('the forms that a template may ask for', () => {
  const forms = (units: unknown) => known(CHARTS, {...labels, units}).forms;
  const {county, region} = labels.units;

  test('are those that the labels give all words', () => {
    expect(known(CHARTS, labels).forms).toEqual(['one', 'other', 'head']);
    const dative = {...labels.units, county: {...county, dative: 'county'}};
    expect(forms(dative)).not.toContain('dative');
    const each = Object.entries(labels.units).map(([kind, held]) => [kind, {...held, dative: held['one']}]);
    expect(forms(Object.fromEntries(each))).toContain('dative');
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'counties'],
    ['null for a kind', {county, region: null}],
    ['a text for a kind', {county, region: 'regions'}],
    ['too little', {county: {one: 'county'}, region}],
  ])('are the three that are always needed where the labels have %s, which is told of them', (_, units) => {
    expect(forms(units)).toEqual(expect.arrayContaining(['one', 'other', 'head']));
    for (const every of [null, 7, 'text', []]) expect(known(CHARTS, every).forms).toHaveLength(3);
  });
});

describe('words', () => {
  test.each([
    [0, 'county', 'counties'],
    [1, 'county', 'county'],
    [2, 'region', 'regions'],
    [1, 'municipality', 'municipality'],
    [356, 'municipality', 'municipalities'],
    [1, 'area', 'area'],
  ] as const)('%i of %s: %s', (value, unit, expected) => {
    const slot = {kind: 'number', value: {value, kind: 'count', expr: 'counties()'}} as const;
    expect(textOf(callFunction({...speech, unit}, 'units', slot, [], {}))).toBe(expected);
    expect(textOf([unitWord({...speech, unit}, 'one'), unitWord({...speech, unit}, 'head')])).toBe(
      `${unit}${unit.replace(/^./, letter => letter.toUpperCase())}`,
    );
  });

  const flow = (code: string, expr: string) => ({
    county: countyOf(table, code),
    amount: quantity(table, 'flow', expr),
  });
  const say = (name: 'flows' | 'named', ...flows: ReturnType<typeof flow>[]) =>
    textOf(callFunction(speech, name, {kind: 'flows', value: flows}, ['from'], {}));

  test('equal amounts are never merged into one', () => {
    const [a, b, c] = [flow('02', 'net(01,02)'), flow('03', 'net(01,03)'), flow('20', 'net(01,20)')];
    expect(say('flows', a, b, c)).toBe('501 from Akershus and 89 each from Oslo and Finnmark');
    expect(say('flows', a, b)).toBe('501 from Akershus and 89 from Oslo');
    expect(say('flows', a)).toBe('501 from Akershus');
    expect(say('named', a, b, c)).toBe('Akershus (501), Oslo (89) and Finnmark (89)');
  });

  test('a share is told with its word and its percentage', () => {
    const share = (word: 'more-than-half' | null) =>
      textOf(
        callFunction(
          speech,
          'share',
          {kind: 'share', value: {percent: quantity(table, 'share', 'pct(net(03,05), sum(-,05))'), word}},
          [],
          {},
        ),
      );
    expect(share('more-than-half')).toBe('more than half (53 per cent)');
    expect(share(null)).toBe('53 per cent');
  });
});

import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {type Inlines, textOf} from '../src/document.ts';
import type {County} from '../src/extract/table.ts';
import {CATALOGUE} from '../src/facts/catalogue.ts';
import {anchor, quantity} from '../src/facts/quantity.ts';
import {namedTables} from '../src/facts/tables.ts';
import {tell} from '../src/facts/tell.ts';
import type {Labels} from '../src/language.ts';
import {checkTemplate, type Known} from '../src/narrative/check.ts';
import {compose} from '../src/narrative/compose.ts';
import {readTemplate} from '../src/narrative/template.ts';
import {callFunction, type Speech} from '../src/narrative/words.ts';
import {known} from '../src/open.ts';
import {countyOf, publishedTable} from './tables-2007.ts';

const table = publishedTable();
const labels = JSON.parse(readFileSync('templates/en/labels.json', 'utf8')) as Labels;
const speech: Speech = {
  language: {tag: 'en', labels},
  anchor,
  names: new Map(table.counties.map(county => [county.code, county])),
};
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

  test('a report without a title is missed', () => {
    const found = checkTemplate(
      't',
      readTemplate('t', complete('', extra).replace('# {% $county %}', '')),
      few,
    );
    expect(found.map(({code}) => code)).toEqual(['no-title']);
  });
});

describe('the English template', () => {
  const source = readFileSync('templates/en/report.md', 'utf8');
  const template = readTemplate('en/report.md', source);

  test('is in order', () => expect(checkTemplate('en/report.md', template, known(CHARTS))).toEqual([]));

  test('every tag that is taken away is missed', () => {
    const tells = [...source.matchAll(/\{% tell "([^"]+)" %\}.*?\{% \/tell %\}/g)];
    expect(tells.length).toBe(Object.keys(CATALOGUE).length);
    for (const [sentence, id] of tells) {
      const found = checkTemplate('t', readTemplate('t', source.replace(sentence, '')), known(CHARTS));
      expect(found.map(({message}) => message)).toEqual([`The fact "${id}" has no sentence`]);
    }
  });

  test('its sentences have about as many words as the catalogue says', () => {
    const names =
      /\{% \$(county|partner|from|to|runner|own|region|largest|first|last) %\}|\{% (names|named|flows)\([^%]*\) %\}/g;
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

  const picture = {svg: '<svg/>', width: 1, height: 1};
  const documentOf = (county: County, parts = template.parts) =>
    compose({
      parts,
      story: tell(table, county),
      tables: namedTables(table, county),
      drawings: new Map(CHARTS.map(name => [name, {wide: picture, narrow: null}])),
      speech,
      title: table.title.name,
      publisher: 'Statistics Norway',
      date: '2008-05-08',
    });

  test('writes whole sentences with single spaces for every county', () => {
    for (const county of table.counties) {
      for (const {blocks} of documentOf(county).sections) {
        for (const block of blocks) {
          const phrases: readonly Inlines[] =
            block.kind === 'figure'
              ? [block.title, block.alt, ...block.notes]
              : 'content' in block
                ? [block.content]
                : [];
          for (const words of phrases.map(textOf)) {
            expect(words).not.toMatch(/ {2}|^ | $|undefined|NaN|\{|\}| [.,:;]/);
            if (block.kind === 'paragraph') expect(words).toMatch(/[.”]$/);
          }
        }
      }
    }
  });

  test('numbers figures and tables in order, and refers to them', () => {
    const blocks = documentOf(countyOf(table, '03')).sections.flatMap(section => section.blocks);
    const numbered = blocks.flatMap(block =>
      block.kind === 'figure' || block.kind === 'table' ? [block.label] : [],
    );
    expect(numbered).toEqual(['Figure 1', 'Figure 2', 'Figure 3', 'Figure 4', 'Table 1', 'Table 2']);
    const alt = blocks.flatMap(block => (block.kind === 'figure' ? [textOf(block.alt)] : []));
    expect(alt.every(words => words.includes('Table 1'))).toBe(true);
  });

  test('a template without the full table has no links into it', () => {
    const short = source
      .replace(/\{% landscape %\}[^]*?\{% \/landscape %\}/, '')
      .replace(/ All figures stand in [^.]*\.|^All figures stand in .*$/gm, '');
    const parts = readTemplate('t', short);
    expect(checkTemplate('t', parts, known(CHARTS))).toEqual([]);
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

describe('words', () => {
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

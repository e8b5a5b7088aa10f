/**
 * What the languages have between them: the same parts, a name each, and a name in the card for whatever that names.
 */
import {readdirSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {Issue} from '../src/issues.ts';
import {differences, skeletonOf, type Spoken} from '../src/narrative/lock-languages.ts';
import {type Part, readTemplate} from '../src/narrative/template.ts';
import {edited, lineOf, original, said, validated} from './edited-templates.ts';

const tags = readdirSync('templates').filter(name => /^[a-z]{2}$/.test(name));
const partsOf = (tag: string) => readTemplate(`${tag}/report.md`, original(`${tag}/report.md`)).parts;
const spoken = (tag: string, parts: readonly Part[], name = tag): Spoken => ({
  tag,
  name: {text: name, where: {file: `${tag}/labels.json`, line: 2, column: 3}},
  skeleton: skeletonOf(parts, {file: `${tag}/report.md`, line: 1, column: 1}),
  orders: [],
});
const codes = (issues: readonly Issue[]) => issues.map(({code}) => code);

/** The parts with one of them, in whatever depth, put otherwise; nothing in its place where it is left out. */
function changed(
  parts: readonly Part[],
  change: (part: Part) => readonly Part[] | null,
): (readonly Part[])[] {
  return parts.flatMap((part, index) => {
    const put = (others: readonly Part[]) => [...parts.slice(0, index), ...others, ...parts.slice(index + 1)];
    const here = change(part);
    const inside =
      part.kind === 'landscape'
        ? changed(part.parts, change).map(inner => put([{...part, parts: inner}]))
        : [];
    return [...(here ? [put(here)] : []), ...inside];
  });
}

const LOSSES: readonly (readonly [string, (part: Part) => readonly Part[] | null])[] = [
  ['left out', () => []],
  ['said twice', part => [part, part]],
  [
    'a heading of another level',
    part => (part.kind === 'heading' ? [{...part, level: part.level + 1}] : null),
  ],
  [
    'a paragraph as a note',
    part => (part.kind === 'paragraph' && part.role === 'text' ? [{...part, role: 'note'}] : null),
  ],
  ['an item less', part => ('items' in part ? [{...part, items: part.items.slice(1)}] : null)],
  ['numbers before its items', part => (part.kind === 'list' ? [{...part, ordered: !part.ordered}] : null)],
  ['another name', part => ('name' in part ? [{...part, name: `${part.name}s`}] : null)],
  [
    'a note less',
    part => ('name' in part && part.notes.length ? [{...part, notes: part.notes.slice(1)}] : null),
  ],
  ['a note more', part => ('name' in part ? [{...part, notes: [...part.notes, []]}] : null)],
  [
    'nothing for those who cannot see it',
    part => ('name' in part && part.alt.length ? [{...part, alt: []}] : null),
  ],
  ['a page upright', part => (part.kind === 'landscape' ? part.parts : null)],
];

/** What stands in the template where a part begins, by the beginning of what the part is called. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['the chart', 'chart'],
  ['the table "checks', 'checks'],
  ['the table', 'data-table'],
  ['a heading #', '#'],
];

describe.each(tags)('the parts of %s', tag => {
  const parts = partsOf(tag);

  test('are those of the others', () => {
    for (const other of tags)
      expect(
        differences([spoken(other, partsOf(other)), spoken(tag, parts)].slice(other === tag ? 1 : 0)),
      ).toEqual([]);
  });

  test.each(LOSSES)('%s: each that differs is one error, whichever language comes first', (_, change) => {
    const mutants = changed(parts, change);
    expect(mutants.length).toBeGreaterThan(0);
    for (const mutant of mutants) {
      const [whole, broken] = [spoken('a', parts), spoken('b', mutant)];
      expect(codes(differences([whole, broken]))).toEqual(['part-differs']);
      expect(codes(differences([broken, whole]))).toEqual(['part-differs']);
    }
  });

  test('that change places are seen', () => {
    for (const [index, part] of parts.slice(1).entries()) {
      const mutant = [...parts.slice(0, index), part, parts[index]!, ...parts.slice(index + 2)];
      const isSame =
        spoken('a', [part]).skeleton![0]!.what === spoken('a', [parts[index]!]).skeleton![0]!.what;
      expect(codes(differences([spoken('a', parts), spoken('b', mutant)]))).toEqual(
        isSame ? [] : ['part-differs'],
      );
    }
  });

  test('have their ends where they have them: a heading that moves into a landscape page', () => {
    const at = parts.findIndex(({kind}) => kind === 'landscape');
    const [page, after] = [parts[at], parts[at + 1]!];
    if (page?.kind !== 'landscape') throw new Error('There is no landscape page');
    const longer = {...page, parts: [...page.parts, after]};
    const mutant = [...parts.slice(0, at), longer, ...parts.slice(at + 2)];
    expect(codes(differences([spoken('a', parts), spoken('b', mutant)]))).toEqual(['part-differs']);
  });

  test('have their places', () => {
    const lines = original(`${tag}/report.md`).split('\n');
    const places = spoken(tag, parts).skeleton!;
    expect(places.length).toBeGreaterThan(20);
    for (const {what, where} of places) {
      const start = lines[where.line - 1]!.slice(where.column - 1);
      const word = SIGNS.find(([beginning]) => what.startsWith(beginning))?.[1] ?? '';
      expect(start.startsWith(word), `${what} at ${where.line}:${where.column}`).toBe(true);
    }
    const reached = places.map(({where}) => where.line);
    expect(reached).toEqual(reached.toSorted((a, b) => a - b));
  });
});

describe('validate', () => {
  const part = (tag: string, pattern: RegExp) => {
    const file = `${tag}/report.md`;
    const text = original(file);
    expect(text).toMatch(pattern);
    return {[file]: text.replace(pattern, '')};
  };
  const differing = async (world: Readonly<Record<string, string>>) =>
    (await validated(world, {updateLock: true})).issues.map(said);

  test('tells a chart that one language has lost, at what stands in its place', async () => {
    const lost = /\{% chart "totals" %\}[^]*?\{% \/chart %\}\n\{% large %\}[^]*?\{% \/large %\}\n\n/;
    const world = part('nn', lost);
    const line = world['nn/report.md']!.split('\n').findIndex(each => each.includes('chart "heatmap"')) + 1;
    const there = lineOf('en/report.md', 'chart "totals"');
    expect(await differing(world)).toEqual([
      `${line}:4 part-differs Another part than in en: the chart "heatmap", described (notes: 1) instead of the chart "totals", described (notes: 1) | That is at templates/en/report.md:${there}; every language has the same parts in the same order`,
    ]);
  });

  test('tells a key figure, the checks, and a heading that one language has lost', async () => {
    expect((await differing(part('nb', /- \*\*\{% signed\(\$losses\).*\n/)))[0]).toMatch(
      /^\d+:\d+ part-differs Another part than in en: 3 key figures instead of 4 key figures \|/,
    );
    expect((await differing(part('nn', /\{% checks %\}[^]*?\{% \/checks %\}\n\n/)))[0]).toMatch(
      /^\d+:\d+ part-differs Another part than in en: a heading ## instead of the table "checks" \(notes: 0\) \|/,
    );
    expect(
      (
        await differing(part('nn', /## .*\n\{% large %\}\n## .*\n\{% \/large %\}\n\n(?=\{% chart "chord")/))
      )[0],
    ).toMatch(
      /^\d+:\d+ part-differs Another part than in en: the chart "chord", .* instead of a heading ## \|/,
    );
  });

  test('tells it alone, and not that the numbers of later parts are others', async () => {
    const found = await differing(part('nb', /- \*\*\{% signed\(\$total\).*\n/));
    expect(found.map(text => text.split(' ')[1])).toEqual(['part-differs']);
  });

  test('tells it of each of the others where the first has lost a part', async () => {
    const found = await differing(part('en', /\{% checks %\}[^]*?\{% \/checks %\}\n\n/));
    expect(found.map(text => text.split(' | ')[0])).toEqual(
      ['nb', 'nn'].map(
        tag =>
          `${lineOf(`${tag}/report.md`, '{% checks %}')}:4 part-differs Another part than in en: the table "checks" (notes: 0) instead of a heading ##`,
      ),
    );
  });

  test('tells the end of a report where a part is missing', async () => {
    const found = await differing(part('nn', /## [^#\n]*\n\n- \*\*[^]*$/));
    expect(found.at(-1)).toMatch(/part-differs Another part than in en: the end instead of a heading ## \|/);
  });

  test('compares no parts where some could not be read', async () => {
    const world = edited('nn/report.md', ['{% chart "chord" %}', '{% chart %}']);
    const {issues} = await validated(world);
    expect(codes(issues)).toContain('missing-name');
    expect(codes(issues)).not.toContain('part-differs');
    const broken = {'en/report.md': '{% oops'};
    const {issues: others} = await validated({
      ...broken,
      ...part('nn', /\{% checks %\}[^]*?\{% \/checks %\}\n\n/),
    });
    expect(others.find(({code}) => code === 'part-differs')?.message).toMatch(/Another part than in nb: /);
  });

  test('tells two languages of one name, in whatever case', async () => {
    const world = edited('nn/labels.json', ['"norsk nynorsk"', '"Norsk bokmål "']);
    const {issues} = await validated(world);
    expect(issues.map(said)).toEqual([
      '2:3 name-twice "Norsk bokmål " is also the name of nb | The label "name" is what the language calls itself; each has its own',
    ]);
    expect(issues[0]!.where!.file).toMatch(/nn\/labels\.json$/);
    expect(codes((await validated(world, {updateLock: true})).issues)).toEqual(['name-twice']);
  });
});

describe('a new language', () => {
  /** A copy of a language under another tag. */
  const copied = (name: string) =>
    Object.fromEntries(
      ['report.md', 'overview.md', 'labels.json', 'words.json', 'order.lock.json'].map(file => [
        `da/${file}`,
        original(`nb/${file}`).replace('"name": "norsk bokmål"', () => `"name": "${name}"`),
      ]),
    );
  const CARD = '../data/net-migration-2007.json';
  const named = original(CARD).replaceAll('"en": ', '"da": "navn", "en": ');

  test('is five files and its names in the card', async () => {
    const {out, issues} = await validated({...copied('dansk'), [CARD]: named});
    expect(issues.map(said)).toEqual([]);
    expect(out).toContain('In order: da, en, nb, nn;');
    expect(out).toContain('dansk: ');
  });

  test('without names in the card is told of these, once, with the card’s place', async () => {
    for (const options of [{}, {updateLock: true}]) {
      const {issues, written} = await validated(copied('dansk'), options);
      expect(written).toEqual([]);
      expect(codes(issues)).toEqual(['name-missing']);
      expect(issues[0]!.where).toMatchObject({line: 2, column: 3});
      expect(issues[0]!.where!.file).toMatch(/net-migration-2007\.json$/);
      expect(issues[0]!.message).toMatch(
        /^The card has no name in "da" for "publisher", "publication", "title", region "OA"/,
      );
      expect(issues[0]!.hint).toMatch(/^Add "da": "\.\.\." here and at line 7, 12, /);
    }
  });

  test('is held against the card of the table that is given', async () => {
    const table = {'../small.txt': original('../data/net-migration-2007.txt')};
    const card = {'../small.json': '{"publisher": {"en": "x", "nb": "x", "nn": "x"}}'};
    const {issues} = await validated({...copied('dansk'), ...table, ...card}, {input: 'small.txt'});
    expect(issues.map(said)).toEqual([
      '1:2 name-missing The card has no name in "da" for "publisher" | Add "da": "..." here',
    ]);
    expect((await validated({...copied('dansk'), ...table}, {input: 'small.txt'})).issues).toEqual([]);
  });

  test('that is a copy still has the name of another', async () => {
    const {issues} = await validated({...copied('norsk bokmål'), [CARD]: named});
    expect(codes(issues)).toEqual(['name-twice']);
  });
});

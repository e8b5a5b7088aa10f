/**
 * What stands beside a template in its folder: the list of words by which it is checked, the approved order of
 * its quantities, and what `validate` says of them.
 */
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {CLAIMS} from '../src/facts/claims.ts';
import {flat} from '../src/narrative/check.ts';
import {lexiconProblems} from '../src/narrative/lexicon.ts';
import {finder, UNIT, VALUE} from '../src/narrative/phrases.ts';
import {type Phrase, readTemplate} from '../src/narrative/template.ts';
import {openWriter} from '../src/open.ts';
import {
  CHARTS,
  edited,
  issuesOf,
  lineOf,
  lockOf,
  original,
  said,
  swapped,
  validated,
  worldWith,
} from './edited-templates.ts';
import {BOTH} from './small-tables.ts';

describe('the order of quantities', () => {
  test('that is not the approved one stops every run', async () => {
    const [partners, others] = ['count($partners)', 'count($others)'];
    const text = swapped('en', 'count-most-gain', partners, others);
    const approved = lockOf('en')['count-most-gain']!;
    expect(approved).toContain(`${partners} ${others}`);
    const message = `The order in "count-most-gain" is not the approved one: ${approved.replace(`${partners} ${others}`, `${others} ${partners}`)}`;
    const [issue, ...more] = await issuesOf(text);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      code: 'order-changed',
      where: {line: lineOf('en/report.md', '"count-most-gain"'), column: 10},
      message,
      hint: `Approved is: ${approved} (if the change is meant: gen-report validate --update-lock)`,
    });
    await expect(openWriter(worldWith(text).env, 'templates', 'en', CHARTS)).rejects.toThrow(message);
  });

  test('is locked outside facts too, where a text has numbers', async () => {
    const text = edited('en/report.md', ['num($gains)', 'num($lost)']);
    const approved = lockOf('en')['chart chord alt']!;
    expect((await issuesOf(text)).map(({message}) => message)).toEqual([
      `The order in "chart chord alt" is not the approved one: ${approved.replace('num($gains)', 'num($lost)')}`,
    ]);
  });

  test('has the claims in it: gains and losses that change places', async () => {
    const text = swapped('en', 'count-equal', 'gains from', 'losses to');
    expect((await issuesOf(text)).map(({code}) => code)).toEqual(['order-changed']);
  });

  test('of a sentence with the wrong claims is not told: the words come first', async () => {
    const [sentence = ''] = /\{% tell "lead-first" %\}.*/.exec(original('en/report.md')) ?? [];
    const text = edited('en/report.md', [sentence, sentence.replace('largest', 'smallest')]);
    expect((await issuesOf(text)).map(({code}) => code)).toEqual(['unsaid-claim', 'unclaimed-word']);
  });

  test('of a sentence that nobody has approved is told, and one that is gone', async () => {
    const lock = (from: string, to: string) => edited('en/order.lock.json', [from, to]);
    const unapproved = `${lineOf('en/report.md', '"runner-up"')}:10 order-unapproved Nobody has approved the order in "runner-up": ${lockOf('en')['runner-up']} | If each quantity is in its role: gen-report validate --update-lock`;
    const gone = (key: string, order: string) =>
      `"${key}" was approved and is gone: ${order} | Put it back, or, if it is meant to be gone: gen-report validate --update-lock`;
    expect((await issuesOf(lock('"runner-up":', '"runner-down":'))).map(said)).toEqual([
      unapproved,
      `${lineOf('en/order.lock.json', '"runner-up":')}:3 order-gone ${gone('runner-down', lockOf('en')['runner-up']!)}`,
    ]);
    expect((await issuesOf(lock('{\n', '{\n  "lead-middle": "$total",\n'))).map(said)).toEqual([
      `2:3 order-gone ${gone('lead-middle', '$total')}`,
    ]);
  });

  test.each<[string, string | null, string]>([
    [
      'is not there',
      null,
      '1:1 no-lock The file is not there: nobody has approved the order of quantities in the sentences, and the labels',
    ],
    ['is no JSON', '{"a": }', '1:7 broken-lock This is no list of orders'],
    ['is no object', '["a"]', '1:1 broken-lock This is no list of orders: each is a text'],
    ['has a number', '{"a": 1}', '1:1 broken-lock This is no list of orders: each is a text'],
  ])('cannot be checked where the lock %s, which is one error', async (_, text, start) => {
    const found = (await issuesOf({'en/order.lock.json': text})).map(said);
    expect(found).toHaveLength(1);
    expect(found[0]!.startsWith(start), found[0]).toBe(true);
    expect(found[0]).toContain('gen-report validate --update-lock');
  });

  test('of numbers is the same in all languages', async () => {
    const text = swapped('nb', 'lead-smallest-gain', '$year', '$total');
    const {issues} = await validated(text, {updateLock: true});
    expect(issues.map(said)).toEqual([
      `${lineOf('nb/report.md', '"lead-smallest-gain"')}:10 order-differs The numbers in "lead-smallest-gain" have another order than in en: $side, $total, $year | There they are $side, $year, $total; every language tells them in the same order`,
    ]);
  });

  test('of sentences must be the same in all languages', async () => {
    const text = original('nb/report.md');
    const line = text.split('\n').find(each => each.includes('tell "caution-net"'))!;
    const moved = text.replace(`${line}\n`, '').replace('{% tell "top-destination"', `${line}\n$&`);
    const {issues} = await validated({'nb/report.md': moved}, {updateLock: true});
    expect(issues).toHaveLength(1);
    expect(said(issues[0]!)).toContain('sentence-moved "caution-net" stands where en has "top-destination"');
  });

  test('of numbers may have a plural in one language and none in another, for it shows no number', async () => {
    const text = original('nb/report.md').replace(
      /(\{% tell "note-differs" %\}.*?)\{% plural\([^%]*%\}/,
      (_, start: string) => `${start}steder`,
    );
    expect(text).not.toBe(original('nb/report.md'));
    expect((await validated({'nb/report.md': text}, {updateLock: true})).issues).toEqual([]);
  });
});

describe('validate', () => {
  test('says what was checked, and which sentences the table has no use for', async () => {
    const {out, written, issues} = await validated({});
    expect({written, issues}).toEqual({written: [], issues: []});
    const [order, words, table] = out.split('\n');
    expect(order).toBe('In order: en, nb, nn; charts chord, flows, heatmap, totals; theme plain; page.html');
    expect(words).toMatch(/^English: \d+ sentences of facts with \d+ words that claim; norsk bokmål: /);
    expect(table).toMatch(
      /^Told in no report on data\/net-migration-2007\.txt: lead-zero, .*\((\d+) of \d+ facts\)$/,
    );
    expect(table).not.toMatch(/lead-first,|top-list-gain|runner-up,/);
  });

  test('takes another table', async () => {
    const {out} = await validated({'../small.txt': BOTH}, {input: 'small.txt'});
    expect(out.split('\n')[2]).toMatch(/^Told in no report on small\.txt: .*even, .*repaired-cell.*\)$/);
    const {issues} = await validated({'../small.txt': 'Dear reader\n'}, {input: 'small.txt'});
    expect(issues.map(({code}) => code)).toEqual(['no-table']);
  });

  test('with --update-lock writes all locks anew and says what is new', async () => {
    const text = {
      ...swapped('en', 'lead-gain-rank', '$county', 'ordinal($rank)'),
      'nn/order.lock.json': null,
    };
    const before = lockOf('en')['lead-gain-rank']!;
    const {out, written, issues} = await validated(text, {updateLock: true});
    expect(issues).toEqual([]);
    expect(written.map(file => path.relative('templates', file.path))).toEqual(
      ['en', 'nb', 'nn'].map(tag => `${tag}/order.lock.json`),
    );
    const texts = written.map(file => new TextDecoder().decode(file.bytes));
    const after = before.replace('$county ordinal($rank)', 'ordinal($rank) $county');
    expect(JSON.parse(texts[0]!)).toEqual({...lockOf('en'), 'lead-gain-rank': after});
    expect(texts.slice(1)).toEqual([original('nb/order.lock.json'), original('nn/order.lock.json')]);
    expect(out).toContain(`\n  changed: lead-gain-rank: ${before} -> ${after}\n`);
    expect(out).toMatch(/^Approved templates\/nb\/order\.lock\.json: \d+ orders, \d+ labels, as before$/m);
    expect(out).toContain('\n  new: heading: $county');
  });

  test('with --update-lock approves nothing of templates that are wrong', async () => {
    const text = edited('nb/report.md', ['største nettoinnflyttingen', 'minste nettoinnflyttingen']);
    const {out, written, issues} = await validated({...text, 'nb/order.lock.json': null}, {updateLock: true});
    expect({out, written}).toEqual({out: '', written: []});
    expect(issues.map(({code}) => code)).toEqual(['unsaid-claim', 'unclaimed-word']);
  });
});

describe('the list of words', () => {
  const words = JSON.parse(original('en/words.json')) as Record<string, unknown>;
  const problems = (change: (copy: any) => void) => {
    const copy: unknown = structuredClone(words);
    change(copy);
    return lexiconProblems(copy, CLAIMS).map(({path: at, problem}) => `${at} ${problem}`);
  };

  test('must be there', async () => {
    await expect(issuesOf({'en/words.json': null})).rejects.toThrow('words.json is not there');
  });

  test.each<[string, (copy: any) => void, string]>([
    ['a part left out', copy => delete copy.neutral, 'neutral is missing'],
    ['a part too many', copy => (copy.extra = []), 'extra is no list of words'],
    ['a text for a list', copy => (copy.numbers = 'one'), 'numbers must be a list of texts'],
    ['a claim without a word', copy => (copy.claims.largest = []), 'claims.largest must have a word'],
    ['a claim left out', copy => delete copy.claims.only, 'claims.only is missing'],
    ['an unknown claim', copy => (copy.claims.tallest = ['tallest']), 'claims.tallest is no claim'],
    ['an unknown kind', copy => (copy.forbidden.rude = []), 'forbidden.rude is no kind of words'],
    ['an empty phrase', copy => copy.neutral.push(''), 'neutral has "", which no sentence can hold'],
    ['two spaces', copy => copy.neutral.push('in  all'), 'neutral has "in  all", which no sentence can hold'],
    [
      'an unknown place',
      copy => copy.neutral.push('of {name}'),
      'neutral has "of {name}", which no sentence can hold',
    ],
    ['a star before', copy => copy.numbers.push('*fold'), 'numbers has "*fold", which no sentence can hold'],
    [
      'a gap at the end',
      copy => copy.neutral.push('all ...'),
      'neutral has "all ...", which no sentence can hold',
    ],
    ['a word twice', copy => copy.numbers.push('two'), 'numbers has "two" twice'],
    [
      'a word that is two things',
      copy => copy.neutral.push('only'),
      'neutral has "only", which also stands in claims',
    ],
    ['a word that is no text', copy => (copy.foreign = {ikke: 7}), 'foreign.ikke must be a text'],
    [
      'a word instead of which nothing is said',
      copy => (copy.foreign = {ikke: ''}),
      'foreign.ikke must be a text',
    ],
    [
      'another gender in nouns',
      copy => (copy.genders.nouns.m = ['x']),
      'genders must have the same genders in nouns and words',
    ],
    [
      'words of a gender that lack their others',
      copy => (copy.genders = {nouns: {m: [], n: []}, words: {m: ['en', 'den'], n: ['et']}, between: []}),
      'genders.words must have as many words for each gender, in the same order',
    ],
  ])('%s is told so', (_, change, problem) => expect(problems(change)).toContain(problem));

  test('is told of with its place, and nothing is checked by it', async () => {
    const found = await issuesOf(edited('en/words.json', ['"neutral": [', '"neutral": ["only", ']));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code: 'words-broken',
      message: 'The list of words "neutral" has "only", which also stands in claims',
    });
    const line = lineOf('en/words.json', '"neutral"');
    expect(found[0]!.where).toMatchObject({line, column: 3});
  });

  test.each([null, 7, 'text', []])('%j is none', json =>
    expect(lexiconProblems(json, CLAIMS)).not.toEqual([]),
  );

  test('is held against the labels too', async () => {
    const found = await issuesOf(edited('nn/labels.json', ['"and": "og"', '"and": "og ikke"']), 'nn');
    expect(found.map(({code, message, hint}) => [code, message, hint])).toEqual([
      ['foreign-word', '"ikke" is not norsk nynorsk', 'Write "ikkje"'],
    ]);
    const line = lineOf('nn/labels.json', '"and"');
    expect(found[0]!.where).toMatchObject({line});
  });

  test('a form of a word that claims what the others do not is seen wherever it stands', async () => {
    const found = await issuesOf(
      edited('nb/labels.json', ['den eneste landsdelen', 'den største landsdelen']),
      'nb',
    );
    expect([...new Set(found.map(({code}) => code))]).toEqual(['unsaid-claim', 'unclaimed-word']);
    expect(found.map(({message}) => message)).toContain(
      '"største" says largest, which the fact "only-loser-to" does not claim',
    );
  });
});

describe('phrases', () => {
  const found = (text: string, ...phrases: readonly string[]) =>
    finder(phrases.map(phrase => ({phrase})))(text).map(({entry, spans}) => [
      entry.phrase,
      ...spans.map(([start, end]) => text.slice(start, end)),
    ]);
  const unit = (word: string) => UNIT[0] + word + UNIT[1];

  test.each<[string, string, readonly string[], readonly (readonly string[])[]]>([
    [
      'whole words in any case',
      'Only onlyest ONLY',
      ['only'],
      [
        ['only', 'Only'],
        ['only', 'ONLY'],
      ],
    ],
    ['letters of every kind end a word', 'én énd fén', ['én'], [['én', 'én']]],
    [
      'the longest where several begin',
      'net gains from',
      ['net', 'net gains', 'net gain'],
      [['net gains', 'net gains']],
    ],
    [
      'none inside a longer one',
      'all but one of',
      ['one', 'all but one', 'but'],
      [['all but one', 'all but one']],
    ],
    [
      'those that overlap',
      'no net gain',
      ['no net', 'net gain'],
      [
        ['no net', 'no net'],
        ['net gain', 'net gain'],
      ],
    ],
    [
      'words with room',
      'attract attractive',
      ['attract*'],
      [
        ['attract*', 'attract'],
        ['attract*', 'attractive'],
      ],
    ],
    ['a variable', `only ${VALUE} of`, ['only {value}'], [['only {value}', `only ${VALUE}`]]],
    [
      'a word of the table',
      `to ${unit('the county')}, `,
      ['to {unit},'],
      [['to {unit},', `to ${unit('the county')},`]],
    ],
    ['a word inside it', unit('the only county'), ['only'], [['only', 'only']]],
    [
      'two parts in a sentence',
      'but one, all; all',
      ['but one ... all'],
      [['but one ... all', 'but one', 'all']],
    ],
    ['not over its end', 'but one. All', ['but one ... all'], []],
    [
      'any space and apostrophe',
      'the county’s\u00a0own',
      ["county's own"],
      [["county's own", 'county’s\u00a0own']],
    ],
    ['nothing without phrases', 'only', [], []],
  ])('%s', (_, text, phrases, expected) => expect(found(text, ...phrases)).toEqual(expected));
});

test('the place of a word that also stands in the tag before it', () => {
  const [part] = readTemplate('t', '{% paragraph %}{% unit("one") %} one {% $year %}{% /paragraph %}').parts;
  const places =
    part?.kind === 'paragraph' && part.content.map(piece => 'where' in piece && piece.where.column);
  expect(places).toEqual([19, 34, 41]);
});

describe.each(['en', 'nb', 'nn'])('the places in the template of %s', tag => {
  const source = original(`${tag}/report.md`);
  const lines = source.split('\n');

  test('are where the pieces stand, and come in order', () => {
    let [pieces, reached] = [0, 0];
    const walk = (phrase: Phrase) => {
      for (const piece of phrase) {
        if (!('where' in piece) || (piece.kind === 'text' && piece.text.trim() === '')) continue;
        const {line, column} = piece.where;
        const start = lines[line - 1]!.slice(column - 1);
        const token =
          piece.kind === 'text'
            ? piece.text.trim()
            : piece.kind === 'told'
              ? piece.id
              : 'name' in piece
                ? piece.name
                : '';
        expect(start.replace(/^\$/, '').startsWith(token), `${line}:${column} ${token}`).toBe(true);
        expect(line * 10_000 + column).toBeGreaterThanOrEqual(reached);
        reached = line * 10_000 + column;
        pieces++;
        if (piece.kind === 'told') walk(piece.content);
      }
    };
    for (const part of flat(readTemplate('t', source).parts)) {
      if ('content' in part) walk(part.content);
      if ('items' in part) part.items.forEach(walk);
      if ('title' in part) [part.title, part.alt, ...part.notes].forEach(walk);
    }
    expect(pieces).toBeGreaterThan(800);
  });
});

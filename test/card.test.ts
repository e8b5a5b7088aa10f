/** The card beside a table: broken ones, and ones that are not the text's. */
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {cardBeside, missingNames, readCard} from '../src/extract/card.ts';
import {readSource} from '../src/extract/source.ts';
import {readTable} from '../src/extract/table.ts';
import {type Issue, ReportError} from '../src/issues.ts';

const CARD = readFileSync('data/net-migration-2007.json', 'utf8');
const TEXT = readFileSync('data/net-migration-2007.txt', 'utf8');

const encoded = (text: string) => new TextEncoder().encode(text);

/** A text with one part changed; the part must be there. */
function changed(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** What is found wrong in a card: "line:column message", as far as `card-broken` says. */
function complaints(card: string): readonly string[] {
  try {
    readCard('card.json', encoded(card));
    return [];
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return error.issues.map(({code, where, message}) => {
      expect([code, where!.file]).toEqual(['card-broken', 'card.json']);
      return `${where!.line}:${where!.column} ${message}`;
    });
  }
}

describe('a card', () => {
  test('may be missing', () => expect(readCard('card.json', null)).toBeNull());

  test('of 2007 has no fault', () => expect(complaints(CARD)).toEqual([]));

  test('needs its publisher alone', () => {
    expect(complaints('{"publisher": {"en": "Statistics Norway"}}')).toEqual([]);
    expect(complaints('{}')).toEqual([
      '1:1 The part "publisher" is missing; names by language, as {"en": "Statistics Norway"} was expected',
    ]);
  });
});

describe('a broken part is named with its line, what was seen and what was expected', () => {
  const PUBLISHER = /"publisher": {[^}]*}/.exec(CARD)![0];
  const [NAMES, DATE] = ['names by language, as {"en": ', 'a date, as "2008-05-08"'];
  const [COUNTIES, REGIONS] = ['by county number {"sami"', 'a list of {"key" in capitals'];
  const SYMBOLS = 'a list of {"mark", "meaning": "not-applicable" or "nil"}';

  test.each([
    ['publisher', '{}', NAMES, PUBLISHER, '"publisher": {}'],
    ['publisher', '"SSB"', NAMES, PUBLISHER, '"publisher": "SSB"'],
    ['publication', '{"en":" "', NAMES, '"en": "Statistical Yearbook"', '"en": " "'],
    ['year', '"2007"', 'a number, as 2007', '2007', '"2007"'],
    ['year', '2007.5', 'a number, as 2007', '2007', '2007.5'],
    ['released', '"2008-02-30"', DATE, '2008-05-08', '2008-02-30'],
    ['released', '"2008-13-45"', DATE, '2008-05-08', '2008-13-45'],
    ['released', '"2007-02-29"', DATE, '2008-05-08', '2007-02-29'],
    ['released', '"1900-02-29"', DATE, '2008-05-08', '1900-02-29'],
    ['released', '"2008-05-00"', DATE, '2008-05-08', '2008-05-00'],
    ['released', '"8 May 2008"', DATE, '2008-05-08', '8 May 2008'],
    ['url', '"http://www.ssb.no/"', 'an address that begins with https://', 'https://www', 'http://www'],
    ['licence', '{"name":"CC BY', '{"name": ..., "url"', '"https://creative', '"http://creative'],
    ['sha256', '"9ee74cd', '64 hexadecimal digits', '9ee74cd5', '9ee74cd'],
    ['sha256', '"9ee74cdx', '64 hexadecimal digits', '9ee74cd5', '9ee74cdx'],
    ['counties', '{"14":', COUNTIES, '{"name": "Romsa", "lang": "se"}', '"Romsa"'],
    ['counties', '{"14":', COUNTIES, '"name": "Romsa", ', ''],
    ['counties', '{"14":{"short":5}', COUNTIES, '"short": "Sogn og Fj."', '"short": 5'],
    ['regions', '[{"key":"oa"', REGIONS, '"key": "OA"', '"key": "oa"'],
    ['regions', '[{"key":"OA"', REGIONS, '["02", "03"]', '["02", 3]'],
    ['regions', '[{"key":"OA"', REGIONS, '{"en": "Trøndelag", "nb": "Trøndelag", "nn": "Trøndelag"}', '{}'],
    ['symbols', '[{"mark":"-"', SYMBOLS, '"meaning": "nil"', '"meaning": "nought"'],
    ['symbols', '[{"mark":"-"', SYMBOLS, '"mark": "0"', '"mark": ""'],
  ])('%s: %s', (part, saw, wanted, from, to) => {
    const card = changed(CARD, from, to);
    const found = complaints(card);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${lineOf(card, `"${part}"`)}:3 The part "${part}" is ${saw}`);
    expect(found[0]).toContain(`; ${wanted}`);
    expect(found[0]).toMatch(/ was expected$/);
  });

  test('29 February is a day in leap years', () => {
    for (const day of ['2008-02-29', '2000-02-29'])
      expect(complaints(changed(CARD, '2008-05-08', day))).toEqual([]);
  });

  test('an unknown part', () => {
    const card = changed(CARD, '"released"', '"relaesed"');
    expect(complaints(card)).toEqual([`${lineOf(card, '"relaesed"')}:3 A card has no part "relaesed"`]);
  });

  test('two regions of one key', () => {
    const card = changed(CARD, '"key": "HO"', '"key": "OA"');
    expect(complaints(card)).toEqual([`${lineOf(CARD, '"HO"')}:7 There are two regions "OA"`]);
  });

  test('a county in two regions', () => {
    const card = changed(CARD, '["02", "03"]', '["02", "03", "04"]');
    expect(complaints(card)).toEqual([
      `${lineOf(card, '"04", "05"')}:19 The county 04 stands in more than one region, or twice in one`,
    ]);
  });

  test('a date, a digest or a meaning in a list is none', () => {
    expect(complaints(changed(CARD, '"2008-05-08"', '["2008-05-08"]'))).toHaveLength(1);
    expect(complaints(CARD.replace(/"sha256": ("\w+")/, '"sha256": [$1]'))).toHaveLength(1);
    expect(complaints(changed(CARD, '"meaning": "nil"', '"meaning": ["nil"]'))).toHaveLength(1);
  });

  test('a part that every object inherits', () =>
    expect(complaints(changed(CARD, '"released"', '"toString"'))).toHaveLength(1));

  test('the place is that of the part and not of a text like it', () => {
    const card = changed(CARD, '"url": "https://www', '"url": "http://www');
    const own = card.split('\n').findIndex(line => line.startsWith('  "url"')) + 1;
    expect(complaints(card)).toEqual([expect.stringMatching(`^${own}:3 The part "url"`)]);
  });

  test('every part at once', () => {
    const card = changed(changed(CARD, '2007', '"2007"'), '"released"', '"relaesed"');
    expect(complaints(card)).toHaveLength(2);
  });

  test.each(['[]', '"card"', 'null', '5'])('%s is not an object', card =>
    expect(complaints(card)).toEqual(['1:1 The card is not a JSON object']),
  );

  test('JSON with an error, at its line and column', () => {
    expect(complaints('{\n  "publisher": {"en": "A"},,\n}')).toEqual([
      expect.stringMatching(/^2:28 The card is not JSON: /),
    ]);
    expect(complaints('{\n  "year":')).toEqual([expect.stringMatching(/^2:10 The card is not JSON: /)]);
    expect(complaints('{\n "publisher": SSB,\n}')).toEqual([
      "2:15 The card is not JSON: Unexpected character 'S' found",
    ]);
    expect(complaints('{\n "publisher": "S\nSB"}')).toEqual([
      expect.stringMatching(/^2:17 The card is not JSON: Bad control character/),
    ]);
  });
});

describe('a card that is not the text’s', () => {
  /** "line message" of each thing in which card and text differ. */
  function differences(card: string, bytes: Uint8Array = encoded(TEXT)): readonly string[] {
    const {issues} = readTable(readSource('table.txt', bytes), readCard('card.json', encoded(card)));
    return issues.map(({code, fault, where, message}: Issue) => {
      expect([code, fault, where!.file]).toEqual(['card-mismatch', 'contradiction', 'card.json']);
      return `${where!.line} ${message}`;
    });
  }

  const differsIn = (from: string, to: string, part: string, message: string) => {
    const card = changed(CARD, from, to);
    expect(differences(card)).toEqual([`${lineOf(card, part)} The card says ${message}`]);
  };

  test('has the same', () => expect(differences(CARD)).toEqual([]));

  test('a county in no region', () =>
    differsIn(
      '["02", "03"]',
      '["02"]',
      '"regions"',
      'every county is in a region, but not 03 Oslo, the text has it',
    ));

  test('a county that the text has not', () =>
    differsIn(
      '"03"]',
      '"03", "13"]',
      '"13"',
      'there is a county 13, the text has none of that number or name',
    ));

  test('names for a county that the text has not', () =>
    differsIn(
      '"14": {"short"',
      '"13": {"short"',
      '"13"',
      'there is a county 13, the text has none of that number or name',
    ));

  test('a Sami name that the text does not print', () =>
    differsIn('"Romsa"', '"Romssa"', '"Romssa"', 'the Sami name is Romssa, the text prints "Troms Romsa"'));

  test('another year', () => differsIn('2007', '2006', '"year"', 'the year is 2006, the text 2007'));

  test('another checksum', () => {
    const [sha256] = /\b[0-9a-f]{64}\b/.exec(CARD)!;
    const other = sha256.replace(/^9/, '8');
    differsIn(sha256, other, '"sha256"', `the checksum is ${other}, the text has ${sha256}`);
  });

  test('meanings of signs that are swapped', () => {
    const card = changed(CARD, '"-", "meaning": "not-applicable"', '"-", "meaning": "nil"');
    const swapped = changed(card, '"0", "meaning": "nil"', '"0", "meaning": "not-applicable"');
    expect(differences(swapped)).toEqual([
      `${lineOf(card, '"-"')} The card says the sign for nil is "-", the text prints another there`,
      `${lineOf(card, '"0"')} The card says the sign for not-applicable is "0", the text prints another there`,
    ]);
  });

  test.each([
    ['CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${TEXT}`],
    ['both', `\ufeff${TEXT.replaceAll('\n', '\r\n')}`],
  ])('but a copy with %s has the same card', (_, copy) => {
    expect(encoded(copy)).not.toEqual(encoded(TEXT));
    expect(differences(CARD, encoded(copy))).toEqual([]);
  });
});

describe('a card for a table without numbers', () => {
  const BARE =
    'Net migration between counties. 2007\n\nAlta 5 - -2 7\nBø Boija 3 2 - 1\nLom -8 -7 -1 -\n\nTotal Alta Bø Boija Lom\n';
  const SAMI = '"Bø Boija": {"sami": {"name": "Boija", "lang": "se"}}';
  const BY_NAME = `{
  "publisher": {"en": "Statistics"},
  "counties": {${SAMI}, "Lom": {"short": "L."}},
  "regions": [
    {"key": "A", "names": {"en": "North"}, "members": ["Alta", "Bø Boija"]},
    {"key": "B", "names": {"en": "South"}, "members": ["Lom"]}
  ]
}`;
  const read = (card: string) =>
    readTable(readSource('table.txt', encoded(BARE)), readCard('card.json', encoded(card)));

  test('names them as the table does; names, short names and regions reach the counties', () => {
    const {table, issues} = read(BY_NAME);
    expect(issues).toEqual([]);
    expect(table!.counties).toMatchObject([
      {code: null, key: '01', name: 'Alta', short: 'Alta', sami: null},
      {code: null, key: '02', name: 'Bø', label: 'Bø Boija', sami: {name: 'Boija'}},
      {code: null, key: '03', name: 'Lom', short: 'L.'},
    ]);
    expect(table!.regions.map(({members}) => members)).toEqual([['01', '02'], ['03']]);
  });

  test.each([
    ['"members": ["Lom"]', '"members": ["Lom", "Os"]', 'there is a county Os'],
    ['"Lom": {"short"', '"Os": {"short"', 'there is a county Os'],
    ['"Lom": {"short"', '"03": {"short"', 'there is a county 03'],
    ['["Alta", "Bø Boija"]', '["Alta"]', 'every county is in a region, but not Bø Boija'],
    ['"name": "Boija"', '"name": "Boia"', 'the Sami name is Boia'],
  ])('differs: %s is %s', (from, to, message) => {
    const {issues} = read(changed(BY_NAME, from, to));
    expect(issues.map(({code, fault}) => [code, fault])).toEqual([['card-mismatch', 'contradiction']]);
    expect(issues[0]!.message).toContain(message);
    expect(issues[0]!.message).not.toContain('null');
  });

  test('gives the year where the text has none', () => {
    const text = changed(BARE, '. 2007', '');
    const dated = changed(BY_NAME, '"counties"', '"year": 2007, "counties"');
    const years = [BY_NAME, dated].map(card => {
      const {table, issues} = readTable(
        readSource('table.txt', encoded(text)),
        readCard('card.json', encoded(card)),
      );
      return [table!.title.year, issues.map(({code, severity}) => `${severity} ${code}`)];
    });
    expect(years).toEqual([
      [null, ['warning no-year']],
      [2007, []],
    ]);
  });
});

describe('the names in a card', () => {
  const missing = (card: string, tag: string) =>
    missingNames(readCard('card.json', encoded(card))!, tag).map(
      ({code, fault, where, message, hint}) =>
        `${code} ${fault} ${where!.file}:${where!.line}:${where!.column} ${message} | ${hint}`,
    );

  test.each(['en', 'nb', 'nn'])('are all there in %s', tag => expect(missing(CARD, tag)).toEqual([]));

  test('that are missing in a language are one issue, with the place of each', () => {
    const lines = ['"publication"', '"title"'].map(part => lineOf(CARD, part));
    const regions = [...CARD.matchAll(/"key": "(\w+)",\n +"names"/g)];
    const places = regions.map(({0: text, index}) => CARD.slice(0, index + text.length).split('\n').length);
    expect(missing(CARD, 'da')).toEqual([
      'name-missing unreadable card.json:2:3 The card has no name in "da" for "publisher", "publication", "title", ' +
        `${regions.map(([, key]) => `region "${key}"`).join(', ')} | ` +
        `Add "da": "..." here and at line ${[...lines, ...places].join(', ')}`,
    ]);
  });

  test.each([
    ['the publisher', '"nn": "Statistisk sentralbyrå"', '"publisher"', 3],
    ['the publication', '"nn": "Statistisk årbok"', '"publication"', 3],
    ['the title', '"nn": "Nettoinnflytting mellom fylka"', '"title"', 3],
    ['a region', '"nn": "Nord-Noreg"', '"names": {"en": "Northern Norway"', 7],
  ])('one that is missing is told alone: %s', (_, name, part, column) => {
    const card = changed(CARD, name, '"da": "x"');
    const what = part.startsWith('"names"') ? 'region "NN"' : part;
    expect(missing(card, 'nn')).toEqual([
      `name-missing unreadable card.json:${lineOf(CARD, part)}:${column} The card has no name in "nn" for ${what} | Add "nn": "..." here`,
    ]);
  });

  test('need not be there of what the card does not have', () => {
    expect(missing('{"publisher": {"da": "Danmarks Statistik"}}', 'da')).toEqual([]);
    expect(missing('{"publisher": {"da": "Danmarks Statistik"}}', 'toString')).toHaveLength(1);
  });
});

test.each([
  ['data/table.txt', 'data/table.json'],
  ['a.b/table', 'a.b/table.json'],
  ['table.2007.csv', 'table.2007.json'],
])('the card beside %s is %s', (file, card) => expect(cardBeside(file)).toBe(card));

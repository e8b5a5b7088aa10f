import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readCard} from '../src/extract/card.ts';
import {readSource} from '../src/extract/source.ts';
import {readTable, type Reading} from '../src/extract/table.ts';
import {formatIssue, ReportError} from '../src/issues.ts';
import {code, figure, nameOf, printed, randomNet, randomPrint, type Slip} from './printed-forms.ts';
import {printTable, randomTable} from './printed-table.ts';

const FILE = 'data/net-migration-2007.txt';
const bytes = readFileSync(FILE);
const card = readCard('card', readFileSync('data/net-migration-2007.json'));

const read = (text: string | Uint8Array, described = false, acceptRepair = false): Reading => {
  const content = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readTable(readSource('table.txt', content), described ? card : null, acceptRepair);
};

/** The same, with what the source itself is refused for among the issues. */
const readOrRefuse = (text: string | Uint8Array): Reading => {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof ReportError) return {table: null, issues: error.issues};
    throw error;
  }
};

const isRefused = ({issues}: Reading) => issues.some(({severity}) => severity === 'error');

describe('the published table of 2007', () => {
  const published = bytes.toString('utf8');
  const {table, issues} = read(published, true);

  test('is read and proven', () => {
    expect(issues).toEqual([]);
    expect(table!.title).toMatchObject({name: 'Net migration between counties', year: 2007});
    expect(table!.counties).toHaveLength(19);
    expect(table!.proof.checks.map(({kind}) => kind)).toEqual([
      ...Array<string>(19).fill('row-total'),
      'zero-sum',
      ...Array<string>(5).fill('example'),
    ]);
  });

  test('has no number 13, and names joined over lines', () => {
    const names = table!.counties.map(({code, label}) => `${code} ${label}`);
    expect(names).not.toContainEqual(expect.stringMatching(/^13/));
    expect(names).toContain('14 Sogn og Fjordane');
    expect(names).toContain('16 Sør-Trøndelag');
    expect(names).toContain('20 Finnmark Finnmárku');
    expect(table!.counties.at(-1)).toMatchObject({name: 'Finnmark', sami: {name: 'Finnmárku', lang: 'se'}});
  });

  test('is antisymmetric, and every figure knows where it was printed', () => {
    const {net, places, totals, totalPlaces} = table!.matrix;
    const lines = published.split('\n');
    const printed = ({line, column, text}: {line: number; column: number; text: string}) => {
      expect(lines[line - 1]!.slice(column - 1, column - 1 + text.length)).toBe(text);
      return Number(text.replace(/[\u00a0 ]/g, ''));
    };
    net.forEach((row, i) => {
      expect(printed(totalPlaces[i]!)).toBe(totals[i]);
      row.forEach((value, j) => {
        expect(value + net[j]![i]!).toBe(0);
        if (i === j) expect(places[i]![j]!.text).toBe('-');
        else expect(printed(places[i]![j]!)).toBe(i > j ? value : net[j]![i]);
      });
    });
  });

  test('stops at any changed digit of the table, with its place', () => {
    const lines = published.split('\n');
    const last = lines.findIndex(line => line.startsWith('1\u00a0'));
    const mutants = lines
      .slice(4, last)
      .flatMap((line, index) =>
        [...line].flatMap((char, at) =>
          /\d/.test(char)
            ? [...'0123456789'].filter(digit => digit !== char).map(digit => ({index: index + 4, at, digit}))
            : [],
        ),
      );
    const missed = mutants.filter(({index, at, digit}) => {
      const line = lines[index]!;
      const mutant = lines.with(index, line.slice(0, at) + digit + line.slice(at + 1)).join('\n');
      const found = read(mutant).issues;
      return !found.some(issue => issue.severity === 'error' && issue.where?.line === index + 1);
    });
    console.log(
      `extract: ${mutants.length} changed digits, ${mutants.length - missed.length} stopped with their line`,
    );
    expect(mutants.length).toBeGreaterThan(4000);
    expect(missed).toEqual([]);
  });

  test('tells of any changed digit of the examples in the note', () => {
    const start = published.indexOf('Example:');
    const digits = Array.from(published.slice(start)).flatMap((char, at) =>
      /\d/.test(char) ? [start + at] : [],
    );
    const missed = digits.filter(at => {
      const digit = String((Number(published[at]) + 1) % 10);
      return read(published.slice(0, at) + digit + published.slice(at + 1)).issues.length === 0;
    });
    expect(digits.length).toBeGreaterThan(10);
    expect(missed).toEqual([]);
  });

  test.each([
    ['with its line ends trimmed', (text: string) => text.replace(/[ \u00a0]+$/gm, '')],
    [
      'with all spaces plain and single',
      (text: string) => text.replace(/[ \u00a0]+/g, ' ').replace(/ +$/gm, ''),
    ],
    ['without its blank lines', (text: string) => text.replace(/\n[ \u00a0]*(?=\n)/g, '')],
    ['with all lines quoted', (text: string) => text.replace(/^/gm, '> ')],
    ['with pages numbered', (text: string) => text.replace('\n09 Aust-Agder', '\n\n132\n\n09 Aust-Agder')],
  ])('reads the same %s', (_, change) => {
    const changed = change(published);
    expect(changed).not.toBe(published);
    const reading = read(changed);
    expect(reading.issues).toEqual([]);
    expect(reading.table!.matrix.net).toEqual(table!.matrix.net);
    expect(reading.table!.counties.map(({label}) => label)).toEqual(table!.counties.map(({label}) => label));
  });

  test('must be the text that its card describes', () => {
    const {issues: found} = read(published.replace('2007', '2008'), true);
    expect(found.map(issue => issue.code)).toEqual(['card-mismatch', 'card-mismatch']);
  });
});

describe('cases', () => {
  const folder = 'test/cases/tables';
  for (const file of readdirSync(folder).filter(name => name.endsWith('.md'))) {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const parts = [...text.matchAll(/^## (.+)\n[^`]*```text\n([^]*?)```\n[^`]*```\n([^]*?)```/gm)];
    test(`${file} holds cases`, () => expect(parts.length).toBe(text.match(/^## /gm)?.length));
    for (const [, name, input, expected] of parts) {
      test(`${file}: ${name}`, () =>
        expect(outcome(readOrRefuse(input!.replaceAll('~', '\u00a0')))).toBe(expected));
    }
  }
});

test('the year of a title above the heads is the number of no county', () => {
  const {table, issues} = read(
    'Net migration between counties. 2007\nAlta Bø Lom Total\nAlta - 1030 25 1055\nBø -1030 - 2700 1670\nLom -25 -2700 - -2725',
  );
  expect(issues).toEqual([]);
  expect(table!.counties.map(({code}) => code)).toEqual([null, null, null]);
});

/** The matrix as rows of numbers with the total first, if it may be used, and the issues. */
function outcome(reading: Reading): string {
  const {table, issues} = reading;
  const said = issues.map(issue => formatIssue(issue).split('\n')[0]!);
  const rows = table && !isRefused(reading) ? table.matrix.net.map((row, i) => row.with(i, NaN)) : [];
  const lines = rows.map((row, i) => {
    const cells = row.map(value => (Number.isNaN(value) ? '.' : String(value)));
    return `${table!.counties[i]!.label}: ${table!.matrix.totals[i]} | ${cells.join(' ')}`;
  });
  return [...lines, ...said].map(line => `${line}\n`).join('');
}

describe('published tables of other years and forms', () => {
  const sample = (name: string) => read(readFileSync(`test/samples/${name}`));
  const codes = ({issues}: Reading) => issues.map(({code: each}) => each);

  test('regions, 2001, in Bokmål: proved by totals and note', () => {
    const {table, issues} = sample('net-regions-2001-nb.txt');
    expect(issues).toEqual([]);
    expect(table!.title).toMatchObject({
      name: 'Nettoinnflytting mellom landsdeler',
      year: 2001,
      unit: 'region',
    });
    expect(table!.counties.map(({label}) => label)).toContain('Sør-Østlandet');
    expect(table!.proof.checks.filter(({kind, passed}) => kind === 'example' && passed)).toHaveLength(5);
  });

  test('regions, 2003: the note contradicts the table, and the table is right', () => {
    const reading = sample('net-regions-2003-en.txt');
    expect(codes(reading)).toEqual(['example-disagrees', 'example-disagrees']);
    expect(reading.issues[0]!.message).toContain('says -877');
    expect(reading.issues[0]!.message).toContain('says -887');
    const line = readFileSync('test/samples/net-regions-2003-en.txt', 'utf8').split('\n')[
      reading.issues[0]!.where!.line - 1
    ]!;
    expect(line.slice(reading.issues[0]!.where!.column - 1)).toMatch(/^877/);
    expect(reading.table!.proof.passed).toBe(true);
  });

  test('moves, 2003: never taken as net, and what follows from them is the net table of the year', () => {
    const [moves, net] = [sample('gross-regions-2003-nb.txt'), sample('net-regions-2003-en.txt')];
    expect(codes(moves)).toEqual(['derived-net']);
    expect(moves.table!.matrix.net).toEqual(net.table!.matrix.net);
    expect(moves.table!.matrix.totals).toEqual(net.table!.matrix.totals);
    // From the readme of the samples: Western Norway to Oslo and Akershus 3 202, back 2 315.
    expect(moves.table!.gross!.moves[4]![0]).toBe(3202);
    expect(moves.table!.gross!.moves[0]![4]).toBe(2315);
  });

  test('counties, 2005, cut off: refused with what is missing', () => {
    const reading = sample('net-counties-2005-en-cut.txt');
    expect(reading.table).toBeNull();
    expect(codes(reading)).toEqual(['cut-off']);
    expect(reading.issues[0]!.message).toContain('16 Sør-Trøndelag');
    expect(reading.issues[0]!.message).toContain('20 Finnmark Finnmárku');
  });
});

describe('encodings', () => {
  const text = readFileSync('test/samples/net-regions-2001-nb.txt', 'utf8');
  const right = read(text).table!.matrix;
  const wide = (mark: boolean, isBig: boolean) => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };
  test.each([
    ['UTF-8 with a mark', Buffer.from('\ufeff' + text), 'UTF-8'],
    ['UTF-16, little end first', wide(true, false), 'UTF-16'],
    ['UTF-16, big end first', wide(true, true), 'UTF-16'],
    ['UTF-16 without a mark', wide(false, false), 'UTF-16'],
    ['UTF-16 without a mark, big end first', wide(false, true), 'UTF-16'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'Windows-1252'],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n')), 'UTF-8'],
    ['CR', Buffer.from(text.replaceAll('\n', '\r')), 'UTF-8'],
    ['letters with their accents apart', Buffer.from(text.normalize('NFD')), 'UTF-8'],
  ])('%s', (_, content, encoding) => {
    const {table, issues} = read(content);
    expect(issues).toEqual([]);
    expect(table!.matrix.net).toEqual(right.net);
    expect(table!.counties.map(({label}) => label)).toEqual(right.counties.map(({label}) => label));
    expect(table!.assumptions.encoding).toBe(encoding);
  });
});

describe('any form', () => {
  /** Where plain spaces part figures and thousands there may be two ways to read; then none is taken. */
  const UNCLEAR = ['several-readings', 'unclear-spaces'];

  test('a random table reads back exactly, or is refused; and it is hardly ever refused', () => {
    const counts = {exact: 0, unclear: 0, refused: 0};
    fc.assert(
      fc.property(randomNet(), randomPrint, (table, print) => {
        const reading = read(printed(table, print));
        if (isRefused(reading)) {
          const isUnclear = reading.issues.some(issue => UNCLEAR.includes(issue.code));
          counts[isUnclear ? 'unclear' : 'refused']++;
          return;
        }
        counts.exact++;
        const found = reading.table!;
        expect(found.counties.map(({label}) => label)).toEqual(table.names);
        expect(found.counties.map(county => county.code)).toEqual(
          table.names.map((__, at) => (print.codes ? code(at) : null)),
        );
        expect(found.matrix.net).toEqual(table.net);
        expect(found.title.year).toBe(table.year);
        expect(found.proof.isProvable && found.proof.passed).toBe(true);
      }),
      {numRuns: 1000},
    );
    console.log(`extract: random tables in any form: ${JSON.stringify(counts)}`);
    // Seen: about 3 of 1000, all with several blocks of which rows in disorder have lost their empty cells.
    expect(counts.refused).toBeLessThan(15);
    expect(counts.unclear).toBeLessThan(15);
  });

  test('the form that the text says it has is found, with its signs', () => {
    fc.assert(
      fc.property(randomNet(5, 9), randomPrint, (table, print) => {
        const reading = read(printed(table, print));
        if (isRefused(reading)) return;
        const {assumptions} = reading.table!;
        const shown = {columns: 'text', cells: 'text'} as const;
        expect(assumptions.form).toBe(shown[print.form as 'cells'] ?? print.form);
        const signs = [print.thousands].filter(Boolean);
        expect(signs).toEqual(expect.arrayContaining([...assumptions.thousands]));
        expect([print.minus]).toEqual(expect.arrayContaining([...assumptions.minus]));
        expect([print.diagonal]).toEqual(expect.arrayContaining([...assumptions.diagonal]));
      }),
      {numRuns: 200},
    );
  });

  /** Something else than what is printed, and still a figure. */
  const SLIPS: Readonly<Record<string, (right: string) => string>> = {
    digit: right => right.replace(/\d(?!.*\d)/, last => String((Number(last) + 1) % 10 || 1)),
    sign: right => (/^[-\u2212\u2013]/.test(right) ? right.slice(1) : `-${right}`),
    dropped: right => right.replace(/\d(?!.*\d)/, ''),
    doubled: right => right.replace(/\d(?!.*\d)/, '$&$&'),
  };

  test('one changed cell is located exactly, with what it should be; one changed total too', () => {
    const counts: Record<string, number> = {located: 0, detected: 0, read: 0};
    fc.assert(
      fc.property(
        randomNet(3, 30),
        randomPrint,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...Object.keys(SLIPS)),
        fc.boolean(),
        (table, drawn, a, b, kind, isTotal) => {
          // Thousands without a sign between them: what is changed is then still a figure.
          const print = {...drawn, thousands: '' as const, minus: '-' as const, isShuffled: false, page: 0};
          const n = table.names.length;
          const row = 1 + (a % (n - 1));
          const column = b % row;
          const [i, j] = print.half === 'upper' ? [column, row] : [row, column];
          const right = isTotal ? table.net[i]!.reduce((sum, value) => sum + value, 0) : table.net[i]![j]!;
          const slip: Slip = {row: i, column: isTotal ? 'total' : j, text: SLIPS[kind]!};
          const changed = SLIPS[kind]!(figure(right, print));
          fc.pre(/^-?[1-9]\d*$/.test(changed) && Math.abs(right) > 9);
          const {issues} = read(printed(table, print, slip));
          const errors = issues.filter(({severity}) => severity === 'error');
          // "- 26" may be a minus that stands apart, and then nothing was lost.
          if (errors.length === 0) {
            expect(read(printed(table, print, slip)).table!.matrix.net).toEqual(table.net);
            expect(kind === 'sign' && print.diagonal === '-').toBe(true);
            counts['read']!++;
            return;
          }
          const wanted = isTotal
            ? `${nameOf(i)} has the total ${changed};`
            : `${nameOf(i)} against ${nameOf(j)} reads ${changed}; both sums say ${figure(right, print)}`;
          const isLocated = errors.length === 1 && errors[0]!.message.startsWith(wanted);
          counts[isLocated ? 'located' : 'detected']!++;
        },
      ),
      {numRuns: 400},
    );
    console.log(`extract: one changed figure: ${JSON.stringify(counts)}`);
    expect(counts['located']! / (counts['located']! + counts['detected']!)).toBeGreaterThan(0.98);
  });

  test('with leave, the wrong figure is corrected to what it was', () => {
    fc.assert(
      fc.property(
        randomNet(3, 12),
        fc.nat(),
        fc.nat(),
        fc.integer({min: 1, max: 5000}),
        (table, a, b, off) => {
          const print = {...PLAIN, half: 'lower' as const};
          const row = 1 + (a % (table.names.length - 1));
          const column = b % row;
          const text = printed(table, print, {
            row,
            column,
            text: () => String(table.net[row]![column]! + off),
          });
          expect(isRefused(read(text))).toBe(true);
          const {table: mended, issues} = read(text, false, true);
          expect(issues.map(issue => [issue.code, issue.severity])).toEqual([['repaired', 'warning']]);
          expect(mended!.matrix.net).toEqual(table.net);
          expect(mended!.repair).toMatchObject({row, column, expected: table.net[row]![column]});
        },
      ),
      {numRuns: 100},
    );
  });

  const PLAIN = {
    form: 'text',
    half: 'lower',
    diagonal: '-',
    nil: '0',
    totals: 'first',
    thousands: '',
    minus: '-',
    codes: true,
    heads: 'above',
    block: 60,
    split: 'no',
    isShuffled: false,
    page: 0,
    padding: false,
    words: 'en',
  } as const;

  test('two wrong cells are detected, are never corrected, and stand on the shortlist', () => {
    fc.assert(
      fc.property(randomNet(4, 12), fc.nat(), fc.nat(), (table, a, b) => {
        const n = table.names.length;
        const cells = Array.from({length: n}, (_, i) =>
          Array.from({length: i}, (__, j) => [i, j] as const),
        ).flat();
        const [first, second] = [cells[a % cells.length]!, cells[b % cells.length]!];
        fc.pre(first !== second);
        const net = table.net.map(row => [...row]);
        const totals = net.map(row => row.reduce((sum, value) => sum + value, 0));
        net[first[0]]![first[1]]! += 7;
        net[second[0]]![second[1]]! += 20;
        const rows = net.map(
          (row, i) => `${code(i)} ${nameOf(i)} ${[totals[i], ...row.slice(0, i)].join(' ')} .`,
        );
        const heads = ['Total', ...net.map((_, i) => `${code(i)} ${nameOf(i)}`)];
        const {issues} = read(
          `Net migration. ${table.year}\n${[...heads, ...rows].join('\n')}\n`,
          false,
          true,
        );
        expect(issues.filter(({severity}) => severity === 'error').length).toBeGreaterThan(1);
        expect(issues.some(issue => issue.code === 'repaired')).toBe(false);
        const listed = issues.filter(issue => issue.code === 'may-be-wrong').map(({message}) => message);
        for (const [i, j] of [first, second])
          expect(listed.join()).toContain(`${nameOf(i)} against ${nameOf(j)}, which`);
      }),
      {numRuns: 100},
    );
  });

  test('a changed letter of a name is told', () => {
    const counts = {told: 0, unseen: 0};
    fc.assert(
      fc.property(randomNet(3, 20), fc.nat(), fc.boolean(), fc.boolean(), (table, a, isRow, codes) => {
        const at = a % table.names.length;
        const name = nameOf(at);
        const wrong = name.slice(0, -1) + (name.endsWith('x') ? 'y' : 'x');
        const lines = printed(table, {...PLAIN, codes}).split('\n');
        const hits = lines.flatMap((line, index) => (line.includes(name) ? [index] : []));
        const index = isRow ? hits.at(-1)! : hits[0]!;
        const text = lines.with(index, lines[index]!.replace(name, wrong)).join('\n');
        counts[read(text).issues.length ? 'told' : 'unseen']++;
      }),
      {numRuns: 200},
    );
    console.log(`extract: one changed name: ${JSON.stringify(counts)}`);
    expect(counts.unseen).toBe(0);
  });
});

describe('properties', () => {
  test('any table printed in the published form reads back exactly', () => {
    fc.assert(
      fc.property(randomTable(), source => {
        const {table, issues} = read(printTable(source));
        expect(issues).toEqual([]);
        expect(table!.matrix.net).toEqual(source.net);
        expect(table!.counties.map(({code, label}) => ({code, label}))).toEqual(source.counties);
        expect(table!.title.year).toBe(source.year);
      }),
      {numRuns: 300},
    );
  });

  test('one changed cell is located exactly, with what it should be', () => {
    fc.assert(
      fc.property(
        randomTable(3),
        fc.nat(),
        fc.nat(),
        fc.integer({min: 1, max: 5000}),
        (source, a, b, off) => {
          const n = source.counties.length;
          const row = 1 + (a % (n - 1));
          const column = b % row;
          const right = source.net[row]![column]!;
          const wrong = {...source, printedNet: {row, column, value: right + off}};
          const {issues} = read(printTable(wrong));
          expect(issues).toHaveLength(1);
          expect(issues[0]!.code).toBe('cell-disagrees');
          expect(issues[0]!.message.replaceAll('\u00a0', '')).toContain(
            `reads ${right + off}; both sums say ${right}`,
          );
        },
      ),
      {numRuns: 300},
    );
  });
});

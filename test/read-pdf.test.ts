/** A finished PDF, read back: it says what its document says, in order, and tells what is broken in it. */
import {afterEach, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest';
import {type Block, type Document, type Inline, type Inlines, type Picture, textOf} from '../src/document.ts';
import {nodeEnv} from '../src/env.ts';
import {openCharts, openShells, openTable, openTheme, openWriter} from '../src/open.ts';
import {openFaces} from '../src/print/faces.ts';
import {type Attachment, printPdf} from '../src/print/pdf.ts';
import {pdfDefinition} from '../src/print/pdf-definition.ts';
import {layOut, openDocument} from '../src/print/pdfmake-parts.ts';
import {structureOf} from '../src/print/structure.ts';
import {TaggedRenderer} from '../src/print/tagged.ts';
import {printReport, type Wish} from '../src/outputs.ts';
import {ownHands} from '../src/hands.ts';
import {openFonts} from '../src/fonts.ts';
import {makeReport, openMeasure} from '../src/report.ts';
import {blocksOf} from '../src/verify/pdf-blocks.ts';
import {drawnOn, type Item} from '../src/verify/pdf-drawn.ts';
import {addedFaults, drawnFaults} from '../src/verify/pdf-faults.ts';
import {partNumbers} from '../src/verify/pdf-numbers.ts';
import {type Branch, joinPages, type Leaf} from '../src/verify/pdf-tree.ts';
import {readPdf} from '../src/verify/read-pdf.ts';
import type {Passage, ReadBlock, Reading} from '../src/verify/reading.ts';
import {number, sampleDocument, text} from './sample-document.ts';
import {sampleFonts, sampleTheme} from './sample-theme.ts';

const CREATED = new Date('2008-05-08T00:00:00Z');
const print = async (document: Document, attachments: readonly Attachment[] = []) =>
  (await printPdf(document, sampleTheme, sampleFonts, CREATED, attachments)).bytes;
const read = async (document: Document) => readPdf('sample.pdf', await print(document));

/** A block as a list of its words, to be compared at a glance. */
type Plain = readonly (string | readonly string[] | readonly (readonly string[])[])[];

/** What a document says, by its own model: the other side of each comparison. What is drawn comes out of pdf.js with plain blanks. */
function saidBy(document: Document): Plain[] {
  return document.sections.flatMap(section => section.blocks.flatMap(saidByBlock));
}

function saidByBlock(block: Block): Plain[] {
  const notes = 'notes' in block ? block.notes.map(note => ['note', words(note)]) : [];
  switch (block.kind) {
    case 'heading':
      return [[`heading ${block.level}`, words(block.content)]];
    case 'paragraph':
    case 'note':
      return [[block.kind, words(block.content)]];
    case 'list':
      return block.items.map(item => ['item', words(item)]);
    case 'key-figures':
      return block.items.map(({value, label}) => ['item', `${words(value)} ${words(label)}`]);
    case 'figure':
      return [['figure', captionOf(block), textOf(block.alt), drawnIn(block.wide)], ...notes];
    case 'table': {
      const rows = block.rows.map(row => row.cells.map(cell => words(cell.content)));
      return [['table', captionOf(block), block.columns.map(({head}) => words(head)), rows], ...notes];
    }
  }
}

const captionOf = ({label, title}: {label: string; title: Inlines}) => `${label}. ${words(title)}`;
const words = (content: Inlines) => plain(textOf(content));
const plain = (said: string) => said.replace(/\s+/g, ' ').trim();

function drawnIn({svg}: Picture): string[] {
  return [...svg.matchAll(/<text\b[^>]*>([^<]*)/g)]
    .map(([, said]) => plain(said!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')))
    .filter(Boolean);
}

const readOut = ({blocks}: Reading): Plain[] => blocks.map(readOutBlock);

function readOutBlock(block: ReadBlock): Plain {
  if (block.kind === 'heading') return [`heading ${block.level}`, block.words.text];
  if (block.kind === 'figure')
    return ['figure', block.caption.text, block.alt.text, ...block.pictures.map(textsOf)];
  if (block.kind === 'table')
    return ['table', block.caption.text, textsOf(block.heads), block.rows.map(textsOf)];
  return [block.kind, block.words.text];
}

const textsOf = (passages: readonly Passage[]) => passages.map(passage => passage.text);

/** The parts of a document that are in another language, in order. */
function foreignIn(document: Document): {lang: string; text: string}[] {
  const found: {lang: string; text: string}[] = [];
  const printed = (key: string, value: unknown) => (key === 'data' || key === 'live' ? null : value);
  JSON.parse(JSON.stringify(document, printed), (_, value: Inline | null) => {
    if (value?.kind === 'span') found.push({lang: value.lang, text: textOf(value.content)});
    return value;
  });
  return found;
}

const problems = ({faults}: Reading) => faults.map(({problem}) => problem);

const quiet = ['log', 'info', 'warn', 'error', 'debug'] as const;
beforeEach(() => quiet.forEach(method => vi.spyOn(console, method)));
afterEach(() => {
  quiet.forEach(method => expect(console[method]).not.toHaveBeenCalled());
  vi.restoreAllMocks();
});

/** Where the links of a document lead, in order; those in a description cannot be followed. */
const linksIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const {kind, href} = value as {kind?: string; href?: string};
  if (kind === 'link') return [href!];
  return Object.entries(value).flatMap(([key, each]) => (key === 'alt' ? [] : linksIn(each)));
};

/** Makes reports on counties in one language. */
async function openOffice(lang: string) {
  const env = nodeEnv();
  const {table} = await openTable(env, 'data/net-migration-2007.txt');
  const [theme, charts] = [await openTheme(env, 'templates', 'plain'), await openCharts(env, 'templates')];
  const names = charts.map(({name}) => name);
  const writer = await openWriter(env, 'templates', lang, names);
  const [fonts, shells] = [await openFonts(env, theme), await openShells(env, 'templates')];
  const workshop = {
    env,
    table: table!,
    theme,
    fonts,
    measure: await openMeasure(fonts),
    hands: ownHands(theme, fonts),
    charts,
    shells,
  };
  return async (code: string, formats: Wish['formats']) => {
    const report = await makeReport(workshop, writer, table!.counties[table!.index.get(code)!]!);
    const wish = {
      formats,
      folder: 'out',
      attachData: formats.includes('csv'),
      assets: 'inline',
      site: null,
    } as const;
    return {document: report.document, files: await printReport(workshop, writer, report, wish)};
  };
}

test.each(['en', 'nb'])(
  'the reports on four counties in %s are whole',
  async lang => {
    const make = await openOffice(lang);
    for (const code of ['02', '03', '14', '20']) {
      const {document, files} = await make(code, ['pdf']);
      const reading = await readPdf('a.pdf', files[0]!.bytes);
      expect(reading.faults).toEqual([]);
      expect(reading.links).toEqual(linksIn(document.sections));
      expect(reading.links.length).toBeGreaterThan(0);
    }
  },
  120_000,
);

describe.each([['03'], ['20']])('the report on county %s', code => {
  let document: Document;
  let reading: Reading;
  let files: readonly {readonly path: string; readonly bytes: Uint8Array}[];

  beforeAll(async () => {
    const make = await openOffice('en');
    const made = await make(code, ['pdf', 'csv']);
    const [pdf, ...data] = made.files;
    [document, files] = [made.document, data];
    reading = await readPdf(pdf!.path, pdf!.bytes);
  }, 120_000);

  test('says what its document says, block by block, cell by cell, chart text by chart text', () => {
    expect(saidBy(document).length).toBeGreaterThan(25);
    expect(readOut(reading)).toEqual(saidBy(document));
    expect(reading.faults).toEqual([]);
  });

  test('says of itself what the document says', () => {
    const {title, subject} = document;
    const unsaid = {date: null, provenance: null};
    expect(reading).toMatchObject({format: 'pdf', lang: 'en', title, subject, pages: 5, ...unsaid});
    expect(reading.foreign.length).toBeGreaterThan(3);
    expect(reading.foreign).toEqual(foreignIn(document));
  });

  test('has its running head and its page numbers in the margins', () => {
    const {head} = document.running;
    const pages = [1, 2, 3, 4, 5].map(page => [page, `Page ${page} of 5`] as const);
    const expected = pages.flatMap(([page, foot]) =>
      page === 1
        ? [[1, foot]]
        : [
            [page, head],
            [page, foot],
          ],
    );
    expect(reading.margins.map(({text, place}) => ['page' in place && place.page, text])).toEqual(expected);
  });

  test('holds its files as they went in', () => {
    expect(files.length).toBeGreaterThan(1);
    const names = files.map(file => file.path.split(/[\\/]/).at(-1));
    expect(reading.attachments.map(({name}) => name).toSorted()).toEqual(names.toSorted());
    for (const {name, bytes} of reading.attachments) {
      const file = files.find(each => each.path.endsWith(name))!;
      expect(Buffer.from(bytes).equals(Buffer.from(file.bytes)), name).toBe(true);
    }
  });

  test('says where its blocks stand', () => {
    const pages = reading.blocks.map(block => ('words' in block ? block.words : block.caption).place);
    expect(new Set(pages.map(place => 'page' in place && place.page))).toEqual(new Set([1, 2, 3, 4, 5]));
  });
});

describe('a document whose parts run over pages', () => {
  const many = (count: number, word: string) =>
    Array.from({length: count}, (_, i) => `${word}${i} in-migration to Sør-Trøndelag`).join(' ');
  const sample = sampleDocument();
  const blocks = sample.sections.flatMap(section => section.blocks);
  const table = blocks.find(block => block.kind === 'table')!;
  const rows = Array.from({length: 120}, (_, i) => {
    const row = table.rows[i % table.rows.length]!;
    const cells = row.cells.map((cell, column) => ({
      ...cell,
      content: column === 1 ? [] : column === 2 ? [number(i, `rank(${i})`)] : cell.content,
    }));
    return {...row, cells};
  });
  const link: Inline = {kind: 'link', href: 'https://www.ssb.no/', content: [text(many(60, 'b'))]};
  const long: Document = {
    ...sample,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          {
            kind: 'heading',
            level: 2,
            id: 'odd',
            content: [text('A title like an entry (/K [7] /Pg 1 0 R) \\')],
          },
          {
            kind: 'paragraph',
            role: 'text',
            content: [text(many(130, 'a')), text(' '), link, text(many(70, ' c'))],
          },
          {kind: 'paragraph', role: 'text', content: [text(many(120, 'd'))]},
          {
            kind: 'list',
            ordered: true,
            items: [[text(many(90, 'e'))], [text(many(9, 'f'))], [text(many(90, 'g'))]],
          },
        ],
      },
      {orientation: 'portrait', blocks: [{...table, id: 'tab-long', rows}]},
      ...sample.sections,
    ],
  };
  let reading: Reading;
  beforeAll(async () => {
    reading = await read(long);
  });

  test('is read as if it stood on one', () => {
    expect(readOut(reading)).toEqual(saidBy(long));
    expect(reading.faults).toEqual([]);
    expect(reading.pages).toBeGreaterThan(10);
  });

  test('has the heads that are drawn again in its margins', () => {
    const again = reading.margins.filter(({text: said}) => said === table.continued);
    expect(again.length).toBeGreaterThan(1);
  });

  test('says of each row on which page it stands', () => {
    const read = reading.blocks.find(block => block.kind === 'table')!;
    const pages = read.rows.map(([first]) => (first!.place as {page: number}).page);
    expect(new Set(pages).size).toBeGreaterThan(2);
    expect(pages.toSorted((a, b) => a - b)).toEqual(pages);
  });

  test('leaves alike neighbours apart', async () => {
    const twice: Block = {kind: 'list', ordered: false, items: [[text('One')], [text('One')]]};
    const section = {orientation: 'portrait', blocks: [twice, twice]} as const;
    const document: Document = {...sample, sections: [section, section]};
    expect(readOut(await read(document))).toEqual(saidBy(document));
  });
});

describe('numbers in a chart', () => {
  const at = (x: number, y: number, said: string) => `<text x="${x}" y="${y}">${said}</text>`;
  const group = (inside: string) => `<g font-family="IBM Plex Sans" font-size="10">${inside}</g>`;
  const picture = (inside: string): Picture => ({
    width: 300,
    height: 60,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" width="300" height="60">${inside}</svg>`,
  });
  const sample = sampleDocument();
  const blocks = sample.sections.flatMap(section => section.blocks);
  const [figure, table] = [
    blocks.find(block => block.kind === 'figure')!,
    blocks.find(block => block.kind === 'table')!,
  ];
  const cells = (values: readonly string[]) =>
    values.map(value => ({id: null, header: false, content: [text(value)]}));
  const withCells = (inside: string, values: readonly string[]): Document => ({
    ...sample,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          {...figure, wide: picture(inside)},
          {
            ...table,
            columns: values.map(() => table.columns[0]!),
            rows: [{id: null, marked: false, cells: cells(values)}],
          },
        ],
      },
    ],
  });
  const drawn = ({blocks}: Reading) => {
    const found = blocks.find(block => block.kind === 'figure')!;
    return textsOf(found.pictures[0]!);
  };

  // Each number is 6 pt a digit wide; what follows stands 2 pt after it.
  test('are told apart where they stand as close as in the cells of a grid', async () => {
    const inside = group(
      at(10, 20, '12,345') + at(45.5, 20, '\u2212345') + at(71.5, 20, '212') + at(91.5, 20, '7'),
    );
    const document = withCells(inside, ['\u221212,345', '+345', '212', '7']);
    expect(drawn(await read(document))).toEqual(['12,345', '\u2212345', '212', '7']);
  });

  test('stay whole where blanks part their thousands', async () => {
    const inside = group(at(10, 20, '12\u00a0345') + at(47, 20, '\u22123\u00a0929') + at(85, 20, '212'));
    const document = withCells(inside, ['12\u00a0345', '3\u00a0929', '212']);
    expect(drawn(await read(document))).toEqual(['12 345', '\u22123 929', '212']);
  });

  test('are left as they are where no table has them, and so are words', () => {
    const passage = (said: string): Passage => ({
      text: said,
      place: {page: 1},
      figures: [],
      sentences: [],
      id: null,
    });
    const chart = (said: string): ReadBlock => ({
      kind: 'figure',
      id: '',
      caption: passage(''),
      alt: passage(''),
      pictures: [[passage(said)]],
    });
    const parted = (said: string, values: readonly string[]) =>
      partNumbers([chart(said)], new Set(values)).map(readOutBlock)[0]![3];
    expect(parted('1 2', ['1', '2'])).toEqual(['1', '2']);
    expect(parted('1 2', ['1'])).toEqual(['1 2']);
    expect(parted('1 to 2', ['1', '2', 'to'])).toEqual(['1 to 2']);
    expect(parted('Lom 2', ['Lom', '2'])).toEqual(['Lom 2']);
  });

  test('are read whole at every angle', async () => {
    const turned = (angle: number, said: string) =>
      `<g transform="translate(${100 + angle},30) rotate(${angle})">${at(0, 0, said)}</g>`;
    const texts = ['\u22123,929', '+1,283', 'Oslo +151', 'M\u00f8re og Romsdal'];
    const inside = group(texts.map((said, i) => turned(i * 47 - 90, said)).join(''));
    expect(drawn(await read(withCells(inside, ['1'])))).toEqual(texts);
  });
});

describe('parts of one element', () => {
  const leaf = (page: number, ...pieces: string[]): Leaf => ({page, content: `p${page}R_mc0`, pieces});
  const branch = (role: string, object: number | null, ...kids: (Branch | Leaf)[]): Branch => {
    const page = (kids[0] as {page?: number} | undefined)?.page ?? 1;
    return {role, alt: '', lang: null, page, object, kids};
  };
  const joined = (...pages: Branch[]) => blocksOf(joinPages(pages)!).map(readOutBlock);
  const paragraph = (...kids: (Branch | Leaf)[]) => branch('Document', 1, branch('P', 2, ...kids));

  test('are lines of one text, whether a word ends the page, or a part of a word', () => {
    expect(joined(paragraph(leaf(1, 'net')), paragraph(leaf(2, 'migration')))).toEqual([
      ['paragraph', 'net migration'],
    ]);
    expect(joined(paragraph(leaf(1, 'in-')), paragraph(leaf(2, 'migration')))).toEqual([
      ['paragraph', 'in-migration'],
    ]);
    expect(joined(paragraph(leaf(1, '8 \u2013 ', '9 -\n', '10')))).toEqual([
      ['paragraph', '8 \u2013 9 - 10'],
    ]);
    expect(joined(paragraph(leaf(1, 'Oslo'), branch('Link', 3, leaf(1, '\u2019s'))))).toEqual([
      ['paragraph', 'Oslo\u2019s'],
    ]);
  });

  test('are paragraphs of an item on their own, even on one line', () => {
    const body = branch('LBody', 5, branch('P', 6, leaf(1, '151')), branch('P', 7, leaf(1, 'total')));
    const list = branch('L', 3, branch('LI', 4, branch('Lbl', 8, leaf(1, '\u2022')), body));
    expect(joined(branch('Document', 1, list))).toEqual([['item', '151 total']]);
  });

  test('are cells of a row that is broken over pages', () => {
    const page = (...cells: (Branch | Leaf)[][]) => {
      const row = branch('TR', 5, ...cells.map((kids, i) => branch('TD', 6 + i, ...kids)));
      return branch('Document', 1, branch('Table', 3, branch('TBody', 4, row)));
    };
    const pages = [
      page([leaf(1, 'Alta')], [leaf(1, 'a long')], []),
      page([], [leaf(2, 'tale')], [leaf(2, '5')]),
    ];
    expect(joined(...pages)).toEqual([['table', '', [], [['Alta', 'a long tale', '5']]]]);
  });

  test('stay apart where the file does not tell', () => {
    const page = (number: number) => branch('Document', null, branch('P', null, leaf(number, 'One')));
    expect(joined(page(1), page(2))).toEqual([
      ['paragraph', 'One'],
      ['paragraph', 'One'],
    ]);
  });
});

describe('what is drawn on a page', () => {
  const item = (str: string, hasEOL = false) => ({str, hasEOL});
  const begin = (tag: string, id: string | null = null) => ({type: 'beginMarkedContentProps', tag, id});
  const end = {type: 'endMarkedContent'};

  test('is sorted by the innermost mark that says something', () => {
    const items = [item('before'), begin('P', 'm0'), item('a', true), begin('Look'), item('b'), end];
    items.push(item('c'), end);
    items.push(begin('Artifact'), item('foot'), end, begin('Look'), item('after'), end);
    items.push(begin('P', 'm0'), item('d'));
    const {marked, artifacts, stray} = drawnOn(1, items);
    expect([...marked]).toEqual([['m0', ['a\n', 'b', 'c', 'd']]]);
    expect([artifacts, stray]).toEqual([[['foot']], ['before', 'after']]);
  });

  test('is at fault where it is in no structure or of no character, the first of each kind told', () => {
    const page: Branch = {
      role: 'P',
      alt: '',
      lang: null,
      page: 3,
      object: 1,
      kids: [{page: 3, content: 'm0', pieces: []}],
    };
    const faults = (...items: Item[]) =>
      drawnFaults(drawnOn(3, [begin('P', 'm0'), item('in'), end, ...items]), page).map(
        ({problem}) => problem,
      );
    expect(faults()).toEqual([]);
    expect(faults(item('out'))).toEqual(['Text stands outside the structure: "out"']);
    expect(faults(item(' '))).toEqual([]);
    expect(faults(begin('P', 'm1'), item('x'), end, begin('P', 'm2'), item('y'))).toEqual([
      'Text stands outside the structure: "x", and 1 more',
    ]);
    for (const odd of ['\0', '\ufffd', '\ue000', '\u{f0000}', '\x05'])
      expect(faults(begin('Artifact'), item(`a${odd}`, true))).toEqual([
        `A glyph stands for no character: ${JSON.stringify(`a${odd}\n`)}`,
      ]);
  });
});

describe('a broken file', () => {
  const bytes = print(sampleDocument());
  const found = async (broken: Uint8Array) => readPdf('broken.pdf', broken);

  test.each([
    ['nothing', ''],
    ['a text', 'Oslo: net migration 2007\n'],
    ['a page', '<!doctype html><title>Oslo</title>'],
    ['the beginning of a PDF', '%PDF-1.7\n'],
  ])('that is %s is told of, and nothing else', async (_, content) => {
    const reading = await found(new TextEncoder().encode(content));
    expect(problems(reading)).toEqual([expect.stringContaining('cannot be read as a PDF')]);
    expect(reading).toMatchObject({file: 'broken.pdf', format: 'pdf', blocks: [], pages: null, lang: null});
  });

  test.each([0.1, 0.5, 0.9, 0.99, 0.9999])('that breaks off after %d of it is told of', async part => {
    const whole = await bytes;
    expect(problems(await found(whole.slice(0, Math.floor(whole.length * part))))).not.toEqual([]);
  });

  test('with a damaged page is read as far as it can be', async () => {
    const damaged = Buffer.from(await bytes);
    const [, contents] = /\/Contents (\d+) 0 R/.exec(damaged.toString('latin1'))!;
    const start = damaged.indexOf('stream\n', damaged.indexOf(`\n${contents} 0 obj`)) + 'stream\n'.length;
    damaged.fill(0xff, start, start + 40);
    const {faults, blocks} = await found(new Uint8Array(damaged));
    expect(new Set(faults.map(({place}) => JSON.stringify(place)))).toEqual(new Set(['{"page":1}']));
    expect(blocks.length).toBeGreaterThan(5);
  });
});

describe('what is wrong in a file that can be opened', () => {
  const sample = print(sampleDocument());

  /** Puts something else of the same length into the file, which leaves its parts where they are. */
  async function edited(from: RegExp, to: string): Promise<Reading> {
    const bytes = Buffer.from(await sample);
    const {0: found, index} = from.exec(bytes.toString('latin1'))!;
    expect(to).toHaveLength(found.length);
    bytes.write(to, index, 'latin1');
    return readPdf('edited.pdf', new Uint8Array(bytes));
  }

  test('nothing, where nothing is', async () => {
    expect((await edited(/\/S \/H1/, '/S /H1')).faults).toEqual([]);
  });

  test('no structure', async () => {
    const reading = await edited(/\/StructTreeRoot/, '/StructXreeRoot');
    expect(problems(reading)).toEqual(Array.from({length: 4}, () => 'The page has no structure'));
    expect(reading.faults.map(({place}) => place)).toEqual([1, 2, 3, 4].map(page => ({page})));
    expect(reading.blocks).toEqual([]);
  });

  test('text outside the structure', async () => {
    const reading = await edited(/\/K \[0\]/, '/K [ ]');
    expect(problems(reading)).toEqual(['Text stands outside the structure: "Oslo: net migration 2007"']);
  });

  test('a page that cannot be read, which leaves the others as they are', async () => {
    const {faults, blocks} = await edited(/\/Resources (?=\d+ 0 R\s+\/UserUnit)/, '/Xesources ');
    expect(faults).toEqual([
      {problem: expect.stringContaining('The page cannot be read: '), place: {page: 1}},
    ]);
    expect(blocks[0]).toMatchObject({kind: 'heading', words: {text: 'Three ways to read it'}});
  });

  test('an element that no report has', async () => {
    expect(problems(await edited(/\/S \/H1/, '/S /H7'))).toEqual(['No report has an element H7']);
  });

  test('elements of which the file does not tell whether they go on', async () => {
    const reading = await edited(/(?<=\/S \/H1\s+\/T \([^)]*\)\s+)\/P /, '/P\t');
    expect(problems(reading)).toEqual(['It cannot be told which elements go on from one page to the next']);
  });

  test('structure without content', async () => {
    expect(problems(await edited(/\/K \[100\]/, '/K [999]'))).toEqual([
      expect.stringMatching(/^Text stands outside the structure: "\u2212?\d+"$/),
      expect.stringMatching(/^The structure has content that the page lacks: "p\d+R_mc999"$/),
    ]);
  });

  test('an annotation that is no link', async () => {
    const reading = await edited(/\/Subtype \/Link/, '/Subtype /Text');
    expect(reading.faults).toEqual([
      {problem: 'No report has an annotation Text', place: {page: expect.anything()}},
    ]);
    expect(problems(await edited(/\/Subtype \/Link/, '/Subtype /Odd '))).toEqual([
      'No report has an annotation Odd',
    ]);
  });

  test('a link that draws something, and one that leads nowhere', async () => {
    const drawing = /\/Contents (\d+) 0 R/.exec(Buffer.from(await sample).toString('latin1'))![1]!;
    const appearance = `/AP<</N ${drawing} 0 R>>`.padEnd('/Border [0 0 0] /F 4'.length);
    expect(problems(await edited(/\/Border \[0 0 0\]\n\/F 4/, appearance))).toEqual(['A link is drawn over']);
    expect(problems(await edited(/\/S \/GoTo/, '/S /Hide'))).toEqual([
      'A link does something else than to lead somewhere',
    ]);
  });

  test('a link that is called by other words', async () => {
    const called = /(?<=\/Contents )\(Statistics Norway\)/;
    expect(problems(await edited(called, '(Statistics Sweden)'))).toEqual([
      'A link is called “Statistics Sweden”, and no link has these words',
    ]);
  });

  test('a bookmark with other words than its heading', async () => {
    const title = /(?<=\/Title )\(The full table\)/;
    expect(problems(await edited(title, '(The fool table)'))).toEqual([
      'A bookmark says “The fool table”, and the heading “The full table”',
    ]);
  });

  test('a description of what describes itself', async () => {
    expect(problems(await edited(/\/T \(Oslo/, '/Alt(slo'))).toEqual(['No report has a description of H1']);
  });

  test('what was added at its end', async () => {
    const whole = Buffer.from(await sample);
    const end = whole.subarray(whole.lastIndexOf('startxref'));
    const reading = await readPdf('longer.pdf', new Uint8Array(Buffer.concat([whole, end])));
    expect(reading.faults).toEqual([
      {problem: 'The file was added to after it was printed', place: {page: 1}},
    ]);
  });

  test.each([
    ['words that are read out in place of those that are drawn', '/ActualText(a)'],
    ['an image', '/Subtype/Image '],
    ['layers', '/OCProperties '],
    ['a form', '/AcroForm 99 0 R'],
    ['a script', '/S /JavaScript /JS (a)'],
  ])('%s', (thing, entry) => {
    const faults = addedFaults(Buffer.from(`1 0 obj\n<< ${entry} >>\nendobj\nstartxref\n0\n%%EOF`));
    expect(faults).toEqual([{problem: `No report has ${thing}`, place: {page: 1}}]);
  });

  /** Draws a text past the checks that are made before layout. */
  async function drawn(words: string): Promise<Reading> {
    const document = {...sampleDocument(), sections: []};
    const definition = pdfDefinition(document, sampleTheme, openFaces(sampleFonts));
    const options = {autoFirstPage: false, font: null, tagged: true, pdfVersion: '1.7', lang: 'en', info: {}};
    const kit = openDocument(sampleTheme.fonts.family, sampleFonts, options);
    const content = [{text: [{text: words}]}];
    const structure = structureOf(content);
    const chunks: Uint8Array[] = [];
    kit.on('data', chunk => chunks.push(chunk));
    const ended = new Promise<void>(resolve => kit.on('end', () => resolve()));
    new TaggedRenderer(kit, structure).renderPages(layOut(kit, {...definition, content: content as never}));
    kit.end();
    await ended;
    return readPdf('drawn.pdf', new Uint8Array(Buffer.concat(chunks)));
  }

  test('a glyph that the font lacks', async () => {
    expect(problems(await drawn('Oslo'))).toEqual([]);
    expect(problems(await drawn('Oslo \u6f22'))).toEqual([
      expect.stringMatching(/^A glyph stands for no character: "Oslo/),
    ]);
    expect(problems(await drawn('Oslo \ue000'))).toEqual([
      expect.stringMatching(/^A glyph stands for no character: "Oslo/),
    ]);
  });
});

/**
 * Finished pages and texts, read back: nothing that the document says is lost, added, moved or changed, and
 * whatever else is handed in, it is read without a fall and called broken.
 */
import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Block, Document, Inline, Inlines} from '../src/document.ts';
import {nodeEnv} from '../src/env.ts';
import type {Table} from '../src/extract/table.ts';
import {openCharts, openTable, openTheme, openWriter} from '../src/open.ts';
import {printHtml} from '../src/print/html.ts';
import {printText} from '../src/print/text.ts';
import {makeReport, openFonts, openMeasure} from '../src/report.ts';
import {readHtml, readSvg} from '../src/verify/read-html.ts';
import {readText} from '../src/verify/read-text.ts';
import type {Passage, ReadBlock, ReadFigure, Reading} from '../src/verify/reading.ts';
import {quantitiesBelow, wordsOf} from './second/document.ts';
import {number, sampleDocument, text} from './sample-document.ts';
import {sampleTheme} from './sample-theme.ts';

const SHELL = readFileSync('templates/page.html', 'utf8');
const CODES = ['03', '02', '20', '14'];

let table: Table;
const documents = new Map<string, Document>([['sample', sampleDocument()]]);

beforeAll(async () => {
  const env = nodeEnv();
  const opened = await openTable(env, 'data/net-migration-2007.txt');
  table = opened.table!;
  const charts = await openCharts(env, 'templates');
  const theme = await openTheme(env, 'templates', 'plain');
  const fonts = await openFonts(env, theme);
  const measure = await openMeasure(fonts);
  const workshop = {env, table, theme, fonts, measure, charts, shell: SHELL};
  const names = charts.map(({name}) => name);
  const writer = await openWriter(env, 'templates', 'en', names);
  for (const code of CODES) {
    const county = table.counties[table.index.get(code)!]!;
    documents.set(code, (await makeReport(workshop, writer, county)).document);
  }
}, 120_000);

const pageOf = (document: Document) => printHtml(document, sampleTheme, SHELL);

/** What a passage says, as far as both a document and a reading know it. */
type Said = {
  readonly text: string;
  readonly figures: readonly object[];
  readonly sentences: readonly unknown[];
};

/** A document as what a reader of the page must find, block by block. */
const saidIn = ({sections}: Document) => sections.flatMap(({blocks}) => blocks).flatMap(saidBy);

function saidBy(block: Block): unknown[] {
  switch (block.kind) {
    case 'heading':
      return [{kind: 'heading', level: block.level, words: said(block.content)}];
    case 'paragraph':
    case 'note':
      return [{kind: block.kind, words: said(block.content)}];
    case 'key-figures':
      return block.items.map(({value, label}) => item([...value, text(' '), ...label]));
    case 'list':
      return block.items.map(item);
    case 'figure': {
      const caption = said([text(`${block.label}. `), ...block.title]);
      // In a description numbers stand beside the words and lead nowhere.
      const {text: words, figures} = said(block.alt);
      const alt = {
        text: words,
        figures: figures.map(each => ({...each, text: '', target: null})),
        sentences: [],
      };
      return [{kind: 'figure', caption, alt}, ...block.notes.map(note)];
    }
    case 'table': {
      const caption = said([text(`${block.label}. `), ...block.title]);
      const heads = block.columns.map(({head}) => said(head));
      const rows = block.rows.map(({cells}) => cells.map(({content}) => said(content)));
      return [{kind: 'table', caption, heads, rows}, ...block.notes.map(note)];
    }
  }
}

const item = (content: Inlines) => ({kind: 'item', words: said(content)});
const note = (content: Inlines) => ({kind: 'note', words: said(content)});

const said = (content: Inlines): Said => ({
  text: wordsOf(content).split(/ +/).join(' ').replace(/^ | $/g, ''),
  figures: quantitiesBelow(content).map(each => ({
    text: each.text,
    value: String(each.quantity.value),
    expr: each.quantity.expr,
    target: each.target,
  })),
  sentences: content.flatMap(each =>
    each.kind === 'sentence'
      ? [{fact: each.fact, claims: each.claims.join('; '), text: wordsOf(each.content).trim()}]
      : [],
  ),
});

/** A reading in the form of `saidIn`. */
const found = ({blocks}: Reading) => blocks.map(foundIn);

function foundIn(block: ReadBlock): unknown {
  if (block.kind === 'figure') return {kind: 'figure', caption: bare(block.caption), alt: bare(block.alt)};
  if (block.kind !== 'table') return {...block, words: bare(block.words)};
  const {kind, caption, heads, rows} = block;
  return {kind, caption: bare(caption), heads: heads.map(bare), rows: rows.map(row => row.map(bare))};
}

const bare = ({text: words, figures, sentences}: Passage): Said => ({text: words, figures, sentences});

/** The form of what plain text can tell: words alone, and no difference between notes and paragraphs. */
const asText = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, each) => {
    if (key === 'figures' || key === 'sentences') return [];
    return key === 'kind' && each === 'note' ? 'paragraph' : each;
  });

const passagesOf = (block: ReadBlock): readonly Passage[] => {
  if (block.kind === 'figure') return [block.caption, block.alt, ...block.pictures.flat()];
  return block.kind === 'table' ? [block.caption, ...block.heads, ...block.rows.flat()] : [block.words];
};

const spansBelow = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  const {kind, lang, content} = value as {kind?: string; lang?: string; content?: Inlines};
  if (kind === 'span') return [{lang, text: wordsOf(content!)}];
  const entries = Object.entries(value).filter(([key]) => key !== 'alt');
  return entries.flatMap(([, each]) => spansBelow(each));
};

describe.each(['sample', ...CODES])('the report %s', code => {
  const documentOf = () => documents.get(code)!;

  test('as a page says what the document says, figure by figure and cell by cell', () => {
    const document = documentOf();
    const reading = readHtml('a.html', pageOf(document));
    expect(found(reading)).toEqual(saidIn(document));
    const {format, lang, title, faults, file} = reading;
    expect({file, format, lang, title, faults}).toEqual({
      file: 'a.html',
      format: 'html',
      lang: 'en',
      title: document.title,
      faults: [],
    });
    expect(reading.foreign).toEqual(spansBelow(document.sections));
    expect(reading.foreign.length).toBeGreaterThan(0);
  });

  test('as a text says what the document says, cell by cell', () => {
    const document = documentOf();
    const reading = readText('a.txt', printText(document));
    expect(found(reading).map(asText)).toEqual(saidIn(document).map(asText));
    const {format, lang, title, faults, foreign} = reading;
    expect({format, lang, title, faults, foreign}).toEqual({
      format: 'txt',
      lang: null,
      title: null,
      faults: [],
      foreign: [],
    });
  });

  test('says the same as a page and as a text', () => {
    const document = documentOf();
    const texts = ({blocks}: Reading) =>
      blocks.flatMap(block => passagesOf(block.kind === 'figure' ? {...block, pictures: []} : block));
    const words = (reading: Reading) => texts(reading).map(passage => passage.text);
    const page = words(readHtml('a.html', pageOf(document)));
    expect(page.length).toBeGreaterThan(400);
    expect(words(readText('a.txt', printText(document)))).toEqual(page);
  });

  test('has every text of its charts, in each layout', () => {
    const document = documentOf();
    const drawn = document.sections.flatMap(({blocks}) =>
      blocks.flatMap(block => (block.kind === 'figure' ? [[block.wide, block.narrow]] : [])),
    );
    const pictures = figuresOf(readHtml('a.html', pageOf(document))).map(figure => figure.pictures);
    expect(pictures.map(layouts => layouts.map(picture => picture.map(each => each.text)))).toEqual(
      drawn.map(layouts => layouts.flatMap(layout => (layout ? [textsIn(layout.svg)] : []))),
    );
    for (const {svg} of drawn.flat().filter(layout => layout !== null))
      expect(readSvg(svg).map(each => each.text)).toEqual(textsIn(svg));
    expect(figuresOf(readText('a.txt', printText(document))).flatMap(({pictures: none}) => none)).toEqual([]);
  });

  test('tells the line of each passage, in a page and in a text', () => {
    const document = documentOf();
    const [page, plain] = [pageOf(document), printText(document)];
    for (const [source, reading] of [
      [page, readHtml('a.html', page)],
      [plain, readText('a.txt', plain)],
    ] as const) {
      const lines = source.split('\n');
      const told = reading.blocks.flatMap(passagesOf).filter(passage => passage.text !== '');
      const wrong = told.filter(({text: words, place}) => {
        const first = words.split(' ')[0]!;
        return !('line' in place && lines[place.line - 1]!.includes(first));
      });
      expect(wrong).toEqual([]);
    }
  });
});

const figuresOf = ({blocks}: Reading) =>
  blocks.filter((block): block is ReadFigure => block.kind === 'figure');

/** The texts of a picture that has one line in each. */
const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text\b[^>]*>([^<]*)<\/text>/g)]
    .map(match => match[1]!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim())
    .filter(words => words !== '');

test.each(CODES)('the chart of the flows of %s has the flow of each county beside its name', code => {
  const [flows] = figuresOf(readHtml('a.html', pageOf(documents.get(code)!)));
  const me = table.index.get(code)!;
  expect(flows!.pictures).toHaveLength(2);
  const others = table.counties.flatMap((county, i) =>
    i === me
      ? []
      : [{forms: [county.name, county.label, county.short], flow: signed(table.matrix.net[me]![i]!)}],
  );
  for (const picture of flows!.pictures) {
    // All names, then all flows, in the same order.
    const texts = picture.map(each => each.text);
    expect(texts).toHaveLength(2 * others.length);
    for (const {forms, flow} of others) {
      const at = texts.findIndex(each => forms.includes(each));
      expect([forms, texts[at + others.length]]).toEqual([forms, flow]);
    }
  }
});

const signed = (value: number) =>
  (value > 0 ? '+' : value < 0 ? '\u2212' : '') + Math.abs(value).toLocaleString('en-GB');

/** A page with this in its body. */
const page = (body: string) =>
  `<!doctype html>\n<html lang="en"><head><title>T</title></head><body>${body}</body></html>`;
const readPage = (body: string) => readHtml('a.html', page(body));
const wordsIn = (reading: Reading) =>
  reading.blocks.flatMap(block => passagesOf(block).map(each => `${block.kind}: ${each.text}`));

describe('a page', () => {
  test('tells which fact a sentence tells and what it claims', () => {
    const [block] = readPage(`<main><p class="text">
<span class="said" data-fact="lead-first" data-claims="largest: sideRank(03) = 1; gain: total(03) &gt; 0"><a href="#r-03">Oslo</a> had the
largest: <a class="proof" href="#t-03"><data value="151" data-expr="total(03)">151</data></a>.</span>
<span class="said" data-fact="even" data-claims="">Two.</span></p></main>`).blocks;
    expect(block).toEqual({
      kind: 'paragraph',
      words: {
        text: 'Oslo had the largest: 151. Two.',
        place: {line: 3},
        figures: [{text: '151', value: '151', expr: 'total(03)', target: 't-03'}],
        sentences: [
          {
            fact: 'lead-first',
            claims: 'largest: sideRank(03) = 1; gain: total(03) > 0',
            text: 'Oslo had the largest: 151.',
          },
          {fact: 'even', claims: '', text: 'Two.'},
        ],
      },
    });
  });

  test('has the target of the nearest link around a figure, and none where that leads out of the page', () => {
    const [block] = readPage(
      '<p><a href="https://www.ssb.no/#a"><data value="1" data-expr="a">1</data></a> <data>2</data> <a href="#x"><b><data value="3" data-expr="c">3</data></b></a></p>',
    ).blocks;
    expect(passagesOf(block!)[0]!.figures).toEqual([
      {text: '1', value: '1', expr: 'a', target: null},
      {text: '2', value: '', expr: '', target: null},
      {text: '3', value: '3', expr: 'c', target: 'x'},
    ]);
  });

  test('has the numbers of a description with their expressions, however they stand there', () => {
    const [block] = readPage(
      '<div role="img" aria-label="A" data-exprs="540: net(03,12); -89: net(03,01); 7"></div>',
    ).blocks;
    expect((block as ReadFigure).alt.figures).toEqual([
      {text: '', value: '540', expr: 'net(03,12)', target: null},
      {text: '', value: '-89', expr: 'net(03,01)', target: null},
      {text: '', value: '', expr: '7', target: null},
    ]);
  });

  test.each([
    '<span hidden>no</span>',
    '<template><p>no</p></template>',
    '<script>no</script>',
    '<style>no</style>',
    '<button>no <b>no</b></button>',
    '<dialog>no <p>no</p> no</dialog>',
    '<div popover><p>no</p></div>',
    '<!-- no -->',
  ])('does not say %s', unread => {
    const reading = readPage(
      `${unread}<main>${unread}<table><caption>T ${unread}1</caption><tr><td>${unread}5${unread}0</td><td>6</td></tr></table>` +
        `<figure><figcaption>F</figcaption>${unread}<div role="img" aria-label="A"></div></figure><p>${unread}</p></main>`,
    );
    expect(wordsIn(reading)).toEqual(['table: T 1', 'table: 50', 'table: 6', 'figure: F', 'figure: A']);
  });

  test('leaves out the link that skips to the content, and no other words of its body', () => {
    const reading = readPage(
      `<a class="skip" href="#main">Skip</a><h1>A</h1>loose <b>words</b><br>again
      <div>in a <i>box</i><p>P</p>on</div><main><blockquote>Q</blockquote><h4>H</h4></main><footer>end</footer>`,
    );
    expect(wordsIn(reading)).toEqual([
      'heading: A',
      'paragraph: loose words again',
      'paragraph: in a box',
      'paragraph: P',
      'paragraph: on',
      'paragraph: Q',
      'heading: H',
      'paragraph: end',
    ]);
    expect(wordsIn(readHtml('a.html', `${page('<main><p>A</p></main>')}<p>after the end</p>`))).toEqual([
      'paragraph: A',
      'paragraph: after the end',
    ]);
  });

  test('tells the line in which words begin, or that of the element where there are none', () => {
    const reading = readPage(
      '<table>\n<caption>\n\n\tT</caption><tr><td></td>\n<td><b> \n</b>\n1</td></tr></table>',
    );
    expect(reading.blocks.flatMap(passagesOf).map(({place}) => place)).toEqual(
      [5, 5, 8].map(line => ({line})),
    );
  });

  test('is not read where it is too deep, and says so', () => {
    const deep = (depth: number) => readPage(`<p>a</p>${'<div>'.repeat(depth)}b${'</div>'.repeat(depth)}`);
    expect(deep(90).faults).toEqual([]);
    expect(wordsIn(deep(90))).toEqual(['paragraph: a', 'paragraph: b']);
    const problem = 'More than 100 elements stand inside each other';
    for (const depth of [110, 50_000]) {
      expect(deep(depth).faults).toEqual([{problem, place: {line: 2}}]);
      expect(wordsIn(deep(depth))).toEqual(['paragraph: a']);
    }
  });

  test('folds blanks, parts what stands in blocks of its own, and keeps no-break spaces', () => {
    const reading = readPage('<ul><li>\n<span>+1\u00a0000</span>\t<p>net</p>loss\u00a0</li></ul>');
    expect(wordsIn(reading)).toEqual(['item: +1\u00a0000 net loss\u00a0']);
  });

  test('reads the texts of a chart once each, their lines with a space between', () => {
    const reading = readPage(
      `<figure><figcaption>F</figcaption><div role="img" aria-label="A"><svg><title>no</title><g/><g><text>Møre og<tspan x="0" dy="9">Romsdal</tspan></text>
<text>+1<tspan>50</tspan></text><text> </text></g></svg></div><p class="note">N</p><p>P</p></figure>`,
    );
    expect(wordsIn(reading)).toEqual([
      'figure: F',
      'figure: A',
      'figure: Møre og Romsdal',
      'figure: +150',
      'note: N',
      'paragraph: P',
    ]);
    expect(reading.faults).toEqual([]);
  });

  test.each([
    ['<figure><svg></svg></figure>', ['A figure has no caption', 'A figure has no description']],
    ['<div role="img" aria-label="A"></div>', ['A figure has no caption']],
    ['<table><tr><td>1</td></tr></table>', ['A table has no caption']],
    [' <main></main> ', ['The page has no content']],
    ['<p>\ufffd</p>', ['A character cannot be read: the file is damaged, or not UTF-8']],
  ])('is broken: %s', (body, problems) => {
    expect(readPage(body).faults).toEqual(
      problems.map(problem => ({problem, place: {line: expect.anything()}})),
    );
  });

  test('says which language it is in, or is broken', () => {
    const reading = readHtml('a.html', '<html lang=" "><body><p>A</p></body></html>');
    expect(reading).toMatchObject({lang: null, title: null});
    expect(problemsOf(reading)).toEqual(['The page does not say which language it is in']);
  });
});

const problemsOf = ({faults}: Reading) => faults.map(({problem}) => problem);

const plainCell = (inline: Inline) => ({id: null, header: false, content: [inline]});

/** A text that has a heading and then this. */
const readLines = (...lines: readonly string[]) => readText('a.txt', ['# A', '', ...lines, ''].join('\n'));
const linesIn = (reading: Reading) => wordsIn(reading).slice(1);

describe('a text', () => {
  test('takes the paragraphs below a figure or table for its notes, up to a heading, list or caption', () => {
    const source = `P||Figure 1. F||[A *b*|c]||N||M||## H||Q||Table 1. T||a  b|-  --|1   2||O||- I||R`;
    const reading = readLines(...source.split('|'));
    expect(reading.faults).toEqual([]);
    expect(linesIn(reading)).toEqual([
      'paragraph: P',
      'figure: Figure 1. F',
      'figure: A b c',
      'note: N',
      'note: M',
      'heading: H',
      'paragraph: Q',
      ...['Table 1. T', 'a', 'b', '1', '2'].map(cell => `table: ${cell}`),
      'note: O',
      'item: I',
      'paragraph: R',
    ]);
  });

  test('reads the items of lists, those of key figures without the colon', () => {
    expect(linesIn(readLines('- +1\u00a0000: net gain,', '  in all', '- 8 of 19: place'))).toEqual([
      'item: +1\u00a0000 net gain, in all',
      'item: 8 of 19 place',
    ]);
    expect(linesIn(readLines('- 8 of 19: place', '- Oslo: none'))).toEqual([
      'item: 8 of 19: place',
      'item: Oslo: none',
    ]);
    expect(linesIn(readLines('9. 3: A', '10. 4: B', '    C'))).toEqual(['item: 3: A', 'item: 4: B C']);
  });

  test('has a heading to the end of its line, and a description only where all of it is in brackets', () => {
    expect(linesIn(readLines('P', '## H', 'Q', '', '[R] S'))).toEqual([
      'paragraph: P',
      'heading: H',
      'paragraph: Q',
      'paragraph: [R] S',
    ]);
  });

  test.each([
    ['**Source.** See [CC BY (4)](https://a.no/x_(y)/) and [b](c).', 'Source. See CC BY (4) and b.'],
    ['*one* and **two *three* four** ***five***', 'one and two three four five'],
    ['***a* b** and **a *b***', 'a b and a b'],
    ['The sign “*” is not “**”, nor is 2 * 3 * 4.', 'The sign “*” is not “**”, nor is 2 * 3 * 4.'],
    ['[a](b) to [c]', 'a to [c]'],
  ])('loses its marks: %s', (source, words) =>
    expect(linesIn(readLines(source))).toEqual([`paragraph: ${words}`]),
  );

  test('is read back as it was printed, whatever stands in it', () => {
    const odd: Block[] = [
      {kind: 'heading', level: 1, id: 'a', content: [text('A & <B>')]},
      {
        kind: 'paragraph',
        role: 'text',
        content: [
          {kind: 'strong', content: [{kind: 'emphasis', content: [text('A')]}, number(-1000, 'total(1)')]},
        ],
      },
      {
        kind: 'table',
        id: 't',
        layout: 'plain',
        label: 'Table 1',
        continued: '',
        title: [
          text('Captions are printed without *marks*, '),
          {kind: 'emphasis', content: [text('always')]},
        ],
        columns: [
          {head: [text('A')], align: 'start'},
          {head: [], align: 'end'},
        ],
        rows: [
          {
            id: null,
            marked: true,
            cells: [plainCell({kind: 'strong', content: [text('B')]}), plainCell(text('*'))],
          },
        ],
        notes: [],
      },
      {
        kind: 'list',
        ordered: true,
        items: Array.from({length: 12}, (_, i) => [text(`${'word '.repeat(30)}${i}`)]),
      },
    ];
    const sample = sampleDocument();
    const document: Document = {
      ...sample,
      sections: [{orientation: 'portrait', blocks: odd}],
      provenance: {...sample.provenance, expressions: {}, cells: {}},
    };
    expect(found(readText('a.txt', printText(document))).map(asText)).toEqual(saidIn(document).map(asText));
    expect(found(readHtml('a.html', pageOf(document)))).toEqual(saidIn(document));
  });

  test('reads tables by their columns, and tells of a row that has others', () => {
    const rows = ['  A      𝒳𝒳  B', '  -----  --  --', '> Eid     1', '  a b c  22  −3', '  Bø 23   4'];
    const [, read] = readLines('Table 1. T', '', ...rows).blocks;
    expect(foundIn(read!)).toMatchObject({
      heads: [{text: 'A'}, {text: '𝒳𝒳'}, {text: 'B'}],
      rows: [
        [{text: 'Eid'}, {text: '1'}, {text: ''}],
        [{text: 'a b c'}, {text: '22'}, {text: '−3'}],
        [{text: 'Bø 23'}, {text: '4'}, {text: ''}],
      ],
    });
    const moved = readLines(
      'Table 1. T',
      '',
      ...rows,
      '   a b c  22  −3',
      '  Bø     4 5  1',
      '  Bø      4   12',
    );
    expect(moved.faults).toEqual(
      [10, 11, 12].map(line => ({problem: 'A row of the table does not fit its columns', place: {line}})),
    );
  });

  test.each([
    [['[A]'], ['A figure has no caption']],
    [['Figure 1. F', '', '[]'], ['A figure has no description']],
    [['a  b', '-  -'], ['A table has no caption']],
    [['\0'], ['A character cannot be read: the file is damaged, or not UTF-8']],
  ])('is broken: %s', (lines, problems) => expect(problemsOf(readLines(...lines))).toEqual(problems));
});

describe('what is no report', () => {
  const broken = {
    nothing: '',
    blanks: ' \n\n \n',
    'a picture': '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\ufffd\ufffd',
    'a PDF': '%PDF-1.7\n%\ufffd\ufffd\n1 0 obj <</Type /Catalog>> endobj',
    'marks and no more': '<<<>>&&;]]>--><!--',
    'open ends': '<html lang="en"><body><table><tr><td><p><a href="#',
    'a deep page': `<html lang="en"><body>${'<div>'.repeat(50_000)}a</body></html>`,
    'many brackets': '['.repeat(50_000),
    'many asterisks': '**a '.repeat(50_000),
    'many columns': `a\n${'- '.repeat(50_000)}-\n${'a\n'.repeat(50_000)}`,
  };

  test.each(Object.entries(broken))('is called broken: %s', (_, source) => {
    for (const reading of [readHtml('a.html', source), readText('a.txt', source)])
      expect(reading.faults.length).toBeGreaterThan(0);
  });

  test('is read without a fall, whatever it is', () => {
    const pieces = fc.constantFrom(
      ...'<p> </p> <td> <table> <figure> <svg> <li> - 1. # ** [ ]( ) \n \n\n > -- <html lang="a">'.split(' '),
    );
    const strings = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.array(fc.oneof(pieces, fc.string())).map(all => all.join('')),
    );
    fc.assert(
      fc.property(strings, source => {
        expect(readHtml('a.html', source).format).toBe('html');
        expect(readText('a.txt', source).format).toBe('txt');
      }),
      {numRuns: 500},
    );
  });

  test('is a report that breaks off, wherever it does', () => {
    const [whole, plain] = [pageOf(sampleDocument()), printText(sampleDocument())];
    fc.assert(
      fc.property(fc.double({min: 0, max: 1, noNaN: true, maxExcluded: true}), share => {
        const cut = whole.trimEnd().slice(0, Math.floor(share * whole.trimEnd().length));
        expect(problemsOf(readHtml('a.html', cut)).join()).toMatch(/breaks off/);
        const piece = plain.slice(0, Math.floor(share * plain.length));
        if (!piece.endsWith('\n'))
          expect(problemsOf(readText('a.txt', piece)).join()).toMatch(/breaks off|no content/);
      }),
      {numRuns: 100},
    );
  });
});

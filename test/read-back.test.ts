/**
 * Finished pages and texts, read back: nothing that the document says is lost, added, moved or changed, and
 * whatever else is handed in, it is read without a fall and called broken.
 */
import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Block, Document, Inline, Inlines, Picture} from '../src/document.ts';
import {nodeEnv} from '../src/env.ts';
import type {Table} from '../src/extract/table.ts';
import {openCharts, openShells, openTable, openTheme, openWriter} from '../src/open.ts';
import {printHtml} from '../src/print/html.ts';
import {printText} from '../src/print/text.ts';
import {ownHands} from '../src/hands.ts';
import {openFonts} from '../src/fonts.ts';
import {makeReport, openMeasure} from '../src/report.ts';
import {readHtml, readSvg, svgFaults} from '../src/verify/read-html.ts';
import {readText} from '../src/verify/read-text.ts';
import {NO_EXTRAS} from '../src/verify/reading.ts';
import type {Passage, ReadBlock, ReadFigure, Reading} from '../src/verify/reading.ts';
import {quantitiesBelow, wordsOf} from './second/document.ts';
import {number, sampleDocument, text} from './sample-document.ts';
import {EXTRAS} from './extras.ts';
import {sampleTheme} from './sample-theme.ts';

const CODES = ['03', '02', '20', '14'];

let table: Table;
/** Finished pages of the same counties in another language. */
const norwegian = new Map<string, string>();
const documents = new Map<string, Document>([['sample', sampleDocument()]]);

beforeAll(async () => {
  const env = nodeEnv();
  const opened = await openTable(env, 'data/net-migration-2007.txt');
  table = opened.table!;
  const charts = await openCharts(env, 'templates');
  const theme = await openTheme(env, 'templates', 'plain');
  const fonts = await openFonts(env, theme);
  const measure = await openMeasure(fonts);
  const hands = ownHands(theme, fonts);
  const workshop = {
    env,
    table,
    theme,
    fonts,
    measure,
    hands,
    charts,
    shells: await openShells(env, 'templates'),
  };
  const names = charts.map(({name}) => name);
  const writer = await openWriter(env, 'templates', 'en', names);
  for (const code of CODES) {
    const county = table.counties[table.index.get(code)!]!;
    documents.set(code, (await makeReport(workshop, writer, county)).document);
  }
  const other = await openWriter(env, 'templates', 'nb', names);
  for (const code of CODES) {
    const county = table.counties[table.index.get(code)!]!;
    norwegian.set(code, printHtml((await makeReport(workshop, other, county)).document, theme, EXTRAS));
  }
}, 120_000);

const pageOf = (document: Document) => printHtml(document, sampleTheme, EXTRAS);

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

/** Where the links of a document lead; those in a description cannot be followed. */
const linksBelow = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  const {kind, href} = value as {kind?: string; href?: string};
  if (kind === 'link') return [href];
  return Object.entries(value).flatMap(([key, each]) => (key === 'alt' ? [] : linksBelow(each)));
};

/** What a link must name to lead to each passage of a document, in the order of `passagesOf`. */
const idsBelow = ({sections}: Document) => sections.flatMap(({blocks}) => blocks).flatMap(idsBy);

function idsBy(block: Block): (string | null)[] {
  switch (block.kind) {
    case 'heading':
      return [block.id];
    case 'paragraph':
    case 'note':
      return [null];
    case 'key-figures':
    case 'list':
      return block.items.map(() => null);
    case 'figure':
      return [block.id, null, ...block.notes.map(() => null)];
    case 'table': {
      const cells = block.rows.flatMap(row => row.cells.map(({id}) => id ?? row.id));
      return [block.id, ...block.columns.map(() => null), ...cells, ...block.notes.map(() => null)];
    }
  }
}

const spansBelow = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  const {kind, lang, content} = value as {kind?: string; lang?: string; content?: Inlines};
  if (kind === 'span') return [{lang, text: wordsOf(content!)}];
  const entries = Object.entries(value).filter(([key]) => key !== 'alt');
  // What a page has beside the report is read by itself.
  return entries.flatMap(([key, each]) => (key === 'data' || key === 'live' ? [] : spansBelow(each)));
};

describe.each(['sample', ...CODES])('the report %s', code => {
  const documentOf = () => documents.get(code)!;

  test('as a page says what the document says, figure by figure and cell by cell', () => {
    const document = documentOf();
    const reading = readHtml('a.html', pageOf(document));
    expect(found(reading)).toEqual(saidIn(document));
    const {format, lang, title, subject, date, faults, file} = reading;
    expect({file, format, lang, title, subject, date, faults}).toEqual({
      file: 'a.html',
      format: 'html',
      lang: 'en',
      title: document.title,
      subject: document.subject,
      date: document.date,
      faults: [],
    });
    expect(reading.foreign).toEqual(spansBelow(document.sections));
    expect(reading.foreign.length).toBeGreaterThan(0);
  });

  test('as a page says where its links lead, what they lead to, and where its numbers come from', () => {
    const document = documentOf();
    const reading = readHtml('a.html', pageOf(document));
    expect(reading.links).toEqual(linksBelow(document.sections));
    expect(reading.links.length).toBeGreaterThan(0);
    const passages = reading.blocks.flatMap(block =>
      passagesOf(block.kind === 'figure' ? {...block, pictures: []} : block),
    );
    expect(passages.map(({id}) => id)).toEqual(idsBelow(document));
    const {title, close, marked, expressions, cells} = document.provenance;
    expect(reading.provenance).toEqual({
      title,
      close,
      marked,
      expressions: mapValues(expressions, ({words, cells: ids}) => [words, ids.join(' ')]),
      cells: mapValues(cells, ({words}) => words),
    });
  });

  test('as a text says what the document says, cell by cell', () => {
    const document = documentOf();
    const reading = readText('a.txt', printText(document));
    expect(found(reading).map(asText)).toEqual(saidIn(document).map(asText));
    const {blocks: _, ...rest} = reading;
    expect(rest).toEqual({
      file: 'a.txt',
      format: 'txt',
      lang: null,
      title: null,
      subject: null,
      date: null,
      foreign: [],
      links: linksBelow(document.sections),
      provenance: null,
      live: null,
      extras: NO_EXTRAS,
      margins: [],
      pages: null,
      attachments: [],
      faults: [],
    });
    expect(new Set(reading.blocks.flatMap(passagesOf).map(({id}) => id))).toEqual(new Set([null]));
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

const mapValues = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

test.each(CODES)('the page on %s in another language is whole, too', code => {
  const reading = readHtml('a.html', norwegian.get(code)!);
  expect(reading.faults).toEqual([]);
  expect(reading).toMatchObject({lang: 'nb', date: '2008-05-08', provenance: {cells: expect.anything()}});
  expect(reading.links).toEqual(linksBelow(documents.get(code)!.sections));
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
        id: null,
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
      `
 <a class="skip" href="#main">T</a><h1>A</h1>loose <b>words</b><br>again
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
    expect(problemsOf(reading)).toEqual(['No report has <title> directly in <svg>']);
  });

  test.each([
    [
      '<figure><div role="img"><svg></svg></div></figure>',
      ['A figure has no caption', 'A figure has no description'],
    ],
    ['<div role="img" aria-label="A"></div>', ['A figure has no caption']],
    ['<table><tbody><tr><td>1</td></tr></tbody></table>', ['A table has no caption']],
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

/** The sample's page, changed in one place. */
function changed(from: string | RegExp, to: string): Reading {
  const whole = pageOf(sampleDocument());
  const made = whole.replace(from, to);
  expect(made).not.toBe(whole);
  return readHtml('a.html', made);
}

describe('a page that somebody has been at', () => {
  test.each([
    ['<button>', '<main ', '<button>Read</button><main '],
    ['<dialog>', '</main>', '<dialog open>Read</dialog></main>'],
    ['<aside>', '</main>', '<aside>Read</aside></main>'],
    ['<img>', '</p>', '<img src="x" alt="+999"></p>'],
    ['<input>', '</p>', '<input value="+999"></p>'],
    ['<iframe>', '</main>', '<iframe srcdoc="+999"></iframe></main>'],
    ['<h4>', '</section>', '<h4>Read</h4></section>'],
    ['<tfoot>', '</tbody>', '</tbody><tfoot><tr><td>1</td></tr></tfoot>'],
    ['<del>', /(<data [^>]*>[^<]*<\/data>)/, '<del>$1</del>'],
    ['<br>', '</p>', '<br></p>'],
    ['<noscript>', '</head>', '<noscript><p>Read</p></noscript></head>'],
    ['<foreignObject>', '</svg>', '<foreignObject><p>+999</p></foreignObject></svg>'],
    ['<image>', '</svg>', '<image href="data:," /></svg>'],
    ['<use>', '</svg>', '<use href="#a" /></svg>'],
    ['<animate>', '</svg>', '<animate attributeName="x" /></svg>'],
    ['<a>', '</svg>', '<a href="https://a.no"><text>1</text></a></svg>'],
  ])('has an element %s', (tag, from, to) => {
    expect(problemsOf(changed(from, to))).toContain(`No report has an element ${tag}`);
  });

  test.each([
    ['style on <p>', '<p class', '<p style="display:none" class'],
    ['hidden on <p>', '<p class', '<p hidden class'],
    ['title on <data>', '<data ', '<data title="+999" '],
    ['onclick on <td>', '<td ', '<td onclick="alert(1)" '],
    ['onload on <body>', '<body>', '<body onload="alert(1)">'],
    ['contenteditable on <main>', '<main ', '<main contenteditable '],
    ['popover on <section>', '<section ', '<section popover '],
    ['inert on <section>', '<section ', '<section inert '],
    ['dir on <p>', '<p class', '<p dir="rtl" class'],
    ['aria-label on <h1>', '<h1 ', '<h1 aria-label="Read" '],
    ['aria-label on <section>', '<section ', '<section aria-label="Read" '],
    ['aria-hidden on <section>', '<section ', '<section aria-hidden="true" '],
    ['lang on <p>', '<p class', '<p lang="se" class'],
    ['data-fact on <p>', '<p class', '<p data-fact="even" class'],
    ['role on <p>', '<p class', '<p role="img" class'],
    ['value on <li>', '<li>', '<li value="9">'],
    ['start on <ol>', '<ol>', '<ol start="9">'],
    ['colspan on <td>', '<td ', '<td colspan="2" '],
    ['target on <a>', '<a href', '<a target="_blank" href'],
    ['id on <data>', '<data ', '<data id="a" '],
    ['href on <base>', '</head>', '<base href="https://a.no/"></head>'],
    ['property on <meta>', '</head>', '<meta property="og:title" content="Read"></head>'],
    ['display on <text>', '<text ', '<text display="none" '],
    ['onclick on <svg>', '<svg ', '<svg onclick="alert(1)" '],
  ])('has an attribute %s', (attribute, from, to) => {
    expect(problemsOf(changed(from, to))).toContain(`No report has an attribute ${attribute}`);
  });

  test.each([
    ['http-equiv="refresh" on <meta>', '</head>', '<meta http-equiv="refresh" content="0"></head>'],
    ['name="Description" on <meta>', '</head>', '<meta name="Description" content="Read"></head>'],
    ['type="importmap" on <script>', '</head>', '<script type="importmap">{}</script></head>'],
    ['role="presentation" on <section>', '<section ', '<section role="presentation" '],
    ['style="display: none" on <text>', '<text ', '<text style="display: none" '],
    ['scope="rowgroup" on <th>', 'scope="row"', 'scope="rowgroup"'],
  ])('has %s', (attribute, from, to) => {
    expect(problemsOf(changed(from, to))).toEqual([`No report has ${attribute}`]);
  });

  test.each([
    ['skip on <p>', '<p class="text"', '<p class="skip"'],
    ['skip on <a>', '</main>', '<a class="skip" href="#main">Oslo: net migration 2007</a></main>'],
    ['skip on <a>', '</body>', '<a class="skip" href="#main">Oslo: net migration 2007</a></body>'],
    ['narrow on <section>', '<section class="', '<section class="narrow '],
    ['wide on <g>', '<g ', '<g class="wide" '],
    ['marked on <p>', '<p class="text"', '<p class="text marked"'],
    ['scroll on <div>', '<div class="wide"', '<div class="scroll"'],
  ])('has a class %s', (name, from, to) => {
    expect(problemsOf(changed(from, to))).toContain(`No report has a class ${name}`);
  });

  test.each([
    ['directly in <table>', '<thead>', 'Read <thead>'],
    ['directly in <tr>', '</tr>', 'Read</tr>'],
    ['directly in <tbody>', '</tbody>', 'Read</tbody>'],
    ['directly in <ul>', '</ul>', 'Read</ul>'],
    ['directly in <figure>', '</figure>', 'Read</figure>'],
    ['directly in <div>', '<div class="wide">', 'Read <div class="wide">'],
    ['directly in <div>', '<div class="wide">', '<div class="wide">Read'],
    ['directly in <svg>', '</svg>', 'Read</svg>'],
    ['directly in <head>', '<meta name="viewport"', 'Read <meta name="viewport"'],
    ['directly in <html>', '</body>', '</body>Read'],
    ['outside of all elements', '</html>', '</html>Read'],
  ])('has words %s', (place, from, to) => {
    expect(problemsOf(changed(from, to))).toEqual([`No words may stand ${place}`]);
  });

  test.each([
    ['<p> directly in <table>', '<thead>', '<p>Read</p><thead>'],
    ['<p> directly in <td>', /(<td [^>]*>)/, '$1<p>Read</p>'],
    ['<p> directly in <div>', '<div class="wide">', '<p>Read</p><div class="wide">'],
    ['<td> directly in <section>', '</section>', '<td>Read</td></section>'],
    ['<h1> directly in <figure>', '</figure>', '<h1>Read</h1></figure>'],
    ['<p> outside of all elements', '</html>', '</html><p>Read</p>'],
    ['<script> directly in <main>', '</main>', '<script type="module"></script></main>'],
    ['<section> directly in <ul>', '</ul>', '<section>Read</section></ul>'],
  ])('has %s', (place, from, to) => {
    expect(problemsOf(changed(from, to))).toContain(`No report has ${place}`);
  });

  test.each([
    ['A <table> has more than one <caption>', '<thead>', '<caption>Read</caption><thead>'],
    ['A <table> has more than one <thead>', '<thead>', '<thead></thead><thead>'],
    ['A <thead> has more than one <tr>', '</thead>', '<tr><th scope="col">Read</th></tr></thead>'],
    ['A <figure> has more than one <figcaption>', '</figure>', '<figcaption>Read</figcaption></figure>'],
    ['A <head> has more than one <title>', '</head>', '<title>Read</title></head>'],
    ['A <html> has more than one <body>', '</body>', '</body><body>Read</body>'],
    [
      'The page has more than one <meta name="description">',
      '</head>',
      '<meta name="description" content="Read"></head>',
    ],
    ['Two elements have the id main', '<section ', '<section id="main" '],
    ['<a> points at r-99, which nothing has for an id', /<a href="#[^"]*"/, '<a href="#r-99"'],
    [
      '<div> points at a, which nothing has for an id',
      /(<div[^>]*) aria-labelledby="[^"]*"/,
      '$1 aria-labelledby="a"',
    ],
    ['No report has href="a.css" on <link>', '</head>', '<link rel="stylesheet" href="a.css"></head>'],
    ['No report has src="a.js" on <script>', '</head>', '<script src="a.js"></script></head>'],
    ['No report has <details> directly in <main>', '</main>', '<details><p>Read</p></details></main>'],
    ['No report has <div> directly in <main>', '</main>', '<div class="more"><p>Read</p></div></main>'],
    ['No report has <p> directly in <section>', '</section>', '<p class="choice">Read</p></section>'],
    ['No report has <title> directly in <g>', '</g>', '<title>+999</title></g>'],
    ['No report has a CDATA section', '</p>', '<![CDATA[ > Read ]]></p>'],
    ['The link to the content says “Read” and not the title', /(<a class="skip"[^>]*>)[^<]*/, '$1Read'],
  ])('is told of: %s', (problem, from, to) => {
    expect(problemsOf(changed(from, to))).toEqual([problem]);
  });

  test('is told of once for each kind, at the line of the first', () => {
    const whole = pageOf(sampleDocument());
    const {faults} = readHtml('a.html', whole.replaceAll('<tr', '<tr style="a"'));
    const line = whole.slice(0, whole.indexOf('<tr')).split('\n').length;
    expect(faults).toEqual([{problem: 'No report has an attribute style on <tr>', place: {line}}]);
  });

  test('says what a link to the content says that is not the first of the body', () => {
    const twice = '<a class="skip" href="#a">T</a><main id="a"><a class="skip" href="#a">T</a></main>';
    expect(wordsIn(readPage(`<p>P</p>${twice}`))).toEqual(['paragraph: P', 'paragraph: T', 'paragraph: T']);
    expect(wordsIn(readPage(twice))).toEqual(['paragraph: T']);
    expect(wordsIn(readPage('<p class="skip">T</p>'))).toEqual(['paragraph: T']);
  });

  test('may have a shell of its own around its words, which are read', () => {
    const reading = changed(
      /<main [^>]*>/,
      '<header id="top" class="bar" data-theme="dark"><nav role="navigation"><a href="#main">T</a></nav></header>$&',
    );
    expect(reading.faults).toEqual([]);
    expect(wordsIn(reading)[0]).toBe('paragraph: T');
  });
});

describe('a page', () => {
  test('has the addresses of all that leads out of it, also where these are not read', () => {
    const reading = readPage(
      '<a href="#a">A</a> <a href="https://a.no/#b">B</a><p hidden><a href="//c.no">C</a></p><svg><a href="d">D</a></svg>',
    );
    expect(reading.links).toEqual(['https://a.no/#b', '//c.no', 'd']);
  });

  test.each([
    ['{"a": [1, "\\u003c"]}', 'application/json', {a: [1, '<']}],
    ['{"a": ', 'application/json', undefined],
    ['{"a": 1}', 'module', null],
    ['null', 'application/json', null],
  ])('has its provenance where that is JSON: %s', (json, type, expected) => {
    const script = `<script id="provenance" type="${type}">${json}</script>`;
    const source = page('<p>P</p>').replace('</head>', `${script}</head>`);
    expect(readHtml('a.html', source).provenance).toEqual(expected);
    expect(readPage('<p>P</p>').provenance).toBeNull();
  });

  test('has what its head says of it, and nothing where that says nothing', () => {
    const meta = '<meta name="date" content="2008-05-08"><meta name="description" content=" A &amp; B ">';
    const reading = readHtml('a.html', page('<p>P</p>').replace('</head>', `${meta}</head>`));
    expect(reading).toMatchObject({date: '2008-05-08', subject: ' A & B ', faults: []});
    expect(readPage('<p>P</p>')).toMatchObject({date: null, subject: null});
  });

  test('knows a cell by its id, or else by its row', () => {
    const [block] = readPage(
      '<table id="t"><caption>T</caption><tbody><tr id="r"><th>A</th><td id="c">1</td></tr><tr><td>2</td></tr></tbody></table>',
    ).blocks;
    expect(passagesOf(block!).map(({id}) => id)).toEqual(['t', 'r', 'c', null]);
  });
});

describe('a chart that is a file of its own', () => {
  const charts = () =>
    CODES.flatMap(code => documents.get(code)!.sections.flatMap(({blocks}) => blocks)).flatMap(block =>
      block.kind === 'figure' ? [block.wide, block.narrow] : [],
    );

  test('is whole where nobody has been at it', () => {
    const all = charts().filter(each => each !== null);
    expect(all.length).toBeGreaterThan(20);
    expect(all.flatMap(({svg}) => svgFaults(svg))).toEqual([]);
  });

  test.each([
    [
      'No report has an element <foreignObject>',
      '</svg>',
      '<foreignObject><p>+999</p></foreignObject></svg>',
    ],
    ['No report has an element <script>', '</svg>', '<script>alert(1)</script></svg>'],
    ['No report has an element <style>', '</svg>', '<style>text { display: none }</style></svg>'],
    ['No report has an attribute onload on <svg>', '<svg ', '<svg onload="alert(1)" '],
    ['No words may stand directly in <g>', '</g>', 'Read</g>'],
    ['No report has <svg> directly in <svg>', '</svg>', '<svg></svg></svg>'],
    ['The file has more than one <svg>', '</svg>', '</svg><svg></svg>'],
  ])('is told of: %s', (problem, from, to) => {
    const [{svg}] = charts() as [Picture];
    expect(svgFaults(svg.replace(from, to)).map(each => each.problem)).toEqual([problem]);
  });
});

describe('a text', () => {
  test('has the addresses of its links, in order, wherever they stand', () => {
    const {links} = readLines(
      'See [A (1)](https://a.no/x_(y)/) and [B',
      'C](b). [D] (e) [F](g h)',
      '',
      '- [I](i)',
      '',
      'Table 1. [J](j)',
      '',
      'a       b',
      '------  -',
      '[K](k)  1',
    );
    expect(links).toEqual(['https://a.no/x_(y)/', 'b', 'i', 'j', 'k']);
  });

  test('has the levels of its headings, and none where a mark is no heading', () => {
    const levels = readLines('## B', '### C', '#### D', '####### E', '#F').blocks.map(block =>
      block.kind === 'heading' ? block.level : block.kind,
    );
    expect(levels).toEqual([1, 2, 3, 4, 'paragraph']);
  });

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

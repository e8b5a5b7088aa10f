/** The three printers, each for what only it can get wrong. */
import {createHash} from 'node:crypto';
import {resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {getDocumentProxy} from 'unpdf';
import type {Block, Document, Inlines, Table} from '../src/document.ts';
import {sealed} from '../src/print/assets.ts';
import {openFaces} from '../src/print/faces.ts';
import {printHtml} from '../src/print/html.ts';
import {pdfDefinition} from '../src/print/pdf-definition.ts';
import {printPdf} from '../src/print/pdf.ts';
import {fillShell, PAGE_SLOTS as SLOTS, shellProblems} from '../src/print/shell.ts';
import {printText} from '../src/print/text.ts';
import type {Theme} from '../src/theme.ts';
import {number, sampleDocument, text} from './sample-document.ts';
import {EXTRAS} from './extras.ts';
import {sampleFonts, sampleTheme} from './sample-theme.ts';
import {firstMissing, wordsOfDefinition, wordsOfPdf} from './words.ts';

const CREATED = new Date('2008-05-08T00:00:00Z');
/** A picture that exists: one that does not would be refused for that. */
const PNG = resolve('node_modules/@expo-google-fonts/ibm-plex-sans/font-family.png');

const printPage = (document: Document, theme: Theme = sampleTheme) =>
  sealed(printHtml(document, theme, EXTRAS));
const define = (document: Document) => pdfDefinition(document, sampleTheme, openFaces(sampleFonts));
const print = async (document: Document) =>
  (await printPdf(document, sampleTheme, sampleFonts, CREATED)).bytes;

/** A document of a few blocks on a page of the given orientation. */
function small(blocks: readonly Block[], orientation: 'portrait' | 'landscape' = 'portrait'): Document {
  return {...sampleDocument(), sections: [{orientation, blocks}]};
}

function paragraph(content: Inlines): Block {
  return {kind: 'paragraph', role: 'text', content};
}

function blocksOf<Kind extends Block['kind']>(kind: Kind): Extract<Block, {kind: Kind}>[] {
  const blocks = sampleDocument().sections.flatMap(section => section.blocks);
  return blocks.filter((block): block is Extract<Block, {kind: Kind}> => block.kind === kind);
}

describe('text', () => {
  test('reads like Markdown', () => {
    const printed = printText(sampleDocument());
    expect(printed.startsWith('# Oslo: net migration 2007\n\nStatistics Norway')).toBe(true);
    expect(printed).toContain('- \u22123\u00a0929: net migration with Akershus\n');
    expect(printed).toContain('12 Hordaland                       540     1  Oslo gains\n');
    expect(printed).toMatch(/^> 03 Oslo /m);
    expect(printed).toContain('[Statistics Norway](https://www.ssb.no/)');
  });

  test('wraps between words, and not before what Markdown would read as a list', () => {
    const long = printText(small([paragraph([text(`${'word '.repeat(17)}xx 1. end`)])]));
    expect(long).not.toMatch(/^1\./m);
    const lines = printText(small([paragraph([text('word '.repeat(60).trim())])])).split('\n');
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(88);
  });
});

describe('HTML', () => {
  const page = printPage(sampleDocument());

  test('has the same bytes twice', () => {
    expect(printPage(sampleDocument())).toBe(page);
  });

  test('needs nothing else: no file, no request', () => {
    expect(page).not.toMatch(/<link|<img|<iframe|\ssrc=|@import|@font-face|url\((?!#)|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  test('lets its own script run, as it stands in the shell, and no other', () => {
    const scripts = [...page.matchAll(/<script ([^>]*)>(.*?)<\/script>/gs)];
    expect(scripts.map(([, attributes]) => attributes)).toEqual([
      'type="application/json" id="provenance"',
      'data-name="numbers"',
    ]);
    const hash = createHash('sha256').update(scripts[1]![2]!).digest('base64');
    expect(page).toContain(`script-src 'sha256-${hash}';`);
    const shell = EXTRAS.shell.replace(/<script.*<\/script>/s, '');
    const bare = sealed(printHtml(sampleDocument(), sampleTheme, {...EXTRAS, shell}));
    expect(bare).toContain("script-src 'none';");
  });

  test('has what the script is given as data that cannot end its element', () => {
    const [, data] = /<script type="application\/json" id="provenance">(.*?)<\/script>/s.exec(page)!;
    expect(data).not.toContain('<');
    expect(JSON.parse(data!)).toMatchObject({
      expressions: {
        'net(03,12)': ['the cell Oslo against Hordaland', 'c-03-12'],
        'total(03)': ['the </script> published & total of Oslo', 't-03'],
      },
      cells: {'t-03': 'line 8, printed as “151”'},
      marked: {1: '1 cell marked in Table 2'},
    });
  });

  test('has each id once, and an id for each link inside it', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(match => match[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const targets = [...page.matchAll(/(?:href="#|url\(#)([^")]*)/g)].map(match => match[1]);
    const labels = [...page.matchAll(/aria-labelledby="([^"]*)"/g)].map(match => match[1]);
    expect(targets.length).toBeGreaterThan(20);
    expect([...targets, ...labels].filter(id => !ids.includes(id))).toEqual([]);
  });

  test('escapes text and attributes', () => {
    const name = `<b>&"'`;
    const odd = {...sampleDocument(), title: name, subject: name, lang: 'en"'};
    const printed = printPage({
      ...odd,
      sections: [{orientation: 'portrait', blocks: [paragraph([text(name), number(1, name)])]}],
    });
    expect(printed).not.toContain('<b>');
    expect(printed).toContain('<title>&lt;b&gt;&amp;&quot;&#39;</title>');
    expect(printed).toContain('data-expr="&lt;b&gt;&amp;&quot;&#39;"');
    expect(printed).toContain('<html lang="en&quot;">');
  });

  test('marks heads of rows and columns, other languages and charts', () => {
    expect(page).toContain('<th scope="row" class="start">20 Finnmark</th>');
    expect(page).toContain('<th scope="col" class="end">20 Finnmark <span lang="se">Finnmárku</span></th>');
    expect(page).toContain('<tr id="r-03" class="marked">');
    expect(page.match(/role="img" aria-label="Bar chart/g)).toHaveLength(2);
    expect(page.match(/<svg(?! aria-hidden="true")/g)).toBeNull();
  });

  test('recolours charts for dark screens, whatever the case of the colour', () => {
    expect(page).toContain('.picture svg [fill="#1D4F91" i] { fill: var(--gain); }');
    expect(page).toContain('.picture svg [stroke="#1F2328" i] { stroke: var(--ink); }');
    expect(page).toContain('.picture svg text[fill="#FFFFFF" i] { fill: var(--inverse); }');
  });

  test('refuses a theme that would write into the style sheet', () => {
    const {colours, fonts} = sampleTheme;
    const ink = {light: 'red;}</style>', dark: '#000000'};
    const broken = (theme: Partial<Theme>) => () => printPage(sampleDocument(), {...sampleTheme, ...theme});
    expect(broken({colours: {...colours, ink}})).toThrow(/neither a colour nor a font/);
    expect(broken({fonts: {...fonts, family: 'A</style>'}})).toThrow(/neither a colour nor a font/);
  });

  test('refuses a link that runs something', () => {
    const link = (href: string) => small([paragraph([{kind: 'link', href, content: [text('here')]}])]);
    expect(() => printPage(link('javascript:alert(1)'))).toThrow(/only http, https and mailto/);
    expect(() => printPage(link('JAVASCRIPT:alert(1)'))).toThrow(/only http, https and mailto/);
    expect(printPage(link('oslo.csv'))).toContain('<a href="oslo.csv">');
    expect(() => define(link('javascript:alert(1)'))).toThrow(/only http, https and mailto/);
    expect(() => define(link('oslo.csv'))).not.toThrow();
  });

  test('refuses a link that leads nowhere, and two places of one name', () => {
    expect(() => printPage(small([paragraph([number(1, 'net(03,12)', 'c-03-12')])]))).toThrow(/"c-03-12"/);
    const heading: Block = {kind: 'heading', level: 2, id: 'twice', content: [text('A')]};
    expect(() => printPage(small([heading, heading]))).toThrow(/"twice"/);
  });
});

describe('the shell', () => {
  const slots = Object.fromEntries(SLOTS.map(slot => [slot, {source: `$& ${slot}`}])) as Parameters<
    typeof fillShell<(typeof SLOTS)[number]>
  >[2];
  const whole = SLOTS.map(slot => `{{${slot}}}`).join('\n');

  test('is filled as it stands', () => {
    expect(fillShell('{{title}} {{ title }}\n' + whole, SLOTS, slots)).toContain(
      '$& title $& title\n$& lang\n',
    );
  });

  test('reports each unknown slot with its line', () => {
    const found = shellProblems(`${whole}\n<p>\n{{tilte}} {{body}`, SLOTS);
    expect(found.map(({line, problem}) => `${line} ${problem.split(' is')[0]}`)).toEqual([
      '14 {{tilte}}',
      '14 {{body',
    ]);
  });

  test('reports each missing slot', () => {
    const found = shellProblems(whole.replace('{{body}}', '').replace('{{date}}', ''), SLOTS);
    expect(found).toEqual([
      {line: 12, problem: 'The file ends without {{date}}'},
      {line: 12, problem: 'The file ends without {{body}}'},
    ]);
  });

  test('is not filled with a problem in it', () => {
    expect(() => fillShell(whole.replace('{{body}}', ''), SLOTS, slots)).toThrow('{{body}}');
  });
});

describe('PDF', () => {
  test('has the same bytes twice, and another date only where it says so', async () => {
    const [one, two] = [await print(sampleDocument()), await print(sampleDocument())];
    expect(Buffer.compare(one, two)).toBe(0);
    const later = await printPdf(
      sampleDocument(),
      sampleTheme,
      sampleFonts,
      new Date('2009-01-01T00:00:00Z'),
    );
    expect(Buffer.compare(one, later.bytes)).not.toBe(0);
  }, 30_000);

  test('no node of the definition is met twice', () => {
    const seen = new Set<object>();
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || value instanceof Date) return;
      expect(seen.has(value)).toBe(false);
      seen.add(value);
      Object.values(value).forEach(walk);
    };
    walk(define(sampleDocument()).content);
    walk(define(sampleDocument()).content);
    expect(seen.size).toBeGreaterThan(1000);
  });

  test('has title, language, bookmarks, and the matrix on one landscape page', async () => {
    const pdf = await getDocumentProxy(await print(sampleDocument()));
    const {info} = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Oslo: net migration 2007',
      Language: 'en',
    });
    const outline = await pdf.getOutline();
    expect(outline.map(item => item.title)).toEqual(['Oslo: net migration 2007']);
    expect(outline[0]?.items.map(item => item.title)).toEqual([
      'Three ways to read it',
      'The full table',
      'Source',
    ]);
    const pages = await Promise.all(Array.from({length: pdf.numPages}, (_, i) => pdf.getPage(i + 1)));
    expect(pages.map(page => page.view[2]! > page.view[3]!)).toEqual([false, false, true, false]);
  }, 30_000);

  test('every link inside it has its place', async () => {
    const pdf = await getDocumentProxy(await print(sampleDocument()));
    const places = Object.keys(await pdf.getDestinations());
    const pages = await Promise.all(Array.from({length: pdf.numPages}, (_, i) => pdf.getPage(i + 1)));
    const links = (await Promise.all(pages.map(page => page.getAnnotations()))).flat();
    const inside = links.filter(link => link.dest).map(link => link.dest as string);
    expect(inside.length).toBeGreaterThan(15);
    expect(inside.filter(place => !places.includes(place))).toEqual([]);
  }, 30_000);

  test('refuses a character that the font lacks, in text and in charts', async () => {
    await expect(print(small([paragraph([text('up \u25b2')])]))).rejects.toThrow(
      /"\u25b2" \(U\+25B2\), which stands in "up \u25b2"/,
    );
    const [figure] = blocksOf('figure');
    const svg = figure!.wide.svg.replace('Hordaland', '&#x25B2;');
    await expect(print(small([{...figure!, wide: {...figure!.wide, svg}}]))).rejects.toThrow(/U\+25B2/);
  });

  test('refuses a chart that asks for a picture', async () => {
    const [figure] = blocksOf('figure');
    const svg = figure!.wide.svg.replace('</svg>', `<image href="${PNG}" width="9" height="9"/></svg>`);
    await expect(print(small([{...figure!, wide: {...figure!.wide, svg}}]))).rejects.toThrow(
      /Figure 1 cannot be printed: .*font-family\.png/,
    );
  });

  test('refuses a chart that is taller than its page', async () => {
    const [figure] = blocksOf('figure');
    const tall = {...figure!, wide: {...figure!.wide, height: 800}};
    await expect(print(small([tall]))).rejects.toThrow(/draw it lower/);
  });

  test('refuses a table that is wider than its page, and says what to do', async () => {
    const matrix = blocksOf('table').find(table => table.layout === 'matrix')!;
    await expect(print(small([matrix]))).rejects.toThrow(/Table 2 does not fit its page.*landscape section/);
    const [head] = matrix.columns;
    const wordy: Table = {
      ...matrix,
      columns: [head!, ...matrix.columns.slice(1).map(column => ({...column, head: [text('Unbreakable')]}))],
    };
    await expect(print(small([wordy], 'landscape'))).rejects.toThrow(
      /does not fit its page: its words need \d+ pt.*widest column is "/,
    );
  });

  test('nothing is lost of what is longer than a page, and the head of a table is repeated', async () => {
    const [table] = blocksOf('table');
    const rows = Array.from({length: 25}, () => table!.rows).flat();
    const prose = 'Many words make a long paragraph. '.repeat(200).trim();
    const heading: Block = {kind: 'heading', level: 2, id: 'long', content: [text('Long')]};
    const items = Array.from({length: 90}, (_, i) => [text(`Item ${i}`)]);
    const long = small([
      heading,
      {
        ...table!,
        rows: rows.map(row => ({...row, cells: row.cells.map(cell => ({...cell, content: [text('cell')]}))})),
      },
      paragraph([text(prose)]),
      {kind: 'list', ordered: false, items},
    ]);
    const words = await wordsOfPdf(await print(long));
    expect(firstMissing(wordsOfDefinition(define(long), false), words)).toBeNull();
    expect(words.filter(word => word === 'County').length).toBeGreaterThan(2);
  }, 30_000);

  test('a heading is not left alone at the foot of a page', async () => {
    const heading = (id: string): Block => ({kind: 'heading', level: 2, id, content: [text(`Heading${id}`)]});
    const [table] = blocksOf('table');
    const lines = (count: number) => Array.from({length: count}, () => paragraph([text('line')]));
    const plain: Table = {
      ...table!,
      rows: table!.rows.map(row => ({
        ...row,
        cells: row.cells.map(cell => ({...cell, content: [text('cell')]})),
      })),
    };
    for (const count of [22, 23, 24, 25, 26, 27, 28, 29]) {
      const pdf = await getDocumentProxy(await print(small([...lines(count), heading('x'), plain])));
      const {items} = await (await pdf.getPage(1)).getTextContent();
      const words = items
        .map(item => ('str' in item ? item.str.trim() : ''))
        .filter(word => word !== '' && !word.startsWith('Page'));
      expect(words.at(-1)).toMatch(/^(line|cell|A minus sign)/);
    }
  }, 60_000);
});

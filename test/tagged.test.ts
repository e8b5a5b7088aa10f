/**
 * The structure of the PDF, read back by another program (pdf.js): what a screen reader meets, in which order,
 * and what the file says of itself. Whether that is PDF/UA-1 and PDF/A is for veraPDF to say: `npm run
 * conformance`.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {getDocumentProxy} from 'unpdf';
import {type Block, type Document, type Table, textOf} from '../src/document.ts';
import {openFaces} from '../src/print/faces.ts';
import {pdfDefinition} from '../src/print/pdf-definition.ts';
import {type Attachment, printPdf} from '../src/print/pdf.ts';
import {layOut, openDocument} from '../src/print/pdfmake-parts.ts';
import {structureOf} from '../src/print/structure.ts';
import {TaggedRenderer} from '../src/print/tagged.ts';
import {sampleDocument} from './sample-document.ts';
import {sampleFonts, sampleTheme} from './sample-theme.ts';

const CREATED = new Date('2008-05-08T00:00:00Z');
const print = async (document: Document, attachments: readonly Attachment[] = []) =>
  (await printPdf(document, sampleTheme, sampleFonts, CREATED, attachments)).bytes;

type Node = {
  readonly role?: string;
  readonly type?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly bbox?: readonly number[];
  readonly children?: readonly Node[];
};

/** Every element of all pages, in order. A page gives its own part of the tree. */
async function elementsOf(bytes: Uint8Array): Promise<readonly Node[]> {
  const pdf = await getDocumentProxy(bytes.slice());
  const trees = await Promise.all(
    Array.from({length: pdf.numPages}, async (_, i) => (await pdf.getPage(i + 1)).getStructTree()),
  );
  const walk = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return trees.flatMap(tree => walk(tree as Node)).filter(({role}) => role !== undefined);
}

const count = (nodes: readonly Node[], role: string) => nodes.filter(node => node.role === role).length;
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const occurrences = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

describe('the sample', () => {
  const document = sampleDocument();
  const blocks = document.sections.flatMap(section => section.blocks);
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  let bytes: Uint8Array;
  let nodes: readonly Node[];
  beforeAll(async () => {
    bytes = await print(document);
    nodes = await elementsOf(bytes);
  });

  test('has the elements of the document, each once', () => {
    const of = (kind: Block['kind']) => blocks.filter(block => block.kind === kind).length;
    const headings = (level: number) =>
      blocks.filter(block => block.kind === 'heading' && block.level === level).length;
    for (const level of [1, 2, 3]) expect(count(nodes, `H${level}`)).toBe(headings(level));
    expect(count(nodes, 'Figure')).toBe(of('figure'));
    expect(count(nodes, 'Caption')).toBe(of('figure') + of('table'));
    expect(count(nodes, 'Table')).toBe(tables.length);
    expect(count(nodes, 'THead')).toBe(tables.length);
    expect(count(nodes, 'TR')).toBe(tables.reduce((sum, table) => sum + table.rows.length + 1, 0));
    const items = blocks.reduce(
      (sum, block) => sum + (block.kind === 'list' || block.kind === 'key-figures' ? block.items.length : 0),
      0,
    );
    expect(count(nodes, 'LI')).toBe(items);
    expect(count(nodes, 'LBody')).toBe(items);
  });

  test('says of each head what it is the head of', () => {
    const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
    const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    expect(occurrences(raw(bytes), /\/Scope \/Column\b/g)).toBe(columns);
    expect(occurrences(raw(bytes), /\/Scope \/Row\b/g)).toBe(rows);
    expect(count(nodes, 'TH')).toBe(columns + rows);
  });

  test('describes its figures, and says where they stand', () => {
    for (const {alt, bbox} of nodes.filter(({role}) => role === 'Figure')) {
      expect(alt).toMatch(/^Bar chart/);
      expect(bbox).toHaveLength(4);
    }
  });

  test('marks another language, names each note, and goes through each page in the order of structure', async () => {
    const pdf = await getDocumentProxy(bytes.slice());
    expect(raw(bytes)).toContain('/Lang (se)');
    const names = [...raw(bytes).matchAll(/\/ID \(note(\d+)\)/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    expect(occurrences(raw(bytes), /\/Tabs \/S\b/g)).toBe(pdf.numPages);
  });

  test('has one link element for each link, and a description on every annotation', async () => {
    const pdf = await getDocumentProxy(bytes.slice());
    const pages = Array.from({length: pdf.numPages}, (_, i) => pdf.getPage(i + 1));
    const annotations = (await Promise.all(pages.map(async page => (await page).getAnnotations()))).flat();
    const json = JSON.stringify(document, (key, value: unknown) => (key === 'alt' ? undefined : value));
    const links = occurrences(json, /"target":"|"href":"/g);
    expect(links).toBeGreaterThan(3);
    expect(count(nodes, 'Link')).toBe(links);
    expect(annotations.length).toBeGreaterThanOrEqual(links);
    for (const {subtype, contentsObj} of annotations) {
      expect(subtype).toBe('Link');
      expect(contentsObj.str).not.toBe('');
    }
  });

  test('has bookmarks that lead to their headings', async () => {
    const pdf = await getDocumentProxy(bytes.slice());
    const outline = await pdf.getOutline();
    const headings = blocks.filter(block => block.kind === 'heading');
    const flat = (items: typeof outline): typeof outline =>
      items.flatMap(item => [item, ...flat(item.items)]);
    expect(flat(outline)).toHaveLength(headings.length);
    for (const {dest} of flat(outline)) {
      const [, kind, left, top] = dest as [unknown, {name: string}, number | null, number];
      expect(kind.name).toBe('XYZ');
      expect(left).toBeNull();
      expect(top).toBeGreaterThan(100);
      expect(top).toBeLessThan(842);
    }
  });

  test('claims PDF/UA-1 and PDF/A-2a, its language and its title', async () => {
    const pdf = await getDocumentProxy(bytes.slice());
    const {info, metadata} = await pdf.getMetadata();
    expect(info).toMatchObject({Title: document.title, Language: document.lang});
    expect(metadata.get('pdfuaid:part')).toBe('1');
    expect([metadata.get('pdfaid:part'), metadata.get('pdfaid:conformance')]).toEqual(['2', 'A']);
    expect(await pdf.getMarkInfo()).toMatchObject({Marked: true});
    expect(raw(bytes)).toContain('/DisplayDocTitle true');
  });

  test('reads a row of the table out in order', async () => {
    const pdf = await getDocumentProxy(bytes.slice());
    const full = tables.find(({layout}) => layout === 'matrix')!;
    const row = full.rows[2]!;
    const words = row.cells.flatMap(({content}) =>
      content.map(inline => ('text' in inline ? inline.text.trim() : '')),
    );
    const pages = await Promise.all(Array.from({length: pdf.numPages}, (_, i) => pdf.getPage(i + 1)));
    const items = (await Promise.all(pages.map(page => page.getTextContent()))).flatMap(
      content => content.items,
    );
    const printed = items
      .map(item => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(printed).toContain(words.join(' ').replace(/\s+/g, ' '));
  });
});

describe('metadata', () => {
  test('survives a title that XML would choke on', async () => {
    const bytes = await print({...sampleDocument(), title: 'A & B <c> "d"', subject: '<&>'});
    const {info, metadata} = await (await getDocumentProxy(bytes.slice())).getMetadata();
    expect(info).toMatchObject({Title: 'A & B <c> "d"'});
    expect(metadata.get('dc:title')).toBe('A & B <c> "d"');
    expect(metadata.get('pdfuaid:part')).toBe('1');
  });

  test('says PDF/A-3 with files, which come out as they went in', async () => {
    const file: Attachment = {
      name: 'a.csv',
      bytes: new TextEncoder().encode('a,b\r\n1,2\r\n'),
      type: 'text/csv',
      description: 'Figures',
      relationship: 'Data',
    };
    const bytes = await print(sampleDocument(), [file, {...file, name: 'b.csv', relationship: 'Source'}]);
    const pdf = await getDocumentProxy(bytes.slice());
    const {metadata} = await pdf.getMetadata();
    expect([metadata.get('pdfaid:part'), metadata.get('pdfaid:conformance')]).toEqual(['3', 'A']);
    const attachments = await pdf.getAttachments();
    expect(Object.keys(attachments)).toEqual(['a.csv', 'b.csv']);
    expect(new TextDecoder().decode(attachments['a.csv'].content)).toBe('a,b\r\n1,2\r\n');
    expect(raw(bytes)).toContain('/AFRelationship /Data');
    expect(raw(bytes)).toContain('/AFRelationship /Source');
    expect(raw(bytes)).toMatch(/\/Subtype \/text#2Fcsv/);
  });
});

describe('a table over several pages', () => {
  const sample = sampleDocument().sections.flatMap(section => section.blocks);
  const short = sample.find((block): block is Table => block.kind === 'table' && block.layout === 'plain')!;
  const rows = Array.from({length: 120}, (_, i) => ({...short.rows[i % short.rows.length]!, id: null}));
  const bare = rows.map(row => ({
    ...row,
    cells: row.cells.map(cell => ({
      ...cell,
      id: null,
      content: [{kind: 'text', text: textOf(cell.content)}] as const,
    })),
  }));
  const long: Document = {
    ...sampleDocument(),
    sections: [{orientation: 'portrait', blocks: [{...short, rows: bare}]}],
  };

  test('is one table, with its head and caption once, and says on each page that it goes on', async () => {
    const bytes = await print(long);
    const pdf = await getDocumentProxy(bytes.slice());
    expect(pdf.numPages).toBeGreaterThan(2);
    // pdf.js gives the whole table with each of its pages, so elements are counted in the file.
    expect(occurrences(raw(bytes), /\/S \/Table\b/g)).toBe(1);
    expect(occurrences(raw(bytes), /\/S \/Caption\b/g)).toBe(1);
    expect(occurrences(raw(bytes), /\/S \/TH\b/g)).toBe(short.columns.length + rows.length);
    for (let page = 1; page <= pdf.numPages; page++) {
      const {items} = await (await pdf.getPage(page)).getTextContent();
      const text = items.map(item => ('str' in item ? item.str : '')).join('');
      expect(text.includes(short.continued), `page ${page}`).toBe(page > 1);
      expect(text.includes(`${short.label}. `), `page ${page}`).toBe(page === 1);
    }
  });
});

describe('what pdfmake would leave out in silence', () => {
  /** Lays a definition out and draws it, past the checks that are made before layout. */
  function draw(content: unknown[]): void {
    const definition = pdfDefinition(
      {...sampleDocument(), sections: []},
      sampleTheme,
      openFaces(sampleFonts),
    );
    const options = {
      autoFirstPage: false,
      font: null,
      tagged: true,
      pdfVersion: '1.7',
      info: {CreationDate: CREATED},
    };
    const kit = openDocument(sampleTheme.fonts.family, sampleFonts, options);
    const structure = structureOf(content);
    new TaggedRenderer(kit, structure).renderPages(layOut(kit, {...definition, content: content as never}));
  }
  const text = (words: string) => [{text: words}];

  test('a block that may not break and is taller than a page', () => {
    const stack = Array.from({length: 90}, (_, i) => ({text: text(`Line ${i}`)}));
    expect(() => draw([{stack, unbreakable: true}])).toThrow(/left out "Line/);
  });

  test('a line beyond the edge', () => {
    expect(() => draw([{text: text('Far out'), relativePosition: {x: 580, y: 0}}])).toThrow(
      /runs off its page: "Far/,
    );
  });

  test('a picture beyond the edge', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"></svg>';
    expect(() => draw([{svg, width: 900, alt: 'Wide'}])).toThrow(/runs off its page: Wide/);
  });

  test('a picture without a description', () => {
    expect(() => structureOf([{svg: '<svg/>'}])).toThrow('without a description');
  });

  test('nothing, where all is well', () => expect(() => draw([{text: text('Here')}])).not.toThrow());
});

describe('the same input', () => {
  test('gives the same bytes in any time zone, locale and folder', () => {
    const folders = ['one', 'two with æøå'].map(name => mkdtempSync(path.join(tmpdir(), `${name}-`)));
    const run = (folder: string, env: Readonly<Record<string, string>>) => {
      const command = [
        path.resolve('bin/gen-report.mjs'),
        '-c',
        'Finnmark',
        '-f',
        'pdf',
        '--attach-data',
        '-q',
      ];
      execFileSync(process.execPath, command, {cwd: folder, env: {...process.env, ...env}});
      return readFileSync(path.join(folder, 'out/finnmark/finnmark.en.pdf'));
    };
    const [one, two] = [
      run(folders[0]!, {TZ: 'America/Los_Angeles', LC_ALL: 'C', LANG: 'C'}),
      run(folders[1]!, {TZ: 'Asia/Tokyo', LC_ALL: 'nb_NO.UTF-8', LANG: 'nb_NO.UTF-8'}),
    ];
    folders.forEach(folder => rmSync(folder, {recursive: true}));
    expect(one.equals(two)).toBe(true);
  }, 60_000);
});

// An outline -> Typst's markup. Texts are given as strings in code, where nothing in them is markup.
import path from 'node:path';

const PAGES = {
  portrait: '#set page(paper: "a4", flipped: false, margin: (x: 40pt, top: 46pt, bottom: 44pt))',
  landscape: '#set page(paper: "a4", flipped: true, margin: (x: 30pt, top: 46pt, bottom: 40pt))',
};

/**
 * @param {import('./outline.mjs').Outline} outline
 * @param {string} workspace the folder that pictures are named from
 * @returns {string} the source of the whole report
 */
export function typstSource({lang, title, head, foot, family, sections}, workspace) {
  const [before, between, after = ''] = foot.split(/\{pages?\}/);
  const footer = `context [#${text(before)}#counter(page).display()#${text(between)}#counter(page).final().first()#${text(after)}]`;
  return [
    `#set document(title: ${text(title)})`,
    `#set text(font: ${text(family)}, lang: ${text(lang)}, size: 10.5pt, hyphenate: false)`,
    '#show heading: set block(above: 1.4em, below: 0.8em)',
    `#set page(header: context if counter(page).get().first() > 1 { text(size: 8pt, ${text(head)}) }, footer: align(right, text(size: 8pt, ${footer})))`,
    ...sections.flatMap(({orientation, blocks}) => [
      PAGES[orientation],
      ...blocks.map(block => printed(block, workspace)),
    ]),
  ].join('\n\n');
}

function printed(block, workspace) {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: ${block.level}, ${inline(block.content)})`;
    case 'paragraph':
      return `#par(${inline(block.content)})`;
    case 'note':
      return note(block.content);
    case 'key-figures': {
      const cells = block.items.flatMap(({value, label}) => [`strong(${inline(value)})`, inline(label)]);
      return `#grid(columns: (auto, 1fr), gutter: 6pt, ${cells.join(', ')})`;
    }
    case 'list':
      return `#list(${block.items.map(inline).join(', ')})`;
    case 'figure': {
      const file = `/${path.relative(workspace, block.svg).split(path.sep).join('/')}`;
      const picture = `#image(${text(file)}, width: ${block.width}pt, alt: ${text(block.alt)})`;
      return `#block(breakable: false)[#par(${inline(block.title)})\n${picture}]\n${block.notes.map(note).join('\n')}`;
    }
    case 'table':
      return table(block);
  }
}

function table({isMatrix, title, columns, rows, notes}) {
  const heads = columns.map(({head}) => inline(head)).join(', ');
  const lines = rows.map(({marked, cells}) =>
    cells.map(cell => (marked ? `strong(${inline(cell)})` : inline(cell))).join(', '),
  );
  const widths = columns.map((_, at) => (at === 0 || !isMatrix ? 'auto' : '1fr')).join(', ');
  const aligns = columns.map(({align}) => align).join(', ');
  const size = isMatrix ? 5.5 : 9;
  const drawn = `#table(columns: (${widths}), align: (${aligns}), stroke: (bottom: 0.5pt), inset: ${isMatrix ? 1.5 : 4}pt, table.header(${heads}), ${lines.join(',\n')})`;
  return `#par(${inline(title)})\n#[#set text(size: ${size}pt)\n${drawn}]\n${notes.map(note).join('\n')}`;
}

const note = content => `#par(text(size: 8.5pt, ${inline(content)}))`;

/** Content in code. */
function inline(pieces) {
  const parts = pieces.map(({text: words, strong, href}) => {
    const shown = strong ? `strong(${text(words)})` : text(words);
    return href === null ? `[#${shown}]` : `link(${text(href)}, ${shown})`;
  });
  return parts.length ? `{${parts.join('; ')}}` : '[]';
}

/** A string of Typst. */
const text = words => `"${words.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;

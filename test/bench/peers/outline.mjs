// What peers are given: a report of ours as plain data, with the names of the files that our run wrote. Nothing in it is
// typed in, so that all say the same. Peers need not link numbers to their cells, tag them or say where they come from.

/**
 * @typedef {{text: string, strong: boolean, href: string | null}} Piece
 * @typedef {readonly Piece[]} Pieces
 * @typedef {{kind: 'heading', level: number, content: Pieces}
 *   | {kind: 'paragraph' | 'note', content: Pieces}
 *   | {kind: 'key-figures', items: readonly {value: Pieces, label: Pieces}[]}
 *   | {kind: 'list', items: readonly Pieces[]}
 *   | {kind: 'figure', svg: string, width: number, height: number, alt: string, title: Pieces, notes: readonly Pieces[]}
 *   | {kind: 'table', isMatrix: boolean, title: Pieces, notes: readonly Pieces[],
 *       columns: readonly {head: Pieces, align: 'start' | 'end'}[],
 *       rows: readonly {marked: boolean, cells: readonly Pieces[]}[]}} Block
 * @typedef {{lang: string, title: string, head: string, foot: string, family: string,
 *   fonts: {regular: string, bold: string},
 *   sections: readonly {orientation: 'portrait' | 'landscape', blocks: readonly Block[]}[]}} Outline
 */

/**
 * @param {object} document a Document of gen-report
 * @param {{fonts: {regular: {path: string}, bold: {path: string}}, family: string, svgOf: (figure: string) => string}} from
 *   `svgOf` names the picture of a figure
 * @returns {Outline}
 */
export function outlineOf(document, {fonts, family, svgOf}) {
  return {
    lang: document.lang,
    title: document.title,
    head: document.running.head,
    foot: document.running.page,
    family,
    fonts: {regular: fonts.regular.path, bold: fonts.bold.path},
    sections: document.sections.map(({orientation, blocks}) => ({
      orientation,
      blocks: blocks.map(block => plain(block, svgOf)),
    })),
  };
}

function plain(block, svgOf) {
  switch (block.kind) {
    case 'heading':
      return {kind: 'heading', level: block.level, content: piecesOf(block.content)};
    case 'paragraph':
    case 'note':
      return {kind: block.kind, content: piecesOf(block.content)};
    case 'key-figures': {
      const items = block.items.map(({value, label}) => ({value: piecesOf(value), label: piecesOf(label)}));
      return {kind: 'key-figures', items};
    }
    case 'list':
      return {kind: 'list', items: block.items.map(item => piecesOf(item))};
    case 'figure': {
      const {wide, alt} = block;
      const picture = {svg: svgOf(block.id), width: wide.width, height: wide.height};
      return {kind: 'figure', ...picture, alt: textOf(piecesOf(alt)), ...captionOf(block)};
    }
    case 'table': {
      const columns = block.columns.map(({head, align}) => ({head: piecesOf(head), align}));
      const rows = block.rows.map(({marked, cells}) => ({
        marked,
        cells: cells.map(({content}) => piecesOf(content)),
      }));
      return {kind: 'table', isMatrix: block.layout === 'matrix', ...captionOf(block), columns, rows};
    }
    default:
      throw new Error(`Peers are not told how to draw: ${block.kind}`);
  }
}

/** A figure and a table have a label and a title, which are printed as one line. */
const captionOf = ({label, title, notes}) => ({
  title: [{text: `${label}. `, strong: true, href: null}, ...piecesOf(title)],
  notes: notes.map(note => piecesOf(note)),
});

/** @returns {Pieces} */
function piecesOf(content, strong = false, href = null) {
  return content.flatMap(inline => {
    if (!('content' in inline)) return [{text: inline.text, strong, href}];
    return piecesOf(inline.content, strong || inline.kind === 'strong', inline.href ?? href);
  });
}

/** @param {Pieces} pieces */
export const textOf = pieces => pieces.map(({text}) => text).join('');

/**
 * Every text of an outline that is printed once.
 * @param {Outline} outline
 * @returns {readonly string[]}
 */
export const textsOf = ({sections}) =>
  sections.flatMap(({blocks}) => blocks.flatMap(block => partsOf(block).map(textOf)));

function partsOf(block) {
  switch (block.kind) {
    case 'key-figures':
      return block.items.flatMap(({value, label}) => [value, label]);
    case 'list':
      return block.items;
    case 'figure':
      return [block.title, ...block.notes];
    case 'table':
      return [
        block.title,
        ...block.columns.map(({head}) => head),
        ...block.rows.flatMap(({cells}) => cells),
        ...block.notes,
      ];
    default:
      return [block.content];
  }
}

/** The structure of a PDF -> the blocks that a reader meets. */
import {fold} from './passage.ts';
import {partNumbers} from './pdf-numbers.ts';
import {allIn, type Branch, branchesIn, isLeaf, type Leaf} from './pdf-tree.ts';
import type {Passage, ReadBlock, ReadFigure, Reading, ReadTable} from './reading.ts';

/** The blocks of a document, in reading order. */
export function blocksOf(root: Branch): readonly ReadBlock[] {
  const blocks = blocksIn(root);
  const cells = blocks.flatMap(block => (block.kind === 'table' ? block.rows.flat() : []));
  return partNumbers(blocks, new Set(cells.map(({text}) => text)));
}

function blocksIn(branch: Branch): readonly ReadBlock[] {
  const {role} = branch;
  switch (role) {
    case 'H1':
    case 'H2':
    case 'H3':
      return [{kind: 'heading', level: Number(role.slice(1)), words: passageOf(branch)}];
    case 'P':
      return [{kind: find(branch, 'Note') ? 'note' : 'paragraph', words: passageOf(branch)}];
    case 'L':
      return all(branch, 'LI').map(item => ({kind: 'item', words: passageOf(find(item, 'LBody') ?? item)}));
    case 'Figure':
      return [figureOf(branch, branch)];
    case 'Sect':
      return branchesIn(branch).flatMap(each => {
        if (each.role === 'Figure') return [figureOf(each, branch)];
        return each.role === 'Caption' && find(branch, 'Figure') ? [] : blocksIn(each);
      });
    case 'Table':
      return [tableOf(branch)];
    default:
      return branch.kids.some(isLeaf)
        ? [{kind: 'paragraph', words: passageOf(branch)}]
        : branchesIn(branch).flatMap(blocksIn);
  }
}

/** A figure and its caption, which stands beside it. */
function figureOf(figure: Branch, group: Branch): ReadFigure {
  const texts = leavesOf(figure).flatMap(leaf => (leaf ? leaf.pieces : []));
  return {
    kind: 'figure',
    id: '',
    caption: captionOf(group),
    alt: passage(figure.alt, figure.page),
    pictures: [texts.filter(text => text.trim()).map(text => passage(text, figure.page))],
  };
}

function tableOf(table: Branch): ReadTable {
  const rowsOf = (part: Branch) => all(part, 'TR').map(row => branchesIn(row).map(passageOf));
  return {
    kind: 'table',
    caption: captionOf(table),
    heads: all(table, 'THead').flatMap(rowsOf).flat(),
    rows: all(table, 'TBody').flatMap(rowsOf),
  };
}

function captionOf(group: Branch): Passage {
  const caption = find(group, 'Caption');
  return caption ? passageOf(caption) : passage('', group.page);
}

const all = (branch: Branch, role: string) => branchesIn(branch).filter(each => each.role === role);
const find = (branch: Branch, role: string) => branchesIn(branch).find(each => each.role === role);

/** The parts in a language of their own. */
export function foreignIn(root: Branch): Reading['foreign'] {
  return allIn(root).flatMap(branch =>
    branch.lang === null ? [] : [{lang: branch.lang, text: passageOf(branch).text}],
  );
}

/** The words of an element. */
export function passageOf(branch: Branch): Passage {
  return passage(linesOf(branch), leavesOf(branch)[0]?.page ?? branch.page);
}

/** The words of lines on a page. A word that was broken at its hyphen is one word again. */
export function passage(lines: string, page: number): Passage {
  const text = fold(lines.replace(/(?<=\S-)\n+/g, ''));
  return {text, place: {page}, figures: [], sentences: [], id: null};
}

function linesOf(branch: Branch): string {
  const leaves = leavesOf(branch);
  return leaves
    .map((leaf, i) => {
      if (!leaf) return '\n';
      const before = leaves[i - 1];
      return (before && before.page !== leaf.page ? '\n' : '') + leaf.pieces.join('');
    })
    .join('');
}

/** The content of an element and of all in it; null where a paragraph in it begins or ends. */
function leavesOf(branch: Branch): readonly (Leaf | null)[] {
  return branch.kids.flatMap(kid => {
    if (isLeaf(kid)) return [kid];
    return INLINE.has(kid.role) ? leavesOf(kid) : [null, ...leavesOf(kid), null];
  });
}

const INLINE: ReadonlySet<string> = new Set(['Link', 'Span']);

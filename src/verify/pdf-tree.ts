/**
 * The structure of a whole PDF, with what is drawn for each element. pdf.js gives it page by page; parts of
 * one element on several pages are put together here.
 */
import type {Drawn, Piece} from './pdf-drawn.ts';
import type {Elements} from './pdf-elements.ts';

/** An element, or the part of it on some pages. */
export type Branch = {
  readonly role: string;
  readonly alt: string;
  readonly lang: string | null;
  /** The page on which it begins. */
  readonly page: number;
  /** The number of its object; null where the file does not tell. */
  readonly object: number | null;
  readonly kids: readonly (Branch | Leaf)[];
};

/** Content of an element, all of it on one page. */
export type Leaf = {readonly page: number; readonly content: string; readonly pieces: readonly Piece[]};

/** The structure of a page, as pdf.js gives it. Its own types leave `alt` and `lang` out. */
export type TreeNode = {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (TreeNode | {readonly type: string; readonly id: string})[];
};

/** An element with what is drawn of it on one page. What has nothing there is left out. */
export function branchOn(drawn: Drawn, node: TreeNode, elements: Elements): Branch {
  const kids = node.children.flatMap((child): (Branch | Leaf)[] => {
    if ('role' in child) {
      const branch = branchOn(drawn, child, elements);
      return holdsContent(branch) || isCell(branch) ? [branch] : [];
    }
    const {type, id} = child;
    return type === 'content' ? [{page: drawn.page, content: id, pieces: drawn.marked.get(id) ?? []}] : [];
  });
  const {role, alt = '', lang = null} = node;
  return {role, alt, lang, page: drawn.page, object: objectAbove(kids, elements), kids};
}

/** pdf.js gives all rows and items of a table and a list on each page that has one of them. */
const holdsContent = (branch: Branch): boolean => branch.kids.some(kid => isLeaf(kid) || holdsContent(kid));

/** A cell without words holds its column. */
const isCell = ({role}: Branch) => role === 'TD' || role === 'TH';

function objectAbove(kids: Branch['kids'], {owners, parents}: Elements): number | null {
  for (const kid of kids) {
    const above = isLeaf(kid) ? owners.get(kid.content) : parents.get(kid.object ?? -1);
    if (above !== undefined) return above;
  }
  return null;
}

/** Puts the structures of pages together: what ends a page and begins the next is one, if it is one object. */
export function joinPages(pages: readonly Branch[]): Branch | null {
  return pages.reduce<Branch | null>((whole, page) => (whole ? join(whole, page) : page), null);
}

function join(before: Branch, after: Branch): Branch {
  if (before.role === 'TR') return {...before, kids: joinCells(before.kids, after.kids)};
  const [last, first] = [before.kids.at(-1), after.kids[0]];
  const goesOn = last && first && !isLeaf(last) && !isLeaf(first) && last.object !== null;
  if (!goesOn || last.object !== first.object) return {...before, kids: [...before.kids, ...after.kids]};
  return {...before, kids: [...before.kids.slice(0, -1), join(last, first), ...after.kids.slice(1)]};
}

/** Both parts of a row have all its cells. */
function joinCells(before: Branch['kids'], after: Branch['kids']): Branch['kids'] {
  return before.map((cell, column) => {
    const rest = after[column];
    return rest && !isLeaf(cell) && !isLeaf(rest) ? join(cell, rest) : cell;
  });
}

export function isLeaf(kid: Branch | Leaf): kid is Leaf {
  return 'pieces' in kid;
}

/** The elements directly in an element. */
export function branchesIn({kids}: Branch): readonly Branch[] {
  return kids.filter((kid): kid is Branch => !isLeaf(kid));
}

/** An element and all elements in it, in reading order. */
export function allIn(branch: Branch): readonly Branch[] {
  return [branch, ...branchesIn(branch).flatMap(allIn)];
}

/** The texts that are drawn on a page of a PDF, by what they are marked as. */

/** A piece of text as pdf.js gives it; a line break stands at its end where the line ends. */
export type Piece = string;

export type Drawn = {
  readonly page: number;
  /** Content of the structure, by its name: `p684R_mc0`. */
  readonly marked: ReadonlyMap<string, readonly Piece[]>;
  /** What is there to be seen and not to be read out: one list for each mark. */
  readonly artifacts: readonly (readonly Piece[])[];
  /** What is neither. */
  readonly stray: readonly Piece[];
};

/** What pdf.js tells of a page: texts, and where marks begin and end. Its own types leave `tag` out. */
export type Item =
  | {readonly str: string; readonly hasEOL: boolean}
  | {readonly type: string; readonly id?: string | null; readonly tag?: string};

/** Sorts the items of one page. */
export function drawnOn(page: number, items: readonly Item[]): Drawn {
  const marked = new Map<string, Piece[]>();
  const artifacts: Piece[][] = [];
  const stray: Piece[] = [];
  const open: Piece[][] = [];
  for (const item of items) {
    const around = open.at(-1) ?? stray;
    if ('str' in item) around.push(item.hasEOL ? `${item.str}\n` : item.str);
    else if (item.type === 'endMarkedContent') open.pop();
    else if (item.id) open.push(getOrAdd(marked, item.id));
    else if (item.tag === 'Artifact') open.push(added(artifacts));
    // A mark that says nothing of structure leaves its texts with what stands around it.
    else open.push(around);
  }
  return {page, marked, artifacts, stray};
}

function getOrAdd(marked: Map<string, Piece[]>, id: string): Piece[] {
  const pieces = marked.get(id) ?? [];
  marked.set(id, pieces);
  return pieces;
}

function added(lists: Piece[][]): Piece[] {
  const pieces: Piece[] = [];
  lists.push(pieces);
  return pieces;
}

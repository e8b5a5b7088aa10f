/**
 * The document model: what a report says, free of how it is printed.
 *
 * Plain JSON, no HTML in it. Every number is finished text that still knows its value and the
 * expression it came from, so a printer never formats, translates, sorts or counts.
 */
import type {Quantity} from './facts/quantity.ts';
import type {Choice, Live} from './graphics/live.ts';
import type {ControlLabels} from './labels.ts';

/** A run of text inside a block. */
export type Inline =
  | {readonly kind: 'text'; readonly text: string}
  | QuantityInline
  | {readonly kind: 'strong'; readonly content: Inlines}
  | {readonly kind: 'emphasis'; readonly content: Inlines}
  | {readonly kind: 'link'; readonly href: string; readonly content: Inlines}
  /** A reference to a block of this document (`target` is its id). */
  | {readonly kind: 'reference'; readonly target: string; readonly content: Inlines}
  /** A sentence that tells a fact, with what it claims: "only: count(+,20) = 1"; see facts/claims.ts. */
  | {
      readonly kind: 'sentence';
      readonly fact: string;
      readonly claims: readonly string[];
      readonly content: Inlines;
    }
  /** Text in another language than the document's (`lang` is a BCP 47 tag, as `se`). */
  | {readonly kind: 'span'; readonly lang: string; readonly content: Inlines};

/** A number as it is printed. `target` is the id of the cell or row that proves it, if any. */
export type QuantityInline = {
  readonly kind: 'quantity';
  readonly text: string;
  readonly quantity: Quantity;
  readonly target: string | null;
};

export type Inlines = readonly Inline[];

export type Heading = {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly id: string;
  readonly content: Inlines;
};

/** `role` says what a paragraph is for: the line under the title, or running text. */
export type Paragraph = {
  readonly kind: 'paragraph';
  readonly role: 'byline' | 'text';
  readonly content: Inlines;
};

/** The figures that a reader takes away: each a value and what it counts. */
export type KeyFigures = {
  readonly kind: 'key-figures';
  readonly items: readonly {readonly value: Inlines; readonly label: Inlines}[];
};

/** A chart as an SVG string. Width and height in px (1 px = 1 pt in the PDF). */
export type Picture = {readonly svg: string; readonly width: number; readonly height: number};

/** A chart with its words. `narrow` is the layout for small screens; print uses `wide`. */
export type Figure = {
  readonly kind: 'figure';
  readonly id: string;
  /** Finished text, as "Figure 1". */
  readonly label: string;
  readonly title: Inlines;
  readonly wide: Picture;
  readonly narrow: Picture | null;
  /** What the chart shows, for those who cannot see it. */
  readonly alt: Inlines;
  readonly notes: readonly Inlines[];
  /** The figures that it is drawn from; null where there are none to be read. */
  readonly data: Figures | null;
  /** The id of a table of the document that has the same figures. */
  readonly twin: string | null;
  /** What a page needs to draw it live; paper has no use for it. */
  readonly live: (Live & {readonly choices: readonly FigureChoice[]}) | null;
};

/**
 * What a chart becomes when its reader chooses a county: its words, its figures where they are others, and what is
 * patched onto its spec.
 */
export type FigureChoice = Choice & {
  readonly key: string;
  /** As a list of counties has it. */
  readonly name: string;
  readonly title: Inlines;
  readonly alt: Inlines;
  readonly notes: readonly Inlines[];
  readonly data: Figures | null;
};

export type Cell = {
  /** Anchor of the cell, unique in the document. */
  readonly id: string | null;
  /** True for the cell that names its row. */
  readonly header: boolean;
  readonly content: Inlines;
};

export type Row = {
  readonly id: string | null;
  /** The row that the report is about. */
  readonly marked: boolean;
  readonly cells: readonly Cell[];
};

/** Heads and rows. `layout`: `matrix` is the wide table of all counties, `plain` any other. */
export type Figures = {
  readonly kind: 'table';
  readonly layout: 'matrix' | 'plain';
  readonly columns: readonly {readonly head: Inlines; readonly align: 'start' | 'end'}[];
  readonly rows: readonly Row[];
};

/** A table of its own, with its words. */
export type Table = Figures & {
  readonly id: string;
  /** Finished text, as "Table 1"; and what stands above the table where it runs on, "Table 1, continued". */
  readonly label: string;
  readonly continued: string;
  readonly title: Inlines;
  readonly notes: readonly Inlines[];
};

export type List = {readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inlines[]};

/** Small print that belongs to what stands before it. */
export type Note = {readonly kind: 'note'; readonly content: Inlines};

export type Block = Heading | Paragraph | KeyFigures | Figure | Table | List | Note;

/** Blocks that share one page format. */
export type Section = {readonly orientation: 'portrait' | 'landscape'; readonly blocks: readonly Block[]};

export type Document = {
  /** BCP 47 tag of the text, as `en`. */
  readonly lang: string;
  readonly title: string;
  /** What the figures are and who published them, for the file's metadata. */
  readonly subject: string;
  /** Release date of the figures, ISO 8601 (`2008-05-08`); null where the card gives none. */
  readonly date: string | null;
  /** Running head, and the page number's pattern with `{page}` and `{pages}`. */
  readonly running: {readonly head: string; readonly page: string};
  /** Whose figures they are, for a chart that stands alone: a sentence or two. */
  readonly source: readonly Inlines[];
  readonly controls: Controls;
  readonly sections: readonly Section[];
  readonly provenance: Provenance;
};

/** The words of what a page has and paper has not. */
export type Controls = ControlLabels & {
  /** Before the list of counties that a chart can be about. */
  readonly choose: string;
};

/** Where the numbers of a document come from, in its language. */
export type Provenance = {
  /** The head of what shows it, and the word for closing that. */
  readonly title: string;
  readonly close: string;
  /** By expression: what the number is, and the ids of the table cells that it is computed from. */
  readonly expressions: Readonly<Record<string, {readonly words: string; readonly cells: readonly string[]}>>;
  /** By the id of a cell: where the published text has it, and how it was read there. */
  readonly cells: Readonly<Record<string, {readonly places: readonly Printed[]; readonly words: string}>>;
  /** By how many cells, the words that they are marked: "15 cells marked in Table 1". */
  readonly marked: Readonly<Record<number, string>>;
};

/** Characters of the published text, as they stand there; line and column count from 1. */
export type Printed = {readonly line: number; readonly column: number; readonly text: string};

/** A link may lead to the web, to a letter or to a file beside the report; it may not run anything. */
export function isSafeHref(href: string): boolean {
  const scheme = /^[^/?#]*?:/.exec(href)?.[0].toLowerCase();
  return scheme === undefined || ['https:', 'http:', 'mailto:'].includes(scheme);
}

/** The texts of a block in reading order. */
export function contentsOf(block: Block): readonly Inlines[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.content];
    case 'key-figures':
      return block.items.flatMap(item => [item.value, item.label]);
    case 'figure':
      return [block.title, block.alt, ...block.notes];
    case 'table':
      return [
        block.title,
        ...block.columns.map(column => column.head),
        ...block.rows.flatMap(row => row.cells.map(cell => cell.content)),
        ...block.notes,
      ];
    case 'list':
      return block.items;
    default:
      return never(block);
  }
}

/** The numbers in some inlines, in reading order. */
export function quantitiesIn(content: Inlines): readonly QuantityInline[] {
  return content.flatMap(inline => {
    if (inline.kind === 'quantity') return [inline];
    return 'content' in inline ? quantitiesIn(inline.content) : [];
  });
}

/** The words of some inlines, without marks: for bookmarks, attributes and metadata. */
export function textOf(content: Inlines): string {
  return content.map(inline => ('text' in inline ? inline.text : textOf(inline.content))).join('');
}

/** Proves to the compiler that a switch covers every kind, and stops a run that got past it. */
export function never(value: never): never {
  throw new Error(`Unknown kind: ${JSON.stringify(value)}`);
}

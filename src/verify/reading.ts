/**
 * What a finished report says, read back from the file: one form whatever it was printed as, so that one
 * check serves all formats and two formats can be held against each other.
 */

/** Words as they stand in the file, and where. */
export type Passage = {
  /** Blanks and line breaks are folded to one space, both ends are trimmed; no-break spaces are kept. */
  readonly text: string;
  readonly place: Place;
  /** The numbers that carry their expression, in order of appearance. Only HTML has them. */
  readonly figures: readonly PrintedFigure[];
  /** The sentences that say which fact they tell and what they claim. Only HTML has them. */
  readonly sentences: readonly PrintedSentence[];
  /**
   * What a link must name to lead here: the id of a cell, else that of its row; the id of a figure or table for its
   * caption; else that of the block itself. Only HTML has them.
   */
  readonly id: string | null;
};

/** A line of HTML or plain text, or a page of a PDF; 1-based. */
export type Place = {readonly line: number} | {readonly page: number};

/** `<data value data-expr>`, and where its link leads (`c-03-12`), if it is one. */
export type PrintedFigure = {
  readonly text: string;
  readonly value: string;
  readonly expr: string;
  readonly target: string | null;
};

/** `<span data-fact data-claims>`. */
export type PrintedSentence = {readonly fact: string; readonly claims: string; readonly text: string};

/** A block in reading order; what belongs to a figure or table (its notes) follows it as blocks of its own. */
export type ReadBlock =
  | {readonly kind: 'heading'; readonly level: number; readonly words: Passage}
  /** A paragraph; `item` is one item of a list or one key figure, its value before its label. */
  | {readonly kind: 'paragraph' | 'note' | 'item'; readonly words: Passage}
  | ReadFigure
  | ReadTable;

/** A chart: its caption, its description, and the texts in each of its layouts in the order of drawing. */
export type ReadFigure = {
  readonly kind: 'figure';
  /** Its id in a page; empty elsewhere. */
  readonly id: string;
  readonly caption: Passage;
  readonly alt: Passage;
  readonly pictures: readonly (readonly Passage[])[];
};

/** A table: its caption, the heads of its columns, and its rows cell by cell, the row's name among them. */
export type ReadTable = {
  readonly kind: 'table';
  readonly caption: Passage;
  readonly heads: readonly Passage[];
  readonly rows: readonly (readonly Passage[])[];
};

type ReadLink = {readonly words: Passage; readonly href: string};

/** What stands beside the report in a page. */
export type ReadExtras = {
  /** Lists of headings: all words, their own head, and their links. */
  readonly contents: readonly {
    readonly words: Passage;
    readonly head: readonly Passage[];
    readonly links: readonly ReadLink[];
  }[];
  readonly charts: readonly ReadChartExtras[];
};

/** What stands beside a chart: the words of its controls, its figures, and lines of links. */
export type ReadChartExtras = {
  readonly id: string;
  readonly place: Place;
  /** The id of the figure's caption. */
  readonly caption: string;
  readonly choose: readonly Passage[];
  readonly opens: readonly Passage[];
  /** Each with what it is named by. */
  readonly tables: readonly (ReadTable & {readonly label: string})[];
  readonly files: readonly {readonly words: Passage; readonly links: readonly ReadLink[]}[];
  readonly strays: readonly Passage[];
  /** Parts in a language of their own. */
  readonly foreign: Reading['foreign'];
};

export const NO_EXTRAS: ReadExtras = {contents: [], charts: []};

export type ReadFormat = 'pdf' | 'html' | 'txt';

/** A finished report. */
export type Reading = {
  readonly file: string;
  readonly format: ReadFormat;
  /** The language that the file says it is in; plain text says none. */
  readonly lang: string | null;
  /** The title in the file's metadata; plain text has none. */
  readonly title: string | null;
  /** What the file says that it is about: the description of a page, the subject of a PDF. */
  readonly subject: string | null;
  /** The day that a page gives for its release; null elsewhere. */
  readonly date: string | null;
  readonly blocks: readonly ReadBlock[];
  /** Parts in a language of their own, in order: ["se", "Romsa"]. */
  readonly foreign: readonly {readonly lang: string; readonly text: string}[];
  /** The addresses outside the file that something leads to, in order, as they are written. */
  readonly links: readonly string[];
  /** What the script of a page is given, as JSON; null where there is none, undefined where it cannot be read. */
  readonly provenance: unknown;
  /** What the scripts of its charts are given. */
  readonly live: unknown;
  /** What a page has and paper has not; empty elsewhere. */
  readonly extras: ReadExtras;
  /** What stands outside the reading order of a PDF: the head and foot of each page; empty elsewhere. */
  readonly margins: readonly Passage[];
  /** How many pages a PDF has; null elsewhere. */
  readonly pages: number | null;
  /** The files inside a PDF. */
  readonly attachments: readonly {readonly name: string; readonly bytes: Uint8Array}[];
  /** What is broken in the file as such: no structure, a glyph that no font has. In words, with a place. */
  readonly faults: readonly {readonly problem: string; readonly place: Place}[];
};

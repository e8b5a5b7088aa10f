/** What the printers of blocks and inlines are told, and what they give back. */
import type {Content} from 'pdfmake/interfaces.js';
import type {Section} from '../document.ts';
import type {Theme} from '../theme.ts';
import type {Faces} from './faces.ts';

export type Press = {
  readonly theme: Theme;
  readonly faces: Faces;
  /** The name in the PDF of each heading and of each place that is pointed at, by id. */
  readonly places: ReadonlyMap<string, string>;
  /** The heading, by id, under which each heading's bookmark stands. */
  readonly parents: ReadonlyMap<string, string>;
  /** Of the page that is printed on. */
  readonly orientation: Section['orientation'];
};

/** The name of a node, for nodes that something points at. */
export function nameOf(id: string | null, {places}: Press): {readonly id?: string} {
  const place = id === null ? undefined : places.get(id);
  return place === undefined ? {} : {id: place};
}

/** Nodes, and the most that they can be high together, in pt. */
export type Printed = {readonly nodes: Content[]; readonly height: number};

/** Puts printed pieces one under another. */
export function together(pieces: readonly Printed[]): Printed {
  return {
    nodes: pieces.flatMap(piece => piece.nodes),
    height: pieces.reduce((sum, piece) => sum + piece.height, 0),
  };
}

/** A node that says what it is in the structure (see structure.ts); pdfmake knows nothing of that. */
export type Tagged<N> = N & {
  readonly tag?: string;
  /** Of a list: `None`, `Disc` or `Decimal`. */
  readonly numbering?: string;
};

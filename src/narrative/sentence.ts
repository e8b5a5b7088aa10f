/**
 * A sentence as one text, for rules that go over its pieces: "all but one of the {% count($others) %}". What
 * stands for a variable or function is decided by who reads it; each place in the text leads back to the file.
 */
import type {Where} from '../issues.ts';
import {GAP, UNIT, VALUE} from './phrases.ts';
import type {Call, Phrase, Piece} from './template.ts';

/** A variable or function in a sentence. */
export type Figure = Call | (Piece & {readonly kind: 'value'});

export type Sentence = {
  /** The fact that it tells; null outside all facts. */
  readonly fact: string | null;
  /** The tag of the fact, or the first piece. */
  readonly where: Where;
  readonly text: string;
  readonly marks: readonly Mark[];
};

/** Where a piece begins in the text, without the spaces before it; a figure is one place however long it is. */
export type Mark = {readonly at: number; readonly where: Where; readonly figure: Figure | null};

/** The sentences of a phrase: each fact's, and what stands around them. `say` gives the text of a figure. */
export function sentencesOf(phrase: Phrase, say: (figure: Figure) => string): readonly Sentence[] {
  const told = toldIn(phrase).map(({id, content, where}) => ({fact: id, where, ...spoken(content, say)}));
  const around = spoken(phrase, say);
  const where = around.marks[0]?.where;
  return where ? [{fact: null, where, ...around}, ...told] : told;
}

/** Where a place in the text stands in the file. */
export function placeIn({marks, where}: Sentence, at: number): Where {
  const mark = marks.findLast(each => each.at <= at) ?? marks[0];
  if (!mark) return where;
  return mark.figure ? mark.where : {...mark.where, column: mark.where.column + Math.max(0, at - mark.at)};
}

/** A part of the text for a person to read. */
export const seen = ({text}: Sentence, start: number, end: number) =>
  text.slice(start, end).replaceAll(VALUE, '...').replaceAll(UNIT[0], '').replaceAll(UNIT[1], '');

export type Told = Piece & {readonly kind: 'told'};

/** The facts that a phrase tells. */
export function toldIn(phrase: Phrase): readonly Told[] {
  return phrase.flatMap(piece =>
    piece.kind === 'told' ? [piece] : 'content' in piece ? toldIn(piece.content) : [],
  );
}

function spoken(phrase: Phrase, say: (figure: Figure) => string): Pick<Sentence, 'text' | 'marks'> {
  const marks: Mark[] = [];
  let text = '';
  for (const piece of leaves(phrase)) {
    if (piece.kind === 'told') {
      text += GAP;
    } else if (piece.kind === 'text') {
      const margin = piece.text.length - piece.text.trimStart().length;
      if (piece.text.trim()) marks.push({at: text.length + margin, where: piece.where, figure: null});
      text += piece.text;
    } else {
      marks.push({at: text.length, where: piece.where, figure: piece});
      text += say(piece);
    }
  }
  return {text, marks};
}

type Leaf = Figure | Told | (Piece & {readonly kind: 'text'});

/** The pieces of a phrase without the marks around some, in order; what a fact tells stays closed. */
function leaves(phrase: Phrase): readonly Leaf[] {
  return phrase.flatMap((piece): readonly Leaf[] => {
    switch (piece.kind) {
      case 'strong':
      case 'emphasis':
      case 'link':
        return leaves(piece.content);
      default:
        return [piece];
    }
  });
}

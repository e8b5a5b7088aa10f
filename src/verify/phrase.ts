/**
 * A phrase of a template held against finished words: which of its facts are told, and what stands in its
 * slots. The template is read backwards, as a grammar: whatever it cannot have said is found.
 */
import type {Call, Phrase, Piece} from '../narrative/template.ts';
import type {Bound} from './slots.ts';

/** A slot of a phrase: a variable, through a function or as it is; `fact` is that of its sentence. */
export type Slot = {
  readonly fact: string | null;
  readonly variable: string | null;
  readonly call: Call | null;
};

/** A way of reading a slot: how far it goes, and what it says. */
export type Candidate = {readonly end: number; readonly bound: Bound};

/** What stands in a slot. */
export type Filled = Slot & {readonly printed: string; readonly bound: Bound};

/** What a phrase says: the facts told and the slots, in order. */
export type Said = {readonly facts: readonly string[]; readonly slots: readonly Filled[]};

/** Not a phrase of this template: how far it could be followed, and what it would have had there. */
export type Misfit = {readonly at: number; readonly expected: string};

/** Every way of reading a slot at a place of a text; what was expected where there is none. */
export type ReadSlot = (slot: Slot, text: string, at: number) => readonly Candidate[] | string;

type State = {
  readonly text: string;
  readonly read: ReadSlot;
  /** The misfit that is furthest in the text. */
  misfit: Misfit;
  /** Steps that led nowhere, by step and place. */
  readonly dead: Set<string>;
};

type Next = (at: number, said: Said) => Said | null;

const NOTHING: Said = {facts: [], slots: []};

/** Reads all of a text as the phrase, whose words are `unbrokenPhrase`. */
export function readPhrase(phrase: Phrase, text: string, read: ReadSlot): Said | Misfit {
  const state: State = {text: unbroken(text), read, misfit: {at: 0, expected: ''}, dead: new Set()};
  const end: Next = (at, said) => {
    if (at === state.text.length) return said;
    note(state, at, 'the end');
    return null;
  };
  return follow(phrase, 0, null, 'p', state, end)(0, NOTHING) ?? state.misfit;
}

/** A phrase with its words as texts are compared. */
export const unbrokenPhrase = (phrase: Phrase): Phrase =>
  phrase.map(piece => {
    if (piece.kind === 'text') return {...piece, text: unbroken(piece.text)};
    return 'content' in piece ? {...piece, content: unbrokenPhrase(piece.content)} : piece;
  });

/** True where the phrase may be said with no words at all. */
export function maySayNothing(phrase: Phrase): boolean {
  return phrase.every(piece => {
    if (piece.kind === 'text') return piece.text.trim() === '';
    if (piece.kind === 'told') return true;
    return 'content' in piece && maySayNothing(piece.content);
  });
}

/**
 * A text as it is compared: lines break after hyphens, dashes and strokes, and whether a blank was there before is not
 * to be known; and a PDF does not tell one kind of blank from another.
 */
export const unbroken = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/([-/\u2010-\u2014]) /g, '$1');

/** The steps from a piece to the end of its phrase, and what comes after that. */
function follow(
  phrase: Phrase,
  index: number,
  fact: string | null,
  path: string,
  state: State,
  next: Next,
): Next {
  const piece = phrase[index];
  if (!piece) return next;
  const rest: Next = (at, said) => follow(phrase, index + 1, fact, path, state, next)(at, said);
  const step = stepOf(piece, fact, `${path}.${index}`, state, rest);
  return (at, said) => {
    // The same place reached in another way leads to the same end: what follows does not look back.
    const key = `${path}.${index}@${at}`;
    if (state.dead.has(key)) return null;
    const found = step(at, said);
    if (!found) state.dead.add(key);
    return found;
  };
}

function stepOf(piece: Piece, fact: string | null, path: string, state: State, rest: Next): Next {
  switch (piece.kind) {
    case 'text':
      return (at, said) => {
        const end = readWords(piece.text, at, state);
        return end === null ? null : rest(end, said);
      };
    case 'value':
      return slotStep({fact, variable: piece.name, call: null}, state, rest);
    case 'call':
      return slotStep({fact, variable: variableOf(piece), call: piece}, state, rest);
    case 'told': {
      const inside = follow(piece.content, 0, piece.id, path, state, rest);
      return (at, said) => inside(at, {...said, facts: [...said.facts, piece.id]}) ?? rest(at, said);
    }
    default:
      return follow(piece.content, 0, fact, path, state, rest);
  }
}

const variableOf = ({args}: Call): string | null =>
  args.flatMap(arg => ('variable' in arg ? [arg.variable] : []))[0] ?? null;

function slotStep(slot: Slot, state: State, rest: Next): Next {
  return (at, said) => {
    const candidates = state.read(slot, state.text, at);
    if (typeof candidates === 'string') {
      note(state, at, candidates);
      return null;
    }
    for (const {end, bound} of candidates) {
      const filled = {...slot, printed: state.text.slice(at, end), bound};
      const found = rest(end, {...said, slots: [...said.slots, filled]});
      if (found) return found;
    }
    return null;
  };
}

/** Words as they stand, but that sentences left out leave no blanks. Returns where they end. */
function readWords(words: string, start: number, state: State): number | null {
  const {text} = state;
  const isAfterBlank = start === 0 || text[start - 1] === ' ';
  const wanted = words.startsWith(' ') && isAfterBlank ? words.replace(/^ +/, '') : words;
  if (text.startsWith(wanted, start)) return start + wanted.length;
  // A blank before sentences that are all left out, at the end.
  const bare = wanted.replace(/ +$/, '');
  if (bare !== wanted && start + bare.length === text.length && text.startsWith(bare, start))
    return text.length;
  const at = [...wanted].findIndex((_, index) => text[start + index] !== wanted[index]);
  note(state, start + at, `“${wanted.trim()}”`);
  return null;
}

/** Keeps the misfit that is furthest in the text. */
function note(state: State, at: number, expected: string): void {
  if (at >= state.misfit.at && (at > state.misfit.at || state.misfit.expected === ''))
    state.misfit = {at, expected};
}

/**
 * One line -> tokens: words, numbers, marks and blanks, each with its column and its characters as they stood.
 */
import type {Where} from '../issues.ts';

/** 1-based position in the text, and the characters that stand there. */
export type Place = {readonly line: number; readonly column: number; readonly text: string};

/** A place in a file, for a message. */
export const whereOf = (file: string, {line, column}: Place): Where => ({file, line, column});

/**
 * `number`: digits, grouped or not, with or without a sign. `mark`: a sign that says there is no number.
 * `blank`: an empty cell (a no-break space used as padding). `word`: all else.
 */
export type Token =
  | {readonly kind: 'number'; readonly place: Place; readonly value: number}
  | {readonly kind: 'mark' | 'blank' | 'word'; readonly place: Place};

const NBSP = '\u00a0';

/**
 * A number, by its grammar:
 *
 *     number = [hyphen | minus | en dash] digits {group}
 *     group  = NBSP three digits
 *
 * The no-break space must touch the digits on both sides: after a space it pads the next cell
 * (`-29 <NBSP>144` is two cells, `-3<NBSP>929` is one).
 */
const NUMBER = /[-\u2212\u2013]?\d+(?:\u00a0\d{3}(?!\d))*(?=[\s\u00a0]|$)/y;

/** Statistics Norway's standard symbols: not applicable, nil, not for publication. */
const MARK = /[-\u2212\u2013.:](?=[\s\u00a0]|$)/y;

const WORD = /[^\s\u00a0]+/y;

const SPACE = /[^\S\u00a0]+/y;

/**
 * Splits a line into tokens.
 * @param text the line without its end
 * @param line its number, from 1
 */
export function tokens(text: string, line: number): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(SPACE, text, at);
    if (space) {
      at += space.length;
      continue;
    }
    const token = tokenAt(text, at, line);
    found.push(token);
    at += token.place.text.length;
  }
  return found;
}

function tokenAt(text: string, at: number, line: number): Token {
  const place = (chars: string): Place => ({line, column: at + 1, text: chars});
  if (text[at] === NBSP) return {kind: 'blank', place: place(NBSP)};
  const number = match(NUMBER, text, at);
  if (number && isWellFormed(number)) return {kind: 'number', place: place(number), value: valueOf(number)};
  const mark = match(MARK, text, at);
  if (mark) return {kind: 'mark', place: place(mark)};
  return {kind: 'word', place: place(match(WORD, text, at)!)};
}

/** The match of a sticky pattern at a position, or null. */
function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** A leading nought is a county number or a slip of the hand, never a figure; nor is a nought with a sign. */
function isWellFormed(chars: string): boolean {
  return (
    !/^[-\u2212\u2013]?0\d/.test(chars) &&
    !/^[-\u2212\u2013]0/.test(chars) &&
    Number.isSafeInteger(valueOf(chars))
  );
}

function valueOf(chars: string): number {
  return Number(chars.replace(/[\u2212\u2013]/, '-').replaceAll(NBSP, ''));
}

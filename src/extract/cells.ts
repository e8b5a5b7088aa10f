/**
 * The spellings of a figure: one line -> tokens, each with its column and its characters as they stood.
 */
import type {Where} from '../issues.ts';

/** 1-based position in the text, and the characters that stand there. */
export type Place = {readonly line: number; readonly column: number; readonly text: string};

/** A place in a file, for a message. */
export const whereOf = (file: string, {line, column}: Place): Where => ({file, line, column});

/**
 * `number`: a whole number. `digits`: digits that begin with a nought, which are a county number or the second
 * half of a figure ("1 030"). `mark`: a sign that says there is no number. `blank`: an empty cell. `word`: all else.
 */
export type Token = {
  readonly kind: 'number' | 'digits' | 'mark' | 'blank' | 'word';
  readonly place: Place;
  /** NaN where it is no number. */
  readonly value: number;
  /** Which field of a delimited line (of a table's row) it stands in, from 0; null in running text. */
  readonly field: number | null;
};

/** No-break, figure, punctuation, thin and narrow no-break space: they part thousands, and pad cells. */
const HARD = '\\u00a0\\u2007\\u2008\\u2009\\u202f';

/** Hyphens, dashes and the minus sign, all of which are printed for "minus" and for "nil". */
const DASH = '\\-\\u2010-\\u2015\\u2212';

/** A note's sign behind a figure. */
const NOTE = '[*\\u2020\\u2021\\u00b9\\u00b2\\u00b3\\u2070\\u2074-\\u2079]*';

/**
 * A number, by its grammar:
 *
 *     number = [sign [hard space]] (digits | grouped) {note sign}
 *     grouped = one to three digits, then {separator three digits}, the separator the same throughout
 *
 * A hard space must touch the digits on both sides: after a space it pads the next cell (`-29 <NBSP>144` is two
 * cells, `-3<NBSP>929` is one). Plain spaces are not read here, for they part cells too: see readings.ts.
 */
const NUMBER = new RegExp(
  `(?<sign>[${DASH}+][${HARD}]?)?(?<size>\\d{1,3}(?:(?<mark>[${HARD},.'\\u2019])\\d{3}(?!\\d))(?:\\k<mark>\\d{3}(?!\\d))*|\\d+)${NOTE}(?=\\s|$)`,
  'y',
);

/** The same in a field of its own, where nothing can be meant but one figure, however it is spaced. */
const WHOLE = new RegExp(
  `^(?<sign>[${DASH}+]\\s*)?(?<size>\\d{1,3}(?:(?<mark>[\\s,.'\\u2019])\\d{3}(?!\\d))(?:\\k<mark>\\d{3}(?!\\d))*|\\d+)\\s*${NOTE}$`,
);

/** Standard symbols: nil, not applicable, not available, not for publication. */
const MARK = new RegExp(`(?:[${DASH}:\\u2026]|\\.{1,3})(?=\\s|$)`, 'y');

const WORD = /\S+/y;

/** Plain spaces, and characters that take no room. */
const SPACE = new RegExp(`(?:(?![${HARD}])[\\s\\u200b\\u200e\\u200f\\u2060\\ufeff])+`, 'y');

const PAD = new RegExp(`[${HARD}]`, 'y');

/**
 * Splits a line of running text into tokens.
 * @param text the line without its end
 * @param line its number, from 1
 */
export function tokens(text: string, line: number): readonly Token[] {
  return split(text, {line, column: 1, field: null});
}

/** Where a piece of text begins. */
type Start = {readonly line: number; readonly column: number; readonly field: number | null};

/** The tokens of one field of a delimited line: one figure, one mark, nothing, or words. */
export function fieldTokens(text: string, start: Start & {readonly field: number}): readonly Token[] {
  const bare = text.trim();
  const column = start.column + text.indexOf(bare);
  const place = {line: start.line, column, text: bare};
  const {field} = start;
  if (bare === '') return [{kind: 'blank', place: {...place, text}, value: NaN, field}];
  const whole = WHOLE.exec(bare);
  const value = whole ? valueOf(whole) : null;
  if (value !== null) return [{kind: 'number', place, value, field}];
  return split(bare, {...start, column}).filter(({kind}) => kind !== 'blank');
}

function split(text: string, {line, column, field}: Start): readonly Token[] {
  const found: Token[] = [];
  for (let at = match(SPACE, text, 0)?.[0].length ?? 0; at < text.length; ) {
    const token = tokenAt(text, at);
    found.push({...token, place: {line, column: column + at, text: token.text}, field});
    at += token.text.length;
    at += match(SPACE, text, at)?.[0].length ?? 0;
  }
  return found;
}

function tokenAt(text: string, at: number): {kind: Token['kind']; text: string; value: number} {
  const pad = match(PAD, text, at);
  if (pad) return {kind: 'blank', text: pad[0], value: NaN};
  const number = match(NUMBER, text, at);
  const value = number && valueOf(number);
  if (number && value !== null) return {kind: 'number', text: number[0], value};
  if (number && /^0\d+$/.test(number[0])) return {kind: 'digits', text: number[0], value: NaN};
  const mark = match(MARK, text, at);
  if (mark) return {kind: 'mark', text: mark[0], value: NaN};
  return {kind: 'word', text: wordAt(text, at), value: NaN};
}

/** A word ends at a space of any kind. */
const wordAt = (text: string, at: number) => match(WORD, text, at)?.[0] ?? text[at]!;

/** The match of a sticky pattern at a position, or null. */
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Null for digits with a leading nought, a nought with a sign, and what is too large to be computed with. */
function valueOf({groups}: RegExpExecArray): number | null {
  const {sign = '', size} = groups as {sign?: string; size: string};
  const digits = size.replace(/\D/g, '');
  if (/^0\d/.test(digits) || (digits === '0' && sign)) return null;
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) return null;
  return sign && !sign.startsWith('+') ? 0 - value : value;
}

/** Reads one figure that was put together from several tokens ("- 2 700"); null where it is none. */
export function figure(text: string): number | null {
  const whole = WHOLE.exec(text);
  return whole && valueOf(whole);
}

/** A dash, which off the diagonal means nil; other marks say that there is no number. */
export const isDash = ({kind, place}: Token) => kind === 'mark' && ONE_DASH.test(place.text);

const ONE_DASH = new RegExp(`^[${DASH}]$`);

/** True of a token that fills a cell: a figure or a sign for one. */
export const isFilled = ({kind}: Token) => kind === 'number' || kind === 'mark' || kind === 'digits';

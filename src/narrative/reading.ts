/**
 * How a template reads before there are figures: what stands for each variable and function, of counties, of
 * regions, and of what else a table may be about.
 */
import {GAP, UNIT, VALUE} from './phrases.ts';
import type {Figure, Sentence} from './sentence.ts';
import type {Call} from './template.ts';

/** The forms of the word for what a table is about, by name; `gender` is that of the word. */
export type Forms = Readonly<Record<string, string>>;

/** The words that a reading has for figures. */
export type Kind = {readonly forms: Forms; readonly ones: Readonly<Record<string, string>>};

/** The sentences of a phrase as they read of each kind; once where it has no word that depends on it. */
export function readings(
  kinds: readonly Kind[],
  read: (kind: Kind) => readonly Sentence[],
): readonly Sentence[] {
  const [first = {forms: {}, ones: {}}, ...others] = kinds;
  const sentences = read(first);
  const depends = sentences.some(({marks}) => marks.some(({figure}) => figure !== null && isUnit(figure)));
  return depends ? [...sentences, ...others.flatMap(read)] : sentences;
}

const isUnit = (figure: Figure) => figure.kind === 'call' && ['unit', 'units', 'count'].includes(figure.name);

/** A figure for rules about what is said: numbers and names are unknown. */
export const sayPlain =
  ({forms}: Kind) =>
  (figure: Figure): string => {
    if (figure.kind === 'value') return VALUE;
    switch (figure.name) {
      case 'unit':
        return UNIT[0] + (forms[textOf(figure)] ?? '') + UNIT[1];
      case 'units':
        return `${UNIT[0]}${forms['one'] ?? ''}|${forms['other'] ?? ''}${UNIT[1]}`;
      case 'plural':
        return Object.values(figure.named).join('|');
      case 'flows':
        return `${VALUE} ${textOf(figure)} ${VALUE}`;
      default:
        return VALUE;
    }
  };

/** A figure for the rule about gender: as it reads of one. */
export const sayAgreeing =
  ({forms, ones}: Kind) =>
  (figure: Figure): string => {
    if (figure.kind === 'value') return GAP;
    switch (figure.name) {
      case 'unit':
        return forms[textOf(figure)] ?? '';
      case 'units':
        return forms['one'] ?? '';
      case 'plural':
        return figure.named['one'] ?? '';
      case 'count':
        return ones[forms['gender'] ?? ''] ?? GAP;
      case 'countOf':
        return ones[textOf(figure)] ?? GAP;
      case 'ordinal':
        return VALUE;
      default:
        return GAP;
    }
  };

/** The text among a function's arguments. */
const textOf = ({args}: Call) => args.map(arg => ('text' in arg ? arg.text : '')).join('');

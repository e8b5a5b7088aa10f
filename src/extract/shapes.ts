/**
 * What a line may be, seen alone: a row (a label, then cells), cells without a label, a label without cells, or text.
 */
import {isFilled, type Token} from './cells.ts';
import type {Line} from './lines.ts';
import {isCode, isHeadWord, isNameWord, isTotalWord, keyOf} from './names.ts';

export type Shape = {
  readonly kind: 'row' | 'cells' | 'label' | 'text';
  readonly line: Line;
  /** Number and name, as far as the line begins with them. */
  readonly label: readonly Token[];
  /** All behind it. */
  readonly cells: readonly Token[];
};

/** The shape of a line. A broken figure does not make a row into text; more words than figures do. */
export function shapeOf(line: Line): Shape {
  const found = withoutLeadingBlanks(line.tokens);
  const size = line.isDelimited ? delimitedLabel(found) : labelSize(found);
  const [label, cells] = [found.slice(0, size), found.slice(size)];
  return {kind: kindOf(label, cells), line, label, cells};
}

function kindOf(label: readonly Token[], cells: readonly Token[]): Shape['kind'] {
  const words = cells.filter(isNameWord).length;
  const filled = cells.filter(isFilled).length;
  if (cells.length === 0) return hasGaps(label) ? 'text' : 'label';
  const isBlank = cells.every(({kind}) => kind === 'blank');
  if (label.length > 0 && filled === 0 && !isBlank) return 'text';
  if (label.length === 0) return words > 0 || (filled === 0 && !isBlank) ? 'text' : 'cells';
  if (words * 2 > filled || isListOfHeads(cells) || isTitle(label, cells)) return 'text';
  // A head over empty columns.
  return filled === 0 && label.every(({place}) => isHead(place.text)) ? 'text' : 'row';
}

/** Words far apart are heads of columns. */
function hasGaps(label: readonly Token[]): boolean {
  const gaps = label.slice(1).filter((token, at) => {
    const before = label[at]!.place;
    return token.field === null && token.place.column - before.column - before.text.length > 2;
  });
  return gaps.length > 0;
}

/** Numbers with a nought in front or with a name each, or the head of totals: no row has those behind its name. */
function isListOfHeads(cells: readonly Token[]): boolean {
  const named = cells.filter((token, at) => isNameWord(token) && at > 0 && isCode(cells[at - 1]!));
  const padded = cells.filter(({kind, place}) => kind === 'digits' && place.text.length === 2);
  return named.length > 1 || padded.length > 1 || cells.some(({place}) => isTotalWord(keyOf(place.text)));
}

/** "6 Net migration between counties. 2007": a subject and a year. */
const isTitle = (label: readonly Token[], cells: readonly Token[]) =>
  cells.length === 1 &&
  /^(?:1[89]|20)\d\d\.?$/.test(cells[0]!.place.text) &&
  label.some(({place}) => /migration|flytting|^moves?$/i.test(place.text));

const isHead = (word: string) => isHeadWord(keyOf(word)) || isTotalWord(keyOf(word));

function withoutLeadingBlanks(found: readonly Token[]): readonly Token[] {
  const start = found.findIndex(({kind}) => kind !== 'blank');
  return start < 0 ? found : found.slice(start);
}

/** A number, if words follow it or nothing does, and the words of a name. */
function labelSize(found: readonly Token[]): number {
  const [first, second] = found;
  const hasCode = first !== undefined && isCode(first) && (!second || isNameWord(second));
  let size = hasCode ? 1 : 0;
  while (size < found.length && (isNameWord(found[size]!) || isInside(found, size))) size++;
  return hasCode && size === 1 && first.kind === 'number' ? 0 : size;
}

/** A note's sign or a dash between two words of a name: "Møre - Romsdal", "Oslo 1) og". */
function isInside(found: readonly Token[], at: number): boolean {
  const [before, token, after] = [found[at - 1], found[at]!, found[at + 1]];
  if (!before || !isNameWord(before)) return false;
  if (/^\d\)$/.test(token.place.text)) return true;
  return token.kind === 'mark' && after !== undefined && isNameWord(after) && token.field === after.field;
}

/** The first field with words, and a number's field before it. */
function delimitedLabel(found: readonly Token[]): number {
  const first = found.findIndex(isNameWord);
  const hasCode = first === 1 && isCode(found[0]!);
  if (first !== 0 && !hasCode) return 0;
  const {field} = found[first]!;
  const end = found.findIndex((token, at) => at > first && token.field !== field);
  return end < 0 ? found.length : end;
}

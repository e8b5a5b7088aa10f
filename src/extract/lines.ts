/**
 * Text -> entries and remarks: a county's number and name with the cells that follow it, whatever lines
 * they were spread over, and all lines in between.
 */
import {type Place, type Token, tokens} from './cells.ts';

/** A county number, a name and what stands after it on its line. Column heads have no cells. */
export type Entry = {
  readonly kind: 'entry';
  readonly code: string;
  readonly name: string;
  /** Where the number stands. */
  readonly place: Place;
  /** True where cells follow the name, be they blank. */
  readonly isRow: boolean;
  readonly cells: readonly Token[];
};

/** A line that belongs to no entry: titles, the head of the totals, notes. */
export type Remark = {readonly kind: 'remark'; readonly text: string; readonly place: Place};

/** An entry while its lines are being joined. It is open until a cell, even a blank one, has been seen. */
type Draft = {code: Place; name: string; cells: Token[]; open: boolean};

/** A county number: two or more digits at the start of a line, so that `1  Refers to` is a note. */
const CODE = /^\d{2,}$/;

/**
 * Joins lines into entries. A line that starts with a county number begins one; the words on the lines
 * that follow belong to its name until its cells begin.
 */
export function entries(lines: readonly string[]): readonly (Entry | Remark)[] {
  const items: (Draft | Remark)[] = [];
  lines.forEach((text, index) => {
    const found = withoutLeadingBlanks(tokens(text, index + 1));
    const [first] = found;
    if (!first) return;
    const last = items.at(-1);
    if (startsEntry(found)) items.push(extend(newDraft(first.place), found.slice(1)));
    else if (last && 'open' in last && last.open && first.kind === 'word') extend(last, found);
    else items.push({kind: 'remark', text: text.trim(), place: first.place});
  });
  return items.map(item => ('kind' in item ? item : finished(item)));
}

function startsEntry([first, second]: readonly Token[]): boolean {
  return CODE.test(first?.place.text ?? '') && (!second || second.kind === 'word');
}

const newDraft = (code: Place): Draft => ({code, name: '', cells: [], open: true});

function extend(draft: Draft, found: readonly Token[]): Draft {
  const words = found.findIndex(token => !isName(token));
  const name = words < 0 ? found : found.slice(0, words);
  draft.name = [draft.name, ...name.map(token => token.place.text)].filter(Boolean).reduce(joinName, '');
  const rest = words < 0 ? [] : found.slice(words);
  draft.open = rest.length === 0;
  draft.cells.push(...rest.filter(token => token.kind !== 'blank'));
  return draft;
}

/** What begins like a number is a figure, if a broken one: its row will say so. */
const isName = ({kind, place}: Token) => kind === 'word' && !/^[-\u2212\u2013]?\d/.test(place.text);

/** A hyphen at the end of a line belongs to the name: "Sør-" + "Trøndelag" is "Sør-Trøndelag". */
function joinName(name: string, word: string): string {
  return name === '' || name.endsWith('-') ? name + word : `${name} ${word}`;
}

function finished({code, name, cells, open}: Draft): Entry {
  return {kind: 'entry', code: code.text, name, place: code, isRow: !open, cells};
}

function withoutLeadingBlanks(found: readonly Token[]): readonly Token[] {
  const start = found.findIndex(token => token.kind !== 'blank');
  return start < 0 ? [] : found.slice(start);
}

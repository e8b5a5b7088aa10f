/**
 * The lines between rows -> column heads: which counties are named there, in which order, and where the head of the
 * totals stands among them.
 */
import type {Issue} from '../issues.ts';
import {type Place, type Token, whereOf} from './cells.ts';
import {columnwise} from './columns.ts';
import {otherSpelling} from './complaints.ts';
import type {Line} from './lines.ts';
import {isAbroad, isCode, isHeadWord, isNameWord, isTotalWord, joined, keyOf, likeness} from './names.ts';
import {isLonger, type Names} from './units.ts';
import {headLines, type Zone} from './zones.ts';

/** What a head names. `word` is a word that no county, total or usual head has. */
export type Head =
  | {
      readonly kind: 'unit';
      readonly unit: number;
      readonly place: Place;
      readonly code: string | null;
      readonly words: readonly Token[];
    }
  | {readonly kind: 'total' | 'abroad' | 'word'; readonly place: Place};

export type Heads = {
  readonly heads: readonly Head[];
  /** The lines that are no heads: titles above the first heads, notes below the last rows. */
  readonly others: readonly Line[];
  readonly issues: readonly Issue[];
};

/** Reads the heads among some lines. */
export function headsOf(file: string, lines: readonly Line[], zone: Zone, names: Names): Heads {
  const {inside, others} = headLines(lines, zone, names);
  // Heads over several lines may be read line by line or column by column: as more names come of it.
  const orders = [
    inside.flatMap(({tokens}) => tokens),
    ...mixedOrders(inside, names),
    columnwise(inside),
    columnwise(inside, 1),
  ];
  const [best] = orders
    .map(order => read(file, order, names))
    .toSorted((a, b) => namedBy(b.heads) - namedBy(a.heads) || loose(a.heads, names) - loose(b.heads, names));
  const {heads, issues} = best!;
  return heads.some(({kind}) => kind !== 'word')
    ? {heads, others, issues}
    : {heads: [], others: lines, issues: []};
}

/** Column by column, but for lines that name one county whole: rows that lost their cells stand among the heads. */
function mixedOrders(lines: readonly Line[], names: Names): readonly (readonly Token[])[] {
  const isWhole = ({tokens}: Line) => {
    const found = tokens.filter(({kind}) => kind !== 'blank');
    const start = found[0] && isCode(found[0]) ? 1 : 0;
    const named = longest(found, start, key => names.byKey.get(key));
    return named?.end === found.length;
  };
  const groups: Line[][] = [];
  lines.forEach((line, at) => {
    if (at > 0 && !isWhole(line) && !isWhole(lines[at - 1]!)) groups.at(-1)!.push(line);
    else groups.push([line]);
  });
  return [2, 1].map(gap =>
    groups.flatMap(group =>
      group.length > 1 ? columnwise(group, gap) : group.flatMap(({tokens}) => tokens),
    ),
  );
}

/** Where counties have numbers: names without theirs, and numbers without a name or with another's. */
const loose = (heads: readonly Head[], {byCode, units}: Names) =>
  heads.filter(
    head =>
      head.kind === 'unit' &&
      byCode.size > 0 &&
      (head.words.length === 0 || head.code !== units[head.unit]!.code),
  ).length;

const namedBy = (heads: readonly Head[]) =>
  new Set(heads.flatMap(head => (head.kind === 'unit' ? [head.unit] : []))).size;

function read(file: string, order: readonly Token[], names: Names): {heads: Head[]; issues: Issue[]} {
  const found = order.filter(({kind}) => kind !== 'blank');
  const heads: Head[] = [];
  const issues: Issue[] = [];
  for (let at = 0; at < found.length; ) {
    const {size, head, issue} = headAt(file, found, at, names);
    if (head) heads.push(head);
    if (issue) issues.push(issue);
    at += size;
  }
  return {heads, issues};
}

type Found = {readonly size: number; readonly head: Head | null; readonly issue?: Issue | null};

function headAt(file: string, found: readonly Token[], at: number, names: Names): Found {
  const token = found[at]!;
  const {place} = token;
  const code = isCode(token) && isBesideName(found, at) ? place.text : null;
  const start = code === null ? at : at + 1;
  const named = longest(found, start, key => names.byKey.get(key));
  if (named)
    return {
      size: named.end - at,
      head: {kind: 'unit', unit: named.value, place, code, words: found.slice(start, named.end)},
    };
  if (code !== null && names.byCode.has(code)) return byNumber(file, found, at, names);
  const total = longest(found, at, key => (isTotalWord(key) ? true : undefined), 3);
  if (total) return {size: total.end - at, head: {kind: 'total', place}};
  const abroad = longest(found, at, key => (isAbroad(key) ? true : undefined), 3);
  if (abroad) return {size: abroad.end - at, head: {kind: 'abroad', place}};
  return {size: 1, head: isHeadWord(keyOf(place.text)) || !isNameWord(token) ? null : {kind: 'word', place}};
}

/** A number stands before its name, among numbers or alone on its line: the year behind a title does none of it. */
function isBesideName(found: readonly Token[], at: number): boolean {
  const [before, token, after] = [found[at - 1], found[at]!, found[at + 1]];
  const isBeside = (other: Token | undefined) => other?.place.line === token.place.line;
  return isBeside(after) || !isBeside(before) || isCode(before!);
}

/** The longest run of words that is known, up to ten; where it ends. */
function longest<Value>(
  found: readonly Token[],
  start: number,
  lookUp: (key: string) => Value | undefined,
  most = 10,
): {value: Value; end: number} | null {
  let key = '';
  let best: {value: Value; end: number} | null = null;
  for (let at = start; at < Math.min(start + most, found.length); at++) {
    const token = found[at]!;
    const isSign = token.kind === 'mark' || /^\d\)$/.test(token.place.text);
    if (!isNameWord(token) && !(isSign && at > start)) break;
    if (!isSign) key += keyOf(token.place.text);
    const value: Value | undefined = isSign && best ? undefined : lookUp(key);
    if (value !== undefined) best = {value, end: at + 1};
  }
  return best;
}

/** A number alone, or one with a name that is nearly the one that bears it. */
function byNumber(file: string, found: readonly Token[], at: number, {units, byCode, byKey}: Names): Found {
  const {place} = found[at]!;
  const unit = byCode.get(place.text)!;
  const next = found.slice(at + 1, at + 8);
  const stop = next.findIndex(token => !isNameWord(token));
  const words = stop < 0 ? next : next.slice(0, stop);
  for (let size = words.length; size > 0; size--) {
    const key = keyOf(
      words
        .slice(0, size)
        .map(word => word.place.text)
        .join(' '),
    );
    if (likeness(units[unit]!.key, key) === null && !isLonger(units[unit]!.key, key)) continue;
    const label = joined(words.slice(0, size));
    const issue = byKey.has(key) ? null : otherSpelling(whereOf(file, place), label, units[unit]!.label);
    return {size: 1 + size, head: {kind: 'unit', unit, place, code: place.text, words: []}, issue};
  }
  return words.length && !isTotalWord(keyOf(words[0]!.place.text))
    ? {size: 1, head: null}
    : {size: 1, head: {kind: 'unit', unit, place, code: place.text, words: []}};
}

/**
 * Lines -> rows: each county's label with the cells that belong to it, whatever lines they were spread over, and
 * the lines that are left between the rows.
 *
 * A name may be split over lines with its figures in the middle, so of the lines between two rows' figures the
 * first may end the name of the row above and the last begin that of the row below. All ways to share them out are
 * weighed: a good name is one that the text has elsewhere too, for rows and columns are the same counties.
 */
import {isFilled, type Token} from './cells.ts';
import type {Line} from './lines.ts';
import {
  isAbroad,
  isCode,
  isContinuation,
  isDangling,
  isNameWord,
  isTotalWord,
  keyOf,
  likeness,
} from './names.ts';
import {type Shape, shapeOf} from './shapes.ts';
import {columnwise} from './columns.ts';

/** A row: its label and its cells, blanks included where the text has them. */
export type Row = {
  readonly code: Token | null;
  readonly words: readonly Token[];
  readonly cells: readonly Token[];
  readonly isDelimited: boolean;
};

/** `gaps[r]` holds the lines before row r that are not part of it; the last gap those after all rows. */
export type Rows = {
  readonly rows: readonly Row[];
  readonly gaps: readonly (readonly Line[])[];
  /** Keys of all runs of words that stand between the rows: what is among them may be a name of its own. */
  readonly named: ReadonlySet<string>;
};

/** Figures that stand together, with the label on their own line if there is one. */
type Group = {
  readonly label: readonly Token[];
  readonly cells: Token[];
  readonly isDelimited: boolean;
  /** The first and the last of its lines, by index. */
  readonly start: number;
  end: number;
};

/** How many lines of a gap end the name above it, and how many begin the name below. */
type Share = {readonly tail: number; readonly head: number};

/** The longest name has four lines: a number, and three words. */
const MOST_LINES = 4;

/** Beyond this no table can be printed. */
const MOST_ROWS = 5000;

/** Finds the rows. There are none where the text has no table, or more than any table has. */
export function rowsOf(lines: readonly Line[]): Rows {
  return rowsIn(lines, lines.map(shapeOf), false);
}

/**
 * Lines within a table may look like rows too ("Statistical Yearbook 2008" at the end of a page): what has one
 * figure and a name that the text has nowhere else is text, on a second look.
 */
function rowsIn(lines: readonly Line[], shapes: readonly Shape[], isSecond: boolean): Rows {
  const hasCodes = isCoded(shapes);
  const {groups, gaps} = group(hasCodes ? withCodeHeads(shapes) : shapes, hasCodes);
  if (groups.length === 0 || groups.length > MOST_ROWS) return {rows: [], gaps: [lines], named: new Set()};
  const known = knownNames(groups, gaps);
  const judge = {known, ends: endsOf(groups, gaps), hasCodes};
  const shares = bestShares(groups, gaps, judge);
  const rows = groups.map((each, at) => rowOf(each, labelOf(groups, gaps, shares, at)));
  const strange = groups.flatMap(({start}, at) =>
    rows[at]!.cells.filter(isFilled).length < 2 && !isPlausible(rows[at]!, judge) ? [start] : [],
  );
  if (!isSecond && strange.length && strange.length < groups.length / 2) {
    const seen = shapes.map((shape, at) =>
      strange.includes(at) ? {...shape, kind: 'text' as const} : shape,
    );
    return rowsIn(lines, seen, true);
  }
  const {first, last} = kept(rows, judge);
  if (first < 0) return {rows: [], gaps: [lines], named: new Set()};
  const left = gaps.map((gap, at) => {
    // What a row at the edge that is none took is free again.
    const tail = at === first ? 0 : shares[at]!.tail;
    const head = at === last + 1 ? 0 : shares[at]!.head;
    return gap.slice(tail, gap.length - head).map(({line}) => line);
  });
  const above = first === 0 ? [] : lines.slice(0, groups[first - 1]!.end + 1);
  const below = last === rows.length - 1 ? [] : lines.slice(groups[last + 1]!.start);
  return {
    rows: rows.slice(first, last + 1),
    gaps: [[...above, ...left[first]!], ...left.slice(first + 1, last + 1), [...left[last + 1]!, ...below]],
    named: new Set(runsBetween(left).keys()),
  };
}

/** Whether counties bear numbers: most labels begin with one, or many where names stand on lines of their own. */
function isCoded(shapes: readonly Shape[]): boolean {
  const labelled = shapes.filter(({kind, label}) => kind !== 'text' && label.length > 0);
  const codes = labelled.map(({label}) => label[0]!).filter(isCode);
  // Titles and notes may have a number too, but of one digit.
  const long = codes.filter(({place}) => place.text.length > 1).length;
  return codes.length >= 2 && (codes.length * 2 >= labelled.length || long * 4 >= labelled.length);
}

/** Numbers of counties side by side are heads: all are known as such, and they go up. */
function withCodeHeads(shapes: readonly Shape[]): readonly Shape[] {
  const codes = new Set(shapes.flatMap(({label}) => label.filter(isCode).map(({place}) => place.text)));
  const isHeads = ({kind, cells}: Shape) => {
    const texts = cells.filter(token => token.kind !== 'blank').map(({place}) => place.text);
    const goUp = texts.every((text, at) => at === 0 || Number(text) > Number(texts[at - 1]));
    return kind === 'cells' && texts.length > 1 && goUp && texts.every(text => codes.has(text));
  };
  return shapes.map(shape => (isHeads(shape) ? {...shape, kind: 'text'} : shape));
}

/** Figures that follow on from line to line are one row's; all other lines stand between the rows. */
function group(shapes: readonly Shape[], hasCodes: boolean): {groups: Group[]; gaps: Shape[][]} {
  const groups: Group[] = [];
  const gaps: Shape[][] = [[]];
  shapes.forEach((shape, at) => {
    const {kind, label, cells, line} = shape;
    if (kind === 'label' || kind === 'text') gaps.at(-1)!.push(shape);
    else if (hasCodes && isLoneCode(shapes, at, !groups.some(each => each.cells.length > 1)))
      gaps.at(-1)!.push({...shape, kind: 'label', label: cells, cells: []});
    else if (hasCodes && isCodeBeforeCells(shapes, at, gaps.at(-1)!)) {
      groups.push({
        label: cells.slice(0, 1),
        cells: cells.slice(1),
        isDelimited: line.isDelimited,
        start: at,
        end: at,
      });
      gaps.push([]);
    } else if (kind === 'cells' && !cells.some(({kind: each}) => each !== 'blank')) return;
    else if (kind === 'cells' && groups.length > 0 && gaps.at(-1)!.length === 0) {
      groups.at(-1)!.cells.push(...cells);
      groups.at(-1)!.end = at;
    } else {
      groups.push({label, cells: [...cells], isDelimited: line.isDelimited, start: at, end: at});
      gaps.push([]);
    }
  });
  return {groups, gaps};
}

/** A county's number on a line of its own, with its name on the next; above the rows perhaps behind others. */
function isLoneCode(shapes: readonly Shape[], at: number, isAbove: boolean): boolean {
  const {kind, cells, label, line} = shapes[at]!;
  const [only, ...others] = cells.length ? cells : label;
  if (!only || others.length || !isCode(only) || line.isDelimited || only.place.text.length < 2) return false;
  if (kind !== 'cells' && kind !== 'label') return false;
  const next = shapes[at + 1];
  if (next && next.kind !== 'text' && isName(next.label)) return true;
  // Beside its name and before the cells, as they stand across the page.
  if (next && next.cells.length > 1 && next.cells[0]!.place.column > only.place.column + 2) return true;
  // Heads that a copy has mixed up: "06", "07", "Buskerud Vestfold".
  return isAbove && next !== undefined && isLoneCode(shapes, at + 1, isAbove);
}

/** Words, and not those over the totals. */
const isName = (label: readonly Token[]) =>
  label[0] !== undefined && isNameWord(label[0]) && !isTotalWord(labelKey(label));

/** A county's number in front of its figures, with its name on the next line. */
function isCodeBeforeCells(shapes: readonly Shape[], at: number, gap: readonly Shape[]): boolean {
  const {kind, cells} = shapes[at]!;
  const [first, ...others] = cells;
  const next = shapes[at + 1];
  const isNamed = next?.kind === 'label' && isNameWord(next.label[0]!);
  if (kind !== 'cells' || !first || !isCode(first) || first.place.text.length < 2 || !isNamed) return false;
  // Where a number and perhaps a name stand above, these are figures.
  const isBelowCode = gap.some(({label}) => label.length > 0 && isCode(label[0]!)) && !gap.some(isListed);
  return others.some(isFilled) && !isBelowCode;
}

/** A head: it has a number, and a name with it. */
const isListed = ({label}: Shape) => label.length > 1 && isCode(label[0]!);

/** Runs of words in the lines that are left between rows. */
function runsBetween(gaps: readonly (readonly Line[])[]): KnownNames {
  const names = new Map<string, number>();
  for (const gap of gaps) {
    addRuns(
      names,
      gap.flatMap(({tokens}) => tokens),
    );
    addRuns(names, columnwise(gap));
  }
  return names;
}

/** How often each name, or run of words that may be one, stands in the text. */
type KnownNames = ReadonlyMap<string, number>;

/** All runs of words between the rows, and the labels that rows have on their lines. */
function knownNames(groups: readonly Group[], gaps: readonly (readonly Shape[])[]): KnownNames {
  const names = new Map<string, number>();
  const lines = gaps.flat().map(({line}) => line);
  addRuns(
    names,
    lines.flatMap(({tokens}) => tokens),
  );
  // Column by column there are other runs, and none that is new in being read again.
  const others = new Map<string, number>();
  for (const gap of gaps) addRuns(others, columnwise(gap.map(({line}) => line)));
  for (const [key, count] of others) if (!names.has(key)) names.set(key, count);
  const own = groups.map(({label}) => labelKey(label)).filter(Boolean);
  for (const [key, count] of countOf(own)) {
    // A name is known from somewhere else than its one row.
    if (count > 1 || names.has(key)) names.set(key, (names.get(key) ?? 0) + count);
  }
  return names;
}

/** What stands on the line of the figures, else on the line above. */
const endsOf = (groups: readonly Group[], gaps: readonly (readonly Shape[])[]): ReadonlySet<string> =>
  new Set(
    groups
      .map(({label}, at) => labelKey(label.length ? label : (gaps[at]!.at(-1)?.label ?? [])))
      .filter(Boolean),
  );

const labelKey = (label: readonly Token[]) =>
  keyOf(
    wordsOf(label)
      .map(({place}) => place.text)
      .join(' '),
  );

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Counts every run of up to eight words: no name is longer. */
function addRuns(names: Map<string, number>, found: readonly Token[]): void {
  const parts = found
    .slice(0, 50_000)
    .map(token => (isNameWord(token) ? keyOf(token.place.text) : isNoteSign(token) ? '' : null));
  for (let start = 0; start < parts.length; start++) {
    let key = '';
    for (let at = start; at < Math.min(start + 8, parts.length) && parts[at] !== null; at++) {
      key += parts[at]!;
      if (parts[at] !== '') names.set(key, (names.get(key) ?? 0) + 1);
    }
  }
}

const isNoteSign = ({kind, place}: Token) => kind === 'mark' || /^\d\)$/.test(place.text);

const wordsOf = (label: readonly Token[]) => label.filter(token => !isCode(token));

type Judge = {
  readonly known: KnownNames;
  /** Keys of what stands right before figures. */
  readonly ends: ReadonlySet<string>;
  readonly hasCodes: boolean;
};

/** The lines of a label; so many of them as `heads` stand before the figures. */
type Label = {readonly lines: readonly (readonly Token[])[]; readonly heads: number};

/** The best way to share out the lines of all gaps, gap by gap (each label hangs on the gaps on both sides). */
function bestShares(
  groups: readonly Group[],
  gaps: readonly (readonly Shape[])[],
  judge: Judge,
): readonly Share[] {
  type Way = {readonly score: number; readonly share: Share; readonly before: Way | null};
  let ways: readonly Way[] = options(gaps[0]!, 0, groups.length).map(share => ({
    score: leftover(gaps[0]!, share, 'first'),
    share,
    before: null,
  }));
  groups.forEach((_, at) => {
    const gap = gaps[at + 1]!;
    ways = options(gap, at + 1, groups.length).map(share => {
      const scored = ways.map(before => ({
        before,
        score:
          before.score +
          goodness(labelWith(groups, gaps, at, before.share.head, share.tail), judge) +
          // A name that stands below its figures altogether is likelier that of the next row.
          (before.share.head + groups[at]!.label.length === 0 ? -3 : 0),
      }));
      const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
      return {
        score: best.score + leftover(gap, share, at + 1 === groups.length ? 'last' : 'inner'),
        share,
        before: best.before,
      };
    });
  });
  const shares: Share[] = [];
  let way: Way | null = ways.reduce((a, b) => (b.score > a.score ? b : a));
  for (; way; way = way.before) shares.unshift(way.share);
  return shares;
}

/** Only whole lines of label are shared out, and fewer before more. */
function options(gap: readonly Shape[], at: number, last: number): readonly Share[] {
  const run = (list: readonly Shape[]) => {
    const stop = list.findIndex(({kind}) => kind !== 'label');
    return Math.min(stop < 0 ? list.length : stop, MOST_LINES);
  };
  const tails = at === 0 ? 0 : run(gap);
  const heads = at === last ? 0 : run(gap.toReversed());
  return Array.from({length: tails + 1}, (_, tail) =>
    Array.from({length: heads + 1}, (__, head) => ({tail, head})),
  )
    .flat()
    .filter(({tail, head}) => tail + head <= gap.length);
}

/**
 * A line that is left between two rows wants an explanation; many are heads. Above the
 * first row and below the last there may be any, but for what follows the last row at once.
 */
function leftover(gap: readonly Shape[], {tail, head}: Share, which: 'first' | 'inner' | 'last'): number {
  const left = gap.slice(tail, gap.length - head);
  const dangling = left.at(-1)?.kind === 'label' && head === 0 && isDangling(left.at(-1)!.label) ? -10 : 0;
  if (which === 'first') return dangling;
  if (which === 'last') return left[0]?.kind === 'label' ? -2 : 0;
  const loose = left.filter(({kind}) => kind === 'label').length;
  return -2 * Math.min(loose, 3) + dangling;
}

function labelWith(
  groups: readonly Group[],
  gaps: readonly (readonly Shape[])[],
  at: number,
  head: number,
  tail: number,
): Label {
  const before = gaps[at]!.slice(gaps[at]!.length - head).map(({label}) => label);
  const after = gaps[at + 1]!.slice(0, tail).map(({label}) => label);
  const upper = [...before, groups[at]!.label].filter(({length}) => length > 0);
  return {lines: [...upper, ...after], heads: upper.length};
}

const labelOf = (
  groups: readonly Group[],
  gaps: readonly (readonly Shape[])[],
  shares: readonly Share[],
  at: number,
) => labelWith(groups, gaps, at, shares[at]!.head, shares[at + 1]!.tail).lines.flat();

/** How good a label is: one number if there are numbers, in front; a name that the text knows, whole. */
function goodness({lines, heads}: Label, {known, ends, hasCodes}: Judge): number {
  const label = lines.flat();
  const words = wordsOf(label);
  if (words.length === 0) return -30;
  const codes = label.filter(isCode).length;
  const key = labelKey(label);
  const isName = (line: readonly Token[]) => ends.has(labelKey(line)) || isTotalWord(labelKey(line));
  const isKnown = known.has(key) || isTotalWord(key) || isAbroad(key);
  return (
    (codes > 1 || (codes === 1 && !isCode(label[0]!)) ? -20 : 0) +
    (hasCodes && codes === 0 && !isTotalWord(key) && !isAbroad(key) ? -8 : 0) +
    (isKnown ? 10 - lines.length : -3 * lines.length) +
    // Lines around that are names by themselves are heads, or rows that lost their cells.
    lines.filter((line, at) => at !== heads - 1 && isName(line)).length * -8 +
    (isDangling(words) ? -6 : 0) +
    (isContinuation(words) ? -4 : 0)
  );
}

function rowOf({cells, isDelimited}: Group, label: readonly Token[]): Row {
  const code = label.find(isCode) ?? null;
  return {code, words: wordsOf(label), cells, isDelimited};
}

/** The key of a row's name. */
export const rowKey = ({words}: Pick<Row, 'words'>) => keyOf(words.map(({place}) => place.text).join(' '));

/**
 * Lines above and below a table may look like rows ("Table 6. Net migration 2007"); what no other part of the text
 * names is none, at the edges. Where nothing is named twice, rows are what has two cells or more.
 */
function kept(rows: readonly Row[], judge: Judge): {first: number; last: number} {
  const named = rows.map(row => isPlausible(row, judge));
  const list = named.includes(true) ? named : rows.map(({cells}) => cells.filter(isFilled).length > 1);
  return {first: list.indexOf(true), last: list.lastIndexOf(true)};
}

function isPlausible(row: Row, {known, hasCodes}: Judge): boolean {
  const key = rowKey(row);
  if (known.has(key) || isTotalWord(key) || isAbroad(key)) return true;
  if (row.cells.filter(isFilled).length < 2) return false;
  return (hasCodes && row.code !== null) || [...known.keys()].some(other => likeness(key, other) !== null);
}

/**
 * A name may be split over lines with its figures in the middle, so of the lines between two rows' figures the
 * first may end the name of the row above and the last begin that of the row below. All ways to share them out are
 * weighed: a good name is one that the text has elsewhere too, for rows and columns are the same counties.
 */
import type {Token} from './cells.ts';
import type {Group, Groups} from './grouping.ts';
import {type KnownNames, labelKey, wordsOf} from './known.ts';
import {isAbroad, isCode, isContinuation, isDangling, isTotalWord} from './names.ts';
import type {Shape} from './shapes.ts';

/** How many lines of a gap end the name above it, and how many begin the name below. */
export type Share = {readonly tail: number; readonly head: number};

/** The longest name has four lines: a number, and three words. */
const MOST_LINES = 4;

export type Judge = {
  readonly known: KnownNames;
  /** Keys of what stands right before figures. */
  readonly ends: ReadonlySet<string>;
  readonly hasCodes: boolean;
};

/** The lines of a label; so many of them as `heads` stand before the figures. */
type Label = {readonly lines: readonly (readonly Token[])[]; readonly heads: number};

/** The best way to share out the lines of all gaps, gap by gap (each label hangs on the gaps on both sides). */
export function bestShares(found: Groups, judge: Judge): readonly Share[] {
  const {groups, gaps} = found;
  type Way = {readonly score: number; readonly share: Share; readonly before: Way | null};
  let ways: readonly Way[] = options(found, 0).map(share => ({
    score: leftover(gaps[0]!, share, 'first'),
    share,
    before: null,
  }));
  groups.forEach((_, at) => {
    const gap = gaps[at + 1]!;
    ways = options(found, at + 1).map(share => {
      const scored = ways.map(before => ({
        before,
        score:
          before.score +
          goodness(labelWith(found, at, before.share.head, share.tail), judge) +
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

/** Only whole lines of label are shared out, and fewer before more; a field holds the whole of a name. */
function options({groups, gaps}: Groups, at: number): readonly Share[] {
  const gap = gaps[at]!;
  const run = (list: readonly Shape[], group: Group | undefined) => {
    if (!group || group.isDelimited) return 0;
    const stop = list.findIndex(({kind}) => kind !== 'label');
    return Math.min(stop < 0 ? list.length : stop, MOST_LINES);
  };
  const tails = run(gap, groups[at - 1]);
  const heads = run(gap.toReversed(), groups[at]);
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

function labelWith({groups, gaps}: Groups, at: number, head: number, tail: number): Label {
  const before = gaps[at]!.slice(gaps[at]!.length - head).map(({label}) => label);
  const after = gaps[at + 1]!.slice(0, tail).map(({label}) => label);
  const upper = [...before, groups[at]!.label].filter(({length}) => length > 0);
  return {lines: [...upper, ...after], heads: upper.length};
}

/** The tokens of the label of a group. */
export const labelOf = (found: Groups, shares: readonly Share[], at: number): readonly Token[] =>
  labelWith(found, at, shares[at]!.head, shares[at + 1]!.tail).lines.flat();

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

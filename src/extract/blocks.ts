/**
 * Rows and heads -> blocks: the table is printed in blocks of columns, each with its rows, and its heads above or
 * below them.
 *
 * Between two runs of rows stand the heads of one of them, and perhaps rows that lost their empty cells in copying,
 * which look like heads. All ways to tell them apart are tried; the right one names each county once.
 */
import type {Owned, Owner, Unit} from './units.ts';
import type {Head} from './heads.ts';
import type {Place} from './cells.ts';

/** What a column holds: a county by index, the totals, or moves from and to other countries. */
export type Column = number | 'total' | 'abroad';

export type Block = {
  readonly columns: readonly Column[];
  readonly rows: readonly Owned[];
  /** Where its heads begin; null where they were taken from the rows. */
  readonly place: Place | null;
};

export type Blocks = {
  readonly blocks: readonly Block[];
  readonly heads: 'above' | 'below' | 'assumed';
};

/** A run of rows, with the heads before it and after it. */
export type Run = {
  readonly rows: readonly Owned[];
  /** Counties whose rows stand between these without a cell. */
  readonly empty: readonly number[];
  readonly before: readonly Head[];
  readonly after: readonly Head[];
};

/** Splits rows into runs wherever heads stand between them, and not where rows do that lost their cells. */
export function runsOf(owned: readonly Owned[], heads: readonly (readonly Head[])[]): readonly Run[] {
  const isNamed = (list: readonly Head[]) => list.some(({kind}) => kind === 'unit');
  const starts = owned.map((_, at) => at).filter(at => at === 0 || isNamed(heads[at]!));
  const runs = starts.map((start, index): Run => {
    const end = starts[index + 1] ?? owned.length;
    return {rows: owned.slice(start, end), empty: [], before: heads[start]!, after: heads[end]!};
  });
  return runs.reduce<readonly Run[]>((joined, run) => {
    const last = joined.at(-1);
    return last && isOneRun(last, run) ? [...joined.slice(0, -1), join(last, run)] : [...joined, run];
  }, []);
}

/** What is named between them has no row in either, nor has any county rows in both. */
function isOneRun(upper: Run, lower: Run): boolean {
  const owners = ownersIn(upper);
  const isNew = lower.rows.every(({owner}) => !owners.has(owner));
  const between = lower.before.filter(({kind}) => kind !== 'word');
  return isNew && isFree(between, upper) && isFree(between, lower);
}

const ownersIn = ({rows, empty}: Run): ReadonlySet<Owner> =>
  new Set<Owner>([...rows.map(({owner}) => owner), ...empty]);

const join = (upper: Run, lower: Run): Run => ({
  rows: [...upper.rows, ...lower.rows],
  empty: [
    ...upper.empty,
    ...lower.before.flatMap(head => (head.kind === 'unit' ? [head.unit] : [])),
    ...lower.empty,
  ],
  before: upper.before,
  after: lower.after,
});

/**
 * All ways to pair runs and heads that name each county once, heads above first; a few of each kind. Rows that lost
 * their cells look like heads, so more than one may be found: the cells tell which is meant.
 */
export function blocksOf(runs: readonly Run[], units: readonly Unit[]): readonly Blocks[] {
  return (['above', 'below'] as const).flatMap(heads =>
    search(runs, heads, units.length).map(blocks => ({blocks, heads})),
  );
}

const MOST_FOUND = 2;

/** A block while it is found: a page break may part its rows. */
type Draft = {
  readonly columns: readonly Column[];
  /** The counties among them. */
  readonly names: ReadonlySet<number>;
  readonly rows: readonly Owned[];
  readonly place: Place | null;
};

/** A way to read the heads between two runs. */
type Split = {readonly columns: readonly Column[]; readonly names: readonly number[]; readonly place: Place};

const MOST_TRIES = 4000;

function search(runs: readonly Run[], side: 'above' | 'below', size: number): readonly (readonly Block[])[] {
  let tries = 0;
  const found: (readonly Block[])[] = [];
  const splits = runs.map((run, at) => {
    const heads = side === 'above' ? run.before : run.after;
    const [upper, lower] = side === 'above' ? [runs[at - 1], run] : [run, runs[at + 1]];
    return splitsOf(heads, upper, lower, size);
  });
  attempt(0, []);
  return found;

  function attempt(at: number, drafts: readonly Draft[]): void {
    if (++tries > MOST_TRIES || found.length >= MOST_FOUND) return;
    if (at < runs.length) {
      for (const split of likeliest(splits[at]!, drafts.at(-1))) {
        const next = extended(drafts, runs[at]!, split);
        if (next) attempt(at + 1, next);
      }
    } else if (namedIn(drafts) === size) found.push(drafts);
    else found.push(...withoutRows(drafts, runs.at(-1)!.after, size));
  }
}

/** A last block of which no row has a cell: its heads are left over, and perhaps the names of its rows. */
function withoutRows(
  drafts: readonly Draft[],
  heads: readonly Head[],
  size: number,
): readonly (readonly Block[])[] {
  const used = new Set(drafts.flatMap(draft => unitsIn(draft.columns)));
  const named = heads.flatMap(head => (head.kind === 'unit' ? [head.unit] : []));
  const columns = [...new Set(named)].filter(unit => !used.has(unit));
  const place = heads[0]?.place ?? null;
  return used.size + columns.length === size
    ? [[...drafts, {columns, names: new Set(columns), rows: [], place}]]
    : [];
}

const unitsIn = (columns: readonly Column[]) => columns.filter(each => typeof each === 'number');

const namedIn = (drafts: readonly Draft[]) =>
  drafts.reduce((sum, {columns}) => sum + unitsIn(columns).length, 0);

/** The block of the next run: a new one, or one whose heads were repeated on a new page. */
function extended(
  drafts: readonly Draft[],
  run: Run,
  {columns, names, place}: Split,
): readonly Draft[] | null {
  const isUsed = (name: number) => drafts.some(draft => draft.names.has(name));
  if (!names.some(isUsed)) return [...drafts, {columns, names: new Set(names), rows: run.rows, place}];
  const same = drafts.findIndex(
    draft => draft.names.size === names.length && names.every(name => draft.names.has(name)),
  );
  if (same < 0) return null;
  const {columns: own, rows} = drafts[same]!;
  const owners = new Set(rows.map(({owner}) => owner));
  if (unitsIn(own).join() !== names.join() || run.rows.some(({owner}) => owners.has(owner))) return null;
  return drafts.with(same, {...drafts[same]!, rows: [...rows, ...run.rows]});
}

/**
 * All ways to take a stretch of the heads as those of a block; what is around it are rows without cells or, at the
 * edges of the text, anything. Those come first with which a block has a row for each county, then those that leave
 * nothing unexplained.
 */
function splitsOf(
  heads: readonly Head[],
  upper: Run | undefined,
  lower: Run | undefined,
  size: number,
): readonly Split[] {
  const named = heads.filter(({kind}) => kind !== 'word');
  const found: (Split & {readonly whole: number; readonly unexplained: number})[] = [];
  const isWhole = (run: Run | undefined, more: number) =>
    run && more > 0 && [...ownersIn(run)].filter(owner => typeof owner === 'number').length + more === size
      ? 1
      : 0;
  for (let start = 0; start < named.length; start++) {
    if (start > 0 && !isFree(named.slice(0, start), upper)) continue;
    for (let end = named.length; end > start; end--) {
      const after = named.length - end;
      if (after > 0 && !isFree(named.slice(end), lower)) continue;
      const columns = named.slice(start, end).map(columnOf);
      if (unitsIn(columns).length === 0 || new Set(columns).size < columns.length) continue;
      const whole = isWhole(upper, start) + isWhole(lower, after);
      const unexplained = (upper ? 0 : start) + (lower ? 0 : after);
      found.push({columns, names: unitsIn(columns), place: named[start]!.place, whole, unexplained});
    }
  }
  return found.toSorted(
    (a, b) => b.whole - a.whole || a.unexplained - b.unexplained || b.columns.length - a.columns.length,
  );
}

/** Blocks have the same number of columns, but for the last. */
function likeliest(splits: readonly Split[], last: Draft | undefined): readonly Split[] {
  if (!last) return splits;
  const off = ({names}: Split) => Math.abs(names.length - last.names.size);
  return splits.toSorted((a, b) => off(a) - off(b));
}

const columnOf = (head: Head): Column =>
  head.kind === 'unit' ? head.unit : (head.kind as 'total' | 'abroad');

/** Whether heads may be rows of a run that lost their cells: counties that have no row there. */
function isFree(heads: readonly Head[], run: Run | undefined): boolean {
  // Above the first heads and below the last anything may be named: a title, a list.
  if (!run) return true;
  const owners = ownersIn(run);
  return heads.every(head => head.kind === 'unit' && !owners.has(head.unit));
}

/**
 * The heads in the order of the rows, where a text has garbled them: every part of every name must be there.
 * To be trusted only where the totals agree.
 */
export function assumedBlocks(
  runs: readonly Run[],
  units: readonly Unit[],
  words: ReadonlySet<string>,
): readonly Blocks[] {
  const [only, ...others] = runs;
  if (!only || others.length || !units.every(({label}) => hasParts(words, label))) return [];
  const all = [...only.before, ...only.after];
  // Heads on one line are in order.
  if (new Set(all.map(({place}) => place.line)).size < 2) return [];
  const hasTotal = all.some(({kind}) => kind === 'total');
  const columns = [...(hasTotal ? (['total'] as const) : []), ...units.map((_, at) => at)];
  return [{blocks: [{columns, rows: only.rows, place: null}], heads: 'assumed'}];
}

/** Copies lose hyphens at line ends: "NordTrøndelag" has two parts. */
const PARTS = /[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u;

/** The parts of all names that some lines hold. */
export const partsIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap(text => text.split(PARTS)).map(part => part.toLowerCase()));

const hasParts = (words: ReadonlySet<string>, label: string) =>
  label.split(PARTS).every(part => words.has(part.toLowerCase()));

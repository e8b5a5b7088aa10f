/**
 * Rows and heads -> blocks: the table is printed in blocks of columns, each with its rows, and its heads above or
 * below them.
 *
 * Between two runs of rows stand the heads of one of them, and perhaps rows that lost their empty cells in copying,
 * which look like heads. All ways to tell them apart are tried; the right one names each county once.
 */
import type {Owned, Unit} from './units.ts';
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
  readonly before: readonly Head[];
  readonly after: readonly Head[];
};

/** Splits rows into runs wherever heads stand between them. */
export function runsOf(owned: readonly Owned[], heads: readonly (readonly Head[])[]): readonly Run[] {
  const isHead = ({kind}: Head) => kind === 'unit';
  const starts = owned.map((_, at) => at).filter(at => at === 0 || heads[at]!.some(isHead));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? owned.length;
    return {rows: owned.slice(start, end), before: heads[start]!, after: heads[end]!};
  });
}

/** Pairs runs and heads, heads above first; null where neither way names each county once. */
export function blocksOf(runs: readonly Run[], units: readonly Unit[]): Blocks | null {
  for (const side of ['above', 'below'] as const) {
    const found = search(runs, side, units.length);
    if (found) return {blocks: found, heads: side};
  }
  return null;
}

/** A block while it is found: a page break may part its rows. */
type Draft = {
  readonly columns: readonly Column[];
  readonly rows: readonly Owned[];
  readonly place: Place | null;
};

/** A way to read the heads between two runs. */
type Split = {readonly columns: readonly Column[]; readonly place: Place};

const MOST_TRIES = 20_000;

function search(runs: readonly Run[], side: 'above' | 'below', size: number): readonly Block[] | null {
  let tries = 0;
  const splits = runs.map((run, at) => {
    const heads = side === 'above' ? run.before : run.after;
    const [upper, lower] = side === 'above' ? [runs[at - 1], run] : [run, runs[at + 1]];
    return splitsOf(heads, upper, lower);
  });
  return attempt(0, []);

  function attempt(at: number, drafts: readonly Draft[]): readonly Block[] | null {
    if (++tries > MOST_TRIES) return null;
    if (at === runs.length) return namedIn(drafts) === size ? drafts : null;
    for (const split of splits[at]!) {
      const next = extended(drafts, runs[at]!, split);
      const found = next && attempt(at + 1, next);
      if (found) return found;
    }
    return null;
  }
}

const unitsIn = (columns: readonly Column[]) => columns.filter(each => typeof each === 'number');

const namedIn = (drafts: readonly Draft[]) =>
  drafts.reduce((sum, {columns}) => sum + unitsIn(columns).length, 0);

/** The block of the next run: a new one, or one whose heads were repeated on a new page. */
function extended(drafts: readonly Draft[], run: Run, {columns, place}: Split): readonly Draft[] | null {
  const names = unitsIn(columns);
  const same = drafts.findIndex(draft => unitsIn(draft.columns).join() === names.join());
  if (same >= 0) {
    const owners = new Set(drafts[same]!.rows.map(({owner}) => owner));
    if (run.rows.some(({owner}) => owners.has(owner))) return null;
    return drafts.with(same, {...drafts[same]!, rows: [...drafts[same]!.rows, ...run.rows]});
  }
  const used = new Set(drafts.flatMap(draft => unitsIn(draft.columns)));
  return names.some(name => used.has(name)) ? null : [...drafts, {columns, rows: run.rows, place}];
}

/** All ways to take a stretch of the heads as those of a block; what is around it are rows without cells. */
function splitsOf(heads: readonly Head[], upper: Run | undefined, lower: Run | undefined): readonly Split[] {
  const named = heads.filter(({kind}) => kind !== 'word');
  const found: Split[] = [];
  for (let start = 0; start < named.length; start++) {
    if (start > 0 && !isFree(named.slice(0, start), upper)) continue;
    for (let end = named.length; end > start; end--) {
      if (end < named.length && !isFree(named.slice(end), lower)) continue;
      const columns = named.slice(start, end).map(columnOf);
      if (unitsIn(columns).length === 0 || new Set(columns).size < columns.length) continue;
      found.push({columns, place: named[start]!.place});
    }
  }
  return found;
}

const columnOf = (head: Head): Column =>
  head.kind === 'unit' ? head.unit : (head.kind as 'total' | 'abroad');

/** Whether heads may be rows of a run that lost their cells: counties that have no row there. */
function isFree(heads: readonly Head[], run: Run | undefined): boolean {
  // Above the first heads and below the last anything may be named: a title, a list.
  if (!run) return true;
  const owners = new Set(run.rows.map(({owner}) => owner));
  return heads.every(head => head.kind === 'unit' && !owners.has(head.unit));
}

/**
 * The heads in the order of the rows, where a text has garbled them: every part of every name must be there.
 * To be trusted only where the totals agree.
 */
export function assumedBlocks(runs: readonly Run[], units: readonly Unit[], words: string): Blocks | null {
  const [only, ...others] = runs;
  if (!only || others.length || !units.every(({label}) => hasParts(words, label))) return null;
  const all = [...only.before, ...only.after];
  const hasTotal = all.some(({kind}) => kind === 'total');
  const columns = [...(hasTotal ? (['total'] as const) : []), ...units.map((_, at) => at)];
  return {blocks: [{columns, rows: only.rows, place: null}], heads: 'assumed'};
}

/** Copies lose hyphens at line ends: "NordTrøndelag" has two parts. */
const hasParts = (words: string, label: string) =>
  label.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).every(part => words.includes(part.toLowerCase()));

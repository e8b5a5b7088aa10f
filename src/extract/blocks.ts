/**
 * Entries -> blocks: the table is printed in blocks of columns, each with its rows and its column heads,
 * the heads above or below.
 */
import {type Issue} from '../issues.ts';
import {duplicateCounty, lostCells, noTable, noTotals, strayLine, unevenBlocks} from './complaints.ts';
import {whereOf} from './cells.ts';
import type {Entry, Remark} from './lines.ts';

export type Block = {
  readonly rows: readonly Entry[];
  readonly heads: readonly Entry[];
  /** True where the column heads begin with the head of the totals. */
  readonly totals: boolean;
};

export type Layout = {
  readonly blocks: readonly Block[];
  /** The lines above the table and below it. */
  readonly above: readonly Remark[];
  readonly below: readonly Remark[];
  readonly issues: readonly Issue[];
};

/** A group of rows, or a group of column heads, and the lines before it. */
type Run = {
  readonly isRows: boolean;
  readonly entries: Entry[];
  readonly before: readonly Remark[];
};

/** The head of the totals, in English, Bokmål and Nynorsk. */
const TOTAL = /\btotal\b|\bi alt\b/i;

/** Finds the blocks. Where the groups of rows and heads do not pair up, there are issues and no blocks. */
export function blocks(file: string, items: readonly (Entry | Remark)[]): Layout {
  const lastEntry = items.findLastIndex(item => item.kind === 'entry');
  const below = items.slice(lastEntry + 1).filter(item => item.kind === 'remark');
  const {runs, issues} = group(file, items.slice(0, lastEntry + 1));
  const above = runs[0]?.before ?? [];
  const lost = issues.filter(({code}) => code === 'lost-cells');
  // Rows without cells look like column heads; all that follows from that would only confuse.
  if (lost.length) return {blocks: [], above, below, issues: lost.slice(0, 1)};
  const uneven = mismatch(file, runs);
  return {blocks: uneven.length ? [] : pairUp(runs), above, below, issues: [...issues, ...uneven]};
}

/** Rows have cells, be they blank, and heads have none: where one turns into the other a run begins. */
function group(file: string, items: readonly (Entry | Remark)[]): {runs: Run[]; issues: Issue[]} {
  const runs: Run[] = [];
  const strays: Remark[] = [];
  let between: Remark[] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (item.kind === 'remark') between.push(item);
    else {
      if (run?.isRows !== item.isRow) {
        runs.push({isRows: item.isRow, entries: [item], before: between});
      } else {
        strays.push(...between);
        run.entries.push(item);
      }
      between = [];
    }
  }
  const stray = strays.map(({place, text}) => strayLine(whereOf(file, place), text));
  return {runs, issues: [...stray, ...runs.flatMap(run => repeats(file, run))]};
}

/**
 * Counties that come again in one run. Among heads, more than one of them are rows that lost their cells:
 * padding is cut off by many an editor.
 */
function repeats(file: string, {isRows, entries}: Run): readonly Issue[] {
  const again = entries.filter(({code}, index) => entries.findIndex(other => other.code === code) < index);
  const where = ({place}: Entry) => whereOf(file, place);
  if (!isRows && again.length > 1) return [lostCells(where(again[0]!), nameOf(again[0]!))];
  return again.map(entry => duplicateCounty(where(entry), nameOf(entry)));
}

function mismatch(file: string, runs: readonly Run[]): readonly Issue[] {
  const last = runs.at(-1);
  if (!last) return [noTable(file)];
  const where = whereOf(file, last.entries[0]!.place);
  const rows = runs.filter(run => run.isRows).length;
  const alternating = runs.every((run, index) => (run.isRows === (index % 2 === 0)) === runs[0]!.isRows);
  if (rows * 2 !== runs.length || !alternating) return [unevenBlocks(where, rows, runs.length - rows)];
  return pairUp(runs).some(block => block.totals) ? [] : [noTotals(where)];
}

/** Runs alternate, so the heads stand above their rows if the first run is one of heads, else below. */
function pairUp(runs: readonly Run[]): readonly Block[] {
  const rows = runs.filter(run => run.isRows);
  const heads = runs.filter(run => !run.isRows);
  return rows.map((run, index) => {
    const head = heads[index]!;
    const label = head.before.map(remark => remark.text).join(' ');
    return {rows: run.entries, heads: head.entries, totals: TOTAL.test(label)};
  });
}

/** Number and name as the reader finds them on the page. */
export const nameOf = (entry: Entry) => `${entry.code} ${entry.name}`;

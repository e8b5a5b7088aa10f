/** A table of aligned columns -> its cells. The line of dashes below the heads says where each column stands. */
import {fault, type Fault} from './faults.ts';
import {plainPassage} from './passage.ts';
import type {Passage, ReadTable} from './reading.ts';
import {plainWords} from './text-marks.ts';

/** From the first character of a column to the one after its last. */
type Column = {readonly start: number; readonly end: number};

const DASHES = /^ *-+(?: +-+)*$/;

/** Three hundred counties against each other; more is no table, but would take its time. */
const MOST = 120_000;

/** Whether some lines are a table. */
export function isTextTable(lines: readonly string[]): boolean {
  const dashes = lines[1] ?? '';
  return DASHES.test(dashes) && columnsOf(dashes).length * lines.length <= MOST;
}

/** Reads a table; `line` is the number of its first line. */
export function readTextTable(lines: readonly string[], line: number, caption: Passage): ReadTable {
  const columns = columnsOf(lines[1] ?? '');
  const cellsOf = (row: string, at: number): readonly Passage[] => {
    // Characters as the printer counts them, and not UTF-16 units.
    const characters = [...row];
    return columns.map(({start, end}) =>
      plainPassage(plainWords(characters.slice(start, end).join('')), line + at),
    );
  };
  const [heads = [], , ...rows] = lines.map(cellsOf);
  return {kind: 'table', caption, heads, rows};
}

/** The rows with characters outside of all columns, but for the mark of the row that the report is about. */
export function misfits(lines: readonly string[], line: number): readonly Fault[] {
  const dashes = lines[1] ?? '';
  return lines.flatMap((row, at) => {
    const outside = [...row].filter((_, i) => dashes[i] !== '-').join('');
    const isFit = outside.replace(/^>/, '').trim() === '';
    return isFit ? [] : [fault('A row of the table does not fit its columns', line + at)];
  });
}

function columnsOf(dashes: string): readonly Column[] {
  return [...dashes.matchAll(/-+/g)].map(({0: run, index}) => ({start: index, end: index + run.length}));
}

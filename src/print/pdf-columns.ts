/**
 * How wide the columns of a printed table are. pdfmake would let a table that is too wide run off the page,
 * and would cut a word that is wider than its column; so texts are measured and widths are given to it.
 */
import type {Face} from './faces.ts';
import {textOf} from '../document.ts';
import type {Inlines, Row, Table} from '../document.ts';
import {mostLines, widthOf} from './faces.ts';
import type {Faces} from './faces.ts';
import {cannotPrint, ReportError} from '../issues.ts';

/** Sizes in pt: `head` and `body` of the type, `gap` of the space on each side of a column. */
export type TableSizes = {
  readonly head: number;
  readonly body: number;
  readonly gap: number;
  readonly padding: number;
};

/** `widths` of the columns in pt, without gaps; `lines` is the most that each row, head first, can have. */
export type Fit = {readonly widths: number[]; readonly lines: readonly number[]};

/** What a text or a column needs: `least` holds the longest word, `most` the whole on one line. */
type Need = {readonly least: number; readonly most: number};

/** Fits the table into `width`. Throws when its words are wider than that. */
export function fitColumns(table: Table, faces: Faces, sizes: TableSizes, width: number): Fit {
  const rows = [needsOfHead(table, faces, sizes), ...table.rows.map(row => needsOfRow(row, faces, sizes))];
  const needs = table.columns.map((_, column) => together(rows.flatMap(row => row[column] ?? [])));
  const widths = shareOut(table, needs, width - needs.length * 2 * sizes.gap);
  const lines = rows.map(row => Math.max(...row.map((need, i) => mostLines(need.most, widths[i] ?? 0))));
  return {widths, lines};
}

function shareOut(table: Table, needs: readonly Need[], free: number): number[] {
  const least = sum(needs.map(need => need.least));
  if (least > free) throw new ReportError([cannotPrint(tooWide(table, needs, least, free))]);
  return table.layout === 'matrix' ? shareAlike(needs, free) : shareByNeed(needs, free);
}

/** A plain table is as wide as its texts, or else each column gives up what it can spare. */
function shareByNeed(needs: readonly Need[], free: number): number[] {
  const least = sum(needs.map(need => need.least));
  const most = sum(needs.map(need => need.most));
  const part = most <= free ? 1 : (free - least) / (most - least);
  return needs.map(need => need.least + part * (need.most - need.least));
}

/** A matrix fills the page: names on one line, and all other columns alike if their words allow it. */
function shareAlike([name, ...others]: readonly Need[], free: number): number[] {
  if (name === undefined) return [];
  const least = sum(others.map(need => need.least));
  const first = Math.min(name.most, free - least);
  const alike = (free - first) / others.length;
  if (others.every(need => need.least <= alike)) return [first, ...others.map(() => alike)];
  return [first, ...others.map(need => need.least + (free - first - least) / others.length)];
}

function needsOfHead(table: Table, faces: Faces, sizes: TableSizes): Need[] {
  return table.columns.map(({head}) =>
    measure(head, hasStress(head) ? faces.bold : faces.regular, sizes.head),
  );
}

function needsOfRow({marked, cells}: Row, faces: Faces, sizes: TableSizes): Need[] {
  return cells.map(({content}) =>
    measure(content, marked || hasStress(content) ? faces.bold : faces.regular, sizes.body),
  );
}

function hasStress(content: Inlines): boolean {
  return content.some(inline => inline.kind === 'strong' || inline.kind === 'emphasis');
}

function measure(content: Inlines, font: Face, size: number): Need {
  const text = textOf(content);
  const most = SLACK + widthOf(text, font, size);
  const words = wordsOf(text);
  if (words.length < 2) return {least: most, most};
  return {least: SLACK + Math.max(...words.map(word => widthOf(word, font, size))), most};
}

/** pdfmake adds up widths word by word, which differs from a whole line's by its kerning. In pt. */
const SLACK = 0.4;

/** Lines break at plain spaces and after hyphens, never elsewhere. */
function wordsOf(text: string): string[] {
  return text.split(/ |(?<=-)/);
}

function together(needs: readonly Need[]): Need {
  return {
    least: Math.max(0, ...needs.map(need => need.least)),
    most: Math.max(0, ...needs.map(need => need.most)),
  };
}

function tooWide(table: Table, needs: readonly Need[], least: number, free: number): string {
  const widest = needs.reduce((most, need, i) => (need.least > (needs[most]?.least ?? 0) ? i : most), 0);
  const head = textOf(table.columns[widest]?.head ?? []);
  return (
    `${table.label} does not fit its page: its words need ${Math.ceil(least)} pt and there are ${Math.floor(free)}. ` +
    `Put it into a landscape section, take out columns or shorten words; the widest column is "${head}".`
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

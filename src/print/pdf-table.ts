/** A table of the document -> a pdfmake table of measured widths. */
import type {ContentTable, ContentText, CustomTableLayout, TableCell} from 'pdfmake/interfaces.js';
import type {Cell, Row, Table} from '../document.ts';
import {fitColumns} from './pdf-columns.ts';
import type {TableSizes} from './pdf-columns.ts';
import {printInlines} from './pdf-inline.ts';
import {nameOf} from './pdf-press.ts';
import type {Press, Tagged} from './pdf-press.ts';

const SIZES: Readonly<Record<Table['layout'], TableSizes>> = {
  plain: {head: 8.5, body: 8.5, gap: 6, padding: 1},
  matrix: {head: 6.4, body: 7.5, gap: 2, padding: 3.2},
};

/** A pdfmake table that also says how many columns name its rows, for the structure tree. */
type PrintedTable = ContentTable & {readonly table: {readonly rowHeaders: number}};

/** The caption of a table or figure. */
export type Caption = Tagged<ContentText>;

/**
 * Prints the table under its caption, without notes. `width` is what the page offers, `height` the most it
 * takes without the caption, in pt.
 */
export function printTable(
  table: Table,
  caption: Caption,
  press: Press,
  width: number,
): {readonly node: PrintedTable; readonly height: number} {
  const sizes = SIZES[table.layout];
  const {widths, lines} = fitColumns(table, press.faces, sizes, width);
  const over = table.columns.slice(1).map(() => ({}));
  const node: PrintedTable = {
    style: table.layout,
    layout: layoutOf(table, press, sizes),
    table: {
      headerRows: 2,
      dontBreakRows: true,
      rowHeaders: table.rows.every(row => row.cells[0]?.header === true) ? 1 : 0,
      widths,
      body: [
        [{...caption, colSpan: table.columns.length, margin: [-sizes.gap / 2, 12, 0, 6]}, ...over],
        printHead(table, press, sizes),
        ...table.rows.map(row => printRow(row, table, press)),
      ],
    },
  };
  return {node, height: lines.reduce((sum, count) => sum + count * sizes.body * LINE + 2 * sizes.padding, 0)};
}

/** Height of a line by its size: that of the font, times the line spacing of the page. */
const LINE = 1.7;

function printHead(table: Table, press: Press, sizes: TableSizes): TableCell[] {
  return table.columns.map(({head, align}) => ({
    text: printInlines(head, press, {color: press.theme.colours.ink2.light}),
    fontSize: sizes.head,
    alignment: align === 'end' ? 'right' : 'left',
    verticalAlignment: 'bottom',
  }));
}

function printRow(row: Row, table: Table, press: Press): TableCell[] {
  return row.cells.map((cell, i) => ({
    ...nameOf(placeOf(row, cell, i, press), press),
    text: printInlines(cell.content, press, row.marked ? {bold: true} : {}),
    alignment: table.columns[i]?.align === 'end' ? 'right' : 'left',
    ...(row.marked ? {fillColor: press.theme.colours.surface.light} : {}),
  }));
}

/** A row is reached at its first cell, unless that cell is itself pointed at: a node has one name. */
function placeOf(row: Row, cell: Cell, column: number, press: Press): string | null {
  const own = cell.id !== null && press.places.has(cell.id);
  return column === 0 && !own ? row.id : cell.id;
}

function layoutOf(table: Table, {theme}: Press, {gap, padding}: TableSizes): CustomTableLayout {
  // Lines 0 and 1 are above and below the caption, line 2 is below the heads.
  const last = table.rows.length + 2;
  return {
    hLineWidth: line => (line < 2 ? 0 : line === 2 || line === last ? 0.75 : 0.4),
    hLineColor: line => (line === 2 || line === last ? theme.colours.ink2.light : theme.colours.rule.light),
    vLineWidth: () => 0,
    // The first column starts where the text of the page starts, but a shaded row needs air.
    paddingLeft: column => (column === 0 ? gap / 2 : gap),
    paddingRight: () => gap,
    paddingTop: () => padding,
    paddingBottom: () => padding - 1,
  };
}

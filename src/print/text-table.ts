/** A table as aligned columns of text, one line a row however wide it is. */
import type {Inlines, Row, Table} from '../document.ts';

/** Aligns the columns; a `>` before a row marks the row that the report is about. */
export function alignColumns(table: Table, print: (content: Inlines) => string): string {
  const head = table.columns.map(column => print(column.head));
  const body = table.rows.map(row => row.cells.map(cell => print(cell.content)));
  const widths = head.map((_, i) => Math.max(...[head, ...body].map(row => length(row[i] ?? ''))));
  const marks = table.rows.some(row => row.marked);
  const line = (cells: readonly string[], mark: string): string =>
    ((marks ? mark : '') + cells.map((cell, i) => pad(cell, widths[i] ?? 0, table, i)).join('  ')).trimEnd();
  return [
    line(head, '  '),
    line(
      widths.map(width => '-'.repeat(width)),
      '  ',
    ),
    ...body.map((cells, i) => line(cells, markOf(table.rows[i]))),
  ].join('\n');
}

function markOf(row: Row | undefined): string {
  return row?.marked === true ? '> ' : '  ';
}

function pad(cell: string, width: number, table: Table, column: number): string {
  const space = ' '.repeat(Math.max(0, width - length(cell)));
  return table.columns[column]?.align === 'end' ? space + cell : cell + space;
}

/** Characters, not UTF-16 units. */
function length(text: string): number {
  return [...text].length;
}

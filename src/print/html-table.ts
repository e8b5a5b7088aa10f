/** A table as HTML, in a container of its own so that a wide one scrolls and the page does not. */
import type {Cell, Figures, Inlines, Row, Table} from '../document.ts';
import {lines, markup} from './escape.ts';
import type {Markup} from './escape.ts';

type Print = (content: Inlines) => Markup;

/** Prints the table, its caption and its notes; `print` prints what stands in a cell. */
export function printTable(table: Table, print: Print): Markup {
  const notes = table.notes.map(note => markup`<p class="note">${print(note)}</p>`);
  return lines([
    markup`<div class="${table.layout}">`,
    printScroller(table, print),
    ...notes,
    markup`</div>`,
  ]);
}

/** The container can be reached by keyboard: without a mouse there is no other way to scroll it. */
function printScroller(table: Table, print: Print): Markup {
  const caption = `${table.id}-caption`;
  const role = table.layout === 'matrix' ? 'region' : 'group';
  return markup`<div class="scroll" tabindex="0" role="${role}" aria-labelledby="${caption}">
<table id="${table.id}">
<caption id="${caption}"><span><span class="label">${table.label}.</span> ${print(table.title)}</span></caption>
${printFigures(table, print)}
</table>
</div>`;
}

/** Heads and rows, without the table that they stand in. */
export function printFigures(table: Figures, print: Print): Markup {
  return markup`<thead>
<tr>${table.columns.map(({head, align}) => markup`<th scope="col" class="${align}">${print(head)}</th>`)}</tr>
</thead>
<tbody>
${lines(table.rows.map(row => printRow(row, table, print)))}
</tbody>`;
}

function printRow(row: Row, table: Figures, print: Print): Markup {
  const cells = row.cells.map((cell, i) => printCell(cell, table.columns[i]?.align ?? 'start', print));
  return markup`<tr${idOf(row.id)}${row.marked ? markup` class="marked"` : null}>${cells}</tr>`;
}

function printCell(cell: Cell, align: string, print: Print): Markup {
  const id = idOf(cell.id);
  return cell.header
    ? markup`<th scope="row"${id} class="${align}">${print(cell.content)}</th>`
    : markup`<td${id} class="${align}">${print(cell.content)}</td>`;
}

function idOf(id: string | null): Markup {
  return id === null ? markup`` : markup` id="${id}"`;
}

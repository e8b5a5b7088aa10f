/** Key figures: a quiet row of tiles, each a rule, a value and what it counts. */
import type {Column, Content, ContentStack} from 'pdfmake/interfaces.js';
import type {KeyFigures} from '../document.ts';
import {textOf} from '../document.ts';
import {mostLines, widthOf} from './faces.ts';
import {printInlines} from './pdf-inline.ts';
import {innerSize} from './pdf-page.ts';
import type {Press, Printed, Tagged} from './pdf-press.ts';

type Item = KeyFigures['items'][number];

/** Up to four figures stand in a row; more are spread over rows of equal length. */
export function printKeyFigures({items}: KeyFigures, press: Press): Printed {
  const perRow = Math.ceil(items.length / Math.ceil(items.length / 4));
  const width = (innerSize(press.orientation).width - (perRow - 1) * GUTTER) / perRow;
  const rows = items
    .filter((_, i) => i % perRow === 0)
    .map((_, row) => items.slice(row * perRow, (row + 1) * perRow));
  const nodes = rows.map(row => printRow(row, width, press));
  const list: Tagged<ContentStack> = {stack: nodes, tag: 'L', numbering: 'None'};
  return {
    nodes: [list],
    height: rows.reduce((sum, row) => sum + Math.max(...row.map(item => heightOf(item, width, press))), 0),
  };
}

/** Between tiles, in pt. */
const GUTTER = 18;

function printRow(row: readonly Item[], width: number, press: Press): Content {
  return {columns: row.map(item => printTile(item, width, press)), columnGap: GUTTER, margin: [0, 0, 0, 14]};
}

function printTile({value, label}: Item, width: number, press: Press): Column {
  const lineColor = press.theme.colours.ink.light;
  const rule: Tagged<Content> = {
    canvas: [{type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1, lineColor}],
    tag: 'Artifact',
  };
  const words: Tagged<ContentStack> = {
    stack: [
      {text: printInlines(value, press), style: 'value'},
      {text: printInlines(label, press), style: 'label'},
    ],
    tag: 'LBody',
  };
  const tile: Tagged<ContentStack> = {stack: [rule, words], tag: 'LI'};
  return {...tile, width};
}

function heightOf({value, label}: Item, width: number, {faces}: Press): number {
  const values = mostLines(widthOf(textOf(value), faces.bold, 17), width) * 17;
  const labels = mostLines(widthOf(textOf(label), faces.regular, 8.5), width) * 8.5;
  return (values + labels) * 1.7 + 20;
}

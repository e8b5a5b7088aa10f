/** Blocks -> pdfmake nodes, each made new, and how much room they may take. */
import type {Content, ContentText} from 'pdfmake/interfaces.js';
import {never, textOf} from '../document.ts';
import type {Block, Figure, Heading, Inlines, List, Paragraph, Table} from '../document.ts';
import {mostLines, widthOf} from './faces.ts';
import {printPicture} from './pdf-figure.ts';
import {printInlines} from './pdf-inline.ts';
import {printKeyFigures} from './pdf-key-figures.ts';
import {innerSize} from './pdf-page.ts';
import {nameOf, together} from './pdf-press.ts';
import type {Press, Printed} from './pdf-press.ts';
import {printTable} from './pdf-table.ts';

/** Prints one block. Throws when a table or chart is larger than the page. */
export function printBlock(block: Block, press: Press): Printed {
  switch (block.kind) {
    case 'heading':
      return printHeading(block, press);
    case 'paragraph':
      return printText(block.content, block.role, press);
    case 'note':
      return printText(block.content, 'note', press);
    case 'key-figures':
      return printKeyFigures(block, press);
    case 'figure':
      return printFigure(block, press);
    case 'table':
      return printWholeTable(block, press);
    case 'list':
      return printList(block, press);
    default:
      return never(block);
  }
}

function printHeading({level, id, content}: Heading, press: Press): Printed {
  const parent = press.places.get(press.parents.get(id) ?? '');
  const node: Content = {
    ...nameOf(id, press),
    text: printInlines(content, press),
    style: `heading${level}`,
    headlineLevel: level,
    outline: true,
    // Without it the bookmark of a text made of fragments reads "[object Object]".
    outlineText: textOf(content),
    outlineExpanded: level === 1,
    ...(parent === undefined ? {} : {outlineParentId: parent}),
  };
  return {nodes: [node], height: heightOf(textOf(content), 22, press)};
}

function printText(content: Inlines, style: Paragraph['role'] | 'note', press: Press): Printed {
  return {
    nodes: [{text: printInlines(content, press), style}],
    height: heightOf(textOf(content), 10.5, press),
  };
}

function printFigure(figure: Figure, press: Press): Printed {
  const {nodes, height} = together([
    printCaption(figure, press),
    printPicture(figure, press),
    ...figure.notes.map(note => printText(note, 'note', press)),
  ]);
  return {nodes: [{stack: nodes, margin: [0, 0, 0, 12]}], height: height + 12};
}

function printWholeTable(table: Table, press: Press): Printed {
  const {node, height} = printTable(table, press, innerSize(press.orientation).width);
  return together([
    printCaption(table, press),
    {nodes: [node], height},
    ...table.notes.map(note => printText(note, 'note', press)),
  ]);
}

function printCaption({id, label, title}: Figure | Table, press: Press): Printed {
  const name = {text: `${label}. `, color: press.theme.colours.ink2.light};
  const node: ContentText = {
    ...nameOf(id, press),
    text: [name, ...printInlines(title, press, {bold: true})],
    style: 'caption',
  };
  return {nodes: [node], height: heightOf(name.text + textOf(title), 10, press)};
}

function printList({ordered, items}: List, press: Press): Printed {
  const {nodes, height} = together(items.map(item => printText(item, 'text', press)));
  const entries = items.map(item => ({text: printInlines(item, press), style: 'item'}));
  return {
    nodes: [ordered ? {ol: entries, style: 'list'} : {ul: entries, style: 'list'}],
    height: height + nodes.length,
  };
}

/** The most that a text can take, with the space around it. Both font and line spacing are 1.3 at most. */
function heightOf(text: string, size: number, {faces, orientation}: Press): number {
  const column = innerSize(orientation).width - 70;
  return mostLines(widthOf(text, faces.bold, size), column) * size * 1.7 + 20;
}

/** Blocks -> pdfmake nodes, each made new, and how much room they may take. */
import type {Content, ContentStack, ContentText} from 'pdfmake/interfaces.js';
import {never, textOf} from '../document.ts';
import type {Block, Figure, Heading, Inlines, List, Paragraph, Table} from '../document.ts';
import {mostLines, widthOf} from './faces.ts';
import {printPicture} from './pdf-figure.ts';
import {printInlines} from './pdf-inline.ts';
import {printKeyFigures} from './pdf-key-figures.ts';
import {innerSize} from './pdf-page.ts';
import {nameOf, together} from './pdf-press.ts';
import type {Press, Printed, Tagged} from './pdf-press.ts';
import {type Caption, printTable} from './pdf-table.ts';
import type {Marked} from './structure.ts';

/** Prints one block. Throws when a table or chart is larger than the page. */
export function printBlock(block: Block, press: Press): Printed {
  switch (block.kind) {
    case 'heading':
      return printHeading(block, press);
    case 'paragraph':
      return printText(block.content, block.role, press);
    case 'note':
      return printText(block.content, 'remark', press);
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

function printText(content: Inlines, style: Paragraph['role'] | 'note' | 'remark', press: Press): Printed {
  const node: Tagged<ContentText> = {
    text: printInlines(content, press),
    style,
    ...(style === 'note' || style === 'remark' ? {tag: 'Note'} : {}),
  };
  return {
    nodes: [node],
    height: heightOf(textOf(content), 10.5, press),
  };
}

function printFigure(figure: Figure, press: Press): Printed {
  const caption = printCaption(figure, press);
  const {nodes, height} = together([
    {nodes: [caption.node], height: caption.height},
    printPicture(figure, press),
    ...figure.notes.map(note => printText(note, 'note', press)),
  ]);
  const group: Tagged<ContentStack> = {stack: nodes, margin: [0, 0, 0, 12], tag: 'Sect'};
  return {nodes: [group], height: height + 12};
}

/** The caption is the table's first head row, so that it stands again where the table runs on. */
function printWholeTable(table: Table, press: Press): Printed {
  const caption = printCaption(table, press);
  const {node, height} = printTable(table, caption.node, press, innerSize(press.orientation).width);
  return together([
    {nodes: [node], height: height + caption.height},
    ...table.notes.map(note => printText(note, 'note', press)),
  ]);
}

function printCaption(
  block: Figure | Table,
  press: Press,
): {readonly node: Caption; readonly height: number} {
  const {id, label, title} = block;
  const name = {text: `${label}. `, color: press.theme.colours.ink2.light};
  const fragments: Marked[] = [name, ...printInlines(title, press, {bold: true})];
  const continued = block.kind === 'table' ? block.continued : undefined;
  const node: Caption = {
    ...nameOf(id, press),
    text: fragments.map((fragment, i) => ({
      ...fragment,
      ...(continued === undefined ? {} : {continued: i === 0 ? continued : ''}),
    })),
    style: 'caption',
    tag: 'Caption',
  };
  return {node, height: heightOf(name.text + textOf(title), 10, press)};
}

/** The sign before each item is text of its own, which the structure calls its label. */
function printList({ordered, items}: List, press: Press): Printed {
  const {nodes, height} = together(items.map(item => printText(item, 'text', press)));
  const entries = items.map((item, i): Tagged<Content> => {
    const label: Tagged<ContentText> = {text: [{text: ordered ? `${i + 1}.` : '\u2022'}], tag: 'Lbl'};
    const body: Tagged<ContentText> = {text: printInlines(item, press), tag: 'LBody'};
    return {columns: [{...label, width: ordered ? 16 : 11}, body], style: 'item', tag: 'LI'};
  });
  const list: Tagged<ContentStack> = {
    stack: entries,
    style: 'list',
    tag: 'L',
    numbering: ordered ? 'Decimal' : 'Disc',
  };
  return {nodes: [list], height: height + nodes.length};
}

/** The most that a text can take, with the space around it. Both font and line spacing are 1.3 at most. */
function heightOf(text: string, size: number, {faces, orientation}: Press): number {
  const column = innerSize(orientation).width - 70;
  return mostLines(widthOf(text, faces.bold, size), column) * size * 1.7 + 20;
}

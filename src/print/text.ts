/**
 * Document -> plain text that looks like Markdown: for goldens, diffs, terminals and people.
 * Words only: nothing is lost but colour and pictures, and of a picture its description is printed.
 */
import {never, textOf} from '../document.ts';
import type {Block, Document, Figure, Inline, Inlines, List, Table} from '../document.ts';
import {alignColumns} from './text-table.ts';

/** Prints the report as text: one blank line between blocks, paragraphs wrapped at 88 characters. */
export function printText(document: Document): string {
  const blocks = document.sections.flatMap(section => section.blocks);
  return `${blocks.map(printBlock).join('\n\n')}\n`;
}

function printBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${printInlines(block.content)}`;
    case 'paragraph':
    case 'note':
      return wrap(printInlines(block.content));
    case 'key-figures':
      return block.items
        .map(item => wrap(`- ${printInlines(item.value)}: ${printInlines(item.label)}`, '  '))
        .join('\n');
    case 'figure':
      return printFigure(block);
    case 'table':
      return printTable(block);
    case 'list':
      return printList(block);
    default:
      return never(block);
  }
}

function printFigure(figure: Figure): string {
  const alt = wrap(`[${printInlines(figure.alt)}]`);
  return [printCaption(figure), alt, ...figure.notes.map(note => wrap(printInlines(note)))].join('\n\n');
}

function printTable(table: Table): string {
  return [
    printCaption(table),
    alignColumns(table, printInlines),
    ...table.notes.map(note => wrap(printInlines(note))),
  ].join('\n\n');
}

function printCaption({label, title}: {readonly label: string; readonly title: Inlines}): string {
  return wrap(`${label}. ${textOf(title)}`);
}

function printList(list: List): string {
  return list.items
    .map((item, i) => {
      const mark = list.ordered ? `${i + 1}. ` : '- ';
      return wrap(mark + printInlines(item), ' '.repeat(mark.length));
    })
    .join('\n');
}

function printInlines(content: Inlines): string {
  return content.map(printInline).join('');
}

function printInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'quantity':
      return inline.text;
    case 'strong':
      return `**${printInlines(inline.content)}**`;
    case 'emphasis':
      return `*${printInlines(inline.content)}*`;
    case 'link':
      return `[${printInlines(inline.content)}](${inline.href})`;
    case 'reference':
    case 'sentence':
    case 'span':
      return printInlines(inline.content);
    default:
      return never(inline);
  }
}

const WIDTH = 88;

/** What Markdown would read as a list, heading or quotation at the start of a line. */
const MARK = /^(?:[-+*>]|#+|\d+\.)$/;

/** Breaks at plain spaces only, so that a number with its no-break space stays whole. */
function wrap(text: string, indent = ''): string {
  const [first = '', ...words] = text.split(' ');
  return words.reduce((lines, word) => {
    const last = lines.slice(lines.lastIndexOf('\n') + 1);
    const fits = MARK.test(word) || [...last, ...word].length < WIDTH;
    return fits ? `${lines} ${word}` : `${lines}\n${indent}${word}`;
  }, first);
}

// Blocks of an outline -> elements of @react-pdf/renderer.
import {Image, Link, Text, View} from '@react-pdf/renderer';
import {createElement as h} from 'react';

const BOLD = {fontWeight: 700};
const HEADINGS = [20, 14, 12];
const NOTE = {fontSize: 8.5};

/** @param {import('./outline.mjs').Block} block */
export function drawn(block) {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.content, {...BOLD, fontSize: HEADINGS[block.level - 1], marginTop: 8});
    case 'paragraph':
      return paragraph(block.content);
    case 'note':
      return paragraph(block.content, NOTE);
    case 'key-figures':
      return block.items.map(({value, label}, key) =>
        h(View, {key, style: {flexDirection: 'row', gap: 6}}, paragraph(value, BOLD), paragraph(label)),
      );
    case 'list':
      return block.items.map((item, key) => paragraph([BULLET, ...item], {}, key));
    case 'figure':
      return figure(block);
    case 'table':
      return table(block);
  }
}

const BULLET = {text: '• ', strong: false, href: null};

const paragraph = (content, style = {}, key = undefined) =>
  h(Text, {key, style: {marginBottom: 6, ...style}}, inline(content));

const inline = pieces =>
  pieces.map(({text, strong, href}, key) => {
    const style = strong ? BOLD : {};
    return href === null ? h(Text, {key, style}, text) : h(Link, {key, src: href, style}, text);
  });

const notesOf = ({notes}) => notes.map((note, key) => paragraph(note, NOTE, `note-${key}`));

/** A title stays with its picture. */
function figure({title, svg, width, height, notes}) {
  const picture = h(Image, {src: svg, style: {width, height}});
  return [h(View, {key: 'figure', wrap: false}, paragraph(title), picture), ...notesOf({notes})];
}

function table({isMatrix, title, columns, rows, notes}) {
  const styles = columns.map(({align}, at) => ({
    padding: 1.5,
    textAlign: align === 'end' ? 'right' : 'left',
    // A matrix has room for names on one line, any other table for a first column of texts.
    flexGrow: at > 0 ? 1 : isMatrix ? 0 : 4,
    flexBasis: at === 0 && isMatrix ? 74 : 0,
  }));
  const line = {flexDirection: 'row', borderBottomWidth: 0.5, fontSize: isMatrix ? 5.5 : 9};
  const row = (cells, key, more) =>
    h(
      View,
      {key, wrap: false, style: line, ...more},
      cells.map((content, at) => h(Text, {key: at, style: styles[at]}, inline(content))),
    );
  const marked = cells => cells.map(cell => cell.map(piece => ({...piece, strong: true})));
  return [
    paragraph(title, {}, 'title'),
    row(
      columns.map(({head}) => head),
      'head',
      {fixed: true},
    ),
    ...rows.map((each, key) => row(each.marked ? marked(each.cells) : each.cells, key)),
    ...notesOf({notes}),
  ];
}

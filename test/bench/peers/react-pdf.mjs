// A child of the benchmark: @react-pdf/renderer prints a report. It is given the SVG files and draws them itself.
//   node react-pdf.mjs OUTLINE OUT
import {readFileSync} from 'node:fs';
import {Document, Font, Image, Link, Page, renderToFile, Text, View} from '@react-pdf/renderer';
import {createElement as h} from 'react';

const [input, out] = process.argv.slice(2);
const {lang, title, head, foot, family, fonts, sections} = JSON.parse(readFileSync(input, 'utf8'));

Font.register({
  family,
  fonts: [{src: fonts.regular}, {src: fonts.bold, fontWeight: 700}],
});
Font.registerHyphenationCallback(word => [word]);

const BOLD = {fontWeight: 700};

const inline = pieces =>
  pieces.map(({text, strong, href}, key) =>
    href === null
      ? h(Text, {key, style: strong ? BOLD : {}}, text)
      : h(Link, {key, src: href, style: strong ? BOLD : {}}, text),
  );

const paragraph = (content, style = {}, key = undefined) =>
  h(Text, {key, style: {marginBottom: 6, ...style}}, inline(content));

const notes = block => block.notes.map((note, key) => paragraph(note, {fontSize: 8.5}, `note-${key}`));

function table({isMatrix, title, columns, rows, ...block}) {
  const size = isMatrix ? {fontSize: 5.5} : {fontSize: 9};
  const cell = (content, at, style) =>
    h(
      Text,
      {
        key: at,
        style: {
          // A matrix has room for names on one line, any other table for a first column of texts.
          flexGrow: at > 0 ? 1 : isMatrix ? 0 : 4,
          flexBasis: at === 0 && isMatrix ? 74 : 0,
          padding: 1.5,
          textAlign: columns[at].align === 'end' ? 'right' : 'left',
          ...style,
        },
      },
      inline(content),
    );
  const row = (cells, style, key, fixed = false) =>
    h(
      View,
      {key, fixed, wrap: false, style: {flexDirection: 'row', borderBottomWidth: 0.5, ...size}},
      cells.map((content, at) => cell(content, at, style)),
    );
  return [
    paragraph(title, {}, 'title'),
    row(
      columns.map(column => column.head),
      {},
      'head',
      true,
    ),
    ...rows.map(({marked, cells}, key) => row(cells, marked ? BOLD : {}, key)),
    ...notes(block),
  ];
}

function printed(block) {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.content, {...BOLD, fontSize: [20, 14, 12][block.level - 1], marginTop: 8});
    case 'paragraph':
      return paragraph(block.content);
    case 'note':
      return paragraph(block.content, {fontSize: 8.5});
    case 'key-figures':
      return block.items.map(({value, label}, key) =>
        h(View, {key, style: {flexDirection: 'row', gap: 6}}, paragraph(value, BOLD), paragraph(label)),
      );
    case 'list':
      return block.items.map((item, key) =>
        paragraph([{text: '• ', strong: false, href: null}, ...item], {}, key),
      );
    case 'figure': {
      const {svg, width, height} = block;
      return [
        h(
          View,
          {key: 'figure', wrap: false},
          paragraph(block.title),
          h(Image, {src: svg, style: {width, height}}),
        ),
        ...notes(block),
      ];
    }
    case 'table':
      return table(block);
  }
}

const running = {position: 'absolute', fontSize: 8, left: 40, right: 40};
const pages = sections.map(({orientation, blocks}, key) =>
  h(
    Page,
    {
      key,
      size: 'A4',
      orientation,
      style: {
        fontFamily: family,
        fontSize: 10.5,
        lineHeight: 1.3,
        paddingVertical: 46,
        paddingHorizontal: orientation === 'portrait' ? 40 : 30,
      },
    },
    h(Text, {
      key: 'head',
      fixed: true,
      style: {...running, top: 22},
      render: ({pageNumber}) => (pageNumber === 1 ? '' : head),
    }),
    ...blocks.map((block, at) => h(View, {key: at}, printed(block))),
    h(Text, {
      key: 'foot',
      fixed: true,
      // A text that is only known when pages are is not drawn at the bottom.
      style: {...running, top: orientation === 'portrait' ? 818 : 571, textAlign: 'right'},
      render: ({pageNumber, totalPages}) =>
        foot.replace('{page}', String(pageNumber)).replace('{pages}', String(totalPages)),
    }),
  ),
);

await renderToFile(h(Document, {title, language: lang}, pages), out);

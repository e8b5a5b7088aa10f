// A child of the benchmark: @react-pdf/renderer prints a report. It is given the SVG files and draws them itself.
//   node react-pdf.mjs OUTLINE OUT
import {readFileSync} from 'node:fs';
import {Document, Font, Page, renderToFile, Text, View} from '@react-pdf/renderer';
import {createElement as h} from 'react';
import {drawn} from './react-blocks.mjs';

const [input, out] = process.argv.slice(2);
const {lang, title, head, foot, family, fonts, sections} = JSON.parse(readFileSync(input, 'utf8'));

Font.register({family, fonts: [{src: fonts.regular}, {src: fonts.bold, fontWeight: 700}]});
Font.registerHyphenationCallback(word => [word]);

const PAGES = {
  portrait: {paddingHorizontal: 40, foot: 818},
  landscape: {paddingHorizontal: 30, foot: 571},
};

const LINE = {position: 'absolute', fontSize: 8, left: 40, right: 40};

const runningHead = h(Text, {
  key: 'head',
  fixed: true,
  style: {...LINE, top: 22},
  render: ({pageNumber}) => (pageNumber === 1 ? '' : head),
});

/** Placed from the top, for at the bottom a text that is only known when pages are is not drawn. */
const runningFoot = top =>
  h(Text, {
    key: 'foot',
    fixed: true,
    style: {...LINE, top, textAlign: 'right'},
    render: ({pageNumber, totalPages}) =>
      foot.replace('{page}', String(pageNumber)).replace('{pages}', String(totalPages)),
  });

const pages = sections.map(({orientation, blocks}, key) => {
  const {foot: top, paddingHorizontal} = PAGES[orientation];
  const style = {fontFamily: family, fontSize: 10.5, lineHeight: 1.3, paddingVertical: 46, paddingHorizontal};
  const body = blocks.map((block, at) => h(View, {key: at}, drawn(block)));
  return h(Page, {key, size: 'A4', orientation, style}, runningHead, ...body, runningFoot(top));
});

await renderToFile(h(Document, {title, language: lang}, pages), out);

/** The page of the PDF: sizes and measures in pt, and the running head and foot. */
import type {
  ContentText,
  ContextPageSize,
  DynamicContent,
  Margins,
  StyleDictionary,
} from 'pdfmake/interfaces.js';
import type {Document, Section} from '../document.ts';
import type {Theme} from '../theme.ts';

type Orientation = Section['orientation'];

type Page = {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
};

/** A4. The sides leave 515 pt in portrait, which is what charts are drawn for. */
export const PAGES: Readonly<Record<Orientation, Page>> = {
  portrait: {width: 595.28, height: 841.89, side: 40, top: 46, bottom: 44},
  landscape: {width: 841.89, height: 595.28, side: 30, top: 46, bottom: 40},
};

export function marginsOf(orientation: Orientation): Margins {
  const {side, top, bottom} = PAGES[orientation];
  return [side, top, side, bottom];
}

/** Width and height of what can be printed on. */
export function innerSize(orientation: Orientation): {readonly width: number; readonly height: number} {
  const {width, height, side, top, bottom} = PAGES[orientation];
  return {width: width - 2 * side, height: height - top - bottom};
}

/** The head is left off the first page, whose title says the same. */
export function headOf(document: Document): DynamicContent {
  return (page, _pages, size) => (page === 1 ? null : runningLine(document.running.head, 'left', 22, size));
}

export function footOf(document: Document): DynamicContent {
  return (page, pages, size) => {
    const text = document.running.page.replace('{page}', String(page)).replace('{pages}', String(pages));
    return runningLine(text, 'right', 14, size);
  };
}

function runningLine(
  text: string,
  alignment: 'left' | 'right',
  top: number,
  {orientation}: ContextPageSize,
): ContentText {
  const {side} = PAGES[orientation];
  return {text, alignment, style: 'running', margin: [side, top, side, 0]};
}

/** Styles by name. Sizes in pt; there is no italic face, and none is faked. */
export function stylesOf({colours}: Theme): StyleDictionary {
  return {
    heading1: {fontSize: 22, bold: true, lineHeight: 1.15, margin: [0, 0, 0, 5]},
    heading2: {fontSize: 14, bold: true, lineHeight: 1.15, margin: [0, 14, 0, 5]},
    heading3: {fontSize: 11, bold: true, lineHeight: 1.2, margin: [0, 10, 0, 3]},
    // A line of the whole 515 pt holds a hundred characters, too many to find the next one.
    text: {margin: [0, 0, 40, 6]},
    byline: {fontSize: 9.5, color: colours.ink2.light, margin: [0, 0, 40, 10]},
    note: {fontSize: 8.5, lineHeight: 1.3, color: colours.ink2.light, margin: [0, 4, 40, 0]},
    // A note between paragraphs, which needs room on both sides.
    remark: {fontSize: 8.5, lineHeight: 1.3, color: colours.ink2.light, margin: [0, 4, 40, 2]},
    value: {fontSize: 17, bold: true, lineHeight: 1.15, margin: [0, 5, 0, 0]},
    label: {fontSize: 8.5, lineHeight: 1.25, color: colours.ink2.light},
    caption: {fontSize: 10, lineHeight: 1.25, margin: [0, 12, 0, 6]},
    list: {fontSize: 9.5, margin: [0, 0, 40, 6]},
    item: {margin: [0, 0, 0, 3]},
    plain: {fontSize: 8.5, lineHeight: 1.1},
    matrix: {fontSize: 7.5, lineHeight: 1.1},
    running: {fontSize: 8, color: colours.ink2.light},
  };
}

/**
 * Document -> pdfmake's description of a PDF. Every node is made new and met once, since pdfmake writes
 * into what it is given: make a definition for each printing.
 *
 * What pdfmake does not know but the structure tree needs stands on the nodes: see structure.ts.
 */
import type {TDocumentDefinitions} from 'pdfmake/interfaces.js';
import type {Document, Heading} from '../document.ts';
import type {Theme} from '../theme.ts';
import {anchorsOf} from './anchors.ts';
import type {Faces} from './faces.ts';
import {footOf, headOf, marginsOf, stylesOf} from './pdf-page.ts';
import {printSection} from './pdf-sections.ts';

/** Describes the PDF. Throws when a table or chart cannot fit its page, or a link leads nowhere. */
export function pdfDefinition(document: Document, theme: Theme, faces: Faces): TDocumentDefinitions {
  const headings = document.sections
    .flatMap(section => section.blocks)
    .filter(block => block.kind === 'heading');
  const press = {theme, faces, places: placesOf(document, headings), parents: parentsOf(headings)};
  return {
    pageSize: 'A4',
    pageMargins: marginsOf('portrait'),
    defaultStyle: {font: theme.fonts.family, fontSize: 10.5, lineHeight: 1.3, color: theme.colours.ink.light},
    styles: stylesOf(theme),
    header: headOf(document),
    footer: footOf(document),
    content: document.sections.map(section => printSection(section, press)),
  };
}

/**
 * Names in the PDF for headings and for whatever is pointed at. pdfkit sorts names by the reader's locale,
 * so the document's own ids could change the bytes; a number of fixed length cannot.
 */
function placesOf(document: Document, headings: readonly Heading[]): ReadonlyMap<string, string> {
  const {ids, targets} = anchorsOf(document);
  const named = ids.filter(id => targets.has(id) || headings.some(heading => heading.id === id));
  return new Map(named.map((id, i) => [id, `d${String(i + 1).padStart(4, '0')}`]));
}

/** A heading's bookmark stands under the nearest heading of a higher level before it. */
function parentsOf(headings: readonly Heading[]): ReadonlyMap<string, string> {
  return new Map(
    headings.flatMap(({id, level}, i) => {
      const parent = headings.slice(0, i).findLast(other => other.level < level);
      return parent === undefined ? [] : [[id, parent.id]];
    }),
  );
}

/** The picture of a figure, as vectors and text. */
import type {ContentSvg} from 'pdfmake/interfaces.js';
import {textOf} from '../document.ts';
import type {Figure} from '../document.ts';
import {innerSize} from './pdf-page.ts';
import type {Press, Printed} from './pdf-press.ts';
import {cannotPrint, ReportError} from '../issues.ts';

/** pdfmake passes `options` on to svg-to-pdfkit; `alt` is for the structure tree. */
type PrintedPicture = ContentSvg & {readonly alt: string; readonly options: object};

/** Prints the wide chart. Throws when it is taller than the page; pdfmake would cut it off. */
export function printPicture({wide, alt, label}: Figure, {orientation}: Press): Printed {
  const page = innerSize(orientation);
  const width = Math.min(wide.width, page.width);
  const height = (wide.height * width) / wide.width;
  const room = page.height - CAPTION;
  if (height > room)
    throw new ReportError([
      cannotPrint(
        `${label} is ${Math.ceil(height)} pt high and its page has ${Math.floor(room)}: draw it lower`,
      ),
    ]);
  const node: PrintedPicture = {svg: wide.svg, width, alt: textOf(alt), options: refusals(label)};
  return {nodes: [node], height};
}

/** Room for a caption of two lines and a note, in pt. */
const CAPTION = 70;

/** What svg-to-pdfkit would leave out with a warning is an error; a picture could be any file of the reader's. */
function refusals(label: string): {
  warningCallback: (what: unknown) => never;
  imageCallback: (what: unknown) => never;
} {
  const refuse = (what: unknown): never => {
    throw new ReportError([cannotPrint(`${label} cannot be printed: ${String(what)}`)]);
  };
  return {warningCallback: refuse, imageCallback: refuse};
}

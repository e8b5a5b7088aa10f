/** What can be wrong with a PDF as such. */
import type {Fault} from './faults.ts';
import {fold} from './passage.ts';
import type {Drawn, Piece} from './pdf-drawn.ts';
import type {Elements} from './pdf-elements.ts';
import {allIn, type Branch, isLeaf} from './pdf-tree.ts';

/** pdf.js mends a file that breaks off, as far as it can; what is gone it does not tell. */
export function brokenOff(bytes: Uint8Array): readonly Fault[] {
  const end = Buffer.from(bytes.subarray(-ROOM_AT_END)).toString('latin1');
  return /%%EOF\s*$/.test(end) ? [] : [faultOn(1, 'The file breaks off: its end is not that of a PDF')];
}

/** A few blanks or line ends may follow the mark at the end. */
const ROOM_AT_END = 32;

/** What shows in a file as such that somebody has been at it. */
export function addedFaults(bytes: Uint8Array): readonly Fault[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return [
    // Programs that edit a PDF leave it as it is and write what is new at its end.
    ...(source.split('startxref').length > 2
      ? [faultOn(1, 'The file was added to after it was printed')]
      : []),
    ...STRANGE.filter(([name]) => name.test(source)).map(([, thing]) => faultOn(1, `No report has ${thing}`)),
  ];
}

/** By the name that it has in a file. */
const STRANGE = [
  [/\/ActualText\b/, 'words that are read out in place of those that are drawn'],
  [/\/Subtype\s*\/Image\b/, 'an image'],
  [/\/OCProperties\b/, 'layers'],
  [/\/AcroForm\b/, 'a form'],
  [/\/JavaScript\b/, 'a script'],
] as const;

/** What is wrong with what is drawn on a page: of each kind the first, and how many more there are. */
export function drawnFaults(drawn: Drawn, tree: Branch | null): readonly Fault[] {
  const {page, marked, artifacts, stray} = drawn;
  const read = new Set(tree ? allIn(tree).flatMap(contentsOf) : []);
  const unread = [...marked].filter(([content]) => !read.has(content)).map(([, pieces]) => pieces);
  const outside = [stray, ...(tree ? unread : [])].map(pieces => fold(pieces.join(''))).filter(Boolean);
  const gone = [...read].filter(content => !marked.has(content));
  const unmapped = [stray, ...artifacts, ...marked.values()].flat().filter(hasUnmapped);
  return [
    ...(tree ? [] : [faultOn(page, 'The page has no structure')]),
    ...summed(page, 'Text stands outside the structure', outside),
    ...summed(page, 'The structure has content that the page lacks', gone),
    ...summed(page, 'A glyph stands for no character', unmapped),
  ];
}

const contentsOf = ({kids}: Branch) => kids.filter(isLeaf).map(({content}) => content);

/** A glyph without a character comes out as its own number; the glyph for what a font lacks has number 0. */
const hasUnmapped = (piece: Piece) => /[\p{Cc}\p{Co}\p{Cs}\ufffd]/u.test(piece.replace(/\n$/, ''));

function summed(page: number, problem: string, cases: readonly string[]): readonly Fault[] {
  const [first] = cases;
  if (first === undefined) return [];
  const more = cases.length > 1 ? `, and ${cases.length - 1} more` : '';
  return [faultOn(page, `${problem}: ${JSON.stringify(first)}${more}`)];
}

/** What is wrong with the structure of the whole file. */
export function structureFaults(root: Branch, {owners}: Elements): readonly Fault[] {
  const elements = allIn(root);
  const strange = elements.filter(({role}) => !ROLES.has(role));
  const described = elements.filter(({role, alt}) => alt !== '' && role !== 'Figure');
  const unfollowed = elements.find(each => contentsOf(each).some(content => !owners.has(content)));
  return [
    ...strange.map(({role, page}) => faultOn(page, `No report has an element ${role}`)),
    ...described.map(({role, page}) => faultOn(page, `No report has a description of ${role}`)),
    ...(unfollowed
      ? [faultOn(unfollowed.page, 'It cannot be told which elements go on from one page to the next')]
      : []),
  ];
}

/** What src/print writes, and the root that pdf.js puts above it. */
const ROLES: ReadonlySet<string> = new Set(
  'Root Document H1 H2 H3 P Note L LI Lbl LBody Sect Caption Figure Table THead TBody TR TH TD Link Span'.split(
    ' ',
  ),
);

export function faultOn(page: number, problem: string): Fault {
  return {problem, place: {page}};
}

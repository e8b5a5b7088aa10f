/**
 * HTML -> a tree of its elements and texts, each with its line.
 *
 * The tree is our own, since a page that was cut off or that is too deep must be told from a whole one: a
 * parser's tree closes in silence whatever is open.
 */
import {Parser} from 'htmlparser2';
import {type Fault, fault} from './faults.ts';

export type Node = Element | Text;

export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly children: readonly Node[];
};

export type Text = {readonly text: string; readonly line: number};

/** `top` holds what stands outside of all elements; `faults` say where the page breaks off. */
export type Tree = {readonly top: Element; readonly faults: readonly Fault[]};

/** A page of ours is some two dozens deep. One that is deeper than this is not read to its end. */
const DEEPEST = 100;

/** Fed piece by piece, so that reading can stop. */
const PIECE = 16_384;

/** Elements whose words do not stand in the page: not before someone acts, or never. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'template', 'button', 'dialog']);

type Growing = Element & {readonly children: Node[]};

/** A page while it is read: what is open, and what has come to pass. */
type Page = {readonly open: Growing[]; readonly faults: Fault[]; isTooDeep: boolean; isClosed: boolean};

/** Reads a page, whatever is in it. */
export const readTree = (source: string): Tree => treeOf(withoutVega(source), false);

/** Reads a part of a page, which has no end of its own. */
export const readPart = (source: string): Tree => treeOf(source, true);

/**
 * Vega itself is two fifths of a page, and nobody reads it there: its lines are left empty. What might end its script
 * elsewhere than here is left to the parser.
 */
function withoutVega(source: string): string {
  const tag = '<script data-name="vega">';
  const start = source.indexOf(tag) + tag.length;
  const end = source.indexOf('</script>', start);
  if (start < tag.length || end < 0) return source;
  const code = source.slice(start, end);
  if (/<!--|<\/?script/i.test(code)) return source;
  return source.slice(0, start) + code.replace(/[^\n]+/g, '') + source.slice(end);
}

function treeOf(source: string, isClosed: boolean): Tree {
  const lineAt = lineCounter(source);
  const top = growing('', {}, 1);
  const page: Page = {open: [top], faults: [], isTooDeep: false, isClosed};
  const parser = new Parser({
    onopentag: (name, attributes) => open(page, growing(name, attributes, lineAt(parser.startIndex))),
    ontext: text => page.open.at(-1)!.children.push({text, line: lineAt(parser.startIndex)}),
    onclosetag: (name, isImplied) => {
      page.open.pop();
      page.isClosed ||= name === 'html' && !isImplied;
    },
    oncomment: words => {
      // A browser ends such a comment at its first >, and shows the rest.
      if (words.startsWith('[CDATA['))
        page.faults.push(fault('No report has a CDATA section', lineAt(parser.startIndex)));
    },
  });
  for (let at = 0; at < source.length && !page.isTooDeep; at += PIECE)
    parser.write(source.slice(at, at + PIECE));
  if (!page.isTooDeep) parser.end();
  return {top, faults: faultsOf(page, lineAt(parser.startIndex))};
}

const growing = (name: string, attributes: Element['attributes'], line: number): Growing => ({
  name,
  attributes,
  line,
  children: [],
});

function open(page: Page, element: Growing): void {
  page.isTooDeep ||= page.open.length > DEEPEST;
  if (!page.isTooDeep) page.open.at(-1)!.children.push(element);
  page.open.push(element);
}

function faultsOf({faults, isTooDeep, isClosed}: Page, end: number): readonly Fault[] {
  if (isTooDeep) return [...faults, fault(`More than ${DEEPEST} elements stand inside each other`, end)];
  return isClosed ? faults : [...faults, fault('The page breaks off: its end, </html>, is missing', end)];
}

/** The tree of what a reader of the page gets to see. */
export const seenIn = (top: Element): Element => ({...top, children: without(top.children, isUnread)});

/** Nodes without the elements that are not wanted, however deep these stand. */
export function without(nodes: readonly Node[], unwanted: (element: Element) => boolean): readonly Node[] {
  return nodes
    .filter(node => !isElement(node) || !unwanted(node))
    .map(node => (isElement(node) ? {...node, children: without(node.children, unwanted)} : node));
}

const isUnread = ({name, attributes}: Element): boolean =>
  UNREAD.has(name) || 'hidden' in attributes || 'popover' in attributes;

/** The line of an offset, for offsets that do not decrease; one that does gets the line of the one before. */
function lineCounter(source: string): (offset: number) => number {
  let line = 1;
  let next = source.indexOf('\n');
  return offset => {
    while (next >= 0 && next < offset) {
      line++;
      next = source.indexOf('\n', next + 1);
    }
    return line;
  };
}

/** The link by which a reader skips to the content: what a body begins with, if it is that. */
export function skipLinkIn(body: Element): Element | null {
  const first = body.children.find(node => isElement(node) || /[^ \t\n\r\f]/.test(node.text));
  return first && isElement(first) && first.name === 'a' && hasClass(first, 'skip') ? first : null;
}

/** All elements below some nodes that `wanted` holds for, in order; those inside of such included. */
export function elementsIn(nodes: readonly Node[], wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  collect(nodes, wanted, found);
  return found;
}

/** Into one list: pages have thousands of elements, and are gone through often. */
function collect(nodes: readonly Node[], wanted: (element: Element) => boolean, found: Element[]): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (wanted(node)) found.push(node);
    collect(node.children, wanted, found);
  }
}

export function isElement(node: Node): node is Element {
  return 'name' in node;
}

export function hasClass({attributes}: Element, name: string): boolean {
  return (attributes['class'] ?? '').split(/\s+/).includes(name);
}

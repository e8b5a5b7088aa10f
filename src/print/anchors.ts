/**
 * The places of a document that something can point at, and what points at them.
 * Both HTML and PDF go to nowhere in silence when a place is missing, so it is checked here.
 */
import {contentsOf, isSafeHref} from '../document.ts';
import type {Block, Document, Inline, Inlines} from '../document.ts';
import {cannotPrint, ReportError} from '../issues.ts';

/** The places, in document order, and the ids that quantities and references point at. */
export type Anchors = {readonly ids: readonly string[]; readonly targets: ReadonlySet<string>};

/** Throws when two places share an id, or when something points at an id that is not there. */
export function anchorsOf(document: Document): Anchors {
  const blocks = document.sections.flatMap(section => section.blocks);
  const ids = blocks.flatMap(idsOf);
  const targets = new Set(blocks.flatMap(contentsOf).flatMap(targetsOf));
  checkAnchors(ids, targets);
  return {ids, targets};
}

function checkAnchors(ids: readonly string[], targets: ReadonlySet<string>): void {
  const known = new Set<string>();
  for (const id of ids) {
    if (known.has(id)) throw new Error(`Two places of the document have the id "${id}"`);
    known.add(id);
  }
  for (const target of targets)
    if (!known.has(target))
      throw new Error(`The document points at "${target}", but no block, row or cell has that id`);
}

function idsOf(block: Block): string[] {
  const own = 'id' in block ? [block.id] : [];
  const rows = block.kind === 'table' ? block.rows : [];
  const inside = rows.flatMap(row => [row.id, ...row.cells.map(cell => cell.id)]);
  return [...own, ...inside.filter(id => id !== null)];
}

function targetsOf(content: Inlines): string[] {
  return content.flatMap((inline: Inline) => {
    const own = 'target' in inline && inline.target !== null ? [inline.target] : [];
    return 'content' in inline ? [...own, ...targetsOf(inline.content)] : own;
  });
}

/** The address of a link, for printers that make links. @throws ReportError `cannot-print` where it is unsafe */
export function safeHref(href: string): string {
  if (isSafeHref(href)) return href;
  throw new ReportError([cannotPrint(`A link leads to "${href}"; only http, https and mailto are allowed`)]);
}

/**
 * Shapes -> groups: figures that belong together, and the lines that stand between them.
 */
import {isFilled, type Token} from './cells.ts';
import {labelKey} from './known.ts';
import {isCode, isNameWord, isTotalWord} from './names.ts';
import type {Shape} from './shapes.ts';

/** Figures that stand together, with the label on their own line if there is one. */
export type Group = {
  readonly label: readonly Token[];
  readonly cells: Token[];
  readonly isDelimited: boolean;
  /** The first and the last of its lines, by index. */
  readonly start: number;
  end: number;
};

/** `gaps[g]` holds the lines before group g; the last gap those after all groups. */
export type Groups = {readonly groups: readonly Group[]; readonly gaps: readonly (readonly Shape[])[]};

/** Whether counties bear numbers: most labels begin with one, or many where names stand on lines of their own. */
export function isCoded(shapes: readonly Shape[]): boolean {
  const labelled = shapes.filter(({kind, label}) => kind !== 'text' && label.length > 0);
  const codes = labelled.map(({label}) => label[0]!).filter(isCode);
  // Titles and notes may have a number too, but of one digit.
  const long = codes.filter(({place}) => place.text.length > 1).length;
  return codes.length >= 2 && (codes.length * 2 >= labelled.length || long * 4 >= labelled.length);
}

/** Numbers side by side that go up are heads: those of counties, all known as such, or of columns, from one on. */
function withNumberHeads(shapes: readonly Shape[]): readonly Shape[] {
  const codes = new Set(shapes.flatMap(({label}) => label.filter(isCode).map(({place}) => place.text)));
  const isHeads = ({kind, cells}: Shape) => {
    const texts = cells.filter(token => token.kind !== 'blank').map(({place}) => place.text);
    if (kind !== 'cells' || texts.length < 2) return false;
    const goUp = texts.every((text, at) => at === 0 || Number(text) > Number(texts[at - 1]));
    const areColumns = texts.length > 2 && texts.every((text, at) => text === String(at + 1));
    return areColumns || (goUp && texts.every(text => codes.has(text)));
  };
  return shapes.map(shape => (isHeads(shape) ? {...shape, kind: 'text'} : shape));
}

/**
 * Where the figures of a row stand on one line, a line with one number is none of it: the number of a page.
 */
function withoutPageNumbers(shapes: readonly Shape[], hasCodes: boolean): readonly Shape[] {
  const count = (wanted: Shape['kind']) => shapes.filter(({kind}) => kind === wanted).length;
  if (count('row') <= 2 * count('cells')) return shapes;
  const isLone = ({kind, cells, line}: Shape, at: number) =>
    kind === 'cells' &&
    !line.isDelimited &&
    cells.filter(token => token.kind !== 'blank').length === 1 &&
    !(hasCodes && isLoneCode(shapes, at, true));
  return shapes.map((shape, at) => (isLone(shape, at) ? {...shape, kind: 'text'} : shape));
}

/** Figures that follow on from line to line are one row's; all other lines stand between the rows. */
export function groupsOf(found: readonly Shape[], hasCodes: boolean): Groups {
  const shapes = withNumberHeads(withoutPageNumbers(found, hasCodes));
  const groups: Group[] = [];
  const gaps: Shape[][] = [[]];
  shapes.forEach((shape, at) => {
    const {kind, label, cells, line} = shape;
    if (kind === 'label' || kind === 'text') gaps.at(-1)!.push(shape);
    else if (hasCodes && isLoneCode(shapes, at, !groups.some(each => each.cells.length > 1)))
      gaps.at(-1)!.push({...shape, kind: 'label', label: cells, cells: []});
    else if (hasCodes && isCodeBeforeCells(shapes, at, gaps.at(-1)!)) {
      groups.push({
        label: cells.slice(0, 1),
        cells: cells.slice(1),
        isDelimited: line.isDelimited,
        start: at,
        end: at,
      });
      gaps.push([]);
    } else if (kind === 'cells' && !cells.some(({kind: each}) => each !== 'blank')) return;
    else if (kind === 'cells' && groups.length > 0 && gaps.at(-1)!.length === 0) {
      groups.at(-1)!.cells.push(...cells);
      groups.at(-1)!.end = at;
    } else {
      groups.push({label, cells: [...cells], isDelimited: line.isDelimited, start: at, end: at});
      gaps.push([]);
    }
  });
  return {groups, gaps};
}

/** A county's number on a line of its own, with its name on the next; above the rows perhaps behind others. */
function isLoneCode(shapes: readonly Shape[], at: number, isAbove: boolean): boolean {
  const {kind, cells, label, line} = shapes[at]!;
  const [only, ...others] = cells.length ? cells : label;
  if (!only || others.length || !isCode(only) || line.isDelimited || only.place.text.length < 2) return false;
  if (kind !== 'cells' && kind !== 'label') return false;
  const next = shapes[at + 1];
  if (next && next.kind !== 'text' && isName(next.label)) return true;
  // Beside its name and before the cells, as they stand across the page.
  if (next && next.cells.length > 1 && next.cells[0]!.place.column > only.place.column + 2) return true;
  // Heads that a copy has mixed up: "06", "07", "Buskerud Vestfold".
  return isAbove && next !== undefined && isLoneCode(shapes, at + 1, isAbove);
}

/** Words, and not those over the totals. */
const isName = (label: readonly Token[]) =>
  label[0] !== undefined && isNameWord(label[0]) && !isTotalWord(labelKey(label));

/** A county's number in front of its figures, with its name on the next line. */
function isCodeBeforeCells(shapes: readonly Shape[], at: number, gap: readonly Shape[]): boolean {
  const {kind, cells} = shapes[at]!;
  const [first, ...others] = cells;
  const next = shapes[at + 1];
  const isNamed = next?.kind === 'label' && isNameWord(next.label[0]!);
  if (kind !== 'cells' || !first || !isCode(first) || first.place.text.length < 2 || !isNamed) return false;
  // Where a number and perhaps a name stand above, these are figures.
  const isBelowCode = gap.some(({label}) => label.length > 0 && isCode(label[0]!)) && !gap.some(isListed);
  return others.some(isFilled) && !isBelowCode;
}

/** A head: it has a number, and a whole name with it; "10 Vest-" goes on below its figures. */
const isListed = ({label}: Shape) =>
  label.length > 1 && isCode(label[0]!) && !label.at(-1)!.place.text.endsWith('-');

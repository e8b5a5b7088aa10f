/**
 * A live chart by keyboard: one tab stop for all its marks, arrow keys from mark to mark. Left and right go in the order
 * of drawing; up and down stay in the column where the marks stand in columns.
 */
import type {Tip} from './tip.ts';

/** The marks that have a name, as Vega marks them. */
const MARKS = '[role="graphics-symbol"]';

/** Makes the marks of a chart that has just been drawn one tab stop. */
export function makeReachable(drawn: Element): void {
  drawn.querySelectorAll(MARKS).forEach((mark, at) => mark.setAttribute('tabindex', at === 0 ? '0' : '-1'));
}

/**
 * Leads from mark to mark in whatever is drawn in a place. It is the place that listens and not the picture in it:
 * Chromium takes an `<svg>` with a listener for focus for a tab stop.
 */
export function makeWalkable(place: HTMLElement, tip: Tip): void {
  place.addEventListener('focusin', ({target}) => {
    const mark = markOf(target);
    if (!mark) return;
    place.querySelector(`${MARKS}[tabindex="0"]`)?.setAttribute('tabindex', '-1');
    mark.setAttribute('tabindex', '0');
    // A click has its tooltip from the pointer.
    if (mark.matches(':focus-visible')) tip.show(mark.getAttribute('aria-label') ?? '', centreOf(mark));
  });
  place.addEventListener('focusout', tip.hide);
  place.addEventListener('keydown', event => {
    const mark = markOf(event.target);
    const next = mark && nextMark([...place.querySelectorAll<SVGElement>(MARKS)], mark, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({block: 'nearest', inline: 'nearest'});
  });
}

const markOf = (target: EventTarget | null): SVGElement | null =>
  target instanceof Element ? target.closest<SVGElement>(MARKS) : null;

function nextMark(marks: readonly SVGElement[], mark: SVGElement, key: string): SVGElement | undefined {
  const at = marks.indexOf(mark);
  switch (key) {
    case 'Home':
      return marks[0];
    case 'End':
      return marks.at(-1);
    case 'ArrowRight':
      return marks[at + 1];
    case 'ArrowLeft':
      return at > 0 ? marks[at - 1] : undefined;
    case 'ArrowDown':
      return inColumn(marks.slice(at + 1), mark) ?? marks[at + 1];
    case 'ArrowUp':
      return inColumn(marks.slice(0, at).toReversed(), mark) ?? marks[at - 1];
    default:
      return undefined;
  }
}

const inColumn = (marks: readonly SVGElement[], mark: SVGElement): SVGElement | undefined => {
  const {x} = centreOf(mark);
  return marks.find(other => Math.abs(centreOf(other).x - x) < 1);
};

function centreOf(mark: SVGElement): {readonly x: number; readonly y: number} {
  const {x, y, width, height} = mark.getBoundingClientRect();
  return {x: x + width / 2, y: y + height / 2};
}

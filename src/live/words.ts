/** The words and figures of a chart, which follow the county that it shows. */
import type {LiveChart, LiveWords} from './data.ts';

/** Puts the words of a county into a figure. */
export type Tell = (words: LiveWords) => void;

/**
 * Knows the words that a figure has now, so that its own county gets them back as they were, with the links of their
 * numbers. `own` is that county's key; null where it shows all alike.
 */
export function wordsOf(figure: HTMLElement, own: string | null): Tell {
  const title = figure.querySelector('.title');
  const picture = figure.querySelector('.picture');
  const rows = figure.querySelector('tbody');
  const notes = [...figure.querySelectorAll(':scope > .note')];
  const kept = {
    title: [...(title?.childNodes ?? [])],
    alt: picture?.ariaLabel ?? '',
    rows: [...(rows?.childNodes ?? [])],
    notes: notes.map(note => [...note.childNodes]),
  };
  return words => {
    const isOwn = words.key === own;
    title?.replaceChildren(...(isOwn ? kept.title : [words.title]));
    if (picture) picture.ariaLabel = isOwn ? kept.alt : words.alt;
    notes.forEach((note, at) => note.replaceChildren(...(isOwn ? kept.notes[at]! : [words.notes[at] ?? ''])));
    if (words.rows) rows?.replaceChildren(...(isOwn ? kept.rows : words.rows.map(rowOf)));
  };
}

/** A row like those that the page has: the name of the row, then its other cells, the last of them a number. */
function rowOf(cells: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  cells.forEach((words, at) => {
    const cell = document.createElement(at === 0 ? 'th' : 'td');
    if (at === 0) cell.scope = 'row';
    cell.className = at === cells.length - 1 ? 'end' : 'start';
    cell.textContent = words;
    row.append(cell);
  });
  return row;
}

/** Fills the list of counties and calls back when another is chosen. */
export function fillChoice(
  figure: HTMLElement,
  {choices, county}: LiveChart,
  choose: (words: LiveWords) => void,
): void {
  const select = figure.querySelector('select');
  if (!select) return;
  for (const {key, name} of choices) select.append(new Option(name, key, key === county, key === county));
  select.addEventListener('change', () => {
    const words = choices.find(({key}) => key === select.value);
    if (words) choose(words);
  });
}

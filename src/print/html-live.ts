/**
 * What a page's charts need to come alive, as data and scripts. The scripts are made from `src/live`; they draw with
 * Vega, and a page that may not run them stays what it is.
 */
import type {Figure, FigureChoice} from '../document.ts';
import {textOf} from '../document.ts';
import type {LiveData, LiveWords} from '../live/data.ts';
import {dangerouslyUnescaped, jsonElement, lines, markup} from './escape.ts';
import type {Markup} from './escape.ts';

/** The sources of two scripts: Vega, and what makes charts of a page live with it. */
export type LiveScripts = {readonly vega: string; readonly boot: string};

/** Data and scripts for all charts of a page; nothing where none of them can be live. */
export function printLive(figures: readonly Figure[], scripts: LiveScripts | null): Markup {
  const alive = figures.flatMap(({id, live}) => (live ? [{id, live}] : []));
  if (!scripts || alive.length === 0) return markup``;
  const data: LiveData = Object.fromEntries(
    alive.map(({id, live}) => [id, {...live, choices: live.choices.map(words)}]),
  );
  return lines([jsonElement('live', data), script('vega', scripts.vega), script('charts', scripts.boot)]);
}

/** Words without marks: what they say is put in the place of the report's own. */
const words = ({title, alt, notes, data, ...choice}: FigureChoice): LiveWords => ({
  ...choice,
  title: textOf(title),
  alt: textOf(alt),
  notes: notes.map(textOf),
  rows: data && data.rows.map(({cells}) => cells.map(({content}) => textOf(content))),
});

/** A script of ours; in HTML it must not name its own end. */
const script = (name: string, source: string) =>
  dangerouslyUnescaped(`<script data-name="${name}">${source.replace(/<\/(?=script)/gi, '<\\/')}</script>`);

/**
 * The shell of the HTML page: a file of markup with a closed list of slots, `{{title}}`.
 * A slot of another name, or one that the file has left out, is an error that says so, all of them at once.
 */
import {placeAt} from '../issues.ts';
import type {Markup} from './escape.ts';

/** Every slot that a page has; each must occur at least once. */
export const SLOTS = [
  'lang',
  'title',
  'description',
  'date', // the release date's meta element, or nothing
  'palette', // CSS: the theme's fonts and colours as variables
  'charts', // CSS: what recolours the charts on a dark screen
  'provenance', // where the numbers come from, as data for the page's script
  'script-sources', // what of a content security policy lets the page's script run
  'body',
] as const;

export type Slot = (typeof SLOTS)[number];

/** Fills a shell that has no problems. */
export function fillShell(shell: string, slots: Readonly<Record<Slot, Markup>>): string {
  const [first] = shellProblems(shell);
  if (first) throw new Error(`The page's shell cannot be filled: line ${first.line}: ${first.problem}`);
  return shell.replace(SLOT, (_, name: string) => slots[name.trim() as Slot].source);
}

type Problem = {readonly line: number; readonly problem: string};

/** Each unknown slot with its line, and each missing one with the last line. */
export function shellProblems(shell: string): readonly Problem[] {
  return [...unknownSlots(shell), ...missingSlots(shell)];
}

// Whatever starts like a slot is one, so that `{{title}` is found and not printed.
const SLOT = /\{\{([^{}\n]*)(?:\}\})?/g;

function unknownSlots(shell: string): readonly Problem[] {
  return [...shell.matchAll(SLOT)]
    .filter(match => !(isSlot(match[1]) && match[0].endsWith('}}')))
    .map(match => ({
      line: placeAt(shell, match.index).line,
      problem: `${match[0]} is not a slot; slots are ${SLOTS.join(', ')}`,
    }));
}

function missingSlots(shell: string): readonly Problem[] {
  const found = new Set([...shell.matchAll(SLOT)].map(match => match[1]?.trim()));
  const line = placeAt(shell, shell.length).line;
  return SLOTS.filter(slot => !found.has(slot)).map(slot => ({
    line,
    problem: `The file ends without {{${slot}}}`,
  }));
}

function isSlot(name: string | undefined): boolean {
  return SLOTS.some(slot => slot === name?.trim());
}

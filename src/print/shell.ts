/**
 * The shell of the HTML page: a file of markup with a closed list of slots, `{{title}}`.
 * A slot of another name, or one that the file has left out, is an error that says so, all of them at once.
 */
import type {Markup} from './escape.ts';

/** Every slot that a page has; each must occur at least once. */
export const SLOTS = [
  'lang',
  'title',
  'description',
  'author',
  'date', // the release date's meta element, or nothing
  'palette', // CSS: the theme's fonts and colours as variables
  'charts', // CSS: what recolours the charts on a dark screen
  'body',
] as const;

export type Slot = (typeof SLOTS)[number];

/** Fills the shell. Throws an Error that lists each unknown slot with its line, and each missing one. */
export function fillShell(shell: string, slots: Readonly<Record<Slot, Markup>>): string {
  const problems = [...unknownSlots(shell), ...missingSlots(shell)];
  if (problems.length > 0) throw new Error(`The page's shell cannot be filled:\n${problems.join('\n')}`);
  return shell.replace(SLOT, (_, name: string) => slots[name.trim() as Slot].source);
}

// Whatever starts like a slot is one, so that `{{title}` is found and not printed.
const SLOT = /\{\{([^{}\n]*)(?:\}\})?/g;

function unknownSlots(shell: string): string[] {
  return [...shell.matchAll(SLOT)]
    .filter(match => !(isSlot(match[1]) && match[0].endsWith('}}')))
    .map(
      match => `line ${lineAt(shell, match.index)}: ${match[0]} is not a slot; slots are ${SLOTS.join(', ')}`,
    );
}

function missingSlots(shell: string): string[] {
  const found = new Set([...shell.matchAll(SLOT)].map(match => match[1]?.trim()));
  const end = lineAt(shell, shell.length);
  return SLOTS.filter(slot => !found.has(slot)).map(slot => `line ${end}: the file ends without {{${slot}}}`);
}

function isSlot(name: string | undefined): boolean {
  return SLOTS.some(slot => slot === name?.trim());
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Words as they were found in a file, made into a passage. */
import type {Passage} from './reading.ts';

/** Blanks and line breaks as one space, none at the ends. A no-break space is a character like any other. */
export function fold(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');
}

/** A passage of which no more is known than its words, and the line that they begin in. */
export function plainPassage(text: string, line: number): Passage {
  return {text: fold(text), place: {line}, figures: [], sentences: [], id: null};
}

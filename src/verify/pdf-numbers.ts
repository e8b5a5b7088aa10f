/**
 * Numbers that stand close to each other in a chart, as in the cells of a grid, come out of pdf.js as one text
 * with blanks; and so does a number whose thousands are parted by a blank. Which is which the tables tell.
 */
import type {Passage, ReadBlock} from './reading.ts';

/** Takes texts of charts apart that are nothing but numbers, each of which stands in a table's cell. */
export function partNumbers(blocks: readonly ReadBlock[], cells: ReadonlySet<string>): readonly ReadBlock[] {
  const known = new Set([...cells].map(unsigned));
  return blocks.map(block => {
    if (block.kind !== 'figure') return block;
    return {...block, pictures: block.pictures.map(texts => texts.flatMap(text => part(text, known)))};
  });
}

function part(whole: Passage, known: ReadonlySet<string>): readonly Passage[] {
  const numbers = numbersIn(whole.text.split(' '), known);
  return numbers ? numbers.map(text => ({...whole, text})) : [whole];
}

/** The longest number first; null if there is a word that is none. */
function numbersIn(words: readonly string[], known: ReadonlySet<string>): readonly string[] | null {
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const sizes = [MOST_GROUPS, 3, 2, 1].filter(size => at + size <= words.length);
    const size = sizes.find(count => {
      const text = words.slice(at, at + count).join(' ');
      return /^\W?\d/.test(text) && known.has(unsigned(text));
    });
    if (size === undefined) return null;
    found.push(words.slice(at, at + size).join(' '));
    at += size;
  }
  return found;
}

/** Up to billions. */
const MOST_GROUPS = 4;

/** A chart may show a sign that the table does not, and the other way round. */
const unsigned = (text: string) => text.replace(/^[+\u2212-]/, '');

/** What no finished text has, whatever it is about: words of a program, words twice, brackets around nothing. */
import type {Passage, ReadBlock, Reading} from './reading.ts';

type Slip = {readonly pattern: RegExp; readonly name: string};

const SLIPS: readonly Slip[] = [
  {pattern: /\bundefined\b|\bNaN\b|\[object|\bInfinity\b/, name: 'a word of the program'},
  {pattern: /\{%|%\}|\{\w*\}|\$\w/, name: 'a mark of the template'},
  {pattern: /\(\s*\)|«\s*»|“\s*”/, name: 'brackets or quotation marks around nothing'},
  {pattern: /(?<!\p{L})(\p{L}{2,}) \1(?!\p{L})/iu, name: 'a word twice'},
  {pattern: /[^.] \.(?!\d)| ,|,,|\.\. |;\.|:\.$/, name: 'a stray mark'},
  {pattern: /[\uFFFD\uE000-\uF8FF]/, name: 'a letter that no font has'},
];

/** Every slip in the words of a report. */
export function wordProblems({blocks}: Pick<Reading, 'blocks'>) {
  return blocks.flatMap(proseIn).flatMap(({text, place}) =>
    SLIPS.flatMap(({pattern, name}) => {
      const found = pattern.exec(text);
      if (!found) return [];
      const around = text.slice(Math.max(0, found.index - 20), found.index + found[0].length + 20);
      return [{place, problem: `There is ${name}: “…${around}…”`}];
    }),
  );
}

/** Sentences, captions and descriptions; cells and the texts of charts are checked one by one elsewhere. */
function proseIn(block: ReadBlock): readonly Passage[] {
  if (block.kind === 'figure') return [block.caption, block.alt];
  return block.kind === 'table' ? [block.caption] : [block.words];
}

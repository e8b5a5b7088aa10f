/** What no finished text has, whatever it is about: words of a program, words twice, letters that no font has. */
import type {Phrase} from '../narrative/template.ts';
import {phrasesOf} from './outline.ts';
import type {Problem} from './problem.ts';
import type {Passage, ReadBlock, Reading} from './reading.ts';
import type {Yardstick} from './yardstick.ts';

type Slip = {readonly pattern: RegExp; readonly name: string};

const SLIPS: readonly Slip[] = [
  {pattern: /\bundefined\b|\bNaN\b|\[object|\bInfinity\b/, name: 'a word of the program'},
  {pattern: /\(\s*\)|«\s*»|“\s*”/, name: 'brackets or quotation marks around nothing'},
  {pattern: /(?<!\p{L})(\p{L}{2,}) \1(?!\p{L})/iu, name: 'a word twice'},
  {pattern: /[\uFFFD\uE000-\uF8FF]/, name: 'a letter that no font has'},
];

/** Every slip in the words of a report that does not stand so in its template, or in the names of its table. */
export function wordProblems({lore, outline}: Yardstick, {blocks}: Reading): readonly Problem[] {
  const {table, tongue} = lore;
  const names = [table.counties, table.regions, table.card, table.title.name, tongue.labels];
  const meant = [...outline.flatMap(phrasesOf).map(wordsOf), JSON.stringify(names)].join('\n');
  return blocks.flatMap(proseIn).flatMap(({text, place}) =>
    SLIPS.flatMap(({pattern, name}) => {
      const found = pattern.exec(text);
      if (!found || meant.includes(found[0])) return [];
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

/** The words of a phrase, without what is put into it. */
const wordsOf = (phrase: Phrase): string =>
  phrase
    .map(piece => {
      if (piece.kind === 'text') return piece.text;
      return 'content' in piece ? wordsOf(piece.content) : '\n';
    })
    .join('');

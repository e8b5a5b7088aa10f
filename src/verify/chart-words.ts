/** The words about a chart wherever they stand without a report: read by the template, and all of them told. */
import type {Phrase, Piece} from '../narrative/template.ts';
import {hear, isHeard} from './align.ts';
import type {Me} from './lore.ts';
import {type Expected, phrasesOf} from './outline.ts';
import {plainPassage} from './passage.ts';
import {toldWithin} from './told.ts';
import {judge} from './truths.ts';
import type {Yardstick} from './yardstick.ts';

/** The sentences that say whose figures they are, and under which licence. */
const SOURCE = ['source-named', 'source-publisher', 'source-unnamed', 'licence'];

/** The title, the description and the notes of a chart in the template; none where it has no such chart. */
export function phrasesOfChart(outline: readonly Expected[], name: string): readonly Phrase[] {
  const start = outline.findIndex(expected => expected.kind === 'figure' && expected.name === name);
  const figure = outline[start];
  if (figure?.kind !== 'figure') return [];
  const notes = outline.slice(start + 1, start + 1 + figure.notes);
  return [figure.title, figure.alt, ...notes.flatMap(note => ('phrase' in note ? [note.phrase] : []))];
}

/** The sentences of the source, one after the other, as the template has them. */
export function sourcePhrase(outline: readonly Expected[]): Phrase {
  const told = outline
    .flatMap(phrasesOf)
    .flat()
    .filter((piece): piece is Piece & {kind: 'told'} => 'id' in piece && piece.kind === 'told');
  return SOURCE.flatMap((id): Phrase => {
    const found = told.find(piece => piece.id === id);
    return found ? [found, {kind: 'text', text: ' ', where: found.where}] : [];
  });
}

/** What is wrong with words of the report on `me`, by a phrase of the template. */
export function phraseProblems(
  {lore, read, wordings, due}: Yardstick,
  me: Me,
  phrase: Phrase,
  text: string,
): readonly string[] {
  const heard = hear(plainPassage(text, 1), phrase, read);
  if (!isHeard(heard)) return [heard.problem];
  const {problems, facts} = judge(lore, me, heard.said);
  return [...problems, ...toldWithin(wordings, [phrase], facts, due(me))];
}

/** Title, description and notes of a chart, or the first `most` of these, in the report on `me`. */
export function wordsProblems(
  yardstick: Yardstick,
  name: string,
  me: Me,
  texts: readonly string[],
  most = Infinity,
): readonly string[] {
  const phrases = phrasesOfChart(yardstick.outline, name).slice(0, most);
  if (phrases.length !== texts.length)
    return [`it has ${texts.length} texts; the template has ${phrases.length}`];
  return texts.flatMap((text, place) => phraseProblems(yardstick, me, phrases[place]!, text));
}

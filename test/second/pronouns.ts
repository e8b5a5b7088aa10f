/** Whom "It" and "Its" stand for: the county of the report, where no other was named just before. */
import type {World} from './reader.ts';
import {sentencesOf} from './sentences.ts';
import {oneOf} from './wording.ts';

/** Sentences about the county's own sums: whatever follows is about the county too. */
const ownSums = /^(?:The (?:only )?net (?:gains?|loss(?:es)?) of |Net gains from )/;

/**
 * The sentences of a paragraph that leave open whom or what they speak of: "It" or "Its" after another county
 * or a region (told with the sentence that names it), or after nothing; and a bare "one" at the end.
 */
export function unclear({counties, regions}: World, me: number, paragraph: string): readonly string[] {
  const names = [...counties, ...regions].map(({name}) => name);
  const anyone = new RegExp(`(?<![\\p{L}-])(?:${oneOf(names)})(?![\\p{L}-])`, 'gu');
  const isOwn = (sentence: string) =>
    ownSums.test(sentence) || (sentence.match(anyone) ?? []).every(name => name === counties[me]!.name);
  const sentences = sentencesOf(paragraph);
  return sentences.flatMap((sentence, at) => {
    const before = sentences[at - 1];
    if (sentence.endsWith(' one.')) return [sentence];
    if (!/^Its? /.test(sentence) || (before !== undefined && isOwn(before))) return [];
    return [before === undefined ? sentence : `${before} ${sentence}`];
  });
}

/**
 * The words of a template held against what may be said. A sentence is read once for each thing that a table
 * may be about (counties, regions ...), with the words that the labels have for it.
 */
import type {Issue, Where} from '../issues.ts';
import {phrasesOf} from './check.ts';
import type {Lexicon} from './lexicon.ts';
import {foreignIssues, foreignLabels, strangers} from './lint-foreign.ts';
import {genderRule} from './lint-gender.ts';
import {type Sense, senses, unsaidIssues, wordIssues} from './lint-words.ts';
import type {Finder} from './phrases.ts';
import {type Forms, type Kind, readings, sayAgreeing, sayPlain} from './reading.ts';
import {type Sentence, sentencesOf} from './sentence.ts';
import type {Part, Phrase} from './template.ts';

/** What the words of a template are held against. */
export type Law = {
  readonly lexicon: Lexicon;
  /** By what a table may be about, the forms of its word. */
  readonly units: Readonly<Record<string, Forms>>;
  /** The words for one, by gender. */
  readonly ones: Readonly<Record<string, string>>;
  /** By fact id, what its sentence must claim, and nothing else may. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** What the language is called. */
  readonly language: string;
};

/** Makes the check of a phrase; word lists are compiled once. */
export function linter({lexicon, units, ones, claims, language}: Law): (phrase: Phrase) => readonly Issue[] {
  const find = senses(lexicon);
  const findForeign = strangers(lexicon);
  const disagreements = genderRule(lexicon.genders);
  const kinds = Object.values(units).map(forms => ({forms, ones}));
  const telling = unlike(kinds, find);
  const declaredBy = (fact: string | null) =>
    fact !== null && Object.hasOwn(claims, fact) ? claims[fact]! : null;
  const said = (sentence: Sentence) => {
    const declared = declaredBy(sentence.fact);
    if (sentence.fact !== null && declared === null) return [];
    const found = find(sentence.text);
    return [
      ...wordIssues(sentence, found, declared),
      ...unsaidIssues(sentence, found, declared ?? [], lexicon),
      ...foreignIssues(findForeign, sentence, language),
    ];
  };
  return phrase =>
    once([
      ...readings(telling, kind => sentencesOf(phrase, sayPlain(kind))).flatMap(said),
      ...(disagreements
        ? readings(kinds, kind => sentencesOf(phrase, sayAgreeing(kind))).flatMap(disagreements)
        : []),
    ]);
}

/** Everything that is wrong with the words of a template. */
export function lintTemplate(parts: readonly Part[], law: Law): readonly Issue[] {
  return phrasesOf(parts).flatMap(linter(law));
}

/** Words of another language in the labels. */
export function labelIssues({lexicon, language}: Law, {value, locate}: Labelled): readonly Issue[] {
  return foreignLabels(strangers(lexicon), value, language, locate);
}

type Labelled = {readonly value: unknown; readonly locate: (...steps: readonly string[]) => Where};

/** Of kinds whose every form says the same, one is enough: phrases do not reach into a form from outside. */
function unlike(kinds: readonly Kind[], find: Finder<Sense>): readonly Kind[] {
  const says = ({forms}: Kind) =>
    JSON.stringify(
      Object.keys(forms)
        .toSorted()
        .map(form => [
          form,
          find(forms[form]!).map(({entry: {phrase, ...sense}}) => (phrase ? sense : null)),
        ]),
    );
  const all = kinds.map(says);
  return kinds.filter((_, index) => all.indexOf(all[index]!) === index);
}

/** The same is mostly wrong of counties and of regions. */
function once(issues: readonly Issue[]): readonly Issue[] {
  const told = new Map(issues.map(issue => [JSON.stringify(issue), issue]));
  return [...told.values()];
}

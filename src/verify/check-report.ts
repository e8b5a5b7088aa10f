/**
 * One finished report, verified: every sentence is one of its language's template and true of its county, every
 * number is worked out anew, and the file says of itself what it should.
 */
import {attachmentProblems} from './attachments.ts';
import {type Aligned, align, type Heard} from './align.ts';
import {extraProblems} from './extras.ts';
import {frameProblems, languageProblems} from './frame.ts';
import {liveProblems} from './live.ts';
import {leadsIn, markProblems} from './marks.ts';
import type {Lore, Me} from './lore.ts';
import {originProblems} from './origins.ts';
import {unbroken} from './phrase.ts';
import {pictureProblems} from './pictures.ts';
import {type Problem, wholly} from './problem.ts';
import type {Passage, Reading} from './reading.ts';
import {type Wrong, tableProblems} from './tables.ts';
import {type Due, toldProblems} from './told.ts';
import {judge, type Truth} from './truths.ts';
import {wordProblems} from './words.ts';
import type {Yardstick} from './yardstick.ts';

export type Verdict = {
  /** The county that the report is about, a place in the table; null for the overview, and where its title names none. */
  readonly county: number | null;
  readonly problems: readonly Problem[];
  /** The facts told, in order, and every number: "total = 2637" in the text, the bare number in a table. */
  readonly facts: readonly string[];
  readonly numbers: readonly string[];
  /** How much was looked at. */
  readonly counts: {readonly sentences: number; readonly numbers: number; readonly claims: number};
};

/** Checks a reading. `due`: the facts that the report on a county, or on the country, must tell. */
export function checkReport(
  yardstick: Yardstick,
  reading: Reading,
  due: (me: Me) => readonly Due[],
): Verdict {
  const faults = reading.faults.map(({place, problem}) => ({place, problem}));
  // Where nothing can be read, all else would be missing.
  if (reading.blocks.length === 0) return {...NOTHING, problems: faults};
  const {lore, outline, read, wordings} = yardstick;
  const other = otherText(lore, reading);
  if (other) return {...NOTHING, problems: [...faults, other]};
  const aligned = align(reading.blocks, outline, read);
  const me = subjectOf(yardstick, aligned);
  if (me === undefined)
    return {...NOTHING, problems: [...faults, ...strangeTitle(yardstick, reading, aligned)]};
  const broken = brokenIn(aligned);
  const own = [...faults, ...wordProblems(yardstick, reading), ...broken];
  const judged = aligned
    .flatMap(each => heardIn(each))
    .map(heard => judgeHeard(yardstick, me, heard, reading));
  const truths = judged.map(({truth}) => truth);
  const facts = truths.flatMap(truth => truth.facts);
  return {
    county: me,
    problems: [
      ...own,
      ...frameProblems(
        yardstick,
        me,
        reading,
        facts.map(({id}) => id),
      ),
      ...attachmentProblems(lore, me, reading),
      ...originProblems(yardstick, me, reading).map(wholly),
      ...extraProblems(yardstick, me, figureNames(aligned), reading),
      ...liveProblems(yardstick, me, reading, figureNames(aligned)).map(wholly),
      ...judged.flatMap(({problems}) => problems),
      ...aligned.flatMap(each => figureProblems(yardstick, me, each, reading)),
      // Where words could not be read, it is not known which sentences they were.
      ...(broken.length ? [] : toldProblems(wordings, facts, due(me)).map(wholly)),
    ],
    facts: facts.map(({id}) => id),
    ...tally(lore, truths, aligned),
  };
}

/** The charts of a page by the id of their figure. */
export const figureNames = (aligned: readonly Aligned[]): ReadonlyMap<string, string> =>
  new Map(aligned.flatMap(each => (each.kind === 'figure' ? [[each.block.id, each.name] as const] : [])));

/** A report bears the checksum of the text that it was made from. Of another text nothing more can be said. */
function otherText({table}: Lore, {blocks}: Reading): Problem | null {
  for (const block of blocks) {
    if (!('words' in block)) continue;
    const digest = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/.exec(block.words.text)?.[0];
    if (digest !== undefined && digest !== table.source.sha256)
      return {
        place: block.words.place,
        problem: `The report was made from another text than ${table.source.file}, with the checksum ${digest}; --input names the text`,
      };
  }
  return null;
}

/** A title in another language or of another kind: whatever follows would be strange too. */
function strangeTitle(
  yardstick: Yardstick,
  reading: Reading,
  aligned: readonly Aligned[],
): readonly Problem[] {
  return [
    ...languageProblems(yardstick, reading),
    wholly(
      yardstick.subject === 'country'
        ? 'The title is not that of an overview'
        : 'The title names no county of the table',
    ),
    ...brokenIn(aligned).slice(0, 1),
  ];
}

/** Every number in order, and how much was looked at. */
function tally(lore: Lore, truths: readonly Truth[], aligned: readonly Aligned[]) {
  const numbers = [
    ...truths.flatMap(truth => truth.numbers.map(({variable, value}) => `${variable} = ${value}`)),
    ...aligned.flatMap(each =>
      each.kind === 'table'
        ? each.block.rows
            .flat()
            .filter(isNumber)
            .map(({text}) => bare(lore, text))
        : [],
    ),
  ];
  const facts = truths.flatMap(truth => truth.facts);
  const claims = facts.flatMap(fact => fact.claims).length;
  return {numbers, counts: {sentences: facts.length, numbers: numbers.length, claims}};
}

const NOTHING: Verdict = {
  county: null,
  problems: [],
  facts: [],
  numbers: [],
  counts: {sentences: 0, numbers: 0, claims: 0},
};

/** A number as every language and format has it. */
const bare = ({tongue: {labels}}: Lore, text: string) =>
  unbroken(text).replaceAll(unbroken(labels.number.thousands), '').replace(labels.number.minus, '-');

/** Words that the template cannot have made. */
export const brokenIn = (aligned: readonly Aligned[]): readonly Problem[] =>
  aligned.flatMap(each => (each.kind === 'wrong' ? [{place: each.words.place, problem: each.problem}] : []));

/** A cell that is a number and no name. */
const isNumber = ({text}: Passage) => /^\W?\d[\d\s.,]*$/.test(text);

/** Whom the first words, the title, are about; undefined where they are no title. */
function subjectOf({subject}: Yardstick, aligned: readonly Aligned[]): Me | undefined {
  if (subject === 'country') return aligned[0]?.kind === 'words' ? null : undefined;
  const [title] = aligned.flatMap(each => (each.kind === 'words' ? [each.heard] : []));
  const bound = title?.said.slots.find(({variable}) => variable === 'county')?.bound;
  return bound?.kind === 'county' ? bound.county : undefined;
}

/** Words that were read by the template. A description is an attribute of its picture. */
type Listened = Heard & {readonly isDescription: boolean};

export function heardIn(aligned: Aligned): readonly Listened[] {
  if (aligned.kind === 'wrong') return [];
  if (aligned.kind === 'words') return [{...aligned.heard, isDescription: false}];
  const alt = aligned.kind === 'figure' ? aligned.block.alt : null;
  return aligned.heard.map(heard => ({...heard, isDescription: heard.words === alt}));
}

export function judgeHeard(
  yardstick: Yardstick,
  me: Me,
  {words, said, isDescription}: Listened,
  {format}: Reading,
): {readonly truth: Truth; readonly problems: readonly Problem[]} {
  const truth = judge(yardstick.lore, me, said);
  const marks = format === 'html' ? markProblems(yardstick, me, words, truth, isDescription) : [];
  return {
    truth,
    problems: [...truth.problems, ...marks].map(problem => ({
      place: words.place,
      problem: inWords(words, problem),
    })),
  };
}

const inWords = ({text}: Passage, problem: string) =>
  `${problem}, in “${text.length > 70 ? `${text.slice(0, 70)}…` : text}”`;

/** What is wrong in tables and in the texts of charts. Plain text has no charts. */
export function figureProblems(
  yardstick: Yardstick,
  me: Me,
  aligned: Aligned,
  {format}: Reading,
): readonly Problem[] {
  const placed = ({words, problem}: Wrong): Problem => ({place: words.place, problem});
  const {lore, tables} = yardstick;
  if (aligned.kind === 'table') {
    const leads = format === 'html' ? leadsIn(yardstick, me) : null;
    return tableProblems(lore.world, tables(me).get(aligned.name) ?? [], aligned.block, leads).map(placed);
  }
  if (aligned.kind !== 'figure' || format === 'txt') return [];
  const {pictures, caption} = aligned.block;
  if (pictures.length === 0) return [{place: caption.place, problem: 'The chart is missing'}];
  return pictures.flatMap(texts => pictureProblems(lore, me, aligned.name, texts, caption)).map(placed);
}

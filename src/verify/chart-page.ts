/** The page of one chart, verified: what it says of its county, its picture, its figures and its source. */
import {align} from './align.ts';
import {brokenIn, figureNames, figureProblems, heardIn, judgeHeard, type Verdict} from './check-report.ts';
import {phrasesOfChart, sourcePhrase} from './chart-words.ts';
import {chartExtraProblems} from './extras.ts';
import {dateProblems, languageProblems} from './frame.ts';
import {liveProblems} from './live.ts';
import type {Me} from './lore.ts';
import type {Expected} from './outline.ts';
import {type Problem, wholly} from './problem.ts';
import type {Reading} from './reading.ts';
import {toldWithin} from './told.ts';
import type {Yardstick} from './yardstick.ts';
import {wordProblems} from './words.ts';

/** Checks the page of the chart `name` in the reports on the county `me`. */
export function checkChartPage(yardstick: Yardstick, me: Me, name: string, reading: Reading): Verdict {
  // There is no table here that numbers could lead to.
  const own = {...yardstick, hasFullTable: false, hasPartners: false};
  const {outline, wordings, due} = yardstick;
  const aligned = align(reading.blocks, outlineOf(outline, name), yardstick.read);
  const broken = brokenIn(aligned);
  const phrases = [...phrasesOfChart(outline, name), sourcePhrase(outline)];
  const judged = aligned.flatMap(heardIn).map(heard => judgeHeard(own, me, heard, reading));
  const facts = judged.flatMap(({truth}) => truth.facts);
  const numbers = judged.flatMap(({truth}) => truth.numbers);
  return {
    county: me,
    problems: [
      ...reading.faults.map(({place, problem}) => ({place, problem})),
      ...wordProblems(own, reading),
      ...broken,
      ...headProblems(
        own,
        reading,
        facts.map(({id}) => id),
      ),
      ...judged.flatMap(({problems}) => problems),
      ...aligned.flatMap(each => figureProblems(own, me, each, reading)),
      // Where words could not be read, it is not known which sentences they were.
      ...(broken.length ? [] : toldWithin(wordings, phrases, facts, due(me)).map(wholly)),
      ...reading.extras.contents.map(() => wholly('A chart by itself has a list of headings')),
      ...reading.extras.charts.flatMap(chart => chartExtraProblems(own, me, name, chart, '')),
      ...liveProblems(own, me, reading, figureNames(aligned)).map(wholly),
    ],
    facts: facts.map(({id}) => id),
    numbers: numbers.map(({variable, value}) => `${variable} = ${value}`),
    counts: {
      sentences: facts.length,
      numbers: numbers.length,
      claims: facts.flatMap(({claims}) => claims).length,
    },
  };
}

/** Title and description, the notes, and the sentences of the source. */
function outlineOf(outline: readonly Expected[], name: string): readonly Expected[] {
  const start = outline.findIndex(expected => expected.kind === 'figure' && expected.name === name);
  const figure = outline[start];
  if (figure?.kind !== 'figure') return [];
  const source = sourcePhrase(outline);
  return [
    {...figure, label: ''},
    ...outline.slice(start + 1, start + 1 + figure.notes),
    {kind: 'paragraph', level: null, phrase: source, optional: true},
  ];
}

/** What the page says of itself: the title and the description of its chart, its language and its date. */
function headProblems(yardstick: Yardstick, reading: Reading, facts: readonly string[]): readonly Problem[] {
  const {card} = yardstick.lore.table;
  const figure = reading.blocks.find(block => block.kind === 'figure');
  const caption = figure?.kind === 'figure' ? figure.caption.text : '';
  const alt = figure?.kind === 'figure' ? figure.alt.text : '';
  const {title, subject, links, foreign} = reading;
  const licence = facts.includes('licence') ? [card?.licence?.url ?? ''] : [];
  return [
    ...languageProblems(yardstick, reading),
    ...(title === caption ? [] : [wholly(`The page is titled “${title ?? ''}” and headed “${caption}”`)]),
    ...(subject === alt ? [] : [wholly('The page is described in other words than its chart')]),
    ...dateProblems(yardstick, reading),
    ...(links.join() === licence.join()
      ? []
      : [
          wholly(
            `Links lead to ${links.join(', ') || 'nowhere'}; they must lead to ${licence.join(', ') || 'nowhere'}`,
          ),
        ]),
    ...foreign.map(({text, lang}) => wholly(`“${text}” is marked as of the language ${lang}`)),
  ];
}

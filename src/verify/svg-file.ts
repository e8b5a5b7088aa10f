/** A chart that is a file of its own, verified: its texts, and the title and description that it has inside. */
import {wordsProblems} from './chart-words.ts';
import {chartFaults} from './html-faults.ts';
import {elementsIn, readTree} from './html-tree.ts';
import {wordsIn} from './html-words.ts';
import type {Me} from './lore.ts';
import {plainPassage} from './passage.ts';
import {pictureProblems} from './pictures.ts';
import {type Problem, wholly} from './problem.ts';
import {textsIn} from './read-html.ts';
import type {Yardstick} from './yardstick.ts';

/** Checks the picture of the chart `name` in the reports on the county `me`. */
export function svgProblems(yardstick: Yardstick, me: Me, name: string, source: string): readonly Problem[] {
  const {lore} = yardstick;
  const {top} = readTree(source);
  const told = elementsIn([top], element => element.name === 'title' || element.name === 'desc');
  const words = told.map(({children}) => wordsIn(children));
  const [attributes = {}] = elementsIn([top], element => element.name === 'svg').map(each => each.attributes);
  const ids = told.map(each => each.attributes['id'] ?? '').join(' ');
  const isNamed = attributes['aria-labelledby'] === ids && attributes['role'] === 'img';
  const wrong = pictureProblems(lore, me, name, textsIn(top), plainPassage('', 1));
  return [
    ...chartFaults(top),
    ...wrong.map(({words: {place}, problem}) => ({place, problem})),
    ...wordsProblems(yardstick, name, me, words, 2).map(wholly),
    // A chart that no report shows has neither.
    ...(told.length === 0 || isNamed
      ? []
      : [wholly('The picture is not named by its title and description')]),
    ...(told.length === 0 || attributes['xml:lang'] === lore.tongue.tag
      ? []
      : [
          wholly(
            `The picture is in the language ${attributes['xml:lang'] ?? ''}; its name says ${lore.tongue.tag}`,
          ),
        ]),
  ];
}

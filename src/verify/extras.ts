/**
 * What a page has beside its report, held against the report and the table: it may help a reader along, and say nothing
 * that is not so.
 */
import {chartTables} from './chart-tables.ts';
import type {Lore} from './lore.ts';
import {type Problem, wholly} from './problem.ts';
import type {Passage, ReadChartExtras, Reading} from './reading.ts';
import {tableProblems} from './tables.ts';
import type {Yardstick} from './yardstick.ts';

/** Checks the list of headings, and what stands beside each chart of the report on the county `me`. */
export function extraProblems(
  yardstick: Yardstick,
  me: number,
  figures: ReadonlyMap<string, string>,
  {extras, blocks}: Reading,
): readonly Problem[] {
  return [
    ...contentsProblems(yardstick, extras.contents, blocks),
    ...extras.charts.flatMap(chart => {
      const name = figures.get(chart.id);
      return name === undefined
        ? [{place: chart.place, problem: `No chart of the report is called ${chart.id}`}]
        : chartExtraProblems(yardstick, me, name, chart);
    }),
  ];
}

/** The links are the headings of the second level, each to its own. */
function contentsProblems(
  {lore}: Yardstick,
  lists: Reading['extras']['contents'],
  blocks: Reading['blocks'],
): readonly Problem[] {
  const headings = blocks.flatMap(block =>
    block.kind === 'heading' && block.level === 2 ? [block.words] : [],
  );
  const wanted = headings.map(({text, id}) => `${text} (#${id})`);
  return lists.flatMap(({words: all, head, links}) => {
    const found = links.map(({words, href}) => `${words.text} (${href})`);
    return [
      ...wordProblems(head, [lore.tongue.labels.controls.contents]),
      ...wordProblems([all], [[...head, ...links.map(({words}) => words)].map(({text}) => text).join(' ')]),
      ...(found.join() === wanted.join()
        ? []
        : [wholly(`The list of headings has ${found.join(', ')}; the headings are ${wanted.join(', ')}`)]),
    ];
  });
}

/** What stands beside one chart, wherever that stands. */
export function chartExtraProblems(
  {lore, tables}: Yardstick,
  me: number,
  name: string,
  {choose, opens, tables: found, files, strays, place}: ReadChartExtras,
): readonly Problem[] {
  const {labels} = lore.tongue;
  const {controls, units} = labels;
  const wanted = chartTables(lore, me, name);
  const seen = files.filter(({links}) => links.some(({href}) => href.startsWith('#')));
  return [
    ...wordProblems(choose, [units[lore.table.title.unit]['head']!]),
    ...wordProblems(opens, [controls.asTable]),
    ...strays.map(words => ({place: words.place, problem: `Beside the chart stands “${words.text}”`})),
    ...files.flatMap(line => fileProblems(lore, name, line)),
    ...found.flatMap(({caption}) => wordProblems([caption], [''])),
    ...found.flatMap(table => {
      // Of what it may be, that which it is most like.
      const wrong = wanted.map(rows => tableProblems(lore.world, rows, table, true));
      const [least = []] = wrong.toSorted((one, other) => one.length - other.length);
      return least.map(({words, problem}) => ({place: words.place, problem}));
    }),
    ...(seen.length && !tables.has('full') ? [{place, problem: 'There is no full table to see'}] : []),
  ];
}

/** Either the table that has the figures, or files of this chart. */
function fileProblems(
  lore: Lore,
  name: string,
  {words, links}: ReadChartExtras['files'][number],
): readonly Problem[] {
  const {tag, labels} = lore.tongue;
  const isTable = links.length === 1 && links[0]!.href === '#full';
  if (isTable) return wordProblems([words], [labels.controls.seeTable]);
  const endings: Readonly<Record<string, string>> = {SVG: 'svg', PNG: 'png', CSV: 'csv', Vega: 'vg.json'};
  const strange = links.filter(({words: {text}, href}) => {
    if (text === labels.controls.embed.link) return href !== `embed.html#${name}-${tag}`;
    const ending = endings[text];
    return ending === undefined || !new RegExp(`^(?:charts/)?${name}\\.${tag}\\.${ending}$`).test(href);
  });
  return [
    ...wordProblems([words], [labels.controls.download]),
    ...strange.map(({words: {text, place}, href}) => ({
      place,
      problem: `“${text}” leads to ${href}, which is no file of this chart`,
    })),
  ];
}

const wordProblems = (found: readonly Passage[], wanted: readonly string[]): readonly Problem[] =>
  found
    .filter(({text}) => !wanted.includes(text))
    .map(({text, place}) => ({
      place,
      problem: `Beside the report stands “${text}” where it must be “${wanted.join('” or “')}”`,
    }));

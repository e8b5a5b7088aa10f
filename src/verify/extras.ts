/**
 * What a page has beside its report, held against the report and the table: it may help a reader along, and say nothing
 * that is not so.
 */
import {chartTables, isKnownChart} from './chart-tables.ts';
import type {Lore, Me} from './lore.ts';
import {leadsIn} from './marks.ts';
import {type Problem, wholly} from './problem.ts';
import type {Passage, ReadChartExtras, Reading} from './reading.ts';
import {tableProblems} from './tables.ts';
import type {Yardstick} from './yardstick.ts';

/** Checks the list of headings, and what stands beside each chart of the report on the county `me`. */
export function extraProblems(
  yardstick: Yardstick,
  me: Me,
  figures: ReadonlyMap<string, string>,
  {extras, blocks}: Reading,
): readonly Problem[] {
  return [
    ...contentsProblems(yardstick, extras.contents, blocks),
    ...extras.charts.flatMap(chart => {
      const name = figures.get(chart.id);
      return name === undefined
        ? [{place: chart.place, problem: `No chart of the report is called ${chart.id}`}]
        : chartExtraProblems(yardstick, me, name, chart, 'charts/');
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

/** What stands beside one chart. `folder` is where its files are from the page. */
export function chartExtraProblems(
  yardstick: Yardstick,
  me: Me,
  name: string,
  {choose, opens, tables, files, strays, foreign, place, caption}: ReadChartExtras,
  folder: string,
): readonly Problem[] {
  const {lore} = yardstick;
  const {controls, units} = lore.tongue.labels;
  const at = (problem: string) => ({place, problem});
  return [
    ...wordProblems(choose, [units[lore.table.title.unit]['head']!]),
    ...wordProblems(opens, [controls.asTable]),
    ...strays.map(words => ({place: words.place, problem: `Beside the chart stands “${words.text}”`})),
    ...files.flatMap(line => lineProblems(yardstick, name, line, folder)),
    ...tables.flatMap(table => figuresProblems(yardstick, me, name, table)),
    ...foreignProblems(lore, tables, foreign).map(at),
    ...tables.filter(({label}) => label !== caption).map(() => at('A table is not named by its chart')),
    ...countProblems(
      name,
      tables.length,
      opens.length,
      files.filter(({links}) => links.some(isPlace)).length,
    ).map(at),
  ];
}

/** Every Sami name is marked as such wherever it stands in a table, and nothing else is. */
function foreignProblems(
  {table: {counties}}: Lore,
  tables: ReadChartExtras['tables'],
  foreign: ReadChartExtras['foreign'],
): readonly string[] {
  const cells = tables.flatMap(({heads, rows}) => [...heads, ...rows.flat()]);
  const due = cells.flatMap(
    ({text}) =>
      counties.find(({code, label, sami}) => sami && [label, `${code} ${label}`].includes(text))?.sami ?? [],
  );
  const marks = (list: readonly {readonly lang: string; readonly text: string}[]) =>
    list.map(({lang, text}) => `${text} (${lang})`).join(', ');
  const [found, wanted] = [marks(foreign), marks(due.map(({lang, name}) => ({lang, text: name})))];
  return found === wanted
    ? []
    : [`As of another language are marked ${found || 'no names'}; it must be ${wanted || 'none'}`];
}

/** The table is either here, to be opened, or elsewhere in the page. */
function countProblems(name: string, tables: number, opens: number, seen: number): readonly string[] {
  const isDue = isKnownChart(name);
  return [
    ...(tables === opens ? [] : [`${tables} tables of the chart ${name} are opened by ${opens} lines`]),
    ...(tables + seen > 1 || (isDue && tables + seen < 1)
      ? [`The chart ${name} has its figures ${tables + seen} times beside it; it must have them once`]
      : []),
  ];
}

/** The figures of a chart, cell by cell. Of what a chart of somebody's own may have, that which it is most like. */
function figuresProblems(
  yardstick: Yardstick,
  me: Me,
  name: string,
  table: ReadChartExtras['tables'][number],
): readonly Problem[] {
  const {lore} = yardstick;
  const wrong = chartTables(lore, me, name).map(rows =>
    tableProblems(lore.world, rows, table, leadsIn(yardstick, me)),
  );
  const [least = []] = wrong.toSorted((one, other) => one.length - other.length);
  return [
    ...wordProblems([table.caption], ['']),
    ...least.map(({words, problem}) => ({place: words.place, problem})),
  ];
}

type Line = ReadChartExtras['files'][number];

const isPlace = ({href}: Line['links'][number]): boolean => href.startsWith('#');

const ENDINGS: Readonly<Record<string, string>> = {SVG: 'svg', PNG: 'png', CSV: 'csv', Vega: 'vg.json'};

/** Either the table that has the figures, or files of this chart. */
function lineProblems(
  {lore, outline, hasFullTable}: Yardstick,
  name: string,
  {words, links}: Line,
  folder: string,
): readonly Problem[] {
  const {tag, labels} = lore.tongue;
  const {controls} = labels;
  const full = outline.find(expected => expected.kind === 'table' && expected.name === 'full');
  if (links.length === 1 && isPlace(links[0]!) && hasFullTable && full && 'label' in full)
    return [
      ...wordProblems([words], [controls.seeTable]),
      ...wordProblems([links[0]!.words], [full.label]),
      ...(links[0]!.href === '#full' ? [] : [wholly(`The figures of ${name} are not at ${links[0]!.href}`)]),
    ];
  const right = new Map([
    ...Object.entries(ENDINGS).map(([text, ending]) => [text, `${folder}${name}.${tag}.${ending}`] as const),
    // A chart by itself does not lead to the page of snippets.
    ...(folder === '' ? [] : [[controls.embed.link, `embed.html#${name}-${tag}`] as const]),
  ]);
  return [
    ...wordProblems([words], [controls.download]),
    ...links
      .filter(({words: {text}, href}) => right.get(text) !== href)
      .map(({words: {text, place}, href}) => ({
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

/** The index of reports, verified: its heads, and for each county name, key figures, bar and where its links lead. */
import {valueOf} from './evaluator.ts';
import {dateProblems, subjectProblems} from './frame.ts';
import {below, headOf} from './html-head.ts';
import {elementsIn, type Element, hasClass, isElement, readTree, without} from './html-tree.ts';
import {wordsIn} from './html-words.ts';
import {filled, inDigits, inSigned} from './printing.ts';
import {type Problem, wholly} from './problem.ts';
import {quoted} from './quoted.ts';
import type {Yardstick} from './yardstick.ts';

/** The folder of a county, by its place in the table. */
type FolderOf = (county: number) => string;

/** Checks the index in the language of the yardstick. `folderOf` names the folders of counties. */
export function indexProblems(yardstick: Yardstick, folderOf: FolderOf, source: string): readonly Problem[] {
  const {top, faults} = readTree(source);
  const [table, ...more] = below(top, 'table');
  if (faults.length) return faults;
  if (!table || more.length) return [wholly('The index has not one table')];
  const head = headOf(top);
  const rows = below(table, 'tr').map(row => row.children.filter(isElement));
  const [heads = [], ...counties] = rows;
  const files = langsOf(heads);
  const most = mostIn(yardstick);
  return [
    ...subjectProblems(yardstick, head),
    ...dateProblems(yardstick, head),
    ...aroundProblems(yardstick, top, head.title ?? ''),
    ...elementsIn([top], each => hasClass(each, 'overview')).flatMap(each =>
      overviewProblems(yardstick, each),
    ),
    ...headProblems(yardstick, heads),
    ...againIn(counties.map(([name]) => (name ? wordsIn(name.children) : ''))),
    ...counties.flatMap(row => rowProblems({...yardstick, most}, folderOf, files, row)),
  ];
}

/** What stands beside the table: title and publisher. */
function aroundProblems({lore}: Yardstick, top: Element, title: string): readonly Problem[] {
  const {labels} = lore.tongue;
  const year = String(lore.table.title.year);
  const right = filled(labels.subject, {title: quoted(lore, '', 'title'), year});
  const byline = ['publisher', 'publication'].map(word => quoted(lore, '', word)).filter(Boolean);
  const isOverview = (element: Element) => hasClass(element, 'overview');
  const isApart = (element: Element) => ['table', 'script'].includes(element.name) || isOverview(element);
  const around = below(top, 'body').map(({children}) => wordsIn(without(children, isApart)));
  const wanted = [right, byline.join(', ')].filter(Boolean).join(' ');
  return [
    ...(title === right ? [] : [wholly(`The index is titled “${title}”; it is “${right}”`)]),
    ...(around.join() === wanted ? [] : [wholly(`Beside the table stands “${around.join()}”`)]),
  ];
}

/** The line of the overview: its name, then for each language what that calls itself and its links. */
function overviewProblems({lore: {tongue}}: Yardstick, line: Element): readonly Problem[] {
  const place = {line: line.line};
  const isLanguage = ({name}: Element) => name === 'span';
  const words = wordsIn(without(line.children, each => each.name === 'a' || isLanguage(each)));
  const parts = line.children.filter(isElement);
  const wrong = parts.filter(({name, attributes: {href}, children}, at) => {
    if (name !== 'a') return !isLanguage(parts[at]!);
    const lang = parts.slice(0, at).findLast(isLanguage)?.attributes['lang'];
    const ending = wordsIn(children);
    return !ENDINGS.test(ending) || href !== `overview/overview.${lang}.${ending.toLowerCase()}`;
  });
  return [
    ...(words === `${tongue.labels.controls.index.overview}:`
      ? []
      : [{place, problem: `Above stands “${words}”`}]),
    ...wrong.map(({attributes: {href}}) => ({place, problem: `A link above leads to ${href ?? 'nowhere'}`})),
  ];
}

/** What files of reports are called by. */
const ENDINGS = /^(?:PDF|HTML|TXT)$/;

/** The heads of those columns that have links to reports say their language. */
const langsOf = (heads: readonly Element[]): readonly string[] =>
  heads.flatMap(({attributes}) => attributes['lang'] ?? []);

function headProblems({lore}: Yardstick, heads: readonly Element[]): readonly Problem[] {
  const {labels} = lore.tongue;
  const {bar, charts} = labels.controls.index;
  const {head} = labels.units[lore.table.title.unit];
  const figures = ['net', 'rank', 'gains', 'losses'].map(key => labels.columns[key]);
  const wanted = [head, ...figures, bar, charts];
  const found = heads
    .filter(({attributes}) => !('lang' in attributes))
    .map(({children}) => wordsIn(children));
  return found.join('|') === wanted.join('|')
    ? []
    : [wholly(`The columns are headed “${found.join('”, “')}”; it must be “${wanted.join('”, “')}”`)];
}

const againIn = (names: readonly string[]): readonly Problem[] =>
  names.filter((name, at) => names.indexOf(name) < at).map(name => wholly(`“${name}” has more than one row`));

type Scaled = Yardstick & {readonly most: number};

/** The most that any county gained or lost, as long as half a bar. */
const mostIn = ({lore: {world}}: Yardstick): number =>
  world.keys
    .flatMap(key => ['+', '-'].map(sign => valueOf(world, `sum(${sign},${key})`)))
    .reduce((most, sum) => Math.max(most, sum), 1);

function rowProblems(
  yardstick: Scaled,
  folderOf: FolderOf,
  langs: readonly string[],
  [name, ...cells]: readonly Element[],
): readonly Problem[] {
  const {counties} = yardstick.lore.table;
  const place = {line: name?.line ?? 1};
  const named = name ? wordsIn(name.children) : '';
  const county = counties.findIndex(each => [each.name, each.sami?.name].filter(Boolean).join(' ') === named);
  if (county < 0) return [{place, problem: `No county is called “${named}”`}];
  const folder = folderOf(county);
  const [figures, bar, files] = [cells.slice(0, 4), cells[4], cells.slice(5)];
  return [
    ...figureProblems(yardstick, county, figures),
    ...barProblems(yardstick, county, bar),
    ...linkProblems(folder, langs, files, yardstick.lore.tongue.labels.controls.embed.link),
    ...(name ? nameProblems(folder, yardstick.lore.tongue.tag, name) : []),
  ].map(problem => ({place, problem: `${named}: ${problem}`}));
}

/** Total, place, gains and losses, in words and marked. */
function figureProblems(
  {lore: {world, tongue}}: Yardstick,
  county: number,
  cells: readonly Element[],
): readonly string[] {
  const key = world.keys[county]!;
  const exprs = [`total(${key})`, `rank(${key})`, `sum(+,${key})`, `sum(-,${key})`];
  return exprs.flatMap((expr, at) => {
    const value = valueOf(world, expr);
    const right = (at === 0 ? inSigned : inDigits)(tongue.labels, value);
    const cell = cells[at];
    const found = cell ? wordsIn(cell.children) : '';
    const [mark] = cell ? below(cell, 'data') : [];
    const {value: marked, 'data-expr': traced} = mark?.attributes ?? {};
    return [
      ...(found === right ? [] : [`“${found}” stands where ${expr} is “${right}”`]),
      ...(marked === String(value) && traced === expr
        ? []
        : [`${expr} is marked as ${traced ?? 'nothing'} = ${marked ?? 'nothing'}`]),
    ];
  });
}

/** Half the width of a bar, as the printer has it. */
const HALF = 60;

/** Bars are as long as what they show, beside the longest of all. */
function barProblems(
  {lore: {world}}: Yardstick,
  county: number,
  cell: Element | undefined,
): readonly string[] {
  const sums = (sign: string) => world.keys.map(key => valueOf(world, `sum(${sign},${key})`));
  const [gains, losses] = [sums('+'), sums('-')];
  const most = Math.max(1, ...gains, ...losses);
  const wanted = [losses, gains].map(side => ((side[county]! / most) * HALF).toFixed(1)).map(Number);
  const found = (cell ? below(cell, 'rect') : []).map(({attributes: {x, width}}) => [
    Number(x),
    Number(width),
  ]);
  const right = [
    [HALF - wanted[0]!, wanted[0]],
    [HALF, wanted[1]],
  ];
  const isRight = found.flat().every((value, at) => Math.abs(value! - right.flat()[at]!) < 0.06);
  return found.length === 2 && isRight ? [] : ['its bar is not as long as its gains and losses'];
}

/** The files of a county are in its folder, and those of a language in its column. */
function linkProblems(
  folder: string,
  langs: readonly string[],
  cells: readonly Element[],
  embed: string,
): readonly string[] {
  if (cells.length !== langs.length + 1) return ['it has not a cell for each language, and one for charts'];
  return cells.flatMap((cell, at) => {
    const lang = langs[at];
    const links = below(cell, 'a');
    const wrong = links.filter(({attributes: {href}, children}) => {
      const words = wordsIn(children);
      return lang === undefined
        ? words !== embed || href !== `${folder}/embed.html`
        : href !== `${folder}/${folder}.${lang}.${words.toLowerCase()}` || !ENDINGS.test(words);
    });
    const words = wordsIn(without(cell.children, ({name}) => name === 'a'));
    return [
      ...wrong.map(({attributes: {href}}) => `a link leads to ${href ?? 'nowhere'}`),
      ...(words === '' ? [] : [`beside its links stands “${words}”`]),
    ];
  });
}

const nameProblems = (folder: string, tag: string, name: Element): readonly string[] =>
  below(name, 'a')
    .map(({attributes: {href}}) => href ?? '')
    .filter(href => href !== `${folder}/${folder}.${tag}.html`)
    .map(href => `its name leads to ${href}`);

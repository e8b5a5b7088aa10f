/**
 * The page of snippets, verified: titles, descriptions and sources of the charts, the texts of pictures, and that each
 * snippet has what its example shows. What is copied from here will be read elsewhere, where nobody verifies it.
 */
import {createHash} from 'node:crypto';
import {phraseProblems} from './chart-words.ts';
import {chartSnippets, type Office, snippetProblems} from './embed-charts.ts';
import {dateProblems, subjectProblems} from './frame.ts';
import {embedFaults} from './html-faults.ts';
import {headOf} from './html-head.ts';
import {elementsIn, type Element, isElement, readTree} from './html-tree.ts';
import {wordsIn} from './html-words.ts';
import type {Me} from './lore.ts';
import {filled} from './printing.ts';
import {type Problem, wholly} from './problem.ts';
import {rawOf, snippetsIn} from './snippets.ts';
import type {Yardstick} from './yardstick.ts';

/** Checks the page for the county `me`, whose folder is `folder`. A section in a language without yardstick is left out. */
export function embedProblems(
  yardsticks: ReadonlyMap<string, Yardstick>,
  me: Me,
  folder: string,
  source: string,
): readonly Problem[] {
  const {top, faults} = readTree(source);
  const sections = elementsIn([top], named('section'));
  const langs = sections.map(({attributes}) => attributes['lang'] ?? '');
  const [first] = langs.flatMap(lang => yardsticks.get(lang) ?? []);
  const broken = [...faults, ...embedFaults(top)];
  // What has no place here is not looked into.
  if (broken.length) return broken;
  return [
    ...(sections.length ? [] : [wholly('The page has no snippets')]),
    ...(new Set(langs).size === langs.length && langs.every(Boolean)
      ? []
      : [wholly('Each section must be in a language of its own')]),
    ...(first && langs[0] === first.lore.tongue.tag ? headProblems(first, top) : []),
    ...addressProblems(top, folder).map(wholly),
    ...sections.flatMap((section, at) => {
      const yardstick = yardsticks.get(langs[at]!);
      return yardstick ? sectionProblems({yardstick, me}, section, isListenerOf(top)) : [];
    }),
  ];
}

const named = (name: string) => (element: Element) => element.name === name;

const wordsOf = ({children}: Element): string => wordsIn(children);

/** What the page says of itself: it is titled and described as its first section, and dated as the figures. */
function headProblems(yardstick: Yardstick, top: Element): readonly Problem[] {
  const head = headOf(top);
  const [title = ''] = elementsIn([top], named('h1')).map(wordsOf);
  const {tag} = yardstick.lore.tongue;
  return [
    ...(head.lang === tag
      ? []
      : [wholly(`The page is in the language ${head.lang}, its first section in ${tag}`)]),
    ...(head.title === title
      ? []
      : [wholly(`The page is titled “${head.title ?? ''}” and headed “${title}”`)]),
    ...subjectProblems(yardstick, head),
    ...dateProblems(yardstick, head),
  ];
}

/** All snippets name one site; where it is none, it is the one that has to be replaced. */
function addressProblems(top: Element, folder: string): readonly string[] {
  const shown = snippetsIn([top]).flatMap(({shows}) => shows ?? []);
  const snippets = elementsIn(shown, ({attributes}) => 'src' in attributes);
  const addresses = snippets.map(({attributes}) => attributes['src']!);
  const sites = addresses.map(address => {
    const end = address.lastIndexOf(`/${folder}/charts/`);
    return end < 0 ? null : address.slice(0, end);
  });
  const told = elementsIn([top], named('code')).map(wordsOf);
  const [site = null] = sites;
  const others = [...sites, ...told].filter(each => each !== site);
  if (site !== null && /^https?:\/\/\S+$/.test(site) && others.length === 0) return [];
  return [
    `The snippets do not lead to charts in one folder /${folder}/charts: ${[...new Set(addresses)].join(', ')}`,
  ];
}

/** Whether a script is the one that is at work in the page; of one that is a file the name has its hash. */
function isListenerOf(top: Element): (text: string) => boolean {
  const [script] = elementsIn([top], element => element.attributes['data-name'] === 'listener');
  const {src} = script?.attributes ?? {};
  return text =>
    src === undefined
      ? script !== undefined && text === rawOf(script.children)
      : src.includes(`.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.`);
}

/** The snippets for one language: for all charts, and chart by chart. */
function sectionProblems(office: Office, section: Element, isListener: IsListener): readonly Problem[] {
  const {lore, outline} = office.yardstick;
  const {embed} = lore.tongue.labels.controls;
  const charts = outline.flatMap(expected => (expected.kind === 'figure' ? [expected.name] : []));
  const children = section.children.filter(isElement);
  const starts = children.flatMap(({name}, at) => (name === 'h2' ? [at] : []));
  const place = {line: section.line};
  if (starts.length !== charts.length)
    return [
      {place, problem: `There are snippets of ${starts.length} charts; there must be of ${charts.length}`},
    ];
  const above = children.slice(0, starts[0] ?? children.length);
  return [
    ...aboveProblems(office, above, isListener, embed).map(problem => ({place, problem})),
    ...starts.flatMap((start, at) => {
      const own = children.slice(start, starts[at + 1] ?? children.length);
      return chartSnippets(office, charts[at]!, own).map(problem => ({
        place: {line: own[0]!.line},
        problem: `Of the chart ${charts[at]!}: ${problem}`,
      }));
    }),
  ];
}

type IsListener = ReturnType<typeof isListenerOf>;

type Words = Yardstick['lore']['tongue']['labels']['controls']['embed'];

/** What stands above the charts: the title of the report, what to do with it all, and the script for frames. */
function aboveProblems(
  {yardstick, me}: Office,
  above: readonly Element[],
  isListener: IsListener,
  embed: Words,
): readonly string[] {
  const [head, ...rest] = above;
  const intro = rest[0]?.name === 'p' ? rest[0] : null;
  const [script, ...more] = snippetsIn(rest);
  const {attributes = {}, children = []} = script?.shows ?? {};
  const said = intro ? wordsOf(intro) : '';
  const [address = ''] = intro ? elementsIn([intro], named('code')).map(wordsOf) : [];
  return [
    ...(head?.name === 'h1' ? titleProblems(yardstick, me, wordsOf(head), embed.title) : ['it has no title']),
    ...(intro === null || (address !== '' && said === filled(embed.intro, {address}))
      ? []
      : [`Above stands “${said}”`]),
    ...(script ? snippetProblems(yardstick.lore, script) : []),
    ...(script && more.length === 0 && script.head === embed.listener && script.note === embed.listenerNote
      ? []
      : [`Above the charts must stand “${embed.listener}” with its note, and nothing else`]),
    ...(script?.shows?.name === 'script' &&
    Object.keys(attributes).length === 0 &&
    isListener(rawOf(children))
      ? []
      : ['The script to copy is not that of the page']),
    ...(rest.length === (intro ? 2 : 1) ? [] : ['Above the charts stands more than must']),
  ];
}

/** The title of the report, in the words for its snippets. */
function titleProblems(yardstick: Yardstick, me: Me, title: string, pattern: string): readonly string[] {
  const [start = '', end = ''] = filled(pattern, {report: '\0'}).split('\0');
  const report = title.slice(start.length, title.length - end.length);
  const [expected] = yardstick.outline;
  if (title !== filled(pattern, {report}) || !expected || !('phrase' in expected))
    return [`The title is “${title}”`];
  return phraseProblems(yardstick, me, expected.phrase, report);
}

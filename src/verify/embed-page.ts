/**
 * The page of snippets, verified: titles, descriptions and sources of the charts, the texts of pictures, and that each
 * snippet has what its example shows. What is copied from here will be read elsewhere, where nobody verifies it.
 */
import {hear, isHeard} from './align.ts';
import {sourcePhrase} from './chart-page.ts';
import {elementsIn, type Element, isElement, type Node, readTree, without} from './html-tree.ts';
import {passageOf, wordsIn} from './html-words.ts';
import {phrasesOfChart} from './live.ts';
import {plainPassage} from './passage.ts';
import {pictureProblems} from './pictures.ts';
import {filled} from './printing.ts';
import {type Problem, wholly} from './problem.ts';
import {judge} from './truths.ts';
import type {Yardstick} from './yardstick.ts';

/** Checks the page for the county `me`. A section in a language without yardstick is left out. */
export function embedProblems(
  yardsticks: ReadonlyMap<string, Yardstick>,
  me: number,
  source: string,
): readonly Problem[] {
  const {top, faults} = readTree(source);
  const sections = elementsIn([top], named('section'));
  const strange = elementsIn(top.children, ({name}) => !KNOWN.has(name)).map(({name, line}) => ({
    place: {line},
    problem: `No page of snippets has an element <${name}>`,
  }));
  return [
    ...faults,
    ...strange,
    ...(sections.length ? [] : [wholly('The page has no snippets')]),
    ...sections.flatMap(section => {
      const yardstick = yardsticks.get(section.attributes['lang'] ?? '');
      return yardstick ? sectionProblems(yardstick, me, section) : [];
    }),
  ];
}

const named = (name: string) => (element: Element) => element.name === name;

const KNOWN = new Set(
  (
    'html head meta title style link script body main section h1 h2 h3 p div code textarea button details summary ' +
    'iframe figure figcaption img a br small svg g path rect line text tspan'
  ).split(' '),
);

/** The snippets for one language: what is said in its elements, chart by chart. */
function sectionProblems(yardstick: Yardstick, me: number, section: Element): readonly Problem[] {
  const {lore, outline} = yardstick;
  const charts = outline.flatMap(expected => (expected.kind === 'figure' ? [expected.name] : []));
  const parts = chartsOf(section);
  const heads = elementsIn([section], named('h2'));
  const wrong = (element: Element) => (problem: string) => ({place: {line: element.line}, problem});
  if (parts.length !== charts.length)
    return [
      wrong(section)(`There are snippets of ${parts.length} charts; there must be of ${charts.length}`),
    ];
  return [
    ...ownWords(yardstick, section).map(wrong(section)),
    ...parts.flatMap(({nodes}, at) => {
      const name = charts[at]!;
      const title = wordsIn(heads[at]!.children);
      const snippets = elementsIn(nodes, named('textarea')).flatMap(({children}) => [
        ...readTree(wordsOf(children)).top.children,
      ]);
      return [
        ...textProblems(yardstick, me, name, {title}),
        ...[...nodes, ...snippets].flatMap(node =>
          isElement(node) ? showProblems(yardstick, me, name, title, node) : [],
        ),
        ...sameProblems(nodes, snippets),
      ].map(problem => wrong(heads[at]!)(`Of the chart ${name}: ${problem}`));
    }),
    ...(lore.tongue.tag === section.attributes['lang']
      ? []
      : [wrong(section)('The section is in another language')]),
  ];
}

/** What follows on each heading of a chart. */
function chartsOf({children}: Element): readonly {readonly nodes: readonly Node[]}[] {
  const starts = children.flatMap((node, at) => (isElement(node) && node.name === 'h2' ? [at] : []));
  return starts.map((start, at) => ({nodes: children.slice(start + 1, starts[at + 1] ?? children.length)}));
}

/** Raw text: a snippet keeps its line breaks. */
const wordsOf = (nodes: readonly Node[]): string =>
  nodes.map(node => (isElement(node) ? '' : node.text)).join('');

/** Headings, notes and buttons are labels of the language, and the title is that of the report. */
function ownWords({lore, outline, read}: Yardstick, section: Element): readonly string[] {
  const {embed} = lore.tongue.labels.controls;
  const own = without(section.children, ({name}) =>
    ['figure', 'iframe', 'textarea', 'h1', 'h2'].includes(name),
  );
  const texts = elementsIn(own, ({name}) => ['h3', 'p', 'button', 'summary'].includes(name)).map(each =>
    wordsIn(each.children),
  );
  const [before = '', after = ''] = embed.intro.split('{address}');
  const known = [...Object.values(embed), `${embed.example}: ${embed.inline}, ${embed.image}`];
  const strange = texts.filter(
    text => !known.includes(text) && !(text.startsWith(before) && text.endsWith(after)),
  );
  const [head] = elementsIn([section], named('h1'));
  const [start = '', end = ''] = filled(embed.title, {report: '\0'}).split('\0');
  const title = head ? wordsIn(head.children) : '';
  const [expected] = outline;
  const bare = title.slice(start.length, title.length - end.length);
  const heard = expected && 'phrase' in expected ? hear(plainPassage(bare, 1), expected.phrase, read) : null;
  return [
    ...strange.map(text => `Beside the snippets stands “${text}”`),
    ...(heard && isHeard(heard) && title === filled(embed.title, {report: bare})
      ? []
      : [`The title is “${title}”`]),
  ];
}

type Said = {readonly title?: string; readonly alt?: string; readonly source?: string};

/** Words about a chart, read by the template. */
function textProblems(
  yardstick: Yardstick,
  me: number,
  name: string,
  {title, alt, source}: Said,
): readonly string[] {
  const {lore, outline, read} = yardstick;
  const [titlePhrase, altPhrase] = phrasesOfChart(outline, name);
  const pairs = [
    [title, titlePhrase],
    [alt, altPhrase],
    [source, sourcePhrase(outline)],
  ] as const;
  return pairs.flatMap(([text, phrase]) => {
    if (text === undefined || !phrase) return [];
    const heard = hear(plainPassage(text, 1), phrase, read);
    return isHeard(heard) ? judge(lore, me, heard.said).problems : [heard.problem];
  });
}

/** A frame, or a figure with a picture in it; whatever holds such is looked into. */
function showProblems(
  yardstick: Yardstick,
  me: number,
  name: string,
  title: string,
  element: Element,
): readonly string[] {
  const {tag} = yardstick.lore.tongue;
  const {attributes, children} = element;
  if (element.name === 'iframe')
    return [
      ...(attributes['title'] === title ? [] : [`a frame is titled “${attributes['title'] ?? ''}”`]),
      ...fileProblems(attributes['src'], name, tag, 'html'),
    ];
  if (element.name === 'figure') return figureProblems(yardstick, me, name, title, element);
  return children.filter(isElement).flatMap(child => showProblems(yardstick, me, name, title, child));
}

function figureProblems(
  yardstick: Yardstick,
  me: number,
  name: string,
  title: string,
  figure: Element,
): readonly string[] {
  const {lore} = yardstick;
  const images = elementsIn([figure], named('img'));
  const pictures = elementsIn([figure], named('svg'));
  const [caption] = elementsIn([figure], named('figcaption'));
  const source = elementsIn([figure], named('small'))
    .map(({children}) => wordsIn(children))
    .join(' ');
  const own = caption ? wordsIn(without(caption.children, named('small'))) : '';
  return [
    ...(own === title ? [] : [`a figure is titled “${own}”`]),
    ...textProblems(yardstick, me, name, {source}),
    ...(images.length + pictures.length === 1 ? [] : ['a figure has not one picture']),
    ...images.flatMap(({attributes}) => [
      ...textProblems(yardstick, me, name, {alt: attributes['alt'] ?? ''}),
      ...fileProblems(attributes['src'], name, lore.tongue.tag, 'png'),
    ]),
    ...pictures.flatMap(svg => [
      ...textProblems(yardstick, me, name, {alt: svg.attributes['aria-label'] ?? ''}),
      ...pictureProblems(lore, me, name, drawn(svg), plainPassage('', svg.line)).map(({problem}) => problem),
    ]),
  ];
}

const drawn = (svg: Element) =>
  elementsIn([svg], named('text'))
    .map(({children, line}) => passageOf(children, line))
    .filter(({text}) => text !== '');

const fileProblems = (
  src: string | undefined,
  name: string,
  tag: string,
  ending: string,
): readonly string[] =>
  src?.endsWith(`charts/${name}.${tag}.${ending}`)
    ? []
    : [`${src ?? 'nothing'} is shown, which is another file`];

/** A snippet differs from its example in the address alone. */
function sameProblems(nodes: readonly Node[], snippets: readonly Node[]): readonly string[] {
  const shown = (all: readonly Node[]) =>
    elementsIn(without(all, named('textarea')), ({name}) => name === 'iframe' || name === 'figure').map(bare);
  const [examples, copies] = [shown(nodes), shown(snippets)];
  return examples.join() === copies.join() ? [] : ['a snippet is not what its example shows'];
}

/** An element with all that is in it, its files without their address. */
function bare(element: Element): string {
  const {name, attributes, children} = element;
  const kept = Object.entries(attributes).map(
    ([key, value]) => `${key}=${key === 'src' ? value.replace(/^.*charts\//, '') : value}`,
  );
  const inside = children.map(node => (isElement(node) ? bare(node) : node.text));
  return `<${name} ${kept.join(' ')}>${inside.join('')}</${name}>`;
}

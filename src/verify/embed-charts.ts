/** The snippets of one chart in one language, and their examples. */
import {phraseProblems, phrasesOfChart, sourcePhrase} from './chart-words.ts';
import {elementsIn, type Element, isElement, without} from './html-tree.ts';
import {passageOf, wordsIn} from './html-words.ts';
import type {Me} from './lore.ts';
import {plainPassage} from './passage.ts';
import {pictureProblems} from './pictures.ts';
import {type Snippet, snippetsIn} from './snippets.ts';
import type {Yardstick} from './yardstick.ts';

/** Whose charts they are, and in which language. */
export type Office = {readonly yardstick: Yardstick; readonly me: Me};

type Chart = Office & {readonly name: string; readonly title: string};

/** Checks a heading, what a frame shows, three snippets and the examples of two of them. */
export function chartSnippets(office: Office, name: string, own: readonly Element[]): readonly string[] {
  const [head, frame, ...rest] = own;
  const details = rest.at(-1);
  if (own.map(each => each.name).join() !== 'h2,iframe,div,div,div,details' || !head || !frame || !details)
    return ['it has not one frame, three snippets and their examples'];
  const {outline, lore} = office.yardstick;
  const {tag} = lore.tongue;
  const title = wordsIn(head.children);
  const chart = {...office, name, title};
  const [phrase] = phrasesOfChart(outline, name);
  const snippets = snippetsIn(rest);
  const examples = [frame, ...details.children.filter(isElement).filter(each => each.name === 'figure')];
  return [
    ...phraseProblems(office.yardstick, office.me, phrase!, title),
    ...(head.attributes['id'] === `${name}-${tag}` ? [] : ['links to it lead elsewhere']),
    ...headProblems(office.yardstick, snippets, details),
    ...frameProblems(chart, frame),
    ...figuresProblems(chart, examples.slice(1)),
    // What a snippet says is judged in its example, which it differs from in the address alone.
    ...(examples.map(bare).join() === snippets.map(({shows}) => shows && bare(shows)).join()
      ? []
      : ['a snippet is not what its example shows']),
  ];
}

/** Each snippet has its own head, note and button. */
function headProblems({lore}: Yardstick, snippets: readonly Snippet[], details: Element): readonly string[] {
  const {embed} = lore.tongue.labels.controls;
  const wanted = [
    [embed.frame, embed.frameNote],
    [embed.inline, embed.inlineNote],
    [embed.image, embed.imageNote],
  ];
  const summary = elementsIn([details], ({name}) => name === 'summary').map(({children}) =>
    wordsIn(children),
  );
  const found = snippets.map(({head, note}) => [head, note]);
  return [
    ...snippets.flatMap(snippet => snippetProblems(lore, snippet)),
    ...found
      .flat()
      .flatMap((text, at) => (text === wanted.flat()[at] ? [] : [`beside a snippet stands “${text}”`])),
    ...(found.length === wanted.length ? [] : [`it has ${found.length} snippets`]),
    ...(summary.join() === `${embed.example}: ${embed.inline}, ${embed.image}`
      ? []
      : [`above the examples stands “${summary.join()}”`]),
  ];
}

/** What every snippet must be, whatever it is of. */
export function snippetProblems({tongue}: Yardstick['lore'], {faults, button}: Snippet): readonly string[] {
  const {copy, copied} = tongue.labels.controls.embed;
  return [
    ...faults,
    ...(button.join() === `${copy},${copied}` ? [] : [`a button says “${button.join('”, “')}”`]),
  ];
}

function frameProblems({title, ...chart}: Chart, {attributes}: Element): readonly string[] {
  return [
    ...(attributes['title'] === title ? [] : [`a frame is titled “${attributes['title'] ?? ''}”`]),
    ...fileProblems(chart, attributes['src'], 'html'),
  ];
}

/** A picture that is drawn in the page, and one that is fetched. */
function figuresProblems(chart: Chart, figures: readonly Element[]): readonly string[] {
  const kinds = figures.map(figure =>
    figure.children
      .filter(isElement)
      .map(({name}) => name)
      .join(' '),
  );
  if (kinds.join() !== 'svg figcaption,img figcaption')
    return ['its examples are not a drawing and an image'];
  return figures.flatMap(figure => {
    const [picture, caption] = figure.children.filter(isElement);
    return [...captionProblems(chart, caption!), ...shownProblems(chart, picture!)];
  });
}

/** The title, then the source with its link. */
function captionProblems({yardstick, me, title}: Chart, caption: Element): readonly string[] {
  const small = (element: Element) => element.name === 'small';
  const own = wordsIn(without(caption.children, small));
  const [source = ''] = elementsIn([caption], small).map(({children}) => wordsIn(children));
  const links = elementsIn([caption], ({name}) => name === 'a').map(
    ({attributes}) => attributes['href'] ?? '',
  );
  const isLicensed = yardstick.due(me).some(({id}) => id === 'licence');
  const licence = isLicensed ? (yardstick.lore.table.card?.licence?.url ?? '') : '';
  return [
    ...(own === title ? [] : [`a figure is titled “${own}”`]),
    ...phraseProblems(yardstick, me, sourcePhrase(yardstick.outline), source),
    ...(links.join() === licence
      ? []
      : [`links lead to ${links.join(', ') || 'nowhere'}; they must lead to ${licence || 'nowhere'}`]),
  ];
}

function shownProblems(
  {yardstick, me, name}: Chart,
  {name: kind, attributes, children, line}: Element,
): readonly string[] {
  const [, phrase] = phrasesOfChart(yardstick.outline, name);
  const alt = attributes[kind === 'img' ? 'alt' : 'aria-label'] ?? '';
  const drawn = elementsIn(children, element => element.name === 'text')
    .map(text => passageOf(text.children, text.line))
    .filter(({text}) => text !== '');
  return [
    ...phraseProblems(yardstick, me, phrase!, alt),
    ...(kind === 'img'
      ? fileProblems({yardstick, me, name}, attributes['src'], 'png')
      : [
          ...(attributes['role'] === 'img' ? [] : ['a drawing is no image to whoever listens']),
          ...pictureProblems(yardstick.lore, me, name, drawn, plainPassage('', line)).map(
            ({problem}) => problem,
          ),
        ]),
  ];
}

/** The example shows a file beside the page. */
const fileProblems = (
  {yardstick, name}: Omit<Chart, 'title'>,
  src: string | undefined,
  ending: string,
): readonly string[] =>
  src === `charts/${name}.${yardstick.lore.tongue.tag}.${ending}`
    ? []
    : [`${src ?? 'nothing'} is shown, which is another file`];

/** An element with all that is in it, its files without their address. */
function bare(element: Element): string {
  const {name, attributes, children} = element;
  const kept = Object.entries(attributes).map(
    ([key, value]) => `${key}=${key === 'src' ? value.replace(/^.*charts\//, '') : value}`,
  );
  const inside = children.map(node => (isElement(node) ? bare(node) : node.text));
  return `<${name} ${kept.join(' ')}>${inside.join('')}</${name}>`;
}

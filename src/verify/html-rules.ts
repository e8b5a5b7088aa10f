/**
 * What may stand where in a page: what src/print writes, in the shell that it fills, and what Vega draws. Nothing
 * else has a place in a report. A shell of one's own is free in its wrappers, since the words in them are read.
 */
import {EMBED_RULES} from './embed-rules.ts';
import {type Rule, rule, set} from './html-rule.ts';
import {type Element, hasClass, skipLinkIn} from './html-tree.ts';
import {SVG_RULES} from './svg-rules.ts';

const PHRASES = 'a data em span strong';
const BLOCKS = 'wrapper picture figure table h1 h2 h3 p ul ol';

/** An element of words, as the printer writes it. */
const words = (attributes: string, classes = ''): Rule =>
  rule({attributes, holds: PHRASES, words: true, classes});

const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries({
    page: rule({once: 'html'}),
    html: rule({attributes: 'lang id class data-*', once: 'head body'}),
    head: rule({holds: 'meta style script link', once: 'title base'}),
    base: rule({attributes: 'target'}),
    link: rule({attributes: 'rel href'}),
    meta: rule({attributes: 'charset name http-equiv content'}),
    title: rule({words: true}),
    style: rule({attributes: 'data-name', words: true}),
    script: rule({attributes: 'type id data-name src', words: true}),
    body: rule({
      attributes: 'id class data-*',
      holds: `${BLOCKS} ${PHRASES} script`,
      once: 'skip',
      words: true,
    }),
    skip: rule({attributes: 'class href', classes: 'skip', words: true}),
    wrapper: rule({
      attributes: 'id class lang role aria-labelledby tabindex data-*',
      holds: `${BLOCKS} ${PHRASES} contents`,
      words: true,
    }),
    contents: rule({attributes: 'class aria-labelledby', holds: 'p ul'}),
    choice: rule({attributes: 'class', holds: 'label select'}),
    more: rule({attributes: 'class', holds: 'details p'}),
    h1: words('id class', 'title'),
    h2: words('id'),
    h3: words('id'),
    p: rule({
      attributes: 'id class',
      classes: 'byline text note files source',
      holds: PHRASES,
      words: true,
    }),
    label: words('for'),
    select: rule({attributes: 'id'}),
    details: rule({holds: 'wrapper', once: 'summary'}),
    summary: words(''),
    ul: rule({attributes: 'class', classes: 'key-figures', holds: 'li'}),
    ol: rule({holds: 'li'}),
    li: words(''),
    a: words('class href download', 'proof'),
    data: rule({attributes: 'value data-expr', words: true}),
    em: words(''),
    span: words('class lang data-fact data-claims', 'said value label title'),
    strong: words(''),
    figure: rule({
      attributes: 'id aria-labelledby',
      holds: 'picture wrapper p more',
      once: 'figcaption choice',
    }),
    figcaption: rule({attributes: 'id', holds: `${PHRASES} h1`, words: true}),
    picture: rule({
      attributes: 'class role aria-label data-exprs',
      classes: 'picture fixed',
      holds: 'layout svg',
    }),
    layout: rule({attributes: 'class', classes: 'wide narrow', once: 'svg'}),
    table: rule({attributes: 'id aria-labelledby', once: 'caption thead tbody'}),
    caption: words('id'),
    thead: rule({once: 'tr'}),
    tbody: rule({holds: 'tr'}),
    tr: rule({attributes: 'id class', classes: 'marked', holds: 'th td'}),
    th: words('id scope class', 'start end'),
    td: words('id class', 'start end'),
    ...SVG_RULES,
    ...EMBED_RULES,
  }),
);

/** The rule of a kind; none where no report has such an element. */
export const ruleOf = (kind: string): Rule | undefined => RULES.get(kind);

/** What an element is, which for some depends on what they stand in. */
export function kindOf(element: Element, parent: Element, parentKind: string): string {
  const {name, attributes} = element;
  if (parentKind.startsWith('embed') && parentKind !== 'embed-svg') return ownInEmbed(element);
  if (name === 'svg') return parentKind === 'svg file' ? 'svg-file' : name;
  if (parentKind.startsWith('svg') || parentKind === 'embed-svg') return `svg-${name}`;
  if (name === 'a' && parentKind === 'body' && element === skipLinkIn(parent)) return 'skip';
  const extra = EXTRAS.find(each => hasClass(element, each));
  if (extra) return extra;
  if (!WRAPPERS.has(name)) return name;
  if (attributes['role'] === 'img') return 'picture';
  return parentKind === 'picture' ? 'layout' : 'wrapper';
}

/** In the page of snippets all is of a kind of its own, but for what every page has. */
const ownInEmbed = ({name}: Element): string =>
  name === 'head' || name === 'script' ? name : `embed-${name}`;

/** What stands beside the report has its place and no other: elsewhere its words would be read by nobody. */
const EXTRAS = ['contents', 'choice', 'more'];

const WRAPPERS = set('div section header main footer nav');

/** Classes by which words are there and not to be seen, at all times or on some screens. */
export const HIDING = set('skip wide narrow origin');

/** The values that an attribute may have, on whatever it may stand, or on an element of a name. */
export const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ['name', /^(?:viewport|color-scheme|theme-color|description|date|generator|referrer|robots)$/],
  ['http-equiv', /^content-security-policy$/i],
  ['type', /^(?:module|application\/json)$/],
  ['scope', /^(?:col|row)$/],
  ['rel', /^stylesheet$/],
  ['link href', /^(?:\.\.\/)+assets\/[\w-]+\.[0-9a-f]{12}\.css$/],
  ['src', /^(?:\.\.\/)+assets\/[\w-]+\.[0-9a-f]{12}\.js$/],
  ['for', /^[\w-]+-choice$/],
  ['iframe src', /^\S+$/],
  ['img src', /^\S+$/],
  ['button type', /^button$/],
  ['loading', /^lazy$/],
  ['sandbox', /^allow-scripts allow-downloads allow-popups$/],
  ['iframe style', /^width: 100%; height: auto; aspect-ratio: [\d.]+ \/ [\d.]+; border: 0$/],
  ['img style', /^max-width: 100%; height: auto$/],
  ['target', /^_blank$/],
  ['style', /^mix-blend-mode: [a-z-]+;$/],
  ['role', /^(?:img|group|region|banner|main|navigation|contentinfo|graphics-\w+)$/],
]);

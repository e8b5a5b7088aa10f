/**
 * What may stand where in a page: what src/print writes, in the shell that it fills, and what Vega draws. Nothing
 * else has a place in a report. A shell of one's own is free in its wrappers, since the words in them are read.
 */
import {type Element, hasClass, skipLinkIn} from './html-tree.ts';

export type Rule = {
  /** `data-*` is any attribute of that form. */
  readonly attributes: ReadonlySet<string>;
  /** What may stand directly in it, by kind. */
  readonly holds: ReadonlySet<string>;
  /** What of that may not stand there twice. */
  readonly once: ReadonlySet<string>;
  readonly hasWords: boolean;
  /** Null where a shell or a chart file chooses. */
  readonly classes: ReadonlySet<string> | null;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean));

type Sketch = {attributes?: string; holds?: string; once?: string; words?: true; classes?: string};

const rule = ({attributes = '', holds = '', once = '', words, classes}: Sketch): Rule => ({
  attributes: set(attributes),
  holds: set(`${holds} ${once}`),
  once: set(once),
  hasWords: words ?? false,
  classes: classes === undefined ? null : set(classes),
});

const PHRASES = 'a data em span strong';
const BLOCKS = 'wrapper picture figure table h1 h2 h3 p ul ol';

/** An element of words, as the printer writes it. */
const words = (attributes: string, classes = ''): Rule =>
  rule({attributes, holds: PHRASES, words: true, classes});

const PAINT =
  'class clip-path fill fill-opacity font-family font-size font-style font-variant font-weight opacity pointer-events stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style text-anchor transform';
const SAID = 'aria-hidden aria-label aria-roledescription focusable role';
const MARKS = 'svg-g svg-line svg-path svg-rect svg-text svg-defs';

/** An element of a chart; in such the printer writes no class of its own. */
const drawn = (attributes: string, holds = ''): Rule =>
  rule({attributes: `${PAINT} ${SAID} ${attributes}`, holds});

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
    'svg file': rule({once: 'svg-file'}),
    'svg-file': drawn(
      'width height viewbox version xmlns xmlns:xlink xml:lang aria-labelledby',
      `${MARKS} svg-title svg-desc`,
    ),
    'svg-title': rule({attributes: 'id', words: true}),
    'svg-desc': rule({attributes: 'id', words: true}),
    svg: drawn('width height viewbox version xmlns xmlns:xlink', MARKS),
    'svg-g': drawn('', MARKS),
    'svg-line': drawn('x1 x2 y1 y2'),
    'svg-path': drawn('d display'),
    'svg-rect': drawn('x y width height'),
    'svg-text': {
      ...drawn('dx dy x y', 'svg-tspan'),
      hasWords: true,
    },
    'svg-tspan': rule({attributes: 'x y dx dy', words: true}),
    'svg-defs': rule({holds: 'svg-clipPath svg-linearGradient svg-pattern svg-radialGradient'}),
    'svg-clipPath': rule({attributes: 'id', holds: 'svg-path svg-rect'}),
    'svg-linearGradient': rule({attributes: 'id x1 x2 y1 y2', holds: 'svg-stop'}),
    'svg-radialGradient': rule({attributes: 'id cx cy r fx fy fr', holds: 'svg-stop'}),
    'svg-pattern': rule({attributes: 'id viewbox width height preserveaspectratio', holds: 'svg-rect'}),
    'svg-stop': rule({attributes: 'offset stop-color'}),
  }),
);

/** The rule of a kind; none where no report has such an element. */
export const ruleOf = (kind: string): Rule | undefined => RULES.get(kind);

/** What an element is, which for some depends on what they stand in. */
export function kindOf(element: Element, parent: Element, parentKind: string): string {
  const {name, attributes} = element;
  if (name === 'svg') return parentKind === 'svg file' ? 'svg-file' : name;
  if (parentKind.startsWith('svg')) return `svg-${name}`;
  if (name === 'a' && parentKind === 'body' && element === skipLinkIn(parent)) return 'skip';
  const extra = EXTRAS.find(each => hasClass(element, each));
  if (extra) return extra;
  if (!WRAPPERS.has(name)) return name;
  if (attributes['role'] === 'img') return 'picture';
  return parentKind === 'picture' ? 'layout' : 'wrapper';
}

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
  ['target', /^_blank$/],
  ['style', /^mix-blend-mode: [a-z-]+;$/],
  ['role', /^(?:img|group|region|banner|main|navigation|contentinfo|graphics-\w+)$/],
]);

/** What may stand in a picture: what Vega draws, and what the printer puts into one that is a file. */
import {type Rule, rule} from './html-rule.ts';

const PAINT =
  'class clip-path fill fill-opacity font-family font-size font-style font-variant font-weight opacity pointer-events stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style text-anchor transform';
const SAID = 'aria-hidden focusable role';
export const MARKS = 'svg-g svg-line svg-path svg-rect svg-text svg-defs';

/**
 * An element of a chart; in such the printer writes no class of its own. What it says is its text: a name that is only
 * heard would be read by nobody here.
 */
export const drawn = (attributes: string, holds = ''): Rule =>
  rule({attributes: `${PAINT} ${SAID} ${attributes}`, holds});

export const SVG_RULES: Readonly<Record<string, Rule>> = {
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
};

/**
 * What may stand in the page of snippets, and in a snippet. Its examples are those of the printer; round them a shell of
 * one's own may have wrappers, and no words.
 */
import {type Rule, rule} from './html-rule.ts';
import {drawn, MARKS} from './svg-rules.ts';

const SHELL = 'embed-div embed-main embed-header embed-footer';

const wrapper = rule({attributes: 'id class', holds: `${SHELL} embed-section`});

export const EMBED_RULES: Readonly<Record<string, Rule>> = {
  'embed page': rule({once: 'embed-html'}),
  'embed-html': rule({attributes: 'lang id class data-*', once: 'head embed-body'}),
  'embed-body': rule({attributes: 'id class data-*', holds: `${SHELL} embed-section script`}),
  'embed-main': wrapper,
  'embed-header': wrapper,
  'embed-footer': wrapper,
  'embed-section': rule({
    attributes: 'lang',
    holds: 'embed-p embed-div embed-h2 embed-iframe embed-details',
    once: 'embed-h1',
  }),
  'embed-div': rule({
    attributes: 'id class',
    holds: `${SHELL} embed-section`,
    once: 'embed-h3 embed-p embed-textarea embed-button',
  }),
  'embed-h1': rule({words: true}),
  'embed-h2': rule({attributes: 'id', words: true}),
  'embed-h3': rule({attributes: 'id', words: true}),
  'embed-p': rule({attributes: 'class', classes: 'note', once: 'embed-code', words: true}),
  'embed-code': rule({words: true}),
  'embed-textarea': rule({attributes: 'readonly rows spellcheck aria-labelledby', words: true}),
  'embed-button': rule({attributes: 'class type data-copied hidden', classes: 'copy', words: true}),
  'embed-details': rule({holds: 'embed-figure', once: 'embed-summary'}),
  'embed-summary': rule({words: true}),
  'embed-snippet': rule({once: 'embed-iframe embed-figure script'}),
  'embed-iframe': rule({attributes: 'src title width height loading sandbox style'}),
  'embed-figure': rule({once: 'embed-figcaption embed-svg embed-img'}),
  'embed-img': rule({attributes: 'src width height alt loading style'}),
  'embed-figcaption': rule({once: 'embed-br embed-small', words: true}),
  'embed-br': rule({}),
  'embed-small': rule({holds: 'embed-a', words: true}),
  'embed-a': rule({attributes: 'href', words: true}),
  'embed-svg': drawn('viewbox version xmlns xmlns:xlink aria-label', MARKS),
};

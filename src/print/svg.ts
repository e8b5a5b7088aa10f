/**
 * A chart's SVG, made ready to stand in a page: silent, since its wrapper speaks for it, and with ids of
 * its own, since two charts that both say `clip0` would cut each other.
 */
import type {Picture} from '../document.ts';
import {dangerouslyUnescaped} from './escape.ts';
import type {Markup} from './escape.ts';

/** `scope` is a prefix that no other picture of the page has. */
export function inlineSvg(picture: Picture, scope: string): Markup {
  const markup = picture.svg
    .slice(picture.svg.indexOf('<svg'))
    .replace(/^<svg/, '<svg aria-hidden="true" focusable="false"')
    .replace(/(\sid=["'])/g, `$1${scope}-`)
    .replace(/(url\(["']?#)/g, `$1${scope}-`)
    .replace(/(\s(?:xlink:)?href=["']#)/g, `$1${scope}-`);
  return dangerouslyUnescaped(markup);
}

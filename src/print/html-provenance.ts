/**
 * What the page's script is given: where each number comes from. The script itself stands in the page's shell.
 */
import {createHash} from 'node:crypto';
import type {Document} from '../document.ts';
import {dangerouslyUnescaped} from './escape.ts';
import type {Markup} from './escape.ts';

/** The data as an element that is not run. Lists are short forms: a table of many counties has many cells. */
export function printProvenance({provenance}: Document): Markup {
  const {title, close, expressions, cells, marked} = provenance;
  const data = {
    title,
    close,
    marked,
    expressions: mapValues(expressions, ({words, cells: ids}) => [words, ids.join(' ')]),
    cells: mapValues(cells, ({words}) => words),
  };
  return dangerouslyUnescaped(`<script type="application/json" id="provenance">${safeJson(data)}</script>`);
}

/** What a content security policy lets run: the scripts of the shell as they stand, by their hash, and no other. */
export function scriptSources(shell: string): Markup {
  const scripts = [...shell.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script!);
  const hashes = scripts.map(script => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return dangerouslyUnescaped(hashes.join(' ') || "'none'");
}

/** JSON that cannot end the element it stands in. */
const safeJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

const mapValues = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

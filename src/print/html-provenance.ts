/**
 * What the page's script is given: where each number comes from. The script itself stands in the page's shell.
 */
import type {Document} from '../document.ts';
import {jsonElement} from './escape.ts';
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
  return jsonElement('provenance', data);
}

const mapValues = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

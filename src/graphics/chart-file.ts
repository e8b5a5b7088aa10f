/**
 * What a chart file is, and every way in which one can be wrong.
 *
 * A chart file is an ordinary Vega or Vega-Lite spec in which some names stand without a value: a table
 * (`"data": {"name": "flows"}`), a param or signal (`{"name": "labels"}`). A bare name is filled from outside.
 */
import {checkFields} from './chart-fields.ts';
import {INKS, TONES} from './config.ts';
import {FITS, type Fit} from './fit.ts';
import {names, objects, record, texts, type Json} from './json.ts';
import {NAME_FORMS, TABLES, type TableName} from './rows.ts';
import type {Layout} from './sizes.ts';

const LAYOUTS: readonly string[] = ['wide', 'narrow'];

/** A parsed and checked chart file. A chart without a narrow layout is for print and wide screens. */
export type ChartFile = {
  readonly $schema: string;
  readonly usermeta: {
    readonly fit: string;
    readonly layouts: {readonly wide: Layout; readonly narrow?: Layout};
    /**
     * What is drawn otherwise where no county is highlighted: by the name of a list (`data`, `transform` ...) the parts
     * that stand in it instead of those of their name, or the whole list where they have none.
     */
    readonly overview?: Readonly<Record<string, readonly unknown[]>>;
  };
  readonly [key: string]: unknown;
};

/**
 * The bare names that every chart can ask for, besides its layout's settings and its fit's sizes. `county` is the
 * code of the county that the report is about, null where it is about all; `nameOf` has the name of each county by its code.
 */
const GIVEN = ['labels', 'county', 'nameOf'];

/**
 * Every fault of a chart file, as one line each; empty for a good one.
 * `labels` are the chart labels of the language in which it will be drawn.
 */
export function checkChartFile(json: unknown, labels: Readonly<Record<string, string>>): string[] {
  const file = record(json);
  const problems = [
    ...checkSchema(file),
    ...checkFit(file),
    ...checkLayouts(file),
    ...checkOverview(file),
    ...checkTables(file),
    ...checkFields(file, tablesOf(file)),
    ...checkMarks(file),
    ...checkBareNames(file),
    ...checkLabels(file, labels),
    ...checkScales(file),
    ...checkLooks(file),
  ];
  return [...new Set(problems)];
}

/** The tables that a chart file names, each once. */
export function tablesOf(file: unknown): string[] {
  const data = objects(file).flatMap(object => [object['data']].flat().map(record));
  const bare = data.filter(({name, values, url, source}) => name && !values && !url && !source);
  return [...new Set(bare.map(({name}) => String(name)))];
}

/** Whether a chart draws the flows of one county, so that the overview of all cannot have it. */
export const isOfCounty = (file: unknown): boolean => tablesOf(file).includes('flows');

/** The params or signals that a chart file wants filled. */
export function bareNames(file: Json): string[] {
  const declared = [file['params'], file['signals']].flat().map(record);
  return declared.filter(entry => Object.keys(entry).join() === 'name').map(({name}) => String(name));
}

function checkSchema({$schema}: Json): string[] {
  const known = /^https:\/\/vega\.github\.io\/schema\/(vega|vega-lite)\/v6\.json$/.test(String($schema));
  return known ? [] : [expected('$schema of Vega or Vega-Lite 6', $schema)];
}

function checkFit(file: Json): string[] {
  const {fit} = record(file['usermeta']);
  return fitOf(file) ? [] : [expected(`usermeta.fit as one of ${list(Object.keys(FITS))}`, fit)];
}

function checkLayouts(file: Json): string[] {
  const {layouts} = record(file['usermeta']);
  const names = Object.keys(record(layouts));
  const unknown = names.filter(name => !LAYOUTS.includes(name));
  return [
    ...(names.includes('wide') ? [] : [expected('usermeta.layouts.wide', undefined)]),
    ...unknown.map(name => `usermeta.layouts.${name}: no such layout; there are ${list(LAYOUTS)}`),
    ...names.flatMap(name => checkLayout(name, record(record(layouts)[name]), fitOf(file)?.settings ?? {})),
  ];
}

function checkLayout(name: string, layout: Json, settings: Fit['settings']): string[] {
  const place = `usermeta.layouts.${name}`;
  const wrong = Object.entries({width: 'number', ...settings}).filter(
    ([key, kind]) => typeof layout[key] !== kind,
  );
  const form = (NAME_FORMS as readonly unknown[]).includes(layout['names']);
  return [
    ...wrong.map(([key, kind]) => expected(`${place}.${key} as a ${kind}`, layout[key])),
    ...(form ? [] : [expected(`${place}.names as one of ${list(NAME_FORMS)}`, layout['names'])]),
  ];
}

/** A part that has no counterpart would be lost without a word. */
function checkOverview(file: Json): string[] {
  const {overview} = record(file['usermeta']);
  const namesIn = (parts: unknown) => [parts].flat().flatMap(part => names(record(part)['name']));
  return Object.entries(record(overview)).flatMap(([key, parts]) => {
    const there = namesIn(file[key]);
    const lost = namesIn(parts).filter(name => !there.includes(name));
    return lost.map(name => `usermeta.overview.${key}: no "${name}" to stand for; there are ${list(there)}`);
  });
}

function checkTables(file: Json): string[] {
  const {fit} = record(file['usermeta']);
  const usable = fitOf(file)?.tables ?? TABLES;
  const asked = tablesOf(file);
  const unknown = asked.filter(table => !(TABLES as readonly string[]).includes(table));
  const unfit = asked.filter(table => !unknown.includes(table) && !usable.includes(table as TableName));
  return [
    ...(asked.length > 0 ? [] : [`names no table; there are ${list(TABLES)}`]),
    ...unknown.map(table => `no table "${table}"; there are ${list(TABLES)}`),
    ...unfit.map(table => `table "${table}" does not go with the fit "${fit}", which takes ${list(usable)}`),
  ];
}

function checkBareNames(file: Json): string[] {
  const {layouts} = record(file['usermeta']);
  const lists = ['params', 'signals'].filter(key => file[key] !== undefined && !Array.isArray(file[key]));
  const wrong = lists.map(key => expected(`${key} as a list`, file[key]));
  const unfilled = Object.values(record(layouts)).flatMap(layout => {
    const known = [...GIVEN, ...Object.keys(record(layout)), ...(fitOf(file)?.sizes ?? [])];
    const unknown = bareNames(file).filter(name => !known.includes(name));
    return unknown.map(name => `nothing fills "${name}"; there are ${list(known)}`);
  });
  return [...wrong, ...unfilled];
}

function checkLabels(file: Json, labels: Readonly<Record<string, string>>): string[] {
  const used = texts(file).flatMap(text =>
    [...text.matchAll(/\blabels\.(\w+)/g)].map(match => match[1] ?? ''),
  );
  const asked = new Set([...used, ...(fitOf(file)?.labels ?? [])]);
  const missing = [...asked].filter(key => labels[key] === undefined);
  return missing.map(key => `no label charts.${key}; there are ${list(Object.keys(labels))}`);
}

/** Vega-Lite is compiled to Vega; the two name and keep things differently. */
export const isVegaLite = (spec: Json): boolean => String(spec['$schema']).includes('/vega-lite/');

/** Vega falls over an unknown mark in words that help nobody. */
function checkMarks(file: Json): string[] {
  const isLite = isVegaLite(file);
  const known = isLite ? LITE_MARKS : VEGA_MARKS;
  const {usermeta: _, ...spec} = file;
  const asked = objects(spec).flatMap(({mark, marks}) =>
    isLite
      ? [mark].flat().map(each => record(each)['type'] ?? each)
      : [marks].flat().map(each => record(each)['type']),
  );
  const wrong = asked.filter(type => type !== undefined && !known.includes(String(type)));
  return wrong.map(type => expected(`a mark of type ${list(known)}`, type));
}

const LITE_MARKS =
  'arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick trail'.split(
    ' ',
  );
const VEGA_MARKS = 'arc area group image line path rect rule shape symbol text trail'.split(' ');

/** A scale over tones or inks matches names with colours by position, so a wrong order would swap gain and loss. */
function checkScales(file: Json): string[] {
  const orders: Readonly<Record<string, readonly string[]>> = {category: TONES, ordinal: INKS};
  return objects(file).flatMap(({range, domain}) => {
    const order = orders[String(range)];
    if (!order || (Array.isArray(domain) && domain.every((name, index) => name === order[index]))) return [];
    return [expected(`a domain in the order ${list(order)} for the range "${range}"`, domain)];
  });
}

/** Colours and fonts are the theme's. */
function checkLooks(file: Json): string[] {
  const colours = texts(file).filter(text => /^#[0-9a-f]{3,8}$|^(rgb|hsl)a?\(/i.test(text));
  const fonts = objects(file)
    .flatMap(Object.keys)
    .filter(key => /^(font|labelFont|titleFont)$/.test(key));
  return [
    ...colours.map(colour => `${colour}: colours come from the theme; use a style or a scale with a range`),
    ...fonts.map(key => `"${key}": fonts come from the theme`),
  ];
}

/** The fit that a file names, if there is one of that name. */
function fitOf(file: Json): Fit | undefined {
  const name = String(record(file['usermeta'])['fit']);
  return Object.hasOwn(FITS, name) ? FITS[name] : undefined;
}

function expected(what: string, saw: unknown): string {
  return `expected ${what}, saw ${saw === undefined ? 'nothing' : JSON.stringify(saw)}`;
}

function list(names: readonly string[]): string {
  return names.join(', ');
}

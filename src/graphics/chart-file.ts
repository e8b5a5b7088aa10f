/**
 * What a chart file is, and every way in which one can be wrong.
 *
 * A chart file is an ordinary Vega or Vega-Lite spec in which some names stand without a value: a table
 * (`"data": {"name": "flows"}`), a param or signal (`{"name": "labels"}`). A bare name is filled from outside.
 */
import {INKS, TONES} from './config.ts';
import {FITS, type Fit} from './fit.ts';
import {NAME_FORMS, TABLES, type TableName} from './rows.ts';
import type {Layout} from './sizes.ts';

export const LAYOUTS = ['wide', 'narrow'] as const;
export type LayoutName = (typeof LAYOUTS)[number];

/** A parsed and checked chart file. A chart without a narrow layout is for print and wide screens. */
export type ChartFile = {
  readonly $schema: string;
  readonly usermeta: {
    readonly fit: string;
    readonly layouts: {readonly wide: Layout; readonly narrow?: Layout};
  };
  readonly [key: string]: unknown;
};

/** The bare names that every chart can ask for, besides its layout's settings and its fit's sizes. */
export const GIVEN = ['labels', 'county', 'countyName'] as const;

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
    ...checkTables(file),
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

/** The params or signals that a chart file wants filled. */
export function bareNames(file: Readonly<Record<string, unknown>>): string[] {
  const declared = [file['params'], file['signals']].flat().map(record);
  return declared.filter(entry => Object.keys(entry).join() === 'name').map(({name}) => String(name));
}

function checkSchema({$schema}: Readonly<Record<string, unknown>>): string[] {
  const known = /^https:\/\/vega\.github\.io\/schema\/(vega|vega-lite)\/v6\.json$/.test(String($schema));
  return known ? [] : [expected('$schema of Vega or Vega-Lite 6', $schema)];
}

function checkFit(file: Readonly<Record<string, unknown>>): string[] {
  const {fit} = record(file['usermeta']);
  return fitOf(file) ? [] : [expected(`usermeta.fit as one of ${list(Object.keys(FITS))}`, fit)];
}

function checkLayouts(file: Readonly<Record<string, unknown>>): string[] {
  const {layouts} = record(file['usermeta']);
  const names = Object.keys(record(layouts));
  const unknown = names.filter(name => !(LAYOUTS as readonly string[]).includes(name));
  return [
    ...(names.includes('wide') ? [] : [expected('usermeta.layouts.wide', undefined)]),
    ...unknown.map(name => `usermeta.layouts.${name}: no such layout; there are ${list(LAYOUTS)}`),
    ...names.flatMap(name => checkLayout(name, record(record(layouts)[name]), fitOf(file)?.settings ?? {})),
  ];
}

function checkLayout(
  name: string,
  layout: Readonly<Record<string, unknown>>,
  settings: Fit['settings'],
): string[] {
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

function checkTables(file: Readonly<Record<string, unknown>>): string[] {
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

function checkBareNames(file: Readonly<Record<string, unknown>>): string[] {
  const {layouts} = record(file['usermeta']);
  return Object.values(record(layouts)).flatMap(layout => {
    const known = [...GIVEN, ...Object.keys(record(layout)), ...(fitOf(file)?.sizes ?? [])];
    const unknown = bareNames(file).filter(name => !known.includes(name));
    return unknown.map(name => `nothing fills "${name}"; there are ${list(known)}`);
  });
}

function checkLabels(
  file: Readonly<Record<string, unknown>>,
  labels: Readonly<Record<string, string>>,
): string[] {
  const used = texts(file).flatMap(text =>
    [...text.matchAll(/\blabels\.(\w+)/g)].map(match => match[1] ?? ''),
  );
  const asked = new Set([...used, ...(fitOf(file)?.labels ?? [])]);
  const missing = [...asked].filter(key => labels[key] === undefined);
  return missing.map(key => `no label charts.${key}; there are ${list(Object.keys(labels))}`);
}

/** A scale over tones or inks matches names with colours by position, so a wrong order would swap gain and loss. */
function checkScales(file: Readonly<Record<string, unknown>>): string[] {
  const orders: Readonly<Record<string, readonly string[]>> = {category: TONES, ordinal: INKS};
  return objects(file).flatMap(({range, domain}) => {
    const order = orders[String(range)];
    if (!order || (Array.isArray(domain) && domain.every((name, index) => name === order[index]))) return [];
    return [expected(`a domain in the order ${list(order)} for the range "${range}"`, domain)];
  });
}

/** Colours and fonts are the theme's. */
function checkLooks(file: Readonly<Record<string, unknown>>): string[] {
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
function fitOf(file: Readonly<Record<string, unknown>>): Fit | undefined {
  const name = String(record(file['usermeta'])['fit']);
  return Object.hasOwn(FITS, name) ? FITS[name] : undefined;
}

function expected(what: string, saw: unknown): string {
  return `expected ${what}, saw ${saw === undefined ? 'nothing' : JSON.stringify(saw)}`;
}

function list(names: readonly string[]): string {
  return names.join(', ');
}

function record(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}

/** Every object in a JSON value, outermost first. */
function objects(json: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(json)) return json.flatMap(objects);
  if (typeof json !== 'object' || json === null) return [];
  return [record(json), ...Object.values(json).flatMap(objects)];
}

/** Every text in a JSON value. */
function texts(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(texts) : [];
}

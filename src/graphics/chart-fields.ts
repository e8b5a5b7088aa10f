/**
 * The fields that a chart file reads, against those that there are. Vega takes a field that does not exist for
 * nothing and draws an empty chart without a word, so this has to be found before.
 *
 * Known are the columns of the tables that the file names and whatever its transforms make, for the whole file
 * at once: where in the file a field comes to be is not followed.
 */
import {names, objects, record, texts, type Json} from './json.ts';
import {COLUMNS, type TableName} from './rows.ts';

/** Fields and data sets that are read and are nowhere, as one line each. */
export function checkFields(file: Json, tables: readonly string[]): string[] {
  const {usermeta: _, ...spec} = file;
  const columns = tables.flatMap(table => Object.keys(COLUMNS[table as TableName] ?? {}));
  const there = [...new Set([...columns, ...objects(spec).flatMap(made)])];
  const {fields, ticks} = read(spec);
  const data = objects(spec).flatMap(({name}) => names(name));
  return [
    ...unknown(pivots(spec) ? [] : fields, there).map(
      field => `no field "${field}"; there are ${list(there)}`,
    ),
    ...unknown(ticks, TICK).map(
      field => `no field "${field}" in an axis or legend, whose datum has ${list(TICK)}`,
    ),
    ...unknown(dataSets(spec), data).map(
      name => `no data set "${name}"; there are ${list([...new Set(data)])}`,
    ),
  ];
}

/** What an expression finds in the `datum` of an axis or a legend. */
const TICK = ['value', 'label', 'index'];

/** The parts of a spec in which a `datum` is a tick. */
const GUIDES = ['axis', 'axes', 'legend', 'legends', 'header'];

/** Where fields stand in a spec, and where else in a transform. */
const HOLDERS = ['field', 'fields', 'groupby', 'key'];
const TRANSFORM_HOLDERS = 'lookup fold flatten stack impute density loess regression quantile on x y'.split(
  ' ',
);

type Reading = {readonly fields: readonly string[]; readonly ticks: readonly string[]};

function read(spec: Json): Reading {
  const guides = objects(spec).flatMap(object => GUIDES.map(name => object[name]));
  const rest = without(spec, GUIDES);
  const transforms = objects(rest).flatMap(({transform}) => objects(transform));
  const held = [
    ...objects(rest).flatMap(object => HOLDERS.flatMap(holder => fieldNames(object[holder]))),
    ...transforms.flatMap(object => TRANSFORM_HOLDERS.flatMap(holder => fieldNames(object[holder]))),
    ...transforms.flatMap(({type, values}) => (type === 'lookup' ? fieldNames(values) : [])),
  ];
  return {fields: [...held, ...texts(rest).flatMap(datumNames)], ticks: texts(guides).flatMap(datumNames)};
}

/** A spec without the properties of some names, at any depth. */
function without(json: unknown, left: readonly string[]): unknown {
  if (Array.isArray(json)) return json.map(each => without(each, left));
  if (typeof json !== 'object' || json === null) return json;
  const kept = Object.entries(json).filter(([name]) => !left.includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, without(value, left)]));
}

/** The columns that a property names: "net", ["net", null], {"datum": "net"}; of a path "a.b" or "a[0]" the first step. */
function fieldNames(held: unknown): string[] {
  const {datum, parent} = record(held);
  return [...names(held), ...names(datum), ...names(parent)]
    .filter(path => path !== '*')
    .map(path => (/^(?:\\.|[^.[\\])+/.exec(path)?.[0] ?? '').replaceAll('\\', ''))
    .filter(Boolean);
}

/** The names behind `datum` in an expression. Strings are passed over, for they may say anything. */
function datumNames(expression: string): string[] {
  return [...expression.matchAll(DATUM)].flatMap(([, plain, , quoted]) => plain ?? quoted ?? []);
}

const DATUM = /\bdatum(?:\.([A-Za-z_$][\w$]*)|\[\s*(['"])(.*?)\2\s*\])|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

/** The data sets that a Vega file reads. Those of Vega-Lite are tables and checked as such. */
function dataSets(spec: Json): string[] {
  return objects(spec).flatMap(({from, source}) => [
    ...names(from),
    ...names(record(from)['data']),
    ...names(source),
  ]);
}

/** The fields that an object makes, if it is a transform or holds data. */
function made(object: Json): string[] {
  const as = names(object['as']);
  const ends = ['bin', 'stack', 'timeUnit'].some(name => object[name]) ? as.map(name => `${name}_end`) : [];
  const rows = [object['values']].flat().flatMap(row => Object.keys(record(row)));
  return [...(as.length > 0 ? [...as, ...ends] : byDefault(object)), ...rows];
}

/** What Vega and Vega-Lite call the results of a transform without `as`. */
function byDefault(transform: Json): string[] {
  const kind = names(transform['type'])[0] ?? Object.keys(DEFAULTS).find(name => transform[name]);
  const fields = [transform['fields'], transform['field']].flat();
  const sums = names(transform['ops'] ?? transform['aggregate']).map((op, index) =>
    fields[index] ? `${op}_${String(fields[index])}` : op,
  );
  const always = kind && Object.hasOwn(DEFAULTS, kind) ? DEFAULTS[kind]! : [];
  return [...always, ...sums, ...(kind === 'aggregate' ? ['count'] : [])];
}

const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  fold: ['key', 'value'],
  bin: ['bin0', 'bin1'],
  stack: ['y0', 'y1'],
  pie: ['startAngle', 'endAngle'],
  density: ['value', 'density'],
  kde: ['value', 'density'],
  quantile: ['prob', 'value'],
  sequence: ['data'],
};

/** A pivot names columns after values, so what there is shows only when the chart is drawn. */
function pivots(spec: Json): boolean {
  return objects(spec).some(({pivot, type}) => pivot !== undefined || type === 'pivot');
}

function unknown(asked: readonly string[], there: readonly string[]): string[] {
  return [...new Set(asked)].filter(name => !there.includes(name));
}

function list(all: readonly string[]): string {
  return all.join(', ');
}

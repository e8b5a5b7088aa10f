/**
 * What the script of a page is given about its numbers, held against the table: the cells that an expression speaks of,
 * whom its words name, and where a cell was printed.
 */
import type {Table} from '../extract/table.ts';
import {evenWith, flowsOf, outsiders} from './figures.ts';
import type {Lore, Me} from './lore.ts';
import type {Reading} from './reading.ts';
import type {World} from './evaluator.ts';
import type {Yardstick} from './yardstick.ts';

type Given = {
  readonly expressions: Readonly<Record<string, readonly [words: string, cells: string]>>;
  readonly cells: Readonly<Record<string, string>>;
};

/** What is wrong with it. Pages without a script have none, and older ones had none. */
export function originProblems(
  {lore, hasFullTable, hasPartners}: Yardstick,
  me: Me,
  {provenance, blocks}: Reading,
): readonly string[] {
  if (provenance === null) return [];
  if (!isGiven(provenance)) return ['What the script of the page is given is not what it takes'];
  const {expressions, cells} = provenance;
  // Cells that the page has not cannot be marked in it.
  const isThere = (id: string) => hasFullTable || (me !== null && id.startsWith(`c-${lore.world.keys[me]}-`));
  const used = new Set(blocks.flatMap(expressionsIn));
  const missing = [...used].filter(expr => !Object.hasOwn(expressions, expr));
  return [
    ...missing.map(expr => `The script of the page is not told of ${expr}`),
    ...Object.entries(expressions).flatMap(([expr, [words, ids]]) => [
      ...(hasFullTable || hasPartners ? cellProblems(lore, expr, ids, isThere) : []),
      ...nameProblems(lore, expr, words),
    ]),
    ...Object.entries(cells).flatMap(([id, words]) => placeProblems(lore.table, id, words)),
  ];
}

function isGiven(provenance: unknown): provenance is Given {
  const held = provenance as Partial<Given> | undefined;
  return (
    typeof held?.expressions === 'object' &&
    Object.values(held.expressions).every(each => Array.isArray(each) && each.length === 2) &&
    typeof held.cells === 'object'
  );
}

function expressionsIn(block: Reading['blocks'][number]): readonly string[] {
  const passages =
    block.kind === 'table' ? block.rows.flat() : block.kind === 'figure' ? [block.caption] : [block.words];
  return passages.flatMap(({figures}) => figures.map(({expr}) => expr));
}

/** Calls whose cells are known; an expression with another is not looked at. */
const CELLS: Readonly<Record<string, (world: World, args: readonly string[]) => readonly string[]>> = {
  net: (_, [a, b]) => [`c-${a}-${b}`],
  total: (_, [a]) => [`t-${a}`],
  rank: ({keys}) => keys.map(key => `t-${key}`),
  totals: ({keys}) => keys.map(key => `t-${key}`),
  onSide: (world, [sign]) => totalCells(world, sign),
  sideSum: (world, [sign]) => totalCells(world, sign),
  together: (_, counties) => counties.map(key => `t-${key}`),
  regionTotal: (world, [key]) => regionCells(world, key, other => other.key !== key),
  regionNet: (world, [key, against]) => regionCells(world, key, other => other.key === against),
  sum: (world, [sign, a, most]) => flowCells(world, sign, a, Number(most ?? 0)),
  count: (world, [sign, a, most]) => flowCells(world, sign, a, Number(most ?? 0)),
  outside: (world, [a, b, most]) =>
    outsiders(world, world.survey.places.get(b!)!, Number(most)).map(other => `c-${a}-${world.keys[other]}`),
  region: (world, [a, key]) =>
    world.regions
      .find(region => region.key === key)!
      .members.filter(member => world.keys[member] !== a)
      .map(member => `c-${a}-${world.keys[member]}`),
  sources: (world, [a]) => cellsAgainst(world, world.survey.source, a),
  destinations: (world, [a]) => cellsAgainst(world, world.survey.destination, a),
};

/** The cells of all whose largest partner is this one. */
const cellsAgainst = (
  {keys, survey}: World,
  partners: World['survey']['source'],
  key: string | undefined,
): readonly string[] =>
  partners.flatMap((each, at) => (each === survey.places.get(key ?? '') ? [`c-${keys[at]}-${key}`] : []));

/** The cells of one side of a county without its `most` largest, or those of nought. */
function flowCells(
  world: World,
  sign: string | undefined,
  key: string | undefined,
  most: number,
): readonly string[] {
  const me = world.survey.places.get(key ?? '') ?? -1;
  const side = () => flowsOf(world, me, sign === '+' ? 1 : -1).map(({county}) => county);
  const partners = sign === '0' ? evenWith(world, me) : side().slice(most);
  return partners.map(other => `c-${key}-${world.keys[other]}`);
}

const totalCells = ({keys, totals}: World, sign: string | undefined): readonly string[] =>
  keys.flatMap((key, at) => (Math.sign(totals[at]!) === SIGNS[sign ?? ''] ? [`t-${key}`] : []));

const SIGNS: Readonly<Record<string, number>> = {'+': 1, '-': -1, '0': 0};

/** A region's counties against those of some others. */
function regionCells(
  {keys, regions}: World,
  key: string | undefined,
  isOther: (region: World['regions'][number]) => boolean,
): readonly string[] {
  const own = regions.find(region => region.key === key)!;
  const others = regions.filter(isOther).flatMap(({members}) => members);
  return own.members.flatMap(a => others.map(b => `c-${keys[a]}-${keys[b]}`));
}

const OF_TOTALS = ['total', 'rank', 'totals', 'onSide', 'sideSum', 'together'];

/** Calls that only put others together. */
const JOINING = ['pct', 'times', 'about'];

function cellProblems(
  {world, table}: Lore,
  expr: string,
  ids: string,
  isThere: (id: string) => boolean,
): readonly string[] {
  const calls = [...expr.replaceAll(' ', '').matchAll(/([a-zA-Z]+)\(([^()]*)\)/g)];
  const names = (expr.match(/[a-zA-Z]+(?=\()/g) ?? []).filter(name => !JOINING.includes(name));
  if (calls.length === 0 || names.some(name => !CELLS[name])) return [];
  // A total that is printed nowhere has the cells that it was added up from.
  if (names.some(name => OF_TOTALS.includes(name)) && !table.matrix.totalPlaces.every(Boolean)) return [];
  const all = calls.flatMap(([, name, list]) => CELLS[name!]!(world, list!.split(',')));
  const right = new Set(all.filter(isThere));
  const found = ids.split(' ').filter(Boolean);
  const isSame = found.length === right.size && found.every(id => right.has(id));
  return isSame ? [] : [`The script of the page would mark other cells than those of ${expr}`];
}

/** How many are shown or left out, which is a number and no key. */
const HOW_MANY =
  /(?<=\b(?:sum|count)\([-+],\w+|\boutside\(\w+,\w+|\boutsiders\(\w+|\bunranked\(\w+)(?:,\d+)+(?=\))/g;

/** The words for an expression name whom it speaks of. */
function nameProblems({table, world}: Lore, expr: string, words: string): readonly string[] {
  const bare = expr.replaceAll(' ', '').replace(HOW_MANY, '');
  const keys = new Set(bare.match(/(?<=[(,])\w+(?=[,)])/g) ?? []);
  const spoken = [...keys].flatMap(key => world.survey.places.get(key) ?? []);
  const missing = spoken.filter(at => !words.includes(table.counties[at]!.name));
  return missing.map(at => `The words for ${expr} do not name ${table.counties[at]!.name}: “${words}”`);
}

/** The words for a cell tell the line and the characters that were printed for it. */
function placeProblems({matrix, index, gross}: Table, id: string, words: string): readonly string[] {
  const [, row, column] = /^(?:t-(?=\w+$)|c-)(\w+)(?:-(\w+))?$/.exec(id) ?? [];
  const a = index.get(row ?? '');
  if (a === undefined || gross) return [];
  const place = column === undefined ? matrix.totalPlaces[a] : matrix.places[a]?.[index.get(column) ?? -1];
  if (!place) return [];
  const isTold = words.includes(String(place.line)) && words.includes(place.text);
  return isTold
    ? []
    : [`The words for the cell ${id} do not say that line ${place.line} prints “${place.text}”: “${words}”`];
}

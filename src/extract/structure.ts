/**
 * Lines -> cells by county: finds rows, counties, heads and blocks, and reads the cells in the layout that the
 * totals prove. Where a step fails, its issues say why, and nothing that follows from it.
 */
import {type Issue} from '../issues.ts';
import {type Assembly, assemble} from './assemble.ts';
import {assumedBlocks, type Block, type Blocks, blocksOf, partsIn, runsOf} from './blocks.ts';
import {whereOf} from './cells.ts';
import {numbered} from './codes.ts';
import {
  duplicateCounty,
  headsAssumed,
  headTwice,
  noHeads,
  noTable,
  strayLine,
  tooManyCounties,
} from './complaints.ts';
import {directionOf, type Direction, isGross} from './gross.ts';
import {type Head, headsOf} from './heads.ts';
import type {Line} from './lines.ts';
import {nameOf, type Printed, printedCells} from './matrix.ts';
import {misfitIssues} from './misfits.ts';
import {isTotalWord, keyOf} from './names.ts';
import type {Budget} from './readings.ts';
import {rowsOf} from './rows.ts';
import {respelled} from './spelling.ts';
import {namesOf, type Owned, placeOf, type Unit, unitsOf} from './units.ts';

/** What was printed, and how it was found. */
export type Structure = {
  readonly units: readonly Unit[];
  readonly printed: Printed;
  readonly assembly: Assembly;
  readonly blocks: Blocks;
  /** Null for a net table; of a gross one what the rows are, `unclear` where the heads do not say it. */
  readonly gross: Direction | 'unclear' | null;
  /** The lines above the table and below it. */
  readonly above: readonly Line[];
  readonly below: readonly Line[];
};

type Found = {readonly structure: Structure | null; readonly issues: readonly Issue[]};

/** A text with its rows, counties and heads found, before they are put together. */
type Parts = {
  readonly units: readonly Unit[];
  readonly owned: readonly Owned[];
  readonly gaps: readonly (readonly Line[])[];
  readonly heads: readonly (readonly Head[])[];
  /** What was noticed of rows, and of heads: the latter means nothing where heads are garbled. */
  readonly rowIssues: readonly Issue[];
  readonly headIssues: readonly Issue[];
  readonly strays: readonly Issue[];
};

/** No table has more: a full one of these is as large as any that is read. */
const MOST_COUNTIES = 350;

const isError = ({severity}: Issue) => severity === 'error';

/** Finds the table in the lines of a text. */
export function structureOf(file: string, lines: readonly Line[]): Found {
  const parts = partsOf(file, lines);
  if ('issues' in parts) return {structure: null, issues: parts.issues};
  const {units, owned, gaps, heads} = parts;
  const runs = runsOf(owned, heads);
  const found = blocksOf(runs, units);
  const words = partsIn(gaps.flatMap(gap => gap.map(({text}) => text)));
  const ways = found.length ? found : assumedBlocks(runs, units, words);
  if (ways.length === 0) return {structure: null, issues: lackOfHeads(file, parts)};
  const budget = {left: MOST_STEPS};
  let best: Found | null = null;
  for (const blocks of ways) {
    const tried = putTogether(file, ...inColumnOrder(blocks, parts), budget);
    if (!best || badness(tried) < badness(best)) best = tried;
    if (badness(best) === 0) break;
  }
  return best!;
}

/** How many tokens may be looked at in search of a reading: less than a second. */
const MOST_STEPS = 600_000;

/** A table that is proven is better than one that is only whole, and that than none. */
const badness = ({structure}: Found) => (structure ? Math.min(structure.assembly.failures ?? 1, 2) : 3);

function partsOf(file: string, lines: readonly Line[]): Parts | {readonly issues: readonly Issue[]} {
  const {rows, gaps, named} = rowsOf(lines);
  if (rows.length === 0) return {issues: [noTable(file)]};
  const starts = new Set(gaps.flatMap((gap, at) => (at > 0 && gap.length > 0 ? [at] : [])));
  const {units, owned, issues} = unitsOf(file, rows, starts, named);
  if (issues.some(isError)) return {issues: issues.filter(isError)};
  if (units.length > MOST_COUNTIES) return {issues: [tooManyCounties(file, units.length, MOST_COUNTIES)]};
  if (owned.length < 2) return {issues: [noTable(file)]};
  const names = namesOf(units);
  const zoneOf = (at: number) => (at === 0 ? 'above' : at === gaps.length - 1 ? 'below' : 'between');
  const read = gaps.map((gap, at) => headsOf(file, gap, zoneOf(at), names));
  const spelled = respelled(
    file,
    read.map(({heads}) => heads),
    units,
  );
  return {
    units,
    owned,
    gaps,
    heads: spelled.heads,
    rowIssues: issues,
    headIssues: [...read.flatMap(each => each.issues), ...spelled.issues],
    strays: read.slice(1, -1).flatMap(({others}) => strayIssues(file, others, gaps[0]!)),
  };
}

/**
 * Counties in the order of the columns, which is the publication's even where a copy has rows in another: columns
 * are not so easily sorted.
 */
function inColumnOrder(blocks: Blocks, parts: Parts): readonly [Blocks, Parts] {
  const order = blocks.blocks.flatMap(({columns}) => columns.filter(each => typeof each === 'number'));
  const places = new Map(order.map((unit, at) => [unit, at]));
  const moved = <Each>(each: Each) => (typeof each === 'number' ? (places.get(each) as Each) : each);
  const rows = (owned: readonly Owned[]) => owned.map(({row, owner}) => ({row, owner: moved(owner)}));
  const heads = (list: readonly Head[]) =>
    list.map(head => (head.kind === 'unit' ? {...head, unit: moved(head.unit)} : head));
  return [
    {
      ...blocks,
      blocks: blocks.blocks.map(block => ({
        ...block,
        columns: block.columns.map(moved),
        rows: rows(block.rows),
      })),
    },
    {
      ...parts,
      units: order.map(unit => parts.units[unit]!),
      owned: rows(parts.owned),
      heads: parts.heads.map(heads),
    },
  ];
}

/** Reads the cells of some blocks; what was noticed on the way stands behind what is wrong. */
function putTogether(file: string, blocks: Blocks, parts: Parts, budget: Budget): Found {
  const isGarbled = blocks.heads === 'assumed';
  // Heads that are garbled have lost their numbers to others.
  const heads = isGarbled ? [] : parts.heads.flat();
  const {units, issues} = numbered(file, parts.units, parts.owned, heads);
  const noticed = isGarbled ? [] : [...parts.headIssues, ...issues];
  const errors = [...noticed.filter(isError), ...duplicates(file, blocks.blocks, units)];
  if (errors.length) return {structure: null, issues: errors};
  const found = cellsOf(file, blocks, units, parts, budget);
  return found.structure
    ? {...found, issues: [...found.issues, ...parts.rowIssues, ...noticed, ...parts.strays]}
    : found;
}

/** Reads the cells, as a net table and, where that fails or what comes of it is none, as a gross one. */
function cellsOf(file: string, blocks: Blocks, units: readonly Unit[], parts: Parts, budget: Budget): Found {
  const {heads, gaps} = parts;
  const net = assemble(file, blocks.blocks, units, false, budget);
  const isNet = net.assembly !== null && isWhole(net.assembly) && !isGross(net.assembly);
  const moves = isNet ? null : assemble(file, blocks.blocks, units, true, budget).assembly;
  const isMoves = moves !== null && isWhole(moves) && isGross(moves);
  const assembly = isMoves ? moves : net.assembly;
  if (!assembly) return {structure: null, issues: net.issues};
  const misfits = misfitIssues(file, assembly, blocks, units, heads.flat());
  if (misfits.length) return {structure: null, issues: misfits};
  const isGarbled = blocks.heads === 'assumed';
  if (isGarbled && assembly.failures !== 0) return {structure: null, issues: lackOfHeads(file, parts)};
  const structure: Structure = {
    units,
    printed: printedCells(assembly, units.length),
    assembly,
    blocks,
    gross: isMoves ? (directionOf(headLines(gaps, units), line => isNaming(line, units)) ?? 'unclear') : null,
    above: gaps[0]!,
    below: gaps.at(-1)!,
  };
  return {structure, issues: isGarbled ? [headsAssumed(whereOf(file, units[0]!.place))] : []};
}

const isWhole = ({misfits, missing}: Assembly) => misfits.length + missing.length === 0;

/** Whether a line names counties, or the totals beside them. */
function isNaming({text, tokens}: Line, units: readonly Unit[]): boolean {
  const key = keyOf(text);
  return (
    units.some(unit => key.includes(unit.key)) ||
    tokens.some(({place}) => isTotalWord(keyOf(place.text))) ||
    /\bi alt\b/i.test(text)
  );
}

/** The last lines above the rows: those that name the counties, and the heads over them. */
function headLines(gaps: readonly (readonly Line[])[], units: readonly Unit[]): readonly Line[] {
  const above = gaps[0]!;
  const first = above.findIndex(line => isNaming(line, units));
  return above.slice(Math.max(first - 2, 0));
}

/** What the heads lack, or have twice. */
function lackOfHeads(file: string, {heads, units, owned}: Parts): readonly Issue[] {
  const named = heads.flat().flatMap(head => (head.kind === 'unit' ? [head] : []));
  const missing = units.filter((_, at) => !named.some(({unit}) => unit === at));
  const twice = named.find(({unit}, at) => named.findIndex(other => other.unit === unit) < at);
  if (missing.length || !twice) return [noHeads(whereOf(file, placeOf(owned[0]!.row)), missing.map(nameOf))];
  return [headTwice(whereOf(file, twice.place), nameOf(units[twice.unit]!))];
}

/** Rows that come twice in one block. */
function duplicates(file: string, blocks: readonly Block[], units: readonly Unit[]): readonly Issue[] {
  const name = ({owner}: Owned) =>
    typeof owner === 'number'
      ? nameOf(units[owner]!)
      : `The row of ${owner === 'total' ? 'totals' : 'moves abroad'}`;
  return blocks.flatMap(({rows}) =>
    rows
      .filter(({owner}, at) => rows.findIndex(other => other.owner === owner) < at)
      .map(owned => duplicateCounty(whereOf(file, placeOf(owned.row)), name(owned))),
  );
}

/** Lines within the table that are not used, but for titles that a new page repeats. */
function strayIssues(file: string, lines: readonly Line[], above: readonly Line[]): readonly Issue[] {
  const titles = new Set(above.map(({text}) => keyOf(text)));
  return lines
    .filter(({text}) => /\p{L}/u.test(text) && !titles.has(keyOf(text)))
    .map(({place, text}) => strayLine(whereOf(file, place), text));
}

/**
 * Lines -> cells by county: finds rows, counties, heads and blocks, and reads the cells in the layout that the
 * totals prove. Where a step fails, its issues say why, and nothing that follows from it.
 */
import {type Issue} from '../issues.ts';
import {type Assembly, assemble} from './assemble.ts';
import {assumedBlocks, type Block, type Blocks, blocksOf, runsOf} from './blocks.ts';
import {whereOf} from './cells.ts';
import {numbered} from './codes.ts';
import {duplicateCounty, headsAssumed, noHeads, headTwice, noTable, strayLine} from './complaints.ts';
import {directionOf, type Direction, isGross} from './gross.ts';
import {type Head, headsOf, namesOf} from './heads.ts';
import type {Line} from './lines.ts';
import {nameOf, type Printed, printedCells} from './matrix.ts';
import {misfitIssues} from './misfits.ts';
import {keyOf} from './names.ts';
import {rowsOf} from './rows.ts';
import {respelled} from './spelling.ts';
import {type Owned, placeOf, type Unit, unitsOf} from './units.ts';

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

const isError = ({severity}: Issue) => severity === 'error';

/** Finds the table in the lines of a text. */
export function structureOf(file: string, lines: readonly Line[]): Found {
  const {rows, gaps} = rowsOf(lines);
  if (rows.length === 0) return {structure: null, issues: [noTable(file)]};
  const starts = new Set(gaps.flatMap((gap, at) => (at > 0 && gap.length > 0 ? [at] : [])));
  const {units: found, owned, issues: unclear} = unitsOf(file, rows, starts);
  if (unclear.some(isError)) return {structure: null, issues: unclear.filter(isError)};
  const names = namesOf(found);
  const read = gaps.map((gap, at) =>
    headsOf(file, gap, at === 0 ? 'above' : at === gaps.length - 1 ? 'below' : 'between', names),
  );
  const {heads, issues: spelled} = respelled(
    file,
    read.map(each => each.heads),
    found,
  );
  const runs = runsOf(owned, heads);
  const words = keyOf(
    gaps
      .flat()
      .map(({text}) => text)
      .join(' '),
  );
  const blocks = blocksOf(runs, found) ?? assumedBlocks(runs, found, words);
  if (!blocks) return {structure: null, issues: headIssues(file, heads, found, owned)};
  // Heads that are garbled have lost their numbers to others.
  const trusted = blocks.heads === 'assumed' ? [] : heads.flat();
  const {units, issues: codes} = numbered(file, found, owned, trusted);
  const named =
    blocks.heads === 'assumed' ? [] : [...read.flatMap(({issues}) => issues), ...spelled, ...codes];
  if (named.some(isError)) return {structure: null, issues: named.filter(isError)};
  const twice = duplicates(file, blocks.blocks, units);
  if (twice.length) return {structure: null, issues: twice};
  const cells = cellsOf(file, {units, blocks, heads, above: gaps[0]!, below: gaps.at(-1)!, gaps});
  const strays = read.slice(1, -1).flatMap(({others}) => strayIssues(file, others, gaps[0]!));
  return {
    ...cells,
    issues: [...cells.issues, ...(cells.issues.some(isError) ? [] : [...unclear, ...named, ...strays])],
  };
}

/** Reads the cells, as a net table and, where that fails or what comes of it is none, as a gross one. */
function cellsOf(
  file: string,
  {
    units,
    blocks,
    heads,
    above,
    below,
    gaps,
  }: {
    readonly units: readonly Unit[];
    readonly blocks: Blocks;
    readonly heads: readonly (readonly Head[])[];
    readonly above: readonly Line[];
    readonly below: readonly Line[];
    readonly gaps: readonly (readonly Line[])[];
  },
): Found {
  const net = assemble(file, blocks.blocks, units, false);
  const isNet = net.assembly !== null && isWhole(net.assembly) && !isGross(net.assembly);
  const moves = isNet ? null : assemble(file, blocks.blocks, units, true).assembly;
  const isMoves = moves !== null && isWhole(moves) && isGross(moves);
  const assembly = isMoves ? moves : net.assembly;
  if (!assembly) return {structure: null, issues: net.issues};
  const misfits = misfitIssues(file, assembly, blocks, units, heads.flat());
  if (misfits.length) return {structure: null, issues: misfits};
  if (blocks.heads === 'assumed' && assembly.failures !== 0)
    return {
      structure: null,
      issues: headIssues(
        file,
        heads,
        units,
        blocks.blocks.flatMap(({rows}) => rows),
      ),
    };
  const gross = isMoves ? (directionOf(headLines(gaps, units)) ?? 'unclear') : null;
  const structure: Structure = {
    units,
    printed: printedCells(assembly, units.length),
    assembly,
    blocks,
    gross,
    above,
    below,
  };
  return {
    structure,
    issues: blocks.heads === 'assumed' ? [headsAssumed(whereOf(file, units[0]!.place))] : [],
  };
}

const isWhole = ({misfits, missing}: Assembly) => misfits.length + missing.length === 0;

/** The last lines above the rows: those that name the counties, and the heads over them. */
function headLines(gaps: readonly (readonly Line[])[], units: readonly Unit[]): readonly Line[] {
  const above = gaps[0]!;
  const first = above.findIndex(({text}) => units.some(({key}) => keyOf(text).includes(key)));
  return above.slice(Math.max(first - 2, 0));
}

/** What the heads lack, or have twice. */
function headIssues(
  file: string,
  heads: readonly (readonly Head[])[],
  units: readonly Unit[],
  owned: readonly Owned[],
): readonly Issue[] {
  const named = heads.flat().flatMap(head => (head.kind === 'unit' ? [head] : []));
  const missing = units.filter((_, at) => !named.some(({unit}) => unit === at));
  if (missing.length) return [noHeads(whereOf(file, placeOf(owned[0]!.row)), missing.map(nameOf))];
  const twice = named.find(({unit}, at) => named.findIndex(other => other.unit === unit) < at);
  return twice
    ? [headTwice(whereOf(file, twice.place), nameOf(units[twice.unit]!))]
    : [noHeads(whereOf(file, placeOf(owned[0]!.row)), [])];
}

/** Rows that come twice in one block. */
function duplicates(file: string, blocks: readonly Block[], units: readonly Unit[]): readonly Issue[] {
  return blocks.flatMap(({rows}) =>
    rows
      .filter(({owner}, at) => rows.findIndex(other => other.owner === owner) < at)
      .map(({row, owner}) =>
        duplicateCounty(
          whereOf(file, placeOf(row)),
          typeof owner === 'number'
            ? nameOf(units[owner]!)
            : `The row of ${owner === 'total' ? 'totals' : 'abroad'}`,
        ),
      ),
  );
}

/** Lines within the table that are not used, but for titles that a new page repeats. */
function strayIssues(file: string, lines: readonly Line[], above: readonly Line[]): readonly Issue[] {
  const titles = new Set(above.map(({text}) => keyOf(text)));
  return lines
    .filter(({text}) => /\p{L}/u.test(text) && !titles.has(keyOf(text)))
    .map(({place, text}) => strayLine(whereOf(file, place), text));
}

/**
 * The whole first stage: published text and card -> a table that is proven, or issues that say why not.
 */
import {type Issue} from '../issues.ts';
import {assumptionsOf, type Assumptions} from './assumptions.ts';
import type {Card, CardFile, Region, SamiName} from './card.ts';
import {cardIssues} from './card-match.ts';
import {type Place, whereOf} from './cells.ts';
import {type ColumnTotals, columnTotalsOf} from './column-totals.ts';
import {noYear, perhapsGross, plusUnclear} from './complaints.ts';
import {repairAccepted} from './objections.ts';
import {contradictions} from './contradictions.ts';
import {examples} from './examples.ts';
import {readForm} from './forms.ts';
import {type Grid, gridOf} from './grid.ts';
import {type Gross, netOf} from './gross.ts';
import type {Line} from './lines.ts';
import {regionsIn} from './note-regions.ts';
import {type Matrix, matrixOf} from './matrix.ts';
import {type Proof, prove} from './proof.ts';
import {diagnose, repaired, type Suspect} from './repair.ts';
import {type Signs, signsOf, withSigns} from './signs.ts';
import type {Source} from './source.ts';
import {spellingOf, turnOf} from './spell.ts';
import {type Structure, structureOf} from './structure.ts';
import {type Survey, surveyOf} from './survey.ts';
import {titleOf, type Title} from './title.ts';
import type {Unit} from './units.ts';

/** A county with all its names. */
export type County = {
  /** As printed; null where the table has no numbers. */
  readonly code: string | null;
  /** What no other county of the table has: its number, else its place in the table. */
  readonly key: string;
  /** The name in running text: "Troms". */
  readonly name: string;
  /** The name as the table prints it: "Troms Romsa". */
  readonly label: string;
  readonly sami: SamiName | null;
  /** A form for narrow charts: "Sogn og Fj.". */
  readonly short: string;
};

/** A correction, and the characters that stood in its place, and where that is. */
export type Repair = Suspect & {readonly printed: string; readonly place: Place};

/** A published net migration table, read and proven. `counties[i]` belongs to row and column i of `matrix`. */
export type Table = {
  readonly source: Source;
  readonly card: Card | null;
  readonly title: Title;
  readonly counties: readonly County[];
  /** From a county's key to its index. */
  readonly index: ReadonlyMap<string, number>;
  /** As the card gives them, else the note; members by key. */
  readonly regions: readonly Region[];
  readonly matrix: Matrix;
  /** What all its cells together come to. */
  readonly survey: Survey;
  /** The moves that the net figures were computed from, where the text has those. */
  readonly gross: Gross | null;
  readonly proof: Proof;
  /** The figure that was corrected, as the user accepted; null where none was. */
  readonly repair: Repair | null;
  readonly assumptions: Assumptions;
};

/** What became of a text: the table where it could be read, and every issue found on the way. */
export type Reading = {readonly table: Table | null; readonly issues: readonly Issue[]};

/**
 * Reads and proves a table. One with errors of fault `contradiction` is read, but must not be reported on.
 * @param acceptRepair corrects the one wrong figure of a table that has one, if its totals tell which it is
 */
export function readTable(source: Source, cardFile: CardFile | null, acceptRepair = false): Reading {
  const grid = gridOf(source);
  const found = grid ? ofGrid(source, grid) : searched(source);
  if ('refused' in found) return {table: null, issues: found.refused};
  const {matrix, gross, above, below, issues, unread, assume} = found;
  const card = cardFile?.card ?? null;
  const keys = keysOf(matrix.counties);
  const counties = matrix.counties.map((unit, at) => named(unit, keys[at]!, card));
  const printed = titleOf(above);
  const title = {...printed, year: printed.year ?? card?.year ?? null};
  const noted = examples(
    below,
    counties.map(({name, label}) => [...new Set([label, name])]),
  );
  const columns =
    gross || !found.printed ? {sums: [], isOfColumns: false} : columnTotalsOf(matrix, found.printed);
  const signs = signsOf(matrix, noted, title.isOutflow, columns.isOfColumns);
  const figures = {matrix: withSigns(matrix, signs), gross, noted, columns: columns.sums};
  const read = proven(source.file, figures, acceptRepair);
  if (mayBeGross(read, title))
    return {table: null, issues: [perhapsGross(whereOf(source.file, matrix.counties[0]!.place))]};
  const table: Table = {
    source,
    card,
    title,
    counties,
    index: new Map(counties.map(({key}, position) => [key, position])),
    regions: regionsOf(below, card, counties),
    gross,
    matrix: read.matrix,
    survey: surveyOf(read.matrix),
    proof: read.proof,
    repair: read.repair,
    assumptions: assume(signs, noted.examples.length),
  };
  return {
    table,
    issues: [
      ...read.issues,
      ...cardIssues(source, cardFile, title, read.matrix, read.repair !== null),
      ...(columns.sums.length && signs.by === 'custom'
        ? [plusUnclear(whereOf(source.file, columns.sums[0]!.place))]
        : []),
      ...(title.year === null ? [noYear(source.file)] : []),
      ...issues,
      ...unread,
    ],
  };
}

/** What was read of a text, before it is proved; `refused` where it could not be. */
type Found =
  | {readonly refused: readonly Issue[]}
  | {
      readonly matrix: Matrix;
      readonly gross: Gross | null;
      readonly above: readonly Line[];
      readonly below: readonly Line[];
      /** What else stood among the figures; a grid has nothing else. */
      readonly printed: Structure['printed'] | null;
      readonly issues: readonly Issue[];
      readonly unread: readonly Issue[];
      readonly assume: (signs: Signs, examples: number) => Assumptions;
    };

/** A text whose form and layout have to be found. */
function searched(source: Source): Found {
  const {file} = source;
  const form = readForm(source);
  if (form.issues.length) return {refused: form.issues};
  const {structure, issues} = structureOf(file, form.lines);
  if (!structure) return {refused: issues};
  const {matrix, gross, issues: unread} = figuresOf(file, structure);
  const errors = unread.filter(({severity}) => severity === 'error');
  if (!matrix || errors.length) return {refused: errors};
  const {above, below, printed} = structure;
  const assume = (signs: Signs, count: number) => assumptionsOf(source, form.name, structure, signs, count);
  return {matrix, gross, above, below, printed, issues, unread, assume};
}

function ofGrid({encoding}: Source, {matrix, above, below, assumptions}: Grid): Found {
  const assume = (signs: Signs, count: number) => ({...assumptions, encoding, signs, examples: count});
  return {matrix, gross: null, above, below, printed: null, issues: [], unread: [], assume};
}

/** Half a table of gross moves, without totals and without a title that says what it is, looks like this. */
const mayBeGross = (
  {matrix: {net, printed}, proof}: {readonly matrix: Matrix; readonly proof: Proof},
  {name}: Title,
) =>
  !proof.isProvable &&
  !/\bnet/i.test(name) &&
  net.some((row, i) => row.some((value, j) => printed[i]![j] && value > 0)) &&
  net.every((row, i) => row.every((value, j) => !printed[i]![j] || value >= 0));

/** The net figures: as printed, or computed from moves. */
function figuresOf(file: string, {units, printed, gross}: Structure) {
  if (gross) return netOf(file, units, printed, gross === 'unclear' ? null : gross);
  return {...matrixOf(file, units, printed), gross: null};
}

type Figures = {
  readonly matrix: Matrix;
  readonly gross: Gross | null;
  readonly noted: ReturnType<typeof examples>;
  readonly columns: ColumnTotals['sums'];
};

/** Proves the figures; with a correction, if there is just one and it is wanted. */
function proven(file: string, {matrix, gross, noted, columns}: Figures, acceptRepair: boolean) {
  const proof = prove(matrix, gross, noted, columns);
  const diagnosis = diagnose(matrix, gross, proof);
  const {found} = diagnosis;
  if (!acceptRepair || !found || gross)
    return {
      matrix,
      proof,
      repair: null,
      issues: contradictions(file, {matrix, gross, proof, noted, diagnosis}),
    };
  const mended = repaired(matrix, found);
  const again = prove(mended, null, noted);
  const place = suspectPlace(matrix, found);
  return {
    matrix: mended,
    proof: again,
    repair: {...found, printed: place.text, place},
    issues: [
      acceptedIssue(file, matrix, found),
      ...contradictions(file, {matrix: mended, gross, proof: again, noted, diagnosis: NOTHING_WRONG}),
    ],
  };
}

const NOTHING_WRONG = {found: null, shortlist: []};

const suspectPlace = (
  {places, totalPlaces}: Matrix,
  {row, column}: Pick<Suspect, 'row' | 'column'>,
): Place => (column === null ? totalPlaces[row]! : places[row]![column]!);

function acceptedIssue(file: string, matrix: Matrix, {row, column, saw, expected}: Suspect): Issue {
  const place = suspectPlace(matrix, {row, column});
  const name = (at: number) => matrix.counties[at]!.label;
  const what = column === null ? `The total of ${name(row)}` : `${name(row)} against ${name(column)}`;
  const right = spellingOf(matrix)(turnOf(place.text, saw) * expected);
  return repairAccepted(whereOf(file, place), what, place.text, right);
}

/** A card names counties by number, or by name where there are no numbers. */
function named({code, label}: Unit, key: string, card: Card | null): County {
  const {sami = null, short} = card?.counties?.[code ?? label] ?? {};
  const name = sami ? label.replace(sami.name, '').trim() : label;
  return {code, key, name, label, sami, short: short ?? name};
}

/** For each unit a key of two digits or more that no other has: its number, else one that is free. */
function keysOf(units: readonly Unit[]): readonly string[] {
  const key = (number: string) => number.padStart(2, '0');
  const codes = new Set(units.flatMap(({code}) => (code === null ? [] : [key(code)])));
  const free = Array.from({length: 2 * units.length}, (_, at) => key(String(at + 1))).filter(
    each => !codes.has(each),
  );
  let next = 0;
  return units.map(({code}) => (code === null ? free[next++]! : key(code)));
}

function regionsOf(
  below: readonly Line[],
  card: Card | null,
  counties: readonly County[],
): readonly Region[] {
  const noted = () =>
    regionsIn(
      below,
      counties.map(({key, name, label}) => ({key, names: [label, name]})),
    );
  if (!card?.regions) return noted();
  const keys = new Map(counties.map(({code, label, key}) => [code ?? label, key]));
  return card.regions.map(region => ({
    ...region,
    members: region.members.map(member => keys.get(member) ?? member),
  }));
}

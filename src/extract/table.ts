/**
 * The whole first stage: published text and card -> a table that is proven, or issues that say why not.
 */
import {cardMismatch, type Issue, noYear} from '../issues.ts';
import {blocks} from './blocks.ts';
import type {Card, Region, SamiName} from './card.ts';
import {examples} from './examples.ts';
import {entries} from './lines.ts';
import {type Matrix, matrix as readMatrix, type PrintedCounty} from './matrix.ts';
import {contradictions, type Proof, prove} from './proof.ts';
import type {Source} from './source.ts';
import {title as readTitle, type Title} from './title.ts';

/** A county with all its names. */
export type County = {
  readonly code: string;
  /** The name in running text: "Troms". */
  readonly name: string;
  /** The name as the table prints it: "Troms Romsa". */
  readonly label: string;
  readonly sami: SamiName | null;
  /** A form for narrow charts: "Sogn og Fj.". */
  readonly short: string;
};

/** A published net migration table, read and proven. `counties[i]` belongs to row and column i of `matrix`. */
export type Table = {
  readonly source: Source;
  readonly card: Card | null;
  readonly title: Title;
  readonly counties: readonly County[];
  /** From a county's number to its index. */
  readonly index: ReadonlyMap<string, number>;
  readonly regions: readonly Region[];
  readonly matrix: Matrix;
  readonly proof: Proof;
};

/** What became of a text: the table where it could be read, and every issue found on the way. */
export type Reading = {readonly table: Table | null; readonly issues: readonly Issue[]};

/** Reads and proves a table. A table with issues of fault `contradiction` is read, but must not be reported on. */
export function readTable(source: Source, card: Card | null): Reading {
  const {file} = source;
  const layout = blocks(file, entries(source.lines));
  const title = readTitle(layout.above);
  const {matrix, issues} = layout.blocks.length ? readMatrix(file, layout.blocks) : NOTHING;
  const unread = [...layout.issues, ...issues, ...(title ? [] : [noYear(file)])];
  if (unread.length || !matrix || !title) return {table: null, issues: unread};
  const counties = matrix.counties.map(county => named(county, card));
  const notes = examples(
    layout.below,
    counties.map(({name, label}) => [label, name]),
  );
  const proof = prove(matrix, notes);
  const index = new Map(counties.map(({code}, position) => [code, position]));
  return {
    table: {source, card, title, counties, index, regions: card?.regions ?? [], matrix, proof},
    issues: [...contradictions(file, matrix, proof, notes), ...cardIssues(source, card, title, counties)],
  };
}

const NOTHING = {matrix: null, issues: []};

function named({code, label}: PrintedCounty, card: Card | null): County {
  const {sami = null, short} = card?.counties?.[code] ?? {};
  const name = sami ? label.replace(sami.name, '').trim() : label;
  return {code, name, label, sami, short: short ?? name};
}

/** The card must be this text's card. */
function cardIssues(
  {file, sha256}: Source,
  card: Card | null,
  {year, place}: Title,
  counties: readonly County[],
): readonly Issue[] {
  if (!card) return [];
  const where = {file, line: place.line, column: place.column};
  const unknown = [
    ...Object.keys(card.counties ?? {}),
    ...(card.regions ?? []).flatMap(region => region.members),
  ]
    .filter(code => !counties.some(county => county.code === code))
    .map(code => cardMismatch(where, 'there is a county', code, 'has none of that number'));
  const said = card.year !== undefined && card.year !== year;
  const altered = card.sha256 !== undefined && card.sha256 !== sha256;
  return [
    ...unknown,
    ...(said ? [cardMismatch(where, 'the year is', String(card.year), String(year))] : []),
    ...(altered ? [cardMismatch(where, 'the SHA-256 of the text is', card.sha256!, sha256)] : []),
  ];
}

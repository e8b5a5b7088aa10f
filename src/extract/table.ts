/**
 * The whole first stage: published text and card -> a table that is proven, or issues that say why not.
 */
import {type Issue} from '../issues.ts';
import {cardMismatch, noYear} from './complaints.ts';
import {blocks} from './blocks.ts';
import {type Card, type CardFile, membersOf, type Region, type SamiName} from './card.ts';
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
export function readTable(source: Source, cardFile: CardFile | null): Reading {
  const {file} = source;
  const card = cardFile?.card ?? null;
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
    issues: [...contradictions(file, matrix, proof, notes), ...cardIssues(source, cardFile, title, matrix)],
  };
}

const NOTHING = {matrix: null, issues: []};

function named({code, label}: PrintedCounty, card: Card | null): County {
  const {sami = null, short} = card?.counties?.[code] ?? {};
  const name = sami ? label.replace(sami.name, '').trim() : label;
  return {code, name, label, sami, short: short ?? name};
}

/** The card must be this text's card, in every particular that the text shows too. */
function cardIssues(
  {sha256, textSha256}: Source,
  file: CardFile | null,
  {year}: Title,
  {counties, net, places}: Matrix,
): readonly Issue[] {
  if (!file) return [];
  const {card, locate} = file;
  const codes = new Set(counties.map(({code}) => code));
  const members = membersOf(card.regions ?? [], locate);
  const named = Object.keys(card.counties ?? {}).map(code => ({code, where: locate('counties', code)}));
  const strangers = [...named, ...members].filter(({code}) => !codes.has(code));
  const placed = new Set(members.map(({code}) => code));
  const homeless = placed.size ? counties.filter(({code}) => !placed.has(code)) : [];
  const samis = Object.entries(card.counties ?? {}).flatMap(([code, {sami}]) => {
    const county = counties.find(each => each.code === code);
    return sami && county && !county.label.includes(sami.name) ? [{county, sami}] : [];
  });
  const altered = card.sha256 !== undefined && ![sha256, textSha256].includes(card.sha256);
  return [
    ...strangers.map(({code, where}) =>
      cardMismatch(where, 'there is a county', code, 'has none of that number'),
    ),
    ...homeless.map(({code, label}) =>
      cardMismatch(locate('regions'), 'every county is in a region, but not', `${code} ${label}`, 'has it'),
    ),
    ...samis.map(({county, sami}) =>
      cardMismatch(
        locate('counties', county.code, 'sami', 'name'),
        'the Sami name is',
        sami.name,
        `prints "${county.label}"`,
      ),
    ),
    ...symbolIssues(card, locate, net, places),
    ...(card.year !== undefined && card.year !== year
      ? [cardMismatch(locate('year'), 'the year is', String(card.year), String(year))]
      : []),
    ...(altered ? [cardMismatch(locate('sha256'), 'the checksum is', card.sha256!, `has ${sha256}`)] : []),
  ];
}

/** A sign must mean what it is printed for: on the diagonal, and for as many moves one way as the other. */
function symbolIssues(
  card: Card,
  locate: CardFile['locate'],
  net: Matrix['net'],
  places: Matrix['places'],
): readonly Issue[] {
  const printed = (meaning: string) =>
    places.flatMap((row, i) =>
      row.filter((_, j) => (meaning === 'nil' ? i !== j && net[i]![j] === 0 : i === j)).map(({text}) => text),
    );
  return (card.symbols ?? [])
    .map((symbol, at) => ({...symbol, where: locate('symbols', at)}))
    .filter(({mark, meaning}) => printed(meaning).some(text => text !== mark))
    .map(({mark, meaning, where}) =>
      cardMismatch(where, `the sign for ${meaning} is`, `"${mark}"`, 'prints another there'),
    );
}

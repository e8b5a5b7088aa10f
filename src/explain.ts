/**
 * A number that a report has -> where the report uses it, how it is computed, and the characters that were printed
 * for it.
 */
import type {Document, QuantityInline} from './document.ts';
import type {County, Table} from './extract/table.ts';
import {findCounty} from './facts/county.ts';
import {type Origin, originOf, valueOf} from './facts/origin.ts';
import {derive, type Derivation} from './facts/provenance.ts';
import type {Quantity} from './facts/quantity.ts';
import type {NamedTables} from './facts/tables.ts';
import {tablesOf} from './graphics/chart-file.ts';
import type {Language} from './language.ts';
import {derivationWords} from './narrative/provenance.ts';
import type {ChartSource} from './open.ts';
import {type Use, usesIn} from './uses.ts';

/** A number as a person writes it, in whatever language: "4,181", "4 181", "−1718", "+151", "87%", "87 prosent". */
export type Asked = {
  readonly size: number;
  /** A plus is wanted as such; a minus also finds losses that are told without one. */
  readonly isGain: boolean;
  readonly isShare: boolean;
};

/** A cell with its figure and where that comes from. */
export type ExplainedCell = {
  readonly row: County;
  /** Null for the total of the row. */
  readonly column: County | null;
  readonly value: number;
  readonly origin: Origin;
};

/** All that there is of one expression. `charts` are the labels of the figures that have it among their data. */
export type Explained = {
  readonly quantity: Quantity;
  readonly words: string;
  readonly derivation: Derivation;
  readonly uses: readonly Use[];
  readonly charts: readonly string[];
  readonly cells: readonly ExplainedCell[];
};

/** What is asked about, and the language of the answer. */
export type Material = {
  readonly table: Table;
  readonly document: Document;
  readonly tables: NamedTables;
  readonly charts: readonly ChartSource[];
  readonly language: Language;
};

const NUMBER =
  /^(?<sign>[+\-\u2010-\u2015\u2212])?\s*(?<size>\d{1,3}(?:[\s,.'\u2019]\d{3})+|\d+)\s*(?<share>%|per\s?cent|prosent)?$/iu;

/** Reads what was asked for; null where it is no number. */
export function readAsked(text: string): Asked | null {
  const groups = NUMBER.exec(text.trim())?.groups;
  if (!groups) return null;
  const size = Number(groups['size']!.replace(/\D/g, ''));
  return {size, isGain: groups['sign'] === '+', isShare: groups['share'] !== undefined};
}

/** One way to part what was typed into the name of a county and a number. */
export type Question = {readonly county: string; readonly number: string; readonly asked: Asked};

/**
 * Every way to part what was typed, the longest number first: both a name and a number may have spaces.
 * @param county the first word, or more in quotes
 * @param rest the words after it
 */
export function questionsIn(county: string, rest: string): readonly Question[] {
  const words = rest.split(' ');
  return words.flatMap((_, at) => {
    const number = words.slice(at).join(' ');
    const asked = readAsked(number);
    return asked ? [{county: [county, ...words.slice(0, at)].join(' '), number, asked}] : [];
  });
}

/** The first question about a county that the table has; where none is, the first one. */
export const questionAbout = (
  counties: readonly County[],
  questions: readonly Question[],
): Question | undefined =>
  questions.find(({county}) => 'key' in findCounty(counties, county)) ?? questions[0];

/** Every expression of the report with the value that was asked for, in the order in which it uses them. */
export function explain(material: Material, asked: Asked): readonly Explained[] {
  const uses = usesIn(material.document);
  const charted = chartNumbers(material);
  const quantities = [...uses.map(({number}) => number.quantity), ...charted.map(each => each.quantity)];
  const found = new Map(quantities.filter(each => isAsked(each, asked)).map(each => [each.expr, each]));
  return [...found.values()].map(quantity => {
    const derivation = derive(material.table, quantity.expr);
    return {
      quantity,
      words: wordsFor(material, derivation),
      derivation,
      uses: uses.filter(({number}) => number.quantity.expr === quantity.expr),
      charts: charted.filter(each => each.quantity.expr === quantity.expr).map(({label}) => label),
      cells: derivation.cells.map(cell => explainedCell(material.table, cell)),
    };
  });
}

const isAsked = ({value, kind}: Quantity, {size, isGain, isShare}: Asked) =>
  Math.abs(value) === size && (!isGain || value >= 0) && (!isShare || kind === 'share');

/**
 * The numbers of the report that are nearest to one that it does not have, as it prints them. For a per cent these
 * are per cents; none where it has none.
 */
export function nearest({document}: Material, {size, isShare}: Asked): readonly string[] {
  const like = usesIn(document).filter(({number}) => !isShare || number.quantity.kind === 'share');
  const shown = ({text, quantity}: QuantityInline) => (isShare ? `${quantity.value}%` : text);
  const printed = new Map(like.map(({number}) => [Math.abs(number.quantity.value), shown(number)]));
  return [...printed]
    .toSorted(([a], [b]) => Math.abs(a - size) - Math.abs(b - size))
    .slice(0, 3)
    .map(([, text]) => text);
}

/** The numbers in the tables that the document's charts are given. What a chart draws of them is its own matter. */
function chartNumbers({document, tables, charts}: Material): readonly {quantity: Quantity; label: string}[] {
  const blocks = document.sections.flatMap(section => section.blocks);
  return blocks.flatMap(block => {
    if (block.kind !== 'figure') return [];
    const json = charts.find(({name}) => name === block.id)?.json;
    const rows = tablesOf(json).flatMap((name): readonly object[] => tables[name as keyof NamedTables] ?? []);
    const quantities = rows.flatMap(row => Object.values(row).filter(isQuantity));
    const once = new Map(quantities.map(quantity => [quantity.expr, quantity]));
    return [...once.values()].map(quantity => ({quantity, label: block.label}));
  });
}

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'expr' in value;

function wordsFor({table, language}: Material, derivation: Derivation): string {
  const names = new Map(table.counties.map(county => [county.key, county]));
  return derivationWords({language, names, unit: table.title.unit}, derivation);
}

function explainedCell(table: Table, cell: Derivation['cells'][number]): ExplainedCell {
  const county = (key: string) => table.counties[table.index.get(key)!]!;
  return {
    row: county(cell.row),
    column: cell.column === null ? null : county(cell.column),
    value: valueOf(table, cell),
    origin: originOf(table, cell),
  };
}

/**
 * Where the numbers of a document come from, in words.
 */
import {contentsOf, never, type Printed, type Provenance, quantitiesIn, type Section} from '../document.ts';
import type {Origin} from '../facts/origin.ts';
import type {Cell} from '../facts/cells.ts';
import type {Derivation} from '../facts/provenance.ts';
import {fill, formatNumber, joinList, type Language, nameIn} from '../language.ts';
import type {Plural} from '../labels.ts';
import type {Speech} from './words.ts';

/** What the facts know of a number and of a cell. */
export type Tracing = {
  readonly derive: (expr: string) => Derivation;
  readonly originOf: (cell: Cell) => Origin;
};

/**
 * The provenance of every number in some sections. Cells are named as far as the full table is among the sections;
 * `table` is what it is called there.
 */
export function provenanceOf(
  sections: readonly Section[],
  {derive, originOf}: Tracing,
  speech: Speech,
  table: string,
): Provenance {
  const {language} = speech;
  const {title, close, marked} = language.labels.provenance;
  const placed = cellIds(sections);
  const derived = expressionsIn(sections).map(expr => [expr, derive(expr)] as const);
  const expressions = derived.map(([expr, derivation]) => {
    const cells = derivation.cells.map(idOf).filter(id => placed.has(id));
    return [expr, {words: derivationWords(speech, derivation), cells}] as const;
  });
  const cells = new Map(derived.flatMap(([, each]) => each.cells.map(cell => [idOf(cell), cell] as const)));
  const counts = new Set(expressions.map(([, each]) => each.cells.length));
  return {
    title,
    close,
    expressions: Object.fromEntries(expressions),
    cells: Object.fromEntries(
      [...cells]
        .filter(([id]) => placed.has(id))
        .map(([id, cell]) => [id, cellSource(language, originOf(cell))]),
    ),
    marked: Object.fromEntries(
      [...counts]
        .filter(count => count > 0)
        .map(count => [count, fill(pluralOf(marked, count), {...counted(language, count), table})]),
    ),
  };
}

/** The id of a cell in the full table. */
export const idOf = ({row, column}: Cell) => (column === null ? `t-${row}` : `c-${row}-${column}`);

function cellIds(sections: readonly Section[]): ReadonlySet<string> {
  const tables = sections.flatMap(({blocks}) => blocks.filter(block => block.kind === 'table'));
  return new Set(tables.flatMap(({rows}) => rows.flatMap(({cells}) => cells.flatMap(({id}) => id ?? []))));
}

function expressionsIn(sections: readonly Section[]): readonly string[] {
  const contents = sections.flatMap(({blocks}) => blocks.flatMap(contentsOf));
  return [...new Set(contents.flatMap(quantitiesIn).map(({quantity}) => quantity.expr))];
}

/** "the sum of 15 cells (what Oslo gained)" */
export function derivationWords(
  speech: Pick<Speech, 'language' | 'names' | 'unit'>,
  derivation: Derivation,
): string {
  const {language, names, unit} = speech;
  const {provenance, units} = language.labels;
  const {counties, size, regions, parts, place} = derivation;
  const [county = '', partner = ''] = counties.map(key => names.get(key)?.name ?? key);
  const [region = '', otherRegion = ''] = regions.map(each => nameIn(each.names, language));
  const [first = '', second = ''] = parts.map(part => derivationWords(speech, part));
  const howMany = (plural: Plural) => fill(pluralOf(plural, size), counted(language, size));
  const words = fill(provenance.expressions[derivation.way]!, {
    county,
    partner,
    pair: fill(provenance.pair, {county, partner}),
    region,
    otherRegion,
    cells: howMany(provenance.cells),
    totals: howMany(provenance.totals),
    pairs: howMany(provenance.pairs),
    units: units[unit]['other']!,
    first,
    second,
    list: derivation.way === 'cells' ? pairList(speech, parts) : nameList(speech, counties),
  });
  return place ? `${words} (${placeWords(language, 'printed', place)})` : words;
}

/** "Oslo against Hordaland and Oslo against Nordland" */
function pairList(
  {language, names}: Pick<Speech, 'language' | 'names'>,
  parts: readonly Derivation[],
): string {
  const pairs = parts.map(({counties}) => {
    const [county = '', partner = ''] = counties.map(key => names.get(key)?.name ?? key);
    return fill(language.labels.provenance.pair, {county, partner});
  });
  return joinList(language, pairs, words => words).join('');
}

/** "Akershus and Østfold" */
const nameList = (
  {language, names}: Pick<Speech, 'language' | 'names'>,
  counties: readonly string[],
): string =>
  joinList(
    language,
    counties.map(key => names.get(key)?.name ?? key),
    words => words,
  ).join('');

const pluralOf = (plural: Plural, count: number) => (count === 1 ? plural.one : plural.other);

const counted = (language: Language, count: number) => ({count: formatNumber(language, count)});

function cellSource(language: Language, origin: Origin): Provenance['cells'][string] {
  const {places} = language.labels.provenance;
  switch (origin.kind) {
    case 'printed': {
      const {place, isMirror, isTurned} = origin;
      const pattern = isTurned ? (isMirror ? 'mirror-turned' : 'turned') : isMirror ? 'mirror' : 'printed';
      return {places: [place], words: placeWords(language, pattern, place)};
    }
    case 'corrected': {
      const {place, isMirror, value} = origin;
      const number = formatNumber(language, value);
      const pattern = isMirror ? 'mirror-corrected' : 'corrected';
      return {places: [place], words: placeWords(language, pattern, place, {number})};
    }
    case 'computed': {
      const {plus, minus} = origin;
      const filled = {in: plus.text, inLine: String(plus.line), out: minus.text, outLine: String(minus.line)};
      return {places: [plus, minus], words: fill(places['computed']!, filled)};
    }
    case 'added':
      return {places: [], words: places['added']!};
    default:
      return never(origin);
  }
}

const placeWords = ({labels}: Language, pattern: string, {line, text}: Printed, more = {}) =>
  fill(labels.provenance.places[pattern]!, {line: String(line), text, ...more});

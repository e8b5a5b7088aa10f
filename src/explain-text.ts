/**
 * What is explained of a number: in lines for people, as JSON for programs.
 */
import type {County, Table} from './extract/table.ts';
import type {Explained, ExplainedCell} from './explain.ts';
import {type Origin, placesOf} from './facts/origin.ts';
import type {Quantity} from './facts/quantity.ts';
import {formatNumber, joinList, type Language} from './language.ts';
import type {Use} from './uses.ts';
import {workedOut} from './worked-out.ts';

/** What an answer is about. */
type Subject = {
  readonly table: Table;
  readonly county: County;
  /** The tag of the report's language. */
  readonly lang: string;
  /** What was asked for, as it was typed. */
  readonly asked: string;
  readonly language: Language;
};

/**
 * A block for each expression that is told in words, however many; of those that only tables and charts have, as many
 * as make up a few with them. A small number stands in many cells of the full table.
 */
export function explainText(subject: Subject, found: readonly Explained[]): string {
  const told = found.filter(({uses}) => uses.some(isTold));
  const rest = found.filter(each => !told.includes(each));
  const isOwn = ({derivation}: Explained) => derivation.counties.includes(subject.county.key);
  const ordered = [...told, ...rest.filter(isOwn), ...rest.filter(each => !isOwn(each))];
  const shown = ordered.slice(0, Math.max(told.length, MOST_BLOCKS));
  const more = ordered.length - shown.length;
  const blocks = shown.map(each => `${blockOf(subject, each).join('\n')}\n`);
  return [
    ...blocks,
    ...(more > 0 ? [`and ${more} more in tables and charts; --json has them all\n`] : []),
  ].join('\n');
}

/** More do not fit a screen. */
const MOST_BLOCKS = 4;

const isTold = ({sentence}: Use) => sentence !== null;

function blockOf({table, language}: Subject, {quantity, words, derivation, uses, charts, cells}: Explained) {
  const shown = derivation.way === 'pair-rank' ? cells.toSorted(bySize) : cells;
  const rows = shown.slice(0, MOST_CELLS).map(cell => cellLine(language, cell));
  const widths = [0, 1].map(at => Math.max(0, ...rows.map(row => row[at]!.length)));
  const more = cells.length - rows.length;
  const ordered = [...uses.filter(isTold), ...uses.filter(use => !isTold(use))];
  return [
    `${valueText(language, quantity)}  ${quantity.expr}`,
    `  ${words}`,
    '',
    ...ordered.map(({number, where, sentence}) => `  ${where}: ${sentence ? `“${sentence}”` : number.text}`),
    ...(charts.length ? [`  in the data of ${joinList(language, charts, words => words).join('')}`] : []),
    ...(rows.length ? [''] : []),
    ...rows.map(
      ([value, who, where]) => `  ${value.padStart(widths[0]!)}  ${who.padEnd(widths[1]!)}  ${where}`,
    ),
    ...(derivation.place ? ['', `  ${printed(derivation.place)}`] : []),
    ...(more > 0 ? [`  and ${more} more; --json has them all`] : []),
    ...workedOut(table, derivation, language).map(step => `  ${step}`),
  ];
}

/** A year has no thousands. */
const valueText = (language: Language, {kind, value}: Quantity) =>
  kind === 'year' ? String(value) : formatNumber(language, value);

/** Nobody compares more with a publication. */
const MOST_CELLS = 40;

/** Among all pairs those count that are larger. */
const bySize = (a: ExplainedCell, b: ExplainedCell) => Math.abs(b.value) - Math.abs(a.value);

function cellLine(language: Language, {row, column, value, origin}: ExplainedCell) {
  const who = column ? `${row.name} against ${column.name}` : `total of ${row.name}`;
  const other = column ? `${column.name} against ${row.name}` : '';
  return [formatNumber(language, value), who, originLine(language, origin, other)] as const;
}

function originLine(language: Language, origin: Origin, other: string): string {
  switch (origin.kind) {
    case 'printed': {
      const {isMirror, isTurned} = origin;
      const mirror = isMirror ? `, for ${other}, so with the opposite sign` : '';
      return `${printed(origin.place)}${mirror}${isTurned ? '; a plus is a net loss here' : ''}`;
    }
    case 'corrected': {
      const right = formatNumber(language, origin.value);
      return `${printed(origin.place)}${origin.isMirror ? `, for ${other}` : ''}, corrected to ${right}`;
    }
    case 'computed':
      return `moves in, ${printed(origin.plus)}, less moves out, ${printed(origin.minus)}`;
    case 'added':
      return 'not printed: the sum of the figures in its row';
  }
}

const printed = ({line, column, text}: {line: number; column: number; text: string}) =>
  `line ${line}, column ${column}: printed as “${text}”`;

/** The same as data. */
export function explainJson(
  {table, county, lang, asked, language}: Subject,
  found: readonly Explained[],
): unknown {
  return {
    county: named(county),
    lang,
    asked,
    file: table.source.file,
    numbers: found.map(({quantity, words, derivation, uses, charts, cells}) => ({
      value: quantity.value,
      kind: quantity.kind,
      expr: quantity.expr,
      words,
      uses: uses.map(({number, where, sentence}) => ({where, printed: number.text, sentence})),
      charts,
      cells: cells.map(({row, column, value, origin}) => ({
        row: named(row),
        column: column && named(column),
        value,
        from: origin.kind,
        isMirror: 'isMirror' in origin && origin.isMirror,
        places: placesOf(origin),
      })),
      steps: workedOut(table, derivation, language),
    })),
  };
}

const named = ({code, name}: County) => ({code, name});

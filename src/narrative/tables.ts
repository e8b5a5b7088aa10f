/**
 * The rows of a named table -> the table of the document, with heads and verdicts in words.
 */
import type {Cell, Figures, Inlines} from '../document.ts';
import type {RankRow} from '../facts/ranking.ts';
import type {CheckRow, CountyName, MatrixRow} from '../facts/tables.ts';
import {fill, formatNumber, formatSigned} from '../language.ts';
import {number, printedName, type Speech, text} from './words.ts';

/** The rebuilt full table, signed both ways: each row's net against each column, and its total. */
export function fullTable(rows: readonly MatrixRow[], speech: Speech): Figures {
  const {columns, units} = speech.language.labels;
  return {
    kind: 'table',
    layout: 'matrix',
    columns: [
      {head: [text(units[speech.unit]['head']!)], align: 'start'},
      {head: [text(columns['total']!)], align: 'end'},
      ...rows.map(({county}) => ({head: numberedName(county), align: 'end'}) as const),
    ],
    rows: rows.map(row => ({
      id: `r-${row.county.key}`,
      marked: row.chosen,
      cells: [
        {id: null, header: true, content: numberedName(row.county)},
        {id: `t-${row.county.key}`, header: false, content: figure(row.total, speech)},
        ...row.net.map((_, index) => matrixCell(row, index, rows[index]!.county, speech)),
      ],
    })),
  };
}

/** A county's number and name; the name alone where the table has no numbers. */
const numberedName = (county: CountyName): Inlines => [
  ...(county.code === null ? [] : [text(`${county.code} `)]),
  ...printedName(county),
];

/** In the table a number needs no link: it stands where the links of others lead. */
const figure = (quantity: MatrixRow['total'], speech: Speech): Inlines => [
  {
    ...number(speech, quantity, formatNumber(speech.language, quantity.value)),
    target: null,
  } as Inlines[number],
];

/** Where a county meets itself and the table prints no sign. */
const NO_MARK = '–';

function matrixCell({county, net, mark}: MatrixRow, index: number, other: CountyName, speech: Speech): Cell {
  const quantity = net[index];
  return {
    id: `c-${county.key}-${other.key}`,
    header: false,
    content: quantity ? figure(quantity, speech) : [text(mark || NO_MARK)],
  };
}

/** The counties in order of their totals: place, total, and what the total is made of. */
export function rankingTable(rows: readonly RankRow[], speech: Speech): Figures {
  const {columns, units} = speech.language.labels;
  const heads = ['rank', 'total', 'gains', 'losses'].map(key => columns[key]!);
  const cell = (content: Inlines): Cell => ({id: null, header: false, content});
  const signed = (quantity: RankRow['total']) =>
    cell([number(speech, quantity, formatSigned(speech.language, quantity.value))]);
  return {
    kind: 'table',
    layout: 'plain',
    columns: [
      {head: [text(units[speech.unit]['head']!)], align: 'start'},
      ...heads.map(head => ({head: [text(head)], align: 'end'}) as const),
    ],
    rows: rows.map(({county, rank, total, gains, losses}) => ({
      id: null,
      marked: false,
      cells: [
        {id: null, header: true, content: printedName(county)},
        cell([number(speech, rank, formatNumber(speech.language, rank.value))]),
        ...[total, gains, losses].map(signed),
      ],
    })),
  };
}

/** Each check with both sides: what the text says, on which line, and what its cells give. */
export function checksTable(rows: readonly CheckRow[], speech: Speech): Figures {
  const {columns, checks} = speech.language.labels;
  const value = (quantity: CheckRow['said']) => [
    number(speech, quantity, formatNumber(speech.language, quantity.value)),
  ];
  return {
    kind: 'table',
    layout: 'plain',
    columns: [
      {head: [text(columns['check']!)], align: 'start'},
      {head: [text(columns['line']!)], align: 'end'},
      {head: [text(columns['said']!)], align: 'end'},
      {head: [text(columns['computed']!)], align: 'end'},
      {head: [text(columns['verdict']!)], align: 'start'},
    ],
    rows: rows.map(row => ({
      id: null,
      marked: false,
      cells: [
        {id: null, header: true, content: checkName(row, checks)},
        {id: null, header: false, content: row.line === null ? [] : [text(String(row.line))]},
        {id: null, header: false, content: value(row.said)},
        {id: null, header: false, content: value(row.computed)},
        {id: null, header: false, content: [text(row.passed ? checks['agrees']! : checks['differs']!)]},
      ],
    })),
  };
}

/** "Total of 03 Oslo", "Example: Østfold against Akershus". */
function checkName({kind, county, partner}: CheckRow, checks: Readonly<Record<string, string>>): Inlines {
  const pattern = checks[kind === 'example' && !partner ? 'example-total' : kind]!;
  const filled = fill(pattern, {county: county?.name ?? '', partner: partner?.name ?? ''});
  return [text(filled)];
}

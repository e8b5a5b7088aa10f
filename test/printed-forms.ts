/**
 * Random net migration tables, printed in every form that people have them in.
 */
import fc from 'fast-check';

export type NetTable = {
  readonly year: number;
  readonly names: readonly string[];
  /** `net[i][j] === -net[j][i]` */
  readonly net: readonly (readonly number[])[];
};

/** How a table is printed. */
export type Print = {
  readonly form: 'text' | 'columns' | 'cells' | 'pipes' | 'comma' | 'semicolon' | 'tab' | 'html';
  readonly half: 'lower' | 'upper' | 'full';
  readonly diagonal: '-' | '.' | ':' | '0' | '';
  readonly nil: '-' | '0';
  readonly totals: 'first' | 'last';
  readonly thousands: '' | ' ' | '\u00a0' | '\u202f' | '\u2009' | ',' | '.' | '\u2019';
  readonly minus: '-' | '\u2212' | '\u2013' | '- ';
  readonly codes: boolean;
  readonly heads: 'above' | 'below';
  /** Columns of a block. */
  readonly block: number;
  /** Names are broken at spaces and hyphens, on every second row. */
  readonly split: 'no' | 'before' | 'around';
  /** Rows in another order than columns. */
  readonly isShuffled: boolean;
  /** Rows of a page, with the heads repeated on the next; 0 for one page. */
  readonly page: number;
  readonly padding: boolean;
  readonly words: 'en' | 'nb' | 'nn';
};

const STEMS = ['Ber', 'Vik', 'Tro', 'Ås', 'Sø', 'Mo', 'Lån', 'Dra', 'Hol', 'Fin', 'Åm', 'Nes'];
const TAILS = ['gen', 'dal', 'land', 'fold', 'øy', 'mark', 'stad', 'hus'];

/** A name that no other county has: "Bergen", "Nord-Vikdal", "Trofold og Åsland". */
export function nameOf(index: number): string {
  const stem = STEMS[index % STEMS.length]! + TAILS[Math.floor(index / STEMS.length) % TAILS.length]!;
  if (index % 7 === 3) return `Nord-${stem}`;
  if (index % 7 === 4) return `${stem} og ${STEMS[(index + 5) % STEMS.length]!}fjord`;
  return index % 11 === 8 ? `${stem}/${STEMS[(index + 3) % STEMS.length]!}nes` : stem;
}

/** Tables of `least` to `most` counties, with few moves or many. */
export const randomNet = (least = 2, most = 60): fc.Arbitrary<NetTable> =>
  fc
    .record({
      size: fc.oneof(
        {weight: 4, arbitrary: fc.integer({min: least, max: Math.min(12, most)})},
        fc.integer({min: least, max: most}),
      ),
      year: fc.integer({min: 1900, max: 2099}),
      reach: fc.constantFrom(3, 60, 999, 30_000),
      seed: fc.integer(),
    })
    .map(({size, year, reach, seed}) => {
      const next = generator(seed);
      const net = Array.from({length: size}, () => Array<number>(size).fill(0));
      for (let i = 0; i < size; i++)
        for (let j = 0; j < i; j++) {
          // Most flows are small, some large, as in life.
          const value = Math.round((next() * 2 - 1) * reach ** (0.4 + 0.6 * next()));
          net[i]![j] = value + 0;
          net[j]![i] = 0 - value;
        }
      return {year, names: Array.from({length: size}, (_, i) => nameOf(i)), net};
    });

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const randomPrint: fc.Arbitrary<Print> = fc.record({
  form: fc.constantFrom(
    'text',
    'text',
    'text',
    'columns',
    'cells',
    'pipes',
    'comma',
    'semicolon',
    'tab',
    'html',
  ),
  half: fc.constantFrom('lower', 'lower', 'upper', 'full'),
  diagonal: fc.constantFrom('-', '.', ':', '0', ''),
  nil: fc.constantFrom('-', '0'),
  totals: fc.constantFrom('first', 'first', 'last'),
  thousands: fc.constantFrom('', ' ', '\u00a0', '\u202f', '\u2009', ',', '.', '\u2019'),
  minus: fc.constantFrom('-', '-', '\u2212', '\u2013', '- '),
  codes: fc.boolean(),
  heads: fc.constantFrom('above', 'below'),
  block: fc.constantFrom(60, 60, 9, 5),
  split: fc.constantFrom('no', 'no', 'before', 'around'),
  isShuffled: fc.boolean(),
  page: fc.constantFrom(0, 0, 7),
  padding: fc.boolean(),
  words: fc.constantFrom('en', 'nb', 'nn'),
});

const WORDS = {
  en: {title: 'Net migration between counties.', total: 'Total', stub: 'County'},
  nb: {title: 'Nettoinnflytting mellom fylker.', total: 'I alt', stub: 'Fylke'},
  nn: {title: 'Nettoinnflytting mellom fylka.', total: 'I alt', stub: 'Fylke'},
} as const;

/** A cell that is printed otherwise than it is. */
export type Slip = {
  readonly row: number;
  readonly column: number | 'total';
  readonly text: (right: string) => string;
};

/** Prints a table. `order` is that of its rows. */
export function printed(table: NetTable, print: Print, slip: Slip | null = null): string {
  const {title} = WORDS[print.words];
  const lines = blocksOf(table, print).map(block => printBlock(block, table, print, slip));
  return `6 ${title} ${table.year}\n\n${lines.join('\n')}\n`;
}

/** The order in which rows are printed. */
const rowOrder = ({names}: NetTable, {isShuffled}: Print): readonly number[] => {
  const order = names.map((_, at) => at);
  return isShuffled
    ? [...order.filter(at => at % 3 === 1), ...order.filter(at => at % 3 !== 1).toReversed()]
    : order;
};

type Block = {readonly columns: readonly (number | 'total')[]};

function blocksOf({names}: NetTable, {block, totals}: Print): readonly Block[] {
  const columns: (number | 'total')[] = names.map((_, at) => at);
  const starts = columns.map((_, at) => at).filter(at => at % block === 0);
  const blocks = starts.map(start => columns.slice(start, start + block));
  const last = blocks.length - 1;
  return blocks.map((list, at) => ({
    columns:
      totals === 'first' && at === 0
        ? ['total', ...list]
        : totals === 'last' && at === last
          ? [...list, 'total']
          : list,
  }));
}

function isPrinted({half}: Print, row: number, column: number): boolean {
  return half === 'full' || (half === 'lower' ? column <= row : column >= row);
}

/** What stands in a cell; empty where it is not printed. */
function cell(
  {net}: NetTable,
  print: Print,
  row: number,
  column: number | 'total',
  slip: Slip | null,
): string {
  const value = column === 'total' ? net[row]!.reduce((sum, each) => sum + each, 0) : net[row]![column]!;
  if (column === row) return print.diagonal;
  if (column !== 'total' && !isPrinted(print, row, column)) return '';
  const text = value === 0 && column !== 'total' ? print.nil : figure(value, print);
  return slip && slip.row === row && slip.column === column ? slip.text(text) : text;
}

export function figure(value: number, {thousands, minus}: Pick<Print, 'thousands' | 'minus'>): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, thousands);
  return value < 0 ? minus + digits : digits;
}

const label = ({names}: NetTable, {codes}: Print, at: number) =>
  codes ? `${code(at)} ${names[at]}` : names[at]!;

/** Numbers with a gap, as the counties of Norway had. */
export const code = (at: number) => String(at < 12 ? at + 1 : at + 2).padStart(2, '0');

function printBlock({columns}: Block, table: NetTable, print: Print, slip: Slip | null): string {
  const {total, stub} = WORDS[print.words];
  const heads = columns.map(column => (column === 'total' ? total : label(table, print, column)));
  const rows = rowOrder(table, print).map(row => ({
    label: label(table, print, row),
    cells: columns.map(column => cell(table, print, row, column, slip)),
  }));
  switch (print.form) {
    case 'pipes':
      return delimited(
        stub,
        heads,
        rows,
        fields => `| ${fields.join(' | ')} |`,
        `|${'---|'.repeat(heads.length + 1)}`,
      );
    case 'comma':
      return delimited(stub, heads, rows, fields => fields.map(quoted(',')).join(','));
    case 'semicolon':
      return delimited(stub, heads, rows, fields => fields.map(quoted(';')).join(';'));
    case 'tab':
      return delimited(stub, heads, rows, fields => fields.join('\t'));
    case 'html':
      return html(stub, heads, rows);
    case 'columns':
      return inColumns(heads, rows);
    case 'cells':
      return paged(print, heads, rows, ({label: name, cells}) =>
        [name, ...cells.filter(Boolean)].join('\n\n'),
      );
    case 'text':
      return paged(print, heads, rows, (row, at) => textRow(row, at, print));
  }
}

type Row = {readonly label: string; readonly cells: readonly string[]};

const quoted = (sign: string) => (text: string) => (text.includes(sign) ? `"${text}"` : text);

function delimited(
  stub: string,
  heads: readonly string[],
  rows: readonly Row[],
  line: (fields: readonly string[]) => string,
  rule?: string,
): string {
  return [
    line([stub, ...heads]),
    ...(rule ? [rule] : []),
    ...rows.map(({label: name, cells}) => line([name, ...cells])),
  ].join('\n');
}

function html(stub: string, heads: readonly string[], rows: readonly Row[]): string {
  const row = (tag: string, [name, ...cells]: readonly string[]) =>
    `<tr><th>${name}</th>${cells.map(text => `<${tag}>${text.replaceAll('\u00a0', '&nbsp;')}</${tag}>`).join('')}</tr>`;
  return [
    '<table>',
    row('th', [stub, ...heads]),
    ...rows.map(({label: name, cells}) => row('td', [name, ...cells])),
    '</table>',
  ].join('\n');
}

/** As `pdftotext -layout` writes: columns in place, figures to the right, two spaces between. */
function inColumns(heads: readonly string[], rows: readonly Row[]): string {
  const first = Math.max(...rows.map(({label: name}) => name.length));
  const parts = heads.map(head => head.split(' '));
  const widths = parts.map(
    (words, at) =>
      Math.max(...words.map(word => word.length), ...rows.map(({cells}) => cells[at]!.length)) + 2,
  );
  const height = Math.max(...parts.map(words => words.length));
  const line = (name: string, cells: readonly string[]) =>
    (name.padEnd(first) + cells.map((text, at) => text.padStart(widths[at]!)).join('')).trimEnd();
  const headLines = Array.from({length: height}, (_, at) =>
    line(
      '',
      parts.map(words => words[at] ?? ''),
    ),
  );
  return [...headLines, ...rows.map(({label: name, cells}) => line(name, cells))].join('\n');
}

/** Heads and rows in running text, over pages if wanted. */
function paged(
  {heads: where, page, block}: Print,
  heads: readonly string[],
  rows: readonly Row[],
  print: (row: Row, at: number) => string,
): string {
  // A page break between blocks that have their heads below cannot be told from a new block.
  const size = page && where === 'above' && block === 60 ? page : rows.length;
  const pages = rows.map((_, at) => at).filter(at => at % size === 0);
  return pages
    .map(start => {
      const body = rows.slice(start, start + size).map((row, at) => print(row, start + at));
      return (where === 'above' ? [...heads, ...body] : [...body, ...heads]).join('\n');
    })
    .join('\n\f');
}

/** A row of running text: empty cells are left out or padded, a long name may be broken. */
function textRow({label: name, cells}: Row, at: number, {split, padding}: Print): string {
  const shown = cells.flatMap(text =>
    text ? [padding && /^\d/.test(text) ? `\u00a0${text}` : text] : padding ? ['\u00a0'] : [],
  );
  const line = shown.join(' ');
  const [first, second] = broken(name);
  if (split === 'no' || at % 2 || !second || !line.trim()) return `${name} ${line}`;
  return split === 'before' ? `${first}\n${second} ${line}` : `${first} ${line}\n${second}`;
}

/** A name broken after its last space or hyphen. */
function broken(name: string): readonly [string, string] {
  const at = Math.max(name.lastIndexOf(' '), name.lastIndexOf('-'));
  return at < 0 ? [name, ''] : [name.slice(0, at + 1).trimEnd(), name.slice(at + 1)];
}

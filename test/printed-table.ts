/**
 * Random tables, printed the way the yearbook prints them: lower triangle, blocks of columns, heads below,
 * names split over lines, no-break spaces for thousands and as padding.
 */
import fc from 'fast-check';

export type SourceTable = {
  readonly year: number;
  /** What the title calls them: "counties", "regions" ... */
  readonly units?: string;
  readonly counties: readonly {readonly code: string; readonly label: string}[];
  readonly net: readonly (readonly number[])[];
  /** Sizes of the blocks, cyclic. */
  readonly block: number;
  readonly splitNames: boolean;
  readonly padded: boolean;
  /** A cell that is printed with another value than it has. */
  readonly printedNet?: {readonly row: number; readonly column: number; readonly value: number};
};

const NAMES = ['Alta', 'Bø', 'Sør-Varanger', 'Nord og Sør', 'Møre', 'Ås Ásehe', 'Vest-Agder', 'Lom i Dal'];

/** Tables of `least` to 24 units with numbers into the hundred thousands. */
export function randomTable(least = 2): fc.Arbitrary<SourceTable> {
  return fc.integer({min: least, max: 24}).chain(size =>
    fc.record({
      year: fc.integer({min: 1900, max: 2099}),
      counties: fc.constant(
        Array.from({length: size}, (_, i) => ({
          code: String(i + 1).padStart(2, '0'),
          label: `${NAMES[i % NAMES.length]}${i < NAMES.length ? '' : String.fromCharCode(97 + (i % 26))}`,
        })),
      ),
      net: fc
        .array(fc.oneof(fc.integer({min: -300, max: 300}), fc.integer({min: -250_000, max: 250_000})), {
          minLength: (size * (size - 1)) / 2,
          maxLength: (size * (size - 1)) / 2,
        })
        .map(values => square(size, values)),
      block: fc.integer({min: 1, max: 12}),
      splitNames: fc.boolean(),
      padded: fc.boolean(),
    }),
  );
}

function square(size: number, values: readonly number[]): number[][] {
  const net = Array.from({length: size}, () => Array<number>(size).fill(0));
  let next = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const value = values[next++]!;
      net[i]![j] = value;
      net[j]![i] = 0 - value;
    }
  }
  return net;
}

export function printTable(table: SourceTable): string {
  const {counties, net, block, year, units = 'places'} = table;
  const starts = counties.map((_, i) => i).filter(i => i % block === 0);
  const blocks = starts.map((start, index) => {
    const columns = counties.slice(start, start + block);
    const rows = counties.map((county, i) => {
      const cells = columns.map((_, offset) => cell(table, i, start + offset));
      const total =
        index === 0
          ? [
              figure(
                net[i]!.reduce((sum, value) => sum + value, 0),
                table.padded,
              ),
            ]
          : [];
      return [entry(county, table.splitNames && i % 3 === 0), ...total, ...cells].join(' ');
    });
    const heads = columns.map((county, i) => entry(county, table.splitNames && i % 2 === 0));
    const label = index === 0 ? '\u00a0  Net migration, \ntotal' : '\u00a0  ';
    return [...rows, index === 0 ? label : '', ...heads].join('\n\n');
  });
  return ` Migration\n\n6 Net migration between ${units}. ${year} \n\n${blocks.join('\n')}\n`;
}

function cell({net, padded, printedNet}: SourceTable, i: number, j: number): string {
  if (i < j) return '\u00a0';
  if (i === j) return '-';
  const wrong = printedNet?.row === i && printedNet.column === j;
  return figure(wrong ? printedNet.value : net[i]![j]!, padded);
}

function figure(value: number, padded: boolean): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return (value < 0 ? '-' : padded ? '\u00a0' : '') + digits;
}

/** A long name breaks after a space or hyphen. */
function entry({code, label}: {code: string; label: string}, split: boolean): string {
  if (!split) return `${code} ${label}`;
  return label.includes('-')
    ? `${code} ${label.replace('-', '-\n')}`
    : `${code} ${label.replace(' ', ' \n')}`;
}

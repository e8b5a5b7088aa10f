/** Texts that nobody can have printed, and the code that each is refused with. */

type Hostile = {readonly make: () => Uint8Array; readonly code: string};

const text = (content: string) => new TextEncoder().encode(content);

/** Bytes that follow from a seed, of every value. */
function junk(size: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({length: size}, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

/** A table of which every row can be split in more ways than can be tried. */
function ambiguous(size: number): string {
  const names = Array.from(
    {length: size},
    (_, at) => `Unit${String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26))}`,
  );
  const rows = names.map(
    name =>
      `${name} ${Array<string>(Math.floor(size * 1.5))
        .fill('100')
        .join(' ')} -`,
  );
  return `Net migration. 2007\nTotal\n${names.join('\n')}\n${rows.join('\n')}\n`;
}

/** Rows with a name of their own each, and two figures. */
const rowsOfNames = (size: number) =>
  Array.from(
    {length: size},
    (_, at) => `Unit${String.fromCharCode(...[676, 26, 1].map(by => 65 + (Math.floor(at / by) % 26)))} 1 2\n`,
  ).join('');

export const HOSTILE: Readonly<Record<string, Hostile>> = {
  'binary junk': {make: () => junk(100_000), code: 'not-text'},
  'more than any table has': {make: () => new Uint8Array(50_000_001).fill(65), code: 'too-large'},
  'an endless line': {make: () => text('1 '.repeat(2_000_000)), code: 'too-long-line'},
  'an endless word': {make: () => text('a'.repeat(4_000_000)), code: 'too-long-line'},
  'a million columns': {make: () => text(`Oslo\t${'1\t'.repeat(1_000_000)}`), code: 'too-long-line'},
  'a million rows': {make: () => text('Oslo 1 -\n'.repeat(500_000)), code: 'too-many-lines'},
  'rows that have no end': {make: () => text('Oslo 1 -\n'.repeat(100_000)), code: 'too-many-cells'},
  'one county again and again': {make: () => text('Oslo 1 -\n'.repeat(20_000)), code: 'no-table'},
  'deep HTML': {make: () => text(`<table>${'<div>'.repeat(50_000)}`), code: 'too-deep'},
  'HTML deeper still': {make: () => text(`<table>${'<div>'.repeat(500_000)}`), code: 'too-many-cells'},
  'HTML with tables in tables': {make: () => text('<table><tr><td>'.repeat(30_000)), code: 'too-deep'},
  'HTML with cells over a thousand columns': {
    make: () => text(`<table>${'<tr><td colspan="1000" rowspan="1000">1'.repeat(20_000)}</table>`),
    code: 'too-many-cells',
  },
  'a million pipes': {make: () => text(`${'|'.repeat(1_000_000)}\n`.repeat(2)), code: 'too-long-line'},
  'a quote that is never closed': {
    make: () => text(`a,1,2\nb,1,2\n"${'x,1\n'.repeat(20_000)}`),
    code: 'open-quote',
  },
  'rows that can be split in any way': {make: () => text(ambiguous(60)), code: 'cell-count'},
  'rows of two thousand names': {
    make: () => text(`Net migration 2007\nTotal\n${rowsOfNames(2000)}`),
    code: 'too-many-counties',
  },
  prose: {make: () => text('It was a dark and stormy night in Oslo.\n'.repeat(1000)), code: 'no-table'},
  nothing: {make: () => new Uint8Array(), code: 'no-table'},
};

/**
 * How a table was read, in a few lines for people: what was found, what was taken for granted, what was proved.
 */
import type {Assumptions} from './extract/assumptions.ts';
import type {Check} from './extract/proof.ts';
import type {Table} from './extract/table.ts';

/** What `check` prints of a table that could be read. */
export function checkText(table: Table): string {
  const lines = [
    `Read   ${readLine(table)}`,
    `As     ${formLine(table.assumptions)}`,
    `Signs  ${signLine(table.assumptions)}`,
    `Plus   ${plusLine(table)}`,
    provedLine(table),
  ];
  return `${lines.join('\n')}\n`;
}

const KINDS = {
  county: ['county', 'counties'],
  region: ['region', 'regions'],
  municipality: ['municipality', 'municipalities'],
  area: ['area', 'areas'],
} as const;

/** Which file, which table, how many counties. */
export function readLine({source, title, counties, card, regions}: Table): string {
  const named = [title.name || 'a table without a title', title.year ?? 'no year'].join(', ');
  const grouped = regions.length ? `, in ${regions.length} regions` : '';
  const described = card ? '' : '; no card, so no source';
  return `${source.file}: ${named}; ${counties.length} ${KINDS[title.unit][counties.length === 1 ? 0 : 1]}${grouped}${described}`;
}

const FORMS: Readonly<Record<Assumptions['form'], string>> = {
  text: 'running text',
  pipes: 'fields between pipes',
  comma: 'fields between commas',
  semicolon: 'fields between semicolons',
  tab: 'fields between tabs',
  html: 'a table of a web page',
};

const HEADS = {
  above: 'heads above',
  below: 'heads below',
  assumed: 'heads garbled, so in the order of the rows',
} as const;

const HALVES = {lower: 'the lower half', upper: 'the upper half', full: 'both halves'} as const;

function formLine({form, encoding, blocks, heads, half, totals}: Assumptions): string {
  const columns = blocks === 1 ? 'one block of columns' : `${blocks} blocks of columns`;
  const sums = totals ? `totals in the ${totals} column` : 'no totals';
  return `${FORMS[form]} in ${encoding}; ${columns}, ${HEADS[heads]}; ${HALVES[half]} printed; ${sums}`;
}

function signLine({thousands, minus, diagonal, nil}: Assumptions): string {
  const named = (list: readonly string[]) => (list.length ? list.map(signName).join(' or ') : 'none');
  return `thousands: ${named(thousands)}; minus: ${named(minus)}; diagonal: ${named(diagonal)}; nil: ${named(nil)}`;
}

/** Signs that cannot be told by sight have a name. */
const SIGNS: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\u00a0': 'no-break space',
  '\u2007': 'figure space',
  '\u2009': 'thin space',
  '\u202f': 'narrow no-break space',
  '-': 'hyphen',
  '\u2010': 'hyphen (U+2010)',
  '\u2011': 'no-break hyphen',
  '\u2012': 'figure dash',
  '\u2013': 'en dash',
  '\u2014': 'em dash',
  '\u2212': 'minus sign',
};

function signName(sign: string): string {
  const bare = sign.trim();
  if (bare && bare !== sign) return `${signName(bare)} and a space`;
  return SIGNS[sign] ?? `"${sign}"`;
}

/** Which way a plus points, and what says so. */
function plusLine({assumptions: {signs, examples}, gross, proof}: Table): string {
  if (gross) return 'net in-migration of the row, computed from moves';
  const cells = signs.cells === 1 ? 'is a net gain of the row' : 'is a net loss of the row, and was turned';
  const agree = proof.checks.filter(({kind, passed}) => kind === 'example' && passed).length;
  const by = {
    note: `as ${agree} of ${examples} statements in the note ${agree === 1 ? 'says' : 'say'}`,
    totals: 'as the totals say',
    title: 'as the title says',
    custom: 'as is usual; nothing in the text says so',
  }[signs.by];
  return `a plus ${cells}, ${by}`;
}

/** What was proved, and what was not. */
export function provedLine({proof, repair}: Table): string {
  const count = (kind: Check['kind']) => {
    const checks = proof.checks.filter(check => check.kind === kind);
    return {passed: checks.filter(({passed}) => passed).length, all: checks.length, checks};
  };
  const part = (kind: Check['kind'], what: string) => {
    const {passed, all} = count(kind);
    return all ? [`${passed} of ${all} ${what}`] : [];
  };
  const [zero] = count('zero-sum').checks;
  const [mirror] = count('mirror').checks;
  const parts = [
    ...part('row-total', 'totals'),
    ...(zero ? [zero.passed ? 'their sum is zero' : 'their sum is not zero'] : []),
    ...(mirror ? [`${mirror.computed} of ${mirror.said} pairs opposite`] : []),
    ...part('column-total', 'totals of columns'),
    ...part('moves-row', 'sums of rows'),
    ...part('moves-column', 'sums of columns'),
    ...part('moves-all', 'sum of all moves'),
    ...(count('example').all ? part('example', 'statements in the note') : ['no statements in the note']),
    ...(repair ? ['after one correction'] : []),
  ];
  const hasTotals = proof.checks.some(({kind}) => !['mirror', 'example'].includes(kind));
  const what = hasTotals ? 'consistent with its totals' : 'consistent in itself';
  const consistent = proof.isProvable && proof.passed ? `; ${what}` : '';
  return proof.isProvable
    ? `Proved ${parts.join(', ')}${consistent}`
    : `Proved nothing of the figures, for there are no totals; ${parts.join(', ')}`;
}

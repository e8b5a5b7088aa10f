/**
 * The published table, read a second time by other means: regular expressions over the whole text, where
 * `src/extract` tries every split of a line. Nothing of `src` is used here.
 */

/** A table of net migration. Counties are numbers, their places in the lists; `net[a][b]` is what a gained from b. */
export type World = {
  readonly year: number;
  readonly unit: Unit;
  readonly counties: readonly {readonly code: string; readonly name: string; readonly label: string}[];
  /** What expressions call them. */
  readonly keys: readonly string[];
  readonly net: readonly (readonly number[])[];
  /** As published, not added up. */
  readonly totals: readonly number[];
  /** The sign where a county meets itself. */
  readonly mark: string;
  readonly regions: readonly Region[];
  /** What the note below the table says, in its order; `partner` is null where it speaks of a total. */
  readonly statements: readonly {
    readonly county: string;
    readonly partner: string | null;
    readonly net: number;
  }[];
};

/** What the rows and columns are called. */
export type Unit = {readonly one: string; readonly other: string};

/** All that a table may be about, in English. */
export const UNITS: readonly Unit[] = [
  {one: 'county', other: 'counties'},
  {one: 'region', other: 'regions'},
  {one: 'municipality', other: 'municipalities'},
  {one: 'area', other: 'areas'},
];

export type Region = {readonly key: string; readonly name: string; readonly members: readonly number[]};

/** What the card beside the text says. */
export type CardJson = {
  readonly counties: Readonly<Record<string, {readonly sami?: {readonly name: string}}>>;
  readonly regions: readonly {
    readonly key: string;
    readonly names: {readonly en: string};
    readonly members: readonly string[];
  }[];
};

/** A row: code, name (perhaps broken over lines), figures. Heads and empty rows have no figures. */
const ROW = /^(\d\d) (\p{L}+(?:[- \n]+\p{L}+)*) ((?:-?\d+|-)(?: (?:-?\d+|-))*)$/gmu;

const STATEMENT =
  /(\p{L}+) had a net (in|out)-migration (?:versus (\p{L}+) \((\d+)\)|of ([\d ]+) from other counties)/gu;

/** Reads the text; the card adds regions, and which part of a name is Sami. */
export function readAgain(text: string, card: CardJson): World {
  const plain = withoutBlanks(text);
  const rows = [...plain.matchAll(ROW)].map(([, code, name, figures]) => ({
    code: code!,
    label: name!.replace(/-\s+/g, '-').replace(/\s+/g, ' '),
    figures: figures!.split(' '),
  }));
  const codes = [...new Set(rows.map(({code}) => code))];
  const rowsOf = (code: string) => rows.filter(row => row.code === code);
  const triangle = codes.map(code => {
    const [first, ...later] = rowsOf(code).map(({figures}) => figures);
    return [...first!.slice(1), ...later.flat()];
  });
  const [, units, year] = /between (\w+)\. (\d{4})/.exec(plain)!;
  return {
    year: Number(year),
    unit: UNITS.find(({other}) => other === units)!,
    keys: codes,
    counties: codes.map(code => nameOf(code, rowsOf(code)[0]!.label, card)),
    net: codes.map((_, a) => codes.map((__, b) => cell(triangle, a, b))),
    totals: codes.map(code => Number(rowsOf(code)[0]!.figures[0])),
    mark: triangle[0]![0]!,
    regions: card.regions.map(({key, names, members}) => ({
      key,
      name: names.en,
      members: members.map(code => codes.indexOf(code)),
    })),
    statements: statements(plain),
  };
}

/** A no-break space right after a digit groups thousands; all others are padding. */
function withoutBlanks(text: string): string {
  return text
    .replace(/(?<=\d)\u00a0(?=\d{3})/g, '')
    .replace(/[\u00a0 ]+/g, ' ')
    .replace(/ $/gm, '');
}

function nameOf(code: string, label: string, {counties}: CardJson): World['counties'][number] {
  const sami = counties[code]?.sami?.name;
  return {code, label, name: sami === undefined ? label : label.replace(` ${sami}`, '')};
}

/** Only the lower triangle is printed. */
function cell(triangle: readonly (readonly string[])[], a: number, b: number): number {
  if (a === b) return 0;
  return a > b ? Number(triangle[a]![b]) : 0 - Number(triangle[b]![a]);
}

function statements(plain: string): World['statements'] {
  const note = plain.slice(plain.indexOf('Refers to')).replace(/\n/g, ' ').replace(/ +/g, ' ');
  return [...note.matchAll(STATEMENT)].map(([, county, way, partner, single, total]) => ({
    county: county!,
    partner: partner ?? null,
    net: (way === 'in' ? 1 : -1) * Number(single ?? total!.replaceAll(' ', '')),
  }));
}

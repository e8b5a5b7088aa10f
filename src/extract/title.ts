/**
 * The lines above the table: its name, the year of its figures, and what its units are.
 */
import type {Line} from './lines.ts';
import type {UnitKind} from '../labels.ts';

export type Title = {
  /** "Net migration between counties", without the signs of its notes; empty where there is none. */
  readonly name: string;
  /** Null where the text gives none. */
  readonly year: number | null;
  readonly unit: UnitKind;
  /** True where it says that a plus is a loss: "net out-migration". */
  readonly isOutflow: boolean;
};

/** What says that a plus is a loss, unless gains are named beside it. */
const OUTFLOW = /\bnet out-?migration\b|\bnetto ?(?:ut|fra)-?flytting|\bflyttetap\b|\bnet loss/i;
const INFLOW = /\bin-?migration\b|inn-?flytting|flytte?gevinst|flyttevinst|\bgain/i;

/** The head of the totals, and not prose that speaks of them. */
const TOTALS = /^.{0,40}\b(?:total|i alt)\b.{0,20}$/i;

/** One year: of "2003-2007" neither. */
const YEAR = '(?<!\\d|\\d\\s?[-–/]\\s?)(?:1[89]|20)\\d\\d(?!\\d|\\s?[-–/]\\s?\\d)';

/** `[number] name [.,:] year`, as in "6 Net migration1 between counties. 2007". */
const ENDING = new RegExp(
  `^(?:(?:table|tabell)?\\s*\\d+[.:]?\\s+)?(\\D.*?)[.,:]?\\s*\\(?(${YEAR})\\)?\\.?$`,
  'i',
);

const INSIDE = new RegExp(YEAR);

const SUBJECT = /migration|flytting|moves?\b/i;

const UNITS: readonly (readonly [UnitKind, RegExp])[] = [
  ['county', /\bcount(?:y|ies)\b|\bfylk(?:e|er|a|ene)\b/i],
  ['region', /\bregions?\b|\bregion(?:er|ar)\b|\blandsdel(?:er|ar)?\d?\b/i],
  ['municipality', /\bmunicipalit(?:y|ies)\b|\bkommun(?:e|er|ar)\b/i],
];

/**
 * Reads the title: a line that ends in a year, best one that speaks of migration; else one that speaks of it, with a
 * year from anywhere above.
 */
export function titleOf(above: readonly Line[]): Title {
  const ending = above.filter(({text}) => ENDING.test(text));
  const spoken = above.filter(({text}) => SUBJECT.test(text));
  const line = ending.findLast(({text}) => SUBJECT.test(text)) ?? spoken.at(-1) ?? ending.at(-1) ?? null;
  const parts = line && ENDING.exec(line.text);
  const name = withoutNoteSigns(parts ? parts[1]! : (line?.text ?? '').replace(/^\d{1,3}\s+/, ''));
  const year = parts?.[2] ?? INSIDE.exec([line, ...above].map(each => each?.text ?? '').join('\n'))?.[0];
  return {
    name,
    year: year === undefined ? null : Number(year),
    unit: unitOf([name, ...above.map(({text}) => text)]),
    isOutflow: [name, ...above.flatMap(({text}) => (TOTALS.test(text) ? [text] : []))].some(
      text => OUTFLOW.test(text) && !INFLOW.test(text),
    ),
  };
}

/** The first text that names a kind of unit decides. */
function unitOf(texts: readonly string[]): UnitKind {
  for (const text of texts) {
    const found = UNITS.find(([, pattern]) => pattern.test(withoutNoteSigns(text)));
    if (found) return found[0];
  }
  return 'area';
}

/** A digit that is glued to a word is the sign of a note: "migration1". */
const withoutNoteSigns = (name: string) => name.replace(/(\p{L})\d(?!\d)/gu, '$1');

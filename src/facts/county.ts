/**
 * What a person writes for a county -> the county: number, name, ASCII spelling or Sami name, in any case.
 */
import {distance} from 'fastest-levenshtein';
import type {County, Table} from '../extract/table.ts';
import {ambiguousCounty, type Issue, unknownCounty} from '../issues.ts';

/** Letters that do not fall apart into a letter and an accent, each with its ASCII spellings. */
const LETTERS: Readonly<Record<string, readonly [string, string]>> = {
  æ: ['ae', 'ae'],
  ø: ['o', 'oe'],
  å: ['a', 'aa'],
  đ: ['d', 'd'],
  ŋ: ['n', 'ng'],
  ŧ: ['t', 't'],
};

/**
 * Finds a county.
 * @returns the county, or the issue `unknown-county` (with what was perhaps meant) or `ambiguous-county`
 */
export function findCounty(counties: readonly County[], asked: string): County | Issue {
  const wanted = spellings(asked);
  const exact = counties.filter(({name, label}) => [name, label].includes(asked));
  // "Bø" is not "Bo" where there are both; without numbers nothing else would tell them apart.
  const found =
    exact.length === 1
      ? exact
      : counties.filter(county => namesOf(county).some(name => wanted.includes(name)));
  const [first, ...others] = found;
  if (!first) return unknownCounty(asked, similar(counties, asked));
  return others.length
    ? ambiguousCounty(
        asked,
        found.map(({code, name}) => [code, name].filter(Boolean).join(' ')),
      )
    : first;
}

/** What the files on the country as a whole are called. */
export const OVERVIEW = 'overview';

/**
 * The file name of a county: "more-og-romsdal". Where two counties would share it, or a name has no letter
 * that fits, its number stands there too. Null is the country.
 */
export function fileName({counties}: Pick<Table, 'counties'>, county: County | null): string {
  if (county === null) return OVERVIEW;
  const own = slug(county);
  const isShared = own === OVERVIEW || counties.some(other => other !== county && slug(other) === own);
  return isShared || own === '' ? [own, county.key].filter(Boolean).join('-') : own;
}

/** The file names of all counties, each with its place in the table. */
export function fileNames({counties}: Pick<Table, 'counties'>): ReadonlyMap<string, number> {
  const slugs = counties.map(slug);
  const times = new Map<string, number>();
  for (const own of slugs) times.set(own, (times.get(own) ?? 0) + 1);
  const named = counties.map((county, at) => {
    const own = slugs[at]!;
    return [
      times.get(own)! > 1 || own === '' || own === OVERVIEW
        ? [own, county.key].filter(Boolean).join('-')
        : own,
      at,
    ] as const;
  });
  // Where two came to one name nevertheless, it is the first's.
  return new Map(named.toReversed());
}

function slug({name}: County): string {
  return ascii(name, 0)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Every way of writing a county, folded: "03", "3", "oslo", "finnmarku", "03 oslo". */
function namesOf({code, name, label, sami}: County): readonly string[] {
  const names = [name, label, ...(sami ? [sami.name] : [])].flatMap(spellings);
  if (code === null) return names;
  const bare = code.replace(/^0+/, '');
  return [code, bare, ...names, ...names.map(each => code + each)];
}

/** Without case, accents, spaces and hyphens; "ø" both as "o" and as "oe". */
const spellings = (text: string) => [0, 1].map(way => ascii(text, way as 0 | 1).replace(/[^a-z0-9]/g, ''));

function ascii(text: string, way: 0 | 1): string {
  return text
    .toLowerCase()
    .replace(/[æøåđŋŧ]/g, letter => LETTERS[letter]![way])
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Names within two typing errors, or one in three letters, the nearest first, three at most. */
function similar(counties: readonly County[], asked: string): readonly string[] {
  const wanted = spellings(asked)[0]!;
  if (!/[a-z]/.test(wanted)) return [];
  return counties
    .map(county => ({
      name: county.name,
      off: Math.min(...namesOf(county).map(each => distance(each, wanted))),
    }))
    .filter(({name, off}) => {
      const isPart =
        wanted.length > 2 &&
        ascii(name, 0)
          .replace(/[^a-z]/g, '')
          .includes(wanted);
      return isPart || (off <= Math.max(2, wanted.length / 3) && off < wanted.length * 0.6);
    })
    .toSorted((a, b) => a.off - b.off)
    .slice(0, 3)
    .map(({name}) => name);
}

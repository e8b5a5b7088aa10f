/**
 * Regions that the note below the table defines: "Regions: Northern Norway (Nordland, Troms and Finnmark)."
 */
import type {Region} from './card.ts';
import type {Line} from './lines.ts';
import {keyOf} from './names.ts';

const ANNOUNCEMENT = /(?:Regions|Regioner|Regionar|Landsdeler|Landsdelar):\s*/;

/** Each language's word in front of a list of regions, so that their names are known to be in it. */
const LANGUAGE: readonly (readonly [string, RegExp])[] = [
  ['en', /Regions:/],
  ['nb', /Landsdeler:|Regioner:/],
  ['nn', /Landsdelar:|Regionar:/],
];

/**
 * The regions whose members are counties of the table, each county in just one; none where the note says otherwise
 * (in a table of regions it says which counties each of them has).
 * @param names for each county its key and its names
 */
export function regionsIn(
  below: readonly Line[],
  names: readonly {readonly key: string; readonly names: readonly string[]}[],
): readonly Region[] {
  const text = below.map(line => line.text).join(' ');
  const start = ANNOUNCEMENT.exec(text);
  const language = LANGUAGE.find(([, word]) => word.test(text))?.[0];
  if (!start || !language) return [];
  const listed = text.slice(start.index + start[0].length).matchAll(/([^().]+?)\s*\(([^()]+)\)\.?/g);
  const regions = [...listed].map(([, name, list], at) => ({
    key: `N${String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26))}`,
    names: {[language]: name!.trim()},
    members: membersIn(list!, names),
  }));
  const members = regions.flatMap(region => region.members ?? []);
  const isWhole = regions.every(region => region.members) && members.length === names.length;
  return isWhole && new Set(members).size === members.length ? (regions as readonly Region[]) : [];
}

/** Counties of a list, read word by word: "og" may be between two names or inside one. Null where one is unknown. */
function membersIn(
  list: string,
  names: readonly {readonly key: string; readonly names: readonly string[]}[],
): readonly string[] | null {
  const byName = new Map(names.flatMap(({key, names: all}) => all.map(name => [keyOf(name), key] as const)));
  const words = list.split(/[\s,]+/).filter(Boolean);
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const end = words.findLastIndex(
      (_, stop) => stop >= at && byName.has(keyOf(words.slice(at, stop + 1).join(' '))),
    );
    if (end >= 0) {
      found.push(byName.get(keyOf(words.slice(at, end + 1).join(' ')))!);
      at = end + 1;
    } else if (/^(?:og|and|&)$/.test(words[at]!)) at++;
    else return null;
  }
  return found;
}

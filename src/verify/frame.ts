/**
 * What a file says of itself: its language, title, subject and date, parts in other languages, where its links lead,
 * what stands above and below its pages.
 */
import type {Me} from './lore.ts';
import {unbroken} from './phrase.ts';
import {filled} from './printing.ts';
import {quoted} from './quoted.ts';
import {type Problem, wholly} from './problem.ts';
import type {Reading} from './reading.ts';
import type {Yardstick} from './yardstick.ts';

/** Checks what surrounds the words of the report on the county `me` that tells some facts. */
export function frameProblems(
  yardstick: Yardstick,
  me: Me,
  reading: Reading,
  facts: readonly string[],
): readonly Problem[] {
  const links = linkProblems(yardstick, reading, facts);
  if (reading.format === 'txt') return links;
  return [
    ...languageProblems(yardstick, reading),
    ...titleProblems(reading),
    ...subjectProblems(yardstick, reading),
    ...(reading.format === 'html' ? dateProblems(yardstick, reading) : []),
    ...foreignProblems(yardstick, me, reading),
    ...marginProblems(yardstick, reading),
    ...links,
  ];
}

/** The language that a file says it is in; plain text says none. */
export function languageProblems(
  {
    lore: {
      tongue: {tag},
    },
  }: Yardstick,
  {lang, format}: Reading,
): readonly Problem[] {
  if (lang === tag || format === 'txt') return [];
  const said = lang === null ? 'no language' : `the language ${lang}`;
  return [wholly(`The file says that it is in ${said}; its name says ${tag}`)];
}

function titleProblems({title, blocks}: Reading): readonly Problem[] {
  const heading = blocks.find(({kind}) => kind === 'heading');
  const words = heading && 'words' in heading ? heading.words.text : '';
  return title === words ? [] : [wholly(`The file is titled “${title ?? ''}” and headed “${words}”`)];
}

/** What the figures are, and who published them. */
export function subjectProblems({lore}: Yardstick, {subject}: Pick<Reading, 'subject'>): readonly Problem[] {
  const title = quoted(lore, '', 'title');
  const what = filled(lore.tongue.labels.subject, {title, year: String(lore.table.title.year)});
  const right = [what, quoted(lore, '', 'publisher')].filter(Boolean).join('. ');
  return subject === right
    ? []
    : [wholly(`The file says of its subject “${subject ?? ''}”; it is “${right}”`)];
}

/** A page is dated as its figures were released. */
export function dateProblems({lore}: Yardstick, {date}: Pick<Reading, 'date'>): readonly Problem[] {
  const released = lore.table.card?.released ?? null;
  return date === released
    ? []
    : [wholly(`The file is dated ${date ?? 'nowhere'}; the figures were released ${released ?? 'nowhere'}`)];
}

/** Every Sami name in a full table, or in that of the partners, is marked as such, and nothing else is. */
function foreignProblems(
  {lore: {table}, hasFullTable, hasPartners}: Yardstick,
  me: Me,
  {foreign}: Reading,
): readonly Problem[] {
  const named = hasPartners ? table.counties.filter((_, at) => at !== me) : table.counties;
  const names = named.flatMap(({sami}) => (sami ? [sami] : []));
  const times = hasFullTable ? 2 : hasPartners ? 1 : 0;
  const strange = foreign.filter(
    ({lang, text}) => !names.some(each => each.lang === lang && each.name === text),
  );
  const missing = names.filter(
    ({lang, name}) => foreign.filter(each => each.lang === lang && each.text === name).length < times,
  );
  return [
    ...strange.map(({lang, text}) => wholly(`“${text}” is marked as of the language ${lang}`)),
    ...missing.map(({lang, name}) =>
      wholly(
        hasFullTable
          ? `“${name}” is not marked as of the language ${lang} both in its row and in its column`
          : `“${name}” is not marked as of the language ${lang} where it stands in the table`,
      ),
    ),
  ];
}

/** Links lead where the card says, and where the template says. */
function linkProblems(
  {
    lore: {
      table: {card},
      tongue: {parts},
    },
  }: Yardstick,
  {links}: Reading,
  facts: readonly string[],
): readonly Problem[] {
  const own: readonly string[] = JSON.stringify(parts).match(/(?<="href":")[^"]*/g) ?? [];
  const told = [
    ...(facts.includes('licence') ? [card?.licence?.url] : []),
    ...(facts.includes('address') ? [card?.url] : []),
  ].flatMap(address => address ?? []);
  const strange = links.filter(address => !told.includes(address) && !own.includes(address));
  const missing = told.filter(address => !links.includes(address));
  return [
    ...strange.map(address => wholly(`A link leads to ${address}, where no report has one`)),
    ...missing.map(address => wholly(`No link leads to ${address}`)),
  ];
}

/** The foot of each page of a PDF, the running head of all but the first, and the heads of tables that run on. */
function marginProblems({lore: {tongue}, outline}: Yardstick, reading: Reading): readonly Problem[] {
  const {pages, margins, title, blocks} = reading;
  if (pages === null) return [];
  const tables = outline.filter(({kind}) => kind === 'table');
  const rows = blocks.flatMap(block => (block.kind === 'table' ? [block.heads.map(({text}) => text)] : []));
  const heads = rows.flat();
  const again = [
    ...tables.map(table => filled(tongue.labels.continued, {table: 'label' in table ? table.label : ''})),
    ...rows.map(row => row.join(' ')),
    ...heads.flatMap(head => [head, ...head.split(' ')]),
    ...heads.join(' ').split(/ (?=\d\d )/),
  ].map(unbroken);
  return Array.from({length: pages}, (_, at) => at + 1).flatMap(page => {
    const foot = filled(tongue.labels.page, {page: String(page), pages: String(pages)});
    const due = [...(page > 1 ? [title ?? ''] : []), foot].map(unbroken);
    const own = margins
      .filter(({place}) => 'page' in place && place.page === page)
      .map(({text}) => unbroken(text));
    const strange = own.filter(text => !due.includes(text) && !again.includes(text));
    const missing = due.filter(text => own.filter(each => each === text).length !== 1);
    return [
      ...strange.map(text => ({place: {page}, problem: `Outside the text stands “${text}”`})),
      ...missing.map(text => ({place: {page}, problem: `Outside the text must stand “${text}”, once`})),
    ];
  });
}

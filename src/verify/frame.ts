/** What a file says of itself: its language and title, parts in other languages, page numbers, files inside. */
import {attachmentProblems} from './attachments.ts';
import type {Lore} from './lore.ts';
import {filled} from './printing.ts';
import type {Place, Reading} from './reading.ts';

type Problem = {readonly place: Place; readonly problem: string};

const START: Place = {line: 1};

/** Checks what surrounds the words of a report. */
export function frameProblems(lore: Lore, reading: Reading): readonly Problem[] {
  if (reading.format === 'txt') return [];
  return [
    ...languageProblems(lore, reading),
    ...titleProblems(reading),
    ...foreignProblems(lore, reading),
    ...pageProblems(lore, reading),
    ...attachmentProblems(lore, reading),
  ];
}

/** The language that a file says it is in; plain text says none. */
export function languageProblems({tongue: {tag}}: Lore, {lang, format}: Reading): readonly Problem[] {
  if (lang === tag || format === 'txt') return [];
  const said = lang === null ? 'no language' : `the language ${lang}`;
  return [{place: START, problem: `The file says that it is in ${said}; its name says ${tag}`}];
}

function titleProblems({title, blocks}: Reading): readonly Problem[] {
  const heading = blocks.find(({kind}) => kind === 'heading');
  const words = heading && 'words' in heading ? heading.words.text : '';
  return title === words
    ? []
    : [{place: START, problem: `The file is titled “${title ?? ''}” and headed “${words}”`}];
}

/** Every Sami name is marked as such, and nothing else. */
function foreignProblems({table}: Lore, {foreign}: Reading): readonly Problem[] {
  const names = table.counties.flatMap(({sami}) => (sami ? [sami] : []));
  const strange = foreign.filter(
    ({lang, text}) => !names.some(each => each.lang === lang && each.name === text),
  );
  const missing = names.filter(
    ({lang, name}) => !foreign.some(each => each.lang === lang && each.text === name),
  );
  return [
    ...strange.map(({lang, text}) => ({
      place: START,
      problem: `“${text}” is marked as of the language ${lang}`,
    })),
    ...missing.map(({lang, name}) => ({
      place: START,
      problem: `“${name}” is nowhere marked as of the language ${lang}`,
    })),
  ];
}

/** Every page of a PDF bears its number and how many there are. */
function pageProblems({tongue: {labels}}: Lore, {pages, margins}: Reading): readonly Problem[] {
  if (pages === null) return [];
  const numbers = Array.from({length: pages}, (_, at) => at + 1);
  return numbers.flatMap(page => {
    const words = filled(labels.page, {page: String(page), pages: String(pages)});
    const own = margins.filter(({place}) => 'page' in place && place.page === page);
    return own.some(({text}) => text.includes(words))
      ? []
      : [{place: {page}, problem: `The foot of the page does not say “${words}”`}];
  });
}

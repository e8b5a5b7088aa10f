/**
 * Opening a language: its labels, its template, the words by which that is checked, and what was approved of it.
 * A language is a folder, and a name for each thing that a table's card names.
 */
import path from 'node:path';
import type {Env} from './env.ts';
import {cardBeside, LARGEST_CARD, missingNames, readCard} from './extract/card.ts';
import {CATALOGUE, type FactId} from './facts/catalogue.ts';
import {isOf, type Subject} from './facts/catalogue-entry.ts';
import {CLAIMS} from './facts/claims.ts';
import {meaningOf} from './facts/meanings.ts';
import {FIGURES} from './facts/tell.ts';
import {
  type Issue,
  labelsBroken,
  missingFile,
  noLanguage,
  notJson,
  ReportError,
  stopOnErrors,
  unknownLanguage,
  wordsBroken,
} from './issues.ts';
import {type Json, type Locate, readJson} from './json.ts';
import {FORMS, inWords, labelFaults} from './label-checks.ts';
import type {Labels, Language} from './language.ts';
import {checkTemplate, inReadingOrder, type Known} from './narrative/check.ts';
import {lexiconProblems, type Lexicon} from './narrative/lexicon.ts';
import {labelIssues, type Law, lintTemplate} from './narrative/lint.ts';
import {unlistedNumbers} from './narrative/lint-labels.ts';
import {type Entry, goneIssues, type LockFile, orderIssues, readLock, settled} from './narrative/lock.ts';
import {labelsChanged, lockedLabels} from './narrative/lock-labels.ts';
import {skeletonOf, type Spoken} from './narrative/lock-languages.ts';
import {templateOrders} from './narrative/order.ts';
import {type Part, readTemplate} from './narrative/template.ts';
import {TABLES} from './narrative/vocabulary.ts';
import type {Problem} from './shape.ts';

/** The templates of a language: that of the reports on counties, and that of the overview of the country. */
const FILES: Readonly<Record<Subject, string>> = {county: 'report.md', country: 'overview.md'};

/** A language that is ready to write: its labels and its checked templates. */
export type Writer = {
  readonly language: Language;
  readonly templates: Readonly<Record<Subject, readonly Part[]>>;
};

/** A language as it was found, right or wrong. `orders` are of the sentences with which nothing else is wrong. */
export type Checked = Spoken & {
  readonly writer: Writer;
  readonly issues: readonly Issue[];
  readonly lock: LockFile;
  /** What the lock should hold. */
  readonly entries: readonly Entry[];
};

/** The languages there are: the folders that hold a `report.md`. */
export async function languages(env: Env, folder: string): Promise<readonly string[]> {
  const names = await env.list(folder);
  const reports = await Promise.all(names.map(name => env.read(path.join(folder, name, 'report.md'))));
  return names.filter((_, index) => reports[index] !== null);
}

/** The languages that are asked for, of those that there are; English where none is. */
export async function chooseLanguages(
  env: Env,
  templates: string,
  asked: readonly string[],
): Promise<readonly string[]> {
  const tags = await languages(env, templates);
  if (tags.length === 0) throw new ReportError([noLanguage(templates)]);
  if (asked.some(tag => plain(tag) === 'all')) return tags;
  const wanted = asked.length ? asked : ['en'];
  const unknown = wanted.filter(tag => chooseLanguage(tag, tags) === null);
  if (unknown.length === 0) return [...new Set(wanted.flatMap(tag => chooseLanguage(tag, tags) ?? []))];
  const names = await Promise.all(tags.map(tag => ownName(env, templates, tag)));
  const there = `There is ${tags.map((tag, index) => `${tag} ${names[index]}`.trim()).join(', ')}`;
  throw new ReportError(unknown.map(tag => ({...unknownLanguage(tag, tags), hint: there})));
}

/** The tag that answers to the one asked for: itself, or its base (`nb-NO` is `nb`), in any case; null where none does. */
export function chooseLanguage(asked: string, tags: readonly string[]): string | null {
  const wanted = plain(asked);
  const find = (tag: string) => tags.find(each => plain(each) === tag);
  return find(wanted) ?? find(wanted.split('-')[0]!) ?? null;
}

const plain = (tag: string) => tag.toLowerCase().replaceAll('_', '-');

/** What a language calls itself; nothing where its labels do not tell. */
async function ownName(env: Env, templates: string, tag: string): Promise<string> {
  const file = path.join(templates, tag, 'labels.json');
  const json = readJson(file, new TextDecoder().decode((await env.read(file)) ?? new Uint8Array()));
  return 'fault' in json ? '' : nameIn(json.value);
}

const nameIn = (labels: unknown) => textsIn(labels)['name'] ?? '';

/** What the card of a table has no name for in some languages; it is read again, for the places. */
export async function nameIssues(
  env: Env,
  table: string,
  tags: readonly string[],
): Promise<readonly Issue[]> {
  const file = cardBeside(table);
  const card = file === table ? null : readCard(file, await env.read(file, LARGEST_CARD));
  return card ? tags.flatMap(tag => missingNames(card, tag)) : [];
}

/** What the template on a subject may speak of, given the names of the charts and the labels. */
export function known(charts: readonly string[], labels: unknown, subject: Subject = 'county'): Known {
  const numbers = Object.keys(FIGURES[subject]).map(name => [name, 'number'] as const);
  return {
    facts: Object.fromEntries(Object.entries(CATALOGUE).filter(([, entry]) => isOf(entry, subject))),
    variables: {...(subject === 'county' ? {county: 'county'} : {}), ...Object.fromEntries(numbers)},
    charts,
    tables: TABLES,
    forms: formsIn(labels),
  };
}

/**
 * The forms that all words for what a table is about have; their gender is none. Those that are always needed are
 * among them even where the labels lack one: that is told of the labels, once, and not of every place in the template.
 */
function formsIn(labels: unknown): readonly string[] {
  const [first = {}, ...others] = Object.values(unitsIn(labels));
  const shared = Object.keys(first).filter(
    form => form !== 'gender' && others.every(each => Object.hasOwn(each, form)),
  );
  return [...new Set([...FORMS, ...shared])];
}

/** The words for what a table is about, by kind and form, as far as labels that may be broken have them. */
function unitsIn(labels: unknown): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const {units} = (labels ?? {}) as {units?: Readonly<Record<string, unknown>> | null};
  return Object.fromEntries(Object.entries(units ?? {}).map(([kind, forms]) => [kind, textsIn(forms)]));
}

const textsIn = (json: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((json ?? {}) as object).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

/** Opens one language and tells everything that is wrong with it. */
export async function checkWriter(
  env: Env,
  folder: string,
  tag: string,
  charts: readonly string[],
): Promise<Checked> {
  const file = (name: string) => path.join(folder, tag, name);
  const labels = await openJson(env, file('labels.json'));
  const words = await openJson(env, file('words.json'));
  const lock = readLock(file('order.lock.json'), await env.read(file('order.lock.json')));
  const wrongWords = lexiconProblems(words.value, CLAIMS).map(fault => wordBroken(fault, words.locate));
  const law = wrongWords.length ? null : lawOf(words.value as Lexicon, labels.value);
  const wrongLabels = wrongIn(file('labels.json'), labels, law);
  const openOne = async (subject: Subject) =>
    templateOf(
      file(FILES[subject]),
      await env.read(file(FILES[subject])),
      subject,
      law,
      known(charts, labels.value, subject),
    );
  const [county, country] = [await openOne('county'), await openOne('country')];
  const both = [county, country];
  const orders = both.flatMap(each => each.orders);
  const locked = lockedLabels(labels, wrongLabels);
  const entries = [...orders, ...locked];
  const issues = [
    ...wrongLabels,
    ...wrongWords,
    ...lock.issues,
    ...labelsChanged(locked, lock, labels.locate),
    ...both.flatMap(each => inReadingOrder([...each.wrong, ...orderIssues(each.orders, lock)])),
  ];
  // What is missing where something is wrong may be there when that is mended.
  const isWhole = [wrongLabels, wrongWords, county.wrong, country.wrong].every(wrong => wrong.length === 0);
  return {
    tag,
    name: {text: nameIn(labels.value), where: labels.locate('name')},
    skeleton: county.skeleton && country.skeleton && [...county.skeleton, ...country.skeleton],
    orders,
    entries,
    lock,
    writer: {
      language: {tag, labels: labels.value as Labels},
      templates: {county: county.parts, country: country.parts},
    },
    issues: isWhole ? [...issues, ...goneIssues(entries, lock)] : issues,
  };
}

/** A template held against what exists and what may be said. */
type CheckedTemplate = Pick<Spoken, 'orders' | 'skeleton'> & {
  readonly parts: readonly Part[];
  readonly wrong: readonly Issue[];
};

/** `law` is null where the words are wrong: then nothing is said of those of the template. */
function templateOf(
  file: string,
  bytes: Uint8Array | null,
  subject: Subject,
  law: Law | null,
  knows: Known,
): CheckedTemplate {
  if (!bytes) return {parts: [], wrong: [missingFile(file)], orders: [], skeleton: null};
  const template = readTemplate(file, new TextDecoder().decode(bytes));
  const {parts, issues} = template;
  const wrong = [...checkTemplate(file, template, knows), ...(law ? lintTemplate(parts, law) : [])];
  const orders = law ? settled(templateOrders(parts, law, knows), wrong) : [];
  return {
    parts,
    wrong,
    // Both templates tell some facts, each in an order of its own.
    orders: subject === 'county' ? orders : orders.map(each => ({...each, key: `overview ${each.key}`})),
    skeleton: issues.length ? null : skeletonOf(parts, startOf(file)),
  };
}

const startOf = (file: string) => ({file, line: 1, column: 1});

const wordBroken = ({path: at, problem}: Problem, locate: Locate) =>
  wordsBroken(locate(...at.split('.')), `"${at}" ${problem}`);

/** Everything that is wrong with labels, as far as it can be told. */
function wrongIn(file: string, labels: Found, law: Law | null): readonly Issue[] {
  const {value, locate} = labels;
  return [
    ...labelFaults(value).map(fault => labelBroken(file, fault, locate)),
    ...(law ? labelIssues(law, labels) : []),
    ...(law ? unlistedNumbers(law.lexicon, value, locate) : []),
  ];
}

/** What the words of a template are held against. */
function lawOf(lexicon: Lexicon, labels: unknown): Law {
  const {ones} = (labels ?? {}) as {ones?: unknown};
  const claims = Object.keys(CATALOGUE).map(id => [id, Object.keys(meaningOf(id as FactId).claims)] as const);
  return {
    lexicon,
    units: unitsIn(labels),
    ones: textsIn(ones),
    claims: Object.fromEntries(claims),
    language: nameIn(labels),
  };
}

/** Opens one language. @throws ReportError with everything that is wrong with it (exit 5) */
export async function openWriter(
  env: Env,
  folder: string,
  tag: string,
  charts: readonly string[],
): Promise<Writer> {
  const {writer, issues} = await checkWriter(env, folder, tag, charts);
  stopOnErrors(issues);
  return writer;
}

/** The language in which gen-report itself speaks: its own English labels, whatever templates are used. */
export async function openOwnLanguage(env: Env): Promise<Language> {
  const file = path.join(env.home, 'templates', 'en', 'labels.json');
  const labels = await openJson(env, file);
  stopOnErrors(labelFaults(labels.value).map(fault => labelBroken(file, fault, labels.locate)));
  return {tag: 'en', labels: labels.value as Labels};
}

const labelBroken = (file: string, fault: Problem, locate: Locate): Issue => ({
  ...labelsBroken(file, inWords(fault)),
  where: locate(...fault.path.split('.')),
});

type Found = Extract<Json, {readonly value: unknown}>;

/** A JSON file of the templates, with the places of its parts. @throws ReportError where there is none */
export async function openJson(env: Env, file: string): Promise<Found> {
  const bytes = await env.read(file);
  if (!bytes) throw new ReportError([missingFile(file)]);
  const json = readJson(file, new TextDecoder().decode(bytes));
  if ('fault' in json) throw new ReportError([notJson(json.where, json.fault)]);
  return json;
}

/**
 * Opening a language: its labels, its template, the words by which that is checked, and the approved order of
 * quantities in its sentences. A language is a folder and nothing else.
 */
import path from 'node:path';
import type {Env} from './env.ts';
import {CATALOGUE, type FactId} from './facts/catalogue.ts';
import {CLAIMS} from './facts/claims.ts';
import {meaningOf} from './facts/meanings.ts';
import {FIGURES} from './facts/tell.ts';
import {
  type Issue,
  labelsBroken,
  missingFile,
  notJson,
  ReportError,
  stopOnErrors,
  unknownLanguage,
  wordsBroken,
} from './issues.ts';
import {type Json, readJson} from './json.ts';
import {FORMS, labelProblems} from './labels.ts';
import type {Labels, Language} from './language.ts';
import {checkTemplate, inReadingOrder, type Known} from './narrative/check.ts';
import {lexiconProblems, type Lexicon} from './narrative/lexicon.ts';
import {labelIssues, type Law, lintTemplate} from './narrative/lint.ts';
import {isLock, type Lock, lockIssues} from './narrative/lock.ts';
import {brokenLock, noLock} from './narrative/lock-complaints.ts';
import {type Order, templateOrders} from './narrative/order.ts';
import {type Part, readTemplate} from './narrative/template.ts';

/** A language that is ready to write: its labels and its checked template. */
export type Writer = {readonly language: Language; readonly parts: readonly Part[]};

/** A language as it was found, right or wrong. */
export type Checked = {
  readonly writer: Writer;
  readonly issues: readonly Issue[];
  /** The order in its sentences; none where that cannot be told. */
  readonly orders: readonly Order[];
  readonly lock: {readonly file: string; readonly approved: Lock};
};

/** The languages there are: the folders that hold a `report.md`. */
export async function languages(env: Env, folder: string): Promise<readonly string[]> {
  const names = await env.list(folder);
  const reports = await Promise.all(names.map(name => env.read(path.join(folder, name, 'report.md'))));
  return names.filter((_, index) => reports[index] !== null);
}

/** The tag that answers to the one asked for: itself, or its base (`nb-NO` is `nb`). */
export function chooseLanguage(asked: string, tags: readonly string[]): string {
  const found = [asked, asked.split('-')[0]!].find(tag => tags.includes(tag));
  if (found === undefined) throw new ReportError([unknownLanguage(asked, tags)]);
  return found;
}

/** What the templates may speak of, given the names of the charts and the labels. */
export function known(charts: readonly string[], labels: unknown): Known {
  return {
    facts: CATALOGUE,
    variables: {
      county: 'county',
      ...Object.fromEntries(Object.keys(FIGURES).map(name => [name, 'number' as const])),
    },
    charts,
    tables: ['full', 'checks'],
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
  const text = new TextDecoder().decode((await env.read(file('report.md'))) ?? new Uint8Array());
  const lockFile = file('order.lock.json');
  const lockBytes = await env.read(lockFile);
  const template = readTemplate(file('report.md'), text);
  const knows = known(charts, labels.value);
  const wrongWords = lexiconProblems(words.value, CLAIMS).map(({path: at, problem}) =>
    wordsBroken(words.locate(...at.split('.')), `"${at}" ${problem}`),
  );
  const law = wrongWords.length ? null : lawOf(words.value as Lexicon, labels.value);
  const orders = law ? templateOrders(template.parts, law, knows) : [];
  const lock = readLock(lockFile, lockBytes);
  const issues = [
    ...labelProblems(labels.value).map(problem => labelsBroken(file('labels.json'), problem)),
    ...wrongWords,
    ...(law ? labelIssues(law, labels) : []),
    ...lock.issues,
    ...inReadingOrder([
      ...checkTemplate(file('report.md'), template, knows),
      ...(law ? lintTemplate(template.parts, law) : []),
      ...(law && lock.issues.length === 0 ? lockIssues(orders, lock.approved, law.claims) : []),
    ]),
  ];
  const language = {tag, labels: labels.value as Labels};
  return {
    writer: {language, parts: template.parts},
    issues,
    orders,
    lock: {file: lockFile, approved: lock.approved},
  };
}

/** What the words of a template are held against. */
function lawOf(lexicon: Lexicon, labels: unknown): Law {
  const {name = '', ones} = (labels ?? {}) as {name?: unknown; ones?: unknown};
  const claims = Object.keys(CATALOGUE).map(id => [id, Object.keys(meaningOf(id as FactId).claims)] as const);
  return {
    lexicon,
    units: unitsIn(labels),
    ones: textsIn(ones),
    claims: Object.fromEntries(claims),
    language: String(name),
  };
}

function readLock(file: string, bytes: Uint8Array | null): {approved: Lock; issues: readonly Issue[]} {
  if (!bytes) return {approved: {}, issues: [noLock(file)]};
  const json = readJson(file, new TextDecoder().decode(bytes));
  if ('fault' in json) return {approved: {}, issues: [brokenLock(json.where, json.fault)]};
  if (!isLock(json.value)) return {approved: {}, issues: [brokenLock(json.locate(), 'each is a text')]};
  return {approved: json.value, issues: []};
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
  const labels = (await openJson(env, file)).value;
  stopOnErrors(labelProblems(labels).map(problem => labelsBroken(file, problem)));
  return {tag: 'en', labels: labels as Labels};
}

/** A JSON file of the templates, with the places of its parts. @throws ReportError where there is none */
export async function openJson(env: Env, file: string): Promise<Extract<Json, {value: unknown}>> {
  const bytes = await env.read(file);
  if (!bytes) throw new ReportError([missingFile(file)]);
  const json = readJson(file, new TextDecoder().decode(bytes));
  if ('fault' in json) throw new ReportError([notJson(json.where, json.fault)]);
  return json;
}

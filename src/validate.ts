/**
 * `gen-report validate`: everything that can be wrong with templates, in all languages and between them; and,
 * when that is asked for, the approval of the order of quantities in their sentences.
 */
import path from 'node:path';
import {inputFile, type Options, templatesOf, type Voice} from './commands.ts';
import type {Env} from './env.ts';
import {CATALOGUE} from './facts/catalogue.ts';
import {tell} from './facts/tell.ts';
import {cannotWrite, ReportError, stopOnErrors} from './issues.ts';
import {changes, printLock} from './narrative/lock.ts';
import {differences} from './narrative/lock-languages.ts';
import {
  checkCharts,
  type Checked,
  checkWriter,
  openCharts,
  openShells,
  openTable,
  openTheme,
} from './open.ts';
import {chooseLanguages, nameIssues} from './open-language.ts';

/** What is asked of `validate` besides the options of all commands. */
export type Validation = Options & {readonly updateLock?: boolean};

/** Checks templates, labels, words, charts, theme and page, in all languages, and that the card has names in each. */
export async function validate(env: Env, voice: Voice, options: Validation): Promise<void> {
  const templates = templatesOf(env, voice, options.templates);
  const table = inputFile(env, voice, options.input);
  const tags = await chooseLanguages(env, templates, ['all']);
  const charts = await openCharts(env, templates);
  await openTheme(env, templates, 'plain');
  await openShells(env, templates);
  const names = charts.map(({name}) => name);
  const checked = await Promise.all(tags.map(tag => checkWriter(env, templates, tag, names)));
  const issues = [
    ...checked.flatMap(each => [...each.issues, ...checkCharts(charts, each.writer)]),
    ...differences(checked),
    ...(await nameIssues(env, table, tags)),
  ];
  if (options.updateLock) {
    stopOnErrors(issues.filter(({code}) => !APPROVABLE.includes(code)));
    voice.say(await approve(env, checked));
  } else {
    stopOnErrors(issues);
  }
  voice.say(`In order: ${tags.join(', ')}; charts ${names.join(', ')}; theme plain; page.html\n`);
  voice.say(`${checked.map(wording).join('; ')}\n`);
  voice.say(`${await unused(env, table)}\n`);
}

/** What an approval settles; anything else stops it. */
const APPROVABLE: readonly string[] = [
  'no-lock',
  'broken-lock',
  'order-changed',
  'order-unapproved',
  'order-gone',
  'label-changed',
  'label-unapproved',
];

/** Writes the locks of all languages, whole or not at all, and says what is new in each. */
async function approve(env: Env, checked: readonly Checked[]): Promise<string> {
  const files = checked.map(({lock, entries}) => ({
    path: lock.file,
    bytes: new TextEncoder().encode(printLock(entries)),
  }));
  try {
    await env.write(files);
  } catch (error) {
    const folders = [...new Set(files.map(file => path.dirname(path.dirname(file.path))))];
    const hint = 'Copy the templates to a folder of your own and give that';
    throw new ReportError([cannotWrite(folders.join(', '), (error as Error).message, hint)]);
  }
  return checked
    .map(({lock, orders, entries}) => {
      const changed = changes(entries, lock.approved);
      const what = changed.length ? `\n  ${changed.join('\n  ')}` : ' as before';
      return `Approved ${lock.file}: ${orders.length} orders, ${entries.length - orders.length} labels,${what}\n`;
    })
    .join('');
}

/** How much of a language was held against the facts; some are told in both templates. */
function wording({writer, orders}: Checked): string {
  const facts = orders.filter(({isFact}) => isFact);
  const claims = facts.reduce((sum, each) => sum + each.says.length, 0);
  return `${writer.language.labels.name}: ${facts.length} sentences of facts with ${claims} words that claim`;
}

/** The facts that a table has no use for: their sentences are read by nobody who looks at its reports. */
async function unused(env: Env, file: string): Promise<string> {
  const {table, issues} = await openTable(env, file);
  stopOnErrors(issues);
  const subjects = [null, ...table!.counties];
  const told = new Set(subjects.flatMap(county => tell(table!, county).facts.map(({id}) => id)));
  const all = Object.keys(CATALOGUE);
  const untold = all.filter(id => !(told as ReadonlySet<string>).has(id));
  if (untold.length === 0) return `All ${all.length} facts are told in some report on ${file}`;
  return `Told in no report on ${file}: ${untold.join(', ')} (${untold.length} of ${all.length} facts)`;
}

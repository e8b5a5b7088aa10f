/**
 * What can be wrong with a template, in words.
 */
import {closest, distance} from 'fastest-levenshtein';
import {type Issue, templateIssue, type Where} from '../issues.ts';

/** "Did you mean ...?" where a known name is near, else the list of what there is. */
function suggestion(asked: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const near = closest(asked, known);
  if (distance(asked, near) <= Math.max(2, asked.length / 3)) return `Did you mean "${near}"?`;
  return known.length <= 12 ? `There is ${known.join(', ')}` : '';
}

export const syntax = (where: Where, message: string): Issue =>
  templateIssue('template-syntax', where, `This is not Markdoc: ${message}`, 'See {% tag %} ... {% /tag %}');

export const unknownTag = (where: Where, name: string, known: readonly string[]) =>
  templateIssue('unknown-tag', where, `There is no tag "${name}"`, suggestion(name, known));

export const misplacedTag = (where: Where, name: string) =>
  templateIssue(
    'misplaced-tag',
    where,
    `The tag "${name}" cannot stand here`,
    'alt and note belong in a chart or table, tell in a sentence, the others on lines of their own',
  );

export const missingName = (where: Where, name: string) =>
  templateIssue('missing-name', where, `The tag "${name}" needs a name`, `As in {% ${name} "name" %}`);

export const unknownBlock = (where: Where, type: string) =>
  templateIssue(
    'unknown-block',
    where,
    `A report has no place for ${type}`,
    'Headings, paragraphs, lists and the tags of the vocabulary are what it has',
  );

export const noList = (where: Where) =>
  templateIssue(
    'no-list',
    where,
    'Key figures are one list',
    'As in - **{% signed($total) %}** net migration, total',
  );

export const noValue = (where: Where) =>
  templateIssue(
    'no-value',
    where,
    'A key figure has no value',
    'The value is the strong part, as in - **{% signed($total) %}** net migration, total',
  );

export const deepHeading = (where: Where) =>
  templateIssue('deep-heading', where, 'Headings go down to ###', 'Use ### or strong words');

export const placedTwice = (where: Where, name: string) =>
  templateIssue(
    'placed-twice',
    where,
    `"${name}" is placed a second time`,
    `Refer to it by {% see("${name}") %}`,
  );

export const chartOfCounty = (where: Where, name: string) =>
  templateIssue(
    'chart-of-county',
    where,
    `The chart "${name}" draws the flows of one county, and the overview is of all`,
    'Place it in report.md',
  );

export const unsafeLink = (where: Where, href: string) =>
  templateIssue('unsafe-link', where, `A link leads to "${href}"`, 'Only http, https and mailto are allowed');

export const rawHtml = (where: Where, saw: string) =>
  templateIssue('raw-html', where, `HTML in a template: ${saw}`, 'The PDF could not follow; use Markdown');

export const lostBrace = (where: Where, saw: string) =>
  templateIssue('lost-brace', where, `A tag or variable lost a brace: ${saw}`, 'As in {% $county %}');

export const typedDigit = (where: Where, saw: string) =>
  templateIssue(
    'typed-digit',
    where,
    `A typed number: ${saw}`,
    'A number enters as a variable, so that it can be traced and checked',
  );

export const unknownVariable = (where: Where, name: string, known: readonly string[]) =>
  templateIssue(
    'unknown-variable',
    where,
    `There is no $${name} here`,
    suggestion(name.split('.')[0]!, known),
  );

export const needsFunction = (where: Where, name: string, kind: string, functions: readonly string[]) =>
  templateIssue(
    'needs-function',
    where,
    `$${name} holds ${kind} and cannot be printed as it is`,
    `Use ${functions.map(each => `${each}($${name})`).join(' or ')}`,
  );

export const unknownFunction = (where: Where, name: string, known: readonly string[]) =>
  templateIssue('unknown-function', where, `There is no function ${name}()`, suggestion(name, known));

export const wrongArgument = (where: Where, name: string, saw: string, expected: string) =>
  templateIssue('wrong-argument', where, `${name}() was given ${saw}`, `It takes ${expected}`);

export const unknownFact = (where: Where, id: string, known: readonly string[]) =>
  templateIssue('unknown-fact', where, `There is no fact "${id}"`, suggestion(id, known));

export const repeatedFact = (where: Where, id: string) =>
  templateIssue('repeated-fact', where, `The fact "${id}" is told a second time`, 'Remove one of the two');

export const nestedFact = (where: Where, id: string) =>
  templateIssue(
    'nested-fact',
    where,
    `The fact "${id}" stands inside another`,
    'Each fact is a sentence of its own',
  );

export const unusedSlot = (where: Where, id: string, name: string) =>
  templateIssue(
    'unused-slot',
    where,
    `The sentence for "${id}" does not use $${name}`,
    'Each number of a fact is told',
  );

export const untoldFact = (where: Where, id: string) =>
  templateIssue(
    'untold-fact',
    where,
    `The fact "${id}" has no sentence`,
    `Add {% tell "${id}" %} ... {% /tell %}`,
  );

export const unknownChart = (where: Where, name: string, known: readonly string[]) =>
  templateIssue('unknown-chart', where, `There is no chart "${name}"`, suggestion(name, known));

export const unknownTable = (where: Where, name: string, known: readonly string[]) =>
  templateIssue('unknown-table', where, `There is no table "${name}"`, suggestion(name, known));

export const notPlaced = (where: Where, name: string, placed: readonly string[]) =>
  templateIssue(
    'not-placed',
    where,
    `The template refers to "${name}", which it does not place`,
    suggestion(name, placed),
  );

export const unknownForm = (where: Where, form: string, known: readonly string[]) =>
  templateIssue(
    'unknown-form',
    where,
    `The labels have no form "${form}" of the words for counties, regions ...`,
    suggestion(form, known),
  );

export const noAlt = (where: Where, name: string) =>
  templateIssue(
    'no-alt',
    where,
    `The chart "${name}" does not say what it shows`,
    'Add {% alt %} ... {% /alt %} for those who cannot see it',
  );

export const noTitle = (where: Where) =>
  templateIssue('no-title', where, 'The report has no title', 'Begin with # {% $county %}: ...');

/**
 * What can differ from what was approved, or between the languages, in words.
 */
import {type Issue, templateIssue, type Where} from '../issues.ts';

const APPROVE = 'gen-report validate --update-lock';

export const orderChanged = (where: Where, key: string, now: string, approved: string): Issue =>
  templateIssue(
    'order-changed',
    where,
    `The order in "${key}" is not the approved one: ${now}`,
    `Approved is: ${approved} (if the change is meant: ${APPROVE})`,
  );

export const orderUnapproved = (where: Where, key: string, now: string): Issue =>
  templateIssue(
    'order-unapproved',
    where,
    `Nobody has approved the order in "${key}": ${now}`,
    `If each quantity is in its role: ${APPROVE}`,
  );

export const orderGone = (where: Where, key: string, approved: string): Issue =>
  templateIssue(
    'order-gone',
    where,
    `"${key}" was approved and is gone: ${approved || 'a sentence without quantities'}`,
    `Put it back, or, if it is meant to be gone: ${APPROVE}`,
  );

export const labelChanged = (where: Where, label: string, now: string, approved: string): Issue =>
  templateIssue(
    'label-changed',
    where,
    `The label "${label}" is not the approved one: ${now}`,
    `Approved is: ${approved} (if the change is meant: ${APPROVE})`,
  );

export const labelUnapproved = (where: Where, label: string, now: string): Issue =>
  templateIssue(
    'label-unapproved',
    where,
    `Nobody has approved the label "${label}": ${now}`,
    `If each word says what it should: ${APPROVE}`,
  );

export const orderDiffers = (
  where: Where,
  key: string,
  now: readonly string[],
  tag: string,
  expected: readonly string[],
): Issue =>
  templateIssue(
    'order-differs',
    where,
    `The numbers in "${key}" have another order than in ${tag}: ${listed(now)}`,
    `There they are ${listed(expected)}; every language tells them in the same order`,
  );

export const sentenceMoved = (where: Where, key: string, tag: string, expected: string): Issue =>
  templateIssue(
    'sentence-moved',
    where,
    `"${key}" stands where ${tag} has "${expected}"`,
    'Every language tells its sentences in the same order, so that their numbers can be compared',
  );

export const partDiffers = (where: Where, now: string, tag: string, expected: string, there: Where): Issue =>
  templateIssue(
    'part-differs',
    where,
    `Another part than in ${tag}: ${now} instead of ${expected}`,
    `That is at ${there.file}:${there.line}; every language has the same parts in the same order`,
  );

export const nameTwice = (where: Where, name: string, tag: string): Issue =>
  templateIssue(
    'name-twice',
    where,
    `"${name}" is also the name of ${tag}`,
    'The label "name" is what the language calls itself; each has its own',
  );

const listed = (names: readonly string[]) => names.map(name => `$${name}`).join(', ') || 'none';

export const noLock = (file: string): Issue =>
  templateIssue(
    'no-lock',
    {file, line: 1, column: 1},
    'The file is not there: nobody has approved the order of quantities in the sentences, and the labels',
    `When each quantity is in its role: ${APPROVE}`,
  );

export const brokenLock = (where: Where, fault: string): Issue =>
  templateIssue('broken-lock', where, `This is no list of orders: ${fault}`, `Write it anew: ${APPROVE}`);

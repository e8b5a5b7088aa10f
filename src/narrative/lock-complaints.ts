/**
 * What can be wrong with the order of quantities in a template, in words.
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

const listed = (names: readonly string[]) => names.map(name => `$${name}`).join(', ') || 'none';

export const noLock = (file: string): Issue =>
  templateIssue(
    'no-lock',
    {file, line: 1, column: 1},
    'The file is not there: nobody has approved the order of quantities in the sentences',
    `When each quantity is in its role: ${APPROVE}`,
  );

export const brokenLock = (where: Where, fault: string): Issue =>
  templateIssue('broken-lock', where, `This is no list of orders: ${fault}`, `Write it anew: ${APPROVE}`);

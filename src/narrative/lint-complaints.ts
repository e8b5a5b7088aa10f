/**
 * What can be wrong with the words of a template, in words.
 */
import {type Issue, templateIssue, type Where} from '../issues.ts';
import type {ForbiddenKind} from './lexicon.ts';

const FILE = 'words.json';

const quoted = (phrases: readonly string[]) => phrases.map(phrase => `"${phrase}"`).join(', ');

export const numberWord = (where: Where, saw: string): Issue =>
  templateIssue(
    'number-word',
    where,
    `A typed number: ${saw}`,
    `A number enters as a variable; words that are none stand in ${FILE} under neutral`,
  );

export const unlistedNumber = (where: Where, word: string): Issue =>
  templateIssue(
    'unlisted-number',
    where,
    `The number word "${word}" does not stand in ${FILE}`,
    'Add it there under numbers: else it could be typed in a sentence',
  );

export const unclaimed = (
  where: Where,
  saw: string,
  claims: readonly string[],
  id: string,
  allowed: readonly string[],
): Issue =>
  templateIssue(
    'unclaimed-word',
    where,
    `"${saw}" says ${claims.join(' and ')}, which the fact "${id}" does not claim`,
    allowed.length ? `It claims ${allowed.join(', ')}` : 'It claims nothing of figures',
  );

export const unsaid = (where: Where, id: string, claim: string, phrases: readonly string[]): Issue =>
  templateIssue(
    'unsaid-claim',
    where,
    `The sentence for "${id}" has no word for what the fact claims: ${claim}`,
    `Say it, as by ${quoted(phrases.slice(0, 3))}; all such words stand in ${FILE} under claims`,
  );

export const claimOutside = (where: Where, saw: string): Issue =>
  templateIssue(
    'claim-outside',
    where,
    `"${saw}" claims something, and no fact stands behind it`,
    `Only the sentence of a fact may claim; words that claim nothing stand in ${FILE} under neutral`,
  );

const KINDS: Readonly<Record<ForbiddenKind, string>> = {
  cause: 'Net figures show no causes',
  judgement: 'Figures speak for themselves',
  time: 'Figures of one year show no course of time',
  persons: 'What is counted is moves, and a net figure is the difference of two numbers of them',
  measure: 'This is another measure than net migration',
  direction: 'A net gain is from another county, a net loss to one',
};

export const forbiddenWord = (where: Where, saw: string, kind: ForbiddenKind): Issue =>
  templateIssue('forbidden-word', where, `"${saw}" must not be said`, KINDS[kind]);

export const foreignWord = (where: Where, saw: string, language: string, instead: string): Issue =>
  templateIssue('foreign-word', where, `"${saw}" is not ${language}`, `Write "${instead}"`);

export const wrongGender = (where: Where, word: string, noun: string, instead: string): Issue =>
  templateIssue('wrong-gender', where, `"${word}" does not go with "${noun}"`, `Write "${instead}"`);

/**
 * The words of a template: what they may say of a fact, in which order its quantities stand, and that a change of
 * either is seen. Every rule is tried on every sentence of every language.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {nodeEnv} from '../src/env.ts';
import {CATALOGUE, type FactId} from '../src/facts/catalogue.ts';
import {type Claim, CLAIMS} from '../src/facts/claims.ts';
import {meaningOf} from '../src/facts/meanings.ts';
import {formatIssue, type Issue} from '../src/issues.ts';
import {readJson} from '../src/json.ts';
import type {Labels} from '../src/labels.ts';
import {checkTemplate, inReadingOrder, phrasesOf} from '../src/narrative/check.ts';
import type {Lexicon} from '../src/narrative/lexicon.ts';
import {labelIssues, type Law, linter} from '../src/narrative/lint.ts';
import {senses} from '../src/narrative/lint-words.ts';
import {templateOrders} from '../src/narrative/order.ts';
import {sayPlain} from '../src/narrative/reading.ts';
import {placeIn, sentencesOf} from '../src/narrative/sentence.ts';
import {type Phrase, readTemplate} from '../src/narrative/template.ts';
import {checkWriter, known} from '../src/open.ts';

const CHARTS = ['flows', 'totals', 'heatmap', 'chord'];
const tags = readdirSync('templates').filter(name => /^[a-z]{2}$/.test(name));
const textOf = (tag: string, name: string) => readFileSync(`templates/${tag}/${name}`, 'utf8');

const claims = Object.fromEntries(
  Object.keys(CATALOGUE).map(id => [id, Object.keys(meaningOf(id as FactId).claims)]),
);

/** What a language is checked with; the check is made once. */
function languageOf(tag: string) {
  const lexicon = JSON.parse(textOf(tag, 'words.json')) as Lexicon;
  const labels = JSON.parse(textOf(tag, 'labels.json')) as Labels;
  const law: Law = {lexicon, units: labels.units, ones: labels.ones, claims, language: labels.name};
  const lint = linter(law);
  return {
    tag,
    lexicon,
    labels,
    law,
    sources: [textOf(tag, 'report.md'), textOf(tag, 'overview.md')],
    find: senses(lexicon),
    lintPhrase: lint,
    lint: (source: string) => inReadingOrder(phrasesOf(readTemplate('t', source).parts).flatMap(lint)),
  };
}

const languages = tags.map(languageOf);
const languageNamed = (tag: string) => languages.find(each => each.tag === tag)!;

/** The sentences of a template, by fact. */
const tellsIn = (source: string) =>
  [...source.matchAll(/\{% tell "([^"]+)" %\}([^]*?)\{% \/tell %\}/g)].map(([, id, sentence]) => ({
    id: id!,
    sentence: sentence!,
  }));
const BEFORE = (id: string) => `{% paragraph %}{% tell "${id}" %}`;
const told = (id: string, sentence: string) => `${BEFORE(id)}${sentence}{% /tell %}{% /paragraph %}`;

test('there are three languages', () => expect(tags).toEqual(['en', 'nb', 'nn']));

describe('what an editor may say wrongly', () => {
  const text = readFileSync('test/cases/templates/words.md', 'utf8');
  const cases = [...text.matchAll(/^## (.+)\n\n```(\w\w)\n([^]*?)\n```\n\n```\n([^]*?)```/gm)];
  test('all cases are read', () => expect(cases.length).toBe(text.match(/^## .+\n\n```\w\w/gm)?.length));
  for (const [, name, tag, source, expected] of cases) {
    test(name!, () => {
      const found = languageNamed(tag!).lint(source!);
      const lines = found.map(
        ({where, message, hint}) => `${where!.line}:${where!.column} ${message} | ${hint}\n`,
      );
      expect(lines.join('')).toBe(expected);
    });
  }
});

describe.each(languages)('$tag', ({tag, lexicon, labels, law, sources, find, lint, lintPhrase}) => {
  const templates = sources.map(source => readTemplate(`templates/${tag}`, source));
  const knows = {...known(CHARTS, labels), facts: CATALOGUE};
  // What both templates tell is told in the same words.
  const tells = [...new Map(sources.flatMap(tellsIn).map(each => [each.id, each])).values()];
  const bare = (sentence: string) => lint(`{% paragraph %}${sentence}{% /paragraph %}`);
  const codes = (issues: readonly Issue[]) => [...new Set(issues.map(({code}) => code))];
  const orderOf = (id: string, sentence: string) =>
    templateOrders(readTemplate('t', told(id, sentence)).parts, law, knows).map(({order}) => order)[0];

  test('is in order, with its lock', async () => {
    const {issues} = await checkWriter(nodeEnv(), 'templates', tag, CHARTS);
    expect(issues.map(issue => formatIssue(issue))).toEqual([]);
    expect(tells.flatMap(({id, sentence}) => lint(told(id, sentence)))).toEqual([]);
  });

  test('has no exception that no sentence needs', () => {
    const [forms = {}] = Object.values(labels.units);
    const found = templates
      .flatMap(({parts}) => phrasesOf(parts))
      .flatMap(phrase => sentencesOf(phrase, sayPlain({forms, ones: labels.ones})))
      .flatMap(({text}) => find(text).map(({entry}) => entry.phrase));
    expect(lexicon.neutral.filter(phrase => !found.includes(phrase))).toEqual([]);
  });

  test('knows every number word that it prints itself', () => {
    const printed = [
      ...labels.counts.slice(2),
      ...labels.ordinals.slice(2),
      ...labels.times.slice(2),
      ...Object.values(labels.ones),
    ];
    for (const words of printed) expect(codes(bare(`Vs ${words} a`)), words).toContain('number-word');
    for (const words of Object.values(labels.shares))
      expect(codes(bare(`Vs ${words} a`)), words).not.toEqual([]);
  });

  test('has the gender of what a table may be about', () => {
    for (const {one, gender} of Object.values(labels.units)) {
      if (gender !== undefined) expect(lexicon.genders.nouns[gender]).toContain(one);
    }
    expect(Object.keys(lexicon.genders.words).toSorted()).toEqual(Object.keys(labels.ones).toSorted());
  });

  test('says in its own words nothing foreign', () => {
    const json = readJson('words.json', JSON.stringify({...lexicon, foreign: {}}));
    expect('value' in json && labelIssues(law, json)).toEqual([]);
  });

  test('a word for a claim that becomes one for another is seen', () => {
    let changed = 0;
    for (const {id, sentence} of tells) {
      const content = contentOf(id, sentence);
      for (const {start, end, claims: said} of claimWords(id, sentence)) {
        for (const other of neighbours(said)) {
          for (const phrase of lexicon.claims[other]!) {
            const mutant = replaced(id, content, start, end, phrase);
            changed++;
            expect(mutant.length).toBeGreaterThan(content.length);
            expect(
              lintPhrase([{kind: 'told', id, content: mutant, where}]),
              `${id}, ${start}: ${phrase}`,
            ).not.toEqual([]);
          }
        }
      }
    }
    console.log(`${tag}: ${changed} words for other claims`);
    expect(changed).toBeGreaterThan(2000);
  });

  test('a word for a claim that is left out is seen', () => {
    let left = 0;
    for (const {id, sentence} of tells) {
      const order = orderOf(id, sentence);
      for (const {start, end} of claimWords(id, sentence)) {
        const mutant = sentence.slice(0, start) + sentence.slice(end);
        left++;
        if (lint(told(id, mutant)).length === 0) expect(orderOf(id, mutant), mutant).not.toBe(order);
      }
    }
    console.log(`${tag}: ${left} words for claims left out`);
    expect(left).toBeGreaterThan(150);
  });

  test('two quantities that change places are seen by the order', () => {
    let swapped = 0;
    for (const {id, sentence} of tells) {
      const slots = [...sentence.matchAll(/\{% [^%]+ %\}/g)];
      const order = orderOf(id, sentence);
      for (const [index, {0: first, index: at}] of slots.entries()) {
        for (const {0: second, index: from} of slots.slice(index + 1)) {
          if (first === second) continue;
          const mutant =
            sentence.slice(0, at) +
            second +
            sentence.slice(at + first.length, from) +
            first +
            sentence.slice(from + second.length);
          swapped++;
          expect(orderOf(id, mutant), mutant).not.toBe(order);
        }
      }
    }
    console.log(`${tag}: ${swapped} pairs of quantities that changed places`);
    expect(swapped).toBeGreaterThan(400);
  });

  test('a digit, a number word, a forbidden or a foreign word is seen in every sentence', () => {
    const typed: readonly (readonly [code: string, words: readonly string[]])[] = [
      ['number-word', lexicon.numbers],
      ['forbidden-word', Object.values(lexicon.forbidden).flat()],
      ['foreign-word', Object.keys(lexicon.foreign)],
    ];
    let inserted = 0;
    for (const [index, {id, sentence}] of tells.entries()) {
      const digit = checkTemplate('t', readTemplate('t', told(id, `${sentence} 7.`)), knows);
      expect(codes(digit)).toContain('typed-digit');
      const content = contentOf(id, sentence);
      for (const [code, words] of typed) {
        for (let step = 0; step < 3 && words.length; step++) {
          const word = words[(index * 3 + step) % words.length]!;
          const first = [...piecesOf(`${capital(word)} vs `), ...content];
          const last = [...content, ...piecesOf(` Vs ${word}.`)];
          inserted += 2;
          for (const mutant of [first, last])
            expect(
              codes(lintPhrase([{kind: 'told', id, content: mutant, where}])),
              `${id}: ${word}`,
            ).toContain(code);
        }
      }
    }
    console.log(`${tag}: ${inserted} words that must not stand there, and ${tells.length} digits`);
  });

  test('every word of its lists is seen', () => {
    const seen = (phrase: string) =>
      codes(lintPhrase([...piecesOf('Vs '), ...piecesOf(phrase), ...piecesOf('.')]));
    for (const word of lexicon.numbers) expect(seen(word), word).toContain('number-word');
    for (const word of Object.values(lexicon.forbidden).flat())
      expect(seen(word), word).toContain('forbidden-word');
    for (const word of Object.keys(lexicon.foreign)) expect(seen(word), word).toContain('foreign-word');
    for (const [claim, phrases] of Object.entries(lexicon.claims)) {
      const isDirection = claim === 'gain' || claim === 'loss';
      for (const phrase of phrases) expect(seen(phrase).includes('claim-outside'), phrase).toBe(!isDirection);
    }
  });

  const {nouns, words} = lexicon.genders;
  test.runIf(Object.keys(nouns).length)('a word of another gender is seen before every noun', () => {
    let turned = 0;
    const any = (lists: readonly (readonly string[])[]) => lists.flat().join('|');
    const between = `(?: (?:${any([lexicon.genders.between])}|\\{% ordinal[^%]*%\\}))*`;
    const pair = new RegExp(
      `(?<=[ >}]|^)(${any(Object.values(words))})(?=${between} (?:${any(Object.values(nouns))})(?![\\p{L}-]))`,
      'giu',
    );
    for (const {id, sentence} of tells) {
      for (const {0: word, index} of sentence.matchAll(pair)) {
        for (const other of otherGenders(word.toLowerCase())) {
          const mutant = sentence.slice(0, index) + other + sentence.slice(index + word.length);
          turned++;
          expect(codes(lint(told(id, mutant))), mutant).toContain('wrong-gender');
        }
      }
    }
    console.log(`${tag}: ${turned} words of another gender`);
    expect(turned).toBeGreaterThan(20);
  });

  /** The word at the same place in the lists of other genders, where it does not also stand in its own. */
  function otherGenders(word: string): readonly string[] {
    const own = Object.keys(words).filter(gender => words[gender]!.includes(word));
    const place = words[own[0]!]!.indexOf(word);
    const others = Object.keys(words).filter(gender => !own.includes(gender));
    return [...new Set(others.map(gender => words[gender]![place]!))].filter(
      other => !own.some(gender => words[gender]!.includes(other)),
    );
  }

  /** Where the source of a sentence has its claims, those that stand in words of the template. */
  function claimWords(id: string, sentence: string) {
    const [forms = {}] = Object.values(labels.units);
    const phrase: Phrase = readTemplate('t', told(id, sentence)).parts.flatMap(part =>
      part.kind === 'paragraph' ? part.content : [],
    );
    return sentencesOf(phrase, sayPlain({forms, ones: labels.ones})).flatMap(spoken =>
      find(spoken.text).flatMap(({entry, spans}) => {
        if (entry.kind !== 'claim') return [];
        const [first, last] = [spans[0]!, spans[0]!];
        const start = placeIn(spoken, first[0]).column - 1 - BEFORE(id).length;
        const seen = spoken.text.slice(first[0], last[1]);
        const isTyped = sentence.slice(start, start + seen.length) === seen;
        return isTyped ? [{start, end: start + seen.length, claims: entry.claims}] : [];
      }),
    );
  }
});

/** Claims that are easily taken for each other. */
const FAMILIES: readonly (readonly Claim[])[] = [
  ['gain', 'loss', 'even'],
  ['largest', 'smallest', 'first', 'last', 'small'],
  ['all', 'all-but-one', 'most', 'only', 'none', 'alone', 'together'],
  ['twice', 'about', 'at-least', 'small'],
  ['balance', 'close', 'even', 'reversed', 'cancelled'],
  ['others', 'included', 'own', 'apart', 'aside'],
  ['shared', 'unrivalled', 'follows', 'only'],
  ['together', 'widely', 'alone', 'in-turn', 'any-two'],
];

const neighbours = (said: readonly string[]) =>
  [...new Set(FAMILIES.filter(family => family.some(claim => said.includes(claim))).flat())].filter(
    claim => !said.includes(claim),
  );

const where = {file: 't', line: 1, column: 1};

/** A phrase of a list as an editor would write it. */
function piecesOf(phrase: string): Phrase {
  return phrase
    .replaceAll('*', '')
    .replace(' ... ', ' foo ')
    .split(/(\{\w+\})/)
    .map(text => {
      if (text === '{unit}') return {kind: 'call', name: 'unit', args: [{text: 'other'}], named: {}, where};
      return text === '{value}' ? {kind: 'value', name: 'year', where} : {kind: 'text', text, where};
    });
}

/** The pieces of a sentence. */
function contentOf(id: string, sentence: string): Phrase {
  const [part] = readTemplate('t', told(id, sentence)).parts;
  const [piece] = part?.kind === 'paragraph' ? part.content : [];
  if (piece?.kind !== 'told') throw new Error(sentence);
  return piece.content;
}

/** The pieces of a sentence with another phrase in the place of some words of its source. */
function replaced(id: string, content: Phrase, start: number, end: number, phrase: string): Phrase {
  return content.flatMap((piece): Phrase => {
    if (piece.kind !== 'text') return [piece];
    const margin = piece.text.length - piece.text.trimStart().length;
    const from = start - (piece.where.column - 1 - BEFORE(id).length - margin);
    if (from < 0 || from >= piece.text.length) return [piece];
    const [before, after] = [piece.text.slice(0, from), piece.text.slice(from + end - start)];
    return [{...piece, text: before}, ...piecesOf(phrase), {...piece, text: after}];
  });
}

const capital = (word: string) => word.replace(/^./, letter => letter.toUpperCase());

test('every claim has its neighbours', () => {
  expect(CLAIMS.filter(claim => neighbours([claim]).length === 0)).toEqual([]);
});

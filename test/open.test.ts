import {describe, expect, test} from 'vitest';
import {ReportError} from '../src/issues.ts';
import {chooseLanguage} from '../src/open.ts';
import {chooseLanguages} from '../src/open-language.ts';
import {edited, worldWith} from './edited-templates.ts';

describe('the language asked for', () => {
  const TAGS = ['en', 'nb', 'nn'];

  test.each([
    ['en', 'en'],
    ['nb-NO', 'nb'],
    ['nn', 'nn'],
    ['NB', 'nb'],
    ['nb_NO', 'nb'],
    ['NN-no', 'nn'],
    ['En_gb', 'en'],
  ])('%s is answered with %s', (asked, tag) => expect(chooseLanguage(asked, TAGS)).toBe(tag));

  test('itself goes before its base', () => {
    expect(chooseLanguage('nb-NO', ['nb', 'nb-NO'])).toBe('nb-NO');
    expect(chooseLanguage('NB_no', ['nb', 'nb-NO'])).toBe('nb-NO');
  });

  test.each(['fi', 'n', 'nbx', '', '-NO', '_', 'no', 'norsk', 'Norwegian'])('"%s" is unknown', asked => {
    expect(chooseLanguage(asked, TAGS)).toBeNull();
  });
});

describe('the languages asked for', () => {
  const chosen = (asked: readonly string[], changed: Readonly<Record<string, string | null>> = {}) =>
    chooseLanguages(worldWith(changed).env, 'templates', asked);
  const refused = (asked: readonly string[], changed: Readonly<Record<string, string | null>> = {}) =>
    chosen(asked, changed).then(
      () => [],
      (error: unknown) => {
        if (!(error instanceof ReportError)) throw error;
        return error.issues.map(({code, fault, message, hint}) => [code, fault, message, hint]);
      },
    );

  test.each([
    [[], ['en']],
    [
      ['NB', 'nb-NO', 'nn_no'],
      ['nb', 'nn'],
    ],
    [['all'], ['en', 'nb', 'nn']],
    [
      ['nb', 'ALL'],
      ['en', 'nb', 'nn'],
    ],
  ])('%j are answered with %j', async (asked, tags) => expect(await chosen(asked)).toEqual(tags));

  test('each that is unknown is told, with all there are by their own names', async () => {
    const there = 'There is en English, nb norsk bokmål, nn norsk nynorsk';
    expect(await refused(['no', 'nb', 'norsk'])).toEqual([
      ['unknown-language', 'usage', 'There is no language "no"', there],
      ['unknown-language', 'usage', 'There is no language "norsk"', there],
    ]);
  });

  test.each<[string, Readonly<Record<string, string | null>>, string]>([
    ['another', edited('nn/labels.json', ['norsk nynorsk', 'nynorsk']), 'nn nynorsk'],
    ['none', {'nn/labels.json': '{}'}, 'nn'],
    ['a number', {'nn/labels.json': '{"name": 7}'}, 'nn'],
    ['no labels', {'nn/labels.json': null}, 'nn'],
    ['broken labels', {'nn/labels.json': '{"name"'}, 'nn'],
  ])('its name is what its labels say: %s', async (_, changed, name) => {
    const [[, , , hint] = []] = await refused(['fi'], changed);
    expect(hint).toBe(`There is en English, nb norsk bokmål, ${name}`);
  });
});

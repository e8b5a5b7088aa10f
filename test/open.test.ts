import {describe, expect, test} from 'vitest';
import {unknownLanguage} from '../src/issues.ts';
import {chooseLanguage} from '../src/open.ts';

describe('the language asked for', () => {
  const TAGS = ['en', 'nb', 'nn'];

  test.each([
    ['en', 'en'],
    ['nb-NO', 'nb'],
    ['nn', 'nn'],
  ])('%s is answered with %s', (asked, tag) => expect(chooseLanguage(asked, TAGS)).toBe(tag));

  test('itself goes before its base', () => {
    expect(chooseLanguage('nb-NO', ['nb', 'nb-NO'])).toBe('nb-NO');
  });

  test.each(['fi', 'n', 'nbx', '', '-NO'])('"%s" is unknown', asked => {
    expect(() => chooseLanguage(asked, TAGS)).toThrow(
      expect.objectContaining({issues: [unknownLanguage(asked, TAGS)]}),
    );
    expect(unknownLanguage(asked, TAGS)).toMatchObject({code: 'unknown-language', fault: 'usage'});
  });
});

import {describe, expect, test} from 'vitest';
import {readSource} from '../src/extract/source.ts';

/** The code of the issue and its line, or what was read. */
function outcome(bytes: Uint8Array | null) {
  try {
    return readSource('table.txt', bytes).lines;
  } catch (error) {
    const [issue] = (error as {issues: readonly {code: string; where: {line: number} | null}[]}).issues;
    return [issue!.code, issue!.where?.line ?? null];
  }
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

describe('a file', () => {
  test.each([
    ['of lines', bytesOf('one\ntwo'), ['one', 'two']],
    ['of lines that end in CRLF', bytesOf('one\r\ntwo\r\n'), ['one', 'two', '']],
    ['with a byte order mark', bytesOf('\u00ef\u00bb\u00bfone'), ['one']],
    ['that is not there', null, ['no-file', null]],
    ['with a NUL', bytesOf('one\ntw\0o'), ['not-text', null]],
    ['with a byte that is no UTF-8', bytesOf('one\n\u00c3\u00a5\nt\u00e5\nfour'), ['not-utf8', 3]],
    ['with such a byte at its end', bytesOf('one\ntwo\u00e5'), ['not-utf8', 2]],
    ['of more than 5 MB', new Uint8Array(5_000_001).fill(65), ['too-large', null]],
  ])('%s', (_, bytes, expected) => expect(outcome(bytes)).toEqual(expected));

  test('of 5 MB is read', () => {
    expect(outcome(new Uint8Array(5_000_000).fill(10))).toHaveLength(5_000_001);
  });
});

describe('checksums', () => {
  test('that of the text is the same whatever an editor did to line ends; that of the bytes is not', () => {
    const plain = readSource('table.txt', bytesOf('one\ntwo\n'));
    const edited = readSource('table.txt', bytesOf('\u00ef\u00bb\u00bfone\r\ntwo\r\n'));
    expect(edited.textSha256).toBe(plain.textSha256);
    expect(edited.sha256).not.toBe(plain.sha256);
    expect(plain.sha256).toBe(plain.textSha256);
  });
});

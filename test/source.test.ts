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
    [
      'of UTF-8, with a byte that is none',
      bytesOf('one\n\u00c3\u00a5\nt\u00e5\nfour'),
      ['mixed-encoding', 3],
    ],
    ['of Windows-1252', bytesOf('one\ntwo\u00e5\u0096'), ['one', 'twoå–']],
    ['of lines that end in CR, and of pages', bytesOf('one\rtwo\fthree'), ['one', 'two', 'three']],
    ['of UTF-16', Buffer.from('\ufeffBø\nÅs', 'utf16le'), ['Bø', 'Ås']],
    ['of UTF-16 without a mark', Buffer.from('Bø\nÅs og Vik', 'utf16le'), ['Bø', 'Ås og Vik']],
    [
      'with soft hyphens: between letters nothing, before figures a minus',
      Buffer.from('Øst\u00adfold \u00ad12 \u00ad 3'),
      ['Østfold -12 - 3'],
    ],
    ['that is a PDF', bytesOf('%PDF-1.7\n\0\u00ff'), ['not-text', null]],
    ['of junk', bytesOf('\u0001\u0002\u0003\u0004\u0005'), ['not-text', null]],
    ['of more than 50 MB', new Uint8Array(50_000_001).fill(65), ['too-large', null]],
  ])('%s', (_, bytes, expected) => expect(outcome(bytes)).toEqual(expected));

  test('that is a PDF or a workbook is told how to become a text', () => {
    const hint = (text: string) => {
      try {
        return String(readSource('table', bytesOf(text)).lines);
      } catch (error) {
        return (error as {issues: readonly {hint: string}[]}).issues[0]!.hint;
      }
    };
    expect(hint('%PDF-1.7\n\0')).toContain('pdftotext -layout');
    expect(hint('PK\u0003\u0004\0\0')).toContain('CSV');
    expect(hint('\0')).toContain('Copy the text');
  });

  test('of 5 MB is read, and one of 200,001 lines is not', () => {
    expect(outcome(new Uint8Array(50_000_000).fill(65))).toHaveLength(1);
    expect(outcome(new Uint8Array(199_999).fill(10))).toHaveLength(200_000);
    expect(outcome(new Uint8Array(200_000).fill(10))).toEqual(['too-many-lines', null]);
    expect(outcome(bytesOf('\r\n'.repeat(199_999)))).toHaveLength(200_000);
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

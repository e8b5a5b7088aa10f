/**
 * Bytes -> text, with what is needed to name it: file, lines, encoding, checksum.
 */
import {createHash} from 'node:crypto';
import {ReportError} from '../issues.ts';
import {mixedEncoding, noFile, notText, tooLarge, tooManyLines} from './complaints.ts';

export type Source = {
  /** The file as the user named it. */
  readonly file: string;
  /** Lines without their ends; line n of the file is `lines[n - 1]`. */
  readonly lines: readonly string[];
  /** As people call it: "UTF-8", "UTF-16", "Windows-1252". */
  readonly encoding: string;
  /** Hex digest of the bytes. */
  readonly sha256: string;
  /** Hex digest of the text as UTF-8 with LF for line ends and no byte order mark: what an editor may have changed. */
  readonly textSha256: string;
};

/** A table of three thousand counties, every figure twice, has forty megabytes; beyond this it is something else. */
export const LARGEST = 50_000_000;

/** More lines than any table has, one cell to a line. */
const MOST_LINES = 200_000;

/** In some fonts a soft hyphen is the minus; between letters alone it is where a word may part. */
const SOFT_MINUS = /(?<![\p{L}\p{N}])\u00ad(?!\p{L})/gu;

/** Characters that take no room and are in copies by accident: soft hyphens, joiners, marks of direction. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * Reads the published text: UTF-8, UTF-16 or Windows-1252 (and so Latin-1), with LF, CRLF or CR for line ends; a
 * form feed ends a line too, for `pdftotext` puts one between pages.
 * @param bytes the file's content (of a larger file than `LARGEST`, at least one byte more), or null where it
 * could not be read
 * @throws ReportError `no-file`, `too-large`, `not-text`, `mixed-encoding`, `too-many-lines`
 */
export function readSource(file: string, bytes: Uint8Array | null): Source {
  if (!bytes) throw new ReportError([noFile(file)]);
  if (bytes.length > LARGEST) throw new ReportError([tooLarge(file, LARGEST)]);
  const wide = wideEncoding(bytes);
  if (!wide && isJunk(bytes)) throw new ReportError([notText(file, containerOf(bytes))]);
  const {text, encoding} = wide
    ? {text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16'}
    : decode(file, bytes);
  if (endsIn(text) >= MOST_LINES) throw new ReportError([tooManyLines(file, MOST_LINES)]);
  // Letters whose accents stand apart, as copies from a Mac have them, are put together.
  const lines = text
    .replace(SOFT_MINUS, '-')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .split(/\r\n|[\n\r\f\u2028\u2029]/);
  return {file, lines, encoding, sha256: digest(bytes), textSha256: digest(lines.join('\n'))};
}

/** How many lines end in LF, CRLF or CR: counted, for millions of lines would take the room of a hundred tables. */
function endsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 10 || (sign === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}

const digest = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

/** `TextDecoder` drops a byte order mark. */
function decode(file: string, bytes: Uint8Array): {text: string; encoding: string} {
  const text = strictUtf8(bytes);
  if (text !== null) return {text, encoding: 'UTF-8'};
  const {right, wrong, line} = sequences(bytes);
  // A text in UTF-8 with a few foreign bytes would be garbled as anything else.
  if (right >= wrong) throw new ReportError([mixedEncoding(file, line)]);
  return {text: fromWindows(bytes), encoding: 'Windows-1252'};
}

/** What Windows-1252 has where Latin-1 has control characters; five places are empty. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: Node from 20.18.3 on takes Windows-1252 for Latin-1 (nodejs/node#56542), and dashes would be lost. */
function fromWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, sign => WINDOWS[sign.charCodeAt(0) - 0x80]!);
}

/** UTF-16 by its mark or, without one, by the noughts that every second byte of a Western text then is. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 2000);
  const noughts = (parity: number) => start.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  const [even, odd] = [noughts(0), noughts(1)];
  if (start.length < 4) return null;
  if (odd > start.length / 4 && even === 0) return 'utf-16le';
  if (even > start.length / 4 && odd === 0) return 'utf-16be';
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return null;
  }
}

/** How many characters beyond ASCII are right in UTF-8, how many bytes are not, and the first line with one. */
function sequences(bytes: Uint8Array): {right: number; wrong: number; line: number} {
  let [right, wrong, line, badLine] = [0, 0, 1, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 10) line++;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    const rest = bytes.subarray(at + 1, at + 1 + more);
    const isRight =
      byte >= 0xc2 && byte < 0xf5 && rest.length === more && rest.every(each => each >> 6 === 2);
    if (isRight) {
      right++;
      at += more;
    } else {
      wrong++;
      badLine ||= line;
    }
  }
  return {right, wrong, line: badLine};
}

/** A NUL, or more than a few other bytes that no text has. */
function isJunk(bytes: Uint8Array): boolean {
  const odd = bytes.reduce(
    (count, byte) => ((byte < 32 && (byte < 9 || byte > 13)) || byte === 127 ? count + 1 : count),
    0,
  );
  return bytes.includes(0) || odd > 2 + bytes.length / 500;
}

/** What kind of file a person may have given by mistake, by its first bytes. */
function containerOf(bytes: Uint8Array): 'pdf' | 'office' | null {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start === '%PDF-') return 'pdf';
  return start.startsWith('PK\u0003\u0004') ? 'office' : null;
}

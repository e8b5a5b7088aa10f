/**
 * Bytes -> text, with what is needed to name it: file, lines, checksum.
 */
import {createHash} from 'node:crypto';
import {ReportError} from '../issues.ts';
import {noFile, notText, notUtf8, tooLarge} from './complaints.ts';

export type Source = {
  /** The file as the user named it. */
  readonly file: string;
  /** Lines without their ends; line n of the file is `lines[n - 1]`. */
  readonly lines: readonly string[];
  /** Hex digest of the bytes. */
  readonly sha256: string;
  /** Hex digest of the text with LF for line ends and no byte order mark: what an editor may have changed. */
  readonly textSha256: string;
};

/** A table of every municipality of a country has half a megabyte; beyond this it is something else. */
const LARGEST = 5_000_000;

/**
 * Reads the published text. A byte order mark is dropped; LF and CRLF end a line.
 * @param bytes the file's content, or null where it could not be read
 * @throws ReportError `no-file`, `too-large`, `not-text`, `not-utf8`
 */
export function readSource(file: string, bytes: Uint8Array | null): Source {
  if (!bytes) throw new ReportError([noFile(file)]);
  if (bytes.length > LARGEST) throw new ReportError([tooLarge(file, bytes.length, LARGEST)]);
  if (bytes.includes(0)) throw new ReportError([notText(file)]);
  const text = decode(bytes);
  if (text === null) throw new ReportError([notUtf8(file, firstBadLine(bytes))]);
  const lines = text.split(/\r\n|\n/);
  return {file, lines, sha256: digest(bytes), textSha256: digest(lines.join('\n'))};
}

const digest = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

/** The first line that is not UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, start);
    if (end < 0 || decode(bytes.subarray(start, end)) === null) return line;
    start = end + 1;
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Bytes -> text, with what is needed to name it: file, lines, checksum.
 */
import {createHash} from 'node:crypto';
import {noFile, notUtf8, ReportError} from '../issues.ts';

export type Source = {
  /** The file as the user named it. */
  readonly file: string;
  /** Lines without their ends; line n of the file is `lines[n - 1]`. */
  readonly lines: readonly string[];
  /** Hex digest of the bytes. */
  readonly sha256: string;
};

/**
 * Reads the published text. A byte order mark is dropped; LF and CRLF end a line.
 * @param bytes the file's content, or null where it could not be read
 * @throws ReportError `no-file`, `not-utf8`
 */
export function readSource(file: string, bytes: Uint8Array | null): Source {
  if (!bytes) throw new ReportError([noFile(file)]);
  const text = decode(bytes);
  if (text === null) throw new ReportError([notUtf8(file)]);
  return {
    file,
    lines: text.split(/\r\n|\n/),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return null;
  }
}

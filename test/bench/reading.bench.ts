/**
 * What reading costs: the yearbook's text, the same in other forms, and what is no table. Compare within one run; the
 * machine may be busy. A refusal is to take less than two seconds and 200 MB.
 */
import {readFileSync} from 'node:fs';
import {bench, describe} from 'vitest';
import {readSource} from '../../src/extract/source.ts';
import {readTable} from '../../src/extract/table.ts';
import {ReportError} from '../../src/issues.ts';
import {HOSTILE} from '../hostile-texts.ts';

const published = readFileSync('data/net-migration-2007.txt', 'utf8');

function read(content: Uint8Array): void {
  try {
    readTable(readSource('table.txt', content), null);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading', () => {
  bench('the table of 2007', () => read(bytes(published)));
  bench('with plain spaces', () => read(bytes(published.replace(/[ \u00a0]+/g, ' ').replace(/ +$/gm, ''))));
  bench('with one wrong figure', () => read(bytes(published.replace('-3\u00a0929', '-3\u00a0829'))));
});

describe('refusing', () => {
  bench('the table of 2007, for comparison', () => read(bytes(published)));
  for (const [name, {make}] of Object.entries(HOSTILE)) {
    const content = make();
    bench(name, () => read(content), {iterations: 3, time: 200});
  }
});

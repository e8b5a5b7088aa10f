/**
 * What is no table, or one that nobody can have printed: refused in clear words, and never taken for one. That it is
 * refused fast is measured in bench/reading.bench.ts.
 */
import {describe, expect, test} from 'vitest';
import {readSource} from '../src/extract/source.ts';
import {readTable} from '../src/extract/table.ts';
import {ReportError} from '../src/issues.ts';
import {HOSTILE} from './hostile-texts.ts';

/** The codes of the errors that a text is refused for; empty where it is read. */
function refusals(content: Uint8Array): readonly string[] {
  try {
    const {issues} = readTable(readSource('table.txt', content), null);
    return issues.filter(({severity}) => severity === 'error').map(({code}) => code);
  } catch (error) {
    if (error instanceof ReportError) return error.issues.map(({code}) => code);
    throw error;
  }
}

describe('hostile texts are refused', () => {
  test.each(Object.entries(HOSTILE).map(([name, {make, code}]) => [name, make, code] as const))(
    '%s',
    (_, make, code) => expect(refusals(make())).toContain(code),
  );
});

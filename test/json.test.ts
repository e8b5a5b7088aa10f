/** JSON with places: each part is found where it stands, and each fault is told where it is. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readJson} from '../src/json.ts';

/** What stands at a place of a text. */
function textAt(text: string, {line, column}: {line: number; column: number}): string {
  return text
    .split('\n')
    .slice(line - 1)
    .join('\n')
    .slice(column - 1);
}

/** Every part of a value with the steps to it and the text that its place must begin with. */
function parts(value: unknown, steps: readonly (string | number)[] = []): readonly [typeof steps, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const isList = Array.isArray(value);
    const own = [...steps, isList ? Number(key) : key];
    const start = isList ? JSON.stringify(part, null, 2).slice(0, 1) : JSON.stringify(key);
    return [[own, start] as [typeof steps, string], ...parts(part, own)];
  });
}

describe('a part', () => {
  test('of any JSON is found where it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 4}), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const json = readJson('any.json', text);
        if ('fault' in json) throw new Error(json.fault);
        expect(JSON.stringify(json.value, null, indent)).toBe(text);
        for (const [steps, start] of parts(JSON.parse(text)))
          expect(textAt(text, json.locate(...steps)).startsWith(start)).toBe(true);
      }),
    );
  });

  test('that is missing is where it would be', () => {
    const json = readJson('any.json', '{\n  "a": {"b": 1}\n}');
    if ('fault' in json) throw new Error(json.fault);
    expect(json.locate('x')).toEqual({file: 'any.json', line: 1, column: 1});
    expect(json.locate('a', 'x')).toEqual({file: 'any.json', line: 2, column: 3});
  });

  test('that stands twice is the one that counts', () => {
    const json = readJson('any.json', '{"a": 1,\n"a": 2}');
    if ('fault' in json) throw new Error(json.fault);
    expect([json.value, json.locate('a').line]).toEqual([{a: 2}, 2]);
  });
});

describe('a fault', () => {
  test.each([
    ['{\n "a": SSB,\n}', 2, 7],
    ['{"a": 1,\n}', 2, 1],
    ['{"a" 1}', 1, 6],
    ['', 1, 1],
    ['{\n "a":', 2, 6],
    ['[1]\nx', 2, 1],
    ['{"a": "b\nc"}', 1, 9],
    ['{"a": 01}', 1, 7], // where the number begins
  ])('%j', (text, line, column) => {
    const json = readJson('any.json', text);
    expect(json).toEqual({fault: expect.any(String), where: {file: 'any.json', line, column}});
    expect('fault' in json && json.fault).not.toContain('\n');
  });

  test('is told of every text that is no JSON, at a place that is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.string(), (value, at, noise) => {
        const whole = JSON.stringify(value, null, 2);
        const text = whole.slice(0, at % (whole.length + 1)) + noise;
        const json = readJson('any.json', text);
        if (!('fault' in json)) return;
        expect(() => JSON.parse(text) as unknown).toThrow();
        const line = text.split('\n')[json.where.line - 1];
        expect(line).toBeDefined();
        expect(json.where.column).toBeLessThanOrEqual(line!.length + 1);
      }),
    );
  });
});

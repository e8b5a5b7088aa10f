/**
 * The law of the house: stages look back and never ahead, only report.ts and open.ts join them, the outside
 * world is one argument, and no file grows past what one reason can fill.
 */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';

const STAGES = ['extract', 'facts', 'graphics', 'live', 'narrative', 'print', 'verify'];
const NOUNS = ['document', 'env', 'issues', 'json', 'labels', 'language', 'shape', 'shaped', 'theme'];
const JOINERS = [
  'report',
  'alternatives',
  'outputs',
  'speech',
  'open',
  'open-language',
  'commands',
  'command-report',
  'command-merge',
  'batch',
  'fonts',
  'yardsticks',
  'hands',
  'thread',
  'index-of-reports',
  'manifest',
  'inputs',
  'shard',
  'wish',
  'workbench',
  'progress',
  'version',
  'cli',
  'account',
  'how-read',
  'explain',
  'explain-text',
  'verification',
  'worked-out',
  'validate',
  'index',
];

type Import = {readonly from: string; readonly to: string; readonly isType: boolean};

const files = readdirSync('src', {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.ts'));
const sources = new Map(files.map(file => [file, readFileSync(path.join('src', file), 'utf8')]));

/** Imports of the project's own files, static and dynamic, as paths below src. */
const imports: readonly Import[] = [...sources].flatMap(([from, source]) =>
  [...source.matchAll(/^(?:import|export) ([^'"]*?) from '(\.[^']+)'|import\('(\.[^']+)'\)/gm)].map(
    match => ({
      from,
      to: path.normalize(path.join(path.dirname(from), (match[2] ?? match[3])!)),
      isType: /^(?:type\b|\{(?:\s*type \w+(?: as \w+)?,?)+\s*\})/.test(match[1] ?? ''),
    }),
  ),
);

const stageOf = (file: string) => STAGES.find(stage => file.startsWith(`${stage}/`));
const nounOf = (file: string) => file.replace(/\.ts$/, '');

function isLawful({from, to, isType}: Import): boolean {
  const [own, other] = [stageOf(from), stageOf(to)];
  if (!own) return JOINERS.includes(nounOf(from)) || !other || isType;
  if (own === other) return true;
  if (!other)
    return own === 'print'
      ? ['document', 'theme', 'issues'].includes(nounOf(to))
      : NOUNS.includes(nounOf(to));
  return isType && (own === 'print' || STAGES.indexOf(other) < STAGES.indexOf(own));
}

describe('the import law', () => {
  test('is looked at: there are imports of every kind', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.some(({isType}) => isType)).toBe(true);
    expect(imports.some(({to}) => to === 'print/pdf.ts')).toBe(true);
  });

  test('holds for every import', () => {
    expect(imports.filter(each => !isLawful(each)).map(({from, to}) => `${from} -> ${to}`)).toEqual([]);
  });

  test('would catch a stage that looks ahead, and a printer that computes', () => {
    expect(isLawful({from: 'facts/tell.ts', to: 'narrative/compose.ts', isType: true})).toBe(false);
    expect(isLawful({from: 'narrative/compose.ts', to: 'facts/quantity.ts', isType: false})).toBe(false);
    expect(isLawful({from: 'print/html.ts', to: 'language.ts', isType: false})).toBe(false);
  });

  test('no file imports itself in a circle', () => {
    const next = new Map(
      files.map(file => [
        file,
        imports.filter(each => each.from === file && !each.isType).map(each => each.to),
      ]),
    );
    const reaches = (start: string, at: string, seen: Set<string>): boolean =>
      (next.get(at) ?? []).some(to => to === start || (!seen.has(to) && reaches(start, to, seen.add(to))));
    expect(files.filter(file => reaches(file, file, new Set()))).toEqual([]);
  });
});

describe('the outside world', () => {
  const uses = (pattern: RegExp, allowed: readonly string[]) =>
    [...sources]
      .filter(([file, source]) => !allowed.includes(file) && pattern.test(source))
      .map(([file]) => file);

  test('process is known to the command line alone', () =>
    expect(uses(/\bprocess\./, ['cli.ts'])).toEqual([]));
  test('files are known to env alone', () => expect(uses(/from 'node:fs/, ['env.ts'])).toEqual([]));
  test('there is no clock', () => {
    expect(uses(/\bnew Date\(|\bDate\.(now|parse)/, ['env.ts'])).toEqual([]);
    expect(uses(/\bnew Date\(\)|Date\.now/, [])).toEqual([]);
  });
  test('there is no chance', () => expect(uses(/Math\.random|crypto\.random/, [])).toEqual([]));
  test('Markdoc stays in the reader of templates', () =>
    expect(uses(/@markdoc/, ['narrative/template.ts'])).toEqual([]));
});

describe('the house', () => {
  test('sorts in the order of the pipeline', () => expect(STAGES.toSorted()).toEqual(STAGES));

  test('has no file that is two of something', () => {
    const long = [...sources].filter(([, source]) => source.split('\n').length > 320).map(([file]) => file);
    expect(long).toEqual([]);
  });

  test('exports nothing by default, and has no classes but errors and the renderer that pdfmake asks for', () => {
    const odd = [...sources].filter(([, source]) =>
      /^export default|^export class (?!\w+Error\b)|^class /m.test(source),
    );
    expect(odd.map(([file]) => file)).toEqual(['print/tagged.ts']);
  });

  test('keeps no state in modules', () => {
    expect(
      [...sources].filter(([, source]) => /^(?:export )?(?:let|var) /m.test(source)).map(([file]) => file),
    ).toEqual([]);
  });

  test('writes nothing of the table of 2007 into code', () => {
    const names = /Østfold|Akershus|Hedmark|Nordland|Hordaland|Buskerud|Telemark/;
    // The examples of --help name counties, as they must.
    const code = [...sources]
      .filter(([file]) => file !== 'cli.ts')
      .map(([file, source]) => [file, source.replace(/\/\*[^]*?\*\/|\/\/.*/g, '')] as const);
    expect(code.filter(([, source]) => names.test(source)).map(([file]) => file)).toEqual([]);
  });
});

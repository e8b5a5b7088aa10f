/** What can be wrong with a file as such, whether it is a page or a text. */
import type {Passage, ReadBlock, Reading} from './reading.ts';

export type Fault = Reading['faults'][number];

export function fault(problem: string, line: number): Fault {
  return {problem, place: {line}};
}

/** The first character of a file that stands for none: what is left where its bytes are of another encoding. */
export function unreadable(source: string): readonly Fault[] {
  const at = ['\ufffd', '\0'].map(character => source.indexOf(character)).filter(found => found >= 0);
  if (at.length === 0) return [];
  const before = source.slice(0, Math.min(...at));
  return [fault('A character cannot be read: the file is damaged, or not UTF-8', before.split('\n').length)];
}

/** Figures and tables that lack the words which name or describe them. */
export function unnamed(blocks: readonly ReadBlock[]): readonly Fault[] {
  return blocks.flatMap(block => {
    if (block.kind === 'table') return ifEmpty(block.caption, 'A table has no caption');
    if (block.kind !== 'figure') return [];
    return [
      ...ifEmpty(block.caption, 'A figure has no caption'),
      ...ifEmpty(block.alt, 'A figure has no description'),
    ];
  });
}

const ifEmpty = ({text, place}: Passage, problem: string): Fault[] => (text === '' ? [{problem, place}] : []);

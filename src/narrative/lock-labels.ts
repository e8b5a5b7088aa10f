/**
 * The labels that print a number, or say what came of one, as the lock has them. Two number words that changed
 * places make a wrong report that nothing else shows: whoever reads it back takes the same labels.
 */
import type {Issue} from '../issues.ts';
import type {Locate} from '../json.ts';
import type {Labels} from '../labels.ts';
import type {Entry, LockFile} from './lock.ts';
import * as say from './lock-complaints.ts';

/** The labels that are locked, in the order of the lock. */
export const LOCKED = [
  'number',
  'counts',
  'ones',
  'ordinals',
  'times',
  'shares',
  'percent',
  'shareWithWord',
  'and',
  'each',
  'date',
  'charts',
  'columns',
  'rests',
  'checks',
] as const satisfies readonly (keyof Labels)[];

export type LockedLabel = Entry & {readonly label: string};

type Labelled = {readonly value: unknown; readonly locate: Locate};

/** The locked labels of a language, without those in which one of `others` stands: a slip is not to be approved. */
export function lockedLabels({value, locate}: Labelled, others: readonly Issue[]): readonly LockedLabel[] {
  if (typeof value !== 'object' || value === null) return [];
  const held = new Map<string, unknown>(Object.entries(value));
  const starts = others.length ? [...held.keys()].map(label => ({label, line: locate(label).line})) : [];
  const wrong = others.map(({where}) => starts.findLast(({line}) => line <= (where?.line ?? 0))?.label);
  return LOCKED.filter(label => held.has(label) && !wrong.includes(label)).map(label => ({
    key: `labels ${label}`,
    label,
    order: inWords(held.get(label)),
  }));
}

/** Where the labels are not the approved ones. `locate` tells the place of a label. */
export function labelsChanged(
  labels: readonly LockedLabel[],
  {approved, issues}: LockFile,
  locate: Locate,
): readonly Issue[] {
  if (issues.length) return [];
  return labels.flatMap(({key, label, order}) => {
    if (!Object.hasOwn(approved, key)) return [say.labelUnapproved(locate(label), label, order)];
    return approved[key] === order ? [] : [say.labelChanged(locate(label), label, order, approved[key]!)];
  });
}

/** A label as one line, such that no two labels read the same. The order of members says nothing and is not kept. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return marked(value, APART);
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return members.map(([key, each]) => `${marked(key, APART_AS_KEY)}: ${inWords(each)}`).join('; ');
}

/** What sets the parts of a line apart; a text that has it stands in quotes. */
const APART = /^$|[,;“”\\]|^ | $/;
const APART_AS_KEY = /^$|[:,;“”\\]|^ | $/;

/** Spaces that look like another are written out. */
function marked(text: string, apart: RegExp): string {
  const plain = text.replace(/[\\”]/g, '\\$&').replace(/[^\P{Z} ]|\p{C}/gu, unseen);
  return apart.test(text) ? `“${plain}”` : plain;
}

const unseen = (sign: string) => `\\u{${sign.codePointAt(0)!.toString(16)}}`;

/**
 * The lock of a language, `order.lock.json`: the approved order of quantities and claims in each sentence, and the
 * approved labels that print numbers. It changes only on purpose, and then shows in review.
 */
import type {Issue} from '../issues.ts';
import {type Locate, readJson} from '../json.ts';
import * as say from './lock-complaints.ts';
import type {Order} from './order.ts';

/** By sentence, its approved order; by label, its approved words. */
export type Lock = Readonly<Record<string, string>>;

/** A lock as it was found; where that is no lock, nothing is approved. */
export type LockFile = {
  readonly file: string;
  readonly approved: Lock;
  readonly locate: Locate;
  readonly issues: readonly Issue[];
};

/** What a lock holds of a sentence or label. */
export type Entry = {readonly key: string; readonly order: string};

/** Reads a lock. */
export function readLock(file: string, bytes: Uint8Array | null): LockFile {
  const none = (issue: Issue): LockFile => ({
    file,
    approved: {},
    locate: () => ({file, line: 1, column: 1}),
    issues: [issue],
  });
  if (!bytes) return none(say.noLock(file));
  const json = readJson(file, new TextDecoder().decode(bytes));
  if ('fault' in json) return none(say.brokenLock(json.where, json.fault));
  if (!isLock(json.value)) return none(say.brokenLock(json.locate(), 'each is a text'));
  return {file, approved: json.value, locate: json.locate, issues: []};
}

function isLock(json: unknown): json is Lock {
  return (
    typeof json === 'object' &&
    json !== null &&
    !Array.isArray(json) &&
    Object.values(json).every(order => typeof order === 'string')
  );
}

/**
 * The orders of sentences with which nothing else is wrong. Of the others the order may be what a slip made of it,
 * and nobody should be told how to approve that.
 */
export function settled(orders: readonly Order[], others: readonly Issue[]): readonly Order[] {
  const faulty = new Set(
    others.flatMap(({code, where}) => (OF_ALL.includes(code) ? [] : (where?.line ?? []))),
  );
  return orders.filter(({lines}) => !lines.some(line => faulty.has(line)));
}

/** What is wrong with a template as a whole stands on its first line, and is not about that. */
const OF_ALL = ['untold-fact', 'no-title'];

/** Where the orders of a template are not the approved ones. */
export function orderIssues(orders: readonly Order[], {approved, issues}: LockFile): readonly Issue[] {
  if (issues.length) return [];
  return orders.flatMap(({key, order, where}) => {
    if (!Object.hasOwn(approved, key)) return [say.orderUnapproved(where, key, order)];
    return approved[key] === order ? [] : [say.orderChanged(where, key, order, approved[key]!)];
  });
}

/** What was approved and is not there any more. */
export function goneIssues(entries: readonly Entry[], {approved, locate}: LockFile): readonly Issue[] {
  return gone(entries, approved).map(key => say.orderGone(locate(key), key, approved[key]!));
}

const gone = (entries: readonly Entry[], approved: Lock) => {
  const keys = new Set(entries.map(({key}) => key));
  return Object.keys(approved).filter(key => !keys.has(key));
};

/** The text of a lock, a line for each entry as they come. */
export function printLock(entries: readonly Entry[]): string {
  return `${JSON.stringify(Object.fromEntries(entries.map(({key, order}) => [key, order])), null, 2)}\n`;
}

/** What a new lock changes, in words, a line for each. */
export function changes(entries: readonly Entry[], approved: Lock): readonly string[] {
  return [
    ...entries.flatMap(({key, order}) => {
      if (!Object.hasOwn(approved, key)) return [`new: ${key}: ${order}`];
      return approved[key] === order ? [] : [`changed: ${key}: ${approved[key]} -> ${order}`];
    }),
    ...gone(entries, approved).map(key => `gone: ${key}: ${approved[key]}`),
  ];
}

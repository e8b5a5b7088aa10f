/**
 * The lock of a language, `order.lock.json`: the approved order of quantities and claims in each sentence. It
 * changes only on purpose, and then shows in review.
 */
import type {Issue} from '../issues.ts';
import * as say from './lock-complaints.ts';
import type {Order} from './order.ts';

/** By sentence, its approved order. */
export type Lock = Readonly<Record<string, string>>;

/** Whether parsed JSON is a lock. */
export function isLock(json: unknown): json is Lock {
  return (
    typeof json === 'object' &&
    json !== null &&
    !Array.isArray(json) &&
    Object.values(json).every(order => typeof order === 'string')
  );
}

/**
 * Where the orders of a template are not the approved ones. What was approved and is gone does no harm. Of a
 * sentence with the wrong claims (`declared` are those of each fact) that is told, and not its order.
 */
export function lockIssues(
  orders: readonly Order[],
  lock: Lock,
  declared: Readonly<Record<string, readonly string[]>>,
): readonly Issue[] {
  const isSettled = ({key, says, isFact}: Order) => !isFact || sorted(says) === sorted(declared[key] ?? []);
  return orders.filter(isSettled).flatMap(({key, order, where}) => {
    if (!Object.hasOwn(lock, key)) return [say.orderUnapproved(where, key, order)];
    return lock[key] === order ? [] : [say.orderChanged(where, key, order, lock[key]!)];
  });
}

const sorted = (claims: readonly string[]) => [...new Set(claims)].toSorted().join();

/** The orders of a template as a lock, a line for each in the order of the template. */
export function printLock(orders: readonly Order[]): string {
  return `${JSON.stringify(Object.fromEntries(orders.map(({key, order}) => [key, order])), null, 2)}\n`;
}

/** What a new lock changes, in words, a line for each. */
export function changes(orders: readonly Order[], lock: Lock): readonly string[] {
  const now = new Map(orders.map(({key, order}) => [key, order]));
  const before = (key: string) => (Object.hasOwn(lock, key) ? lock[key] : undefined);
  return [
    ...[...now].flatMap(([key, order]) => {
      const approved = before(key);
      if (approved === undefined) return [`new: ${key}: ${order}`];
      return approved === order ? [] : [`changed: ${key}: ${approved} -> ${order}`];
    }),
    ...Object.keys(lock)
      .filter(key => !now.has(key))
      .map(key => `gone: ${key}`),
  ];
}

/** A language and its orders. */
export type Ordered = {readonly tag: string; readonly orders: readonly Order[]};

/** Where a language tells its numbers in another order than the first: inside a sentence, or sentence by sentence. */
export function differences(languages: readonly Ordered[]): readonly Issue[] {
  const [first, ...others] = languages;
  if (!first) return [];
  return others.flatMap(other => [...numbersMoved(first, other), ...sentencesMoved(first, other)]);
}

function numbersMoved(first: Ordered, {orders}: Ordered): readonly Issue[] {
  const numbers = new Map(first.orders.map(each => [each.key, each.numbers]));
  return orders.flatMap(({key, numbers: now, where}) => {
    const expected = numbers.get(key);
    const isSame = expected === undefined || expected.join() === now.join();
    return isSame ? [] : [say.orderDiffers(where, key, now, first.tag, expected)];
  });
}

/** The first sentence that stands elsewhere; those after it mostly follow from that. */
function sentencesMoved(first: Ordered, other: Ordered): readonly Issue[] {
  const both = (mine: Ordered, theirs: Ordered) =>
    mine.orders.filter(({key}) => theirs.orders.some(each => each.key === key));
  const [expected, found] = [both(first, other), both(other, first)];
  const at = found.findIndex(({key}, index) => key !== expected[index]!.key);
  if (at < 0) return [];
  return [say.sentenceMoved(found[at]!.where, found[at]!.key, first.tag, expected[at]!.key)];
}

/** A share of the counties, so that several machines that know nothing of each other make them all and none twice. */
import type {County} from './extract/table.ts';
import {badShard, ReportError} from './issues.ts';

/** The share `index` of `count`, from 1. */
export type Shard = {readonly index: number; readonly count: number};

/** Reads "3/10". @throws ReportError `bad-shard` */
export function parseShard(asked: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(asked.trim()) ?? [];
  const shard = {index: Number(index), count: Number(count)};
  if (!(shard.index >= 1 && shard.index <= shard.count)) throw new ReportError([badShard(asked)]);
  return shard;
}

/**
 * The counties of a share, in the order in which they came. They are dealt out like cards by their codes (by their names
 * where they have none), so that each share has about as many as any other, and every machine deals alike.
 */
export function inShard(counties: readonly County[], {index, count}: Shard): readonly County[] {
  const dealt = counties.toSorted((one, other) => compare(one.key, other.key));
  const own = new Set(dealt.filter((_, at) => at % count === index - 1));
  return counties.filter(county => own.has(county));
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

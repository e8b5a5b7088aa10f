/** The published table, read by the project itself: what most tests start from. */
import {readFileSync} from 'node:fs';
import {readCard} from '../src/extract/card.ts';
import {readSource} from '../src/extract/source.ts';
import {readTable, type Table} from '../src/extract/table.ts';
import type {County} from '../src/extract/table.ts';
import {originOf} from '../src/facts/origin.ts';
import {derive} from '../src/facts/provenance.ts';
import type {Tracing} from '../src/narrative/provenance.ts';
import type {SourceTable} from './printed-table.ts';
import {printTable} from './printed-table.ts';

export function publishedTable(): Table {
  const file = 'data/net-migration-2007.txt';
  const card = readCard('card', readFileSync('data/net-migration-2007.json'));
  return readTable(readSource(file, readFileSync(file)), card).table!;
}

/** A random table as the reader gives it, without a card. */
export const tableOf = (source: SourceTable): Table => tableIn(printTable(source));

/** The table that a text without a card holds. */
export function tableIn(text: string, acceptRepair = false): Table {
  return readTable(readSource('table.txt', new TextEncoder().encode(text)), null, acceptRepair).table!;
}

export function countyOf(table: Table, code: string): County {
  return table.counties[table.index.get(code)!]!;
}

/** What a document is told of where its numbers come from. */
export const tracingOf = (table: Table): Tracing => ({
  derive: expr => derive(table, expr),
  originOf: cell => originOf(table, cell),
});

/** What was asked for, made out of the options as they were typed. */
import type {Options} from './commands.ts';
import type {Env} from './env.ts';
import type {County, Table} from './extract/table.ts';
import {chooseCounties} from './commands.ts';
import {scaleOf} from './facts/scale.ts';
import {badSite, noCounty, noOverview, ReportError, unknownAssets, unknownFormat} from './issues.ts';
import {type Format, FORMATS, type Wish} from './outputs.ts';
import {inShard, parseShard} from './shard.ts';

/** @throws ReportError for a format, a kind of assets or an address that there is not */
export function wishOf({format, out = 'out', attachData = false, assets = 'inline', site}: Options): Wish {
  if (assets !== 'inline' && assets !== 'shared') throw new ReportError([unknownAssets(assets)]);
  if (site !== undefined && !/^https?:\/\/\S+$/.test(site)) throw new ReportError([badSite(site)]);
  return {formats: chooseFormats(format ?? []), folder: out, attachData, assets, site: site ?? null};
}

function chooseFormats(asked: readonly string[]): readonly Format[] {
  const wanted = asked.map(format => format.toLowerCase());
  const unknown = wanted.filter(format => !FORMATS.includes(format as Format));
  if (unknown.length) throw new ReportError(unknown.map(format => unknownFormat(format, FORMATS)));
  return wanted.length ? [...new Set(wanted as readonly Format[])] : ['pdf', 'html', 'csv', 'charts'];
}

/** Which counties of a table are wanted; null is the overview of all. */
export type Choice = (table: Table) => readonly (County | null)[];

/**
 * All counties, or those that were named, on standard input too (`--county -`, one to a line or with commas); of these
 * the share of this machine. What was typed wrong is told before a table is read.
 * @throws ReportError where none is named; the choice throws one for each name that no county has
 */
export async function choiceOf(
  env: Env,
  {all, overview = false, county = [], shard}: Options,
): Promise<Choice> {
  const share = shard === undefined ? null : parseShard(shard);
  const named = county.filter(name => name !== '-');
  const listed = county.includes('-') ? namesIn(await env.input()) : [];
  const asked = [...named, ...listed];
  if (!all && !overview && asked.length === 0) throw new ReportError([noCounty()]);
  return table => {
    const chosen = all ? table.counties : chooseCounties(table, asked);
    const own = share ? inShard(chosen, share) : chosen;
    if (!overview) return own;
    if (scaleOf(table)) throw new ReportError([noOverview(table.counties.length)]);
    // Of several machines the first makes it.
    return share === null || share.index === 1 ? [null, ...own] : own;
  };
}

const namesIn = (list: string): readonly string[] =>
  list
    .split(/[\n,]/)
    .map(name => name.trim())
    .filter(Boolean);

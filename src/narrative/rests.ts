/** What those are called that a chart shows as one: facts have no words. */
import type {BarRow, CountyName, NamedTables, PairRow} from '../facts/tables.ts';
import type {UnitKind} from '../labels.ts';
import {fill, formatNumber, type Language} from '../language.ts';

/** The same tables, with a name wherever counties stand together. */
export function withRests(tables: NamedTables, language: Language, unit: UnitKind): NamedTables {
  const named = (county: CountyName) => (county.rest ? nameOf(county, language, unit) : county);
  const bar = <Row extends BarRow>(row: Row): Row => ({...row, county: named(row.county)});
  const pair = (row: PairRow): PairRow => ({...row, from: named(row.from), to: named(row.to)});
  return {
    ...tables,
    flows: tables.flows.map(bar),
    totals: tables.totals.map(bar),
    arcs: tables.arcs.map(row => ({...row, county: named(row.county)})),
    pairs: tables.pairs.map(pair),
  };
}

/** "98 others with net gains" */
function nameOf(county: CountyName, language: Language, unit: UnitKind): CountyName {
  const {kind, count} = county.rest!;
  const {rests, units} = language.labels;
  const name = fill(rests[kind], {
    number: formatNumber(language, count.value),
    units: units[unit]['other']!,
  });
  return {...county, name, label: name, short: name};
}

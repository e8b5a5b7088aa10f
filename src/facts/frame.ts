/**
 * The facts beside charts and tables: what a picture shows, what a sign means, where the figures come from.
 */
import type {Names, Region} from '../extract/card.ts';
import type {County, Table} from '../extract/table.ts';
import {type Fact, fact} from './catalogue.ts';
import {checkFacts} from './checked.ts';
import {largestFlowFacts} from './country-flows.ts';
import {alone, bySize, flows, isTooLong} from './flows.ts';
import {quantity} from './quantity.ts';
import {scaleOf} from './scale.ts';

/** Every frame fact that holds, `county` being null for the country; `told` are the facts of the narrative, whose regions are to be explained. */
export function frameFacts(table: Table, county: County | null, told: readonly Fact[]): readonly Fact[] {
  return [
    ...(county ? flowFacts(table, county) : largestFlowFacts(table)),
    ...(county ? restFacts(table, county) : []),
    ...extremeFacts(table),
    ...regionsNamed(table, told),
    ...symbolFacts(table),
    ...sourceFacts(table),
    ...checkFacts(table),
  ];
}

/** What the picture of a county's flows shows at its ends, where one county stands there alone. */
function flowFacts(table: Table, county: County): readonly Fact[] {
  const gain = alone(flows(table, county, 'gain'));
  const loss = alone(flows(table, county, 'loss'));
  return [
    ...(gain ? [fact('largest-gain', {partner: gain.county, amount: gain.amount})] : []),
    ...(loss ? [fact('largest-loss', {partner: loss.county, amount: loss.amount})] : []),
  ];
}

/** The same of the picture of all totals. */
function extremeFacts(table: Table): readonly Fact[] {
  const totals = table.counties
    .map(each => ({county: each, amount: quantity(table, 'flow', `total(${each.key})`)}))
    .toSorted(bySize);
  const [first, last] = [alone(totals), alone(totals.toReversed())];
  if (!first || !last) return [];
  return [fact('extremes', {first: first.county, most: first.amount, last: last.county, least: last.amount})];
}

/** What the charts of a large table leave out, or show as one. */
function restFacts(table: Table, county: County): readonly Fact[] {
  const scale = scaleOf(table);
  if (!scale) return [];
  const {key} = county;
  const {bars, partners, ends, near} = scale;
  const count = (expr: string) => quantity(table, 'count', expr);
  const rest = (sign: '+' | '-') => ({
    rest: count(`count(${sign},${key},${bars})`),
    sum: quantity(table, 'flow', `sum(${sign},${key},${bars})`),
  });
  const [gains, losses] = [rest('+'), rest('-')];
  const even = count(`count(0,${key})`);
  return [
    ...(gains.rest.value > 1 ? [fact('flows-rest-gain', gains)] : []),
    ...(losses.rest.value > 1 ? [fact('flows-rest-loss', losses)] : []),
    ...(even.value > 0 ? [fact('flows-even', {partners: even})] : []),
    fact('chord-rest', {others: count(`outsiders(${key},${partners})`)}),
    fact('totals-rest', {left: count(`unranked(${key},${ends},${near})`)}),
  ];
}

/**
 * The regions that the narrative names: Western Norway is without Rogaland here. A region whose name lists
 * its counties needs no explanation.
 */
function regionsNamed(table: Table, told: readonly Fact[]): readonly Fact[] {
  const named = told
    .flatMap(({slots}) => Object.values(slots))
    .flatMap((slot): readonly Region[] => (slot.kind === 'region' ? [slot.value] : []));
  const regions = [...new Set(named)].filter(
    region => !saysItAll(table, region) && !isTooLong(table, region.members),
  );
  return regions.length ? [fact('regions-named', {regions})] : [];
}

function saysItAll({counties, index}: Table, {names, members}: Region): boolean {
  const name = Object.values(names)[0] ?? '';
  return members.every(code => name.includes(counties[index.get(code)!]!.name));
}

/** Signs are explained as the card says, where the table prints them. */
function symbolFacts(table: Table): readonly Fact[] {
  const {card, matrix, assumptions} = table;
  const isPrinted = (mark: string) =>
    scaleOf(table)
      ? [...assumptions.diagonal, ...assumptions.nil].includes(mark)
      : matrix.places.some(row => row.some(({text}) => text === mark));
  return (card?.symbols ?? [])
    .filter(({mark}) => isPrinted(mark))
    .map(({mark, meaning}) => fact(`symbol-${meaning}`, {mark}));
}

/** The table's title by language; where its card gives none, as it is printed. */
export const titlesOf = ({card, title}: Table): Names => card?.title ?? {printed: title.name};

function sourceFacts(table: Table): readonly Fact[] {
  const {card, source} = table;
  const title = titlesOf(table);
  const file = source.file.replace(/^.*[\\/]/, '');
  const checksum = fact('text-checksum', {file, sha256: source.sha256});
  if (!card)
    return [
      ...(table.title.name ? [fact('source-unnamed', {title}), fact('cite-title', {title})] : []),
      checksum,
    ];
  const {publisher, publication, released, licence, url} = card;
  return [
    ...(publication
      ? [
          fact('source-named', {publisher, publication, title}),
          fact('cite-publication', {publisher, publication, title}),
        ]
      : [fact('source-publisher', {publisher, title}), fact('cite-publisher', {publisher, title})]),
    ...(released ? [fact('released', {date: released})] : []),
    ...(licence ? [fact('licence', {licence})] : []),
    ...(url ? [fact('address', {address: {name: bareAddress(url), url}})] : []),
    checksum,
  ];
}

/** "www.ssb.no" */
const bareAddress = (url: string) => url.replace(/^https:\/\//, '').replace(/\/$/, '');

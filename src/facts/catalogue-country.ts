/**
 * The facts about the country as a whole, in the order in which the overview tells them. The balance of a county is its
 * total, that of a region what its counties together gained from all others.
 */
import {frameOf, national} from './catalogue-entry.ts';

export const COUNTRY = {
  // Who gained and who lost, the ends of the order, and how few make up half of all.
  'country-zero': national(9, 30, {}),
  'country-sides': national(9, 16, {gainers: 'number', losers: 'number'}),
  'country-sides-even': national(9, 22, {gainers: 'number', losers: 'number', balanced: 'number'}),
  'country-ends': national(9, 14, {first: 'county', most: 'number', last: 'county', least: 'number'}),
  'country-first': national(9, 8, {county: 'county', amount: 'number'}),
  'country-first-shared': national(9, 10, {county: 'county', with: 'counties', amount: 'number'}),
  'country-last': national(9, 8, {county: 'county', amount: 'number'}),
  'country-last-shared': national(9, 10, {county: 'county', with: 'counties', amount: 'number'}),
  'country-alone-gain': national(7, 9, {county: 'county', share: 'share'}),
  'country-alone-loss': national(7, 9, {county: 'county', share: 'share'}),
  'country-half-gain': national(7, 10, {top: 'counties', share: 'share'}),
  'country-half-loss': national(7, 10, {top: 'counties', share: 'share'}),
  'country-hidden': national(5, 14, {
    total: 'number',
    county: 'county',
    gains: 'number',
    losses: 'number',
  }),

  // The net flows between two counties, and where many of them lead.
  'country-no-flow': national(9, 10, {}),
  'country-pair-first': national(9, 13, {from: 'county', to: 'county', amount: 'number'}),
  'country-pair-second': national(7, 7, {rank: 'number', from: 'county', to: 'county', amount: 'number'}),
  'country-pair-second-times': national(7, 11, {
    times: 'number',
    rank: 'number',
    from: 'county',
    to: 'county',
    amount: 'number',
  }),
  'country-pair-third': national(4, 7, {rank: 'number', from: 'county', to: 'county', amount: 'number'}),
  'country-destination-all': national(8, 13, {county: 'county'}),
  'country-destination': national(8, 12, {destinations: 'number', county: 'county'}),
  'country-source-all': national(5, 13, {county: 'county'}),
  'country-source': national(5, 12, {sources: 'number', county: 'county'}),

  // The regions.
  'country-region-ends': national(8, 23, {
    regions: 'number',
    first: 'region',
    most: 'number',
    last: 'region',
    least: 'number',
  }),
  'country-region-gained-all': national(6, 9, {region: 'region', others: 'number'}),
  'country-region-but-one': national(4, 21, {region: 'region', exception: 'region', amount: 'number'}),
  'country-region-lost-all': national(6, 9, {region: 'region', others: 'number'}),
  'country-region-flow': national(6, 11, {from: 'region', to: 'region', amount: 'number'}),

  // Beside the chart of all net flows.
  'country-largest-flow': frameOf('country', {from: 'county', to: 'county', amount: 'number'}, 'chord'),
} as const;

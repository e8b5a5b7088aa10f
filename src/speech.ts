/** What printing numbers and names in words needs, for a table in a language. */
import type {Table} from './extract/table.ts';
import {anchor} from './facts/quantity.ts';
import type {Language} from './language.ts';
import type {Speech} from './narrative/words.ts';

export const speechOf = ({counties, title}: Table, language: Language): Speech => ({
  language,
  anchor,
  unit: title.unit,
  names: new Map(counties.map(county => [county.key, county])),
});

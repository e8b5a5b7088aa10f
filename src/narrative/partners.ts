/**
 * The county's partners in full, for reports of tables that are too large to be printed: several to a row, so that some
 * hundred take a page.
 */
import type {Cell, Figures} from '../document.ts';
import type {PartnerRow} from '../facts/tables.ts';
import {formatSigned} from '../language.ts';
import {number, printedName, type Speech, text} from './words.ts';

/** So many names with their figures stand beside each other: as many as an upright page has room for. */
const ACROSS = 3;

/** Every partner with its net figure, in the published order, row by row. `county` is the key of the report's own. */
export function partnersTable(rows: readonly PartnerRow[], county: string, speech: Speech): Figures {
  const {columns, units} = speech.language.labels;
  const starts = Array.from({length: Math.ceil(rows.length / ACROSS)}, (_, at) => at * ACROSS);
  // A figure ends where its name begins, so that none is taken for that of the name before it.
  const heads = [
    {head: [text(columns['net']!)], align: 'end'},
    {head: [text(units[speech.unit]['head']!)], align: 'start'},
  ] as const;
  const across = Math.min(ACROSS, rows.length);
  return {
    kind: 'table',
    layout: 'plain',
    columns: Array.from({length: across}, () => heads).flat(),
    rows: starts.map(start => ({
      id: null,
      marked: false,
      cells: Array.from({length: across}, (_, place) =>
        rows[start + place] ? cellsOf(rows[start + place]!, county, speech) : EMPTY,
      ).flat(),
    })),
  };
}

/** None is the head of its row, for a row has several names: whoever listens hears each beside its figure. */
const plain = (id: string | null, content: Cell['content']): Cell => ({id, header: false, content});

const EMPTY = [plain(null, []), plain(null, [])];

function cellsOf({county: partner, net}: PartnerRow, county: string, speech: Speech): readonly Cell[] {
  // Where the links of others lead, a number needs none.
  const figure = {...number(speech, net, formatSigned(speech.language, net.value)), target: null};
  return [
    plain(`c-${county}-${partner.key}`, [figure as Cell['content'][number]]),
    plain(null, printedName(partner)),
  ];
}

/** Where a number leads that is proved by a cell of the county's own row, or by its mirror; others lead nowhere. */
export const toPartner =
  (anchor: Speech['anchor'], county: string): Speech['anchor'] =>
  quantity => {
    const [, a, b] = /^c-(\w+)-(\w+)$/.exec(anchor(quantity) ?? '') ?? [];
    if (a === county) return `c-${a}-${b}`;
    return b === county ? `c-${b}-${a}` : null;
  };

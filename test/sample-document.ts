/**
 * A document with every kind of block and inline, for tests of the printers.
 * It reads like a report on Oslo, but the figures of its full table are made up.
 */
import type {Cell, Document, Figure, Inline, Inlines, Row, Table} from '../src/document.ts';
import {sampleBars} from './sample-chart.ts';
import labels from '../templates/en/labels.json' with {type: 'json'};

const {controls} = labels;

export function sampleDocument(): Document {
  return {
    lang: 'en',
    title: 'Oslo: net migration 2007',
    subject: 'Net migration between Oslo and the other Norwegian counties in 2007',
    date: '2008-05-08',
    running: {head: 'Oslo: net migration 2007', page: 'Page {page} of {pages}'},
    source: [[text('Source: Statistics Norway.')]],
    controls: {...controls, choose: 'County'},
    sections: [
      {orientation: 'portrait', blocks: [...opening(), ...details()]},
      {
        orientation: 'landscape',
        blocks: [{kind: 'heading', level: 2, id: 'all', content: [text('The full table')]}, matrix()],
      },
      {orientation: 'portrait', blocks: closing()},
    ],
    provenance: {
      title: 'Where this number comes from',
      close: 'Close',
      expressions: {
        'net(03,12)': {words: 'the cell Oslo against Hordaland', cells: ['c-03-12']},
        'total(03)': {words: 'the </script> published & total of Oslo', cells: ['t-03']},
      },
      cells: {
        'c-03-12': {places: [{line: 22, column: 19, text: '-540'}], words: 'line 22, printed as “-540”'},
        't-03': {places: [{line: 8, column: 11, text: '151'}], words: 'line 8, printed as “151”'},
      },
      marked: {1: '1 cell marked in Table 2'},
    },
  };
}

/** Builders, exported so that a test can make a document of its own. */
export function text(words: string): Inline {
  return {kind: 'text', text: words};
}

export function number(value: number, expr: string, target: string | null = null): Inline {
  return {kind: 'quantity', text: written(value), quantity: {value, kind: 'flow', expr}, target};
}

function written(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return value < 0 ? `\u2212${digits}` : digits;
}

function opening(): Document['sections'][number]['blocks'] {
  return [
    {kind: 'heading', level: 1, id: 'title', content: [text('Oslo: net migration 2007')]},
    {
      kind: 'paragraph',
      role: 'byline',
      content: [
        text('Statistics Norway, Norwegian Migration and Population Statistics. Released 8 May 2008'),
      ],
    },
    {
      kind: 'key-figures',
      items: [
        {value: [number(151, 'total(03)', 't-03')], label: [text('net in-migration in 2007')]},
        {value: [number(-3929, 'net(03,02)', 'c-03-02')], label: [text('net migration with Akershus')]},
        {value: [number(16, 'count(03,+)')], label: [text('counties that Oslo gained from')]},
        {value: [number(0, 'net(16,01)', 'c-16-01')], label: [text('between Sør-Trøndelag and Østfold')]},
      ],
    },
    {
      kind: 'paragraph',
      role: 'text',
      content: [
        text('Oslo was close to balance in 2007: '),
        {kind: 'strong', content: [number(151, 'total(03)', 't-03'), text(' more people')]},
        text(
          ' moved in from the other counties than moved out to them. That is the sum of many gains and one large loss, as ',
        ),
        {kind: 'reference', target: 'fig-flows', content: [text('Figure 1')]},
        text(' shows.'),
      ],
    },
    {
      kind: 'paragraph',
      role: 'text',
      content: [
        text('The loss was to Akershus, the county around the city: a net '),
        number(3929, 'abs(net(03,02))', 'c-03-02'),
        text(' people left Oslo for it, more than the '),
        number(3923, 'sum(03,+)'),
        text(' that Oslo gained from all the others together. Next to it stand Østfold, with '),
        number(89, 'abs(net(03,01))', 'c-03-01'),
        text(', and Buskerud, with '),
        number(12, 'abs(net(03,06))', 'c-03-06'),
        text('.'),
      ],
    },
    {
      kind: 'paragraph',
      role: 'text',
      content: [
        text('The largest gains came from Hordaland ('),
        number(540, 'net(03,12)', 'c-03-12'),
        text(') and Nordland ('),
        number(523, 'net(03,18)', 'c-03-18'),
        text('). From Finnmark, '),
        {kind: 'span', lang: 'se', content: [text('Finnmárku')]},
        text(', Oslo gained '),
        number(186, 'net(03,20)', 'c-03-20'),
        text('; people move to the capital from '),
        {kind: 'emphasis', content: [text('every')]},
        text(' northern county, and the flow in the other direction is the smaller one in all of them.'),
      ],
    },
    flows(),
  ];
}

function flows(): Figure {
  return {
    kind: 'figure',
    id: 'fig-flows',
    label: 'Figure 1',
    title: [text('Net migration between Oslo and each other county, 2007')],
    wide: sampleBars(515, 301),
    narrow: sampleBars(328, 330),
    alt: [
      text('Bar chart. Hordaland is the largest gain, '),
      number(540, 'net(03,12)'),
      text('; Akershus the largest loss, '),
      number(-3929, 'net(03,02)'),
      text('.'),
    ],
    notes: [[text('Blue: Oslo gains. Orange: Oslo loses.')]],
    data: null,
    twin: null,
    live: null,
  };
}

function details(): Document['sections'][number]['blocks'] {
  return [
    {kind: 'heading', level: 2, id: 'ways', content: [text('Three ways to read it')]},
    {
      kind: 'list',
      ordered: true,
      items: [
        [
          text('By county, as in '),
          {kind: 'reference', target: 'tab-flows', content: [text('Table 1')]},
          text('.'),
        ],
        [
          text('By cell: each number above leads to the cell of '),
          {kind: 'reference', target: 'tab-all', content: [text('Table 2')]},
          text(' that proves it.'),
        ],
        [
          text('By row: see '),
          {kind: 'reference', target: 'r-03', content: [text('the row of Oslo')]},
          text('.'),
        ],
      ],
    },
    {kind: 'heading', level: 3, id: 'order', content: [text('In order of size')]},
    ordered(),
    {
      ...flows(),
      id: 'fig-plain',
      label: 'Figure 2',
      title: [text('The same without a layout for small screens')],
      narrow: null,
      notes: [],
    },
  ];
}

const FLOWS: readonly (readonly [string, string, number])[] = [
  ['12', 'Hordaland', 540],
  ['18', 'Nordland', 523],
  ['20', 'Finnmark', 186],
  ['06', 'Buskerud', -12],
  ['01', 'Østfold', -89],
  ['02', 'Akershus', -3929],
];

function ordered(): Table {
  return {
    kind: 'table',
    id: 'tab-flows',
    layout: 'plain',
    label: 'Table 1',
    continued: 'Table 1, continued',
    title: [text('Six of the counties, from the largest gain to the largest loss')],
    columns: [
      {head: [text('County')], align: 'start'},
      {head: [text('Net in-migration to Oslo')], align: 'end'},
      {head: [text('Rank')], align: 'end'},
      {head: [text('What the sign says')], align: 'start'},
    ],
    rows: FLOWS.map(([code, name, value], i) => ({
      id: null,
      marked: false,
      cells: [
        cell([text(`${code} ${name}`)], true),
        cell([number(value, `net(03,${code})`, `c-03-${code}`)]),
        cell([number(i + 1, `rank(03,${code})`)]),
        cell([text(value < 0 ? 'Oslo loses' : 'Oslo gains')]),
      ],
    })),
    notes: [[text('A minus sign means that more people moved out of Oslo than in.')]],
  };
}

function cell(content: Inlines, header = false, id: string | null = null): Cell {
  return {id, header, content};
}

const COUNTIES: readonly (readonly [string, string])[] = [
  ['01', 'Østfold'],
  ['02', 'Akershus'],
  ['03', 'Oslo'],
  ['04', 'Hedmark'],
  ['05', 'Oppland'],
  ['06', 'Buskerud'],
  ['07', 'Vestfold'],
  ['08', 'Telemark'],
  ['09', 'Aust-Agder'],
  ['10', 'Vest-Agder'],
  ['11', 'Rogaland'],
  ['12', 'Hordaland'],
  ['14', 'Sogn og Fjordane'],
  ['15', 'Møre og Romsdal'],
  ['16', 'Sør-Trøndelag'],
  ['17', 'Nord-Trøndelag'],
  ['18', 'Nordland'],
  ['19', 'Troms'],
  ['20', 'Finnmark'],
];

function matrix(): Table {
  return {
    kind: 'table',
    id: 'tab-all',
    layout: 'matrix',
    label: 'Table 2',
    continued: 'Table 2, continued',
    title: [text('Net migration between all counties, 2007')],
    columns: [
      {head: [text('County')], align: 'start'},
      {head: [text('Net migration, total')], align: 'end'},
      ...COUNTIES.map(([code, name]) => ({head: named(code, name), align: 'end' as const})),
    ],
    rows: COUNTIES.map((county, i) => matrixRow(county, i)),
    notes: [
      [
        text(
          'Read along the row: a positive number is a net gain for the county at its head. The figures are made up.',
        ),
      ],
    ],
  };
}

function matrixRow([code, name]: readonly [string, string], row: number): Row {
  return {
    id: `r-${code}`,
    marked: code === '03',
    cells: [
      cell([text(`${code} ${name}`)], true),
      cell([number(madeUp(row, 30) * 14, `total(${code})`)], false, `t-${code}`),
      ...COUNTIES.map(([other], column) =>
        cell(
          column === row ? [text('\u2013')] : [number(madeUp(row, column), `net(${code},${other})`)],
          false,
          `c-${code}-${other}`,
        ),
      ),
    ],
  };
}

/** Antisymmetric like the real table, with a zero and with one number as wide as they come. */
function madeUp(row: number, column: number): number {
  if (row > column) return 0 - madeUp(column, row);
  if (row === 1 && column === 2) return 3929;
  if (row === 0 && column === 14) return 0;
  return ((row * 37 + column * 53) % 401) - 200;
}

function named(code: string, name: string): Inlines {
  if (code !== '20') return [text(`${code} ${name}`)];
  return [text(`${code} ${name} `), {kind: 'span', lang: 'se', content: [text('Finnmárku')]}];
}

function closing(): Document['sections'][number]['blocks'] {
  return [
    {kind: 'heading', level: 2, id: 'source', content: [text('Source')]},
    {
      kind: 'list',
      ordered: false,
      items: [
        [
          {kind: 'link', href: 'https://www.ssb.no/', content: [text('Statistics Norway')]},
          text(', Statistical Yearbook.'),
        ],
        [text('The figures refer to moves between counties; moves within a county are not counted.')],
      ],
    },
    {kind: 'note', content: [text('The report was made by a program from the published text.')]},
  ];
}

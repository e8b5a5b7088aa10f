import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import * as vega from 'vega';
import {beforeAll, describe, expect, test, vi} from 'vitest';
import type {CountyName} from '../src/facts/tables.ts';
import {type Chart, type ChartPicture, drawChart} from '../src/graphics/chart.ts';
import {checkChartFile} from '../src/graphics/chart-file.ts';
import {arcMiddles, spread} from '../src/graphics/fit-chord.ts';
import {fontMeasure} from '../src/graphics/measure.ts';
import {draw} from '../src/graphics/svg.ts';
import {type ChartTables, plainRows} from '../src/graphics/rows.ts';
import {ReportError} from '../src/issues.ts';
import {fontStack, parseTheme} from '../src/theme.ts';
import {COUNTIES, ENGLISH, NET, tablesOf, tablesOf2007} from './fixtures-2007.ts';
import {overlap, placedTexts, type PlacedText} from './svg-reading.ts';

vi.setConfig({testTimeout: 60_000});

const root = new URL('../', import.meta.url);
const require = createRequire(import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const theme = parseTheme('plain', json('templates/themes/plain.json'));
const font = (path: string) => ({bytes: readFileSync(require.resolve(path)), shape: () => null});
const measure = fontMeasure(font(theme.fonts.regular), font(theme.fonts.bold));

const FILES: Record<string, any> = Object.fromEntries(
  readdirSync(new URL('templates/charts/', root)).map(file => [
    file.split('.')[0],
    json(`templates/charts/${file}`),
  ]),
);
const NAMES = Object.keys(FILES);
/** Charts know a county by its key and call it the code. */
const CODES = COUNTIES.map(({key}) => key);

const context = (county: string, tables: ChartTables = tablesOf2007(county)) => ({
  tables,
  county,
  theme,
  language: ENGLISH,
  measure,
});
const chart = (name: string, county: string, tables?: ChartTables) =>
  drawChart(name, FILES[name], context(county, tables));

const pictures = ({wide, narrow}: Chart): ChartPicture[] => (narrow ? [wide, narrow] : [wide]);
const texts = ({svg}: ChartPicture): PlacedText[] => placedTexts(svg, measure);
const sign = (value: number): string =>
  value === 0
    ? '0'
    : (value > 0 ? '+' : '\u2212') + String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/, '\u00a0');

function outside({width, height, ...picture}: ChartPicture): string[] {
  const inside = ([x, y]: readonly [number, number]) => x >= 0 && y >= 0 && x <= width && y <= height;
  return texts({width, height, ...picture})
    .filter(({corners}) => !corners.every(inside))
    .map(({text}) => text);
}

function touching(picture: ChartPicture): string[] {
  const all = texts(picture);
  const pairs = all.flatMap((a, i) => all.slice(0, i).map(b => [a, b] as const));
  return pairs.filter(([a, b]) => overlap(a, b)).map(([a, b]) => `${a.text} / ${b.text}`);
}

/** The rows of a data set, after Vega has run the spec. */
async function rowsIn(picture: ChartPicture, name: string): Promise<any[]> {
  const view = await new vega.View(vega.parse(picture.vega as vega.Spec), {renderer: 'none'}).runAsync();
  return view.data(name);
}

test('the fixture reads the printed totals', () => {
  const totals = NET.map(row => row.reduce((sum, net) => sum + net, 0));
  expect(totals).toEqual([
    1283, 2637, 151, 49, -146, 1042, 503, -373, 327, 111, 171, -325, -912, -1020, 667, -327, -1718, -1124,
    -996,
  ]);
});

test('widths are those of the font: figures of 0.6 em, a line the sum of its glyphs, bold wider', () => {
  expect(measure('3929', 10)).toBeCloseTo(24, 10);
  expect(measure('\u2212', 10)).toBeCloseTo(6, 10);
  expect(measure('il', 10)).toBeLessThan(measure('mm', 10));
  expect(measure('Oslo', 10, true)).toBeGreaterThan(measure('Oslo', 10));
  expect(measure('Oslo', 20)).toBeCloseTo(2 * measure('Oslo', 10), 10);
});

describe('every chart of every county', () => {
  const charts: Chart[] = [];
  beforeAll(async () => {
    for (const code of CODES) for (const name of NAMES) charts.push(await chart(name, code));
  }, 120_000);
  const all = () => charts.flatMap(pictures);

  test('has the width of its layout', () => {
    for (const {wide, narrow} of charts) expect([wide.width, narrow?.width ?? 328]).toEqual([515, 328]);
  });
  test('keeps its texts inside the picture', () => {
    expect(all().flatMap(outside)).toEqual([]);
  });
  test('has no two texts that touch', () => {
    expect(all().flatMap(touching)).toEqual([]);
  });
  test('takes colours and fonts from the theme', () => {
    const paints = new Set(
      all().flatMap(({svg}) => [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(m => m[1])),
    );
    const known = [...Object.values(theme.colours).map(({light}) => light), 'none', 'transparent'];
    expect([...paints].filter(paint => !known.includes(paint!))).toEqual([]);
    expect(
      new Set(
        all()
          .flatMap(texts)
          .map(({family}) => family),
      ),
    ).toEqual(new Set([fontStack(theme.fonts)]));
  });
  test('has no ids, no roles, no broken numbers', () => {
    for (const {svg} of all()) expect(svg).not.toMatch(/ id=| role=| aria-|NaN|Infinity|undefined|url\(/);
  });
  test('has coordinates of two decimals and untouched opacities', () => {
    for (const {svg} of all()) expect(svg).not.toMatch(/(?: d| transform| x2?| y2?)="[^"]*\d\.\d{3}/);
    expect(charts.find(({name}) => name === 'chord')?.wide.svg).toContain('opacity="0.55"');
  });
  test('can be read on a phone', () => {
    const small = charts.flatMap(({narrow}) => (narrow ? texts(narrow) : [])).filter(({size}) => size < 9.5);
    expect(small).toEqual([]);
  });
  test('comes with a spec that is plain JSON', () => {
    for (const {spec, vega: compiled} of all()) {
      expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
      expect(spec).not.toHaveProperty('usermeta');
      expect(String(compiled['$schema'])).toContain('/vega/');
    }
  });
});

describe('what is drawn', () => {
  test('is the same each time, also side by side, and leaves the file alone', async () => {
    const before = JSON.stringify(FILES);
    for (const name of NAMES) {
      const [one, two] = await Promise.all([chart(name, '03'), chart(name, '03')]);
      expect(two).toEqual(one);
      expect((await chart(name, '03')).wide.svg).toBe(one.wide.svg);
    }
    expect(JSON.stringify(FILES)).toBe(before);
  });

  test.each(CODES)('bars of county %s: names, numbers and lengths are those of the table', async code => {
    const tables = tablesOf2007(code);
    for (const [name, form] of [
      ['flows', 'wide'],
      ['flows', 'narrow'],
      ['totals', 'wide'],
    ] as const) {
      const rows = tables[name];
      const picture = (await chart(name, code))[form]!;
      const said = texts(picture).map(({text}) => text);
      const names = rows.map(({county}) => (form === 'wide' ? county.label : county.short));
      expect(said).toEqual([...names, ...rows.map(({net}) => sign(net!.value))]);
      const bars = [...picture.svg.matchAll(/<path d="M[-\d.]+,[-\d.]+h([\d.]+)v[\d.]+h-/g)].map(m =>
        Number(m[1]),
      );
      const sizes = rows.map(({net}) => Math.abs(net!.value)).filter(size => size > 0);
      expect(bars).toHaveLength(sizes.length);
      const pxPerMove = Math.max(...bars) / Math.max(...sizes);
      sizes.forEach((size, i) => expect(bars[i]).toBeCloseTo(size * pxPerMove, 1));
    }
  });

  test('the totals show the chosen county in bold and full colour, the others muted', async () => {
    const {wide} = await chart('totals', '15');
    const bold = texts(wide)
      .filter(text => text.bold)
      .map(({text}) => text);
    expect(bold).toEqual(['Møre og Romsdal', '\u22121\u00a0020']);
    const count = (name: 'gain' | 'loss' | 'gainMuted' | 'lossMuted') =>
      wide.svg.split(`fill="${theme.colours[name].light}"`).length - 1;
    expect([count('gain'), count('loss'), count('gainMuted'), count('lossMuted')]).toEqual([0, 1, 10, 8]);
  });

  test('the heat map shows all cells in the order of the table', async () => {
    const {wide, narrow} = await chart('heatmap', '03');
    const said = texts(wide).map(({text}) => text);
    const labels = COUNTIES.map(({label}) => label);
    const cells = tablesOf2007('03').cells.map(({net}) => sign(net.value).replace('+', ''));
    expect(narrow).toBeNull();
    expect(said.slice(0, KEY.length)).toEqual(KEY);
    const rest = said.slice(KEY.length);
    expect(rest.toSorted()).toEqual([...labels, ...labels, ...cells].toSorted());
    expect(rest.filter(text => !labels.includes(text))).toEqual(cells);
  });

  const KEY = '\u2212,+,\u2212,+,\u2212,+,\u2212,+,over 500,101 to 500,21 to 100,1 to 20,0'.split(',');

  test('the heat map has a key, in its colours, that keeps off names and can be read', async () => {
    for (const counties of [COUNTIES, COUNTIES.map(county => ({...county, label: county.key}))]) {
      const {wide} = await chart('heatmap', '03', tablesOf(counties, NET, '03'));
      const fills = [...wide.svg.matchAll(/<path d="[^"]*h[^"]*v11h[^"]*" fill="([^"]*)"/g)].map(m => m[1]);
      const heat = ([1, 9, 2, 8, 3, 7, 4, 6, 5] as const).map(n => theme.colours[`heat${n}`].light);
      expect(fills).toEqual(heat);
      expect([outside(wide), touching(wide)]).toEqual([[], []]);
      const key = texts(wide).slice(0, KEY.length);
      expect(Math.min(...key.map(({size}) => size))).toBeGreaterThanOrEqual(6.5);
    }
  });

  test('the heat map colours gains and losses of one size alike: to 20, to 100, to 500 and beyond', async () => {
    const bounds = [0, 1, 20, 21, 100, 101, 500, 501];
    const net = bounds.map((_, i) => bounds.map((__, j) => Math.sign(i - j) * bounds[Math.abs(i - j)]!));
    const tables = tablesOf(COUNTIES.slice(0, bounds.length), net, '03');
    const {wide} = await chart('heatmap', '03', tables);
    const fills = [...wide.svg.matchAll(/<path d="[^"]*h[^"]*v12h[^"]*" fill="([^"]*)"/g)].map(m => m[1]);
    const {cells} = tables;
    expect(bounds.every(bound => bound === 0 || cells.some(({net}) => net.value === bound))).toBe(true);
    const steps = (net: number): number => [0, 20, 100, 500].filter(bound => Math.abs(net) > bound).length;
    const colour = (net: number): string => {
      const name = `heat${5 + Math.sign(net) * steps(net)}` as keyof typeof theme.colours;
      return theme.colours[name].light;
    };
    expect(fills.slice(-cells.length)).toEqual(cells.map(({net}) => colour(net.value)));
  });

  test('leaders begin after the names and stop before bar and label', async () => {
    for (const code of CODES) {
      const {wide} = await chart('flows', code);
      const all = texts(wide);
      const [names, values] = [all.slice(0, 18), all.slice(18)];
      const origin = Number(/translate\((\d+),4\)/.exec(wide.svg)![1]);
      const lines = [
        ...wide.svg.matchAll(/<line transform="translate\(([\d.]+),[\d.]+\)" x2="([\d.]+)" y2="0"/g),
      ];
      const reach = lines.map(([, x, length]) => [origin + Number(x), origin + Number(x) + Number(length)]);
      expect(lines).toHaveLength(18);
      reach.forEach(([start, end], i) => {
        expect(start! - names[i]!.corners[1]![0]).toBeGreaterThan(7);
        expect(values[i]!.corners[0]![0] - names[i]!.corners[1]![0]).toBeGreaterThan(7.5);
        if (end! > start!) expect(values[i]!.corners[0]![0] - end!).toBeGreaterThan(3.5);
      });
    }
  });
});

describe('the chord', () => {
  test.each(['03', '09', '14'])(
    'of county %s: ribbons add up to arcs, arcs are gains plus losses',
    async code => {
      const {wide} = await chart('chord', code);
      const [rim, places] = [await rowsIn(wide, 'rim'), await rowsIn(wide, 'places')];
      const {arcs} = tablesOf2007(code);
      const size = arcs.map(({gains, losses}) => gains.value + losses.value);
      const all = size.reduce((sum, weight) => sum + weight, 0);
      rim.forEach((arc, i) => {
        expect(arc.end - arc.start).toBeCloseTo(((2 * Math.PI - 19 * 0.03) * size[i]!) / all, 10);
        const ends = places.filter(place => place.code === arc.code);
        expect(ends.reduce((sum, end) => sum + end.a1 - end.a0, 0)).toBeCloseTo(arc.end - arc.start, 10);
        expect(ends.reduce((sum, end) => sum + (end.role === 'to' ? end.net : -end.net), 0)).toBe(
          arcs[i]!.total.value,
        );
      });
      expect(rim.at(-1).end).toBeCloseTo(2 * Math.PI - 0.015, 10);
    },
  );

  test('the ends of an arc fill it without gap or overlap, losses before gains', async () => {
    const places = await rowsIn((await chart('chord', '03')).wide, 'places');
    for (const code of CODES) {
      const ends = places.filter(place => place.code === code).toSorted((a, b) => a.a0 - b.a0);
      ends.slice(1).forEach((end, i) => expect(end.a0).toBeCloseTo(ends[i].a1, 10));
      expect(ends.map(({role}) => role).join()).toMatch(/^(from,?)*(to,?)*$/);
    }
  });

  test('a ribbon points to the county that gained, in the colour of what it is for the chosen one', async () => {
    const ribbons = await rowsIn((await chart('chord', '03')).wide, 'ribbons');
    const oslo = ribbons.filter(({strong}) => strong);
    expect(ribbons).toHaveLength(169);
    expect(oslo).toHaveLength(18);
    for (const {from, to, tone} of oslo)
      expect(tone).toBe(to === '03' ? 'gain' : from === '03' ? 'loss' : null);
    expect(oslo.reduce((sum, {tone, net}) => sum + (tone === 'gain' ? net : 0), 0)).toBe(4181);
    expect(oslo.reduce((sum, {tone, net}) => sum + (tone === 'loss' ? net : 0), 0)).toBe(4030);
  });

  test('labels carry the table: the total of the chosen county, the net flow of each other', async () => {
    const {wide, narrow} = await chart('chord', '03');
    const said = texts(wide).map(({text}) => text.split('\u2002').toSorted().join(' '));
    COUNTIES.forEach(({name, code}, i) => {
      const value = code === '03' ? 151 : NET[2]![i]!;
      expect(said).toContain([name, sign(value)].toSorted().join(' '));
    });
    expect(said.slice(-3)).toEqual(['Net gain for Oslo', 'Net loss for Oslo', 'Between other counties']);
    expect(
      texts(narrow!)
        .slice(0, 19)
        .map(({text}) => text),
    ).toEqual(COUNTIES.map(({short}) => short));
  });

  test('the fit and the file lay out the circle alike', async () => {
    const {wide} = await chart('chord', '03');
    const rim = await rowsIn(wide, 'rim');
    const middles = arcMiddles(plainRows(tablesOf2007('03'), 'name'));
    rim.forEach((arc, i) => expect(arc.middle).toBeCloseTo(middles[i]!, 10));
    rim.forEach((arc, i) => expect(arc.direction).toBeCloseTo(spread(middles, arc.line)[i]!, 10));
  });

  test('the circle is the same for every county', async () => {
    const size = async (code: string) => {
      const {wide, narrow} = await chart('chord', code);
      return [wide.height, narrow!.height, ...['radius', 'cx', 'cy'].map(name => signal(wide, name))];
    };
    expect(await size('15')).toEqual(await size('03'));
  });
});

function signal({spec}: ChartPicture, name: string): unknown {
  return (spec['signals'] as {name: string; value: unknown}[]).find(entry => entry.name === name)?.value;
}

describe('other tables', () => {
  const table = (n: number, net: (i: number, j: number) => number): ChartTables => {
    const counties: CountyName[] = Array.from({length: n}, (_, i) => {
      const name = `County ${'abcdefghijk'.slice(0, i % 9)}${i}`;
      const key = String(i + 1).padStart(2, '0');
      return {code: key, key, name, label: name, short: `C${i}`, sami: null};
    });
    const below = counties.map((_, i) => counties.map((__, j) => (j < i ? net(i, j) : 0)));
    const full = below.map((row, i) => row.map((value, j) => value - below[j]![i]!));
    return tablesOf(counties, full, '01');
  };
  test.each<[string, ChartTables]>([
    ['two counties', table(2, () => 500)],
    ['three counties', table(3, (i, j) => i * 10 + j)],
    ['sixty counties', table(60, (i, j) => ((i * 37 + j * 91) % 101) - 50)],
    ['no flows at all', table(5, () => 0)],
    ['counties without any flow', table(12, (i, j) => (i > 6 || j > 6 ? 0 : 100 * i - 150 * j))],
    ['only gains', table(8, (i, j) => (j === 0 ? -100 * i : 5))],
    ['only losses', table(8, (i, j) => (j === 0 ? 100 * i : 5))],
  ])('%s', async (_, tables) => {
    for (const name of ['chord', 'flows', 'totals']) {
      for (const picture of pictures(await chart(name, '01', tables))) {
        expect(picture.svg).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(outside(picture)).toEqual([]);
        expect(touching(picture)).toEqual([]);
      }
    }
  });

  test('labels on thin arcs are pushed apart, and only those', () => {
    const step = 0.1;
    expect(spread([0.5, 1, 3], step)).toEqual([0.5, 1, 3].map(angle => expect.closeTo(angle, 12)));
    for (const mids of [
      [0, 0, 0],
      [6.2, 6.21, 6.22, 6.23],
      [0.01, 0.02, 6.26, 6.27],
    ]) {
      const angles = spread(mids, step);
      const next = [...angles.slice(1), angles[0]! + 2 * Math.PI];
      angles.forEach((angle, i) => expect(next[i]! - angle).toBeGreaterThan(step - 1e-9));
    }
  });
});

describe('counties without a number', () => {
  test('are drawn as those with one', async () => {
    const bare = COUNTIES.map(county => ({...county, code: null}));
    for (const name of NAMES) {
      const drawn = await chart(name, '03', tablesOf(bare, NET, '03'));
      expect(drawn).toEqual(await chart(name, '03'));
    }
  });

  test('are known to charts by their keys, whatever the number', () => {
    const odd = COUNTIES.map((county, i) => ({...county, code: i % 2 ? null : 'x'}));
    expect(plainRows(tablesOf(odd, NET, '03'), 'label')).toEqual(plainRows(tablesOf2007('03'), 'label'));
  });
});

describe('names', () => {
  test('may be the same for two counties: each keeps its own bar, row, column and arc', async () => {
    const twins = COUNTIES.map(county => ({...county, name: 'Agder', label: 'Agder', short: 'Agder'}));
    const counties = COUNTIES.map((county, i) => (i === 8 || i === 9 ? twins[i]! : county));
    for (const name of NAMES) {
      const expected = pictures(await chart(name, '03'));
      const drawn = pictures(await chart(name, '03', tablesOf(counties, NET, '03')));
      drawn.forEach((picture, i) => {
        expect(texts(picture)).toHaveLength(texts(expected[i]!).length);
        expect(picture.svg.match(/<path/g)).toHaveLength(expected[i]!.svg.match(/<path/g)!.length);
        const agder = texts(picture).filter(({text}) => text.includes('Agder'));
        expect(agder).toHaveLength(name === 'heatmap' ? 4 : 2);
        expect(touching(picture)).toEqual([]);
      });
    }
  });

  test('of the chosen county alone are bold, also where another has the same', async () => {
    const counties = COUNTIES.map(county => ({...county, label: 'Agder', short: 'Agder'}));
    const picture = (await chart('totals', '09', tablesOf(counties, NET, '09'))).narrow!;
    expect(texts(picture).filter(({bold}) => bold)).toHaveLength(2);
  });

  test('are never cut, however long', async () => {
    const long = 'The county of the very many and very long words upon words';
    const counties = COUNTIES.map((county, i) => (i === 4 ? {...county, label: long} : county));
    expect(measure(long, 9)).toBeGreaterThan(200);
    for (const name of ['flows', 'totals', 'heatmap']) {
      const {wide} = await chart(name, '03', tablesOf(counties, NET, '03'));
      expect(texts(wide).map(({text}) => text)).toContain(long);
    }
  });

  test.each([['bold'], [700], ['normal']])(
    'of weight %s are measured so when Vega measures',
    async weight => {
      const encode = {enter: {text: {value: 'Oslo'}, fontSize: {value: 40}, fontWeight: {value: weight}}};
      const {width} = await draw(
        'mine',
        {
          $schema: 'https://vega.github.io/schema/vega/v6.json',
          autosize: 'pad',
          marks: [{type: 'text', encode}],
        },
        measure,
      );
      expect(width).toBe(Math.ceil(measure('Oslo', 40, weight !== 'normal')));
      expect(measure('Oslo', 40, true)).toBeGreaterThan(measure('Oslo', 40) + 1);
    },
  );
});

describe('a chart file', () => {
  const chordData = (file: any, name: string) =>
    file.data.find((data: {name: string}) => data.name === name).transform;
  const labels = ENGLISH.labels.charts;
  const broken = (name: string, change: (file: any) => void): string[] => {
    const file = structuredClone(FILES[name]);
    change(file);
    return checkChartFile(file, labels);
  };

  test.each(NAMES)('%s is without fault', name => {
    expect(checkChartFile(FILES[name], labels)).toEqual([]);
  });

  test('may be added without code', async () => {
    const file = structuredClone(FILES['flows']);
    file.data.name = 'totals';
    const {wide} = await drawChart('mine', file, context('03'));
    expect(texts(wide)).toHaveLength(38);
  });

  test.each<[string, string, (file: any) => void, RegExp]>([
    [
      'an unknown table',
      'flows',
      file => (file.data.name = 'flow'),
      /no table "flow"; there are flows, totals/,
    ],
    [
      'a table the fit cannot measure',
      'flows',
      file => (file.data.name = 'pairs'),
      /"pairs" does not go with/,
    ],
    ['no table', 'flows', file => delete file.data, /names no table; there are flows/],
    [
      'a fit that only every object has',
      'chord',
      file => (file.usermeta.fit = 'constructor'),
      /saw "constructor"/,
    ],
    [
      'an unknown fit',
      'chord',
      file => (file.usermeta.fit = 'circle'),
      /fit as one of bars, grid, chord, saw "circle"/,
    ],
    ['no wide layout', 'flows', file => delete file.usermeta.layouts.wide, /layouts\.wide, saw nothing/],
    [
      'an unknown layout',
      'flows',
      file => (file.usermeta.layouts.huge = {}),
      /layouts\.huge: no such layout/,
    ],
    [
      'a setting left out',
      'flows',
      f => delete f.usermeta.layouts.wide.gap,
      /wide\.gap as a number, saw nothing/,
    ],
    [
      'a wrong form of name',
      'flows',
      f => (f.usermeta.layouts.wide.names = 'long'),
      /label, name, short, saw "long"/,
    ],
    [
      'a bare name that nothing fills',
      'flows',
      file => file.params.push({name: 'left'}),
      /nothing fills "left"/,
    ],
    [
      'a missing label',
      'flows',
      f => (f.transform[0].calculate = 'labels.gains'),
      /no label charts\.gains; there are/,
    ],
    [
      'another schema',
      'flows',
      file => (file.$schema = 'https://vega.github.io/schema/vega-lite/v2.json'),
      /v2\.json/,
    ],
    [
      'a colour',
      'chord',
      file => (file.marks[0].encode.update.fill = {value: '#D3D8DE'}),
      /#D3D8DE: colours come from/,
    ],
    [
      'a font',
      'chord',
      file => (file.marks[0].encode.update.font = {value: 'Arial'}),
      /"font": fonts come from/,
    ],
    [
      'tones out of order',
      'chord',
      file => (file.scales[0].domain = file.scales[0].domain.toReversed()),
      /in the order gain, loss, gainMuted/,
    ],
    [
      'a field that is not there',
      'totals',
      file => (file.layer[1].encoding.x.field = 'zznet'),
      /no field "zznet"; there are code, county, net, tone, value, text, before/,
    ],
    ['a field of another table', 'flows', f => (f.encoding.y.field = 'total'), /no field "total"/],
    [
      'an unknown field in an expression',
      'flows',
      f => (f.transform[0].calculate = "format(datum.nett, '+,') + 'datum.no'"),
      /^no field "nett"; there are code[^\n]*$/,
    ],
    [
      'an unknown field in brackets',
      'flows',
      file => (file.layer[2].mark.dx.expr = "datum['nett'] < 0 ? 1 : 2"),
      /no field "nett"/,
    ],
    [
      'a field of a row in the expression of an axis',
      'totals',
      file => (file.encoding.y.axis.labelExpr = 'datum.county'),
      /no field "county" in an axis or legend, whose datum has value, label, index/,
    ],
    ['an unknown field to sort by', 'chord', f => (chordData(f, 'rim')[1].sort.field = 'x'), /no field "x"/],
    ['an unknown field to sum', 'chord', f => (chordData(f, 'rim')[2].fields[1] = 'wight'), /"wight"/],
    ['an unknown field to group by', 'chord', f => (chordData(f, 'sides')[0].groupby[0] = 'x'), /"x"/],
    ['an unknown key', 'chord', f => (chordData(f, 'places')[0].key = 'kode'), /no field "kode"/],
    ['an unknown value', 'chord', f => (chordData(f, 'places')[0].values[1] = 'strat'), /no field "strat"/],
    ['an unknown data set', 'chord', f => (chordData(f, 'places')[0].from = 'rims'), /no data set "rims"/],
    ['an unknown mark', 'flows', f => (f.layer[1].mark.type = 'baar'), /mark of type arc, [^]*saw "baar"/],
    ['an unknown mark in Vega', 'chord', f => (f.marks[0].type = 'bar'), /of type arc, [^]*saw "bar"/],
    ['params that are no list', 'flows', f => (f.params = {gap: 4}), /expected params as a list/],
  ])('with %s is told so', (_, name, change, message) => {
    expect(broken(name, change).join('\n')).toMatch(message);
  });

  test('with several faults hears of all of them at once', () => {
    const file = {...FILES['flows'], data: {name: 'flow'}, usermeta: {fit: 'bar', layouts: {}}};
    expect(checkChartFile(file, labels).join('\n')).toMatch(/fit as one of[^]*layouts\.wide[^]*"flow"/);
  });

  test('that Vega has doubts about is not drawn', async () => {
    const file = structuredClone(FILES['flows']);
    file.layer[1].encoding.shape = {field: 'tone', type: 'nominal'};
    await expect(drawChart('flows', file, context('03'))).rejects.toThrow(/Chart "flows": .*shape/);
  });

  test('may read what its transforms make, under the names that Vega gives', () => {
    const more = [
      {fold: ['net', 'code']},
      {joinaggregate: [{op: 'sum', field: 'net', as: 'all'}], groupby: ['tone']},
      {bin: true, field: 'net', as: 'bin'},
      {calculate: 'datum.key + datum.value + datum.all + datum.bin_end', as: 'sum'},
      {window: [{op: 'row_number', as: 'row'}], sort: [{field: 'sum'}]},
    ];
    expect(broken('flows', file => file.transform.push(...more))).toEqual([]);
    const sums = {type: 'aggregate', groupby: ['code'], ops: ['sum'], fields: ['net']};
    const data = {name: 'mine', source: 'ends', transform: [sums, {type: 'filter', expr: 'datum.sum_net'}]};
    expect(broken('chord', file => file.data.push(data))).toEqual([]);
  });

  test.each<[string, string, (file: any) => void, RegExp]>([
    ['a syntax error', 'flows', f => (f.transform[0].calculate = 'datum.net >'), /"flows": cannot be drawn/],
    ['an unknown signal', 'flows', f => (f.transform[0].calculate = 'datum.net * zoom'), /drawn: .*"zoom"/],
    [
      'a syntax error in Vega',
      'chord',
      f => (chordData(f, 'rim')[0].expr = 'pow('),
      /cannot be drawn: .*pow\(/,
    ],
    ['a structure that is none', 'totals', file => (file.layer = {}), /"totals": cannot be drawn/],
  ])(
    'with %s, which only Vega can tell, is a broken chart and no fault of ours',
    async (_, name, change, words) => {
      const file = structuredClone(FILES[name]);
      change(file);
      const error = await drawChart(name, file, context('03')).catch(error => error);
      expect(error).toBeInstanceOf(ReportError);
      expect(error.issues.map(({code}: {code: string}) => code)).toEqual(['chart-broken']);
      expect(error.message).toMatch(words);
    },
  );

  test('that is no object is told what to be', () => {
    for (const file of [null, 7, 'text', []]) expect(checkChartFile(file, labels)).not.toEqual([]);
  });
});

describe('a theme', () => {
  const plain = json('templates/themes/plain.json');
  const changed = (change: (file: any) => void) => () => {
    const file = structuredClone(plain);
    change(file);
    return parseTheme('mine', file);
  };

  test('names every fault at once', () => {
    expect(changed(f => delete f.colours.gain)).toThrow(
      /Theme "mine"[^]*colours\.gain\.light: expected #RRGGBB/,
    );
    expect(changed(f => (f.colours.gian = {}))).toThrow(
      /colours\.gian: unknown colour; a theme has background/,
    );
    expect(changed(f => (f.colours.ink.dark = 'red'))).toThrow(/colours\.ink\.dark: .* saw "red"/);
    expect(changed(f => (f.fonts.bold = ''))).toThrow(/fonts\.bold/);
    expect(changed(f => (f.fonts.fallback = 'Arial'))).toThrow(/fonts\.fallback: .* saw "Arial"/);
    expect(changed(f => (f.colours.loss.light = f.colours.gain.light))).toThrow(
      /loss: same light colour as link/,
    );
  });

  test('quotes the families that need it', () => {
    const fonts = {...theme.fonts, family: 'Source Sans 3', fallback: ['Arial', 'sans-serif']};
    expect(fontStack(fonts)).toBe('"Source Sans 3", Arial, sans-serif');
  });

  test.each(['light', 'dark'] as const)('has enough contrast, %s', mode => {
    const ratio = (a: keyof typeof theme.colours, b: keyof typeof theme.colours) =>
      contrast(theme.colours[a][mode], theme.colours[b][mode]);
    for (const name of ['ink', 'ink2', 'link'] as const)
      expect(ratio(name, 'background')).toBeGreaterThan(4.5);
    for (const name of ['gain', 'loss'] as const) expect(ratio(name, 'background')).toBeGreaterThan(3);
    for (const n of [1, 2, 8, 9] as const) expect(ratio('inverse', `heat${n}`)).toBeGreaterThan(4.5);
    for (const n of [3, 4, 5, 6, 7] as const) expect(ratio('ink', `heat${n}`)).toBeGreaterThan(4.5);
  });
});

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

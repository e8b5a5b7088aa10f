/**
 * The texts in the charts of a finished report: names and numbers in the order of drawing. What a chart draws is
 * known by its name; of a chart that is not known here, each number must at least be one of the table's.
 */
import {type Flow, othersThan} from './figures.ts';
import type {Lore} from './lore.ts';
import {anyOf, escaped, filled, inDigits, inSigned, shaped} from './printing.ts';
import {unbroken} from './phrase.ts';
import type {Passage} from './reading.ts';
import type {Wrong} from './tables.ts';

/** Checks one layout of a chart in the report on the county `me`. `caption` is where what is missing is told of. */
export function pictureProblems(
  lore: Lore,
  me: number,
  name: string,
  texts: readonly Passage[],
  caption: Passage,
): readonly Wrong[] {
  if (name === 'flows' || name === 'totals') return barProblems(lore, barsOf(lore, me, name), texts, caption);
  if (name === 'heatmap') return heatProblems(lore, texts, caption);
  if (name === 'chord') return chordProblems(lore, me, texts, caption);
  return strangers(lore, texts);
}

const isNumber = ({text}: Passage) => /\d/.test(text);

/** All bars, the largest gain first, equals in the order of the table. */
function barsOf({world}: Lore, me: number, name: 'flows' | 'totals'): readonly Flow[] {
  const bars =
    name === 'flows'
      ? othersThan(world, me).map(county => ({county, amount: world.net[me]![county]!}))
      : world.totals.map((amount, county) => ({county, amount}));
  return bars.toSorted((a, b) => b.amount - a.amount || a.county - b.county);
}

/** First the names, from the top, then the numbers beside them. */
function barProblems(
  lore: Lore,
  bars: readonly Flow[],
  texts: readonly Passage[],
  caption: Passage,
): readonly Wrong[] {
  const numbers = bars.map(({amount}) => inSigned(lore.tongue.labels, amount));
  return [
    ...inOrder(
      texts.filter(text => !isNumber(text)),
      bars.map(({county}) => formsOf(lore, county)),
      caption,
    ),
    ...inOrder(
      texts.filter(isNumber),
      numbers.map(number => [number]),
      caption,
    ),
  ];
}

/** The class bounds of the legend, then every figure row by row, then the names of rows and of columns. */
function heatProblems(lore: Lore, texts: readonly Passage[], caption: Passage): readonly Wrong[] {
  const {world, tongue} = lore;
  const isLegend = legendOf(lore);
  const legend = texts.filter(({text}) => isLegend.test(unbroken(text)));
  const numbers = texts.filter(text => isNumber(text) && !legend.includes(text));
  const nought = numbers[0]?.text === '0' ? numbers.slice(0, 1) : [];
  const cells = world.net.flatMap((row, a) => row.filter((_, b) => b !== a));
  const names = world.keys.map((_, county) => formsOf(lore, county));
  return [
    ...legendProblems(lore, legend),
    ...inOrder(
      numbers.slice(nought.length),
      cells.map(value => [inDigits(tongue.labels, value)]),
      caption,
    ),
    ...inOrder(
      texts.filter(text => !isNumber(text) && text.text.length > 1),
      [...names, ...names],
      caption,
    ),
  ];
}

/** "over 500", "101 to 500" */
function legendOf({tongue: {labels}}: Lore): RegExp {
  const each = String.raw`\d[\d ,.]*`;
  const digits = {number: each, low: each, high: each};
  return new RegExp(
    `^(?:${shaped(labels.charts['over']!, digits)}|${shaped(labels.charts['fromTo']!, digits)})$`,
    'u',
  );
}

/** The classes begin at one and leave no number out: each begins where the one below it ends. */
function legendProblems({tongue: {labels}}: Lore, legend: readonly Passage[]): readonly Wrong[] {
  const bounds = legend
    .map(({text}) => text.match(/\d[\d\s,.]*(?<=\d)/g)?.map(each => Number(each.replace(/\D/g, ''))) ?? [])
    .toReversed();
  const wrong = bounds.findIndex(([low, high], at) => {
    const below = bounds[at - 1]?.at(-1) ?? 0;
    return high === undefined ? low !== below : low !== below + 1 || high <= low;
  });
  const again = bounds.every(
    (each, at) => unbroken(legend[legend.length - 1 - at]!.text) === unbroken(boundText(labels, each)),
  );
  if (wrong < 0 && again) return [];
  return [
    {
      words: legend[0]!,
      problem: `The classes of the legend do not follow on each other: ${legend.map(({text}) => text).join(', ')}`,
    },
  ];
}

const boundText = (labels: Lore['tongue']['labels'], [low = 0, high]: readonly number[]): string =>
  high === undefined
    ? filled(labels.charts['over']!, {number: inDigits(labels, low)})
    : filled(labels.charts['fromTo']!, {low: inDigits(labels, low), high: inDigits(labels, high)});

/** Between a name and its number on the ring. */
const BLANK = '\u2002';

/** Names around the ring, each with its net against the county, or the county's total; then the legend. */
function chordProblems(
  lore: Lore,
  me: number,
  texts: readonly Passage[],
  caption: Passage,
): readonly Wrong[] {
  const {world, tongue, table} = lore;
  const legend = ['gain', 'loss', 'other'].map(key =>
    filled(tongue.labels.charts[key]!, {
      county: table.counties[me]!.name,
      units: tongue.labels.units[table.title.unit]['other']!,
    }),
  );
  const wanted = world.keys.map((_, county) => {
    const value = county === me ? world.totals[me]! : world.net[me]![county]!;
    const number = inSigned(tongue.labels, value);
    return formsOf(lore, county).flatMap(name => [
      name,
      `${name}${BLANK}${number}`,
      `${number}${BLANK}${name}`,
    ]);
  });
  return inOrder(texts, [...wanted, ...legend.map(each => [each])], caption);
}

/** Texts against the forms that each may have. */
function inOrder(
  texts: readonly Passage[],
  wanted: readonly (readonly string[])[],
  caption: Passage,
): readonly Wrong[] {
  const off = texts.flatMap((words, at) =>
    wanted[at]?.some(form => form === words.text || unbroken(form) === unbroken(words.text))
      ? []
      : [{words, problem: `In the chart stands “${words.text}” where it must be ${options(wanted[at])}`}],
  );
  if (texts.length === wanted.length) return off.slice(0, 3);
  return [
    {
      words: caption,
      problem: `The chart has ${texts.length} texts of this kind; it must have ${wanted.length}`,
    },
    ...off.slice(0, 3),
  ];
}

const options = (forms: readonly string[] | undefined) => (forms ? `“${forms[0]}”` : 'nothing');

/** The forms of a county's name that charts use. */
const formsOf = ({table}: Lore, county: number): readonly string[] => {
  const {label, name, short} = table.counties[county]!;
  return [label, name, short];
};

/** Numbers that are no figure, total or code of the table. */
function strangers(lore: Lore, texts: readonly Passage[]): readonly Wrong[] {
  const {world, tongue, table} = lore;
  const known = new Set(
    [...world.net.flat(), ...world.totals].flatMap(value => [
      inDigits(tongue.labels, value),
      inSigned(tongue.labels, value),
    ]),
  );
  const names = new RegExp(
    anyOf(table.counties.flatMap(({code, label}) => [label, ...(code ? [code] : [])])) || '(?!)',
    'gu',
  );
  const {thousands, minus} = tongue.labels.number;
  const number = new RegExp(String.raw`[+${escaped(minus)}]?\d+(?:${escaped(thousands)}\d+)*`, 'gu');
  return texts.flatMap(words =>
    [...words.text.replace(names, '').matchAll(number)]
      .filter(([found]) => !known.has(found))
      .map(([found]) => ({
        words,
        problem: `In the chart stands “${found}”, which is no figure of the table`,
      })),
  );
}

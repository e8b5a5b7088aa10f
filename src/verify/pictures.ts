/**
 * The texts in the charts of a finished report: names and numbers in the order of drawing, by the name of the chart.
 * They must all be there and in order. What else a chart writes may have no number but those of a scale or a legend; a
 * chart that is not known here is its own affair.
 */
import type {Lore, Me} from './lore.ts';
import {filled, inDigits, inSigned, shaped} from './printing.ts';
import {unbroken} from './phrase.ts';
import type {Passage} from './reading.ts';
import {type Bar, flowsShown, ringShown, totalsShown} from './shown.ts';
import type {Wrong} from './tables.ts';

/** A text that must be drawn, in any of some forms. */
type Wanted = readonly string[];

/** Checks one layout of a chart in the report on `me`. `caption` is where what is missing is told of. */
export function pictureProblems(
  lore: Lore,
  me: Me,
  name: string,
  texts: readonly Passage[],
  caption: Passage,
): readonly Wrong[] {
  const wanted = WANTED[name]?.(lore, me);
  if (!wanted) return [];
  if (name !== 'heatmap') return inOrder(texts, wanted, caption, () => false);
  const classOf = classReader(lore);
  return [
    ...inOrder(texts, wanted, caption, text => text === '0' || classOf(text) !== null),
    ...legendProblems(texts, caption, classOf),
  ];
}

const WANTED: Readonly<Record<string, (lore: Lore, me: Me) => readonly Wanted[]>> = {
  flows: (lore, me) => bars(lore, flowsShown(lore, me)),
  totals: (lore, me) => bars(lore, totalsShown(lore, me)),
  heatmap,
  chord,
};

/** Bars in their order: all names, then all numbers. */
function bars({tongue}: Lore, shown: readonly Bar[]): readonly Wanted[] {
  return [
    ...shown.map(({forms}) => forms),
    ...shown.flatMap(({amount}) => (amount === null ? [] : [[inSigned(tongue.labels, amount)]])),
  ];
}

/** Every figure row by row, then the names of rows and of columns. */
function heatmap(lore: Lore): readonly Wanted[] {
  const {net} = lore.world;
  const names = net.map((_, county) => formsOf(lore, county));
  const cells = net.flatMap((row, a) => row.filter((_, b) => b !== a));
  return [...cells.map(value => [inDigits(lore.tongue.labels, value)]), ...names, ...names];
}

/** Between a name and its number on the ring. */
const BLANK = '\u2002';

/**
 * Names around the ring, each with its net against the county, or the county's total; then the legend. Where no county is
 * highlighted each has its own total, and there is nothing for a legend to explain.
 */
function chord(lore: Lore, me: Me): readonly Wanted[] {
  const {world, tongue, table} = lore;
  const {charts, units} = tongue.labels;
  const names = ringShown(lore, me).arcs.map(({key, forms, total, net}) => {
    const number = inSigned(tongue.labels, me === null || key === world.keys[me] ? total : net);
    return forms.flatMap(name => [name, `${name}${BLANK}${number}`, `${number}${BLANK}${name}`]);
  });
  if (me === null) return names;
  const words = {county: table.counties[me]!.name, units: units[table.title.unit]['other']!};
  return [...names, ...['gain', 'loss', 'other'].map(key => [filled(charts[key]!, words)])];
}

/** Each text that is wanted, after the one before it. */
function inOrder(
  texts: readonly Passage[],
  wanted: readonly Wanted[],
  caption: Passage,
  isLegend: (text: string) => boolean,
): readonly Wrong[] {
  const drawn = texts.map(({text}) => unbroken(text));
  const others = new Set(texts);
  let next = 0;
  for (const forms of wanted) {
    const is = (text: string) => forms.some(form => form === text || unbroken(form) === text);
    const at = drawn.findIndex((text, place) => place >= next && is(text));
    if (at < 0) {
      const stands = texts[next] ? `stands “${texts[next]?.text}” where it must be` : 'is missing';
      return [{words: texts[next] ?? caption, problem: `In the chart ${stands} “${forms[0]}”`}];
    }
    others.delete(texts[at]!);
    next = at + 1;
  }
  const numbers = [...others].filter(({text}) => /\d/.test(text) && !isLegend(unbroken(text)));
  if (isScale(numbers.map(({text}) => Number(text.replace('\u2212', '-').replace(/[^\d-]/g, ''))))) return [];
  return numbers.map(words => ({
    words,
    problem: `In the chart stands “${words.text}”, which is none of its numbers`,
  }));
}

/** The marks of an axis, at equal distances. */
function isScale(values: readonly number[]): boolean {
  const [first = 0, second = 0] = values;
  return values.length > 2 && values.every((value, at) => value === first + at * (second - first));
}

/** The forms of a county's name that charts use. */
function formsOf({table}: Lore, county: number): Wanted {
  const {label, name, short} = table.counties[county]!;
  return [label, name, short];
}

/** Reads a class of the legend, "101 to 500" or "over 500": its bounds; null where a text is none. */
function classReader({tongue: {labels}}: Lore): (text: string) => readonly number[] | null {
  const number = String.raw`(\d[\d ,.]*)`;
  const like = (pattern: string) =>
    new RegExp(`^${shaped(unbroken(pattern), {number, low: number, high: number})}$`, 'u');
  const patterns = [like(labels.charts['fromTo']!), like(labels.charts['over']!)];
  return text => {
    const found = patterns.map(each => each.exec(text)).find(Boolean);
    return found ? found.slice(1).map(bound => Number(bound.replace(/\D/g, ''))) : null;
  };
}

/** The classes of the legend leave no number out: each begins where the one below it ends, the first at one. */
function legendProblems(
  texts: readonly Passage[],
  caption: Passage,
  classOf: (text: string) => readonly number[] | null,
): readonly Wrong[] {
  const classes = texts.flatMap(words => {
    const bounds = classOf(unbroken(words.text));
    return bounds ? [{words, bounds}] : [];
  });
  const upward = classes.toReversed();
  const isBroken = upward.some(({bounds: [low = 0, high]}, at) => {
    const below = upward[at - 1]?.bounds.at(-1) ?? 0;
    return high === undefined ? low !== below : low !== below + 1 || high <= low;
  });
  if (classes.length && !isBroken) return [];
  const list = classes.map(({words}) => words.text).join(', ') || 'none';
  const problem = `The classes of the legend do not follow on each other: ${list}`;
  return [{words: classes[0]?.words ?? caption, problem}];
}

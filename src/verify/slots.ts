/**
 * What may stand in the slots of a phrase: every way of reading numbers, names and lists at a place of a
 * finished text. Whether it is right is not asked here.
 */
import type {SlotKind} from '../facts/catalogue.ts';
import type {Labels} from '../labels.ts';
import type {Lore} from './lore.ts';
import {unbroken, type Candidate, type ReadSlot, type Slot} from './phrase.ts';
import {anyOf, escaped, listed, shaped} from './printing.ts';
import {quoted} from './quoted.ts';

/** A county or region by place, and an amount as it is printed. */
type Amount = {readonly county: number; readonly printed: string};

/** What stands in a slot; `printed` of the slot has the words. */
export type Bound =
  | {readonly kind: 'number' | 'share' | 'words'}
  | {readonly kind: 'county'; readonly county: number}
  | {readonly kind: 'region'; readonly key: string}
  | {readonly kind: 'counties'; readonly counties: readonly number[]}
  | {readonly kind: 'regions'; readonly keys: readonly string[]}
  | {readonly kind: 'flows'; readonly flows: readonly Amount[]};

/** Whom a slot may name, and the labels of charts and tables by name. */
export type Reach = {readonly lore: Lore; readonly references: ReadonlyMap<string, string>};

/** Reads slots for one language and table. Patterns are made once. */
export function slotReader({lore, references}: Reach): ReadSlot {
  const {tongue, table, meanings} = lore;
  const shapes = shapesOf(lore);
  const kindOf = ({fact, variable}: Slot): SlotKind | null => {
    if (variable === null) return null;
    const own = fact === null ? undefined : meanings.slots(fact)[variable];
    return own ?? (variable === 'county' ? 'county' : 'number');
  };
  return (slot, text, at) => {
    const {call} = slot;
    const words = call?.args.flatMap(arg => ('text' in arg ? [arg.text] : [])) ?? [];
    const kind = kindOf(slot);
    if (call?.name === 'see') return literal(references.get(words[0]!) ?? '', text, at);
    if (call?.name === 'unit') return literal(tongue.labels.units[table.title.unit][words[0]!]!, text, at);
    if (call?.name === 'plural') return oneOf(Object.values(call.named), text, at);
    if (call?.name === 'units') {
      const {one, other} = tongue.labels.units[table.title.unit];
      return oneOf([one!, other!], text, at);
    }
    if (kind === 'flows' && call?.name !== 'named') return directed(lore, shapes, words[0] ?? '', text, at);
    if (kind === 'names' || kind === 'text' || kind === 'date' || kind === 'link')
      return literal(quoted(lore, slot.fact ?? '', slot.variable ?? ''), text, at);
    const isLabel = call?.name === 'label';
    return kind ? shapes[isLabel ? 'label' : kind](text, at) : 'a slot';
  };
}

type Shape = (text: string, at: number) => readonly Candidate[] | string;

type Shapes = Readonly<
  Record<'number' | 'share' | 'county' | 'label' | 'region' | 'counties' | 'regions' | 'flows', Shape>
>;

/** The kinds of slots that a text is read for, whatever it names. */
function shapesOf(lore: Lore): Shapes & Readonly<Record<SlotKind, Shape>> {
  const {table, tongue} = lore;
  const {labels, tag} = tongue;
  const counties = table.counties.map(({name}) => unbroken(name));
  const regions = table.regions.map(({names}) => unbroken(names[tag] ?? Object.values(names)[0] ?? ''));
  const number = numberPattern(labels);
  const none: Shape = () => 'words';
  return {
    number: pattern(number, 'a number', () => ({kind: 'number'})),
    share: pattern(sharePattern(labels), 'a share', () => ({kind: 'share'})),
    county: named(counties, 'a county', county => ({kind: 'county', county})),
    label: named(
      table.counties.map(({label}) => unbroken(label)),
      'a county',
      county => ({kind: 'county', county}),
    ),
    region: named(regions, 'a region', region => ({
      kind: 'region',
      key: table.regions[region]!.key,
    })),
    counties: list(labels, anyOf(counties), 'counties', items => ({
      kind: 'counties',
      counties: items.map(item => counties.indexOf(item)),
    })),
    regions: explained(lore, regions, counties),
    flows: list(labels, String.raw`(?:${anyOf(counties)}) \(${number}\)`, 'counties with amounts', items => ({
      kind: 'flows',
      flows: items.map(item => {
        const cut = item.lastIndexOf(' (');
        return {county: counties.indexOf(item.slice(0, cut)), printed: item.slice(cut + 2, -1)};
      }),
    })),
    names: none,
    text: none,
    date: none,
    link: none,
  };
}

/** Digits with their signs, or any word that stands for a number. */
function numberPattern(labels: Labels): string {
  const {thousands, minus} = labels.number;
  const words = [labels.counts, Object.values(labels.ones), labels.ordinals, labels.times].flat();
  const grouped = String.raw`\d{1,3}(?:${escaped(unbroken(thousands))}\d{3})+(?!\d)`;
  const digits = String.raw`[+${escaped(minus)}-]?(?:${grouped}|\d+)`;
  return String.raw`(?:${digits}|${anyOf(words)})(?![\p{L}\p{N}])`;
}

function sharePattern(labels: Labels): string {
  const percent = shaped(unbroken(labels.percent), {number: String.raw`\d+`});
  const word = `(?:${anyOf(Object.values(labels.shares).map(unbroken))})`;
  return `(?:${shaped(unbroken(labels.shareWithWord), {word, percent})}|${percent}|${word})`;
}

/** One way of reading, or none. */
function pattern(source: string, expected: string, bound: (words: string) => Candidate['bound']): Shape {
  const regex = new RegExp(source, 'uy');
  return (text, at) => {
    regex.lastIndex = at;
    const found = regex.exec(text);
    return found ? [{end: at + found[0].length, bound: bound(found[0])}] : expected;
  };
}

/** A name may be the beginning of another: the longest first, but each. */
function named(names: readonly string[], expected: string, bound: (at: number) => Candidate['bound']): Shape {
  const order = names.map((name, place) => ({name, place})).toSorted((a, b) => b.name.length - a.name.length);
  return (text, at) => {
    const found = order.filter(({name}) => name !== '' && text.startsWith(name, at));
    return found.length
      ? found.map(({name, place}) => ({end: at + name.length, bound: bound(place)}))
      : expected;
  };
}

/** A list in words: of one, or "a, b and c". Every length is a way of reading, the longest first. */
function list(
  {and}: Labels,
  item: string,
  expected: string,
  bound: (items: readonly string[]) => Candidate['bound'],
): Shape {
  const first = new RegExp(`(?:${item})`, 'uy');
  const more = new RegExp(`(, | ${escaped(and)} )((?:${item}))`, 'uy');
  return (text, at) => {
    first.lastIndex = at;
    const head = first.exec(text)?.[0];
    if (head === undefined) return expected;
    const items = [head];
    const found: Candidate[] = [{end: at + head.length, bound: bound(items)}];
    more.lastIndex = at + head.length;
    for (let next = more.exec(text); next; next = more.exec(text)) {
      items.push(next[2]!);
      const isLast = next[1] !== ', ';
      if (isLast) found.unshift({end: more.lastIndex, bound: bound([...items])});
      if (isLast) break;
    }
    return found;
  };
}

/** "540 from Hordaland and 523 from Nordland"; equal amounts once, "89 each from Oslo and Finnmark". */
function directed(
  lore: Lore,
  shapes: Shapes,
  word: string,
  text: string,
  at: number,
): readonly Candidate[] | string {
  const {labels} = lore.tongue;
  const flows: Amount[] = [];
  for (let place = at; ; ) {
    const amount = shapes.number(text, place);
    if (typeof amount === 'string') return amount;
    const printed = text.slice(place, amount[0]!.end);
    const each = [labels.each, '{amount}']
      .map(form => `${form.replace('{amount}', () => printed)} ${word} `)
      .find(form => text.startsWith(form, place));
    if (each === undefined) return `“${word}”`;
    const names = shapes.counties(text, place + each.length);
    if (typeof names === 'string') return names;
    const {end, bound} = names[0]!;
    const found = bound.kind === 'counties' ? bound.counties : [];
    flows.push(...found.map(county => ({county, printed})));
    const joint = [', ', ` ${labels.and} `].find(each => text.startsWith(each, end));
    if (joint === undefined || !/^[\d+]/.test(text.slice(end + joint.length)))
      return [{end, bound: {kind: 'flows', flows}}];
    place = end + joint.length;
  }
}

/** "Western Norway (Hordaland, Sogn og Fjordane and Møre og Romsdal); Trøndelag (…)" */
function explained({table, tongue}: Lore, names: readonly string[], counties: readonly string[]): Shape {
  const items = table.regions.map(({members}, at) => {
    const inside = members.map(member => counties[table.index.get(member)!]!);
    return `${names[at]} (${listed(tongue.labels, inside)})`;
  });
  return (text, at) => {
    const keys: string[] = [];
    for (let place = at; ; place += 2) {
      const item = items.findIndex(each => text.startsWith(each, place));
      if (item < 0) return 'a region with its counties';
      keys.push(table.regions[item]!.key);
      place += items[item]!.length;
      if (!text.startsWith('; ', place)) return [{end: place, bound: {kind: 'regions', keys}}];
    }
  };
}

function literal(words: string, text: string, at: number): readonly Candidate[] | string {
  const wanted = unbroken(words);
  return text.startsWith(wanted, at) ? [{end: at + wanted.length, bound: {kind: 'words'}}] : `“${words}”`;
}

function oneOf(words: readonly string[], text: string, at: number): readonly Candidate[] | string {
  const found = [...new Set(words)]
    .filter(word => text.startsWith(word, at))
    .toSorted((a, b) => b.length - a.length);
  if (found.length === 0) return words.map(word => `“${word}”`).join(' or ');
  return found.map(word => ({end: at + word.length, bound: {kind: 'words'}}));
}

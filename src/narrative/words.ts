/**
 * Slots -> inlines: how a language prints a number, a list, a name.
 */
import type {Inline, Inlines} from '../document.ts';
import type {Slot, SlotTypes} from '../facts/catalogue.ts';
import type {Flow} from '../facts/flows.ts';
import type {Quantity} from '../facts/quantity.ts';
import type {CountyName} from '../facts/tables.ts';
import {
  fill,
  formatCount,
  formatDate,
  formatNumber,
  formatSigned,
  joinList,
  nameIn,
  type Language,
} from '../language.ts';
import type {UnitKind} from '../labels.ts';
import type {FunctionName} from './vocabulary.ts';

/** What printing a slot needs beside it: the language, the anchors of numbers, and names by code. */
export type Speech = {
  readonly language: Language;
  /** The id of the cell or row that proves a number. */
  readonly anchor: (quantity: Quantity) => string | null;
  /** What the table is about: counties, regions ... */
  readonly unit: UnitKind;
  /** By key, the names of all counties; for the members of regions. */
  readonly names: ReadonlyMap<string, CountyName>;
};

export const text = (words: string): Inline => ({kind: 'text', text: words});

/** A slot as it stands in a sentence without a function. */
export function printSlot(speech: Speech, slot: Slot): Inlines {
  const {language} = speech;
  switch (slot.kind) {
    case 'number':
      return [number(speech, slot.value, plain(language, slot.value))];
    case 'county':
      return [text(slot.value.name)];
    case 'region':
      return [text(nameIn(slot.value.names, language))];
    case 'names':
      return [text(nameIn(slot.value, language))];
    case 'text':
      return [text(slot.value)];
    case 'date':
      return [text(formatDate(language, slot.value))];
    case 'link':
      return [{kind: 'link', href: slot.value.url, content: [text(slot.value.name)]}];
    default:
      throw new Error(`A slot of the kind ${slot.kind} needs a function`);
  }
}

/** A year has no thousands separator. */
const plain = (language: Language, {kind, value}: Quantity) =>
  kind === 'year' ? String(value) : formatNumber(language, value);

/** A number with its finished text. */
export function number({anchor}: Speech, quantity: Quantity, printed: string): Inline {
  return {kind: 'quantity', text: printed, quantity, target: anchor(quantity)};
}

/** A slot through a function. `words` are the texts among the arguments, `named` those with a name. */
export function callFunction(
  speech: Speech,
  name: FunctionName,
  slot: Slot,
  words: readonly string[],
  named: Readonly<Record<string, string>>,
): Inlines {
  switch (slot.kind) {
    case 'number':
      return numberFunction(speech, name, slot.value, words[0], named);
    case 'share':
      return share(speech, slot.value);
    case 'flows':
      return name === 'named'
        ? namedFlows(speech, slot.value)
        : directedFlows(speech, slot.value, words[0] ?? '');
    case 'counties':
      return joinList(
        speech.language,
        slot.value.map(({name: each}) => text(each)),
        text,
      );
    case 'regions':
      return regions(speech, slot.value);
    case 'county':
      return printedName(slot.value);
    default:
      throw new Error(`The function ${name} takes no ${slot.kind}`);
  }
}

/** The word for what the table is about, in a form. */
export const unitWord = ({language, unit}: Speech, form: string) => text(language.labels.units[unit][form]!);

function numberFunction(
  speech: Speech,
  name: FunctionName,
  quantity: Quantity,
  gender: string | undefined,
  {one = '', other = ''}: Readonly<Record<string, string>>,
): Inlines {
  const {language, unit} = speech;
  const {value} = quantity;
  const print = (printed: string | undefined) => [
    number(speech, quantity, printed ?? formatNumber(language, value)),
  ];
  switch (name) {
    case 'signed':
      return print(formatSigned(language, value));
    case 'count':
      return print(formatCount(language, value, language.labels.units[unit]['gender']));
    case 'countOf':
      return print(formatCount(language, value, gender));
    case 'ordinal':
      return print(language.labels.ordinals[value]);
    case 'times':
      return print(language.labels.times[value]);
    case 'plural':
      return [text(value === 1 ? one : other)];
    case 'units':
      return [unitWord(speech, value === 1 ? 'one' : 'other')];
    default:
      return print(plain(language, quantity));
  }
}

/** "more than half (53 per cent)", or "87 per cent". A share that rounds to nought or all has its word alone. */
function share(speech: Speech, {percent, word}: SlotTypes['share']): Inlines {
  const {labels} = speech.language;
  const named = word === null ? undefined : labels.shares[word];
  const isRoundedAway = percent.value === 0 || percent.value === 100;
  if (named !== undefined && isRoundedAway) return [number(speech, percent, named)];
  const digits = number(speech, percent, formatNumber(speech.language, percent.value));
  const pattern =
    named === undefined ? labels.percent : fillWords(labels.shareWithWord, named, labels.percent);
  const [before = '', after = ''] = pattern.split('{number}');
  return [text(before), digits, text(after)].filter(inline => inline.kind !== 'text' || inline.text !== '');
}

const fillWords = (pattern: string, word: string, percent: string) => fill(pattern, {word, percent});

/** "540 from Hordaland", equal amounts once: "89 each from Oslo and Finnmark". */
function directedFlows(speech: Speech, list: readonly Flow[], word: string): Inlines {
  const {language} = speech;
  const items = groups(list).map(group => {
    const amount = printAmount(speech, group[0]!);
    const names = joinList(
      language,
      group.map(({county}) => text(county.name)),
      text,
    );
    const [before = '', after = ''] = (group.length > 1 ? language.labels.each : '{amount}').split(
      '{amount}',
    );
    return [text(before), amount, text(`${after} ${word} `), ...names];
  });
  return joinList<Inlines>(language, items, words => [text(words)]).flat();
}

/** "Hordaland (540)" */
function namedFlows(speech: Speech, list: readonly Flow[]): Inlines {
  const items = list.map(flow => [text(`${flow.county.name} (`), printAmount(speech, flow), text(')')]);
  return joinList<Inlines>(speech.language, items, words => [text(words)]).flat();
}

const printAmount = (speech: Speech, {amount}: Flow) =>
  number(speech, amount, formatNumber(speech.language, amount.value));

/** Runs of equal amounts. */
function groups(list: readonly Flow[]): readonly (readonly Flow[])[] {
  const starts = list.filter((flow, index) => flow.amount.value !== list[index - 1]?.amount.value);
  return starts.map(start => list.filter(flow => flow.amount.value === start.amount.value));
}

/** Each region with its counties: the names say less than they seem. */
function regions({language, names}: Speech, list: SlotTypes['regions']): Inlines {
  return list.flatMap((region, index) => {
    const members = region.members.map(code => text(names.get(code)?.name ?? code));
    const before = `${index ? '; ' : ''}${nameIn(region.names, language)} (`;
    return [text(before), ...joinList(language, members, text), text(')')];
  });
}

/** "Finnmark Finnmárku", the Sami part marked as such. */
export function printedName({label, sami}: CountyName): Inlines {
  const at = sami ? label.indexOf(sami.name) : -1;
  if (!sami || at < 0) return [text(label)];
  const span: Inline = {kind: 'span', lang: sami.lang, content: [text(sami.name)]};
  return [text(label.slice(0, at)), span, text(label.slice(at + sami.name.length))].filter(
    inline => inline.kind !== 'text' || inline.text !== '',
  );
}

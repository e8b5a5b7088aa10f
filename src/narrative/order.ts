/**
 * The order of quantities and claims in each sentence: what is right or wrong as a whole. Two numbers that
 * changed places are each still true, and so are the words around them.
 */
import type {SlotKind} from '../facts/catalogue.ts';
import type {Where} from '../issues.ts';
import {flat, type Known} from './check.ts';
import type {Law} from './lint.ts';
import {type Sense, senses} from './lint-words.ts';
import type {Finder} from './phrases.ts';
import {type Forms, sayPlain} from './reading.ts';
import {type Figure, type Sentence, sentencesOf} from './sentence.ts';
import type {Call, Part, Phrase} from './template.ts';
import type {FunctionName} from './vocabulary.ts';

/** The order of one sentence. */
export type Order = {
  /** The id of its fact; outside facts what it belongs to and which of several: "chart chord alt". */
  readonly key: string;
  /** Functions with their variables, and claims: "unit(one) gain count($partners) $sum". */
  readonly order: string;
  /** The variables whose numbers it prints, and the claims that its words make. */
  readonly numbers: readonly string[];
  readonly says: readonly string[];
  readonly isFact: boolean;
  readonly where: Where;
  /** The lines on which it depends: its own; outside facts those of all with its name, by which it is counted. */
  readonly lines: readonly number[];
};

/** The orders of a whole template. */
export function templateOrders(
  parts: readonly Part[],
  {lexicon, units}: Law,
  {facts, variables}: Known,
): readonly Order[] {
  const [forms = {}] = Object.values(units);
  const isNumber = (name: string, fact: string | null) => {
    const slots = fact !== null && Object.hasOwn(facts, fact) ? facts[fact]!.slots : {};
    return NUMBERS.includes((Object.hasOwn(slots, name) ? slots : variables)[name]!);
  };
  return ordersOf(parts, senses(lexicon), forms, isNumber);
}

/** What is printed with a number. */
const NUMBERS: readonly SlotKind[] = ['number', 'flows', 'share'];

/** The order in every sentence of a fact, and in every other text with a number, as they come. */
export function ordersOf(
  parts: readonly Part[],
  find: Finder<Sense>,
  forms: Forms,
  isNumber: (variable: string, fact: string | null) => boolean,
): readonly Order[] {
  const say = sayPlain({forms, ones: {}});
  const texts = flat(parts)
    .flatMap(textsOf)
    .flatMap(({name, tag, phrase}) =>
      sentencesOf(phrase, say).map(sentence => ({name, sentence, lines: [...tag, ...linesOf(sentence)]})),
    );
  const orders = texts.flatMap(({name, sentence}): readonly Order[] => {
    const {fact, where} = sentence;
    const numbers = variablesIn(sentence).filter(variable => isNumber(variable, fact));
    if (fact === null && numbers.length === 0) return [];
    const claims = claimsIn(sentence, find);
    const order = ordered(sentence, claims);
    const says = claims.flatMap(({text}) => text.split('+'));
    const namesakes = texts.filter(each => each.sentence.fact === null && each.name === name);
    const lines = fact === null ? namesakes.flatMap(each => each.lines) : linesOf(sentence);
    return [{key: fact ?? name, order, numbers, says, isFact: fact !== null, where, lines}];
  });
  return numbered(orders);
}

const linesOf = ({where, marks}: Sentence) => [where.line, ...marks.map(mark => mark.where.line)];

/** A text of a part by what it is, and the line of the tag that gives it its name, if there is one. */
type Text = {readonly name: string; readonly tag: readonly number[]; readonly phrase: Phrase};

function textsOf(part: Part): readonly Text[] {
  switch (part.kind) {
    case 'heading':
      return [{name: 'heading', tag: [], phrase: part.content}];
    case 'paragraph':
      return [{name: part.role === 'text' ? 'paragraph' : part.role, tag: [], phrase: part.content}];
    case 'list':
    case 'key-figures':
      return part.items.map(phrase => ({name: part.kind, tag: [], phrase}));
    case 'chart':
    case 'table': {
      const [name, tag] = [`${part.kind} ${part.name}`, [part.where.line]];
      return [
        {name: `${name} title`, tag, phrase: part.title},
        {name: `${name} alt`, tag, phrase: part.alt},
        ...part.notes.map(phrase => ({name: `${name} note`, tag, phrase})),
      ];
    }
    case 'landscape':
    case 'large':
      return [];
  }
}

/** Of several with one name, the second is "heading 2". */
function numbered(orders: readonly Order[]): readonly Order[] {
  return orders.map((order, index) => {
    const before = orders.slice(0, index).filter(({key}) => key === order.key).length;
    return order.isFact || before === 0 ? order : {...order, key: `${order.key} ${before + 1}`};
  });
}

type Step = {readonly at: number; readonly text: string};

const claimsIn = ({text}: Sentence, find: Finder<Sense>): readonly Step[] =>
  find(text).flatMap(({entry, spans}) =>
    entry.kind === 'claim' ? [{at: spans[0]![0], text: entry.claims.join('+')}] : [],
  );

function ordered({marks}: Sentence, claims: readonly Step[]): string {
  const figures = marks.flatMap(({at, figure}) => (figure ? [{at, text: printed(figure)}] : []));
  return [...claims, ...figures]
    .toSorted((a, b) => a.at - b.at)
    .map(({text}) => text)
    .join(' ');
}

/** As it stands in the template, without the words that it is given. */
function printed(figure: Figure): string {
  if (figure.kind === 'value') return `$${figure.name}`;
  const args = figure.args.map(arg => ('variable' in arg ? `$${arg.variable}` : arg.text));
  return `${figure.name}(${args.join(',')})`;
}

/** The variables that are printed, in order. */
function variablesIn({marks}: Sentence): readonly string[] {
  return marks.flatMap(({figure}) => {
    if (figure === null) return [];
    return figure.kind === 'value' ? [figure.name] : argumentsOf(figure);
  });
}

/** Functions that choose a word by a number and do not show it. */
const AGREEING: readonly FunctionName[] = ['plural', 'units'];

const argumentsOf = ({name, args}: Call) =>
  AGREEING.includes(name as FunctionName)
    ? []
    : args.flatMap(arg => ('variable' in arg ? [arg.variable] : []));

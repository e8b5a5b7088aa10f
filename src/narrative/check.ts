/**
 * A template held against what exists: facts and their slots, functions, charts, tables. Every error at once.
 */
import {isSafeHref} from '../document.ts';
import type {SlotKind} from '../facts/catalogue.ts';
import type {Issue, Where} from '../issues.ts';
import * as say from './complaints.ts';
import {type Told, toldIn} from './sentence.ts';
import {partsFor} from './sized.ts';
import type {Call, Part, Phrase, Piece, Template} from './template.ts';
import {FUNCTIONS, functionsFor, type FunctionName, PRINTABLE} from './vocabulary.ts';

/** What a template may speak of. */
export type Known = {
  /**
   * By fact id, the kinds of its slots, the chart or table without which it needs no sentence, and whether it is told of
   * large tables alone.
   */
  readonly facts: Readonly<Record<string, KnownFact>>;
  /** Variables that stand everywhere. */
  readonly variables: Readonly<Record<string, SlotKind>>;
  readonly charts: readonly string[];
  readonly tables: readonly string[];
  /** The forms that the labels have of the words for counties, regions ... */
  readonly forms: readonly string[];
};

type KnownFact = {
  readonly slots: Readonly<Record<string, SlotKind>>;
  readonly beside: string | null;
  readonly ofLarge?: true;
};

/** The slots in reach, the fact whose sentence this is, and the charts and tables that the template places. */
type Scope = {
  readonly variables: Readonly<Record<string, SlotKind>>;
  readonly fact: string | null;
  readonly placed: readonly string[];
  readonly forms: readonly string[];
};

/** Everything that is wrong with a template, in reading order; facts without a sentence come last. */
export function checkTemplate(file: string, {parts, issues}: Template, known: Known): readonly Issue[] {
  if (parts.length === 0 && issues.length) return issues;
  const placed = flat(parts).flatMap(part => ('name' in part ? [part.name] : []));
  const scope = {variables: known.variables, fact: null, placed, forms: known.forms};
  const phrases = phrasesOf(parts);
  const start = {file, line: 1, column: 1};
  return inReadingOrder([
    ...issues,
    ...titleIssues(parts, start),
    ...flat(parts).flatMap(part => partIssues(part, known)),
    ...phrases.flatMap(phrase => phraseIssues(phrase, scope, known)),
    ...eachSize(parts, placedTwice),
    ...eachSize(parts, sized => repeated(phrasesOf(sized).flatMap(toldIn))),
    ...eachSize(parts, (sized, isLarge) => untold(sized, known, isLarge, start)),
  ]);
}

/** Issues as a reader meets them; facts without a sentence come last. */
export const inReadingOrder = (issues: readonly Issue[]) =>
  issues.toSorted((a, b) => rank(a) - rank(b) || column(a) - column(b));
const rank = (issue: Issue) => (issue.code === 'untold-fact' ? Infinity : (issue.where?.line ?? 0));
const column = (issue: Issue) => issue.where?.column ?? 0;

/** All parts, those inside landscape pages and those for large tables too. */
export function flat(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap(part =>
    part.kind === 'landscape' || part.kind === 'large' ? flat(part.parts) : [part],
  );
}

/** All texts of a template, in reading order. */
export function phrasesOf(parts: readonly Part[]): readonly Phrase[] {
  return flat(parts).flatMap((part): readonly Phrase[] => {
    switch (part.kind) {
      case 'heading':
      case 'paragraph':
        return [part.content];
      case 'list':
      case 'key-figures':
        return part.items;
      case 'chart':
      case 'table':
        return [part.title, part.alt, ...part.notes];
      case 'landscape':
      case 'large':
        return [];
    }
  });
}

function titleIssues(parts: readonly Part[], start: Where): readonly Issue[] {
  const first = flat(parts)[0];
  return first?.kind === 'heading' && first.level === 1 ? [] : [say.noTitle(start)];
}

/** Of what the reports of large tables and of others have each, every issue once. */
function eachSize(
  parts: readonly Part[],
  find: (parts: readonly Part[], isLarge: boolean) => readonly Issue[],
): readonly Issue[] {
  const issues = [false, true].flatMap(isLarge => find(partsFor(parts, isLarge), isLarge));
  return [...new Map(issues.map(issue => [JSON.stringify(issue), issue])).values()];
}

/** A chart or table has one place, for others refer to it. */
function placedTwice(parts: readonly Part[]): readonly Issue[] {
  const placed = flat(parts).flatMap(part => ('name' in part ? [part] : []));
  return placed
    .filter((part, index) => placed.findIndex(other => other.name === part.name) < index)
    .map(part => say.placedTwice(part.where, part.name));
}

function partIssues(part: Part, known: Known): readonly Issue[] {
  if (part.kind === 'heading' && part.level > 3) return [say.deepHeading(part.where)];
  if (part.kind === 'key-figures') {
    const bare = part.items.some(item => !item.some(piece => piece.kind === 'strong'));
    return bare ? [say.noValue(part.where)] : [];
  }
  if (part.kind === 'chart') {
    const unknown = known.charts.includes(part.name)
      ? []
      : [say.unknownChart(part.where, part.name, known.charts)];
    return part.alt.length ? unknown : [...unknown, say.noAlt(part.where, part.name)];
  }
  if (part.kind !== 'table' || known.tables.includes(part.name)) return [];
  return [say.unknownTable(part.where, part.name, known.tables)];
}

function phraseIssues(phrase: Phrase, scope: Scope, known: Known): readonly Issue[] {
  return phrase.flatMap(piece => pieceIssues(piece, scope, known));
}

function pieceIssues(piece: Piece, scope: Scope, known: Known): readonly Issue[] {
  switch (piece.kind) {
    case 'text':
      return textIssues(piece.text, piece.where);
    case 'value':
      return valueIssues(piece.name, piece.where, scope);
    case 'call':
      return callIssues(piece, scope);
    case 'told':
      return toldIssues(piece, scope, known);
    case 'link':
      return [...linkIssues(piece.href, piece.where), ...phraseIssues(piece.content, scope, known)];
    default:
      return phraseIssues(piece.content, scope, known);
  }
}

const linkIssues = (href: string, where: Where): readonly Issue[] =>
  isSafeHref(href) ? [] : [say.unsafeLink(where, href)];

/** What Markdoc passes through as text: HTML, tags that lost a brace, and numbers typed by hand. */
function textIssues(text: string, where: Where): readonly Issue[] {
  const html = /<\/?[a-z][^>]*>?/i.exec(text);
  const brace = /\{%?|%?\}|\$\w+/.exec(text);
  const digit = /\p{N}+/u.exec(text);
  return [
    ...(html ? [say.rawHtml(shifted(where, text, html.index), html[0])] : []),
    ...(brace
      ? [say.lostBrace(shifted(where, text, brace.index), text.slice(brace.index, brace.index + 20))]
      : []),
    ...(digit && !brace ? [say.typedDigit(shifted(where, text, digit.index), digit[0])] : []),
  ];
}

/** A text was located by its trimmed start. */
function shifted(where: Where, text: string, index: number): Where {
  const margin = text.length - text.trimStart().length;
  return {...where, column: where.column + Math.max(0, index - margin)};
}

function valueIssues(name: string, where: Where, scope: Scope): readonly Issue[] {
  const kind = kindOf(name, scope);
  if (!kind) return [say.unknownVariable(where, name, Object.keys(scope.variables))];
  return PRINTABLE.includes(kind) ? [] : [say.needsFunction(where, name, kind, functionsFor(kind))];
}

/** `in` would also find what every object inherits. */
const kindOf = (name: string, {variables}: Scope) =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;

function callIssues({name, args, named, where}: Call, scope: Scope): readonly Issue[] {
  if (!Object.hasOwn(FUNCTIONS, name)) return [say.unknownFunction(where, name, Object.keys(FUNCTIONS))];
  const signature: {args: readonly string[]; named?: readonly string[]} = FUNCTIONS[name as FunctionName];
  const wanted = signature.named ?? [];
  const words = [...args.flatMap(arg => ('text' in arg ? [arg.text] : [])), ...Object.values(named)];
  const given = Object.keys(named);
  const missing = wanted.filter(key => !given.includes(key));
  const surplus = given.filter(key => !wanted.includes(key));
  const count = args.length === signature.args.length ? [] : [`${args.length} arguments`];
  const expected = [...signature.args, ...wanted.map(key => `${key}="..."`)].join(', ');
  return [
    ...[...count, ...missing.map(key => `no ${key}`), ...surplus.map(key => `"${key}"`)].map(saw =>
      say.wrongArgument(where, name, saw, expected),
    ),
    ...args.flatMap((arg, index) => argumentIssues(name, arg, signature.args[index], where, scope)),
    ...words.flatMap(word => textIssues(word, where)),
    ...(name === 'see' ? seeIssues(words, where, scope) : []),
    ...(name === 'unit' ? formIssues(words, where, scope) : []),
  ];
}

function argumentIssues(
  name: string,
  arg: Call['args'][number],
  expected: string | undefined,
  where: Where,
  scope: Scope,
): readonly Issue[] {
  if (expected === undefined) return [];
  if ('text' in arg)
    return expected === 'words' ? [] : [say.wrongArgument(where, name, `"${arg.text}"`, expected)];
  const kind = kindOf(arg.variable, scope);
  if (!kind) return [say.unknownVariable(where, arg.variable, Object.keys(scope.variables))];
  return kind === expected ? [] : [say.wrongArgument(where, name, `$${arg.variable} (${kind})`, expected)];
}

const formIssues = (forms: readonly string[], where: Where, {forms: known}: Scope) =>
  forms.filter(form => !known.includes(form)).map(form => say.unknownForm(where, form, known));

const seeIssues = (names: readonly string[], where: Where, {placed}: Scope) =>
  names.filter(name => !placed.includes(name)).map(name => say.notPlaced(where, name, placed));

function toldIssues(piece: Piece & {kind: 'told'}, scope: Scope, known: Known): readonly Issue[] {
  const {id, content, where} = piece;
  const slots = Object.hasOwn(known.facts, id) ? known.facts[id]!.slots : undefined;
  if (!slots) return [say.unknownFact(where, id, Object.keys(known.facts))];
  if (scope.fact) return [say.nestedFact(where, id)];
  const used = namesIn(content);
  return [
    ...phraseIssues(content, {...scope, variables: {...scope.variables, ...slots}, fact: id}, known),
    ...Object.keys(slots)
      .filter(name => !used.includes(name))
      .map(name => say.unusedSlot(where, id, name)),
  ];
}

function namesIn(phrase: Phrase): readonly string[] {
  return phrase.flatMap((piece): readonly string[] => {
    if (piece.kind === 'value') return [piece.name];
    if (piece.kind === 'call') return piece.args.flatMap(arg => ('variable' in arg ? [arg.variable] : []));
    return 'content' in piece ? namesIn(piece.content) : [];
  });
}

const repeated = (told: readonly Told[]) =>
  told
    .filter(({id}, index) => told.findIndex(other => other.id === id) < index)
    .map(({id, where}) => say.repeatedFact(where, id));

/** Facts that may be told of a table, large or not, and have no sentence. */
function untold(parts: readonly Part[], {facts}: Known, isLarge: boolean, start: Where): readonly Issue[] {
  const ids = new Set(
    phrasesOf(parts)
      .flatMap(toldIn)
      .map(({id}) => id),
  );
  const placed = flat(parts).flatMap(part => ('name' in part ? [part.name] : []));
  return Object.entries(facts)
    .filter(([id, {beside, ofLarge}]) => {
      const isNeeded = (isLarge || !ofLarge) && (beside === null || placed.includes(beside));
      return isNeeded && !ids.has(id);
    })
    .map(([id]) => say.untoldFact(start, id));
}

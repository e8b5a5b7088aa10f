/**
 * Markdoc source -> a template: plain data, each piece with its place. What Markdoc lets through in silence
 * is an issue here; Markdoc's own node types do not leave this file.
 *
 * Why not `Markdoc.validate` and `transform`: errors inside a line carry no column (markdoc #357), a variable
 * inside a function call is not checked, nought counts as true, and a tree with errors is rendered all the
 * same.
 */
import Markdoc, {type Node} from '@markdoc/markdoc';
import {type Issue, placeAt, type Where} from '../issues.ts';
import * as say from './complaints.ts';
import {locator, type Locate} from './locate.ts';
import {isTag, TAGS} from './vocabulary.ts';

/** A piece of a sentence. `told` is there only when its fact is told. */
export type Piece =
  | {readonly kind: 'text'; readonly text: string; readonly where: Where}
  | {readonly kind: 'value'; readonly name: string; readonly where: Where}
  | Call
  | {readonly kind: 'strong' | 'emphasis'; readonly content: Phrase}
  | {readonly kind: 'link'; readonly href: string; readonly content: Phrase; readonly where: Where}
  | {readonly kind: 'told'; readonly id: string; readonly content: Phrase; readonly where: Where};

export type Phrase = readonly Piece[];

/** A function with its arguments in order (variables by name) and its named texts. */
export type Call = {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly ({readonly variable: string} | {readonly text: string})[];
  readonly named: Readonly<Record<string, string>>;
  readonly where: Where;
};

/** A block of the report. */
export type Part =
  | {readonly kind: 'heading'; readonly level: number; readonly content: Phrase; readonly where: Where}
  | {readonly kind: 'paragraph'; readonly role: 'byline' | 'text' | 'note'; readonly content: Phrase}
  | {readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Phrase[]}
  | {readonly kind: 'key-figures'; readonly items: readonly Phrase[]; readonly where: Where}
  | {
      readonly kind: 'chart' | 'table';
      readonly name: string;
      readonly title: Phrase;
      readonly alt: Phrase;
      readonly notes: readonly Phrase[];
      readonly where: Where;
    }
  | {readonly kind: 'landscape'; readonly parts: readonly Part[]}
  /** What takes the place of the part before it in reports of large tables; so many lines of the template. */
  | {readonly kind: 'large'; readonly parts: readonly Part[]; readonly lines: number; readonly where: Where};

export type Template = {readonly parts: readonly Part[]; readonly issues: readonly Issue[]};

type Reading = {readonly locate: Locate; readonly issues: Issue[]};

/** Reads a template; what cannot be read is left out and an issue. */
export function readTemplate(file: string, source: string): Template {
  const open = unclosed(file, source);
  if (open.length) return {parts: [], issues: open};
  const tokens = new Markdoc.Tokenizer({allowComments: true}).tokenize(source);
  const tree = Markdoc.parse(tokens);
  const reading: Reading = {locate: locator(file, source), issues: []};
  const broken = [...tree.walk()].flatMap(node => syntaxIssues(node, reading));
  // A tree with a syntax error has lost text: what else is wrong with it would only confuse.
  if (broken.length) return {parts: [], issues: broken};
  const parts = readParts(tree.children, reading);
  return {parts, issues: reading.issues};
}

/** Tags that lost a brace. Markdoc takes some for text and others for errors at places far away. */
function unclosed(file: string, source: string): readonly Issue[] {
  const text = source.replace(/<!--[^]*?-->/g, comment => comment.replace(/[^\n]/g, ' '));
  return [...text.matchAll(/\{%(?![^]*?%\})|\{%(?=(?:(?!%\})[^])*?\{%)/g)].map(({index}) => {
    const where = {file, ...placeAt(text, index)};
    return say.lostBrace(where, text.slice(index, index + 20).split('\n')[0]!);
  });
}

function syntaxIssues(node: Node, {locate}: Reading): readonly Issue[] {
  return node.errors.map(({message, location}) => {
    const start = location?.start ?? node.location?.start;
    const column = start?.character === undefined ? 1 : start.character + 1;
    const place = locate('', node.lines);
    return say.syntax({...place, line: (start?.line ?? 0) + 1, column}, message);
  });
}

const readParts = (nodes: readonly Node[], reading: Reading) =>
  nodes.flatMap(node => readPart(node, reading));

function readPart(node: Node, reading: Reading): readonly Part[] {
  const content = () => inlineOf(node, reading);
  switch (node.type) {
    case 'comment':
      return [];
    case 'heading': {
      const level = Number(node.attributes['level']);
      return [{kind: 'heading', level, content: content(), where: reading.locate('#', node.lines)}];
    }
    case 'paragraph': {
      const tags = blockTags(node);
      if (tags) return readParts(tags, reading);
      return [{kind: 'paragraph', role: 'text', content: content()}];
    }
    case 'list':
      return [{kind: 'list', ordered: Boolean(node.attributes['ordered']), items: itemsOf(node, reading)}];
    case 'tag':
      return readTag(node, reading);
    default:
      reading.issues.push(say.unknownBlock(reading.locate('', node.lines), node.type));
      return [];
  }
}

/** Block tags that open and close on one line arrive as the only content of a paragraph. */
function blockTags(paragraph: Node): readonly Node[] | null {
  const inline = (paragraph.children[0]?.children ?? []).filter(child => child.type !== 'softbreak');
  const isBlock = ({type, tag = ''}: Node) => type === 'tag' && isTag(tag) && TAGS[tag].place === 'block';
  return inline.length && inline.every(isBlock) ? inline : null;
}

const itemsOf = (list: Node, reading: Reading) => list.children.map(item => inlineOf(item, reading));

function readTag(node: Node, reading: Reading): readonly Part[] {
  const name = node.tag ?? '';
  const where = whereOfTag(name, node, reading);
  if (!isTag(name) || TAGS[name].place !== 'block') return complain(reading, strayTag(where, name));
  if (TAGS[name].takesName && typeof node.attributes['primary'] !== 'string') {
    return complain(reading, say.missingName(where, name));
  }
  switch (name) {
    case 'landscape':
      return [{kind: 'landscape', parts: readParts(node.children, reading)}];
    case 'large': {
      const lines = Math.max(...node.lines) - Math.min(...node.lines);
      return [{kind: 'large', parts: readParts(node.children, reading), lines, where}];
    }
    case 'key-figures':
      return keyFigures(node, where, reading);
    case 'chart':
    case 'data-table':
    case 'checks':
      return [captioned(node, where, reading)];
    default: {
      const role = name === 'byline' || name === 'note' ? name : 'text';
      return [{kind: 'paragraph', role, content: blockContent(node, reading)}];
    }
  }
}

/** A tag that there is not, or not here. */
const strayTag = (where: Where, name: string): Issue =>
  isTag(name) ? say.misplacedTag(where, name) : say.unknownTag(where, name, Object.keys(TAGS));

/** An opening tag: its name also stands in the closing one. */
function whereOfTag(name: string, node: Node, {locate}: Reading): Where {
  const where = locate(`% ${name}`, node.lines);
  return {...where, column: where.column + 2};
}

function complain(reading: Reading, issue: Issue): readonly never[] {
  reading.issues.push(issue);
  return [];
}

function keyFigures(node: Node, where: Where, reading: Reading): readonly Part[] {
  const [list, ...others] = node.children;
  if (list?.type !== 'list' || others.length) return complain(reading, say.noList(where));
  return [{kind: 'key-figures', items: itemsOf(list, reading), where}];
}

/** A chart or table: its title, and the `alt` and `note` tags inside it. */
function captioned(node: Node, where: Where, reading: Reading): Part {
  const inner = node.children.filter(child => child.type !== 'comment').flatMap(unwrapped);
  const isInner = ({type, tag}: Node) => type === 'tag' && (tag === 'alt' || tag === 'note');
  const phrases = (name: string) =>
    inner.filter(child => isInner(child) && child.tag === name).map(child => blockContent(child, reading));
  const title = inner.filter(child => !isInner(child));
  const stray = title.filter(child => child.type !== 'paragraph' && !isInline(child));
  reading.issues.push(...stray.map(child => say.unknownBlock(reading.locate('', child.lines), child.type)));
  return {
    kind: node.tag === 'chart' ? 'chart' : 'table',
    name: node.tag === 'checks' ? 'checks' : String(node.attributes['primary']),
    title: title.flatMap(child => (isInline(child) ? pieces([child], reading) : inlineOf(child, reading))),
    alt: phrases('alt').flat(),
    notes: phrases('note'),
    where,
  };
}

/** `{% alt %}...{% /alt %}` on one line arrives wrapped in a paragraph of its own. */
function unwrapped(node: Node): readonly Node[] {
  const inline = node.type === 'paragraph' ? (node.children[0]?.children ?? []) : [];
  const tags = inline.filter(child => child.type === 'tag' && (child.tag === 'alt' || child.tag === 'note'));
  const others = inline.filter(child => !tags.includes(child) && child.type !== 'softbreak');
  return tags.length && !others.length ? tags : [node];
}

/** The text of a tag, whether it stands on the tag's line or in paragraphs of its own. */
function blockContent(node: Node, reading: Reading): Phrase {
  const children = node.children.filter(child => child.type !== 'comment');
  if (children.every(isInline)) return pieces(children, reading);
  const space: Piece = {kind: 'text', text: ' ', where: reading.locate('', node.lines)};
  return children.flatMap((child, index) => [...(index ? [space] : []), ...inlineOf(child, reading)]);
}

const isInline = (node: Node) => node.inline && node.type !== 'inline';

/** The pieces in a paragraph, heading, item or tag. */
function inlineOf(node: Node, reading: Reading): Phrase {
  return node.children.flatMap(child => {
    if (child.type === 'inline') return pieces(child.children, reading);
    if (isInline(child)) return pieces([child], reading);
    if (child.type === 'paragraph') return inlineOf(child, reading);
    if (child.type === 'tag' && child.tag === 'tell') return pieces([child], reading);
    return complain(reading, say.unknownBlock(reading.locate('', child.lines), child.tag ?? child.type));
  });
}

const pieces = (nodes: readonly Node[], reading: Reading): Phrase =>
  nodes.flatMap(node => readPiece(node, reading));

function readPiece(node: Node, reading: Reading): Phrase {
  const content = () => pieces(node.children, reading);
  switch (node.type) {
    case 'text':
      return [readText(node, reading)];
    case 'softbreak':
      return [{kind: 'text', text: ' ', where: reading.locate('', node.lines)}];
    case 'inline':
      return content();
    case 'strong':
      return [{kind: 'strong', content: content()}];
    case 'em':
      return [{kind: 'emphasis', content: content()}];
    case 'link':
      return [readLink(node, reading)];
    case 'tag':
      return readTold(node, reading);
    case 'comment':
      return [];
    default:
      return complain(reading, say.unknownBlock(reading.locate('', node.lines), node.type));
  }
}

function readLink(node: Node, reading: Reading): Piece {
  const href = String(node.attributes['href']);
  return {
    kind: 'link',
    href,
    content: pieces(node.children, reading),
    where: reading.locate(href, node.lines),
  };
}

function readTold(node: Node, reading: Reading): Phrase {
  const name = node.tag ?? '';
  if (name !== 'tell') {
    return complain(reading, strayTag(whereOfTag(name, node, reading), name));
  }
  const id = node.attributes['primary'];
  const where = reading.locate(typeof id === 'string' ? id : 'tell', node.lines);
  if (typeof id !== 'string') return complain(reading, say.missingName(where, name));
  return [{kind: 'told', id, content: blockContent(node, reading), where}];
}

/** Text, or a variable or function, which Markdoc keeps as the content of a text node. */
function readText(node: Node, reading: Reading): Piece {
  const content: unknown = node.attributes['content'];
  if (typeof content === 'string') {
    return {kind: 'text', text: content, where: reading.locate(content.trim(), node.lines)};
  }
  if (Markdoc.Ast.isVariable(content)) {
    const name = content.path.join('.');
    return {kind: 'value', name, where: reading.locate(`$${name}`, node.lines)};
  }
  if (Markdoc.Ast.isFunction(content)) return readCall(content, node, reading);
  throw new Error(`Markdoc gave a text node ${JSON.stringify(content)}`);
}

type MarkdocFunction = {readonly name: string; readonly parameters: Readonly<Record<string, unknown>>};

function readCall({name, parameters}: MarkdocFunction, node: Node, reading: Reading): Call {
  const where = reading.locate(`${name}(`, node.lines);
  const entries = Object.entries(parameters);
  const position = (key: string) => /^\d+$/.test(key);
  return {
    kind: 'call',
    name,
    args: entries.filter(([key]) => position(key)).map(([, value]) => readArgument(value)),
    named: Object.fromEntries(
      entries.filter(([key]) => !position(key)).map(([key, value]) => [key, String(value)]),
    ),
    where,
  };
}

/** A call inside a call becomes a text that no function takes, so that the check reports it. */
function readArgument(value: unknown): {variable: string} | {text: string} {
  if (Markdoc.Ast.isVariable(value)) return {variable: value.path.join('.')};
  if (Markdoc.Ast.isFunction(value)) return {variable: `${value.name}(...)`};
  return {text: String(value)};
}

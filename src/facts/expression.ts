/**
 * The expressions that numbers come from, as text and as trees.
 *
 *     expression = term {("+" | "-") term}
 *     term       = "-" term | call
 *     call       = name "(" [argument {"," argument}] ")"
 *     argument   = expression | code | sign | region
 *
 * as in `net(03,12)`, `sum(+,03)`, `pct(net(02,03), sum(+,02))`, `total(03) - net(03,02)`. A code is a county
 * number and stays text ("08" is not 8); a sign is `+`, `-` or `0`; a region is its key in capitals.
 */

export type Expression =
  | {readonly kind: 'call'; readonly name: string; readonly args: readonly Argument[]}
  | {readonly kind: 'negative'; readonly of: Expression}
  | {readonly kind: 'sum'; readonly left: Expression; readonly right: Expression}
  | {readonly kind: 'difference'; readonly left: Expression; readonly right: Expression};

/** Codes, signs and region keys stand as text. */
export type Argument = Expression | string;

type Reader = {readonly tokens: readonly string[]; at: number; readonly source: string};

const TOKEN = /[a-z][A-Za-z]*|[A-Z]+|\d+|[-+(),]/g;

/**
 * Reads an expression.
 * @throws Error where the text is none: expressions are written by this code, so that is a fault of ours
 */
export function parse(source: string): Expression {
  const reader: Reader = {tokens: source.match(TOKEN) ?? [], at: 0, source};
  const read = expression(reader);
  if (reader.at < reader.tokens.length) fail(reader);
  return read;
}

/** The names of the county numbers that an expression mentions, in order of appearance. */
export function codesIn(read: Argument): readonly string[] {
  if (typeof read === 'string') return /^\d{2,}$/.test(read) ? [read] : [];
  if (read.kind === 'call') return read.args.flatMap(codesIn);
  if (read.kind === 'negative') return codesIn(read.of);
  return [...codesIn(read.left), ...codesIn(read.right)];
}

function expression(reader: Reader): Expression {
  let left = term(reader);
  while (peek(reader) === '+' || peek(reader) === '-') {
    const kind = next(reader) === '+' ? 'sum' : 'difference';
    left = {kind, left, right: term(reader)};
  }
  return left;
}

function term(reader: Reader): Expression {
  if (peek(reader) !== '-') return call(reader);
  next(reader);
  return {kind: 'negative', of: term(reader)};
}

function call(reader: Reader): Expression {
  const name = next(reader);
  if (!/^[a-z]/.test(name)) fail(reader);
  expect(reader, '(');
  const args: Argument[] = [];
  while (peek(reader) !== ')') {
    if (args.length) expect(reader, ',');
    args.push(argument(reader));
  }
  expect(reader, ')');
  return {kind: 'call', name, args};
}

/** A sign stands alone before a comma; a minus before anything else belongs to an expression. */
function argument(reader: Reader): Argument {
  const [first = '', second] = reader.tokens.slice(reader.at);
  const alone = second === ',' || second === ')';
  return alone && /^([-+]|\d+|[A-Z]+)$/.test(first) ? next(reader) : expression(reader);
}

const peek = (reader: Reader) => reader.tokens[reader.at];

const next = (reader: Reader) => reader.tokens[reader.at++] ?? fail(reader);

function expect(reader: Reader, token: string): void {
  if (next(reader) !== token) fail(reader);
}

function fail({source, at}: Reader): never {
  throw new Error(`Not an expression, at its token ${at}: ${source}`);
}

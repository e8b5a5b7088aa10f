/** What stands in a page, or in a chart that is a file of its own, and in no report: of each kind the first. */
import {fault, type Fault} from './faults.ts';
import type {Rule} from './html-rule.ts';
import {HIDING, kindOf, ruleOf, VALUES} from './html-rules.ts';
import {elementsIn, type Element, isElement, type Node} from './html-tree.ts';
import {firstLine} from './html-words.ts';

/** What no page has. */
export const pageFaults = (top: Element): readonly Fault[] =>
  firsts([
    ...faultsBelow(top, 'page'),
    ...doubleMeta(top),
    ...idFaults(top),
    ...namingFaults(top.children, null, new Set(all(top).flatMap(({attributes}) => attributes['id'] ?? []))),
    ...listFaults(top),
    ...layoutFaults(top),
  ]);

/** What no page of snippets has. */
export const embedFaults = (top: Element): readonly Fault[] =>
  firsts([...faultsBelow(top, 'embed page'), ...doubleMeta(top), ...idFaults(top)]);

/** What no snippet has. */
export const snippetFaults = (top: Element): readonly Fault[] => firsts(faultsBelow(top, 'embed-snippet'));

/** What no chart has that is a file of its own. */
export const chartFaults = (top: Element): readonly Fault[] => firsts(faultsBelow(top, 'svg file'));

function firsts(faults: readonly Fault[]): readonly Fault[] {
  const known = new Map<string, Fault>();
  for (const each of faults) if (!known.has(each.problem)) known.set(each.problem, each);
  return [...known.values()];
}

function faultsBelow(parent: Element, kind: string): readonly Fault[] {
  const rule = ruleOf(kind)!;
  const kinds = new Set<string>();
  return parent.children.flatMap(child => {
    if (!isElement(child)) return rule.hasWords ? [] : strayWords(parent, child);
    const own = kindOf(child, parent, kind);
    const isAgain = rule.once.has(own) && kinds.has(own);
    kinds.add(own);
    const twice = isAgain ? [fault(`${the(parent)} has more than one ${tag(child)}`, child.line)] : [];
    return [...twice, ...faultsOf(child, own, parent, rule)];
  });
}

/** A child that has no place is not looked into: what may stand in it nobody can tell. */
function faultsOf(element: Element, kind: string, parent: Element, {holds}: Rule): readonly Fault[] {
  const {line} = element;
  const rule = ruleOf(kind);
  if (!rule) return [fault(`No report has an element ${tag(element)}`, line)];
  if (!holds.has(kind)) return [fault(`No report has ${tag(element)} ${placeIn(parent)}`, line)];
  return [...attributeFaults(element, rule), ...classFaults(element, rule), ...faultsBelow(element, kind)];
}

function attributeFaults({name, attributes, line}: Element, {attributes: known}: Rule): readonly Fault[] {
  return Object.entries(attributes).flatMap(([attribute, value]) => {
    const isKnown = known.has(attribute) || (known.has('data-*') && attribute.startsWith('data-'));
    if (!isKnown) return [fault(`No report has an attribute ${attribute} on <${name}>`, line)];
    return (VALUES.get(`${name} ${attribute}`) ?? VALUES.get(attribute))?.test(value) === false
      ? [fault(`No report has ${attribute}="${value}" on <${name}>`, line)]
      : [];
  });
}

function classFaults({name, attributes, line}: Element, {classes}: Rule): readonly Fault[] {
  const own = (attributes['class'] ?? '').split(/\s+/).filter(Boolean);
  const strange = own.filter(each => (classes ? !classes.has(each) : HIDING.has(each)));
  return strange.map(each => fault(`No report has a class ${each} on <${name}>`, line));
}

/** Of what is said twice in the head, nobody knows which is read. */
function doubleMeta(top: Element): readonly Fault[] {
  const known = new Set<string>();
  return elementsIn([top], ({name}) => name === 'meta').flatMap(({attributes: {name}, line}) => {
    if (name === undefined) return [];
    if (known.has(name)) return [fault(`The page has more than one <meta name="${name}">`, line)];
    known.add(name);
    return [];
  });
}

/** Of two things with one id a link leads to the first, whichever was meant. */
function idFaults(top: Element): readonly Fault[] {
  const known = new Set<string>();
  const twice: Fault[] = [];
  for (const {attributes, line} of all(top)) {
    const {id} = attributes;
    if (id === undefined) continue;
    if (known.has(id)) twice.push(fault(`Two elements have the id ${id}`, line));
    known.add(id);
  }
  const lost = all(top).flatMap(element => {
    const id = pointsAt(element);
    return id === null || known.has(id)
      ? []
      : [fault(`${tag(element)} points at ${id}, which nothing has for an id`, element.line)];
  });
  return [...twice, ...lost];
}

const all = (top: Element): readonly Element[] => elementsIn([top], () => true);

function pointsAt({attributes}: Element): string | null {
  const {href} = attributes;
  return href?.startsWith('#') ? href.slice(1) : (attributes['for'] ?? attributes['aria-labelledby'] ?? null);
}

/** A list to choose from is called something, and nothing else is. */
function listFaults(top: Element): readonly Fault[] {
  const fors = elementsIn([top], ({name}) => name === 'label').map(({attributes}) => attributes['for'] ?? '');
  const lists = elementsIn([top], ({name}) => name === 'select');
  const ids = lists.map(({attributes}) => attributes['id'] ?? '');
  return fors.join() === ids.join()
    ? []
    : [fault('A list to choose from has not one label', lists[0]?.line ?? 1)];
}

/** A picture that has layouts has one for wide screens and one for narrow ones. */
const layoutFaults = (top: Element): readonly Fault[] =>
  elementsIn([top], ({attributes}) => attributes['role'] === 'img')
    .filter(({children}) => {
      const layouts = children.filter(isElement).filter(({name}) => name !== 'svg');
      return layouts.length && layouts.map(({attributes}) => attributes['class']).join() !== 'wide,narrow';
    })
    .map(({line}) => fault('A picture has not one layout for wide screens and one for narrow ones', line));

/** What is named by words is named by its own: those of the figure that it stands in, else some inside of it. */
function namingFaults(
  nodes: readonly Node[],
  caption: string | null,
  ids: ReadonlySet<string>,
): readonly Fault[] {
  return nodes.filter(isElement).flatMap(element => {
    const {name, attributes, children, line} = element;
    const [found] = name === 'figure' ? elementsIn(children, each => each.name === 'figcaption') : [];
    const own = found?.attributes['id'] ?? caption;
    const by = attributes['aria-labelledby'];
    const isOwn = (id: string) =>
      id === own || (own === null && elementsIn(children, each => each.attributes['id'] === id).length > 0);
    return [
      ...(by === undefined || !ids.has(by) || isOwn(by)
        ? []
        : [fault(`${tag(element)} is named by ${by}, which is not its own`, line)]),
      ...namingFaults(children, own, ids),
    ];
  });
}

function strayWords(parent: Element, text: Node): readonly Fault[] {
  const line = firstLine([text]);
  return line === null ? [] : [fault(`No words may stand ${placeIn(parent)}`, line)];
}

const tag = ({name}: Element): string => `<${name}>`;

/** What holds all has no name. */
const the = (element: Element): string => (element.name === '' ? 'The file' : `A ${tag(element)}`);

const placeIn = (element: Element): string =>
  element.name === '' ? 'outside of all elements' : `directly in ${tag(element)}`;

/**
 * JSON with places: what a file says, and where in it each part stands.
 */
import {parse, type AnyNode} from '@humanwhocodes/momoa';
import {placeAt, type Where} from './issues.ts';

/** The place of a part by the keys and indices that lead to it; of what it would be in, where it is missing. */
export type Locate = (...steps: readonly (string | number)[]) => Where;

export type Json =
  | {readonly value: unknown; readonly locate: Locate}
  | {readonly fault: string; readonly where: Where};

type Place = {readonly line: number; readonly column: number};

/** Reads JSON; a text that is none is answered with its fault and where that is. Never throws. */
export function readJson(file: string, text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    // A text that one parser can read and the other cannot is found out before anybody asks for a place.
    parse(text);
    return {value, locate: (...steps) => ({file, ...placeOf(text, steps)})};
  } catch (error) {
    if (error instanceof RangeError) return {fault: TOO_DEEP.fault, where: {file, line: 1, column: 1}};
    const {line, column, fault} = faultOf(text, (error as Error).message);
    return {fault, where: {file, line, column}};
  }
}

/**
 * `JSON.parse` alone says what JSON is, but tells no place for some faults; the second parser tells it, but
 * lets a line break in a string pass.
 */
function faultOf(text: string, message: string): Place & {readonly fault: string} {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof RangeError) return TOO_DEEP;
    const {line, column, message: told} = error as Error & Place;
    const fault = told.replace(/\.? \(\d+:\d+\)$/, '');
    // Its "end of input" bears the place of the beginning.
    return /end of input/.test(fault) ? {...placeAt(text, text.length), fault} : {line, column, fault};
  }
  return {...placeAt(text, Number(/position (\d+)/.exec(message)?.[1] ?? 0)), fault: message};
}

/** What both parsers do with a text that is nested ten thousand deep. */
const TOO_DEEP = {line: 1, column: 1, fault: 'it is nested too deeply'};

/** A member's place is that of its key, an element's that of its value. */
function placeOf(text: string, steps: readonly (string | number)[]): Place {
  let node: AnyNode = parse(text).body;
  let place: Place = node.loc.start;
  for (const step of steps) {
    const next = partOf(node, step);
    if (!next) break;
    [node, place] = [next.value, next.place];
  }
  return {line: place.line, column: place.column};
}

function partOf(node: AnyNode, step: string | number): {value: AnyNode; place: Place} | null {
  if (node.type === 'Array') {
    const element = node.elements[Number(step)];
    return element ? {value: element.value, place: element.value.loc.start} : null;
  }
  if (node.type !== 'Object') return null;
  // Of two members with one name, JSON means the last.
  const member = node.members.findLast(({name}) => name.type === 'String' && name.value === step);
  return member ? {value: member.value, place: member.name.loc.start} : null;
}

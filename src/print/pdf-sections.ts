/**
 * Sections -> pdfmake sections, with what belongs together kept together.
 *
 * A heading and the block after it, a chart with its caption and notes, a table with its: each is one group
 * that moves to the next page whole. pdfmake leaves out a group that is taller than a page, without a word,
 * so such a group starts on a page of its own and may break.
 */
import type {Content, ContentStack} from 'pdfmake/interfaces.js';
import type {Block, Section} from '../document.ts';
import {printBlock} from './pdf-blocks.ts';
import {innerSize, marginsOf} from './pdf-page.ts';
import {together} from './pdf-press.ts';
import type {Press} from './pdf-press.ts';

/** Prints one section, which starts on a new page. */
export function printSection({orientation, blocks}: Section, press: Omit<Press, 'orientation'>): Content {
  return {
    section: groupsOf(blocks).map((group, i) => printGroup(group, i === 0, {...press, orientation})),
    pageOrientation: orientation,
    pageMargins: marginsOf(orientation),
  };
}

function printGroup(group: readonly Block[], first: boolean, press: Press): ContentStack {
  const {nodes, height} = together(group.map(block => printBlock(block, press)));
  if (height <= innerSize(press.orientation).height) return {stack: nodes, unbreakable: true};
  return first ? {stack: nodes} : {stack: nodes, pageBreak: 'before'};
}

/** Headings lead the block that follows them. */
function groupsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  return blocks.reduce<readonly (readonly Block[])[]>((groups, block) => {
    const last = groups.at(-1);
    const led = last?.at(-1)?.kind === 'heading';
    return last !== undefined && led ? [...groups.slice(0, -1), [...last, block]] : [...groups, [block]];
  }, []);
}

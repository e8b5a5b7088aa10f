/** Words that a PDF has beside its pages: bookmarks, and what its links are called. They are words of its pages too. */
import type {Fault} from './faults.ts';
import type {Annotation} from './pdf-annotations.ts';
import {passageOf} from './pdf-blocks.ts';
import {faultOn} from './pdf-faults.ts';
import {allIn, type Branch} from './pdf-tree.ts';

/** A bookmark and those below it, as pdf.js gives them. */
export type Bookmark = {readonly title: string; readonly items: readonly Bookmark[]};

/** Names that are not those of a heading, or of a link. */
export function nameFaults(
  bookmarks: readonly Bookmark[],
  annotations: readonly Annotation[],
  root: Branch,
): readonly Fault[] {
  return [...bookmarkFaults(bookmarks, root), ...linkFaults(annotations, root)];
}

/** Bookmarks are all headings in order; a file may have none. */
function bookmarkFaults(bookmarks: readonly Bookmark[], root: Branch): readonly Fault[] {
  const titles = titlesOf(bookmarks);
  const headings = wordsOf(root, /^H\d$/);
  const wrong = titles.findIndex((title, at) => title !== headings[at]);
  if (wrong < 0) return [];
  return [faultOn(1, `A bookmark says “${titles[wrong]}”, and the heading “${headings[wrong] ?? ''}”`)];
}

const titlesOf = (bookmarks: readonly Bookmark[]): readonly string[] =>
  bookmarks.flatMap(({title, items}) => [plain(title), ...titlesOf(items)]);

/** A link is called by all of its words, in each line that it is broken over. */
function linkFaults(annotations: readonly Annotation[], root: Branch): readonly Fault[] {
  const links = new Set(wordsOf(root, /^Link$/));
  return annotations.flatMap(({contentsObj, pageIndex}) => {
    const name = plain(contentsObj?.str ?? '');
    return name === '' || links.has(name)
      ? []
      : [faultOn(pageIndex + 1, `A link is called “${name}”, and no link has these words`)];
  });
}

const wordsOf = (root: Branch, role: RegExp): readonly string[] =>
  allIn(root)
    .filter(each => role.test(each.role))
    .map(each => plain(passageOf(each).text));

/** Words on a page come out of pdf.js with plain blanks. */
const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();

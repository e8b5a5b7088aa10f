/**
 * The shells of HTML pages: files of markup with a closed list of slots, `{{title}}`.
 * A slot of another name, or one that the file has left out, is an error that says so, all of them at once.
 */
import type {Document} from '../document.ts';
import {placeAt} from '../issues.ts';
import type {Theme} from '../theme.ts';
import {dangerouslyUnescaped, markup} from './escape.ts';
import type {Markup} from './escape.ts';
import {chartCss, paletteCss} from './palette.ts';

/** The slots that every page has; each must occur at least once. */
const COMMON = [
  'lang',
  'title',
  'description',
  'date', // the release date's meta element, or nothing
  'palette', // CSS: the theme's fonts and colours as variables
  'style', // CSS: templates/style.css
  'charts', // CSS: what gives the charts the theme's colours on a dark screen
  'styles', // what of a content security policy lets the page's styles count
  'scripts', // and its scripts run
  'body',
] as const;

/** The slots of the report's page; `provenance` is where the numbers come from, as data for the page's script. */
export const PAGE_SLOTS = [...COMMON, 'provenance', 'live'] as const;

/** The slots of a chart's page. */
export const CHART_SLOTS = [...COMMON, 'id', 'live'] as const;

/**
 * The slots of the page of snippets, whose examples have styles of their own, so that its policy names none; `listener` is
 * the script that readers copy, at work here as well.
 */
export const EMBED_SLOTS = [...COMMON.filter(slot => slot !== 'styles'), 'listener'] as const;

/** The slots of the index of reports, which has no charts of its own. */
export const INDEX_SLOTS = COMMON.filter(slot => slot !== 'charts');

type Slots = readonly string[];

/** What is the same in all pages of a document. The policy is filled in last, when all else is known: see assets.ts. */
export const commonSlots = ({lang, date}: Pick<Document, 'lang' | 'date'>, theme: Theme, style: string) => ({
  lang: markup`${lang}`,
  date: date === null ? markup`` : markup`<meta name="date" content="${date}" />`,
  palette: paletteCss(theme),
  style: dangerouslyUnescaped(style),
  charts: chartCss(theme),
  styles: dangerouslyUnescaped('{{styles}}'),
  scripts: dangerouslyUnescaped('{{scripts}}'),
});

/** Fills a shell that has no problems. */
export function fillShell<Name extends string>(
  shell: string,
  names: readonly Name[],
  slots: Readonly<Record<Name, Markup>>,
): string {
  const [first] = shellProblems(shell, names);
  if (first) throw new Error(`The page's shell cannot be filled: line ${first.line}: ${first.problem}`);
  return shell.replace(SLOT, (_, name: string) => slots[name.trim() as Name].source);
}

type Problem = {readonly line: number; readonly problem: string};

/** Each unknown slot with its line, and each missing one with the last line. */
export function shellProblems(shell: string, names: Slots): readonly Problem[] {
  return [...unknownSlots(shell, names), ...missingSlots(shell, names)];
}

// Whatever starts like a slot is one, so that `{{title}` is found and not printed.
const SLOT = /\{\{([^{}\n]*)(?:\}\})?/g;

function unknownSlots(shell: string, names: Slots): readonly Problem[] {
  return [...shell.matchAll(SLOT)]
    .filter(match => !(names.includes(match[1]?.trim() ?? '') && match[0].endsWith('}}')))
    .map(match => ({
      line: placeAt(shell, match.index).line,
      problem: `${match[0]} is not a slot; slots are ${names.join(', ')}`,
    }));
}

function missingSlots(shell: string, names: Slots): readonly Problem[] {
  const found = new Set([...shell.matchAll(SLOT)].map(match => match[1]?.trim()));
  const line = placeAt(shell, shell.length).line;
  return names
    .filter(slot => !found.has(slot))
    .map(slot => ({
      line,
      problem: `The file ends without {{${slot}}}`,
    }));
}

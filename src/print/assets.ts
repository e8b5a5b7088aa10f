/**
 * The styles and scripts of a finished page: kept in it, where its policy names them by their hash, or taken out into
 * files that all pages share, for sites that allow scripts and styles of their own address only.
 */
import {createHash} from 'node:crypto';

/** A style or script as a file of its own; its name has the hash of what is in it, so that it never means another. */
export type Asset = {readonly name: string; readonly text: string};

/** A page that needs nothing else. */
export function sealed(page: string): string {
  const of = (kind: Kind) => hashes(inlineIn(page).filter(each => each.kind === kind));
  return fillPolicy(page, of('style'), of('script'));
}

/** A page whose styles and scripts are files in the folder `home`, as the page sees it, and those files. */
export function shared(
  page: string,
  home: string,
): {readonly page: string; readonly assets: readonly Asset[]} {
  const assets = inlineIn(page).map(assetOf);
  const names = assets.map(({name}) => name).values();
  const outside = page.replace(ELEMENT, (whole, kind: Kind, attributes: string) => {
    if (isElsewhere(attributes)) return whole;
    const href = `${home}/${names.next().value}`;
    return kind === 'style'
      ? `<link rel="stylesheet" href="${href}" />`
      : `<script src="${href}"${attributes}></script>`;
  });
  return {page: fillPolicy(outside, "'self'", "'self'"), assets};
}

type Kind = 'style' | 'script';

type Inline = {readonly kind: Kind; readonly attributes: string; readonly text: string};

const ELEMENT = /<(style|script)\b([^>]*)>([^]*?)<\/\1>/g;

const inlineIn = (page: string): readonly Inline[] =>
  [...page.matchAll(ELEMENT)]
    .map(([, kind, attributes, text]) => ({kind: kind as Kind, attributes: attributes!, text: text!}))
    .filter(({attributes}) => !isElsewhere(attributes));

/** Data are not run, and a file is a file already. */
const isElsewhere = (attributes: string) => /\b(?:type="application\/json"|src=)/.test(attributes);

function assetOf({kind, attributes, text}: Inline): Asset {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const name = /\bdata-name="([\w-]+)"/.exec(attributes)?.[1] ?? kind;
  return {name: `${name}.${digest}.${kind === 'style' ? 'css' : 'js'}`, text};
}

const hashes = (found: readonly Inline[]): string =>
  found.map(({text}) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ') ||
  "'none'";

/** What is filled in is no pattern: `$` stands for itself. */
const fillPolicy = (page: string, styles: string, scripts: string): string =>
  page.replace('{{styles}}', () => styles).replace('{{scripts}}', () => scripts);

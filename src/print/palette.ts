/**
 * Theme -> CSS. The page reads colours as variables; charts have theirs written into the SVG, where
 * rules on the attributes can replace them, since CSS wins over an attribute. So one SVG serves paper,
 * bright screens and dark ones.
 */
import {COLOURS, fontStack} from '../theme.ts';
import type {Colour, ColourName, Theme} from '../theme.ts';
import {dangerouslyUnescaped} from './escape.ts';
import type {Markup} from './escape.ts';
import {cannotPrint, ReportError} from '../issues.ts';

/**
 * Fonts and colours as variables, `--ink` and so on. The dark ones hold on dark screens, and where a page is asked to be
 * dark (`data-theme`, see templates/chart.html); paper is bright.
 */
export function paletteCss(theme: Theme): Markup {
  const dark = variables(theme, 'dark');
  return dangerouslyUnescaped(`:root { --font: ${safe(fontStack(theme.fonts))}; ${variables(theme, 'light')} }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }
@media screen { :root[data-theme="dark"] { ${dark} } }`);
}

/** Rules that put the variable in the place of each light colour; a theme file pairs them without conflict. */
export function chartCss(theme: Theme): Markup {
  const general = COLOURS.filter(name => !TEXT_ONLY.includes(name));
  const first = new Map(general.toReversed().map(name => [theme.colours[name].light, name]));
  const rules = [
    ...[...first.values()].flatMap(name => recolour(theme, name, '')),
    ...TEXT_ONLY.flatMap(name => recolour(theme, name, 'text')),
  ];
  return dangerouslyUnescaped(rules.join('\n'));
}

/** White is the page and also the text on a dark bar: what is only ever text gets a rule for text. */
const TEXT_ONLY: readonly ColourName[] = ['inverse'];

const recolour = ({colours}: Theme, name: ColourName, element: string): readonly string[] =>
  ['fill', 'stroke'].map(
    paint =>
      `.picture svg ${element}[${paint}="${safe(colours[name].light)}" i] { ${paint}: var(--${name}); }`,
  );

const variables = (theme: Theme, mode: keyof Colour): string =>
  COLOURS.map(name => `--${name}: ${safe(theme.colours[name][mode])};`).join(' ');

/** Keeps a theme from ending the declaration or the style sheet that its value stands in. */
function safe(value: string): string {
  if (/[<>{};]/.test(value)) {
    throw new ReportError([cannotPrint(`"${value}" in a theme is neither a colour nor a font`)]);
  }
  return value;
}

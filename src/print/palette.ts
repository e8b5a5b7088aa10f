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

/** Fonts and colours as variables, `--ink` and so on; the dark ones on dark screens only. */
export function paletteCss(theme: Theme): Markup {
  return dangerouslyUnescaped(`:root {
  --font: ${safe(fontStack(theme.fonts))};
${variables(theme, 'light', '  ')}
}
@media screen and (prefers-color-scheme: dark) {
  :root {
${variables(theme, 'dark', '    ')}
  }
}`);
}

/** Rules that put each dark colour in the place of its light one; a theme file pairs them without conflict. */
export function chartCss(theme: Theme): Markup {
  const general = COLOURS.filter(name => !TEXT_ONLY.includes(name));
  const rules = unique([
    ...general.flatMap(name => recolour(theme.colours[name], '')),
    ...TEXT_ONLY.flatMap(name => recolour(theme.colours[name], 'text')),
  ]);
  return dangerouslyUnescaped(`@media screen and (prefers-color-scheme: dark) {\n${rules.join('\n')}\n}`);
}

/** White is the page and also the text on a dark bar: what is only ever text gets a rule for text. */
const TEXT_ONLY: readonly ColourName[] = ['inverse'];

function recolour({light, dark}: Colour, element: string): string[] {
  return ['fill', 'stroke'].map(
    paint => `  .picture svg ${element}[${paint}="${safe(light)}" i] { ${paint}: ${safe(dark)}; }`,
  );
}

function variables(theme: Theme, mode: keyof Colour, indent: string): string {
  return COLOURS.map(name => `${indent}--${name}: ${safe(theme.colours[name][mode])};`).join('\n');
}

/** Keeps a theme from ending the declaration or the style sheet that its value stands in. */
function safe(value: string): string {
  if (/[<>{};]/.test(value)) {
    throw new ReportError([cannotPrint(`"${value}" in a theme is neither a colour nor a font`)]);
  }
  return value;
}

function unique(rules: readonly string[]): readonly string[] {
  return [...new Set(rules)];
}

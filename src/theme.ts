/**
 * A theme: colours, fonts and sizes for PDF, HTML and charts alike.
 * A theme is a file, `templates/themes/NAME.json`; this module says what such a file holds.
 */

/** One colour on paper and bright screens, one on dark screens. Hex, `#RRGGBB`. */
export type Colour = {readonly light: string; readonly dark: string};

/** The names that printers and chart files may use. */
export const COLOURS = [
  'background', // the page
  'surface', // key figures, the marked row
  'ink', // text
  'ink2', // secondary text
  'rule', // lines between rows
  'leader', // lines from a name to its bar
  'link',
  'gain',
  'loss',
  'gainMuted',
  'lossMuted',
  'zero',
  'ring', // the arcs of the chord that are not chosen
  'ribbon', // the ribbons of the chord that are not chosen
  'inverse', // text on a dark fill
  // The heat map's classes, from the largest loss to the largest gain; heat5 is zero.
  'heat1',
  'heat2',
  'heat3',
  'heat4',
  'heat5',
  'heat6',
  'heat7',
  'heat8',
  'heat9',
] as const;

export type ColourName = (typeof COLOURS)[number];

export type Theme = {
  readonly name: string;
  readonly fonts: {
    readonly family: string;
    /** Module paths of the unmodified TTF files that are measured and embedded. */
    readonly regular: string;
    readonly bold: string;
    /** CSS families for readers who lack the first; none may be wider than it. */
    readonly fallback: readonly string[];
  };
  readonly colours: Readonly<Record<ColourName, Colour>>;
};

/** CSS `font-family` value: the theme's own font first. A family that is not plain words needs quotes. */
export function fontStack(fonts: Theme['fonts']): string {
  return [fonts.family, ...fonts.fallback]
    .map(name => (PLAIN_FAMILY.test(name) ? name : `"${name}"`))
    .join(', ');
}

/** "Source Sans 3" unquoted is invalid CSS, and the browser then drops the whole list without a word. */
const PLAIN_FAMILY = /^[A-Za-z-]+( [A-Za-z-]+)*$/;

/** Reads a theme file (parsed JSON). `name` is the file's name without `.json`. */
export function parseTheme(name: string, json: unknown): Theme {
  const problems = checkTheme(json);
  if (problems.length > 0) throw new Error([`Theme "${name}" cannot be used:`, ...problems].join('\n  '));
  const {fonts, colours} = json as Omit<Theme, 'name'>;
  return {name, fonts, colours};
}

/** Every fault of a theme file, as one line each; empty for a good one. */
export function checkTheme(json: unknown): string[] {
  const {fonts, colours} = record(json);
  return [...checkFonts(record(fonts)), ...checkColours(record(colours))];
}

function checkFonts(fonts: Record<string, unknown>): string[] {
  const texts = ['family', 'regular', 'bold'].filter(
    key => typeof fonts[key] !== 'string' || fonts[key] === '',
  );
  const {fallback} = fonts;
  const list = Array.isArray(fallback) && fallback.every(family => typeof family === 'string');
  return [
    ...texts.map(key => `fonts.${key}: expected a text, saw ${show(fonts[key])}`),
    ...(list ? [] : [`fonts.fallback: expected a list of CSS families, saw ${show(fallback)}`]),
  ];
}

function checkColours(colours: Record<string, unknown>): string[] {
  const unknown = Object.keys(colours).filter(name => !COLOURS.includes(name as ColourName));
  return [
    ...unknown.map(name => `colours.${name}: unknown colour; a theme has ${COLOURS.join(', ')}`),
    ...COLOURS.flatMap(name => checkColour(name, record(colours[name]))),
    ...checkPairs(colours),
  ];
}

function checkColour(name: ColourName, colour: Record<string, unknown>): string[] {
  return ['light', 'dark']
    .filter(mode => !/^#[0-9A-F]{6}$/.test(String(colour[mode])))
    .map(mode => `colours.${name}.${mode}: expected #RRGGBB in capitals, saw ${show(colour[mode])}`);
}

/**
 * A dark page recolours finished charts by their light colours, so equal light needs equal dark. `inverse` is free:
 * it is only ever text, which the page can tell from a mark.
 */
function checkPairs(colours: Record<string, unknown>): string[] {
  const first = new Map<unknown, {name: ColourName; dark: unknown}>();
  return COLOURS.filter(name => name !== 'inverse').flatMap(name => {
    const {light, dark} = record(colours[name]);
    const other = first.get(light);
    if (!other) first.set(light, {name, dark});
    if (!other || other.dark === dark) return [];
    return [
      `colours.${name}: same light colour as ${other.name}, so expected dark ${show(other.dark)}, saw ${show(dark)}`,
    ];
  });
}

function record(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

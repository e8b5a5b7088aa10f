/**
 * The shape of a JSON file as checks that are put together: what each part must be, and in words what is wrong
 * with one that is not, by the path that leads to it.
 */

/** A check of one value: what is wrong with it, in words, by the path below it. */
export type Check = (value: unknown) => readonly Problem[];
export type Problem = {readonly path: string; readonly problem: string};

export const wrong = (problem: string): readonly Problem[] => [{path: '', problem}];

/** A text with exactly these places, each once: whoever fills one looks for no second. */
export const pattern =
  (...places: readonly string[]): Check =>
  value => {
    if (typeof value !== 'string' || value.trim() === '') return wrong('must be a text');
    const found = [...value.matchAll(/\{(\w*)\}/g)].map(([, place]) => place!);
    const missing = places.filter(place => !found.includes(place));
    const surplus = found.filter(place => !places.includes(place));
    const again = places.filter(place => found.filter(each => each === place).length > 1);
    return [
      ...missing.flatMap(place => wrong(`must say where {${place}} stands`)),
      ...surplus.flatMap(place => wrong(`has a place {${place}} that nothing fills`)),
      ...again.flatMap(place => wrong(`has the place {${place}} more than once`)),
    ];
  };

export const text = pattern();

/** An object of any texts. */
export const texts: Check = value =>
  typeof value === 'object' && value !== null && Object.values(value).every(item => typeof item === 'string')
    ? []
    : wrong('must be an object of texts');

/** An object of just these parts; `surplus` is what is said of any other. */
export const parts =
  (shape: Readonly<Record<string, Check>>, surplus = 'is no label'): Check =>
  value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return wrong('must be an object');
    const held = value as Readonly<Record<string, unknown>>;
    const others = Object.keys(held).filter(key => !Object.hasOwn(shape, key));
    return [
      ...others.map(key => ({path: key, problem: surplus})),
      ...Object.entries(shape).flatMap(([key, check]) =>
        below(key, Object.hasOwn(held, key) ? check(held[key]) : wrong('is missing')),
      ),
    ];
  };

/** Problems of a part, with the path from what it is in. */
export const below = (key: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map(({path, problem}) => ({path: path ? `${key}.${path}` : key, problem}));

/** An object of just these parts, all of a kind. */
export const each = (keys: readonly string[], check: Check, surplus?: string) =>
  parts(Object.fromEntries(keys.map(key => [key, check])), surplus);

/** A list of texts from place `from` to at least place `to`. */
export const words =
  (from: number, to: number): Check =>
  value => {
    if (!Array.isArray(value) || value.some(item => typeof item !== 'string'))
      return wrong('must be a list of texts');
    if (value.length <= to) return wrong(`must have ${to + 1} texts`);
    const empty = value.findIndex((item, index) => index >= from && item === '');
    return empty < 0 ? [] : wrong(`has nothing at place ${empty}`);
  };

/** Texts, none of which stands there twice, in whatever case: of a list those from place `from`. */
export const distinct =
  (check: Check, from = 0): Check =>
  value => {
    const problems = check(value);
    if (problems.length) return problems;
    const held = Object.values(value as Readonly<Record<string, string>>).slice(from);
    const plain = held.map(item => item.trim().toLowerCase());
    const again = held.filter((_, index) => plain.indexOf(plain[index]!) < index);
    return again.flatMap(item => wrong(`has "${item}" twice`));
  };

/** What may stand in an element: its attributes, its children, its classes. */
export type Rule = {
  /** `data-*` is any attribute of that form. */
  readonly attributes: ReadonlySet<string>;
  /** What may stand directly in it, by kind. */
  readonly holds: ReadonlySet<string>;
  /** What of that may not stand there twice. */
  readonly once: ReadonlySet<string>;
  readonly hasWords: boolean;
  /** Null where a shell or a chart file chooses. */
  readonly classes: ReadonlySet<string> | null;
};

export const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean));

type Sketch = {attributes?: string; holds?: string; once?: string; words?: true; classes?: string};

export const rule = ({attributes = '', holds = '', once = '', words, classes}: Sketch): Rule => ({
  attributes: set(attributes),
  holds: set(`${holds} ${once}`),
  once: set(once),
  hasWords: words ?? false,
  classes: classes === undefined ? null : set(classes),
});

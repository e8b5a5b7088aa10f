/** What the scripts of a page are given, as JSON in the page. Types only: nothing of this is in the bundle. */
import type {Choice, Live} from '../graphics/live.ts';

/** What a chart becomes when a county is chosen: its words, its figures where they are others, its patches. */
export type LiveWords = Choice & {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  readonly notes: readonly string[];
  readonly rows: readonly (readonly string[])[] | null;
};

export type LiveChart = Live & {readonly choices: readonly LiveWords[]};

/** The charts of a page by the id of their figure. */
export type LiveData = Readonly<Record<string, LiveChart>>;

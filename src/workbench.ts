/** Opening all that reports are made with: first what is read and checked, then, if any report is made, the rest. */
import path from 'node:path';
import {type Alternatives, NO_ALTERNATIVES, openAlternatives} from './alternatives.ts';
import {inputFile, openWriters, type Options, templatesOf, type Voice} from './commands.ts';
import type {Env} from './env.ts';
import type {Table} from './extract/table.ts';
import {ownHands, threadedHands} from './hands.ts';
import {stopOnErrors} from './issues.ts';
import {checkCharts, openShells, openTheme, type Writer} from './open.ts';
import {nameIssues} from './open-language.ts';
import type {Wish} from './outputs.ts';
import {openFonts} from './fonts.ts';
import {openMeasure, type Workshop} from './report.ts';
import {type Yardsticks, yardsticksFor} from './yardsticks.ts';

/** What was read and checked. */
export type Opened = {
  readonly material: Omit<Workshop, 'measure' | 'hands'>;
  readonly writers: readonly Writer[];
};

/** A language, and what its live charts may show. */
export type Desk = {readonly writer: Writer; readonly others: Alternatives};

/** What reports are made with. */
export type Workbench = {
  readonly workshop: Workshop;
  readonly desks: readonly Desk[];
  /** Null where finished files are not to be verified. */
  readonly yardsticks: Yardsticks | null;
};

/** Reads templates, theme, fonts and shells. @throws ReportError with everything that is wrong in one kind of them */
export async function openAll(env: Env, voice: Voice, options: Options, table: Table): Promise<Opened> {
  const templates = templatesOf(env, voice, options.templates);
  const {charts, writers} = await openWriters(env, templates, options.lang ?? []);
  const tags = writers.map(({language}) => language.tag);
  stopOnErrors(await nameIssues(env, inputFile(env, voice, options.input), tags));
  stopOnErrors(writers.flatMap(writer => checkCharts(charts, writer)));
  const theme = await openTheme(env, templates, 'plain');
  const shells = await openShells(env, templates);
  const fonts = await openFonts(env, theme);
  // Read to be remembered: another build may make other bytes.
  await env.read(path.join(env.home, 'dist', 'build.json'));
  return {material: {env, table, theme, fonts, charts, shells}, writers};
}

/** Opens what only the making needs: where all is up to date, nothing of this is loaded. */
export async function openWorkbench(
  {material, writers}: Opened,
  wish: Wish,
  {
    isVerified,
    isThreaded,
    hasCounties,
  }: {readonly isVerified: boolean; readonly isThreaded: boolean; readonly hasCounties: boolean},
): Promise<Workbench> {
  const {env, theme, fonts} = material;
  const hands = isThreaded ? threadedHands(env, theme, wish.formats.includes('pdf')) : ownHands(theme, fonts);
  const workshop = {...material, measure: await openMeasure(fonts), hands};
  return {
    workshop,
    desks: await openDesks(workshop, writers, hasCounties ? wish.formats : []),
    yardsticks: isVerified ? yardsticksFor(material.table, writers) : null,
  };
}

/** Only what is shown in a browser can be live, and only charts of a county can become those of another. */
function openDesks(
  workshop: Workshop,
  writers: readonly Writer[],
  formats: Wish['formats'],
): Promise<readonly Desk[]> {
  const isLive = formats.includes('html') || formats.includes('charts');
  return Promise.all(
    writers.map(async writer => ({
      writer,
      others: isLive ? await openAlternatives(workshop, writer) : NO_ALTERNATIVES,
    })),
  );
}

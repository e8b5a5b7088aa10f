/** The page that leads to all reports of a folder: made from their manifests, whichever run or machine wrote them. */
import path from 'node:path';
import type {Env} from './env.ts';
import {fileNames, OVERVIEW} from './facts/county.ts';
import {titlesOf} from './facts/frame.ts';
import {type Standing, standings} from './facts/standings.ts';
import {cannotWrite, ReportError, stopOnErrors} from './issues.ts';
import {fill, formatNumber, formatSigned, type Language, nameIn} from './language.ts';
import {type Entry, type Manifest, readManifest} from './manifest.ts';
import {pageFiles, type Printed, type Wish} from './outputs.ts';
import type {IndexFigure, IndexLink, IndexPage, IndexRow} from './print/index-page.ts';
import type {Workshop} from './report.ts';
import {verifyFiles} from './verification.ts';
import {yardsticksFor} from './yardsticks.ts';
import type {Opened} from './workbench.ts';

const INDEX = 'index.html';

type Listed = Standing & {readonly folder: string; readonly manifest: Manifest};

/** Writes the index of a folder, and says where; null where there are no two counties to choose from. */
export async function writeIndex(env: Env, opened: Opened, wish: Wish): Promise<string | null> {
  const {material, writers} = opened;
  const languages = writers.map(({language}) => language);
  const files = await printIndex(env, material, languages, wish);
  const [page] = files;
  if (!page) return null;
  await stopIfWrong(opened, page);
  await env.sweep(wish.folder);
  await env.write(files).catch((error: Error) => {
    throw new ReportError([cannotWrite(page.path, error.message)]);
  });
  return page.path;
}

/** @throws ReportError (exit 6) with everything in the index that the table does not say */
async function stopIfWrong({material: {table}, writers}: Opened, page: Printed): Promise<void> {
  const {results} = await verifyFiles(yardsticksFor(table, writers.slice(0, 1)), [page]);
  stopOnErrors(results.flatMap(({issues}) => issues));
}

/**
 * Prints the index of the folder `wish.folder` in the first of the languages; nothing where it has reports on fewer than
 * two counties of the table.
 */
export async function printIndex(
  env: Env,
  {table, theme, shells}: Pick<Workshop, 'table' | 'theme' | 'shells'>,
  languages: readonly Language[],
  wish: Wish,
): Promise<readonly Printed[]> {
  const all = standings(table);
  const listed = await listedIn(env, table, all, wish.folder);
  if (listed.length < 2) return [];
  const {printIndexPage} = await import('./print/index-page.ts');
  const overview = await manifestIn(env, table, path.join(wish.folder, OVERVIEW));
  const page = printIndexPage(
    pageOf(table, languages, {all, listed, overview}),
    theme,
    shells.index,
    shells.style,
  );
  return pageFiles(path.join(wish.folder, INDEX), page, 'assets', wish);
}

/** The counties that have a folder there, made from this very table. */
async function listedIn(
  env: Env,
  table: Workshop['table'],
  all: readonly Standing[],
  folder: string,
): Promise<readonly Listed[]> {
  const found = await Promise.all(
    [...fileNames(table)].map(async ([name, at]): Promise<readonly Listed[]> => {
      const standing = all[at]!;
      const manifest = await manifestIn(env, table, path.join(folder, name));
      return manifest ? [{...standing, folder: name, manifest}] : [];
    }),
  );
  return found
    .flat()
    .toSorted((one, other) => table.index.get(one.county.key)! - table.index.get(other.county.key)!);
}

/** The manifest of a folder whose reports are of this very table. */
async function manifestIn(env: Env, table: Workshop['table'], folder: string): Promise<Manifest | null> {
  const manifest = await readManifest(env, folder);
  return manifest?.table.sha256 === table.source.sha256 ? manifest : null;
}

const filesOf = ({runs}: Manifest): readonly Entry[] => runs.flatMap(run => run.files);

function pageOf(
  table: Workshop['table'],
  languages: readonly Language[],
  {
    all,
    listed,
    overview,
  }: {
    readonly all: readonly Standing[];
    readonly listed: readonly Listed[];
    readonly overview: Manifest | null;
  },
): IndexPage {
  const [language] = languages as readonly [Language];
  const {labels, tag} = language;
  const {card, title} = table;
  const name = fill(labels.subject, {title: nameIn(titlesOf(table), language), year: String(title.year)});
  const publisher = card ? nameIn(card.publisher, language) : '';
  const publication = card?.publication ? nameIn(card.publication, language) : '';
  const {index, embed} = labels.controls;
  const tags = tagsIn(listed, tag);
  // Of all counties, also those that are not here: the same county has the same bar in every folder.
  const most = all.reduce((sum, {gains, losses}) => Math.max(sum, gains.value, losses.value), 1);
  return {
    lang: tag,
    date: card?.released ?? null,
    title: name,
    description: [name, publisher].filter(Boolean).join('. '),
    byline: [publisher, publication].filter(Boolean).join(', '),
    overview: overview && {
      name: index.overview,
      files: tags.map(tag => reportLinks(filesOf(overview), OVERVIEW, tag)),
    },
    heads: {
      county: labels.units[title.unit]['head']!,
      figures: ['net', 'rank', 'gains', 'losses'].map(key => labels.columns[key]!),
      bar: index.bar,
      languages: tags.map(each => ({
        lang: each,
        name: languages.find(known => known.tag === each)?.labels.name ?? each,
      })),
      charts: index.charts,
    },
    rows: listed.map(each => rowOf(each, language, tags, most, embed.link)),
    sortBy: index.sortBy,
  };
}

/** The languages that there are reports in, that of the page first. */
const tagsIn = (listed: readonly Listed[], first: string): readonly string[] => {
  const all = new Set(listed.flatMap(({manifest}) => manifest.runs.flatMap(run => run.languages)));
  return [...all].toSorted((one, other) => (one === first ? -1 : other === first ? 1 : one < other ? -1 : 1));
};

function rowOf(
  {county, total, rank, gains, losses, folder, manifest}: Listed,
  language: Language,
  tags: readonly string[],
  most: number,
  embed: string,
): IndexRow {
  const figure = ({value, expr}: Standing['total'], text: string): IndexFigure => ({text, value, expr});
  const number = (each: Standing['total']) => figure(each, formatNumber(language, each.value));
  const files = filesOf(manifest);
  const [page = null] = linkTo(files, folder, `${folder}.${language.tag}.html`, 'html');
  return {
    name: county.name,
    href: page && page.href,
    other: county.sami ? {lang: county.sami.lang, name: county.sami.name} : null,
    figures: [
      figure(total, formatSigned(language, total.value)),
      number(rank),
      number(gains),
      number(losses),
    ],
    bar: {gains: gains.value / most, losses: losses.value / most},
    files: [...tags.map(tag => reportLinks(files, folder, tag)), linkTo(files, folder, 'embed.html', embed)],
  };
}

const ENDINGS = ['pdf', 'html', 'txt'];

/** Links to the files of a report in a language. */
const reportLinks = (files: readonly Entry[], folder: string, tag: string): readonly IndexLink[] =>
  ENDINGS.flatMap(ending => linkTo(files, folder, `${folder}.${tag}.${ending}`, ending));

/** A link to a file if the manifest has it; one that is called by its ending has that in capitals. */
const linkTo = (files: readonly Entry[], folder: string, file: string, name: string): readonly IndexLink[] =>
  files.some(each => each.path === file)
    ? [{name: ENDINGS.includes(name) ? name.toUpperCase() : name, href: `${folder}/${file}`}]
    : [];

/** Files of figures, those inside a PDF or beside it: every number against the table. */
import {parse} from 'csv-parse/sync';
import {othersThan} from './figures.ts';
import type {Lore} from './lore.ts';
import type {Place, Reading} from './reading.ts';

type Problem = {readonly place: Place; readonly problem: string};

const START: Place = {line: 1};

/** Checks the files inside a PDF. */
export function attachmentProblems(lore: Lore, {attachments}: Reading): readonly Problem[] {
  return attachments.flatMap(({name, bytes}) =>
    csvProblems(lore, new TextDecoder().decode(bytes)).map(problem => ({
      place: START,
      problem: `In the attached file ${name}: ${problem}`,
    })),
  );
}

/** Checks a file of figures: the full table, or the flows of one county. In words. */
export function csvProblems(lore: Lore, text: string): readonly string[] {
  const rows = parse(text, {bom: true}) as readonly (readonly string[])[];
  const [heads = [], ...body] = rows;
  const {net, labels} = {net: lore.world.net, labels: lore.tongue.labels};
  const hasCodes = heads[0] === labels.columns['code'];
  const named = (row: readonly string[]) => row.slice(0, hasCodes ? 2 : 1).join(' ');
  const label = (at: number) => {
    const {code, label: name} = lore.table.counties[at]!;
    return hasCodes ? `${code} ${name}` : name;
  };
  const start = hasCodes ? 2 : 1;
  const wanted =
    heads[start] === labels.columns['total']
      ? net.map((row, at) => [
          label(at),
          lore.world.totals[at]!,
          ...row.map((value, b) => (b === at ? '' : value)),
        ])
      : flowRows(lore, body.map(named), label);
  if (wanted === null) return ['it is neither the full table nor the flows of one county'];
  const surplus =
    body.length > wanted.length ? [`it has ${body.length} rows; it must have ${wanted.length}`] : [];
  const off = wanted.flatMap((row, at) => {
    const found = body[at] ? [named(body[at]), ...body[at].slice(start)] : [];
    const wrong = row.findIndex((cell, place) => found[place] !== String(cell));
    if (wrong < 0 && found.length === row.length) return [];
    return [`row ${at + 2} has “${found.join(', ')}”; it must have “${row.join(', ')}”`];
  });
  return [...surplus, ...off];
}

/** Whose flows they are is told by who is missing among them. */
function flowRows(
  {world}: Lore,
  names: readonly string[],
  label: (at: number) => string,
): readonly (readonly (string | number)[])[] | null {
  const missing = world.keys.map((_, at) => at).filter(at => !names.includes(label(at)));
  const [me] = missing;
  if (missing.length !== 1 || me === undefined) return null;
  return othersThan(world, me)
    .map(other => ({other, value: world.net[me]![other]!}))
    .toSorted((a, b) => b.value - a.value || a.other - b.other)
    .map(({other, value}) => [label(other), value]);
}

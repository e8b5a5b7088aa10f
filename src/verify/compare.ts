/** Finished reports on one county, or on the country, held against each other: formats and languages tell the same numbers in one order. */
import type {Verdict} from './check-report.ts';

/** A report that was checked by itself, with what to call it. */
export type Checked = {readonly file: string; readonly verdict: Verdict};

export type Difference = {readonly file: string; readonly problem: string};

/** Every report that tells other numbers than the first of its county, or in another order. Without a county it is an overview. */
export function differences(checked: readonly Checked[]): readonly Difference[] {
  const counties = [...new Set(checked.map(({verdict}) => verdict.county))];
  return counties.flatMap(county => {
    const [first, ...others] = checked.filter(({verdict}) => verdict.county === county);
    return first ? others.flatMap(other => against(first, other)) : [];
  });
}

function against(first: Checked, {file, verdict}: Checked): readonly Difference[] {
  const [wanted, found] = [first.verdict.numbers, verdict.numbers];
  const at = wanted.findIndex((number, index) => number !== found[index]);
  if (at < 0 && wanted.length === found.length) return [];
  const place = at < 0 ? wanted.length : at;
  const [here, there] = [found[place] ?? 'nothing', wanted[place] ?? 'nothing'];
  const problem = `Its number ${place + 1} is ${here}; in ${first.file} it is ${there}`;
  return [{file, problem}];
}

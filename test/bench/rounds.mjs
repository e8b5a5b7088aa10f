// Several subjects, each run as often, in turns: what else the machine does meanwhile falls on all of them alike.
import {launch} from './launch.mjs';
import {median} from './statistics.mjs';

/**
 * @typedef {import('./launch.mjs').Command} Command
 * @typedef {import('./launch.mjs').Run} Run
 * @typedef {{id: string, what: string, command: Command, prepare?: () => void}} Subject
 *   `prepare` is done before each run and not measured
 * @typedef {{wall: number | null, cpu: number | null, peak: number | null, failure: string | null,
 *   runs: readonly Run[]}} Outcome medians of the runs; `failure` of the first that was no success
 */

/** What everything is measured against. @type {Subject} */
export const BARE = {
  id: 'bare',
  what: 'bare `node -e 0`',
  command: {file: process.execPath, args: ['-e', '0']},
};

/**
 * Runs subjects in turns. One that fails is not run again.
 * @param {readonly Subject[]} subjects
 * @param {{runs: number, gnuTime: boolean, tell: (text: string) => void, limits?: import('./launch.mjs').Limits}} how
 * @returns {Promise<ReadonlyMap<string, Outcome>>} by the subject's id
 */
export async function inTurns(subjects, {runs, gnuTime, tell, limits}) {
  /** @type {Map<string, Run[]>} */
  const done = new Map(subjects.map(({id}) => [id, []]));
  for (let round = 1; round <= runs; round++)
    for (const {id, what, command, prepare} of subjects) {
      const own = done.get(id);
      if (own.some(({failure}) => failure)) continue;
      prepare?.();
      const run = await launch(command, {gnuTime, limits});
      own.push(run);
      tell(`${round} of ${runs}: ${what}: ${run.failure ?? `${run.wall.toFixed(2)} s`}`);
    }
  return new Map([...done].map(([id, own]) => [id, outcomeOf(own)]));
}

/** @param {readonly Run[]} runs @returns {Outcome} */
function outcomeOf(runs) {
  const failure = runs.find(run => run.failure)?.failure ?? null;
  const well = runs.filter(run => !run.failure);
  // What ran into a limit has used at least that much, which is worth knowing; its time is no time of a success.
  const told = well.length ? well : runs;
  return {
    wall: median(well.map(({wall}) => wall)),
    cpu: median(told.map(({cpu}) => cpu)),
    peak: median(told.map(({peak}) => peak)),
    failure,
    runs,
  };
}

/** How far a run of many reports has come, for a line on a terminal. */

/** `seconds` is how long it has taken so far. */
export type Progress = {readonly done: number; readonly total: number; readonly seconds: number};

const WIDTH = 20;

/** "[#####...............] 5 of 19, 12 s left"; what is left is told when one is done, as before it is not known. */
export function progressText({done, total, seconds}: Progress): string {
  const filled = Math.floor((done / total) * WIDTH);
  const left = done === 0 ? '' : `, ${inTime((seconds / done) * (total - done))} left`;
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}]`;
  return total > 1 ? `${bar} ${done} of ${total}${left}` : '';
}

/** "45 s", "3 min", "2 h 5 min": no more exact than anybody can know it. */
function inTime(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

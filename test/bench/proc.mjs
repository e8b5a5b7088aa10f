// What Linux tells of processes that run. Where it tells nothing, there is nothing: no family, no usage.
import {readFileSync} from 'node:fs';

const CLOCK_TICKS = 100;

/**
 * A process and all that it started and they in turn, itself first.
 * @param {number} pid
 * @returns {readonly number[]}
 */
export function familyOf(pid) {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

/**
 * Memory that a process holds now, in MB.
 * @param {number} pid
 */
export const rssOf = pid => kilobytes(read(`/proc/${pid}/status`), 'VmRSS') / 1024;

/**
 * CPU seconds of a process so far and the most memory that it had, in MB; null of one that is gone.
 * @param {number | undefined} pid
 * @returns {{cpu: number, peak: number} | null}
 */
export function usageOf(pid) {
  const [status, stat] = [read(`/proc/${pid}/status`), read(`/proc/${pid}/stat`)];
  const peak = kilobytes(status, 'VmHWM');
  if (!peak || !stat) return null;
  // The name of the program stands in brackets and may have anything in it.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return {cpu: (user + system) / CLOCK_TICKS, peak: peak / 1024};
}

const kilobytes = (status, name) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

// What was measured on: figures of one machine say little on another, and less where others used it too.
import {arch, availableParallelism, loadavg, platform} from 'node:os';

/** @returns {number} how many processes wanted to run, in the minute before */
export const loadNow = () => loadavg()[0];

/**
 * One line on the machine.
 * @param {{before: number, after: number}} load
 */
export function machineText({before, after}) {
  const cores = availableParallelism();
  const load = `load ${before.toFixed(1)} before and ${after.toFixed(1)} after`;
  // One core is for what is measured.
  const busy =
    before > cores - 1 ? '; others were at work: read the ratios with care, and rather the CPU time' : '';
  return `Node ${process.version}, ${platform()} ${arch()}, ${cores} cores; ${load}${busy}.`;
}

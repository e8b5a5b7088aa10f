// One program, run once: how long it took, what it used, and how it ended. Programs are started by `time` where there
// is GNU's, which has the kernel's own account; elsewhere /proc is read while they run, as far as there is one.
import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {familyOf, rssOf, usageOf} from './proc.mjs';

/**
 * @typedef {{file: string, args: readonly string[], cwd?: string, env?: Record<string, string>}} Command
 * @typedef {{seconds?: number, megabytes?: number}} Limits
 * @typedef {{wall: number, cpu: number | null, peak: number | null, failure: string | null, stdout: string}} Run
 *   seconds and MB; `cpu` and `peak` are null where nothing tells them; `failure` says why a run was no success
 */

const GNU_TIME = '/usr/bin/time';

/** Whether programs can be started by GNU's `time`. */
export const hasGnuTime = () => spawnSync(GNU_TIME, ['-f', '%M', 'true']).status === 0;

/**
 * Runs a program to its end, or until it passes a limit.
 * @param {Command} command
 * @param {{gnuTime: boolean, limits?: Limits}} how
 * @returns {Promise<Run>}
 */
export async function launch(command, {gnuTime, limits = {}}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gen-report-bench-'));
  const account = path.join(folder, 'account');
  const [file, ...args] = gnuTime
    ? [GNU_TIME, '-q', '-f', '%U %S %M', '-o', account, command.file, ...command.args]
    : [command.file, ...command.args];
  const start = performance.now();
  // A group of its own, so that a run past its limit can be ended with all that it started.
  const child = spawn(file, args, {
    cwd: command.cwd,
    env: {...process.env, ...command.env},
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const watched = watch(child, limits, gnuTime);
  const unbound = endWithUs(child);
  const [stdout, stderr, ended] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    endOf(child, start),
  ]).finally(() => {
    watched.stop();
    unbound();
  });
  const {seen, passed} = watched.told();
  const used = gnuTime && passed === null ? accountOf(account) : seen;
  rmSync(folder, {recursive: true});
  return {wall: ended.wall, ...used, failure: passed ?? failureOf(ended, stderr), stdout};
}

/** A group of its own does not hear that we are interrupted. Returns what undoes it. */
function endWithUs({pid}) {
  const stop = () => {
    end(pid);
    process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.once(signal, stop);
  return () => signals.forEach(signal => process.off(signal, stop));
}

/** Ends at `exit`, for pipes may stay open longer than the program. */
const endOf = (child, start) =>
  new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({wall: (performance.now() - start) / 1000, code, signal}));
  });

async function textOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** @returns {{cpu: number, peak: number}} */
function accountOf(file) {
  // `time` may say first that the program failed; its figures are the last line.
  const [user, system, kilobytes] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .at(-1)
    .split(' ')
    .map(Number);
  return {cpu: user + system, peak: kilobytes / 1024};
}

function failureOf({code, signal}, stderr) {
  if (code === 0) return null;
  const lines = stderr.split('\n').map(line => line.trim());
  const said = lines.find(line => /error/i.test(line)) ?? lines.find(Boolean) ?? '';
  return [signal ?? `exit ${code}`, ...(said ? [said] : [])].join(': ').slice(0, 240);
}

/** Looks at a running program: what it uses where `time` does not tell, and whether it passes a limit. */
function watch(child, {seconds = Infinity, megabytes = Infinity}, gnuTime) {
  const start = performance.now();
  const seen = {cpu: null, peak: null};
  let passed = null;
  const look = () => {
    const family = familyOf(child.pid);
    const rss = family.reduce((sum, pid) => sum + rssOf(pid), 0);
    // Where `time` is the parent, the program is what it started.
    const usage = usageOf(gnuTime ? family[1] : family[0]);
    if (usage) Object.assign(seen, usage);
    if (rss > megabytes) passed ??= `over ${megabytes} MB`;
    if (performance.now() - start > seconds * 1000) passed ??= `over ${seconds} s`;
    if (passed) end(child.pid);
  };
  const isLimited = seconds < Infinity || megabytes < Infinity;
  const timer = !gnuTime || isLimited ? setInterval(look, isLimited ? 100 : 10) : null;
  return {stop: () => clearInterval(timer), told: () => ({seen, passed})};
}

function end(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch (error) {
    // It ended by itself.
    if (error.code !== 'ESRCH') throw error;
  }
}

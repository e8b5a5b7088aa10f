/**
 * SVG -> PNG, on the font files that the PDF embeds and with no font of the machine, so that the pixels are the same
 * everywhere. A thread of its own draws and packs them while the other files of a report are made.
 */
import {Worker} from 'node:worker_threads';
import type {Asked, Painted} from './png-worker.ts';

/** Draws a chart as pixels, at twice its size. */
export type Paint = (svg: string) => Promise<Uint8Array>;

type Waiting = {readonly resolve: (png: Uint8Array) => void; readonly reject: (reason: unknown) => void};

/**
 * Opens what draws; the thread starts with the first picture, and keeps no program from ending.
 * @param script the built `png-worker.ts`
 * @param fonts paths of TTF files, and `family` what SVGs call them
 */
export function painter(script: string, fonts: readonly string[], family: string): Paint {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let asked = 0;
  const settle = (id: number, then: (each: Waiting) => void) => {
    const each = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
    if (each) then(each);
  };
  const start = () => {
    const made = new Worker(script);
    made.on('message', ({id, png, problem}: Painted) =>
      settle(id, ({resolve, reject}) => (png ? resolve(png) : reject(new Error(problem)))),
    );
    made.on('error', reason => [...waiting.keys()].forEach(id => settle(id, ({reject}) => reject(reason))));
    return made;
  };
  return svg =>
    new Promise((resolve, reject) => {
      worker ??= start();
      waiting.set(++asked, {resolve, reject});
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({id: asked, svg, fonts, family} satisfies Asked);
    });
}

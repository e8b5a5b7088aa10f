/** The thread that draws charts as pixels: see png.ts, which alone speaks to it. */
import {parentPort} from 'node:worker_threads';
import {Resvg} from '@resvg/resvg-js';

/** A picture to draw, with the number by which the answer is known. */
export type Asked = {
  readonly id: number;
  readonly svg: string;
  readonly fonts: readonly string[];
  readonly family: string;
};

export type Painted = {readonly id: number; readonly png: Uint8Array | null; readonly problem: string};

/** Twice the size of the chart in px, for sharp screens. */
const SCALE = 2;

function painted({id, svg, fonts, family}: Asked): Painted {
  try {
    const picture = new Resvg(svg, {
      fitTo: {mode: 'zoom', value: SCALE},
      font: {loadSystemFonts: false, fontFiles: [...fonts], defaultFontFamily: family},
    });
    return {id, png: new Uint8Array(picture.render().asPng()), problem: ''};
  } catch (error) {
    return {id, png: null, problem: String(error)};
  }
}

parentPort?.on('message', (asked: Asked) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort!.postMessage(painted(asked));
});

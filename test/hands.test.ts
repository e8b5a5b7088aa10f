/** Threads that paint and print: they make what is made here, tell what is wrong, and are not waited for when they are gone. */
import {beforeAll, describe, expect, test} from 'vitest';
import {nodeEnv} from '../src/env.ts';
import {openFonts} from '../src/fonts.ts';
import {type Hands, ownHands, threadedHands} from '../src/hands.ts';
import {ReportError} from '../src/issues.ts';
import {sampleDocument} from './sample-document.ts';
import {sampleTheme} from './sample-theme.ts';

const env = nodeEnv();
const CREATED = new Date('2008-05-08T00:00:00Z');
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="9" height="9"/></svg>';

let own: Hands;
let threads: Hands;
beforeAll(async () => {
  own = ownHands(sampleTheme, await openFonts(env, sampleTheme));
  threads = threadedHands(env, sampleTheme, true);
});

test('make the same bytes, several at a time', async () => {
  const made = (hands: Hands) =>
    Promise.all([hands.paint(SVG), hands.press(sampleDocument(), CREATED, []), hands.paint(SVG)]);
  const [here, there] = await Promise.all([own, threads].map(made));
  expect(there![1].pages).toBe(here![1].pages);
  for (const at of [0, 2] as const) expect(there![at]).toEqual(here![at]);
  expect(Buffer.from(there![1].bytes).equals(Buffer.from(here![1].bytes))).toBe(true);
});

describe('what is wrong', () => {
  test('with a document comes back as an issue, and the next is printed', async () => {
    const strange = {...sampleDocument(), running: {...sampleDocument().running, head: 'Осло 東京'}};
    await expect(threads.press(strange, CREATED, [])).rejects.toThrow(ReportError);
    expect((await threads.press(sampleDocument(), CREATED, [])).pages).toBeGreaterThan(0);
  });

  test('with a picture is told', () => expect(threads.paint('no picture')).rejects.toThrow());

  test('with the thread itself is told to whoever asks, then and later', async () => {
    const gone = threadedHands({...env, home: '/nowhere'}, sampleTheme, true);
    for (let asked = 0; asked < 2; asked++) {
      await expect(gone.paint(SVG)).rejects.toThrow('thread.mjs');
      await expect(gone.press(sampleDocument(), CREATED, [])).rejects.toThrow('thread.mjs');
    }
  });
});

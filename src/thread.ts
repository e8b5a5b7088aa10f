/** A thread that paints and prints: see hands.ts, which alone speaks to it. It opens the fonts of its theme itself. */
import {parentPort, workerData} from 'node:worker_threads';
import {nodeEnv} from './env.ts';
import {type Answer, type Apprentice, ownHands, type Question} from './hands.ts';
import {ReportError} from './issues.ts';
import {openFonts} from './fonts.ts';

const {theme, isPrinter} = workerData as Apprentice;
const hands = openFonts(nodeEnv(), theme).then(fonts => ownHands(theme, fonts));
if (isPrinter) await import('./print/pdf.ts');

async function answerTo({id, kind, asked}: Question): Promise<Answer> {
  try {
    const {paint, press} = await hands;
    return {id, made: await (kind === 'paint' ? paint(...asked) : press(...asked))};
  } catch (error) {
    if (error instanceof ReportError) return {id, issues: error.issues};
    return {id, failure: String((error as Error).stack ?? error)};
  }
}

/** Bytes are handed over, not copied. */
function bytesIn(answer: Answer): readonly ArrayBuffer[] {
  if (!('made' in answer)) return [];
  const {buffer} = answer.made instanceof Uint8Array ? answer.made : answer.made.bytes;
  return [buffer as ArrayBuffer];
}

parentPort?.on('message', async (question: Question) => {
  const answer = await answerTo(question);
  parentPort!.postMessage(answer, bytesIn(answer));
});

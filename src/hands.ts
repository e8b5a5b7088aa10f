/**
 * The two slow steps of a report that nothing else waits for: printing the PDF, and drawing pixels. They are done by
 * threads while the other files are made and read back, or here, one after the other; the bytes are the same.
 */
import path from 'node:path';
import {Worker} from 'node:worker_threads';
import type {Document} from './document.ts';
import type {Env} from './env.ts';
import {type Issue, ReportError} from './issues.ts';
import type {FontFiles} from './print/faces.ts';
import type {Attachment, PrintedPdf} from './print/pdf.ts';
import type {Theme} from './theme.ts';

export type Hands = {
  /** Draws a chart as pixels, at twice its size. */
  readonly paint: (svg: string) => Promise<Uint8Array>;
  /** Prints a document as PDF. `created` is the date that the file bears. */
  readonly press: (
    document: Document,
    created: Date,
    attachments: readonly Attachment[],
  ) => Promise<PrintedPdf>;
};

/** Does it all in this thread. */
export const ownHands = (theme: Theme, fonts: FontFiles): Hands => ({
  paint: async svg => {
    const {drawPng} = await import('./graphics/png.ts');
    return drawPng(svg, [fonts.regular.path, fonts.bold.path], theme.fonts.family);
  },
  press: async (document, created, attachments) => {
    const {printPdf} = await import('./print/pdf.ts');
    return printPdf(document, theme, fonts, created, attachments);
  },
});

/** What a thread is asked, with the number by which the answer is known. */
export type Question =
  | {readonly kind: 'paint'; readonly id: number; readonly asked: Parameters<Hands['paint']>}
  | {readonly kind: 'press'; readonly id: number; readonly asked: Parameters<Hands['press']>};

/** What comes back: what was made, what was wrong with what was asked for, or how the thread failed. */
export type Answer = {readonly id: number} & (
  | {readonly made: Uint8Array | PrintedPdf}
  | {readonly issues: readonly Issue[]}
  | {readonly failure: string}
);

/**
 * Leaves it to two threads, which start with what they are first asked; the printer, which has most to load, at once where
 * PDFs are sure to come.
 */
export function threadedHands({home}: Env, theme: Theme, isPrinting: boolean): Hands {
  const script = path.join(home, 'dist', 'thread.mjs');
  const [painter, printer] = [thread(script, theme, false), thread(script, theme, isPrinting)];
  return {
    paint: (...asked) => painter({kind: 'paint', asked}) as Promise<Uint8Array>,
    press: (...asked) => printer({kind: 'press', asked}) as Promise<PrintedPdf>,
  };
}

/** What a thread starts with; a printer loads its tools before it is asked. */
export type Apprentice = {readonly theme: Theme; readonly isPrinter: boolean};

type Asked = Pick<Question, 'kind' | 'asked'>;

type Waiting = {readonly resolve: (made: unknown) => void; readonly reject: (reason: Error) => void};

/** A thread that answers. It keeps no program from ending but while an answer is awaited. */
function thread(script: string, theme: Theme, isSure: boolean): (asked: Asked) => Promise<unknown> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;
  let failed: Error | null = null;
  const settle = (id: number, then: (each: Waiting) => void) => {
    const each = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
    if (each) then(each);
  };
  const start = () => {
    const started = new Worker(script, {workerData: {theme, isPrinter: isSure} satisfies Apprentice});
    started.on('message', (answer: Answer) => settle(answer.id, each => take(answer, each)));
    // It is gone then, and would answer nobody who asks later.
    started.on('error', (reason: Error) => {
      failed = reason;
      [...waiting.keys()].forEach(id => settle(id, ({reject}) => reject(reason)));
    });
    return started;
  };
  if (isSure) {
    worker = start();
    worker.unref();
  }
  return asked =>
    new Promise((resolve, reject) => {
      if (failed) return reject(failed);
      worker ??= start();
      count++;
      waiting.set(count, {resolve, reject});
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({...asked, id: count});
    });
}

function take(answer: Answer, {resolve, reject}: Waiting): void {
  if ('made' in answer) resolve(answer.made);
  else reject('issues' in answer ? new ReportError(answer.issues) : new Error(answer.failure));
}

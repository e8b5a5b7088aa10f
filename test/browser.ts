/**
 * A browser, where there is one, driven over a pipe by the DevTools protocol: for what a page does and no other program
 * can tell. `CHROMIUM` names one that must be there: where it is not, tests fail instead of being skipped.
 */
import {type ChildProcess, spawn} from 'node:child_process';
import {accessSync, constants, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Readable, Writable} from 'node:stream';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser's file; null where there is none and none is named. @throws Error where the one named is not there */
export function browserFile(): string | null {
  const given = process.env['CHROMIUM'];
  if (given && !isExecutable(given)) throw new Error(`CHROMIUM names no program: ${given}`);
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const files = given ? [given] : folders.flatMap(folder => NAMES.map(name => path.join(folder, name)));
  return files.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export type Size = {readonly width: number; readonly height: number};

export type Page = {
  /** The value of an expression in the page; a promise is waited for. */
  readonly value: <T>(expression: string) => Promise<T>;
  /** Presses a key by the name that an event has for it, also with Shift: "Tab", "Shift+Tab". */
  readonly press: (key: string) => Promise<void>;
  /** Clicks on the middle of the first element that fits. */
  readonly click: (selector: string) => Promise<void>;
  readonly address: () => Promise<string>;
  /** Styles the page for a medium. */
  readonly media: (name: 'print' | 'screen') => Promise<void>;
  /** The page as it is printed now, as a PDF. */
  readonly print: () => Promise<Uint8Array>;
  /** What the page complained of: faults of scripts, and what its security policy kept from running. */
  readonly complaints: () => readonly string[];
};

export type Browser = {
  readonly open: (address: string, size: Size, withScript?: boolean) => Promise<Page>;
  readonly close: () => Promise<void>;
};

type Params = Readonly<Record<string, unknown>>;
type Message = {
  id?: number;
  method?: string;
  params?: Params;
  result?: Params;
  error?: unknown;
  sessionId?: string;
};

/** Starts a browser. */
export function startBrowser(file: string): Browser {
  const folder = mkdtempSync(path.join(tmpdir(), 'gen-report-browser-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe'];
  const child = spawn(file, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const talk = talkWith(child);
  return {
    open: async (address, {width, height}, withScript = true) => {
      const {targetId} = await talk.send('Target.createTarget', {url: 'about:blank'});
      const {sessionId} = await talk.send('Target.attachToTarget', {targetId, flatten: true});
      const send = (method: string, params: Params = {}) => talk.send(method, params, sessionId as string);
      for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);
      await send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: 1, mobile: false});
      await send('Emulation.setScriptExecutionDisabled', {value: !withScript});
      const loaded = talk.event('Page.loadEventFired', sessionId as string);
      await send('Page.navigate', {url: address});
      await loaded;
      return pageOf(send, withScript, () => talk.heard(sessionId as string));
    },
    close: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve));
      // Killed, it would leave processes of its own behind for a moment, that still write to the folder.
      await talk.send('Browser.close', {});
      await ended;
      rmSync(folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
    },
  };
}

type Send = (method: string, params?: Params) => Promise<Params>;

const KEYS: Readonly<Record<string, Params>> = {
  Enter: {windowsVirtualKeyCode: 13, text: '\r'},
  Escape: {windowsVirtualKeyCode: 27},
  ' ': {windowsVirtualKeyCode: 32, code: 'Space', text: ' '},
  Tab: {windowsVirtualKeyCode: 9},
  ArrowLeft: {windowsVirtualKeyCode: 37},
  ArrowUp: {windowsVirtualKeyCode: 38},
  ArrowRight: {windowsVirtualKeyCode: 39},
  ArrowDown: {windowsVirtualKeyCode: 40},
};

const SHIFT = 8;

/** Two frames: what a page does after the next one is done. */
export const FRAMES = 'new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))';

function pageOf(send: Send, withScript: boolean, heard: () => readonly Message[]): Page {
  const value = async <T>(expression: string) => {
    const answer = await send('Runtime.evaluate', {expression, awaitPromise: true, returnByValue: true});
    if (answer['exceptionDetails']) throw new Error(JSON.stringify(answer['exceptionDetails']));
    return (answer['result'] as {value: T}).value;
  };
  // Where no script runs, there is none that could wait for frames.
  const settle = () => (withScript ? value(FRAMES) : new Promise(resolve => setTimeout(resolve, 300)));
  return {
    value,
    press: async name => {
      const key = name.replace('Shift+', '');
      const modifiers = name === key ? 0 : SHIFT;
      for (const type of ['keyDown', 'keyUp'])
        await send('Input.dispatchKeyEvent', {type, key, code: key, modifiers, ...KEYS[key]});
      await settle();
    },
    click: async selector => {
      const [x, y] = await value<readonly number[]>(`(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({block: 'center', inline: 'center'});
        const box = element.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
      })()`);
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', {type, x, y, button: 'left', clickCount: 1});
      await settle();
    },
    address: async () => {
      const {entries, currentIndex} = await send('Page.getNavigationHistory');
      return (entries as readonly {url: string}[])[currentIndex as number]!.url;
    },
    media: async name => void (await send('Emulation.setEmulatedMedia', {media: name})),
    print: async () => {
      const {data} = await send('Page.printToPDF', {preferCSSPageSize: true, printBackground: true});
      return new Uint8Array(Buffer.from(data as string, 'base64'));
    },
    complaints: () =>
      heard()
        .filter(({method}) => method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded')
        .map(({params}) => JSON.stringify(params)),
  };
}

/** Messages are JSON, each ended by a nought byte. */
function talkWith({stdio}: ChildProcess) {
  const [input, output] = [stdio[3] as Writable, stdio[4] as Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const events: Message[] = [];
  const awaited: {method: string; sessionId: string; resolve: () => void}[] = [];
  let rest = '';
  let last = 0;
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop()!;
    for (const message of parts.map(part => JSON.parse(part) as Message)) {
      if (message.id !== undefined) waiting.get(message.id)?.(message);
      else events.push(message);
      for (const each of awaited)
        if (each.method === message.method && each.sessionId === message.sessionId) each.resolve();
    }
  });
  return {
    send: (method: string, params: Params, sessionId?: string) =>
      new Promise<Params>((resolve, reject) => {
        const id = ++last;
        waiting.set(id, ({result, error}) =>
          error ? reject(new Error(`${method}: ${JSON.stringify(error)}`)) : resolve(result!),
        );
        input.write(`${JSON.stringify({id, method, params, ...(sessionId ? {sessionId} : {})})}\0`);
      }),
    event: (method: string, sessionId: string) =>
      new Promise<void>(resolve => void awaited.push({method, sessionId, resolve})),
    heard: (sessionId: string) => events.filter(event => event.sessionId === sessionId),
  };
}

/** Folders over HTTP on this machine, under whatever policy a site may have. */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';

/** By the name that stands first in an address, the policy that the server sends; null for none. */
export type Policies = Readonly<Record<string, string | null>>;

export type Site = {
  /** The address of a file of the folder under a policy. */
  readonly at: (policy: string, file: string) => string;
  readonly close: () => Promise<void>;
};

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
  csv: 'text/csv',
};

/** Serves a folder: `http://127.0.0.1:PORT/POLICY/path/to/file`. */
export async function serve(folder: string, policies: Policies): Promise<Site> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const [, policy = '', ...rest] = decodeURIComponent(pathname).split('/');
    readFile(path.join(folder, ...rest)).then(
      bytes => {
        const sent = policies[policy];
        const type = TYPES[path.extname(pathname).slice(1)] ?? 'application/octet-stream';
        response.writeHead(200, {'content-type': type, ...(sent ? {'content-security-policy': sent} : {})});
        response.end(bytes);
      },
      // A browser asks for an icon of its own accord.
      () => response.writeHead(pathname.endsWith('favicon.ico') ? 204 : 404).end(),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    at: (policy, file) => `http://127.0.0.1:${port}/${policy}/${file}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}

/** Which gen-report this is. It is read on its own, so that `--version` and `--help` load nothing else. */
import path from 'node:path';
import type {Env} from './env.ts';

/** The version of the package. */
export async function openVersion(env: Env): Promise<string> {
  const bytes = await env.read(path.join(env.home, 'package.json'));
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as {version: string}).version : 'unknown';
}

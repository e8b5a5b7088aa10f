#!/usr/bin/env node
// Starts the bundle. In a checkout it is built when it is missing or older than the source, so that
// `npm ci --ignore-scripts` and edited sources work too.
import {existsSync, readdirSync, statSync} from 'node:fs';
import module from 'node:module';

module.enableCompileCache?.(); // not on Node 20
const source = new URL('../src/', import.meta.url);
const bundle = new URL('../dist/cli.mjs', import.meta.url);
if (existsSync(source)) {
  const changed = url => statSync(url).mtimeMs;
  const newest = Math.max(
    ...readdirSync(source, {recursive: true}).map(name => changed(new URL(name, source))),
  );
  if (!existsSync(bundle) || newest > changed(bundle)) {
    const {buildAll} = await import('../scripts/build.mjs');
    await buildAll();
  }
}
await import(bundle.href);

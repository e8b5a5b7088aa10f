// A child of the benchmark: Typst prints reports on all counties in one process, and again. Says what each took.
//   node typst-further.mjs INPUTS OUT   INPUTS is JSON of {workspace, sources, fonts}
import {readFileSync, writeFileSync} from 'node:fs';
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler';

/** As `typst watch` does. Without it the second round would find each report ready, which no batch does. */
const OLDEST = 10;

const [inputs, out] = process.argv.slice(2);
const start = performance.now();
const {workspace, sources, fonts} = JSON.parse(readFileSync(inputs, 'utf8'));
const compiler = NodeCompiler.create({workspace, fontArgs: [{fontPaths: fonts}]});
const opened = (performance.now() - start) / 1000;

/** Seconds for each report. */
function round() {
  return sources.map(source => {
    const before = performance.now();
    writeFileSync(out, compiler.pdf({mainFileContent: readFileSync(source, 'utf8')}));
    compiler.evictCache(OLDEST);
    return (performance.now() - before) / 1000;
  });
}

console.log(JSON.stringify({opened, first: round(), warm: round()}));

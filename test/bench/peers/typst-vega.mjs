// A child of the benchmark: Typst prints a report whose source is ready, after Vega has drawn its charts from our specs, as
// ours does. Bundled before it is timed, since ours is.
//   node typst-vega.mjs INPUT OUT   INPUT is JSON of {workspace, source, fonts, charts: [{spec, svg}]}
import {readFileSync, writeFileSync} from 'node:fs';
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler';
import * as vega from 'vega';

const [input, out] = process.argv.slice(2);
const {workspace, source, fonts, charts} = JSON.parse(readFileSync(input, 'utf8'));
const compiler = NodeCompiler.create({workspace, fontArgs: [{fontPaths: fonts}]});
for (const {spec, svg} of charts) {
  const view = new vega.View(vega.parse(JSON.parse(readFileSync(spec, 'utf8'))), {renderer: 'none'});
  compiler.mapShadow(svg, Buffer.from(await view.toSVG()));
}
writeFileSync(out, compiler.pdf({mainFileContent: readFileSync(source, 'utf8')}));

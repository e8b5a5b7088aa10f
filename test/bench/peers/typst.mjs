// A child of the benchmark: Typst prints a report whose source and pictures are ready.
//   node typst.mjs INPUT OUT   INPUT is JSON of {workspace, source, fonts}
import {readFileSync, writeFileSync} from 'node:fs';
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler';

const [input, out] = process.argv.slice(2);
const {workspace, source, fonts} = JSON.parse(readFileSync(input, 'utf8'));
const compiler = NodeCompiler.create({workspace, fontArgs: [{fontPaths: fonts}]});
writeFileSync(out, compiler.pdf({mainFileContent: readFileSync(source, 'utf8')}));

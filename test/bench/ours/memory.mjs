// A child of the benchmark, with --expose-gc: many reports in one process, and what memory is held after each so many.
//   node --expose-gc memory.mjs FOLDER REPORTS EVERY verify|no-verify
import {ALL, makeCounty, openOffice} from './office.mjs';

const [folder, reports, every, verify] = process.argv.slice(2);
const office = await openOffice({live: true});
const {lib, workshop, writer} = office;
const {counties} = workshop.table;
const yardsticks = verify === 'verify' ? lib.yardsticksFor(workshop.table, [writer]) : null;

for (let made = 1; made <= Number(reports); made++) {
  await makeCounty(office, counties[made % counties.length], {formats: ALL, folder, yardsticks});
  if (made % Number(every)) continue;
  // Twice: what a finalizer lets go of is collected by the next.
  globalThis.gc();
  globalThis.gc();
  const {heapUsed, external, rss} = process.memoryUsage();
  console.log(
    JSON.stringify({made, heap: heapUsed / 2 ** 20, external: external / 2 ** 20, rss: rss / 2 ** 20}),
  );
}

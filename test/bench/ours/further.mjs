// A child of the benchmark: reports on all counties in one process, and again. Says on standard output what each took.
//   node further.mjs FOLDER FORMATS verify|no-verify
import {makeCounty, openOffice} from './office.mjs';

const [folder, asked, verify] = process.argv.slice(2);
const formats = asked.split(',');

const start = performance.now();
const office = await openOffice({live: formats.includes('html') || formats.includes('charts')});
const {lib, workshop, writer} = office;
const yardsticks = verify === 'verify' ? lib.yardsticksFor(workshop.table, [writer]) : null;
const opened = (performance.now() - start) / 1000;

/** Seconds for each county. */
async function round() {
  const seconds = [];
  for (const county of workshop.table.counties) {
    const before = performance.now();
    await makeCounty(office, county, {formats, folder, yardsticks});
    seconds.push((performance.now() - before) / 1000);
  }
  return seconds;
}

console.log(JSON.stringify({opened, first: await round(), warm: await round()}));

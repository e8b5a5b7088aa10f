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

/** Seconds from each county to the next, two of them being made at a time as the command does. */
async function round() {
  const done = [performance.now()];
  const waiting = workshop.table.counties.values();
  const makeNext = async () => {
    for (const county of waiting) {
      await makeCounty(office, county, {formats, folder, yardsticks});
      done.push(performance.now());
    }
  };
  await Promise.all([makeNext(), makeNext()]);
  return done.slice(1).map((at, i) => (at - done[i]) / 1000);
}

console.log(JSON.stringify({opened, first: await round(), warm: await round()}));

/** What a page is filled into, as the package has it; its charts are pictures and have no files. */
import {readFileSync} from 'node:fs';
import type {Extras} from '../src/print/html.ts';

export const EXTRAS: Extras = {
  shell: readFileSync('templates/page.html', 'utf8'),
  style: readFileSync('templates/style.css', 'utf8'),
  live: null,
  downloads: () => [],
};

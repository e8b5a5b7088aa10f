/**
 * The library: what `gen-report` is made of, for programs that want the table, the facts or the document.
 */
export type {Document} from './document.ts';
export {type Env, nodeEnv, type OutputFile} from './env.ts';
export type {County, Reading, Table} from './extract/table.ts';
export {type Hands, ownHands, threadedHands} from './hands.ts';
export {findCounty} from './facts/county.ts';
export {formatIssue, type Issue, ReportError} from './issues.ts';
export {
  type ChartSource,
  checkCharts,
  openCharts,
  openShells,
  openTable,
  openTheme,
  openWriter,
  type Writer,
} from './open.ts';
export {type Alternatives, openAlternatives} from './alternatives.ts';
export {type Format, FORMATS, type Printed, printReport, printSnippets, type Wish} from './outputs.ts';
export {openFonts} from './fonts.ts';
export {makeReport, openMeasure, type Report, type Workshop} from './report.ts';
export {type Finished, type Result, verifyFiles, type Verified} from './verification.ts';
export {yardsticksFor} from './yardsticks.ts';

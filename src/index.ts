/**
 * The library: what `gen-report` is made of, for programs that want the table, the facts or the document.
 *
 *     const env = nodeEnv();
 *     const {table} = await openTable(env, 'data/net-migration-2007.txt');
 */
export type {Document} from './document.ts';
export {type Env, nodeEnv, type OutputFile} from './env.ts';
export type {County, Table} from './extract/table.ts';
export {findCounty} from './facts/county.ts';
export {formatIssue, type Issue, ReportError} from './issues.ts';
export {openCharts, openTable, openTheme, openWriter} from './open.ts';
export {type Format, FORMATS, makeReport, printReport, type Report, type Workshop} from './report.ts';

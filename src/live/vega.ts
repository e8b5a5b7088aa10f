/**
 * Vega for the pages of a report: what draws a spec, with the interpreter in the place of generated code, so that it runs
 * where a policy forbids `eval`. Left out are maps, forces, trees, word clouds and what reads files: a chart that uses
 * those stays a picture.
 */
import * as encode from 'vega-encode';
import {transforms} from 'vega-dataflow';
import {expressionInterpreter} from 'vega-interpreter';
import {parse} from 'vega-parser';
import * as basic from 'vega-transforms';
import {View} from 'vega-view';
import * as views from 'vega-view-transforms';

Object.assign(transforms, basic, views, encode);
Object.assign(globalThis, {genReportVega: {View, parse, expressionInterpreter}});

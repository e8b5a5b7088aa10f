/**
 * Theme and language -> Vega config. A chart file names no colour and no font; it uses these names:
 *
 *     "range": "category"     for a scale over tones, its domain written in the order of TONES
 *     "range": "ordinal"      for a scale over inks, its domain written in the order of INKS
 *     "range": "diverging"    nine classes from the largest loss to the largest gain
 *     "style": "leader"       and the other styles below
 */
import {fontStack, type ColourName, type Theme} from '../theme.ts';
import type {Labels} from '../language.ts';

/** What a mark says about a number. */
export const TONES = ['gain', 'loss', 'gainMuted', 'lossMuted', 'zero', 'ring', 'ribbon'] as const;
export type Tone = (typeof TONES)[number];

/** What stands on the page or on a coloured mark. */
export const INKS = ['ink', 'ink2', 'inverse', 'background'] as const;

const HEAT = ['heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'heat6', 'heat7', 'heat8', 'heat9'] as const;

/** The colours are the light ones: a dark page recolours the finished SVG, so one picture serves both. */
export function vegaConfig(theme: Theme, number: Labels['number']) {
  const colour = (name: ColourName): string => theme.colours[name].light;
  const font = fontStack(theme.fonts);
  const words = {labelFont: font, titleFont: font, labelColor: colour('ink'), titleColor: colour('ink')};
  return {
    background: colour('background'),
    locale: {number},
    aria: true,
    text: {font, fill: colour('ink')},
    title: {font, color: colour('ink')},
    view: {stroke: null},
    // Vega shifts axes by half a pixel to sharpen them on screens; here the zero line must stand where bars start.
    axis: {...words, translate: 0, domain: false, ticks: false, grid: false, labelLimit: 0, aria: false},
    legend: {...words, aria: false},
    range: {category: TONES.map(colour), ordinal: INKS.map(colour), diverging: HEAT.map(colour)},
    style: {
      leader: both('stroke', colour('leader')),
      zero: {gridColor: colour('ink')},
      outline: both('stroke', colour('ink')),
      square: {stroke: colour('background')},
      tick: {stroke: colour('ring')},
    },
  };
}

/** Vega reads `fill` or `stroke`; in Vega-Lite its own defaults win over those, but not over `color`. */
function both(paint: 'fill' | 'stroke', colour: string) {
  return {[paint]: colour, color: colour};
}

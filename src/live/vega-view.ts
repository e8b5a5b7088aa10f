/** The little of Vega that the pages use, as `vega.ts` leaves it on the window. */

export type VegaView = {
  readonly runAsync: () => Promise<VegaView>;
  readonly finalize: () => void;
};

/** What Vega calls when the pointer comes upon a mark or leaves it; `value` is what the mark has for a tooltip. */
export type TooltipHandler = (
  handler: unknown,
  event: MouseEvent | null,
  item: unknown,
  value: unknown,
) => void;

export type Vega = {
  readonly View: new (
    runtime: unknown,
    options: {
      readonly expr: unknown;
      readonly renderer: 'svg';
      readonly container: HTMLElement;
      readonly hover: boolean;
      readonly tooltip: TooltipHandler;
    },
  ) => VegaView;
  readonly parse: (spec: unknown, config: null, options: {readonly ast: true}) => unknown;
  readonly expressionInterpreter: unknown;
};

/** Null where its script did not run. */
export const vegaHere = (): Vega | null =>
  (globalThis as {readonly genReportVega?: Vega}).genReportVega ?? null;

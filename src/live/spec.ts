/** Spec + patches -> the spec of one layout and one county. */
import type {LiveLayout, Patch} from '../graphics/live.ts';
import type {Spec} from '../graphics/spec.ts';

type Named = {readonly name: string; readonly value?: unknown; readonly values?: unknown};

/** Puts the size of a layout and what is patched into a Vega spec; later patches win. The spec itself stays as it is. */
export function patched(spec: Spec, layout: LiveLayout, patch: Patch): Spec {
  const signals = {...layout.signals, ...patch.signals};
  const data = {...layout.data, ...patch.data};
  const {width, height, padding} = layout;
  return structuredClone({
    ...spec,
    width,
    // A height that is worked out stays so.
    ...(typeof spec['height'] === 'number' ? {height} : {}),
    padding,
    signals: (spec['signals'] as readonly Named[]).map(signal =>
      Object.hasOwn(signals, signal.name) ? {...signal, value: signals[signal.name]} : signal,
    ),
    data: (spec['data'] as readonly Named[]).map(set =>
      Object.hasOwn(data, set.name) ? {...set, values: data[set.name]} : set,
    ),
  });
}

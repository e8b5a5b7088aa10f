/**
 * A figure comes alive: its picture is drawn anew by Vega, the same to the eye, and from then on answers pointer and
 * keyboard and shows whichever county is chosen.
 */
import type {LiveChart, LiveWords} from './data.ts';
import {patched} from './spec.ts';
import type {Tip} from './tip.ts';
import type {TooltipHandler, Vega, VegaView} from './vega-view.ts';
import {makeReachable, makeWalkable} from './walk.ts';
import {fillChoice, wordsOf} from './words.ts';

type LayoutName = 'wide' | 'narrow';

/** Of one layout: where its picture stands, and what draws it. */
type Stage = {readonly name: LayoutName; readonly place: HTMLElement; view: VegaView | null};

/** Starts the layout that is to be seen; the other when it comes to be seen, or when another county is chosen. */
export async function startChart(figure: HTMLElement, chart: LiveChart, vega: Vega, tip: Tip): Promise<void> {
  const picture = figure.querySelector<HTMLElement>('.picture');
  if (!picture) return;
  const stages = stagesOf(picture);
  const tell = wordsOf(figure, chart.county);
  let chosen: LiveWords | null = null;
  const draw = (stage: Stage) => drawStage(stage, chart, chosen, vega, tip, picture);
  const drawSeen = async () => {
    for (const stage of stages) if (!stage.view && isSeen(stage.place)) await draw(stage);
  };
  for (const {place} of stages) makeWalkable(place, tip);
  await drawSeen();
  new ResizeObserver(() => void drawSeen()).observe(picture);
  fillChoice(figure, chart, words => {
    chosen = words;
    tell(words);
    // Both, so that what is printed is what was chosen.
    void Promise.all(stages.map(draw));
  });
  figure.classList.add('live');
}

function stagesOf(picture: HTMLElement): readonly Stage[] {
  const names: readonly LayoutName[] = ['wide', 'narrow'];
  const stages = names.flatMap((name): readonly Stage[] => {
    const place = picture.querySelector<HTMLElement>(`:scope > .${name}`);
    return place ? [{name, place, view: null}] : [];
  });
  return stages.length ? stages : [{name: 'wide', place: picture, view: null}];
}

const isSeen = (place: HTMLElement) => place.getClientRects().length > 0;

async function drawStage(
  stage: Stage,
  {spec, ...layouts}: LiveChart,
  chosen: LiveWords | null,
  vega: Vega,
  tip: Tip,
  picture: HTMLElement,
): Promise<void> {
  const layout = layouts[stage.name];
  if (!layout) return;
  const patch = chosen?.[stage.name] ?? {signals: {}, data: {}};
  const runtime = vega.parse(patched(spec, layout, patch), null, {ast: true});
  const container = document.createElement('div');
  // Without an event where a view comes to its end.
  const tooltip: TooltipHandler = (_, event, __, value) =>
    event ? tip.show(String(value ?? ''), {x: event.clientX, y: event.clientY}) : tip.hide();
  const options = {
    expr: vega.expressionInterpreter,
    renderer: 'svg',
    container,
    hover: true,
    tooltip,
  } as const;
  const view = new vega.View(runtime, options);
  await view.runAsync();
  stage.view?.finalize();
  stage.view = view;
  const drawn = container.querySelector('svg')!;
  drawn.removeAttribute('style');
  // Vega would have the whole picture for a tab stop, which says nothing.
  drawn.removeAttribute('tabindex');
  stage.place.replaceChildren(drawn);
  // From here on the marks are named one by one: an image would hide them from whoever listens.
  picture.role = 'group';
  withoutRoles(drawn);
  makeReachable(drawn);
}

/** Vega says in English what each mark is ("rect mark"), whatever the language of the page, and says it again when it draws. */
function withoutRoles(svg: SVGElement): void {
  const remove = () => {
    for (const mark of svg.querySelectorAll('[aria-roledescription]'))
      mark.removeAttribute('aria-roledescription');
  };
  remove();
  new MutationObserver(remove).observe(svg, {subtree: true, attributeFilter: ['aria-roledescription']});
}

/** The tooltip of a page: what a mark says, beside the pointer or the mark. What it says the mark is named as well. */

export type Tip = {
  /** Shows words at a place of the window; no words hide it. */
  readonly show: (words: string, at: {readonly x: number; readonly y: number}) => void;
  readonly hide: () => void;
};

const DISTANCE = 14;
const MARGIN = 4;

export function makeTip(): Tip {
  const element = document.createElement('div');
  element.className = 'tip';
  element.hidden = true;
  // Whoever listens has it from the mark.
  element.ariaHidden = 'true';
  document.body.append(element);
  const hide = () => void (element.hidden = true);
  addEventListener('keydown', ({key}) => key === 'Escape' && hide());
  addEventListener('scroll', hide, {passive: true, capture: true});
  return {
    hide,
    show: (words, {x, y}) => {
      if (words === '') return hide();
      element.textContent = words;
      element.hidden = false;
      const {width, height} = element.getBoundingClientRect();
      const left = Math.min(x + DISTANCE, innerWidth - width - MARGIN);
      const below = y + DISTANCE;
      const top = below + height > innerHeight ? y - height - DISTANCE : below;
      element.style.translate = `${Math.max(MARGIN, left)}px ${Math.max(MARGIN, top)}px`;
    },
  };
}

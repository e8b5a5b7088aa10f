/**
 * Words for shares, each with one fixed interval, so that "almost half" always means the same.
 * Outside them a share is told in per cent, rounded once. The words stand in each language's labels.
 */

export type ShareWord =
  | 'less-than-one'
  | 'almost-half'
  | 'more-than-half'
  | 'two-thirds'
  | 'three-quarters'
  | 'almost-all';

/**
 * The word for `part` of `whole`, or null where it takes a percentage. The bounds are compared in
 * thousandths, without dividing.
 */
export function shareWord(part: number, whole: number): ShareWord | null {
  const least = (thousandths: number) => part * 1000 >= thousandths * whole;
  const most = (thousandths: number) => part * 1000 <= thousandths * whole;
  if (part > 0 && part * 200 < whole) return 'less-than-one';
  if (least(470) && part * 2 < whole) return 'almost-half';
  if (part * 2 > whole && most(550)) return 'more-than-half';
  if (least(650) && most(685)) return 'two-thirds';
  if (least(730) && most(770)) return 'three-quarters';
  if (least(950) && part < whole) return 'almost-all';
  return null;
}

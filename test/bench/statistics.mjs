// The little arithmetic that measurements need.

/** @param {readonly number[]} values */
export const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * @param {readonly (number | null)[]} values those that are null are left out
 * @returns {number | null} null of none
 */
export function median(values) {
  const sorted = values.filter(value => value !== null).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/**
 * The line of least squares through some points: how much y grows with x, and the standard error of that.
 * @param {readonly (readonly [number, number])[]} points at least three
 */
export function slope(points) {
  const [midX, midY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const spread = sum(points.map(([x]) => (x - midX) ** 2));
  const grows = sum(points.map(([x, y]) => (x - midX) * (y - midY))) / spread;
  const rest = sum(points.map(([x, y]) => (y - midY - grows * (x - midX)) ** 2));
  return {slope: grows, error: Math.sqrt(rest / (points.length - 2) / spread)};
}

/**
 * The power of x that y grows with between two points; null where it cannot be told.
 * @param {readonly [number, number]} from
 * @param {readonly [number, number]} to
 */
export function exponent([x, y], [laterX, laterY]) {
  return y > 0 && laterY > 0 ? Math.log(laterY / y) / Math.log(laterX / x) : null;
}

const sum = values => values.reduce((total, value) => total + value, 0);

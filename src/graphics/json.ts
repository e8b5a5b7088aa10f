/**
 * JSON of unknown form, read without trust: what a chart file holds is anyone's guess until it has been checked.
 */
export type Json = Readonly<Record<string, unknown>>;

/** An object as it is, anything else as an empty one. */
export function record(json: unknown): Json {
  return typeof json === 'object' && json !== null ? (json as Json) : {};
}

/** Every object in a JSON value, outermost first. */
export function objects(json: unknown): Json[] {
  if (Array.isArray(json)) return json.flatMap(objects);
  if (typeof json !== 'object' || json === null) return [];
  return [record(json), ...Object.values(json).flatMap(objects)];
}

/** Every text in a JSON value. */
export function texts(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(texts) : [];
}

/** The texts of a property that holds one or a list of them. */
export function names(json: unknown): string[] {
  return [json].flat().filter(name => typeof name === 'string');
}

/** Whether two JSON values are the same; the same object is, without a look inside. */
export const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

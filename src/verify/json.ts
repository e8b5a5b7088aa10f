/** JSON of whatever form, as the parts that are looked for: what is of another form has none. */
export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

export const record = (json: unknown): Json => (isRecord(json) ? json : {});

export const list = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

/** All objects in it, at any depth, from the outside in. */
export function objectsIn(json: unknown): readonly Json[] {
  if (Array.isArray(json)) return json.flatMap(objectsIn);
  return isRecord(json) ? [json, ...Object.values(json).flatMap(objectsIn)] : [];
}

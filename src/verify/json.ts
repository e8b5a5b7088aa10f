/** JSON of whatever form, as the parts that are looked for: what is of another form has none. */
export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

export const record = (json: unknown): Json => (isRecord(json) ? json : {});

export const list = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

/** All objects in it, at any depth, from the outside in. */
export function objectsIn(json: unknown): readonly Json[] {
  const found: Json[] = [];
  collect(json, found);
  return found;
}

/** Into one list: a spec has thousands of rows. */
function collect(json: unknown, found: Json[]): void {
  if (typeof json !== 'object' || json === null) return;
  if (isRecord(json)) found.push(json);
  for (const each of Object.values(json)) collect(each, found);
}

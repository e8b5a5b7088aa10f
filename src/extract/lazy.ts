/** Square tables whose cells are made when they are looked at, for those with more cells than there is room for. */

/** Rows and columns from 0 to `size`, to be read as lists of lists are. */
export const lazyRows = <Each>(
  size: number,
  cell: (row: number, column: number) => Each,
): readonly (readonly Each[])[] => {
  const rows = Array.from({length: size}, (_, row) => lazyList(size, column => cell(row, column)));
  return rows;
};

/** A list that holds nothing: what reads it asks for what is at each place. */
function lazyList<Each>(length: number, at: (place: number) => Each): readonly Each[] {
  const placeOf = (key: string | symbol) => {
    const place = typeof key === 'string' ? Number(key) : NaN;
    return Number.isInteger(place) && place >= 0 && place < length ? place : null;
  };
  return new Proxy<Each[]>(Array.from<Each>({length: 0}), {
    get: (list, key) => {
      const place = placeOf(key);
      if (place !== null) return at(place);
      return key === 'length' ? length : (Reflect.get(list, key) as unknown);
    },
    has: (list, key) => placeOf(key) !== null || Reflect.has(list, key),
  });
}

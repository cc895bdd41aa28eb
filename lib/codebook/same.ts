/** Whether two pieces of plain data say the same, whatever the order of their keys; a key that holds undefined is no key. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object" || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [entries(a), entries(b)];
  return left.length === right.length && left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]));
}

const entries = (value: object): [string, unknown][] => Object.entries(value).filter(([, one]) => one !== undefined);

/**
 * Arithmetic mean of the values that are there (null is left out), or null when none is.
 * The values are added from the smallest up, so that their order changes nothing, not even the last bit.
 */
export function meanOf(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (present.length === 0) return null;
  return present.reduce((sum, value) => sum + value, 0) / present.length;
}

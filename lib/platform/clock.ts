let source: () => Date = () => new Date();

/** The present moment. Ordering in the database never rests on it alone. */
export const now = (): Date => source();

/** Sets the clock in tests; returns a function that puts the real one back. */
export function setClock(next: () => Date): () => void {
  const before = source;
  source = next;
  return () => {
    source = before;
  };
}

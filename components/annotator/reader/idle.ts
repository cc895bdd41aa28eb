/** How long one slice of work may take where the browser does not say, in milliseconds. */
const SLICE_MS = 8;
/** A busy page gets a slice at least this often, in milliseconds. */
const AT_LEAST_MS = 250;
const PAUSE_MS = 30;

/**
 * Runs `work` in slices while the page has nothing better to do, until it answers false. `left` says how many
 * milliseconds the slice still has. Returns how to stop.
 */
export function inIdleTime(work: (left: () => number) => boolean): () => void {
  // Safari has no requestIdleCallback.
  const idle = typeof requestIdleCallback === "function";
  let handle = 0;
  const slice = (left: () => number): void => {
    if (work(left)) plan();
  };
  const plan = (): void => {
    if (idle) return void (handle = requestIdleCallback((deadline) => slice(deadline.didTimeout ? until(performance.now() + SLICE_MS) : () => deadline.timeRemaining()), { timeout: AT_LEAST_MS }));
    handle = window.setTimeout(() => slice(until(performance.now() + SLICE_MS)), PAUSE_MS);
  };
  plan();
  return () => (idle ? cancelIdleCallback(handle) : clearTimeout(handle));
}

function until(end: number): () => number {
  return () => end - performance.now();
}

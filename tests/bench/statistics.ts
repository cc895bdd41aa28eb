/** The value below which `share` (0 to 1) of the values lie, by linear interpolation. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle value. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Two things measured side by side. */
export interface Pair {
  /** Median over the rounds of the reference. */
  readonly reference: number;
  /** Median over the rounds of ours. */
  readonly ours: number;
  /** How far the first and the last reference are apart, as a share of the smaller one. */
  readonly drift: number;
}

const WARM_UPS = 3;

/** Runs the reference first, then ours and the reference in turn, so that the reference is also last. Before that both are warmed up alike, with rounds that do not count: a server compiles what it runs often. */
export async function interleaved(reference: () => Promise<number>, ours: () => Promise<number>, repeats = 5): Promise<Pair> {
  for (let round = 0; round < WARM_UPS; round += 1) {
    await reference();
    await ours();
  }
  const references = [await reference()];
  const own: number[] = [];
  for (let round = 0; round < repeats; round += 1) {
    own.push(await ours());
    references.push(await reference());
  }
  const [first = 0, last = 0] = [references[0], references.at(-1)];
  return { reference: median(references), ours: median(own), drift: Math.abs(last - first) / Math.min(first, last) };
}

/** How long `work` takes each time, in milliseconds, `times` times in a row; the middle one. */
export async function middleTime(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  }
  return median(taken);
}

/** Milliseconds of processor time that some work takes: nothing in it waits, and other programs do not count. */
export function processorTime(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return Promise.resolve((user + system) / 1_000);
}

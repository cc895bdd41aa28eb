import { type Random, randomFrom } from "@/lib/kernel/random";
import { difference, type Told } from "@/lib/stance/differences";
import { estimateOf, type Interval, SIGN_SCALE } from "@/lib/stance/estimate";
import { momentsOf } from "@/lib/stance/moments";
import { shrink } from "@/lib/stance/shrinkage";
import type { Line } from "./bed";

const [SPANS, OUTLETS, MOST_WORKS] = [12, 12, 24];
const SEED = 7n;
const REPEATS = 4_000;
/** Of 100; few works of few possible values make it a little less than 95, and shrunken intervals take outlets for normally spread, which these are not. */
const [USUAL, SHRUNKEN] = [{ atLeast: 93, atMost: 97 }, { atLeast: 91, atMost: 97 }];

/** How many of how many intervals held the truth, and how long they were on average. */
export type Held = { readonly held: number; readonly given: number; readonly length: number };

/** A tally of intervals against their truths. */
function tally() {
  let [held, given, length] = [0, 0, 0];
  return {
    add: (interval: Pick<Interval, "low" | "high"> | null, truth: number) => {
      if (interval === null) return;
      given += 1;
      length += interval.high - interval.low;
      if (interval.low <= truth && truth <= interval.high) held += 1;
    },
    read: (): Held => ({ held, given, length: length / given }),
  };
}

/** A number between −1 and +1, every one as likely. */
const even = (random: Random): number => (2 * (random.next() + 0.5)) / 2 ** 32 - 1;

/** The signs of twelve marks of a work that leans so: +1 in (1 + lean)/2 of them on average, else −1. |lean| ≤ 1. */
const marks = (lean: number, random: Random): number[] => Array.from({ length: SPANS }, () => (even(random) < lean ? 1 : -1));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Works of one outlet that lean ±.6 around its lean; with the interval over works, and the one that takes marks for independent. */
export function overWorks(works: number, repeats: number, random: Random): { readonly t: Held; readonly naive: Held } {
  const [t, naive] = [tally(), tally()];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const truth = 0.35 * even(random);
    const all = Array.from({ length: works }, () => marks(truth + 0.6 * even(random), random));
    t.add(estimateOf(momentsOf(all.map(mean)), SIGN_SCALE).interval.value, truth);
    const moments = momentsOf(all.flat())!;
    const half = 1.96 * Math.sqrt(moments.variance / moments.n);
    naive.add({ low: moments.mean - half, high: moments.mean + half }, truth);
  }
  return { t: t.read(), naive: naive.read() };
}

/** Twelve outlets of 3 to 24 works, which lean ±.35: their shrunken intervals, and the root mean squared errors of raw and shrunken means. */
export function overOutlets(repeats: number, random: Random): { readonly shrunken: Held; readonly raw: number; readonly drawn: number } {
  const shrunken = tally();
  let [raw, drawn, count] = [0, 0, 0];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const truths = Array.from({ length: OUTLETS }, () => 0.35 * even(random));
    const moments = truths.map((truth) => momentsOf(Array.from({ length: 3 + random.below(MOST_WORKS - 2) }, () => mean(marks(truth + 0.6 * even(random), random)))));
    shrink(moments, SIGN_SCALE).cells.forEach(({ value }, i) => {
      if (value === null) return;
      const truth = truths[i]!;
      shrunken.add(value.interval, truth);
      raw += (moments[i]!.mean - truth) ** 2;
      drawn += (value.mean - truth) ** 2;
      count += 1;
    });
  }
  return { shrunken: shrunken.read(), raw: Math.sqrt(raw / count), drawn: Math.sqrt(drawn / count) };
}

/** Two outlets on the same events, of which each leans ±.4 for both of them: with the events known, and not known. */
export function overEvents(events: number, repeats: number, random: Random): { readonly paired: Held; readonly unpaired: Held } {
  const [paired, unpaired] = [tally(), tally()];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const [one, other] = [0.35 * even(random), 0.35 * even(random)];
    const common = Array.from({ length: events }, () => 0.4 * even(random));
    const told = (outlet: string, lean: number): Told[] => common.map((event, i) => ({ workId: `${outlet}${i}`, eventId: String(i), value: mean(marks(lean + event + 0.2 * even(random), random)) }));
    const [first, second] = [told("a", one), told("b", other)];
    const bare = (works: readonly Told[]) => works.map((work) => ({ ...work, eventId: null }));
    paired.add(difference(first, second, SIGN_SCALE).interval.value, one - other);
    unpaired.add(difference(bare(first), bare(second), SIGN_SCALE).interval.value, one - other);
  }
  return { paired: paired.read(), unpaired: unpaired.read() };
}

/** How many of 100 intervals of stance hold the truth that made-up works, outlets and events were drawn from. */
export function stanceCoverage(): Promise<Line[]> {
  const random = randomFrom(SEED);
  const works = [3, 5, 10, 30].map((size) => [size, overWorks(size, REPEATS, random)] as const);
  const outlets = overOutlets(REPEATS / 4, random);
  const events = [3, 5, 10].map((size) => [size, overEvents(size, REPEATS, random)] as const);
  return Promise.resolve([
    ...works.map(([size, { t }]) => line(`t over works, ${size} works`, t, USUAL)),
    ...works.map(([size, { naive }]) => line(`Normal over marks, ${size} works: not to be used`, naive, { atMost: 85 })),
    line(`Shrunken, ${OUTLETS} outlets of 3 to ${MOST_WORKS} works`, outlets.shrunken, SHRUNKEN, `; error ${outlets.raw.toFixed(3)} raw, ${outlets.drawn.toFixed(3)} shrunken`),
    ...events.map(([size, { paired, unpaired }]) => line(`Paired difference, ${size} events`, paired, USUAL, `; Welch ${unpaired.length.toFixed(2)} long`)),
  ]);
}

const line = (what: string, { held, given, length }: Held, goal: Line["goal"], more = ""): Line => ({
  what, unit: "%", goal, reference: "the truth that was drawn from", ours: `holds it in ${held.toLocaleString("en")} of ${given.toLocaleString("en")}, ${length.toFixed(2)} long${more}`, value: (100 * held) / given,
});

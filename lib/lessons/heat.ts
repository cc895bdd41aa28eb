import { sweep } from "@/lib/annotations/segments";
import type { Framing } from "@/lib/codebook/framing";

/** A pupil's mark as the class's picture needs it: one per passage, offsets in code points. */
export type ClassMark = { readonly id: string; readonly memberId: string; readonly framing: Framing; readonly start: number; readonly end: number };

/** How many different pupils. A pupil who marked the same words twice in two ways counts in both framings and once in `pupils`. */
export type Counts = { readonly pupils: number } & { readonly [F in Framing]: number };

/** A stretch of words that the same pupils marked in the same ways. */
export type HeatSegment = Counts & { readonly start: number; readonly end: number };

const distinct = (marks: readonly ClassMark[]): number => new Set(marks.map(({ memberId }) => memberId)).size;

/** How many pupils marked, in all and by framing. */
export const countPupils = (marks: readonly ClassMark[]): Counts => ({
  pupils: distinct(marks),
  advocacy: distinct(marks.filter(({ framing }) => framing === "advocacy")),
  neutral: distinct(marks.filter(({ framing }) => framing === "neutral")),
  critical: distinct(marks.filter(({ framing }) => framing === "critical")),
});

/** The marks of a class as disjoint stretches in order, which cover exactly what anybody marked. */
export function heatOf(marks: readonly ClassMark[]): HeatSegment[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  return sweep(marks).map(({ start, end, ids }) => ({ start, end, ...countPupils(ids.flatMap((id) => byId.get(id) ?? [])) }));
}

/** The step of the marker ramp, 1 to 5, for so many of those who handed in; 0 for nobody. */
export const heatStep = (pupils: number, handedIn: number): 0 | 1 | 2 | 3 | 4 | 5 => (pupils === 0 ? 0 : (Math.min(5, Math.max(1, Math.ceil((pupils / Math.max(handedIn, pupils)) * 5))) as 1 | 2 | 3 | 4 | 5));

/** Two pupils at least, and a quarter of those who marked the words, on each of two sides. */
const SIDE = { least: 2, share: 0.25 } as const;

/** How many stand on the second largest side, where that is a side at all; else 0. */
export function splitSize({ pupils, advocacy, neutral, critical }: Counts): number {
  const second = [advocacy, neutral, critical].sort((a, b) => b - a)[1]!;
  return second >= SIDE.least && second >= pupils * SIDE.share ? second : 0;
}

/** Words on which the class was split. */
export type Split = Counts & { readonly start: number; readonly end: number };

/**
 * The passages on which the class was split, the most even first, then in reading order. Stretches that touch are one
 * passage; its counts are those of whoever marked any word of it.
 */
export function splitsOf(marks: readonly ClassMark[]): Split[] {
  const passages: { start: number; end: number }[] = [];
  for (const segment of heatOf(marks).filter((one) => splitSize(one) > 0)) {
    const last = passages.at(-1);
    if (last?.end === segment.start) last.end = segment.end;
    else passages.push({ start: segment.start, end: segment.end });
  }
  return passages
    .map((passage) => ({ ...passage, ...countPupils(marks.filter((mark) => mark.start < passage.end && passage.start < mark.end)) }))
    .sort((a, b) => splitSize(b) - splitSize(a) || a.start - b.start);
}

import { NO_COUNTS } from "@/lib/stance/counts";
import { momentsOf } from "@/lib/stance/moments";
import type { GroupSums, PointSums } from "@/lib/stance/sums";

/** The sums of an outlet whose works have these mean signs in own voice, and nothing else. */
export function sumsOf(groupId: string | null, values: readonly number[], more: Partial<GroupSums> = {}): GroupSums {
  const points = values.map((own, i): PointSums => ({ workId: `w${i}`, own, quoted: 0, all: own, rate: own }));
  const zeros = values.map(() => 0);
  return {
    groupId, targetId: "mayor", articles: values.length, works: values.length, spans: 0, annotatorIds: ["ann", "bob"], sharedWorks: values.length, settledArticles: 0,
    counts: { own: NO_COUNTS, quoted: NO_COUNTS, embedded: NO_COUNTS, none: NO_COUNTS }, own: momentsOf(values), quoted: momentsOf(zeros), all: momentsOf(values), rate: momentsOf(values), points: values.length < 3 ? points : [], ...more,
  };
}

import type { Observation } from "@/lib/stance/sums";

/** What a coder made of an article, of its own work in one outlet unless the test says otherwise. */
export const seen = (articleId: string, coderId: string, value: number, change: Partial<Observation> = {}): Observation => ({
  groupId: "tern", targetId: "mayor", workId: `w-${articleId}`, articleId, coderId, value, spans: 1, ...change,
});

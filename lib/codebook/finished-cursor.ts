import { isId } from "@/lib/kernel/id";

/** First the articles that name the target, then the others. */
export const STAGES = ["named", "others"] as const;
export type Stage = (typeof STAGES)[number];

/** A place in a list of finished assignments: behind the one of this article, member and round. */
export type FinishedCursor = { readonly stage: Stage; readonly articleId: string; readonly memberId: string; readonly round: number };

const ZERO = "00000000-0000-0000-0000-000000000000";
/** Where a stage begins. */
export const beginOf = (stage: Stage): FinishedCursor => ({ stage, articleId: ZERO, memberId: ZERO, round: 0 });

/** The cursor as it stands in an address. */
export const writeFinishedCursor = (cursor: FinishedCursor): string => [cursor.stage, cursor.articleId, cursor.memberId, cursor.round].join(".");

/** Reads what `writeFinishedCursor` wrote; null for anything else. */
export function readFinishedCursor(text: string): FinishedCursor | null {
  const [stage, articleId, memberId, round, ...rest] = text.split(".");
  if (rest.length > 0 || !STAGES.includes(stage as Stage) || !isId(articleId) || !isId(memberId) || !/^\d{1,3}$/u.test(round ?? "")) return null;
  return { stage: stage as Stage, articleId, memberId, round: Number(round) };
}

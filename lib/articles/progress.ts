/** How far an article's annotation is, over its assignments. */
export const PROGRESS = ["not_assigned", "assigned", "in_progress", "submitted"] as const;
/** One of `PROGRESS`. */
export type Progress = (typeof PROGRESS)[number];

/** How many assignments of an article stand where; withdrawn ones are not counted. */
export type Counts = { readonly assigned: number; readonly inProgress: number; readonly submitted: number };

/** The one word for an article: submitted only when all have submitted. */
export function progressOf({ assigned, inProgress, submitted }: Counts): Progress {
  if (assigned + inProgress + submitted === 0) return "not_assigned";
  if (assigned + inProgress === 0) return "submitted";
  return inProgress + submitted > 0 ? "in_progress" : "assigned";
}

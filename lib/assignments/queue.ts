/** Where an assignment can stand. */
export const ASSIGNMENT_STATES = ["assigned", "in_progress", "submitted", "returned", "withdrawn"] as const;
/** One of `ASSIGNMENT_STATES`. */
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** The words for a state on screens. */
export const ASSIGNMENT_STATE_NAMES: Readonly<Record<AssignmentState, string>> = {
  assigned: "To do",
  in_progress: "In progress",
  submitted: "Submitted",
  returned: "Returned",
  withdrawn: "Withdrawn",
};

/** One line of an annotator's own queue. */
export type QueueItem = {
  id: string;
  articleId: string;
  title: string;
  words: number;
  state: AssignmentState;
  position: number;
  round: number;
  phase: string;
  submittedAt: Date | string | null;
  /** Left for later by its annotator. */
  skipped: boolean;
  /** Somebody asked about words of this article, and its annotator has not said anything since. */
  asked: boolean;
  /** The day by which it is due (YYYY-MM-DD). */
  dueOn: string | null;
};

/** How many of the own assignments stand where; the skipped are among the open ones. */
export type QueueCounts = { assigned: number; inProgress: number; returned: number; submitted: number; skipped: number };

/** What the own queue has beside its articles: whether there is a pool to take from, and how many articles come after practice. */
export type QueueExtras = { pool: boolean; afterPractice: number };

/** A place in the queue, as it stands in an address. */
export const writePlace = (item: { position: number; id: string }): string => `${item.position}.${item.id}`;

/** Reads what `writePlace` wrote; null for anything else. */
export function readPlace(text: string): { position: number; id: string } | null {
  const found = /^(\d{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu.exec(text);
  return found?.[1] !== undefined && found[2] !== undefined ? { position: Number(found[1]), id: found[2] } : null;
}

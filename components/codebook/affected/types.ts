import type { Framing } from "@/lib/codebook/framing";

/** A mark that a change of meaning asks to look at again, with times in ISO form. */
export type AffectedMark = {
  id: string; spanId: string; articleId: string; articleTitle: string; assignmentId: string; assignmentState: string; annotator: string;
  /** Null until its article was submitted once. */
  quote: string | null; framing: Framing | null;
  reason: string; versionNumber: number; settledAt: string | null; outcome: "kept" | "changed" | "deleted" | null;
};

/** Which marks are listed. */
export type AffectedQuery = { state: "open" | "settled"; version: number | undefined; after: string | undefined };

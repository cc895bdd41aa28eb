import type { CodebookContent } from "@/lib/codebook/content";

/** An assignment as the choice looks at it, with the submission that is asked for (first or latest). */
export type AssignmentRow = {
  readonly id: string;
  readonly articleId: string;
  readonly memberId: string;
  readonly phase: string;
  readonly round: number;
  readonly state: string;
  /** Blocks that count; none means all. */
  readonly blockOrdinals: readonly number[];
  /** Null where nothing was submitted. */
  readonly firstSubmittedAt: string | null;
  /** Whether others' marks were seen before that submission. */
  readonly peersSeen: boolean;
  /** Whether the source was hidden until then; null where it was not asked for. */
  readonly sourceHidden: boolean | null;
  readonly keyed: boolean;
  readonly archived: boolean;
};

/** A submission's JSON as text, and what of its article it was made on. */
export type SubmissionRow = {
  readonly assignmentId: string;
  readonly content: string;
  /** Made on an older text than the article has now. */
  readonly older: boolean;
  /** The newest codebook when it was submitted. */
  readonly codebookVersion: number;
};

/** A block of the current text, and whether it can carry marks. */
export type BlockRow = readonly [ordinal: number, start: number, end: number, annotatable: boolean];

export type ArticleRow = { readonly id: string; readonly title: string; readonly workId: string; readonly words: number; readonly blocks: readonly BlockRow[] };

/** Where a mark made on an older text stands today: nowhere where its words went; null where nobody can say (removed before, or moved by hand since). */
export type LaterPlace = { readonly spanId: string; readonly parts: readonly (readonly [start: number, end: number])[] | null };

/** Names, and what was merged into what. */
export type Names = {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** In the project's order. Merges point at the target that stands, at any distance. */
  readonly targets: readonly { readonly id: string; readonly name: string; readonly mergedIntoId: string | null }[];
  readonly codebook: CodebookContent;
};

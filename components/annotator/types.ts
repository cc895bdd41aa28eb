import type { ReaderSettings } from "@/lib/accounts/reader-settings";
import type { Confidence, JudgementValue, NoteKind, SpanCodes, SpanPart } from "@/lib/annotations/span";
import type { BlockKind } from "@/lib/articles/blocks";
import type { SpeechKind } from "@/lib/articles/speech/passage";
import type { SourceReveal } from "@/lib/projects/blinding";
import type { CodebookContent } from "@/lib/codebook/content";

/** A span as the screen keeps it. Offsets are code points of the article's text. */
export type AnnotatorSpan = SpanCodes & { readonly id: string; readonly version: number; readonly parts: readonly SpanPart[]; readonly memberId?: string | undefined; /** The old words of a mark whose words went with a corrected text; it has no parts then. */ readonly lost?: readonly { readonly quote: string }[] | undefined; /** It began as a suggestion. */ readonly fromSuggestion?: boolean | undefined; /** The codebook version it was saved under; unknown of one that was just made here. */ readonly codebookVersion?: number | undefined };

/** Where an assignment stands. */
export type AssignmentState = "assigned" | "in_progress" | "submitted" | "returned";

/** A block as the API sends it. */
export type BlockData = { readonly ordinal: number; readonly kind: BlockKind; readonly start: number; readonly end: number };

/** A passage in which somebody else than the outlet may speak. Offsets are code points of the served text; the speaker is named there. */
export type SpeechData = { readonly kind: SpeechKind; readonly start: number; readonly end: number; readonly inner: { readonly start: number; readonly end: number }; readonly speaker: { readonly start: number; readonly end: number } | null };

/** A target that spans can be about; a focus target needs a judgement. */
export type Target = { readonly id: string; readonly name: string; readonly isFocus: boolean };

type Named = { readonly id: string; readonly name: string };

/** The article as this annotator may see it. */
export type ArticleData = {
  readonly id: string;
  readonly revisionId: string;
  readonly title: string;
  readonly text: string;
  readonly language: string | null;
  /** The words and sentences of the text, as `lib/text/token-code` writes them. */
  readonly tokens: string;
  readonly sentences: string;
  readonly sha256?: string | null | undefined;
  readonly outlet: Named | null;
  readonly publisher: Named | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly genre: string | null;
  readonly publishedOn: string | null;
  readonly words?: number | undefined;
  /** Outlet, publisher, byline and address are kept from this annotator for now. */
  readonly sourceHidden?: boolean | undefined;
  /** When they are shown to this annotator, where they are hidden. */
  readonly sourceReveal?: SourceReveal | undefined;
};

/** The assignment itself. */
export type AssignmentData = {
  readonly id: string;
  readonly state: AssignmentState;
  readonly phase: string;
  readonly round: number;
  readonly version: number;
  readonly submittedAt: string | null;
  /** A day, YYYY-MM-DD. */
  readonly dueOn: string | null;
  /** The only blocks that count and can be marked; none named means all. */
  readonly blockOrdinals: readonly number[];
} & AsideData;

/** Whether an annotator left an article for later or flagged it, and why. */
export type AsideData = {
  readonly skippedAt: string | null;
  readonly skipReason: string;
  readonly flaggedAt: string | null;
  readonly flagNote: string;
};

/** What the annotator answered to a question about the whole article. No labels: taken back. */
export type AnswerData = { readonly setId: string; readonly labelIds: readonly string[]; readonly version: number; /** A later codebook changed what it means. */ readonly needsReview: boolean };

/** A note on the whole article, or on what it leaves out. */
export type NoteData = { readonly id: string; readonly kind: NoteKind; readonly body: string; readonly version: number };

/** A return by a reviewer: what to look at, and after which submission. */
export type ReturnData = { readonly at: string; readonly by: string | null; readonly comment: string; readonly spanIds: readonly string[]; readonly number: number };

/** A span that a newer codebook asks to look at. */
export type ReviewData = { readonly spanId: string; readonly reason: string; readonly versionNumber: number };

/** One line of the queue. */
export type QueueItem = { readonly assignmentId: string; readonly title: string; readonly state: AssignmentState; readonly skipped: boolean; readonly number?: number | undefined };

/** Where this assignment stands among the annotator's. */
export type QueueData = {
  readonly position: number;
  readonly total: number;
  readonly submitted: number;
  readonly skipped: number;
  /** The neighbours in the queue, whatever their state. */
  readonly nextId: string | null;
  readonly previousId: string | null;
  /** What one opens next: open articles first, then skipped ones; null when nothing else is open. */
  readonly nextOpenId: string | null;
  readonly items: readonly QueueItem[];
};

/** All that the annotate screen shows: the answer of `GET …/assignments/{id}/document`. */
export type AnnotateDocument = {
  /** Whose work it is. */
  readonly memberId: string;
  /** How many changes the server has of this work: to tell whether a screen knows of all. */
  readonly changes: number;
  readonly assignment: AssignmentData;
  readonly article: ArticleData;
  readonly blocks: readonly BlockData[];
  /** In the order of the text, disjoint. */
  readonly speech: readonly SpeechData[];
  readonly codebookVersion: { readonly id: string; readonly number: number; readonly content: CodebookContent };
  readonly targets: readonly Target[];
  /** Targets that marks or judgements here are about and that are no longer offered: out of use, or merged into another, by whose name they go. */
  readonly formerTargets: readonly { readonly id: string; readonly name: string; readonly rootId: string | null }[];
  readonly spans: readonly AnnotatorSpan[];
  readonly judgements: readonly { readonly targetId: string; readonly value: JudgementValue | null; readonly confidence: Confidence | null; readonly note: string; readonly version: number }[];
  readonly answers: readonly AnswerData[];
  readonly notes: readonly NoteData[];
  /** The newest last. */
  readonly returns: readonly ReturnData[];
  /** There is a discussion with the reviewers. */
  readonly discussed: boolean;
  readonly reviews: readonly ReviewData[];
  readonly queue: QueueData;
  readonly projectKind: "research" | "class";
  /** Whether the project lets people have phrases suggested that they coded before. */
  readonly allowSuggestions: boolean;
  /** Who is at work, for what this browser remembers of them; null of a job. */
  readonly userId: string | null;
  readonly settings: ReaderSettings;
};

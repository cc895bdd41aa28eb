import type { Aids } from "@/lib/adjudication/aids";
import type { BoundaryRule, Cluster } from "@/lib/adjudication/cluster";
import type { Decision as StoredDecision } from "@/lib/adjudication/decision";
import type { Confidence, JudgementValue, SpanCodes, SpanPart } from "@/lib/annotations/span";
import type { BlockKind } from "@/lib/articles/blocks";
import type { CodebookContent } from "@/lib/codebook/content";

/** What a settled mark says: a mark's codes without anybody's confidence. */
export type SettledCodes = Omit<SpanCodes, "confidence">;
/** A mark as it is to be settled. */
export type SettledDraft = SettledCodes & { readonly parts: readonly SpanPart[] };

/** What somebody decided, as far as this screen shows it. */
export type Decision = Omit<StoredDecision, "start" | "end" | "codebookVersion" | "revisionId" | "settled"> & { readonly settled: readonly SettledMark[] };
/** A mark of the settled record. */
export type SettledMark = SettledDraft & { readonly id: string };

/** Somebody who submitted the article; the name is hidden where the project hides it. */
export type Annotator = { readonly id: string; readonly letter: string; readonly name: string | null; readonly assignmentId: string | null; readonly submittedAt: string; readonly blockOrdinals: readonly number[] };

/** A cluster with what was decided about it. */
export type ShownCluster = Cluster & {
  /** From 1 in the order of the text. */
  readonly number: number;
  readonly decision: Decision | null;
  /** Marks changed after it was decided. */
  readonly changedSince: boolean;
  /** The decisions that a new one replaces. */
  readonly replaces: readonly string[];
  readonly threads: number;
  readonly questions: number;
  /** Starting points, where two or more read the words. */
  readonly aids: Aids | null;
};

/** A block of the article. */
export type BlockData = { readonly ordinal: number; readonly kind: BlockKind; readonly start: number; readonly end: number };
/** A target that marks can be about. */
export type Target = { readonly id: string; readonly name: string; readonly isFocus: boolean; readonly archived: boolean };

/** What was said of the whole article by everybody, and what was decided about it. */
type Whole<Value> = { readonly values: readonly { readonly memberId: string; readonly value: Value; readonly confidence?: Confidence | null | undefined; readonly note?: string | undefined }[]; readonly same: boolean; readonly decision: Decision | null; readonly changedSince: boolean };
export type JudgementRow = Whole<JudgementValue> & { readonly targetId: string };
export type AnswerRow = Whole<readonly string[]> & { readonly setId: string };

type Named = { readonly id: string; readonly name: string };

/** Everything the adjudication screen shows of one article: the answer of `GET …/adjudication`. */
export type AdjudicationDocument = {
  readonly article: { readonly id: string; readonly title: string; readonly text: string; readonly revisionId: string; readonly language: string | null; readonly genre: string | null; readonly outlet: Named | null; readonly publisher: Named | null; readonly tokens: string; readonly sentences: string; readonly archived: boolean; readonly blocks: readonly BlockData[] };
  readonly adjudication: { readonly state: "open" | "settled"; readonly version: number; readonly claimedBy: Named | null; readonly claimedUntil: string | null; readonly settledBy: Named | null; readonly settledAt: string | null; readonly settledDecisionId: string | null; readonly undecided: number };
  readonly annotators: readonly Annotator[];
  readonly clusters: readonly ShownCluster[];
  /** Marks where nobody marked. */
  readonly added: readonly Decision[];
  /** Decisions that settled something out of marks of which none is left. */
  readonly detached: readonly Decision[];
  readonly judgements: readonly JudgementRow[];
  readonly answers: readonly AnswerRow[];
  readonly codebook: { readonly id: string; readonly number: number; readonly content: CodebookContent };
  readonly targets: readonly Target[];
  readonly rules: { readonly boundaryRule: BoundaryRule; readonly hideNames: boolean };
};

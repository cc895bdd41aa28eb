import type { SpanCodes, SpanPart } from "@/lib/annotations/span";
import type { Cluster, Reason } from "./cluster";
import { type Mark, sameCodes, sameMark, sharedLength } from "./same-mark";

/** What a decision is about: the marks of a cluster (or none, where a mark is added), a judgement or an answer on the whole article, the article. */
export const SUBJECTS = ["cluster", "judgement", "answer", "article"] as const;
export type Subject = (typeof SUBJECTS)[number];
export const OUTCOMES = ["settled", "rejected", "reopened"] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** How somebody came to it. */
export const METHODS = ["unanimous", "adopted", "merged", "edited", "added", "rule", "similar", "rejected", "reopened"] as const;
export type Method = (typeof METHODS)[number];

/** A mark of the settled record, stamped with the codebook that it was settled under. */
export type SettledMark = Omit<SpanCodes, "confidence" | "speaker"> & { readonly id: string; readonly speaker: string | null; readonly parts: SpanPart[] };

/** A decision as it was made. It never changes; `replacedBy` says that another one stands in its place. */
export type Decision = {
  readonly id: string;
  readonly number: number;
  readonly subject: Subject;
  readonly targetId: string | null;
  readonly setId: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly outcome: Outcome;
  readonly method: Method;
  readonly reason: Reason | null;
  readonly note: string;
  readonly value: unknown;
  /** Null where nobody decided: the text was corrected, or marks changed. */
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
  readonly codebookVersion: number;
  /** The revision whose offsets `start` and `end` are. */
  readonly revisionId: string;
  readonly replacedBy: string | null;
  /** The marks that it was about, in the versions that were looked at. */
  readonly spans: readonly { readonly id: string; readonly version: number }[];
  readonly settled: readonly SettledMark[];
};

/** What somebody wants to decide about the marks of a cluster. */
export type Wish = { readonly outcome: "settled" | "rejected"; readonly method: Method; readonly from: readonly string[]; readonly settled: readonly Mark[]; readonly reason: Reason | null; readonly note: string };

/**
 * Whether an annotator's mark is upheld: it stands in the record as it is, or was taken up (named in `from`) with
 * all that it says, if not with its extent. Not marking is never upheld nor refuted.
 */
export function isUpheld(span: Mark & { readonly id: string }, { outcome, from, settled }: Pick<Wish, "outcome" | "from" | "settled">): boolean {
  if (outcome !== "settled") return false;
  return settled.some((mark) => sameMark(span, mark) || (from.includes(span.id) && sameCodes(span, mark) && sharedLength(span.parts, mark.parts) > 0));
}

/** Whether a decision goes against everybody who read the place: no mark of it is upheld, or none is left although each of them marked. */
export function overridesEverybody(cluster: Pick<Cluster, "spans" | "readers">, wish: Wish): boolean {
  if (cluster.spans.length === 0) return false;
  if (wish.outcome === "rejected") return cluster.readers.every((memberId) => cluster.spans.some((span) => span.memberId === memberId));
  return !cluster.spans.some((span) => isUpheld(span, wish));
}

/** What is wrong with a wish, and where. */
export type WishProblem = { readonly path: string; readonly message: string };

/** Methods that say themselves why: what they settle is somebody's, or a rule's. */
const SPEAKS_FOR_ITSELF: readonly Method[] = ["adopted", "merged", "rule", "unanimous"];

/** What is wrong with what somebody wants to decide about a cluster (null: a mark where nobody marked). Empty where nothing is. */
export function wishProblems(cluster: Pick<Cluster, "spans" | "readers" | "state"> | null, wish: Wish): WishProblem[] {
  const problems: WishProblem[] = [];
  const wrong = (path: string, message: string): void => void problems.push({ path, message });
  const { outcome, method, settled, from } = wish;
  const sources = cluster?.spans.filter((span) => from.includes(span.id)) ?? [];
  if ((outcome === "rejected") !== (method === "rejected")) wrong("/method", "does not go with this outcome");
  if (outcome === "settled" && settled.length === 0) wrong("/settled", "holds no mark; reject the cluster if none stands");
  if (outcome === "rejected" && settled.length > 0) wrong("/settled", "must be empty where nothing stands");
  if ((cluster === null) !== (method === "added")) wrong("/method", cluster === null ? "must be added where nobody marked" : "cannot be added: there are marks here");
  if (sources.length < from.length) wrong("/from", "names a mark that is not in this cluster");
  if (method === "adopted" && !settled.every((mark) => sources.some((span) => sameMark(span, mark)))) wrong("/settled", "is not the mark that it was adopted from");
  if (method === "merged" && !settled.every((mark) => sources.some((span) => sameCodes(span, mark) && sharedLength(span.parts, mark.parts) > 0))) wrong("/settled", "says something else than the marks that it was merged from");
  if (method === "unanimous" && cluster?.state !== "unanimous") wrong("/method", "is only for what everybody marked alike");
  if (method === "unanimous" && cluster && !(settled.every((mark) => cluster.spans.some((span) => sameMark(span, mark))) && cluster.spans.every((span) => settled.some((mark) => sameMark(span, mark))))) wrong("/settled", "is not what everybody marked");
  const against = cluster !== null && overridesEverybody(cluster, wish);
  if (wish.reason === null && (outcome === "rejected" || (against && !SPEAKS_FOR_ITSELF.includes(method)))) wrong("/reason", outcome === "rejected" ? "is needed where nothing stands" : "is needed where it goes against everybody");
  if (against && wish.note.trim() === "") wrong("/note", "is needed where it goes against everybody");
  return problems;
}

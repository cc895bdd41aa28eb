import { overridesEverybody } from "@/lib/adjudication/decision";
import type { SpanPart } from "@/lib/annotations/span";
import type { ClusterSpan, Reason } from "@/lib/adjudication/cluster";
import type { SettledCodes, SettledDraft, ShownCluster } from "../types";
import { settledCodes } from "./requests";

/** A mark that the reviewer is writing. */
export type EditDraft = {
  /** The cluster that it settles; null for a mark that nobody made. */
  readonly key: string | null;
  readonly parts: readonly SpanPart[];
  /** Without a target or framing it cannot be recorded. */
  readonly codes: Omit<SettledCodes, "targetId" | "framing"> & { readonly targetId: string | null; readonly framing: SettledCodes["framing"] | null };
  /** The marks that it is made out of. */
  readonly from: readonly string[];
  /** Why it is so; asked for where nobody marked it so. */
  readonly reason: Reason | null;
  readonly note: string;
};

/** A draft out of one annotator's version, with other words where some are given. */
export function draftFrom(cluster: Pick<ShownCluster, "key">, span: ClusterSpan, parts: readonly SpanPart[] = span.parts, from: readonly string[] = [span.id]): EditDraft {
  return { key: cluster.key, parts, codes: settledCodes(span), from, reason: null, note: "" };
}

/** A draft of a mark that nobody made, about nothing yet. */
export function emptyDraft(asksVoice: boolean, targetId: string | null): EditDraft {
  return { key: null, parts: [], codes: { targetId, framing: null, voice: asksVoice ? "own" : null, attribution: null, speaker: null, directness: "direct", device: null, labelIds: [], note: "" }, from: [], reason: null, note: "" };
}

/** The mark that a draft would become; null while it lacks something that every mark has. */
export function markOf({ codes, parts }: EditDraft): SettledDraft | null {
  const { targetId, framing } = codes;
  return targetId === null || framing === null || parts.length === 0 ? null : { ...codes, targetId, framing, parts };
}

/** What a draft lacks before it can be recorded; null when nothing. A version that goes against everybody's needs its reason and a word. */
export function lacking(draft: EditDraft, cluster: Pick<ShownCluster, "spans" | "readers"> | null): "words" | "target" | "framing" | "reason" | "note" | null {
  if (draft.parts.length === 0) return "words";
  if (draft.codes.framing === null) return "framing";
  if (draft.codes.targetId === null) return "target";
  if (!overridesAll(draft, cluster)) return null;
  if (draft.reason === null) return "reason";
  return draft.note.trim() === "" ? "note" : null;
}

/** Whether a draft goes against everybody who read the words of its cluster, as the server sees it. */
export function overridesAll(draft: EditDraft, cluster: Pick<ShownCluster, "spans" | "readers"> | null): boolean {
  const mark = markOf(draft);
  return cluster !== null && mark !== null && overridesEverybody(cluster, { outcome: "settled", method: "edited", from: draft.from, settled: [mark], reason: null, note: "" });
}

import type { ClusterSpan, Reason } from "@/lib/adjudication/cluster";
import { sameCodes, sameMark } from "@/lib/adjudication/same-mark";
import type { JudgementValue, SpanPart } from "@/lib/annotations/span";
import type { SettledCodes, SettledDraft, ShownCluster } from "../types";
import type { Column } from "./columns";

/** A decision as it is sent. */
export type DecisionBody = {
  readonly id: string;
  readonly subject: "cluster" | "judgement" | "answer";
  readonly clusterKey?: string;
  /** The marks that it is about, as they were when the person decided. */
  readonly spans: readonly { readonly id: string; readonly version: number }[];
  readonly outcome: "settled" | "rejected";
  readonly method: "unanimous" | "adopted" | "merged" | "edited" | "added" | "rejected";
  readonly from: readonly string[];
  readonly settled: readonly SettledDraft[];
  readonly reason?: Reason;
  readonly note: string;
  readonly targetId?: string;
  readonly setId?: string;
  readonly value?: JudgementValue | readonly string[];
  readonly replaces: readonly string[];
};

type About = Pick<ShownCluster, "key" | "spans" | "replaces">;

/** What a mark says. How sure somebody was, and their note, stay with them. */
export function settledCodes({ targetId, framing, voice, attribution, speaker, directness, device, labelIds }: ClusterSpan): SettledCodes {
  return { targetId, framing, voice, attribution, speaker: speaker ?? null, directness, device, labelIds: [...labelIds], note: "" };
}

const settledOf = (span: ClusterSpan, parts: readonly SpanPart[] = span.parts): SettledDraft => ({ ...settledCodes(span), parts });

function about(cluster: About): Pick<DecisionBody, "subject" | "clusterKey" | "spans" | "replaces"> {
  return {
    subject: "cluster",
    clusterKey: cluster.key,
    spans: cluster.spans.map(({ id, version }) => ({ id, version })),
    replaces: cluster.replaces,
  };
}

/** One annotator's version stands. All marks that say just the same are upheld with it. */
export function adopted(id: string, cluster: About, span: ClusterSpan): DecisionBody {
  const alike = cluster.spans.filter((other) => sameMark(other, span)).map((other) => other.id);
  const isUnanimous = alike.length === cluster.spans.length && alike.length > 1;
  return { id, ...about(cluster), outcome: "settled", method: isUnanimous ? "unanimous" : "adopted", from: alike, settled: [settledOf(span)], note: "" };
}

/** Two versions stand beside each other as two marks. */
export function keptTwo(id: string, cluster: About, [one, other]: readonly [Column, Column]): DecisionBody {
  return { id, ...about(cluster), outcome: "settled", method: "adopted", from: [one.span.id, other.span.id], settled: [settledOf(one.span), settledOf(other.span)], note: "" };
}

/** A version with other edges stands; it comes from all marks that say the same. */
export function merged(id: string, cluster: About, span: ClusterSpan, parts: readonly SpanPart[]): DecisionBody {
  const alike = cluster.spans.filter((other) => sameCodes(other, span)).map((other) => other.id);
  return { id, ...about(cluster), outcome: "settled", method: "merged", from: alike, settled: [settledOf(span, parts)], note: "" };
}

/** A version that the reviewer wrote stands, made out of marks of the cluster. */
export function edited(id: string, cluster: About, mark: SettledDraft, from: readonly string[], note: string, reason: Reason | null): DecisionBody {
  return { id, ...about(cluster), outcome: "settled", method: "edited", from, settled: [mark], note, ...(reason === null ? {} : { reason }) };
}

/** A mark that nobody made. */
export function added(id: string, mark: SettledDraft, note: string, replaces: readonly string[] = []): DecisionBody {
  return { id, subject: "cluster", spans: [], outcome: "settled", method: "added", from: [], settled: [mark], note, replaces };
}

/** No mark stands here, because. */
export function rejected(id: string, cluster: About, reason: Reason, note: string): DecisionBody {
  return { id, ...about(cluster), outcome: "rejected", method: "rejected", from: [], settled: [], reason, note };
}

/** Why something stands that nobody said. */
export type Because = { readonly reason: Reason; readonly note: string };

/** What the article as a whole says toward a target, or the answer to a question about it. `isTheirs`: somebody said so; else `because` tells why. */
export function wholeDecision(id: string, about: { readonly targetId: string } | { readonly setId: string }, value: JudgementValue | readonly string[], isTheirs: boolean, because: Because | null, replaces: readonly string[]): DecisionBody {
  return { id, subject: "targetId" in about ? "judgement" : "answer", ...about, spans: [], outcome: "settled", method: isTheirs ? "adopted" : "edited", from: [], settled: [], note: because?.note ?? "", ...(because ? { reason: because.reason } : {}), value, replaces };
}

/** What a decision is about, as one word: two decisions with the same one stand in each other's way. */
export function subjectOf({ id, subject, clusterKey, targetId, setId }: Pick<DecisionBody, "id" | "subject" | "clusterKey" | "targetId" | "setId">): string {
  if (subject === "cluster") return clusterKey ?? `added ${id}`;
  return subject === "judgement" ? `judgement ${targetId}` : `answer ${setId}`;
}

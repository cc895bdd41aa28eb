import type { AdjudicationDocument, Decision, SettledMark, ShownCluster } from "../types";
import type { DecisionBody } from "./requests";

/** A decision that the server does not have yet: on its way, not taken, or in the way of one that somebody made meanwhile. */
export type Waiting = { readonly body: DecisionBody; /** Stays the same when it is sent again, so that it counts once. */ readonly operationId: string; readonly state: "sending" | "failed" | "conflict"; /** Why it was not taken. */ readonly sentence: string; readonly theirs: Decision | null };

/** The clusters as they are shown: a decision on its way counts, one that was not taken does not. Clusters without news keep their identity. */
export function shownClusters(clusters: readonly ShownCluster[], waiting: ReadonlyMap<string, Waiting>): readonly ShownCluster[] {
  return clusters.map((cluster) => {
    const own = waiting.get(cluster.key);
    return own?.state === "sending" ? { ...cluster, decision: provisional(own.body), changedSince: false } : cluster;
  });
}

/** A decision as it looks before the server has it. */
export function provisional(body: DecisionBody): Decision {
  return {
    id: body.id, number: 0, subject: body.subject, outcome: body.outcome, method: body.method, reason: body.reason ?? null, note: body.note, by: null, at: "",
    targetId: body.targetId ?? null, setId: body.setId ?? null, value: body.value ?? null,
    replacedBy: null, spans: body.spans,
    settled: body.settled.map((mark, i): SettledMark => ({ ...mark, id: `${body.id} ${i}` })),
  };
}

/** The document with a decision that the server took. */
export function put(document: AdjudicationDocument, subject: string, decision: Decision): AdjudicationDocument {
  if (decision.subject === "judgement") return { ...document, judgements: document.judgements.map((row) => (row.targetId === decision.targetId ? { ...row, decision, changedSince: false } : row)) };
  if (decision.subject === "answer") return { ...document, answers: document.answers.map((row) => (row.setId === decision.setId ? { ...row, decision, changedSince: false } : row)) };
  if (document.clusters.some(({ key }) => key === subject)) return { ...document, clusters: document.clusters.map((cluster) => (cluster.key === subject ? { ...cluster, decision, changedSince: false, replaces: [decision.id] } : cluster)) };
  return { ...document, added: [...document.added.filter(({ id }) => id !== decision.id), decision] };
}

/** Every mark that stands: of clusters, and those that nobody had made. */
export function standingMarks(clusters: readonly ShownCluster[], added: readonly Decision[]): readonly SettledMark[] {
  return [...clusters.flatMap(({ decision, changedSince }) => (decision === null || changedSince ? [] : decision.settled)), ...added.flatMap((decision) => (decision.outcome === "settled" ? decision.settled : []))];
}

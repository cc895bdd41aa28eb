import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import type { Op } from "@/lib/projects/operation";
import { ruledMarks } from "../boundary-rule";
import { isOpen } from "../answers";
import type { Decision } from "../decision";
import { isDecided } from "../standing";
import { unanimousMarks } from "../strands";
import { readState } from "./article-state";
import { recordUntilItHolds, type Standing } from "./decide";
import { clusterEntry } from "./entries";
import type { Entry } from "./record";

/** What is accepted at once: clusters that everybody marked alike and questions that everybody answered alike, or clusters that the project's rule for boundaries settles. */
export type BulkWish = { kind: "unanimous" | "boundaries"; clusterKeys: readonly string[]; targetIds: readonly string[]; setIds: readonly string[]; codebookVersionId: string | null };
/** What was not accepted: it is decided, or not (any more) of this kind. */
export type Skipped = { key: string; reason: "decided" | "not_of_this_kind" };
export type BulkDone = { decisions: Decision[]; skipped: Skipped[]; adjudication: Standing };

/**
 * Accepts many clusters and questions of an article at once, each as a decision of its own on the marks as they are
 * now. Those that are decided or of another kind by now are left alone and named. 409 where somebody else has claimed
 * the article, and where it is settled.
 */
export async function decideMany(actor: MemberActor, op: Op, articleId: string, wish: BulkWish): Promise<BulkDone> {
  const done = await recordUntilItHolds(actor, op, articleId, wish.codebookVersionId, `decision.bulk_${wish.kind}`, async () => {
    const { marks, standing, said } = await readState(actor, articleId);
    const skipped: Skipped[] = [];
    const skip = (key: string, reason: Skipped["reason"]): [] => {
      skipped.push({ key, reason });
      return [];
    };
    const ofClusters = [...new Set(wish.clusterKeys)].flatMap((key): Entry[] => {
      const cluster = marks.clusters.find((one) => one.key === key);
      const found = standing.clusters.get(key);
      if (isDecided(found)) return skip(key, "decided");
      const settled = cluster && (wish.kind === "unanimous" ? unanimousMarks(cluster) : ruledMarks(marks.boundaryRule, cluster));
      if (!settled) return skip(key, "not_of_this_kind");
      return [clusterEntry(cluster, { id: newId(), outcome: "settled", method: wish.kind === "unanimous" ? "unanimous" : "rule", from: cluster.spans.map(({ id }) => id), settled: settled.map((mark) => ({ ...mark, parts: [...mark.parts], labelIds: [...mark.labelIds] })), reason: null, note: "", replaces: found?.replaces ?? [] })];
    });
    const asked = wish.kind === "unanimous" ? [...said.judgements.map((one) => ({ ...one, subject: "judgement" as const, key: one.targetId, setId: null })), ...said.answers.map((one) => ({ ...one, subject: "answer" as const, key: one.setId, targetId: null }))] : [];
    const ofArticle = [...new Set([...wish.targetIds, ...wish.setIds])].flatMap((key): Entry[] => {
      const question = asked.find((one) => one.key === key);
      if (question && !isOpen(question)) return skip(key, "decided");
      if (!question?.same) return skip(key, "not_of_this_kind");
      const { subject, targetId, setId, decision, values } = question;
      return [{ id: newId(), subject, targetId, setId, start: null, end: null, outcome: "settled", method: "unanimous", reason: null, note: "", value: values[0]!.value, closes: 1, replaces: decision ? [decision.id] : [], spans: [], settled: [] }];
    });
    return { marks, entries: [...ofClusters, ...ofArticle], aside: skipped };
  });
  return { decisions: done.decisions, skipped: done.aside as Skipped[], adjudication: { version: done.version, undecided: done.undecided } };
}

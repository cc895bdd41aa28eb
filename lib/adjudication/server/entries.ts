import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { speakerName } from "@/lib/annotations/speaker";
import { JUDGEMENTS } from "@/lib/annotations/span";
import { checkLabels } from "@/lib/codebook/check-given";
import { codebookOf, currentCodebook } from "@/lib/codebook/server/cached";
import { conflict, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import type { Cluster, Reason } from "../cluster";
import { isUpheld, wishProblems, type Method, type SettledMark, type WishProblem } from "../decision";
import { contentKey } from "../same-mark";
import { readState } from "./article-state";
import type { Marks } from "./marks";
import type { Entry } from "./record";

/** What somebody decides. `spans`: the marks of the cluster as they were looked at, none where a mark is added. */
export type DecisionWish = {
  id: string;
  subject: "cluster" | "judgement" | "answer";
  spans: readonly { id: string; version: number }[];
  outcome: "settled" | "rejected";
  method: Method;
  from: readonly string[];
  settled: readonly Omit<SettledMark, "id">[];
  reason: Reason | null;
  note: string;
  targetId: string | null;
  setId: string | null;
  value: unknown;
  replaces: readonly string[];
  codebookVersionId: string | null;
  revisionId: string | null;
};

const refuse = (problems: readonly WishProblem[]): void => {
  const [first] = problems;
  if (first) throw invalid(`${first.path}: ${first.message}`, { errors: problems });
};

/** The cluster that is made of these marks in these versions and no others; null for none at all; undefined where there is no such cluster. */
export function namedCluster(marks: Marks, spans: DecisionWish["spans"]): Cluster | null | undefined {
  const [first] = spans;
  if (!first) return null;
  const cluster = marks.clusters.find((one) => one.spans.some(({ id }) => id === first.id));
  const same = cluster?.spans.length === spans.length && cluster.spans.every((span) => spans.some(({ id, version }) => id === span.id && version === span.version));
  return same ? cluster : undefined;
}

/** What is stored of a decision about a cluster, or about words where nobody marked (`cluster` null). */
export function clusterEntry(cluster: Cluster | null, wish: Pick<DecisionWish, "id" | "outcome" | "method" | "from" | "reason" | "note" | "replaces" | "settled">): Entry {
  const settled = wish.settled.map((mark): SettledMark => ({ ...mark, id: newId() }));
  const parts = settled.flatMap((mark) => mark.parts);
  return {
    id: wish.id, subject: "cluster", targetId: null, setId: null,
    start: cluster?.start ?? Math.min(...parts.map((part) => part.start)), end: cluster?.end ?? Math.max(...parts.map((part) => part.end)),
    outcome: wish.outcome, method: wish.method, reason: wish.reason, note: wish.note, value: null, replaces: wish.replaces, closes: 1, settled,
    spans: (cluster?.spans ?? []).map((span) => ({ id: span.id, version: span.version, memberId: span.memberId, upheld: isUpheld(span, wish) })),
  };
}

/** Checks a wish about a cluster and makes what is stored of it. Throws what is wrong with it (422). */
export async function checkedEntry(actor: MemberActor, cluster: Cluster | null, wish: DecisionWish): Promise<Entry> {
  const problems = wishProblems(cluster, wish);
  const keys = wish.settled.map(contentKey);
  if (new Set(keys).size < keys.length) problems.push({ path: "/settled", message: "holds a mark twice" });
  const carried = cluster?.spans.flatMap(({ labelIds }) => labelIds) ?? [];
  if (wish.settled.some(({ labelIds }) => labelIds.length > 0)) {
    const codebook = wish.codebookVersionId === null ? await currentCodebook(actor) : await codebookOf(actor, wish.codebookVersionId);
    const wrong = wish.settled.flatMap(({ labelIds }, i) => (codebook ? checkLabels(codebook.content, "span", labelIds, carried).map((one) => ({ ...one, path: `/settled/${i}${one.path}` })) : []));
    problems.push(...wrong);
  }
  refuse(problems);
  return clusterEntry(cluster, { ...wish, settled: wish.settled.map((mark) => ({ ...mark, speaker: mark.speaker === null ? null : speakerName(mark.speaker) })) });
}

const asText = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...(value as unknown[])].sort() : value);

/** Checks a wish about a judgement of the article, or an answer, and makes what is stored of it. Throws what is wrong with it (422), and 409 where somebody decided it. */
export async function answerEntry(actor: MemberActor, articleId: string, wish: DecisionWish): Promise<{ entry: Entry; marks: Marks }> {
  const { marks, said } = await readState(actor, articleId);
  const standing = wish.subject === "judgement" ? said.judgements.find((one) => one.targetId === wish.targetId) : said.answers.find((one) => one.setId === wish.setId);
  const problems: WishProblem[] = [];
  const wrong = (path: string, message: string): void => void problems.push({ path, message });
  const values = standing?.values.map((one) => asText(one.value)) ?? [];
  const alike = values.includes(asText(wish.value));
  if (wish.subject === "judgement" ? wish.targetId === null || wish.setId !== null : wish.setId === null || wish.targetId !== null) wrong(`/${wish.subject === "judgement" ? "targetId" : "setId"}`, "is needed here, and nothing else");
  if (wish.spans.length + wish.settled.length + wish.from.length > 0) wrong("/spans", "must be empty: this is about the whole article");
  if ((wish.outcome === "rejected") !== (wish.method === "rejected")) wrong("/method", "does not go with this outcome");
  else if (wish.outcome === "rejected" && wish.value !== null) wrong("/value", "must be empty where nothing stands");
  else if (wish.outcome === "settled") await checkValue(actor, wish, wrong);
  if (wish.method === "unanimous" && !(standing?.same && alike)) wrong("/method", "is only for what everybody said alike");
  if (wish.method === "adopted" && !alike) wrong("/value", "is nobody's");
  if (!["unanimous", "adopted", "edited", "rejected"].includes(wish.method)) wrong("/method", "is not for answers on the whole article");
  const against = values.length > 0 && !alike;
  if (wish.reason === null && (wish.outcome === "rejected" || against)) wrong("/reason", "is needed where it goes against everybody");
  if (against && wish.note.trim() === "") wrong("/note", "is needed where it goes against everybody");
  refuse(problems);
  const closes = standing?.decision && !standing.changedSince ? 0 : standing ? 1 : 0;
  const { id, subject, targetId, setId, outcome, method, reason, note, value, replaces } = wish;
  return { marks, entry: { id, subject, targetId, setId, start: null, end: null, outcome, method, reason, note, value, replaces, closes, spans: [], settled: [] } };
}

async function checkValue(actor: MemberActor, wish: DecisionWish, wrong: (path: string, message: string) => void): Promise<void> {
  if (wish.subject === "judgement") {
    if (!(JUDGEMENTS as readonly unknown[]).includes(wish.value)) wrong("/value", "is no judgement");
    return;
  }
  const { content } = wish.codebookVersionId === null ? await currentCodebook(actor) : ((await codebookOf(actor, wish.codebookVersionId)) ?? (await currentCodebook(actor)));
  const set = content.sets.find(({ id }) => id === wish.setId);
  const ids = wish.value;
  if (!set || set.level !== "article") wrong("/setId", "is no question on whole articles");
  else if (!Array.isArray(ids) || ids.length === 0 || !ids.every((one) => set.labels.some(({ id }) => id === one))) wrong("/value", `is no answer to “${set.name}”`);
  else for (const problem of checkLabels(content, "article", ids as string[], ids as string[])) wrong("/value", problem.message);
}

/** The conflict where marks were changed, taken back or added since somebody looked at them. */
export const changed = () => conflict("Marks here were changed since you looked at them. Nothing was decided; look at them again.", { reason: "changed" });

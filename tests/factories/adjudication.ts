import type { AdjudicationDocument, ShownCluster } from "@/lib/adjudication/server/document";
import { newId } from "@/lib/kernel/id";
import { call } from "./call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "./world";

export const TEXT = "Town hall dithers\nThe port company stepped in where the town hall had dithered, running free ferries.\nPatience is in short supply on Tallow Street.\nYou may also like";

/** What one annotator marks: words, and what differs from a critical mark in own voice toward the first target. */
export type Marked = { quote: string; target?: number; framing?: string; voice?: string; id?: string };

/** A project with reviewers, annotators and one article that some of them can submit. */
export type Bench = { projectId: string; lead: TestMember; reviewer: TestMember; other: TestMember; annotators: TestMember[]; article: TestArticle; targets: string[]; at: string };

/** A project with `annotators` people, two reviewers, three targets and an article. */
export async function makeBench(annotators = 3, text = TEXT): Promise<Bench> {
  const projectId = await makeProject();
  const [lead, reviewer, other] = [await addMember(projectId, "coordinator"), await addMember(projectId, "reviewer"), await addMember(projectId, "reviewer")];
  const people: TestMember[] = [];
  for (let i = 0; i < annotators; i++) people.push(await addMember(projectId, "annotator"));
  const article = await addArticle(projectId, text, { kinds: { 3: "chrome" } });
  // Not focus targets: then a submission asks for no judgement.
  const targets = [await addTarget(projectId, "Town council", false), await addTarget(projectId, "Port company", false), await addTarget(projectId, "Mayor", false)];
  return { projectId, lead, reviewer, other, annotators: people, article, targets, at: `/projects/${projectId}/articles/${article.articleId}` };
}

/** Lets an annotator mark words and submit; answers with the assignment and the ids of the marks. */
export async function submitted(bench: Bench, who: TestMember, marks: readonly Marked[], article = bench.article): Promise<{ assignmentId: string; spanIds: string[] }> {
  const assignmentId = await assign(who, article);
  const spanIds: string[] = [];
  for (const { quote, target = 0, framing = "critical", voice = "own", id = newId() } of marks) {
    const made = await call(who, "POST", `/projects/${bench.projectId}/assignments/${assignmentId}/spans`, spanOver(article, quote, bench.targets[target]!, { framing, voice, id }));
    if (made.status !== 201) throw new Error(made.text);
    spanIds.push(id);
  }
  await handIn(bench, who, assignmentId);
  return { assignmentId, spanIds };
}

/** Submits an assignment as it stands. */
export async function handIn(bench: Bench, who: TestMember, assignmentId: string): Promise<void> {
  const document = await call(who, "GET", `/projects/${bench.projectId}/assignments/${assignmentId}/document`);
  const done = await call(who, "POST", `/projects/${bench.projectId}/assignments/${assignmentId}/submit`, { version: document.body["assignment"]["version"], confirmEmpty: true });
  if (done.status !== 200) throw new Error(done.text);
}

/** The adjudication of an article as a reviewer sees it. */
export const documentOf = async (bench: Bench, who: TestMember = bench.reviewer, at = bench.at): Promise<AdjudicationDocument> => {
  const found = await call(who, "GET", `${at}/adjudication`);
  if (found.status !== 200) throw new Error(found.text);
  return found.body as AdjudicationDocument;
};

/** A decision as it is sent. */
export type Wish = Record<string, unknown> & { id: string; settled: (Record<string, unknown> & { parts: { start: number; end: number; quote: string }[] })[] };

/** The body of a decision that adopts one mark of a cluster. */
export function adopting(cluster: Pick<ShownCluster, "spans" | "replaces">, index = 0, more: Record<string, unknown> = {}): Wish {
  const { parts, targetId, framing, voice, attribution, speaker, directness, device, labelIds, note, id } = cluster.spans[index]!;
  return { id: newId(), spans: cluster.spans.map((span) => ({ id: span.id, version: span.version })), outcome: "settled", method: "adopted", from: [id], settled: [{ parts, targetId, framing, voice, attribution, speaker, directness, device, labelIds, note }], replaces: cluster.replaces, ...more };
}

/** The body of a decision that lets no mark of a cluster stand. */
export function rejecting(cluster: Pick<ShownCluster, "spans" | "replaces">, more: Record<string, unknown> = {}): Wish {
  return { ...adopting(cluster), outcome: "rejected", method: "rejected", from: [], settled: [], reason: "slip", note: "None of these stands.", ...more };
}

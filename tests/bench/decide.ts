import pg from "pg";
import { memberOf } from "@/lib/accounts/server/actor";
import type { Cluster } from "@/lib/adjudication/cluster";
import { decide } from "@/lib/adjudication/server/decide";
import { readMarks } from "@/lib/adjudication/server/marks";
import { adjudicationQueue } from "@/lib/adjudication/server/queue";
import { createSpan } from "@/lib/annotations/server/create-span";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { addArticle, addMember, addTarget, assign, makeProject, type TestArticle } from "@/tests/factories/world";
import type { Bed, Line } from "./bed";
import { interleaved, middleTime } from "./statistics";
import { newsText, wordsOf } from "./text";
import { operation, spanAt } from "./world";

const [ANNOTATORS, CLUSTERS, ARTICLES, DECISIONS] = [3, 60, 40, 200];
const INSERT = "INSERT INTO bench_decision (project_id, id, article_id, revision_id, codebook_version_id, number, subject, start_offset, end_offset, outcome, method, note, member_id) VALUES ($1, $2, $3, $4, $5, $6, 'cluster', 1, 2, 'settled', 'adopted', '', $7)";

/** Articles that three people marked at sixty places each, and a reviewer. */
async function makeReviewed() {
  const projectId = await makeProject({ name: "To settle" });
  const [reviewer, targetId] = [await addMember(projectId, "reviewer"), await addTarget(projectId, "Town council", false)];
  const annotators = [];
  for (let n = 0; n < ANNOTATORS; n += 1) annotators.push(await addMember(projectId, "annotator"));
  const actorOf = async (session: string) => {
    const { member } = await memberOf({ session, address: "127.0.0.1" }, projectId);
    if (!member) throw new Error("a member cannot sign in");
    return member;
  };
  const articles = [];
  for (let n = 0; n < ARTICLES; n += 1) {
    const article = await addArticle(projectId, newsText(5_000, 100 + n));
    const words = wordsOf(article.text);
    for (const [i, annotator] of annotators.entries()) {
      const actor = await actorOf(annotator.session);
      const assignmentId = await assign(annotator, article);
      for (let k = 0; k < CLUSTERS; k += 1) {
        const span = spanAt({ targetId }, { article, assignmentId, words }, k * 8 + 1, 2 + i);
        await createSpan(actor, operation(span), assignmentId, span);
      }
    }
    articles.push(article);
  }
  // Handing in is not what is measured.
  await rows("UPDATE assignment SET state = 'submitted', submitted_at = now(), first_submitted_at = now(), version = version + 1 WHERE project_id = $1", [projectId]);
  await rows("ANALYZE assignment, span, span_part");
  return { projectId, actor: await actorOf(reviewer.session), articles };
}

/** Storing a decision inside the server, p50 in milliseconds, against one prepared INSERT of such a row on one connection. */
export async function decideInServer({ databaseUrl }: Bed): Promise<Line> {
  const { projectId, actor, articles } = await makeReviewed();
  await adjudicationQueue(actor, { sort: "disagreement", status: "open", gap: false, mine: false });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("CREATE TABLE bench_decision (LIKE decision INCLUDING DEFAULTS, PRIMARY KEY (project_id, id))");
  const { rows: versions } = await client.query<{ id: string }>("SELECT id FROM codebook_version WHERE project_id = $1", [projectId]);
  const waiting: { article: TestArticle; cluster: Cluster }[] = [];
  for (const article of articles) for (const cluster of (await readMarks(actor, article.articleId)).clusters) waiting.push({ article, cluster });
  let number = 0;
  const next = () => {
    const { article, cluster } = waiting.pop()!;
    const { id: from, parts, targetId, framing, voice, attribution, directness, device, labelIds } = cluster.spans[0]!;
    const wish = {
      id: newId(), subject: "cluster" as const, spans: cluster.spans.map(({ id, version }) => ({ id, version })), outcome: "settled" as const, method: "adopted" as const, from: [from],
      settled: [{ parts, targetId, framing, voice, attribution, speaker: null, directness, device, labelIds, note: "" }], reason: null, note: "", targetId: null, setId: null, value: null, replaces: [], codebookVersionId: null, revisionId: null,
    };
    return decide(actor, operation(wish), article.articleId, wish);
  };
  try {
    for (let n = 0; n < DECISIONS; n += 1) await next();
    // As the database does by itself after a while; plans made for empty tables read all of them.
    await rows("ANALYZE adjudication, decision, decision_span, decision_replaced, settled_span, settled_part, operation, audit_entry");
    const pair = await interleaved(
      () => middleTime(DECISIONS, () => client.query({ name: "insert", text: INSERT, values: [projectId, newId(), articles[0]!.articleId, articles[0]!.revisionId, versions[0]!.id, (number += 1), actor.memberId] })),
      () => middleTime(DECISIONS, next),
    );
    return {
      what: "Store a decision, in the server", unit: "×", goal: { atMost: 4 }, drift: pair.drift,
      reference: `${pair.reference.toFixed(2)} ms, one prepared INSERT`, ours: `${pair.ours.toFixed(2)} ms`, value: pair.ours / pair.reference,
    };
  } finally {
    await client.query("DROP TABLE bench_decision");
    await client.end();
  }
}

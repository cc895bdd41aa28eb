import { z } from "@hono/zod-openapi";
import { decideMany } from "@/lib/adjudication/server/bulk";
import { claim, unclaim } from "@/lib/adjudication/server/claim";
import { decide } from "@/lib/adjudication/server/decide";
import { adjudicationDocument } from "@/lib/adjudication/server/document";
import { decisionHistory } from "@/lib/adjudication/server/history";
import { adjudicationQueue } from "@/lib/adjudication/server/queue";
import { reopen } from "@/lib/adjudication/server/reopen";
import { settle } from "@/lib/adjudication/server/settle";
import { decideSimilar, similarClusters } from "@/lib/adjudication/server/similar";
import { BulkDoneShape, BulkWishShape, DecidedShape, DecisionWishShape, DocumentShape, HeadShape, HistoryShape, QueueQuery, QueueShape, SimilarDoneShape, SimilarShape, SimilarWishShape } from "./adjudication-schemas";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const inArticle = inProject.extend({ articleId: id });
const inCluster = inArticle.extend({ key: id });
const adjudicate = { member: "adjudicate" } as const;
const at = "/projects/{projectId}/articles/{articleId}";

export const adjudication = group()
  .openapi(route(adjudicate, { method: "get", path: "/projects/{projectId}/adjudication", summary: "The articles to adjudicate, where annotators agree least first", request: { params: inProject, query: QueueQuery }, responses: { 200: answer(QueueShape) } }), async (c) => {
    const { pair, gap, mine, ...wish } = c.req.valid("query");
    const [a, b] = pair?.toLowerCase().split(",") ?? [];
    return c.json(QueueShape.parse(await adjudicationQueue(member(c), { ...wish, gap: gap !== undefined, mine: mine !== undefined, ...(a && b ? { pair: [a, b] } : {}) })), 200);
  })
  .openapi(route(adjudicate, { method: "get", path: `${at}/adjudication`, summary: "An article to adjudicate: everybody's marks as clusters, and what was decided", request: { params: inArticle }, responses: { 200: answer(DocumentShape) } }), async (c) =>
    c.json(DocumentShape.parse(await adjudicationDocument(member(c), c.req.valid("param").articleId)), 200),
  )
  .openapi(route(adjudicate, { method: "get", path: `${at}/decisions`, summary: "Everything that was decided about an article, the newest first", request: { params: inArticle, query: z.strictObject({ before: z.coerce.number().int().min(1).optional() }) }, responses: { 200: answer(HistoryShape) } }), async (c) =>
    c.json(HistoryShape.parse(await decisionHistory(member(c), c.req.valid("param").articleId, c.req.valid("query").before ?? null)), 200),
  )
  .openapi(route(adjudicate, { method: "post", path: `${at}/decisions`, summary: "Decide a cluster, a judgement or an answer, or add a mark", request: { params: inArticle, body: body(DecisionWishShape) }, responses: { 201: answer(DecidedShape) } }), async (c) =>
    c.json(DecidedShape.parse(await decide(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"))), 201),
  )
  .openapi(route(adjudicate, { method: "post", path: `${at}/decisions/bulk`, summary: "Accept what everybody marked alike, or what the rule for boundaries settles", request: { params: inArticle, body: body(BulkWishShape) }, responses: { 201: answer(BulkDoneShape) } }), async (c) =>
    c.json(BulkDoneShape.parse(await decideMany(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"))), 201),
  )
  .openapi(route(adjudicate, { method: "post", path: "/projects/{projectId}/decisions/{decisionId}/reopen", summary: "Take a decision back, or open a settled article again", request: { params: inProject.extend({ decisionId: id }), body: body(z.strictObject({ note: z.string().trim().max(4000).default("") })) }, responses: { 200: answer(HeadShape) } }), async (c) =>
    c.json(HeadShape.parse(await reopen(member(c), op(c), c.req.valid("param").decisionId, c.req.valid("json"))), 200),
  )
  .openapi(route(adjudicate, { method: "post", path: `${at}/claim`, summary: "Keep an article to oneself for 15 minutes", request: { params: inArticle, body: body(z.strictObject({ takeOver: z.boolean().default(false) })) }, responses: { 200: answer(HeadShape) } }), async (c) =>
    c.json(HeadShape.parse(await claim(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"))), 200),
  )
  .openapi(route(adjudicate, { method: "delete", path: `${at}/claim`, summary: "Give an article back that one kept", request: { params: inArticle, body: body(z.strictObject({})) }, responses: { 200: answer(HeadShape) } }), async (c) =>
    c.json(HeadShape.parse(await unclaim(member(c), op(c), c.req.valid("param").articleId)), 200),
  )
  .openapi(route(adjudicate, { method: "post", path: `${at}/settle`, summary: "Settle an article of which everything is decided", request: { params: inArticle, body: body(z.strictObject({ version })) }, responses: { 200: answer(HeadShape) } }), async (c) =>
    c.json(HeadShape.parse(await settle(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"))), 200),
  )
  .openapi(route(adjudicate, { method: "get", path: `${at}/clusters/{key}/similar`, summary: "Undecided clusters with the same words about the same target as a decided one", request: { params: inCluster }, responses: { 200: answer(SimilarShape) } }), async (c) => {
    const { articleId, key } = c.req.valid("param");
    return c.json(SimilarShape.parse(await similarClusters(member(c), articleId, key)), 200);
  })
  .openapi(route(adjudicate, { method: "post", path: `${at}/clusters/{key}/similar`, summary: "Apply a decision to some of these", request: { params: inCluster, body: body(SimilarWishShape) }, responses: { 201: answer(SimilarDoneShape) } }), async (c) => {
    const { articleId, key } = c.req.valid("param");
    return c.json(SimilarDoneShape.parse(await decideSimilar(member(c), op(c), articleId, key, c.req.valid("json"))), 201);
  });

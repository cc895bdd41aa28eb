import { z } from "@hono/zod-openapi";
import { MOST_ASKED } from "@/lib/adjudication/around/question";
import { MOST_TALK } from "@/lib/adjudication/around/talk";
import { askAnnotators } from "@/lib/adjudication/server/around/ask";
import { clusterThreads, closeClusterThread, sayOfCluster } from "@/lib/adjudication/server/around/cluster-threads";
import { myMentions, seeMentions } from "@/lib/adjudication/server/around/mentions";
import { articleQuestions } from "@/lib/adjudication/server/around/questions";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject } from "./schemas";

const Message = z.object({ id, at: z.string(), by: z.string().nullable(), mine: z.boolean(), text: z.string().openapi({ description: "Light Markdown" }), mentions: z.array(z.string()) });
const state = z.enum(["open", "closed"]);
const Threads = z.object({ memberId: id, mayShowPeers: z.boolean(), items: z.array(z.object({ id, spanId: id, state, unseen: z.int().min(0), messages: z.array(Message) })), people: z.array(z.object({ id, name: z.string() })) });
const words = (most: number) => z.string().trim().min(1, "must not be empty").max(most);
const NewMessage = z.strictObject({ text: words(MOST_TALK.text), mentions: z.array(id).max(MOST_TALK.mentions).default([]) });
const Mention = z.object({ messageId: id, articleId: id, articleTitle: z.string(), spanId: id, by: z.string().nullable(), at: z.string(), text: z.string(), seen: z.boolean() });
const offset = z.int().min(0).max(2_000_000);
const Ask = z.strictObject({
  id, start: offset, end: offset, quote: z.string().min(1).max(20_000), spanIds: z.array(id).max(MOST_ASKED.spans).default([]), text: words(MOST_ASKED.text),
  showPeers: z.boolean().optional().openapi({ description: "Whether whoever is asked sees what others marked of `spanIds`; only where the project allows it" }),
  assignmentIds: z.array(id).min(1).max(200).optional().openapi({ description: "Who is asked; without it, everybody else whose work on the article counts" }),
});
const Answered = z.object({ id, at: z.string(), text: z.string() });
const Question = z.object({
  id, at: z.string(), by: z.string().nullable(), start: offset, end: offset, spanIds: z.array(id), text: z.string(), showsPeers: z.boolean(), current: z.boolean(),
  asked: z.array(z.object({ assignmentId: id, letter: z.string(), name: z.string().nullable(), answers: z.array(Answered) })),
});
const adjudicate = { member: "adjudicate" } as const;
const article = inProject.extend({ articleId: id });
const cluster = article.extend({ spanId: id });
const path = "/projects/{projectId}/articles/{articleId}";

export const clusterTalk = group()
  .openapi(route(adjudicate, { method: "get", path: `${path}/threads`, summary: "What those who adjudicate say about clusters of an article", request: { params: article }, responses: { 200: answer(Threads) } }), async (c) =>
    c.json(Threads.parse(await clusterThreads(member(c), c.req.valid("param").articleId)), 200),
  )
  .openapi(route(adjudicate, { method: "post", path: `${path}/threads/{spanId}/messages`, summary: "Say something about the cluster of a mark", request: { params: cluster, body: body(NewMessage) }, responses: { 201: answer(Message) } }), async (c) => {
    const { articleId, spanId } = c.req.valid("param");
    return c.json(Message.parse(await sayOfCluster(member(c), op(c), articleId, spanId, c.req.valid("json"))), 201);
  })
  .openapi(route(adjudicate, { method: "put", path: `${path}/threads/{spanId}`, summary: "Close a discussion on a cluster, or open it again", request: { params: cluster, body: body(z.strictObject({ state })) }, responses: { 200: answer(z.object({ state })) } }), async (c) => {
    const { articleId, spanId } = c.req.valid("param");
    return c.json(await closeClusterThread(member(c), op(c), articleId, spanId, c.req.valid("json")), 200);
  })
  .openapi(route(adjudicate, { method: "post", path: `${path}/threads/{spanId}/seen`, summary: "One has seen what was said about the cluster of a mark", request: { params: cluster, body: body(z.strictObject({})) }, responses: { 200: answer(z.object({ seen: z.int() })) } }), async (c) => {
    const { articleId, spanId } = c.req.valid("param");
    return c.json(await seeMentions(member(c), op(c), articleId, spanId), 200);
  })
  .openapi(
    route(adjudicate, { method: "get", path: "/projects/{projectId}/mentions", summary: "Messages about clusters in which one is named", request: { params: inProject, query: z.strictObject({ unseen: z.enum(["true", "false"]).optional(), after: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }) }, responses: { 200: answer(z.object({ items: z.array(Mention), unseen: z.int(), next: id.nullable() })) } }),
    async (c) => {
      const { unseen, ...query } = c.req.valid("query");
      const { items, ...page } = await myMentions(member(c), { ...query, unseen: unseen === "true" });
      return c.json({ ...page, items: z.array(Mention).parse(items) }, 200);
    },
  )
  .openapi(route(adjudicate, { method: "get", path: `${path}/questions`, summary: "What the annotators of an article were asked, and what they answered", request: { params: article }, responses: { 200: answer(z.object({ items: z.array(Question) })) } }), async (c) =>
    c.json({ items: z.array(Question).parse(await articleQuestions(member(c), c.req.valid("param").articleId)) }, 200),
  )
  .openapi(route(adjudicate, { method: "post", path: `${path}/questions`, summary: "Ask the annotators of an article about some of its words", request: { params: article, body: body(Ask) }, responses: { 201: answer(z.object({ id, asked: z.int() })) } }), async (c) =>
    c.json(await askAnnotators(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json")), 201),
  );

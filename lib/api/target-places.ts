import { z } from "@hono/zod-openapi";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { mergeTarget, unmergeTarget } from "@/lib/codebook/server/merge-targets";
import { finishedBefore } from "@/lib/codebook/server/target-finished";
import { targetHits } from "@/lib/codebook/server/target-hits";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, timestamp, version } from "./schemas";
import { Target } from "./targets";

const named = z.object({ id, name: z.string() });
const count = z.int().min(0);
const Snippet = z.object({ start: count, end: count, before: z.string(), words: z.string(), after: z.string(), needsLook: z.boolean() }).openapi({ description: "[start, end) in Unicode code points of the article's text" });
const Hits = z.object({
  target: named,
  names: z.array(z.object({ name: z.string(), isAmbiguous: z.boolean(), also: z.array(z.string()) })).openapi({ description: "ambiguous names are looked for only with ambiguous=true" }),
  items: z.array(z.object({ articleId: id, title: z.string(), outlet: z.string().nullable(), certain: count, doubtful: count, snippets: z.array(Snippet) })),
  looked: count,
  of: count,
  next: z.string().nullable(),
});
const Finished = z.object({ target: named, since: timestamp, items: z.array(z.object({ assignmentId: id, articleId: id, title: z.string(), annotator: z.string(), phase: z.string(), round: z.int(), submittedAt: timestamp, hits: count })), next: z.string().nullable() });
const Merged = z.object({ target: Target, articles: count });
const limit = z.coerce.number().int().min(1).max(200).default(50);
const HitsQuery = z.strictObject({ after: z.string().max(100).optional(), ambiguous: z.enum(["true", "false"]).optional(), limit });
const FinishedQuery = z.strictObject({ after: z.string().max(120).optional(), limit });

const one = inProject.extend({ targetId: id });
const write = { member: "targets.write" } as const;
const path = "/projects/{projectId}/targets/{targetId}";

export const targetPlaces = group()
  .openapi(route(write, { method: "post", path: `${path}/merge`, summary: "Count the marks of a target as another's; can be undone", request: { params: one, body: body(z.strictObject({ version, intoId: id })) }, responses: { 200: answer(Merged) } }), async (c) =>
    c.json(Merged.parse(await mergeTarget(member(c), op(c), c.req.valid("param").targetId, c.req.valid("json"), refreshArticles)), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/unmerge`, summary: "Undo a merge", request: { params: one, body: body(z.strictObject({ version })) }, responses: { 200: answer(Merged) } }), async (c) =>
    c.json(Merged.parse(await unmergeTarget(member(c), op(c), c.req.valid("param").targetId, c.req.valid("json").version, refreshArticles)), 200),
  )
  .openapi(route({ member: "progress.read" }, { method: "get", path: `${path}/hits`, summary: "Articles in which a name of the target stands", request: { params: one, query: HitsQuery }, responses: { 200: answer(Hits) } }), async (c) => {
    const { ambiguous, ...query } = c.req.valid("query");
    return c.json(Hits.parse(await targetHits(member(c), c.req.valid("param").targetId, { ...query, ambiguous: ambiguous === "true" })), 200);
  })
  .openapi(route({ member: "assignments.return" }, { method: "get", path: `${path}/finished`, summary: "Work that was submitted before the target was there, articles that name it first", request: { params: one, query: FinishedQuery }, responses: { 200: answer(Finished) } }), async (c) =>
    c.json(Finished.parse(await finishedBefore(member(c), c.req.valid("param").targetId, c.req.valid("query"))), 200),
  );

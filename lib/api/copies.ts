import { z } from "@hono/zod-openapi";
import { joinArticles, splitArticle } from "@/lib/articles/server/copies/change";
import { readCopies, readDiff } from "@/lib/articles/server/copies/read";
import { worksMoved } from "@/lib/annotations/server/rollup/moved";
import { ArticleHead } from "./article-schemas";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const share = z.number().min(0).max(1);
const copy = {
  id,
  title: z.string(),
  outlet: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  archived: z.boolean(),
  words: z.int(),
  jaccard: share.openapi({ description: "shared runs of five words, of all that either text has" }),
  containment: share.openapi({ description: "shared runs of five words, of those of the shorter text" }),
};
const Copies = z.object({
  members: z.array(z.object({ ...copy, why: z.enum(["exact", "near", "by_hand", "other"]) })),
  more: z.int().openapi({ description: "copies beyond the first 50" }),
  candidates: z.array(z.object({ ...copy, split: z.boolean() })).openapi({ description: "articles of other works that share much; split where a person said that they are no copies" }),
});
const side = z.object({ id, title: z.string() });
const Diff = z.object({
  left: side,
  right: side,
  rows: z.array(z.object({ kind: z.enum(["same", "changed", "left", "right"]), left: z.string().nullable(), right: z.string().nullable(), parts: z.array(z.object({ text: z.string(), side: z.enum(["both", "left", "right"]) })).nullable() })),
  cut: z.boolean(),
});
const Regrouped = ArticleHead.extend({ moved: z.array(id) });
const JoinWish = z.strictObject({ version, otherId: id, confirm: z.boolean().optional() });
const SplitWish = z.strictObject({ version, together: z.array(id).max(1000).optional() });

const read = { member: "outlets.read" } as const;
const write = { member: "articles.write" } as const;
const one = inProject.extend({ articleId: id });
const path = "/projects/{projectId}/articles/{articleId}/copies" as const;

export const copies = group()
  .openapi(route(read, { method: "get", path, summary: "The copies of an article, and articles that may be copies", request: { params: one }, responses: { 200: answer(Copies) } }), async (c) =>
    c.json(Copies.parse(await readCopies(member(c), c.req.valid("param").articleId)), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/{otherId}/diff`, summary: "Two articles by paragraph and word", request: { params: one.extend({ otherId: id }) }, responses: { 200: answer(Diff) } }), async (c) => {
    const { articleId, otherId } = c.req.valid("param");
    return c.json(Diff.parse(await readDiff(member(c), articleId, otherId)), 200);
  })
  .openapi(route(write, { method: "post", path: `${path}/join`, summary: "Say that two articles carry the same words", request: { params: one, body: body(JoinWish) }, responses: { 200: answer(Regrouped) } }), async (c) =>
    c.json(Regrouped.parse(await joinArticles(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"), worksMoved)), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/split`, summary: "Say that an article carries other words than its copies", request: { params: one, body: body(SplitWish) }, responses: { 200: answer(Regrouped) } }), async (c) =>
    c.json(Regrouped.parse(await splitArticle(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"), worksMoved)), 200),
  );

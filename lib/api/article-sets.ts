import { z } from "@hono/zod-openapi";
import { addToSet, MOST_ADDED, removeFromSet } from "@/lib/articles/server/sets/items";
import { proposeSets } from "@/lib/articles/server/sets/proposals";
import { changeSet, createSet, deleteSet, listSets, readSet } from "@/lib/articles/server/sets/sets";
import { ArticleFilters, day } from "./article-schemas";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, name, timestamp, version } from "./schemas";

const kind = z.enum(["event", "other"]);
const note = z.string().max(4000);
const ArticleSet = z.object({ id, name: z.string(), kind, note: z.string(), articles: z.int(), works: z.int(), outlets: z.int(), from: z.string().nullable(), to: z.string().nullable(), createdAt: timestamp, version });
const Draft = z.strictObject({ id: id.optional(), name: name(200), kind: kind.default("event"), note: note.optional(), articleIds: z.array(id).max(MOST_ADDED).optional() });
const Change = z.strictObject({ version, name: name(200).optional(), kind: kind.optional(), note: note.optional() });
const Which = z.union([z.strictObject({ articleIds: z.array(id).min(1).max(MOST_ADDED) }), z.strictObject({ filters: ArticleFilters })]);
const Proposals = z.object({
  items: z.array(z.object({
    articles: z.array(z.object({ id, title: z.string(), outlet: z.string().nullable(), publishedOn: z.string(), workId: id })),
    from: z.string(), to: z.string(), words: z.array(z.string()), likeness: z.number(),
  })),
  looked: z.int(),
  next: z.string().nullable(),
});

const read = { member: "sets.read" } as const;
const write = { member: "articles.write" } as const;
const path = "/projects/{projectId}/article-sets" as const;
const one = inProject.extend({ articleSetId: id });

export const articleSets = group()
  .openapi(route(read, { method: "get", path, summary: "The sets of articles", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(ArticleSet) })) } }), async (c) =>
    c.json({ items: z.array(ArticleSet).parse(await listSets(member(c))) }, 200),
  )
  .openapi(route(write, { method: "post", path, summary: "Make a set of articles", request: { params: inProject, body: body(Draft) }, responses: { 201: answer(ArticleSet) } }), async (c) =>
    c.json(ArticleSet.parse(await createSet(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(route(read, { method: "get", path: `${path}/proposals`, summary: "Articles that seem to tell one event, with the words and days that say so", request: { params: inProject, query: z.strictObject({ until: day.optional() }) }, responses: { 200: answer(Proposals) } }), async (c) =>
    c.json(Proposals.parse(await proposeSets(member(c), c.req.valid("query").until)), 200),
  )
  .openapi(route(read, { method: "get", path: `${path}/{articleSetId}`, summary: "One set", request: { params: one }, responses: { 200: answer(ArticleSet) } }), async (c) =>
    c.json(ArticleSet.parse(await readSet(member(c), c.req.valid("param").articleSetId)), 200),
  )
  .openapi(route(write, { method: "patch", path: `${path}/{articleSetId}`, summary: "Change what is said of a set", request: { params: one, body: body(Change) }, responses: { 200: answer(ArticleSet) } }), async (c) =>
    c.json(ArticleSet.parse(await changeSet(member(c), op(c), c.req.valid("param").articleSetId, c.req.valid("json"))), 200),
  )
  .openapi(route(write, { method: "delete", path: `${path}/{articleSetId}`, summary: "Delete a set; its articles stay", request: { params: one, body: body(z.strictObject({ version })) }, responses: { 200: answer(z.object({ id })) } }), async (c) =>
    c.json(await deleteSet(member(c), op(c), c.req.valid("param").articleSetId, c.req.valid("json").version), 200),
  )
  .openapi(route(write, { method: "post", path: `${path}/{articleSetId}/articles`, summary: "Add articles to a set, named ones or all that a list shows", request: { params: one, body: body(Which) }, responses: { 200: answer(z.object({ added: z.int(), all: z.int() })) } }), async (c) =>
    c.json(await addToSet(member(c), op(c), c.req.valid("param").articleSetId, c.req.valid("json")), 200),
  )
  .openapi(route(write, { method: "delete", path: `${path}/{articleSetId}/articles`, summary: "Take articles out of a set", request: { params: one, body: body(z.strictObject({ articleIds: z.array(id).min(1).max(MOST_ADDED) })) }, responses: { 200: answer(z.object({ removed: z.int() })) } }), async (c) =>
    c.json(await removeFromSet(member(c), op(c), c.req.valid("param").articleSetId, c.req.valid("json").articleIds), 200),
  );

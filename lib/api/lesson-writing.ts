import { z } from "@hono/zod-openapi";
import { exitsCsv } from "@/lib/exchange/lesson-csv";
import { attachment } from "@/lib/exchange/file-name";
import { HEADLINE_LIMITS } from "@/lib/lessons/headline";
import { listExits, readExit, writeExit } from "@/lib/lessons/server/exit";
import { hideHeadline, readHeadlines, vote, writeHeadline } from "@/lib/lessons/server/headlines";
import { projectOf } from "@/lib/projects/server/projects";
import { answer, body, group, member, op, route } from "./door";
import { CSV, file } from "./export";
import { id, inProject, version } from "./schemas";

const Headline = z.object({
  id, articleId: id, body: z.string(), reason: z.string(), shared: z.boolean(), hidden: z.boolean(), mine: z.boolean(), chosen: z.boolean().openapi({ description: "whether one’s own vote is for it" }),
  votes: z.int().nullable().openapi({ description: "null until one has voted on this article, or the class is past this step" }), pseudonym: z.string().nullable(), memberId: id.nullable(), version,
});
const Headlines = z.object({ stage: z.enum(["own", "open", "past"]), items: z.array(Headline) });
const text = (max: number) => z.string().trim().refine((words) => [...words].length <= max, `must have at most ${max} characters`);
const some = (max: number) => text(max).refine((words) => words !== "", "must not be empty");
const HeadlineWish = z.strictObject({ body: some(HEADLINE_LIMITS.body), reason: text(HEADLINE_LIMITS.reason), shared: z.boolean(), version: version.optional() });
const Exit = z.object({ body: z.string(), version });
const Exits = z.object({ items: z.array(z.object({ memberId: id, pseudonym: z.string(), body: z.string() })) });
const take = { member: "lesson.take" } as const;
const teach = { member: "lesson.teach" } as const;
const path = "/projects/{projectId}/lesson";
const ofArticle = inProject.extend({ articleId: id });

export const lessonWriting = group()
  .openapi(route({ member: "lesson.read" }, { method: "get", path: `${path}/headlines`, summary: "The neutral headlines that one may read: one’s own, the class’s when it is time, all for the teacher", request: { params: inProject }, responses: { 200: answer(Headlines) } }), async (c) =>
    c.json(Headlines.parse(await readHeadlines(member(c))), 200),
  )
  .openapi(route(take, { method: "put", path: `${path}/headlines/{articleId}`, summary: "Write one’s own neutral headline for an article", request: { params: ofArticle, body: body(HeadlineWish) }, responses: { 200: answer(Headline) } }), async (c) =>
    c.json(Headline.parse(await writeHeadline(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"))), 200),
  )
  .openapi(route(teach, { method: "patch", path: `${path}/headlines/{headlineId}`, summary: "Take a headline off the class’s screens, or put it back", request: { params: inProject.extend({ headlineId: id }), body: body(z.strictObject({ hidden: z.boolean(), version })) }, responses: { 200: answer(Headline) } }), async (c) =>
    c.json(Headline.parse(await hideHeadline(member(c), op(c), c.req.valid("param").headlineId, c.req.valid("json"))), 200),
  )
  .openapi(route(take, { method: "put", path: `${path}/votes/{articleId}`, summary: "Give one’s vote for an article to somebody else’s headline", request: { params: ofArticle, body: body(z.strictObject({ headlineId: id })) }, responses: { 200: answer(Headlines) } }), async (c) =>
    c.json(Headlines.parse(await vote(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json").headlineId)), 200),
  )
  .openapi(route(take, { method: "delete", path: `${path}/votes/{articleId}`, summary: "Take one’s vote back", request: { params: ofArticle }, responses: { 200: answer(Headlines) } }), async (c) =>
    c.json(Headlines.parse(await vote(member(c), op(c), c.req.valid("param").articleId, null)), 200),
  )
  .openapi(route(take, { method: "get", path: `${path}/exit`, summary: "One’s own answer to the last question", request: { params: inProject }, responses: { 200: answer(z.object({ answer: Exit.nullable() })) } }), async (c) =>
    c.json(z.object({ answer: Exit.nullable() }).parse({ answer: await readExit(member(c)) }), 200),
  )
  .openapi(route(take, { method: "put", path: `${path}/exit`, summary: "Answer the last question", request: { params: inProject, body: body(z.strictObject({ body: some(HEADLINE_LIMITS.exit), version: version.optional() })) }, responses: { 200: answer(Exit) } }), async (c) =>
    c.json(Exit.parse(await writeExit(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route(teach, { method: "get", path: `${path}/exits`, summary: "What the class answered to the last question", request: { params: inProject }, responses: { 200: answer(Exits) } }), async (c) =>
    c.json(Exits.parse({ items: await listExits(member(c)) }), 200),
  )
  .openapi(route(teach, { method: "get", path: `${path}/exits.csv`, summary: "The same as a table", request: { params: inProject }, responses: file("text/csv", "one row per pupil") }), async (c) => {
    const project = await projectOf(member(c));
    return c.body(exitsCsv(await listExits(member(c))), 200, { "Content-Type": CSV, "Content-Disposition": attachment(project.name, "exit-answers.csv") }) as never;
  });

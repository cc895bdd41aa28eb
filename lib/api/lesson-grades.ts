import { z } from "@hono/zod-openapi";
import { FRAMINGS } from "@/lib/codebook/framing";
import { attachment } from "@/lib/exchange/file-name";
import { gradesCsv } from "@/lib/exchange/grades-csv";
import { listGrades, myGrade, setGrade } from "@/lib/lessons/server/grades";
import { readWork } from "@/lib/lessons/server/key-compare";
import { projectOf } from "@/lib/projects/server/projects";
import { answer, body, group, member, op, route } from "./door";
import { CSV, file } from "./export";
import { id, inProject, version } from "./schemas";

const level = z.union([z.literal(0), z.literal(1), z.literal(2)]).nullable();
const Grade = z.object({ evidence: level, reasoning: level, comment: z.string(), total: z.int().nullable(), version });
const count = z.int();
const GradeRow = Grade.extend({ memberId: id, pseudonym: z.string(), articles: count, handedIn: count, marks: count, reasons: count, headlines: count, exit: z.string().nullable() });
const GradeWish = z.strictObject({ evidence: level, reasoning: level, comment: z.string().trim().max(2000), version: version.optional() });
const WorkMark = z.object({ id, targetId: id, framing: z.enum(FRAMINGS), before: z.string(), quote: z.string(), after: z.string(), reason: z.string(), key: z.enum(["agrees", "other", "missed"]).nullable() });
const WorkArticle = z.object({ articleId: id, title: z.string(), state: z.string(), keyed: z.boolean(), marks: z.array(WorkMark), headline: z.object({ body: z.string(), reason: z.string(), shared: z.boolean(), hidden: z.boolean() }).nullable() });
const Work = z.object({ memberId: id, pseudonym: z.string(), articles: z.array(WorkArticle), exit: z.string().nullable() });
const teach = { member: "lesson.teach" } as const;
const path = "/projects/{projectId}/lesson";
const ofMember = inProject.extend({ memberId: id });

export const lessonGrades = group()
  .openapi(route(teach, { method: "get", path: `${path}/grades`, summary: "What each pupil did, and their points", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(GradeRow) })) } }), async (c) =>
    c.json({ items: z.array(GradeRow).parse(await listGrades(member(c))) }, 200),
  )
  .openapi(route(teach, { method: "get", path: `${path}/grades.csv`, summary: "The same as a table for a grade book", request: { params: inProject }, responses: file("text/csv", "one row per pupil; the columns stand in docs/formats.md") }), async (c) => {
    const project = await projectOf(member(c));
    return c.body(gradesCsv(await listGrades(member(c))), 200, { "Content-Type": CSV, "Content-Disposition": attachment(project.name, "points.csv") }) as never;
  })
  .openapi(route(teach, { method: "put", path: `${path}/grades/{memberId}`, summary: "Give a pupil points for evidence and reasoning, from 0 to 2 each", request: { params: ofMember, body: body(GradeWish) }, responses: { 200: answer(Grade) } }), async (c) =>
    c.json(Grade.parse(await setGrade(member(c), op(c), c.req.valid("param").memberId, c.req.valid("json"))), 200),
  )
  .openapi(route(teach, { method: "get", path: `${path}/work/{memberId}`, summary: "A pupil’s marks with reasons, headlines and last answer; beside the key where there is one", request: { params: ofMember }, responses: { 200: answer(Work) } }), async (c) =>
    c.json(Work.parse(await readWork(member(c), c.req.valid("param").memberId)), 200),
  )
  .openapi(route({ member: "lesson.take" }, { method: "get", path: `${path}/grade`, summary: "One’s own points, once they are given", request: { params: inProject }, responses: { 200: answer(z.object({ grade: Grade.nullable() })) } }), async (c) =>
    c.json(z.object({ grade: Grade.nullable() }).parse({ grade: await myGrade(member(c)) }), 200),
  );

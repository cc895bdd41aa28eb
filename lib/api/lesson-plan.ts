import { z } from "@hono/zod-openapi";
import { changePlan, planMaterial } from "@/lib/lessons/server/change-plan";
import { makeLesson } from "@/lib/lessons/server/make";
import { answer, body, group, member, op, route } from "./door";
import { LessonBody, StepBody } from "./lesson-schemas";
import { id, inProject, name, version } from "./schemas";

const Wish = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("sample"), name: name(200) }),
  z.strictObject({ from: z.literal("empty"), name: name(200) }),
  z.strictObject({ from: z.literal("project"), name: name(200), projectId: id, articleIds: z.array(id).min(1).max(4) }),
  z.strictObject({ from: z.literal("lesson"), name: name(200), projectId: id, as: z.enum(["class", "template", "next"]) }),
]);
const Plan = z.strictObject({
  version,
  name: name(200),
  event: z.string().trim().max(200),
  steps: z.array(StepBody).min(1).max(12),
  asksVoice: z.boolean(),
  exitQuestion: z.string().trim().max(300),
  sourceHidden: z.boolean(),
  articles: z.array(z.strictObject({ articleId: id, blockOrdinals: z.array(z.int().min(0)).max(2000) })).max(24),
  targets: z.array(z.strictObject({ id: id.optional(), name: name(120) })).max(24),
});
const Material = z.object({ items: z.array(z.object({ id, title: z.string(), outlet: z.string().nullable(), blocks: z.array(z.object({ ordinal: z.int(), kind: z.string(), text: z.string().openapi({ description: "its first 400 code points" }), words: z.int() })) })) });

export const lessonPlan = group()
  .openapi(route("signed_in", { method: "post", path: "/lessons", summary: "Make a class with a lesson: of the sample, of articles of one's own, of another lesson, or empty", request: { body: body(Wish) }, responses: { 201: answer(z.object({ projectId: id })) } }), async (c) =>
    c.json(await makeLesson(c.get("actor"), c.req.valid("json")), 201),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "put", path: "/projects/{projectId}/lesson", summary: "Change the plan of the lesson", request: { params: inProject, body: body(Plan) }, responses: { 200: answer(LessonBody) } }), async (c) =>
    c.json(LessonBody.parse(await changePlan(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "get", path: "/projects/{projectId}/lesson/material", summary: "The articles of the class with the paragraphs that a lesson can be made of", request: { params: inProject }, responses: { 200: answer(Material) } }), async (c) =>
    c.json(Material.parse({ items: await planMaterial(member(c)) }), 200),
  );

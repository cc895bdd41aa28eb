import { z } from "@hono/zod-openapi";
import { FRAMINGS } from "@/lib/codebook/framing";
import { readHeat, readPassage } from "@/lib/lessons/server/heat";
import { addPin, changePin, listPins, putOnScreen, removePin } from "@/lib/lessons/server/pins";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const count = z.int().min(0);
const offset = z.int().min(0);
const counts = { pupils: count, advocacy: count, neutral: count, critical: count };
const Stretch = z.object({ start: offset, end: offset, ...counts });
const Heat = z.object({
  articleId: id, targetId: id.nullable(), title: z.string(), language: z.string().nullable(), outlet: z.string().nullable(), byline: z.string().nullable(),
  blocks: z.array(z.object({ ordinal: z.int(), kind: z.string(), start: offset, text: z.string() })),
  handedIn: count, marked: count, later: count.openapi({ description: "pupils who marked only after the reveal; they are in no count" }),
  segments: z.array(Stretch), passages: z.array(Stretch).openapi({ description: "what is counted beside the text: around the words that most marked" }),
  mine: z.array(z.object({ start: offset, end: offset, framing: z.enum(FRAMINGS) })),
  splits: z.array(Stretch).openapi({ description: "where two pupils, and a quarter of those who marked, stand on each of two sides" }),
});
const Passage = z.object({ counts: z.object(counts), marked: count, reasons: z.array(z.object({ framing: z.enum(FRAMINGS), note: z.string(), name: z.string().nullable(), mine: z.boolean() })) });
const Pin = z.object({ id, articleId: id, title: z.string(), start: offset, end: offset, quote: z.string().nullable(), question: z.string(), onScreen: z.boolean(), version });
const place = { article: id, target: id.optional() };
const question = z.string().trim().max(300);
const inPin = inProject.extend({ pinId: id });
const ordered = ({ start, end }: { start: number; end: number }): boolean => start < end;

export const lessonTalk = group()
  .openapi(route({ member: "lesson.read" }, { method: "get", path: "/projects/{projectId}/lesson/heat", summary: "How many pupils marked which words of an article, and how; for pupils from the reveal on", request: { params: inProject, query: z.object(place) }, responses: { 200: answer(Heat) } }), async (c) => {
    const { article, target } = c.req.valid("query");
    return c.json(Heat.parse(await readHeat(member(c), { articleId: article, targetId: target })), 200);
  })
  .openapi(route({ member: "lesson.read" }, { method: "get", path: "/projects/{projectId}/lesson/passage", summary: "Both sides of a passage, with the reasons given", request: { params: inProject, query: z.object({ ...place, start: z.coerce.number().int().min(0), end: z.coerce.number().int().min(1) }) }, responses: { 200: answer(Passage) } }), async (c) => {
    const { article, target, start, end } = c.req.valid("query");
    return c.json(Passage.parse(await readPassage(member(c), { articleId: article, targetId: target, start, end })), 200);
  })
  .openapi(route({ member: "lesson.read" }, { method: "get", path: "/projects/{projectId}/lesson/pins", summary: "The passages chosen to talk about; for pupils from the reveal on", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(Pin) })) } }), async (c) =>
    c.json({ items: z.array(Pin).parse(await listPins(member(c))) }, 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "post", path: "/projects/{projectId}/lesson/pins", summary: "Choose a passage to talk about", request: { params: inProject, body: body(z.strictObject({ id: id.optional(), articleId: id, start: offset, end: offset, question: question.optional() }).refine(ordered, { path: ["end"], message: "must lie behind the start" })) }, responses: { 201: answer(Pin) } }), async (c) =>
    c.json(Pin.parse(await addPin(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "patch", path: "/projects/{projectId}/lesson/pins/{pinId}", summary: "Change the question to a passage", request: { params: inPin, body: body(z.strictObject({ version, question })) }, responses: { 200: answer(Pin) } }), async (c) =>
    c.json(Pin.parse(await changePin(member(c), op(c), c.req.valid("param").pinId, c.req.valid("json"))), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "delete", path: "/projects/{projectId}/lesson/pins/{pinId}", summary: "Take a passage off the list", request: { params: inPin, body: body(z.strictObject({})) }, responses: { 200: answer(z.object({ removed: z.literal(true) })) } }), async (c) =>
    c.json(await removePin(member(c), op(c), c.req.valid("param").pinId), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "put", path: "/projects/{projectId}/lesson/screen", summary: "Put a chosen passage on the projector, or nothing", request: { params: inProject, body: body(z.strictObject({ pinId: id.nullable() })) }, responses: { 200: answer(z.object({ onScreenId: id.nullable() })) } }), async (c) =>
    c.json(await putOnScreen(member(c), op(c), c.req.valid("json").pinId), 200),
  );

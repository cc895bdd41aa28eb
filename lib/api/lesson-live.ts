import { z } from "@hono/zod-openapi";
import { PUPIL_STATES } from "@/lib/lessons/board";
import { readBoard } from "@/lib/lessons/server/board";
import { changeClock, collect, endLesson, moveStep, showNames } from "@/lib/lessons/server/run";
import { answer, body, group, member, op, route } from "./door";
import { LessonBody } from "./lesson-schemas";
import { id, inProject, version } from "./schemas";

const count = z.int().min(0);
const Board = z.object({
  articles: count,
  pupils: z.array(z.object({ memberId: id, pseudonym: z.string(), state: z.enum(PUPIL_STATES), away: z.boolean(), marks: count, handedIn: count })),
  totals: z.object({ joined: count, started: count, marking: count, handed_in: count, away: count }),
});
const Move = z.discriminatedUnion("move", [z.strictObject({ version, move: z.enum(["start"]) }), z.strictObject({ version, move: z.enum(["next"]) }), z.strictObject({ version, move: z.enum(["back"]) }), z.strictObject({ version, move: z.literal("to"), step: z.int().min(0).max(11) })]);
const Clock = z.discriminatedUnion("do", [z.strictObject({ version, do: z.literal("add"), minutes: z.int().min(1).max(60) }), z.strictObject({ version, do: z.literal("pause") }), z.strictObject({ version, do: z.literal("resume") })]);

export const lessonLive = group()
  .openapi(route({ member: "lesson.teach" }, { method: "get", path: "/projects/{projectId}/lesson/board", summary: "How far every pupil is", request: { params: inProject }, responses: { 200: answer(Board) } }), async (c) =>
    c.json(Board.parse(await readBoard(member(c))), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "post", path: "/projects/{projectId}/lesson/steps", summary: "Move the class to a step; stepping to the reveal, or past it, shows everybody's marks for good", request: { params: inProject, body: body(Move) }, responses: { 200: answer(LessonBody) } }), async (c) =>
    c.json(LessonBody.parse(await moveStep(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "post", path: "/projects/{projectId}/lesson/clock", summary: "Add minutes to the step, pause its clock or let it go on", request: { params: inProject, body: body(Clock) }, responses: { 200: answer(LessonBody) } }), async (c) =>
    c.json(LessonBody.parse(await changeClock(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "post", path: "/projects/{projectId}/lesson/end", summary: "End the lesson: hands in what was begun and closes the door", request: { params: inProject, body: body(z.strictObject({ version })) }, responses: { 200: answer(LessonBody) } }), async (c) =>
    c.json(LessonBody.parse(await endLesson(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "post", path: "/projects/{projectId}/lesson/collect", summary: "Hand in what the class, or one pupil, has begun, as it stands", request: { params: inProject, body: body(z.strictObject({ memberId: id.optional() })) }, responses: { 200: answer(z.object({ collected: count })) } }), async (c) =>
    c.json(await collect(member(c), op(c), c.req.valid("json")), 200),
  )
  .openapi(route({ member: "lesson.teach" }, { method: "patch", path: "/projects/{projectId}/lesson/names", summary: "Show pseudonyms on the screens that the class sees, or hide them", request: { params: inProject, body: body(z.strictObject({ shown: z.boolean() })) }, responses: { 200: answer(LessonBody) } }), async (c) =>
    c.json(LessonBody.parse(await showNames(member(c), op(c), c.req.valid("json"))), 200),
  );

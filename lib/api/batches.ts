import { z } from "@hono/zod-openapi";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { createBatch, listBatches, previewBatch } from "@/lib/assignments/server/batches";
import { changeDueDate, reassign, withdrawAssignment } from "@/lib/assignments/server/change-assignment";
import { takeNext } from "@/lib/assignments/server/take";
import { AssignmentRow, Batch, BatchWish, DueWish, MadeBatch, PlanWish, Preview, ReassignWish, Taken } from "./batch-schemas";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const manage = { member: "assignments.manage" } as const;
const path = "/projects/{projectId}/assignments";
const one = inProject.extend({ assignmentId: id });

export const batches = group()
  .openapi(route(manage, { method: "post", path: `${path}/plan`, summary: "What an assignment would do; nothing is changed", request: { params: inProject, body: body(PlanWish) }, responses: { 200: answer(Preview) } }), async (c) =>
    c.json(Preview.parse(await previewBatch(member(c), c.req.valid("json"))), 200),
  )
  .openapi(
    route(manage, { method: "post", path: `${path}/batches`, summary: "Do what a preview showed; 409 with the new preview when articles or people changed since", request: { params: inProject, body: body(BatchWish) }, responses: { 201: answer(MadeBatch) } }),
    async (c) => c.json(MadeBatch.parse(await createBatch(member(c), op(c), c.req.valid("json"), refreshArticles)), 201),
  )
  .openapi(route(manage, { method: "get", path: `${path}/batches`, summary: "Earlier assignments, newest first", request: { params: inProject }, responses: { 200: answer(z.object({ items: z.array(Batch) })) } }), async (c) =>
    c.json({ items: z.array(Batch).parse(await listBatches(member(c))) }, 200),
  )
  .openapi(route({ member: "annotate" }, { method: "post", path: `${path}/take`, summary: "Take the next article from the pool", request: { params: inProject, body: body(z.strictObject({})) }, responses: { 200: answer(Taken) } }), async (c) =>
    c.json(Taken.parse(await takeNext(member(c), op(c), refreshArticles)), 200),
  )
  .openapi(route(manage, { method: "post", path: `${path}/{assignmentId}/reassign`, summary: "Give an assignment to somebody else; refused once it is submitted", request: { params: one, body: body(ReassignWish) }, responses: { 200: answer(AssignmentRow) } }), async (c) =>
    c.json(AssignmentRow.parse(await reassign(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json"), refreshArticles)), 200),
  )
  .openapi(route(manage, { method: "patch", path: `${path}/{assignmentId}`, summary: "Set the day by which an assignment is due", request: { params: one, body: body(DueWish) }, responses: { 200: answer(AssignmentRow) } }), async (c) =>
    c.json(AssignmentRow.parse(await changeDueDate(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json"))), 200),
  )
  .openapi(route(manage, { method: "delete", path: `${path}/{assignmentId}`, summary: "Withdraw one assignment; its marks are kept", request: { params: one, body: body(z.strictObject({ version })) }, responses: { 200: answer(AssignmentRow) } }), async (c) =>
    c.json(AssignmentRow.parse(await withdrawAssignment(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json"), refreshArticles)), 200),
  );

import { z } from "@hono/zod-openapi";
import { LONGEST_REASON } from "@/lib/assignments/set-aside";
import { flagAssignment, skipAssignment, takeUpAssignment, unflagAssignment } from "@/lib/annotations/server/set-aside";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, timestamp } from "./schemas";

const words = z.string().trim().max(LONGEST_REASON, `must have at most ${LONGEST_REASON} characters`);
const Skip = z.strictObject({ reason: words.min(1, "must not be empty") });
const Flag = z.strictObject({ note: words.default("") });
const Aside = z.object({ id, skippedAt: timestamp.nullable(), skipReason: z.string(), flaggedAt: timestamp.nullable(), flagNote: z.string(), nextId: id.nullable() });
const assigned = inProject.extend({ assignmentId: id });
const annotate = { member: "annotate" } as const;
const path = "/projects/{projectId}/assignments/{assignmentId}";
const responses = { 200: answer(Aside) };

export const setAside = group()
  .openapi(route(annotate, { method: "post", path: `${path}/skip`, summary: "Leave one's own article for later, saying why; its marks stay", request: { params: assigned, body: body(Skip) }, responses }), async (c) =>
    c.json(Aside.parse(await skipAssignment(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json"))), 200),
  )
  .openapi(route(annotate, { method: "delete", path: `${path}/skip`, summary: "Take a skipped article up again", request: { params: assigned }, responses }), async (c) =>
    c.json(Aside.parse(await takeUpAssignment(member(c), op(c), c.req.valid("param").assignmentId)), 200),
  )
  .openapi(route(annotate, { method: "put", path: `${path}/flag`, summary: "Flag one's own article for coordinators and reviewers", request: { params: assigned, body: body(Flag) }, responses }), async (c) =>
    c.json(Aside.parse(await flagAssignment(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json"))), 200),
  )
  .openapi(route(annotate, { method: "delete", path: `${path}/flag`, summary: "Take the flag off", request: { params: assigned }, responses }), async (c) =>
    c.json(Aside.parse(await unflagAssignment(member(c), op(c), c.req.valid("param").assignmentId)), 200),
  );

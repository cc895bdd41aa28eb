import { z } from "@hono/zod-openapi";
import { assignmentHistory } from "@/lib/annotations/server/history";
import { RETURN_REFUSALS, returnAssignment, returnAssignments } from "@/lib/annotations/server/returns";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const comment = z.string().trim().min(1, "must not be empty").max(4000);
const ReturnWish = z.strictObject({ version, comment, spanIds: z.array(id).max(200).default([]) });
const Returned = z.object({ id, state: z.literal("returned"), version, number: z.int() });
const ReturnMany = z.strictObject({ assignmentIds: z.array(id).min(1).max(1000), comment });
const ReturnedMany = z.object({ returned: z.int(), skipped: z.array(z.object({ assignmentId: id, reason: z.enum(RETURN_REFUSALS) })) });

const count = z.int().min(0);
const Span = z.object({ id, target: z.string(), framing: z.string(), voice: z.string().nullable(), speaker: z.string().nullable(), note: z.string(), labels: z.array(z.string()), quote: z.string(), start: count });
const changed = <V extends z.ZodType>(value: V) => ({ before: value, after: value });
const Changes = z.object({
  spans: z.object({ added: z.array(Span), removed: z.array(Span), changed: z.array(z.object(changed(Span))) }),
  judgements: z.array(z.object({ targetId: id, target: z.string(), ...changed(z.union([z.int(), z.string()]).nullable()) })),
  answers: z.array(z.object({ setId: id, set: z.string(), ...changed(z.array(z.string())) })),
  notes: z.object({ added: count, removed: count, changed: count }),
});
const Event = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("assigned"), at: z.string() }),
  z.object({ kind: z.literal("begun"), at: z.string() }),
  z.object({ kind: z.literal("submitted"), at: z.string(), number: count, spans: count, judgements: count, answers: count, notes: count, changes: Changes.nullable() }),
  z.object({ kind: z.literal("returned"), at: z.string(), number: count, by: z.string().nullable(), comment: z.string(), spans: z.array(Span) }),
]);
const History = z.object({ assignment: z.object({ id, articleId: id, annotator: z.string(), state: z.string(), phase: z.string(), round: z.int(), version }), events: z.array(Event) });
const assigned = inProject.extend({ assignmentId: id });
const giveBack = { member: "assignments.return" } as const;

export const returns = group()
  .openapi(route(giveBack, { method: "post", path: "/projects/{projectId}/assignments/{assignmentId}/return", summary: "Give submitted work back with a comment", request: { params: assigned, body: body(ReturnWish) }, responses: { 200: answer(Returned) } }), async (c) =>
    c.json(Returned.parse(await returnAssignment(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json"))), 200),
  )
  .openapi(route(giveBack, { method: "post", path: "/projects/{projectId}/assignments/return", summary: "Give several back at once; what cannot be returned is named", request: { params: inProject, body: body(ReturnMany) }, responses: { 200: answer(ReturnedMany) } }), async (c) =>
    c.json(ReturnedMany.parse(await returnAssignments(member(c), op(c), c.req.valid("json"))), 200),
  )
  .openapi(route({ member: "annotate" }, { method: "get", path: "/projects/{projectId}/assignments/{assignmentId}/history", summary: "What happened to an assignment: submissions with what they changed, and returns", request: { params: assigned }, responses: { 200: answer(History) } }), async (c) =>
    c.json(History.parse(await assignmentHistory(member(c), c.req.valid("param").assignmentId)), 200),
  );

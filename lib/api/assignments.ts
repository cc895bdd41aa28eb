import { z } from "@hono/zod-openapi";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { ASSIGNMENT_STATES } from "@/lib/assignments/queue";
import { assign, withdraw } from "@/lib/assignments/server/assign";
import { myQueue, nextAssignment } from "@/lib/assignments/server/queue";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, timestamp } from "./schemas";

const Item = z.object({ id, articleId: id, title: z.string(), words: z.int(), state: z.enum(ASSIGNMENT_STATES), position: z.int(), round: z.int(), phase: z.string(), submittedAt: timestamp.nullable(), skipped: z.boolean(), asked: z.boolean(), dueOn: z.string().nullable() });
const Counts = z.object({ assigned: z.int(), inProgress: z.int(), returned: z.int(), submitted: z.int(), skipped: z.int() });
const Queue = z.object({ items: z.array(Item), counts: Counts, next: z.string().nullable(), pool: z.boolean(), afterPractice: z.int() });
const oneOfTwo = (a: unknown, b: unknown): boolean => (a === undefined) !== (b === undefined);
const Pairing = z
  .strictObject({ articleIds: z.array(id).min(1).max(20_000).optional(), all: z.literal(true).optional(), memberIds: z.array(id).min(1).max(1000).optional(), everyone: z.literal(true).optional() })
  .refine((pairing) => oneOfTwo(pairing.articleIds, pairing.all), { error: "give articleIds, or all: true", path: ["articleIds"] })
  .refine((pairing) => oneOfTwo(pairing.memberIds, pairing.everyone), { error: "give memberIds, or everyone: true", path: ["memberIds"] });
const Assigned = z.object({ articles: z.int(), members: z.int(), created: z.int(), restored: z.int(), kept: z.int() });
const manage = { member: "assignments.manage" } as const;
const annotate = { member: "annotate" } as const;
const path = "/projects/{projectId}/assignments";

export const assignments = group()
  .openapi(route(manage, { method: "post", path, summary: "Assign articles to members; what is assigned already stays as it is", request: { params: inProject, body: body(Pairing) }, responses: { 200: answer(Assigned) } }), async (c) =>
    c.json(Assigned.parse(await assign(member(c), op(c), c.req.valid("json"), refreshArticles)), 200),
  )
  .openapi(route(manage, { method: "delete", path, summary: "Withdraw assignments; their marks are kept", request: { params: inProject, body: body(Pairing) }, responses: { 200: answer(z.object({ withdrawn: z.int() })) } }), async (c) =>
    c.json(await withdraw(member(c), op(c), c.req.valid("json"), refreshArticles), 200),
  )
  .openapi(
    route(annotate, { method: "get", path: `${path}/mine`, summary: "One's own queue in one's own order", request: { params: inProject, query: z.strictObject({ after: z.string().max(60).optional(), limit: z.coerce.number().int().min(1).max(500).default(500) }) }, responses: { 200: answer(Queue) } }),
    async (c) => c.json(Queue.parse(await myQueue(member(c), c.req.valid("query"))), 200),
  )
  .openapi(route(annotate, { method: "get", path: `${path}/next`, summary: "One's next open assignment", request: { params: inProject, query: z.strictObject({ after: id.optional() }) }, responses: { 200: answer(z.object({ next: Item.nullable() })) } }), async (c) =>
    c.json({ next: Item.nullable().parse(await nextAssignment(member(c), c.req.valid("query").after)) }, 200),
  );

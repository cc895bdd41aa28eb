import { z } from "@hono/zod-openapi";
import { JUDGEMENTS, VOICES } from "@/lib/annotations/span";
import { deleteKey, readKey, writeKey } from "@/lib/annotations/server/keys";
import { feedback, myPractice, qualify } from "@/lib/annotations/server/practice";
import { mixGold } from "@/lib/assignments/server/gold";
import { FRAMINGS } from "@/lib/codebook/framing";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const offset = z.int().min(0).max(2_000_000);
const Mark = z.strictObject({
  id,
  parts: z.array(z.strictObject({ start: offset, end: offset, quote: z.string().min(1) })).min(1).max(20),
  targetId: id,
  framing: z.enum(FRAMINGS),
  voice: z.enum(VOICES).nullable(),
  labelIds: z.array(id).max(100),
  reason: z.string().max(4000),
});
const Judged = z.strictObject({ targetId: id, value: z.literal([...JUDGEMENTS]) });
const whole = { spans: z.array(Mark).max(500), judgements: z.array(Judged).max(1000) };
const Key = z.object({ articleId: id, ...whole, version, scored: z.int() });
const KeyWish = z.union([z.strictObject({ version, fromAssignmentId: id }), z.strictObject({ version, ...whole })]);
const Own = Mark.omit({ reason: true }).extend({ parts: z.array(z.object({ start: offset, end: offset, quote: z.string() })) }).strip();
const Line = z.object({ verdict: z.enum(["hit", "different", "missed", "extra"]), own: Own.nullable(), key: Mark.strip().nullable(), differs: z.array(z.enum(["framing", "target", "voice", "labels"])) });
const Feedback = z.object({
  assignmentId: id, articleId: id, title: z.string(), annotator: z.string(), phase: z.string(),
  score: z.number(), hits: z.int(), different: z.int(), missed: z.int(), extra: z.int(), lines: z.array(Line),
  judgements: z.array(z.object({ targetId: id, own: z.literal([...JUDGEMENTS]).nullable(), key: z.literal([...JUDGEMENTS]) })),
  targets: z.array(z.object({ id, name: z.string() })),
});
const Practice = z.object({ threshold: z.number().nullable(), minimum: z.int(), passed: z.boolean(), done: z.int(), mean: z.number().nullable(), articles: z.int(), waiting: z.int() });
const Gold = z.strictObject({ articleIds: z.array(id).min(1).max(200), memberIds: z.array(id).min(1).max(500), seed: z.string().min(1).max(100) });
const keyed = inProject.extend({ articleId: id });
const keys = { member: "keys.manage" } as const;
const keyPath = "/projects/{projectId}/articles/{articleId}/key";

export const practice = group()
  .openapi(route(keys, { method: "get", path: keyPath, summary: "The key of an article; null where it has none", request: { params: keyed }, responses: { 200: answer(z.object({ key: Key.nullable() })) } }), async (c) =>
    c.json({ key: Key.nullable().parse(await readKey(member(c), c.req.valid("param").articleId)) }, 200),
  )
  .openapi(route(keys, { method: "put", path: keyPath, summary: "Make or change the key of an article, whole or from submitted work", request: { params: keyed, body: body(KeyWish) }, responses: { 200: answer(Key) } }), async (c) =>
    c.json(Key.parse(await writeKey(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json"))), 200),
  )
  .openapi(route(keys, { method: "delete", path: keyPath, summary: "Take the key away; the article is an ordinary one again", request: { params: keyed, body: body(z.strictObject({ version })) }, responses: { 200: answer(z.object({ removed: z.literal(true) })) } }), async (c) =>
    c.json(await deleteKey(member(c), op(c), c.req.valid("param").articleId, c.req.valid("json").version), 200),
  )
  .openapi(
    route({ member: "annotate" }, { method: "get", path: "/projects/{projectId}/assignments/{assignmentId}/feedback", summary: "Submitted practice beside the key, mark by mark", request: { params: inProject.extend({ assignmentId: id }) }, responses: { 200: answer(Feedback) } }),
    async (c) => c.json(Feedback.parse(await feedback(member(c), c.req.valid("param").assignmentId)), 200),
  )
  .openapi(route({ member: "annotate" }, { method: "get", path: "/projects/{projectId}/practice", summary: "One's own practice", request: { params: inProject }, responses: { 200: answer(Practice) } }), async (c) => c.json(Practice.parse(await myPractice(member(c))), 200))
  .openapi(
    route({ member: "members.manage" }, { method: "post", path: "/projects/{projectId}/members/{memberId}/qualify", summary: "Let somebody through without practice, or ask for it again", request: { params: inProject.extend({ memberId: id }), body: body(z.strictObject({ version, qualified: z.boolean() })) }, responses: { 200: answer(z.object({ id, version })) } }),
    async (c) => {
      const changed = await qualify(member(c), op(c), c.req.valid("param").memberId, c.req.valid("json"));
      return c.json({ id: changed.id, version: changed.version }, 200);
    },
  )
  .openapi(route({ member: "assignments.manage" }, { method: "post", path: "/projects/{projectId}/assignments/gold", summary: "Mix articles with a key unseen into queues", request: { params: inProject, body: body(Gold) }, responses: { 200: answer(z.object({ added: z.int() })) } }), async (c) =>
    c.json(await mixGold(member(c), op(c), c.req.valid("json")), 200),
  );

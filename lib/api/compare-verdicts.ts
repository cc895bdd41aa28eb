import { z } from "@hono/zod-openapi";
import { VERDICT_SUBJECTS, VERDICTS } from "@/lib/compare/verdict";
import { giveVerdict, withdrawVerdict } from "@/lib/compare/server/verdicts";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, version } from "./schemas";

const Place = z.strictObject({ articleId: id, revisionId: id, start: z.int().min(0), end: z.int().min(1) });
/** A verdict as answers show it. */
export const VerdictAnswer = z.object({ id, subject: z.enum(VERDICT_SUBJECTS), a: Place, b: Place, verdict: z.enum(VERDICTS), note: z.string(), memberId: id.nullable(), memberName: z.string().nullable(), at: z.string(), version });
const Draft = z.strictObject({ id: id.optional(), subject: z.enum(VERDICT_SUBJECTS), a: Place, b: Place, verdict: z.enum(VERDICTS), note: z.string().max(2000).optional(), replaces: id.nullable().default(null) });

const write = { member: "compare.write" } as const;
const path = "/projects/{projectId}/compare/verdicts" as const;

export const compareVerdicts = group()
  .openapi(route(write, { method: "post", path, summary: "Say of two places of two articles that they tell the same, do not, or conflict", request: { params: inProject, body: body(Draft) }, responses: { 201: answer(VerdictAnswer) } }), async (c) =>
    c.json(VerdictAnswer.parse(await giveVerdict(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(route(write, { method: "delete", path: `${path}/{verdictId}`, summary: "Take back what was said of two places", request: { params: inProject.extend({ verdictId: id }), body: body(z.strictObject({ version })) }, responses: { 200: answer(z.object({ id })) } }), async (c) =>
    c.json(await withdrawVerdict(member(c), op(c), c.req.valid("param").verdictId, c.req.valid("json").version), 200),
  );

import { z } from "@hono/zod-openapi";
import { dismissPhrase, suggestions } from "@/lib/annotations/server/suggestions";
import { LONGEST_PHRASE } from "@/lib/annotations/suggest";
import { FRAMINGS } from "@/lib/codebook/framing";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject } from "./schemas";

const how = { targetId: id, framing: z.enum(FRAMINGS), n: z.int().min(0), settled: z.int().min(1).optional().openapi({ description: "How often the settled record of other articles says so; only where the project suggests from it" }) };
const Suggestion = z.object({ start: z.int().min(0), end: z.int().min(0), quote: z.string(), ...how, others: z.array(z.object(how)) });
// Folding can lengthen a phrase, and what was suggested must be dismissible.
const Dismissal = z.strictObject({ targetId: id, phrase: z.string().min(1).max(4 * LONGEST_PHRASE) });
const assigned = inProject.extend({ assignmentId: id });
const annotate = { member: "annotate" } as const;

export const suggesting = group()
  .openapi(
    route(annotate, { method: "get", path: "/projects/{projectId}/assignments/{assignmentId}/suggestions", summary: "Phrases of an article that one coded before in others; never what others coded", request: { params: assigned }, responses: { 200: answer(z.object({ items: z.array(Suggestion) })) } }),
    async (c) => c.json({ items: z.array(Suggestion).parse(await suggestions(member(c), c.req.valid("param").assignmentId)) }, 200),
  )
  .openapi(
    route(annotate, { method: "post", path: "/projects/{projectId}/assignments/{assignmentId}/suggestions/dismiss", summary: "Have a phrase not suggested again for a target", request: { params: assigned, body: body(Dismissal) }, responses: { 200: answer(z.object({ dismissed: z.literal(true) })) } }),
    async (c) => c.json(await dismissPhrase(member(c), op(c), c.req.valid("param").assignmentId, c.req.valid("json")), 200),
  );

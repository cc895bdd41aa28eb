import { z } from "@hono/zod-openapi";
import { acceptSuggestion, declineSuggestion } from "@/lib/codebook/server/decide-suggestion";
import { listSuggestions, suggestTarget } from "@/lib/codebook/server/suggestions";
import { SUGGESTION_STATES } from "@/lib/codebook/suggestion";
import { answer, body, group, member, op, route } from "./door";
import { id, inProject, name, timestamp, version } from "./schemas";
import { Target } from "./targets";

const Office = z.object({ suggestedBy: z.string(), left: z.boolean(), articleTitle: z.string().nullable(), alike: z.int() }).openapi({ description: "for those who decide; null for the author" });
const Suggestion = z.object({
  id, name: z.string(), reason: z.string(), quote: z.string(), articleId: id.nullable(), state: z.enum(SUGGESTION_STATES), target: z.object({ id, name: z.string() }).nullable(),
  answer: z.string(), createdAt: timestamp, decidedAt: timestamp.nullable(), version, office: Office.nullable(),
});
const Draft = z.strictObject({ name: name(200), reason: z.string().max(2000).default(""), articleId: id.nullable().default(null), quote: z.string().max(2000).default("") });
const Query = z.strictObject({ state: z.enum(["open", "decided"]).optional(), mine: z.enum(["true", "false"]).optional(), after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
const words = z.string().max(2000);
const Acceptance = z
  .strictObject({ version, name: name(200).optional(), description: words.optional(), parentId: id.nullable().optional(), isFocus: z.boolean().optional(), asAliasOf: id.optional(), isAmbiguous: z.boolean().optional(), answer: words.optional() })
  .refine((wish) => wish.asAliasOf === undefined || (wish.description === undefined && wish.parentId === undefined && wish.isFocus === undefined), { error: "a name of another target has no description, parent or focus of its own", path: ["asAliasOf"] })
  .refine((wish) => wish.asAliasOf !== undefined || wish.isAmbiguous === undefined, { error: "only another name can be ambiguous", path: ["isAmbiguous"] });
const Accepted = z.object({ suggestion: Suggestion, target: Target, codebookVersion: z.int().nullable(), settled: z.int() });
const Decline = z.strictObject({ version, answer: words.default("") });

const suggest = { member: "targets.suggest" } as const;
const decide = { member: "targets.write" } as const;
const path = "/projects/{projectId}/target-suggestions";
const one = inProject.extend({ suggestionId: id });

export const targetSuggestions = group()
  .openapi(route(suggest, { method: "get", path, summary: "Suggested targets: one's own, or all for those who decide", request: { params: inProject, query: Query }, responses: { 200: answer(z.object({ items: z.array(Suggestion), open: z.int(), next: z.string().nullable() })) } }), async (c) => {
    const { mine, ...query } = c.req.valid("query");
    const { items, ...page } = await listSuggestions(member(c), { ...query, mine: mine === "true" });
    return c.json({ ...page, items: z.array(Suggestion).parse(items) }, 200);
  })
  .openapi(route(suggest, { method: "post", path, summary: "Suggest a target", request: { params: inProject, body: body(Draft) }, responses: { 201: answer(Suggestion) } }), async (c) =>
    c.json(Suggestion.parse(await suggestTarget(member(c), op(c), c.req.valid("json"))), 201),
  )
  .openapi(route(decide, { method: "post", path: `${path}/{suggestionId}/accept`, summary: "Make it a target, or another name of one", request: { params: one, body: body(Acceptance) }, responses: { 200: answer(Accepted) } }), async (c) =>
    c.json(Accepted.parse(await acceptSuggestion(member(c), op(c), c.req.valid("param").suggestionId, c.req.valid("json"))), 200),
  )
  .openapi(route(decide, { method: "post", path: `${path}/{suggestionId}/decline`, summary: "Decline it, with an answer to its author", request: { params: one, body: body(Decline) }, responses: { 200: answer(Suggestion) } }), async (c) =>
    c.json(Suggestion.parse(await declineSuggestion(member(c), op(c), c.req.valid("param").suggestionId, c.req.valid("json"))), 200),
  );
